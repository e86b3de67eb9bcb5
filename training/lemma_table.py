"""Learn the table of lemmas from treebanks: endings first, then the words that they get wrong."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from kg.documents.lemma_table import (
    AS_WRITTEN,
    CAPITALISED,
    INFLECTED,
    LONGEST_ENDING,
    Key,
    LemmaTable,
    Rule,
)
from training.corpora import Sentence

__all__ = ["learn_table"]

UNKNOWN = "_"  # the lemma of the later parts of a word written apart
SHORTEST = 4  # letters of a word that endings are learned from
LONGEST_CAPITAL = 3  # letters of an ending that tells whether a capital is kept
SUPPORT, INFLECTION_SHARE, CAPITAL_SHARE = 2, 0.6, 0.7  # that an ending needs to count
PAST = ("VBD", "VBN")
REGULAR = ("ed", "ing")  # endings that no lemma of a verb keeps
Outcome = TypeVar("Outcome", Rule, bool)


def learn_table(
    sentences: Iterable[Sentence], irregular: Mapping[str, str], is_word: Callable[[str], bool]
) -> LemmaTable:
    """Return the table of lemmas that treebanks teach.

    Every word of the treebanks gets its most frequent lemma, ties broken by the alphabet; rows are
    kept for those alone that the rules of endings get wrong.

    Args:
        sentences: With gold tags and lemmas.
        irregular: Lemmas of past forms of verbs, for those that the treebanks lack.
        is_word: Tells words that exist, in lower case, from others.
    """
    written, lowered = _lemmas(sentences)
    for form, lemma in irregular.items():
        for tag in PAST:
            lowered.setdefault((tag, form), lemma)
    rules = LemmaTable(words={}, endings=_endings(lowered), capitals=_capitals(written))
    words = {
        (tag, form): lemma
        for (tag, form), lemma in lowered.items()
        if tag not in AS_WRITTEN and rules.lemma(form, tag, is_word) != lemma
    }
    by_lower = LemmaTable(words=words, endings=rules.endings, capitals=rules.capitals)
    exact = {
        (tag, form): lemma
        for (tag, form), lemma in written.items()
        if by_lower.lemma(form, tag, is_word) != lemma
    }
    return LemmaTable(words={**words, **exact}, endings=rules.endings, capitals=rules.capitals)


def _lemmas(sentences: Iterable[Sentence]) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the most frequent lemma by tag and form, as written and in lower case."""
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    lowered: dict[Key, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma != UNKNOWN:
                written[word.xpos, word.form][word.lemma] += 1
                lowered[word.xpos, word.form.lower()][word.lemma] += 1
    return _most_frequent(written), _most_frequent(lowered)


def _most_frequent(counts: Mapping[Key, Counter[str]]) -> dict[Key, str]:
    return {key: min(count, key=lambda x: (-count[x], x)) for key, count in counts.items()}


def _endings(lemmas: Mapping[Key, str]) -> dict[Key, Rule]:
    seen: dict[Key, Counter[Rule]] = defaultdict(Counter)
    for (tag, form), lemma in lemmas.items():
        is_odd = form == lemma.lower() and form.endswith(REGULAR)  # a slip, or an adjective
        if tag in INFLECTED and form.isalpha() and len(form) >= SHORTEST and not is_odd:
            rule = _rule(form, lemma.lower())
            for ending in _tails(form, LONGEST_ENDING):
                seen[tag, ending][rule] += 1
    return _told(seen, INFLECTION_SHARE)


def _capitals(lemmas: Mapping[Key, str]) -> dict[Key, bool]:
    seen: dict[Key, Counter[bool]] = defaultdict(Counter)
    for (tag, form), lemma in lemmas.items():
        if tag in CAPITALISED and form.isalpha() and form.istitle() and len(form) > 1:
            for ending in _tails(form.lower(), LONGEST_CAPITAL):
                seen[tag, ending][lemma[0].isupper()] += 1
    return _told(seen, CAPITAL_SHARE)


def _tails(form: str, longest: int) -> Iterator[str]:
    """Yield the endings of a word, the empty one first, never the whole word."""
    for length in range(min(longest, len(form) - 1) + 1):
        yield form[len(form) - length :]


def _rule(form: str, lemma: str) -> Rule:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return Rule(len(form) - shared, lemma[shared:])


def _told(seen: Mapping[Key, Counter[Outcome]], share: float) -> dict[Key, Outcome]:
    """Return what most words of an ending do, where a shorter ending does not say it already."""
    told: dict[Key, Outcome] = {}
    for (tag, ending), counts in sorted(seen.items(), key=lambda row: (len(row[0][1]), row[0])):
        most = min(counts, key=lambda outcome: (-counts[outcome], outcome))
        if counts.total() < SUPPORT or counts[most] / counts.total() < share:
            continue
        shorter = (ending[at:] for at in range(1, len(ending) + 1))
        before = next((told[tag, tail] for tail in shorter if (tag, tail) in told), None)
        if most != before:
            told[tag, ending] = most
    return told
