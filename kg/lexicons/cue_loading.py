"""Read the cue lexicon: one TOML file in, frozen cues out."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.lexicons.cues import Cues
from kg.lexicons.events import Complement
from kg.lexicons.faults import Faults

__all__ = ["load_cues"]


def load_cues(path: Path, faults: Faults) -> Cues:
    """Read `cues.toml`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.add(path, "file", f"is not TOML: {error}")
        data = {}
    return Cues(
        complements=MappingProxyType(_complements(path, data.get("complements", {}), faults)),
        supports=frozenset(data.get("supports", ())),
        makers=frozenset(data.get("makers", ())),
        occurring=frozenset(data.get("occurring", ())),
        modals=_flat(data.get("modals", {})),
        adverbs=_flat(data.get("adverbs", {})),
        negators=frozenset(data.get("negators", ())),
        prepositions=_flat(data.get("prepositions", {})),
        times=_by_first(_flat(data.get("times", {}))),
        attribution=tuple(tuple(words.split()) for words in data.get("attribution", ())),
        charges=frozenset(data.get("charges", ())),
    )


def _complements(path: Path, table: dict[str, list[str]], faults: Faults) -> dict[str, Complement]:
    found: dict[str, Complement] = {}
    for effect, lemmas in table.items():
        if effect not in list(Complement):
            faults.add(path, effect, f"is no effect; use one of {', '.join(Complement)}")
            continue
        for lemma in lemmas:
            if lemma in found:
                faults.add(path, lemma, f"stands under {found[lemma]} and {effect}; keep one")
            found[lemma] = Complement(effect)
    return found


def _flat(table: dict[str, Any]) -> MappingProxyType[str, str]:
    """Turn `{effect = [lemma, …]}` into lemma to effect."""
    return MappingProxyType({lemma: effect for effect, lemmas in table.items() for lemma in lemmas})


def _by_first(kinds: Mapping[str, str]) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Turn phrase to kind into first word to further words and kind, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in kinds.items():
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), kind))
    by_length = {
        first: sorted(rests, key=lambda r: (-len(r[0]), r)) for first, rests in found.items()
    }
    return MappingProxyType({first: tuple(rests) for first, rests in by_length.items()})
