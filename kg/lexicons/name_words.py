"""Words that tell what a name names, from `names.toml`, and whole names, `known_names.tsv`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.lexicons.faults import Faults
from kg.lexicons.tables import read_cells

__all__ = ["NameWords", "load_name_words"]

GROUPS = ("heads", "openers", "openers_of", "followers", "before", "after")
ARMS = ("nouns", "qualifiers", "with_model")
LISTS = (
    "legal_forms",
    "generations",
    "kinds",
    "place_kinds",
    "unmarked",
    "continents",
    "done_to_people",
)
LABELS = frozenset(("FAC", "LOC", "ORG", "EVENT", "WEAPON", "GPE", "PERSON", "NORP"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """By lower-case word or words, the label of the name that they end, open or follow.

    `before` and `after` are no part of the name whose label they tell.
    `known` are whole names. `arms`, `arms_qualifiers` and `arms_with_model` are the words for
    arms, `legal_forms` those for firms ("inc"), `generations` those behind people ("jr"), `kinds`
    the nouns behind a body's name that are no part of it ("newspaper"), `place_kinds` those behind
    a place's ("river"), `unmarked` the last words of what is no name here ("treaty"),
    `done_to_people` verbs of what nobody does to a town.
    """

    heads: Mapping[str, str]
    openers: Mapping[str, str]
    openers_of: Mapping[str, str]
    followers: Mapping[str, str]
    before: Mapping[str, str]
    after: Mapping[str, str]
    known: Mapping[str, str]
    legal_forms: frozenset[str]
    generations: frozenset[str]
    kinds: frozenset[str]
    place_kinds: frozenset[str]
    unmarked: frozenset[str]
    continents: frozenset[str]
    done_to_people: frozenset[str]
    arms: frozenset[str]
    arms_qualifiers: frozenset[str]
    arms_with_model: frozenset[str]


def load_name_words(path: Path, known: Path, faults: Faults) -> NameWords:
    """Read words and whole names; a missing or unknown group or label is a fault.

    Args:
        path: `names.toml`.
        known: `known_names.tsv`.
        faults: Where faults are noted.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.add(path, "file", f"is not TOML: {error}")
        data = {}
    for name in sorted({*GROUPS, *LISTS, "arms"} ^ set(data)):
        faults.add(path, name, f"the groups must be {', '.join((*GROUPS, *LISTS, 'arms'))}")
    groups = {name: dict(_labelled(data.get(name, {}), path, faults)) for name in GROUPS}
    lists = {name: frozenset(data.get(name, ())) for name in LISTS}
    arms = data.get("arms", {})
    for name in sorted(set(ARMS) ^ set(arms)):
        faults.add(path, f"arms.{name}", f"the lists must be {', '.join(ARMS)}")
    nouns, qualifiers, with_model = (frozenset(arms.get(name, ())) for name in ARMS)
    return NameWords(
        **groups,
        legal_forms=lists["legal_forms"],
        generations=lists["generations"],
        kinds=lists["kinds"],
        place_kinds=lists["place_kinds"],
        unmarked=lists["unmarked"],
        continents=lists["continents"],
        done_to_people=lists["done_to_people"],
        known=_known(known, faults),
        arms=nouns,
        arms_qualifiers=qualifiers,
        arms_with_model=with_model,
    )


def _known(path: Path, faults: Faults) -> Mapping[str, str]:
    """Return the labels of whole names; a name that stands there twice is a fault.

    Letter case does not tell two names apart, as they are found in any.
    """
    labels: dict[str, str] = {}
    seen: set[str] = set()
    for line, (name, label) in read_cells(path, ("name", "label"), faults):
        if label not in LABELS:
            faults.add(path, line, f"{label!r} is no label; use one of {', '.join(sorted(LABELS))}")
        elif name.lower() in seen:
            faults.add(path, line, f"{name!r} stands there twice; keep one label of it")
        seen.add(name.lower())
        labels[name] = label
    return labels


def _labelled(group: Mapping[str, Any], path: Path, faults: Faults) -> Iterator[tuple[str, str]]:
    for label, words in group.items():
        if label not in LABELS:
            faults.add(path, label, f"is no label; use one of {', '.join(sorted(LABELS))}")
        for word in words:
            yield word, label
