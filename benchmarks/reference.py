"""Measure reference inside articles: whom pronouns stand for, against coreference in GUM.

usage: python -m benchmarks.reference --corpus FOLDER [--genres news bio]

`FOLDER/training` holds the treebanks. Counted are third-person pronouns whose gold chain holds a
name; right is a name or noun that is part of an earlier mention of the same chain.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.documents import load_pipeline
from kg.lexicons import load_lexicon
from kg.mentions.reference import resolve_references
from kg.mentions.syntax import read_sentences

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    **dict.fromkeys(("it", "its"), "it"),
}
_MARK = re.compile(r"\((?P<opens>\d+)-[^()]*?(?:(?P<ends>\))|(?=\()|$)|(?P<closes>\d+)\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention: its chain, its characters, its words, whether it is a name."""

    chain: str
    start: int
    end: int
    text: str
    is_name: bool


def main() -> None:
    """Read the documents, resolve, print right answers by pronoun."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--genres", nargs="*", default=["news", "bio"])
    parser.add_argument("--parts", nargs="*", default=["train", "dev"])
    options = parser.parse_args()
    nlp, lexicon = load_pipeline(), load_lexicon()
    asked, answered, right = Counter[str](), Counter[str](), Counter[str]()
    for part in options.parts:
        path = options.corpus / "training" / f"gum-{part}.conllu"
        for text, mentions in _documents(path, options.genres):
            sentences = tuple(read_sentences(nlp(text), lexicon.lemmas))
            references = resolve_references(sentences, lexicon)
            words = {w.start: w for s in sentences for w in s.words}
            for kind, mention, earlier in _pronouns(mentions):
                asked[kind] += 1
                word = words.get(mention.start)
                name = references.of(word) if word is not None else None
                if name is not None:
                    answered[kind] += 1
                    right[kind] += any(name in other.text for other in earlier)
    for kind in ("he", "she", "they", "it"):
        precision, recall = (right[kind] / max(n[kind], 1) for n in (answered, asked))
        print(f"{kind:5} asked {asked[kind]:4}  p {precision:.3f}  r {recall:.3f}")


def _pronouns(mentions: list[Mention]) -> Iterator[tuple[str, Mention, list[Mention]]]:
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        kind = PRONOUNS.get(mention.text.lower())
        earlier = [m for m in chains[mention.chain] if m.text.lower() not in PRONOUNS]
        if kind and any(m.is_name for m in earlier):
            yield kind, mention, earlier
        chains[mention.chain].append(mention)


def _documents(path: Path, genres: list[str]) -> Iterator[tuple[str, list[Mention]]]:
    for block in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        if block.partition("_")[2].partition("_")[0] in genres:
            yield _read(block.split("\n"))


def _read(lines: Sequence[str]) -> tuple[str, list[Mention]]:
    """Return the text of a document and its mentions."""
    text, mentions = "", []
    opened: dict[str, list[int]] = defaultdict(list)
    names: set[int] = set()  # first characters of words that are part of a name
    for form, tag, notes, is_new_paragraph in _words(lines):
        text = f"{text.rstrip()}\n\n" if is_new_paragraph and text else text
        start = len(text)
        text += form
        if tag in ("NNP", "NNPS"):
            names.add(start)
        for mark in _MARK.finditer(notes.get("Entity", "")):
            if mark["opens"]:
                opened[mark["opens"]].append(start)
            if chain := mark["closes"] or (mark["opens"] if mark["ends"] else ""):
                begun = opened[chain].pop()
                words = text[begun:].rstrip()
                is_name = any(begun <= at < len(text) for at in names)
                mentions.append(Mention(chain, begun, begun + len(words), words, is_name))
        text += " " if form and notes.get("SpaceAfter") != "No" else ""
    return text, mentions


def _words(lines: Sequence[str]) -> Iterator[tuple[str, str, Mapping[str, str], bool]]:
    """Yield form, tag and notes of each token, and whether it opens a paragraph.

    A word inside a token of several ("n't" of "don't") has no form of its own.
    """
    inside, is_new = 0, False
    for line in lines:
        is_new = is_new or line.startswith("# newpar")
        row = line.split("\t")
        if len(row) < 10 or "." in row[0]:
            continue
        notes = dict(note.split("=", 1) for note in row[9].split("|") if "=" in note)
        first, _, last = row[0].partition("-")
        is_part = not last and int(first) <= inside
        yield "" if is_part else row[1], row[4], notes, is_new
        inside, is_new = int(last) if last else inside if is_part else 0, False


if __name__ == "__main__":
    main()
