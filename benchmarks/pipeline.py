"""Measure the bundled pipeline: words a second, memory, and time to load.

usage: python -m benchmarks.pipeline [--rounds N]

The reference is a blank pipeline of spaCy's default CPU configuration with the same components (a
trained lemmatizer where ours has a table), untrained but with the same labels, run in turn with
ours in one process. Machines are noisy: trust the ratio, not the seconds.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kg.articles import read_articles
from kg.documents import load_pipeline
from kg.model import Article

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"
BATCH = 64
TAGGERS = ("tagger", "morphologizer", "trainable_lemmatizer")
ALONE = """
import resource, sys, time
import spacy
from kg.documents import load_pipeline
started = time.perf_counter()
nlp = load_pipeline()
loaded = time.perf_counter() - started
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
texts = sys.stdin.read().split("\\0")
for _ in nlp.pipe(texts, batch_size=64):
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{loaded:.2f} s to load; {before:.0f} MB loaded, {peak:.0f} MB at the peak of reading")
"""


def main() -> None:
    """Run the measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=4, help="of both pipelines in turn")
    rounds = parser.parse_args().rounds
    texts = [article.text for article in read_articles([SEEDS]) if isinstance(article, Article)]
    alone = subprocess.run(
        [sys.executable, "-c", ALONE],
        input="\0".join(texts),
        text=True,
        capture_output=True,
        check=True,
    )
    print(alone.stdout.strip())
    ours = load_pipeline()
    docs = list(ours.pipe(texts))
    words = sum(map(len, docs))
    reference = blank_reference(docs)
    theirs_best, ours_best = (min(times) for times in _race(reference, ours, texts, rounds))
    print(
        f"{words / ours_best:,.0f} words/s; a blank pipeline of the default CPU configuration"
        f" {words / theirs_best:,.0f}; ratio {theirs_best / ours_best:.2f}"
    )


def _race(
    one: Language, other: Language, texts: list[str], rounds: int
) -> tuple[list[float], list[float]]:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for nlp, found in zip((one, other), times, strict=True):
            started = time.perf_counter()
            for _doc in nlp.pipe(texts, batch_size=BATCH):
                pass
            found.append(time.perf_counter() - started)
    return times


def blank_reference(docs: list[Doc]) -> Language:
    """Return an untrained pipeline of the default CPU configuration with the labels of `docs`.

    The tagger of event words has no counterpart there; a second tagger stands for it.
    """
    config = init_config(lang="en", pipeline=[*TAGGERS, "parser", "ner"], optimize="efficiency")
    second = {"factory": "tagger", "model": dict(config["components"]["tagger"]["model"])}
    config["components"]["triggers"] = second
    config["nlp"]["pipeline"] = [*config["nlp"]["pipeline"], "triggers"]
    config["corpora"]["train"]["path"] = config["corpora"]["dev"]["path"] = None
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return nlp


if __name__ == "__main__":
    main()
