"""From the corpora to the shipped weights, in one command.

usage: python -m training --corpus FOLDER --gold-claims FILE [--work FOLDER] [--out FOLDER]
       [--only prepare|syntax|names|triggers|assemble]
"""

import argparse
import subprocess
import sys
from pathlib import Path

from training.assemble import assemble, report
from training.prepare import prepare

HERE = Path(__file__).parent
ROOT = HERE.parent
COMPONENTS = ("syntax", "names", "triggers")


def train(component: str, work: Path) -> None:
    """Run `spacy train` for one component, single-threaded so that runs repeat."""
    subprocess.run(
        [
            *(sys.executable, "-m", "spacy", "train", str(HERE / "configs" / f"{component}.cfg")),
            *("--output", str(work / component)),
            *("--code", str(ROOT / "kg" / "documents" / "trigger_tagger.py")),
            *("--paths.train", str(work / f"{component}-train.spacy")),
            *("--paths.dev", str(work / f"{component}-dev.spacy")),
            *("--paths.vectors", str(work / "vectors")),
        ],
        check=True,
        cwd=ROOT,
    )


def main() -> None:
    """Parse the command line and run the steps asked for."""
    parser = argparse.ArgumentParser(description="Train and assemble the bundled pipeline.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE / "work")
    parser.add_argument("--out", type=Path, default=ROOT / "kg" / "documents" / "weights")
    parser.add_argument("--only", choices=("prepare", *COMPONENTS, "assemble"))
    options = parser.parse_args()
    steps = [options.only] if options.only else ["prepare", *COMPONENTS, "assemble"]
    for step in steps:
        if step == "prepare":
            prepare(options.corpus, options.gold_claims, options.work)
        elif step == "assemble":
            print(report(assemble(options.corpus, options.work, options.out)))
        else:
            train(step, options.work)


if __name__ == "__main__":
    main()
