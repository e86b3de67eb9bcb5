"""Records coded after the PLOVER codebook in, one event to a sentence; coded events out.

A JSON list of `{"id", "text", "event", "source", "target"}`, where a side is a list of
`{"code", "actorText"}` and a code is a country, or a letter code of an international actor.
Records of one text are one sentence. Names of PLOVER's list of 2016 are read as today's, but for
YIELD, which became two types. Which codes are slips and which are international is read as
`score_gsr.py` does, which lies with that gold.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ScoringError
from kg.lexicons import OLD_TYPES
from kg.model import EventType

__all__ = ["CodedEvent", "Country", "RecordedSentence", "Side", "country_of", "read_records"]

INTERNATIONAL = "INTL"  # coders are not steady in which of the codes below a body gets
_INTERNATIONAL_CODES = frozenset(
    ("IGO", "NGO", "IMG", "ISM", "INT", "MNC", "NGM", "UIS", "UNO", "EUR", "EEC", "NAT")
)
_SLIPS = {  # codes that are no ISO 3166 code of the country meant, or of one that is no more
    "ANG": "AGO",
    "BUR": "MMR",
    "ITL": "ITA",
    "JAP": "JPN",
    "KSV": "XKX",
    "ROM": "ROU",
    "SCG": "SRB",
    "TMP": "TLS",
    "VTN": "VNM",
    "YUG": "SRB",
    "ZAR": "COD",
}
_NO_CODE = frozenset(("", "---", "***"))

Country = str | None
Side = tuple[Country, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event by type and by the countries of both sides, None where a side's is not known."""

    event_type: EventType
    actors: Side
    targets: Side

    @property
    def is_reciprocal(self) -> bool:
        """Tell whether a coded event has no direction: several do it, or two consult."""
        if self.event_type is EventType.CONSULT and self.actors and self.targets:
            return True
        return len(self.actors) > 1 and not self.targets


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSentence:
    """A sentence with the events that coders recorded of it, most often one."""

    article_id: str
    text: str
    events: tuple[CodedEvent, ...]


def read_records(path: Path) -> tuple[RecordedSentence, ...]:
    """Read a file of records, in the order of first mention of their texts.

    Raises:
        ScoringError: If the file is no list of records; the message names the record.
    """
    by_text: dict[str, list[CodedEvent]] = defaultdict(list)
    for number, row in enumerate(_rows(path), 1):
        try:
            if row["event"] != "DOCUMENT":  # the file's description of itself
                by_text[_text(row)].append(_event(row))
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            what = "a record needs text, event, source and target"
            raise ScoringError(f"{path}: record {number} is none; {what} ({error!r})") from error
    if not by_text:
        raise ScoringError(f"{path}: holds no record; name a file that does")
    return tuple(
        RecordedSentence(article_id=str(number), text=text, events=tuple(events))
        for number, (text, events) in enumerate(by_text.items(), 1)
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ScoringError(f"{path}: cannot be read as a JSON list ({error})") from error
    if not isinstance(rows, list):
        raise ScoringError(f"{path}: is no JSON list of records")
    return rows


def _text(row: Mapping[str, Any]) -> str:
    if not isinstance(row["text"], str) or not row["text"].strip():
        raise ValueError(f"{row['text']!r} is no text")
    return row["text"]


def _event(row: Mapping[str, Any]) -> CodedEvent:
    name = re.sub(r"[\s-]+", "_", row["event"].strip().upper())
    name = OLD_TYPES.get(name, name)
    if name not in EventType.__members__:
        raise ValueError(f"{row['event']!r} is no PLOVER type (2016: {name})")
    return CodedEvent(
        event_type=EventType(name),
        actors=tuple(_codes(row.get("source"))),
        targets=tuple(_codes(row.get("target"))),
    )


def _codes(side: object) -> Iterator[Country]:
    """Yield the countries of a side: a list of actors, one actor, or some word for none."""
    actors = [side] if isinstance(side, dict) else side
    for actor in actors if isinstance(actors, list) else ():
        code = (actor.get("code") or "").strip().upper()
        yield None if code in _NO_CODE else country_of(code)


def country_of(code: Country) -> Country:
    """Return the country that a code means, one class for all international actors."""
    if code is None:
        return None
    return INTERNATIONAL if code in _INTERNATIONAL_CODES else _SLIPS.get(code, code)
