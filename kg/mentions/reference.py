"""Reference inside an article: which name a pronoun or a bare role stands for.

A plain salience rule: the nearest fitting name before it, subjects first, within the last few
sentences; "we" in quoted speech is the speaker's side.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicons import SectorWord
from kg.mentions.words import Name, Sentence, Word

__all__ = ["References", "resolve_references"]

WINDOW_SENTENCES = 3
PERSONS = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
GROUPS = frozenset(("they", "them", "their", "theirs", "themselves"))
THINGS = frozenset(("it", "its", "itself"))
THING_LABELS = ("GPE", "ORG")
SUBJECT_DEPS = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    text: str
    label: str
    sentence: int
    is_subject: bool
    is_plural: bool
    start: int


class References:
    """What each pronoun of an article refers to, by the character where it starts."""

    def __init__(self, names: dict[int, str]) -> None:
        self._names = names

    def of(self, word: Word) -> str | None:
        """Return the name that a pronoun stands for, or None."""
        return self._names.get(word.start)


def resolve_references(
    sentences: Iterable[Sentence], sectors: Mapping[str, SectorWord]
) -> References:
    """Resolve the pronouns of an article, sentence by sentence.

    Args:
        sentences: All its sentences.
        sectors: Nouns of people and bodies, by lemma; they may stand where no name does.
    """
    found: dict[int, str] = {}
    seen: list[_Candidate] = []
    for number, sentence in enumerate(sentences):
        names = {name.start: name for name in sentence.names}
        for word in sentence.words:
            if word.start in names:
                seen.append(_candidate(names[word.start], word, sentence, number))
            elif word.pos == "NOUN" and word.tag == "NNS" and word.dep in SUBJECT_DEPS:
                seen.append(_common(word, number, is_plural=True))
            elif word.tag == "NN" and word.dep in SUBJECT_DEPS and word.lemma in sectors:
                seen.append(_common(word, number, is_plural=False))
            elif word.pos == "PRON" or word.tag in ("PRP", "PRP$"):
                name = _antecedent(word, seen, number)
                if name is not None:
                    found[word.start] = name
    return References(found)


def _candidate(name: Name, word: Word, sentence: Sentence, number: int) -> _Candidate:
    head = sentence.words[name.last]
    inside = sentence.words[name.first : name.last + 1]
    is_subject = any(w.dep in SUBJECT_DEPS for w in inside)
    return _Candidate(
        text=name.text,
        label=name.label,
        sentence=number,
        is_subject=is_subject,
        is_plural=head.tag in ("NNS", "NNPS") or name.label in ("ORG", "NORP"),
        start=word.start,
    )


def _common(word: Word, number: int, *, is_plural: bool) -> _Candidate:
    before = [
        c.text for c in word.children if c.dep in ("amod", "compound") and c.index < word.index
    ]
    text = " ".join([*before, word.text])
    return _Candidate(
        text=text,
        label="",
        sentence=number,
        is_subject=True,
        is_plural=is_plural,
        start=word.start,
    )


def _antecedent(pronoun: Word, seen: list[_Candidate], number: int) -> str | None:
    form = pronoun.text.lower()
    near = [c for c in seen if number - c.sentence < WINDOW_SENTENCES]
    if form in PERSONS:
        fitting = [c for c in near if c.label == "PERSON"]
    elif form in GROUPS:
        fitting = [c for c in near if c.is_plural or c.label == "ORG"]
    elif form in THINGS:
        fitting = [c for c in near if c.label in THING_LABELS]
    else:
        return None
    if not fitting and form not in GROUPS:
        fitting = [c for c in near if not c.label and not c.is_plural and c.sentence == number]
    if not fitting:
        return None
    best = max(fitting, key=lambda c: (_salience(c, number), c.start))
    return best.text


def _salience(candidate: _Candidate, number: int) -> float:
    distance = number - candidate.sentence
    return (1.5 if candidate.is_subject else 1.0) - 0.6 * distance
