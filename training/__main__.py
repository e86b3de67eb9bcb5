"""From the corpora to the shipped weights, in one command.

usage: python -m training --corpus FOLDER --gold-claims FILE [--work FOLDER] [--out FOLDER]
       [--from STEP] [--only STEP]

The steps are teach, read, prepare, student, reader, triggers, polish, assemble, arguments,
temporality, tell and sureness;
`--only refit` renews tokenizer, lemmas and rules around the shipped networks, in a minute.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from training.assemble import assemble, refit, report
from training.polish import COURSES, average, prepare_courses
from training.prepare import prepare

HERE = Path(__file__).parent
ROOT = HERE.parent


def main() -> None:
    """Parse the command line and run the steps asked for."""
    parser = argparse.ArgumentParser(description="Train and assemble the bundled pipeline.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE / "work")
    parser.add_argument("--out", type=Path, default=ROOT / "kg" / "documents" / "weights")
    parser.add_argument("--from", dest="first", choices=STEPS, default=next(iter(STEPS)))
    parser.add_argument("--only", choices=(*STEPS, REFIT))
    options = parser.parse_args()
    for name in ("corpus", "gold_claims", "work", "out"):  # the steps run in another folder
        setattr(options, name, getattr(options, name).resolve())
    options.work.mkdir(parents=True, exist_ok=True)
    names = list(STEPS)
    for step in [options.only] if options.only else names[names.index(options.first) :]:
        (_refit if step == REFIT else STEPS[step])(options)


def _teach(options: argparse.Namespace) -> None:
    _teacher("learn", options, "--out", str(options.work / "teacher.pt"))


def _read(options: argparse.Namespace) -> None:
    teacher = str(options.work / "teacher.pt")
    _teacher("label", options, "--teacher", teacher, "--out", str(options.work))
    events = str(options.work / "events.jsonl")
    _teacher("events", options, "--teacher", teacher, "--out", events)
    answers = str(options.work / "answers.pt")
    _teacher("answers", options, "--teacher", teacher, "--out", answers)


def _teacher(module: str, options: argparse.Namespace, *more: str) -> None:
    _run(
        *("-m", f"training.teacher.{module}"),
        *("--corpus", str(options.corpus), "--gold-claims", str(options.gold_claims), *more),
    )


def _prepare(options: argparse.Namespace) -> None:
    prepare(options.corpus, options.gold_claims, options.work)


def _student(options: argparse.Namespace) -> None:
    config = str(HERE / "configs" / "reader.cfg")
    out = str(options.work / "layer.bin")
    _run(
        *("-m", "training.student.learn", "--config", config),
        *("--work", str(options.work), "--out", out),
    )


def _reader(options: argparse.Namespace) -> None:
    vectors = str(options.work / "vectors")
    layer = str(options.work / "layer.bin")
    _spacy_train("reader", options.work, "--paths.vectors", vectors, "--paths.layer", layer)


def _triggers(options: argparse.Namespace) -> None:
    vectors, reader = options.work / "vectors", options.work / "reader" / "model-best"
    _spacy_train(
        "triggers", options.work, "--paths.vectors", str(vectors), "--paths.reader", str(reader)
    )


def _polish(options: argparse.Namespace) -> None:
    prepare_courses(options.corpus, options.gold_claims, options.work)
    before = options.work / "triggers" / "model-best"
    paths = ("--paths.vectors", str(before), "--paths.reader", str(before))

    def learn(course: str) -> None:
        _spacy_train("polish", options.work, *paths, course=course, dev="reader", is_beside=True)

    with ThreadPoolExecutor() as together:  # side by side, a core each
        list(together.map(learn, COURSES))
    courses = [options.work / f"polish-{course}" / "model-last" for course in COURSES]
    average(before, courses, options.work / "polished")


def _spacy_train(
    name: str, work: Path, *more: str, course: str = "", dev: str = "", is_beside: bool = False
) -> None:
    """Run `spacy train`; threads only share out products of matrices, so runs repeat."""
    run = f"{name}-{course}" if course else name
    _run(
        *("-m", "spacy", "train", str(HERE / "configs" / f"{name}.cfg")),
        *("--output", str(work / run), "--code", str(HERE / "callbacks.py")),
        *("--paths.train", str(work / f"{run}-train.spacy")),
        *("--paths.dev", str(work / f"{dev or name}-dev.spacy"), *more),
        is_beside=is_beside,
    )


def _run(*arguments: str, is_beside: bool = False) -> None:
    """Run a step in a process of its own; beside others it keeps to one thread.

    Two of several threads each are three times as slow on two cores.
    """
    one = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"} if is_beside else {}
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT, env={**os.environ, **one})


def _assemble(options: argparse.Namespace) -> None:
    print(report(assemble(options.corpus, options.work, options.out)))


def _refit(options: argparse.Namespace) -> None:
    print(report(refit(options.corpus, options.gold_claims, options.work, options.out)))


def _arguments(options: argparse.Namespace) -> None:
    _weights("arguments", options, "--work", str(options.work))


def _temporality(options: argparse.Namespace) -> None:
    _weights("temporality", options, "--work", str(options.work))


def _tell(options: argparse.Namespace) -> None:
    told = str(options.work / "told.jsonl")
    _teacher("wide", options, "--work", str(options.work), "--out", told)


def _sureness(options: argparse.Namespace) -> None:
    _weights("sureness", options, "--work", str(options.work))


def _weights(package: str, options: argparse.Namespace, *more: str) -> None:
    _run(
        *("-m", f"training.{package}.learn", "--pipeline", str(options.out)),
        *("--corpus", str(options.corpus), "--gold-claims", str(options.gold_claims), *more),
    )


REFIT = "refit"  # no part of a full run, which ends in `assemble`
STEPS: dict[str, Callable[[argparse.Namespace], None]] = {
    "teach": _teach,
    "read": _read,
    "prepare": _prepare,
    "student": _student,
    "reader": _reader,
    "triggers": _triggers,
    "polish": _polish,
    "assemble": _assemble,
    "arguments": _arguments,
    "temporality": _temporality,
    "tell": _tell,
    "sureness": _sureness,
}

if __name__ == "__main__":
    main()
