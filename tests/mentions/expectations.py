"""What a sentence of the table should yield, and how claims that were found compare with it."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from kg.lexicons import fold
from kg.model import ActorMention, Claim, EventType

FUNCTION_WORDS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "with"]
)
Words = frozenset[str]


def _alternatives(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _content_words(*texts: str) -> Words:
    return frozenset(re.findall(r"\w+", fold(" ".join(texts)))) - FUNCTION_WORDS


def _words_of(mention: ActorMention) -> Words:
    return _content_words(mention.span.text, mention.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One claim that a sentence makes; several values of a field are equally right."""

    types: tuple[str, ...]
    actions: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    polarity: tuple[str, ...] = ("affirmed",)
    certainty: tuple[str, ...] = ("certain",)
    temporality: tuple[str, ...] = ("past",)
    speaker: str = ""
    place: str = ""
    counts: tuple[tuple[str, int, str, str], ...] = ()

    @property
    def is_mutual(self) -> bool:
        """Tell whether the two sides may stand in either slot."""
        reciprocal = any(EventType(name).is_reciprocal for name in self.types)
        return reciprocal or (len(self.actors) > 1 and not self.targets)

    @property
    def quoted(self) -> tuple[str, ...]:
        """Every piece of the sentence that the claim quotes."""
        return (*self.actions, *self.actors, *self.targets, self.speaker, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One row of the table."""

    group: str
    text: str
    claims: tuple[Expected, ...]
    others_allowed: bool = False


def _expected(row: dict[str, Any]) -> Expected:
    fields = ("polarity", "certainty", "temporality")
    meanings = {name: _alternatives(row[name]) for name in fields if name in row}
    counts = [(*count, "total")[:4] for count in row.get("counts", ())]
    return Expected(
        types=_alternatives(row["type"]),
        actions=_alternatives(row["action"]),
        actors=tuple(row["actors"]),
        targets=tuple(row["targets"]),
        speaker=row.get("speaker", ""),
        place=row.get("place", ""),
        counts=tuple((kind, value, bound, relation) for kind, value, bound, relation in counts),
        **meanings,
    )


def _sentence(row: dict[str, Any]) -> Sentence:
    return Sentence(**row | {"claims": tuple(_expected(claim) for claim in row["claims"])})


def read_sentences(path: Path) -> tuple[Sentence, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    return tuple(_sentence(row) for row in rows)


def _is_located(claim: Claim, expected: Expected, text: str) -> bool:
    """Tell whether the claim's action shares a character with an expected one."""
    return any(
        claim.action.start < found.end() and found.start() < claim.action.end
        for words in expected.actions
        for found in re.finditer(re.escape(words), text)
    )


def _is_same_cast(expected: Sequence[str], found: Sequence[ActorMention]) -> bool:
    """Tell whether phrases and mentions can be paired off, each pair sharing a content word."""
    if len(expected) != len(found):
        return False
    wanted = [_content_words(phrase) for phrase in expected]
    return any(
        all(words & _words_of(mention) for words, mention in zip(wanted, order, strict=True))
        for order in permutations(found)
    )


def _has_cast(claim: Claim, expected: Expected) -> bool:
    if expected.is_mutual:
        everyone = (*claim.actors, *claim.targets)
        return _is_same_cast((*expected.actors, *expected.targets), everyone)
    return _is_same_cast(expected.actors, claim.actors) and _is_same_cast(
        expected.targets, claim.targets
    )


def _has_speaker(claim: Claim, expected: Expected) -> bool:
    if not expected.speaker or claim.attributed_to is None:
        return not expected.speaker and claim.attributed_to is None
    return bool(_content_words(expected.speaker) & _words_of(claim.attributed_to))


def _has_place(claim: Claim, expected: Expected) -> bool:
    """A place that is attacked as such, or that names a party, may also be where it happened."""
    if claim.place is None:
        return not expected.place
    if expected.place:
        return bool(_content_words(expected.place) & _content_words(claim.place.name))
    parties = (*claim.actors, *claim.targets)
    return any(mention.span.overlaps(claim.place.span) for mention in parties)


def _has_counts(claim: Claim, expected: Expected) -> bool:
    found = [(count.kind, count.value, count.bound, count.relation) for count in claim.counts]
    return Counter(found) == Counter(expected.counts)


def _faults(claim: Claim, expected: Expected, text: str) -> tuple[str, ...]:
    """Name the fields in which a predicted claim differs from an expected one."""
    checks = {
        "action": _is_located(claim, expected, text),
        "type": claim.event_type in expected.types,
        "actors or targets": _has_cast(claim, expected),
        "polarity": claim.polarity in expected.polarity,
        "certainty": claim.certainty in expected.certainty,
        "temporality": claim.temporality in expected.temporality,
        "speaker": _has_speaker(claim, expected),
        "place": _has_place(claim, expected),
        "counts": _has_counts(claim, expected),
    }
    return tuple(name for name, is_right in checks.items() if not is_right)


def _complaint(claims: Iterable[Claim], expected: Expected, text: str) -> str:
    near = [_faults(claim, expected, text) for claim in claims]
    closest = min((faults for faults in near if "action" not in faults), key=len, default=())
    what = f"wrong {', '.join(closest)}" if closest else "missing"
    return f"{'/'.join(expected.types)} {expected.actions[0]!r}: {what}"


def complaints_about(sentence: Sentence, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Compare all claims of a sentence with the expected ones; empty where all is right."""
    left, missed = list(claims), []
    for expected in sentence.claims:
        right = next((c for c in left if not _faults(c, expected, sentence.text)), None)
        if right is None:
            missed.append(expected)
        else:
            left.remove(right)
    wrong = [_complaint(left, expected, sentence.text) for expected in missed]
    return (*wrong, *_surplus(sentence, left, missed))


def _surplus(
    sentence: Sentence, left: Iterable[Claim], missed: Collection[Expected]
) -> tuple[str, ...]:
    """Name the claims that nobody expected, but for those that a complaint speaks of already."""
    if sentence.others_allowed:
        return ()
    return tuple(
        f"{claim.event_type} {claim.action.text!r}: unexpected"
        for claim in left
        if not any(_is_located(claim, expected, sentence.text) for expected in missed)
    )


def shown(claim: Claim) -> str:
    """Write a predicted claim on one line, as a failing test shows it."""
    names = ("; ".join(m.span.text for m in group) for group in (claim.actors, claim.targets))
    counts = ", ".join(f"{c.kind} {c.bound} {c.value} {c.relation}" for c in claim.counts)
    speaker = claim.attributed_to.span.text if claim.attributed_to else "-"
    return (
        f"{claim.event_type} {claim.action.text!r} [{'] -> ['.join(names)}] "
        f"{claim.polarity} {claim.certainty} {claim.temporality}, speaker {speaker}, "
        f"place {claim.place.name if claim.place else '-'}, counts {counts or '-'} "
        f"({claim.made_by.entry}, {claim.made_by.rule})"
    )
