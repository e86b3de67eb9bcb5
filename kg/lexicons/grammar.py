"""Word classes that the reading of clauses needs, from `grammar.toml`."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from kg.lexicons.faults import Faults

__all__ = ["Grammar", "load_grammar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Closed classes of lemmas; what each is for stands in the file above it."""

    naming_nouns: frozenset[str]
    instruments: frozenset[str]
    locative: frozenset[str]
    reaching: frozenset[str]
    class_nouns: frozenset[str]
    place_nouns: frozenset[str]
    toll_nouns: frozenset[str]
    total_nouns: frozenset[str]
    event_sets: frozenset[str]
    rising_verbs: frozenset[str]
    raising_verbs: frozenset[str]
    displacing_verbs: frozenset[str]
    fleeing_verbs: frozenset[str]
    forcing_verbs: frozenset[str]
    homes: frozenset[str]
    moving_verbs: frozenset[str]
    visiting_verbs: frozenset[str]
    visits: frozenset[str]
    arriving_verbs: frozenset[str]
    dwellers: frozenset[str]
    speaking_verbs: frozenset[str]
    not_modifiers: frozenset[str]
    harm_nouns: frozenset[str]
    object_control: frozenset[str]
    object_or_purpose: frozenset[str]
    time_nouns: frozenset[str]
    bounds: frozenset[str]
    number_nouns: frozenset[str]
    measures: frozenset[str]
    numerals: frozenset[str]
    never_actors: frozenset[str]
    occurrence: frozenset[str]
    mishaps: frozenset[str]
    countable_mishaps: frozenset[str]
    mishap_verbs: frozenset[str]
    warning_verbs: frozenset[str]
    directions: frozenset[str]
    of_verbs: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    attitudes: frozenset[str]
    onlooking: frozenset[str]
    scene_verbs: frozenset[str]
    suffering_nouns: frozenset[str]
    undergoing_verbs: frozenset[str]
    putting: frozenset[str]
    states: frozenset[str]
    doing: frozenset[str]
    blaming: frozenset[str]
    opposing: frozenset[str]
    dispositions: frozenset[str]


def load_grammar(path: Path, faults: Faults) -> Grammar:
    """Read `grammar.toml`; a missing or unknown class is a fault."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.add(path, "file", f"is not TOML: {error}")
        data = {}
    known = [field.name for field in fields(Grammar)]
    for name in known:
        if name not in data:
            faults.add(path, name, "is missing; add the class, even if empty")
    for name in sorted(set(data) - set(known)):
        faults.add(path, name, f"is no class; the classes are {', '.join(known)}")
    return Grammar(**{name: frozenset(data.get(name, ())) for name in known})
