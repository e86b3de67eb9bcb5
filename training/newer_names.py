"""The same sentences with other names in them: people, groups and places of kg's own lexicon.

The annotated news ends in the early 2010s. A reader that has only met its names learns them by
heart; one that meets "Goma" where it read "Baghdad" learns what a town looks like.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

import kg.lexicons
from training.corpora import Sentence, Word

WORLD = Path(kg.lexicons.__file__).parent / "data" / "world"
SENTENCES, NAMES = 0.3, 0.7  # shares of the sentences touched, and of the names within them
EVERY = 6  # of the small towns one in so many is used, about as many as there are larger ones
ORG_KINDS = frozenset(
    ("armed group", "intergovernmental organisation", "party", "company", "media", "military")
)
WEAPONS = (
    "Shahed drones;Shahed drone;Iskander missiles;Kinzhal missile;Kalibr missiles;HIMARS"
    ";HIMARS rockets;Javelin missiles;Javelins;Patriot missiles;Patriots;Leopard tanks"
    ";Leopard 2 tanks;Abrams tanks;Bayraktar drones;Stinger missiles;ATACMS;ATACMS missiles"
    ";Storm Shadow missiles;Kalashnikov rifle;Kalashnikovs;Grad rockets;Qassam rockets"
    ";Scud missile;Su-34 warplane;Su-25 jets;Mi-8 helicopter;MiG-29s;F-35 jets;T-72 tanks"
    ";S-300 missiles;S-400;Reaper drone;Caesar howitzers;Lancet drones"
)
SMALL_WORDS = frozenset(("of", "the", "for", "and", "in", "al", "de", "du", "la", "on", "to"))
Pools = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A name in a sentence: half-open word numbers, its label, and the word the others hang on."""

    start: int
    end: int
    label: str
    head: int


def pools(nlp: Language, inhabitants: int) -> Pools:
    """Return names by label, each as the words the tokenizer cuts.

    Args:
        nlp: Its tokenizer cuts the names.
        inhabitants: How many a city has at least.
    """
    found: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for row in _rows("actors.tsv"):
        label = "PERSON" if row["kind"] == "person" else "ORG" if row["kind"] in ORG_KINDS else ""
        if label:
            labels[row["id"]] = label
            found[label].add(row["name"])
            if label == "PERSON":
                found[label].add(row["name"].split()[-1])
    for row in _rows("aliases.tsv"):
        if row["actor_id"] in labels and row["alias"][:1].isupper():
            found[labels[row["actor_id"]]].add(row["alias"])
    for row in _rows("countries.tsv"):
        found["GPE"].add(row["name"])
        found["NORP"].add(row["demonyms"].partition(";")[0])
    found["GPE"] |= {r["name"] for r in _rows("cities.tsv") if int(r["population"]) >= inhabitants}
    found["GPE"] |= {r["name"] for r in _rows("places.tsv") if r["precision"] == "city"}
    found["GPE"] |= {r["name"] for r in _rows("city_names.tsv")}
    plain = {label: set(filter(_is_plain, names)) for label, names in found.items()}
    plain["WEAPON"] = set(WEAPONS.split(";"))
    return {
        label: tuple(tuple(t.text for t in nlp.make_doc(name)) for name in sorted(names))
        for label, names in plain.items()
    }


def more_towns(names: Pools) -> Pools:
    """Return names with small towns among the places, of which neither vector nor mark is known.

    Where they stand, a place is to be told by its company alone.
    """
    cities = {row["geonames_id"] for row in _rows("cities.tsv")}
    small = [r["name"] for r in _rows("towns.tsv") if r["geonames_id"] not in cities]
    towns = (name for name in small[::EVERY] if name.isascii() and name.isalpha())
    return {**names, "GPE": (*names["GPE"], *((name,) for name in towns))}


def _is_plain(name: str) -> bool:
    """Tell whether a name is spelled with our letters, and with capitals where names have them."""
    words = name.replace("-", " ").split()
    return (
        bool(words)
        and name.isascii()
        and all(w[0].isupper() or w[0].isdigit() or w in SMALL_WORDS for w in words)
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (WORLD / name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def renamed(sentences: Iterable[Sentence], names: Pools, *, seed: int) -> Iterator[Sentence]:
    """Yield the sentences, some of their names exchanged for others of the same label."""
    rng = random.Random(seed)
    for sentence in sentences:
        words = sentence.words
        if rng.random() < SENTENCES:
            for span in reversed(list(name_spans(words))):
                if _is_open(span, words, names) and rng.random() < NAMES:
                    words = exchanged(words, span, rng.choice(names[span.label]))
        yield replace(sentence, words=words)


def _is_open(span: Span, words: tuple[Word, ...], names: Pools) -> bool:
    """Tell whether a name may be exchanged; of nations only the adjectives."""
    return span.label in names and (span.label != "NORP" or words[span.head].xpos == "JJ")


def name_spans(words: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the names whose words form one subtree entered and left at one word."""
    start = 0
    while start < len(words):
        end = start + 1
        part, _, label = words[start].name.partition("-")
        if part == "B":
            while end < len(words) and words[end].name == f"I-{label}":
                end += 1
            heads = [n for n in range(start, end) if not start <= words[n].head < end]
            heads += [n for n in range(start, end) if words[n].head == n]
            touched = {w.head for n, w in enumerate(words) if not start <= n < end and w.head != n}
            if len(heads) == 1 and not (touched & set(range(start, end)) - set(heads)):
                yield Span(start=start, end=end, label=label, head=heads[0])
        start = end


def exchanged(words: tuple[Word, ...], span: Span, name: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the words with another name in a name's place; the same words where none fits.

    A name of as many words takes the old one's structure; a person's is flat; any single word
    takes the place of the head.
    """
    old = words[span.start : span.end]
    if len(name) == len(old) and all(
        f.isalnum() == w.form.isalnum() for f, w in zip(name, old, strict=True)
    ):
        new = [replace(w, form=form, lemma=form) for w, form in zip(old, name, strict=True)]
        return (*words[: span.start], *new, *words[span.end :])
    head = words[span.head]
    if len(name) > 1 and span.label != "PERSON":
        return words
    shift = len(name) - len(old)

    def moved(at: int) -> int:
        if span.start <= at < span.end:
            return span.start
        return at + shift if at >= span.end else at

    is_root = head.head == span.head
    outer = span.start if is_root else moved(head.head)
    first = replace(head, form=name[0], lemma=name[0], head=outer, name=f"B-{span.label}")
    new = [replace(first, space=name[1:2] != ("-",))]
    for n, form in enumerate(name[1:], 1):
        is_hyphen = form == "-"
        glued = is_hyphen or (n + 1 < len(name) and name[n + 1] == "-")
        new.append(
            replace(
                head,
                form=form,
                lemma=form,
                upos="PUNCT" if is_hyphen else "PROPN",
                xpos="HYPH" if is_hyphen else "NNP",
                feats="" if is_hyphen else "Number=Sing",
                head=span.start,
                dep="punct" if is_hyphen else "flat",
                space=not glued,
                name=f"I-{span.label}",
            )
        )
    new[-1] = replace(new[-1], space=old[-1].space)
    before = (replace(w, head=moved(w.head)) for w in words[: span.start])
    after = (replace(w, head=moved(w.head)) for w in words[span.end :])
    return (*before, *new, *after)
