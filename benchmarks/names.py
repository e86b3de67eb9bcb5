"""Read the names of texts that nothing was trained on, and list each that is wrong or missed.

usage: python -m benchmarks.names [FILE ...]

A file holds texts parted by lines of "=====", each name marked [Name|LABEL]; without one, those of
the tests are read: twenty, fifty further ones, and twenty held ones. Of the held ones only the
share of errors is told: nobody looks at them to mend anything. docs/names.md tells what is
marked and how.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents import annotate, load_pipeline
from kg.model import Article

_TESTS = Path(__file__).parent.parent / "tests" / "documents"
MARKED, HELD = _TESTS / "names.txt", _TESTS / "names_held.txt"
FURTHER = _TESTS / "names_further.txt"
_NAME = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
_PARTING = re.compile(r"^=====\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Name:
    """A name in a text: half-open character offsets, label, words."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScores:
    """How the names of some texts were read."""

    gold: int
    missed: tuple[Name, ...]  # of the gold, not found with these borders and this label
    invented: tuple[Name, ...]  # found where the gold has no name at all

    @property
    def errors(self) -> float:
        """Return names missed, misread or invented, per name of the gold."""
        return (len(self.missed) + len(self.invented)) / self.gold


def main() -> None:
    """Score the files given and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[MARKED, FURTHER, HELD])
    for path in parser.parse_args().files:
        scores = score_names(path)
        for kind in ("missed", "invented") if path != HELD else ():
            for name in getattr(scores, kind):
                print(f"{kind}\t{name.label}\t{name.text}")
        print(f"{path.name}: {scores.gold} names, {scores.errors:.1%} wrong, missed or invented")


def score_names(path: Path) -> NameScores:
    """Return how the bundled pipeline reads the names of a marked file."""
    gold = list(read_marked(path))
    articles = [Article(id=str(n), text=text) for n, (text, _) in enumerate(gold)]
    missed: list[Name] = []
    invented: list[Name] = []
    for (_, names), (_, doc) in zip(gold, annotate(articles, load_pipeline()), strict=True):
        found = {
            Name(start=e.start_char, end=e.end_char, label=e.label_, text=e.text) for e in doc.ents
        }
        missed += sorted(set(names) - found)
        invented += sorted(
            one for one in found if not any(one.start < n.end and n.start < one.end for n in names)
        )
    return NameScores(
        gold=sum(len(names) for _, names in gold), missed=tuple(missed), invented=tuple(invented)
    )


def read_marked(path: Path) -> Iterator[tuple[str, list[Name]]]:
    """Yield the texts of a marked file without their marks, and their names."""
    for marked in _PARTING.split(path.read_text(encoding="utf-8")):
        text, names, at = "", [], 0
        for match in _NAME.finditer(marked):
            text += marked[at : match.start()]
            start = len(text)
            text += match[1]
            names.append(Name(start=start, end=len(text), label=match[2], text=match[1]))
            at = match.end()
        yield text + marked[at:], names


if __name__ == "__main__":
    main()
