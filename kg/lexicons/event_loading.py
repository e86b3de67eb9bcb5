"""Read the event lexicon: TOML files in, frozen entries out, every fault named."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.lexicons.conventions import Convention, load_conventions
from kg.lexicons.events import (
    Complement,
    Context,
    Entry,
    EventTypeEntry,
    Frame,
    Mode,
    Trigger,
    TriggerKind,
)
from kg.lexicons.faults import Faults
from kg.lexicons.word_classes import WordClasses
from kg.model import CountKind, EventType

__all__ = ["OLD_TYPES", "EventLexicon", "load_events"]

OLD_TYPES = {  # names of PLOVER's 2016 list and what became of them
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE or RETREAT",
}
LEARNED_PRECISION = 0.6  # of the trained words where no entry agrees, on held-out sentences
NEEDS = ("actor", "target", "argument", "name")
LISTS = (
    "verbs",
    "nouns",
    "phrases",
    "needs",
    "requires",
    "objects",
    "excludes",
    "examples",
    "counterexamples",
)
SLOTS = ("actor", "target", "noun_actor", "noun_target")
SINGLE = ("id", "frame", "mode", "cameo", "counts", "complement", "precision", "people", "negated")
ENTRY_KEYS = frozenset((*LISTS, *SLOTS, *SINGLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Event types, and the triggers that tell them, found by their first lemma.

    `by_verb`, `by_noun`: lemma of a verb (the first of its words), or of the head of a noun
    phrase, to the entries and triggers that it may open, the longest trigger first. `event_nouns`
    are the nouns that tell an event by themselves. `learned` has, for each type, the entry of
    words that only the trained pipeline takes for an event; `obligation` is that of what others
    are said to have to do. `conventions` are other ways of coding, by name.
    """

    types: Mapping[EventType, EventTypeEntry]
    contexts: tuple[Context, ...]
    frames: Mapping[str, Frame]
    entries: Mapping[str, Entry]
    by_verb: Mapping[str, tuple[tuple[Trigger, Entry], ...]]
    by_noun: Mapping[str, tuple[tuple[Trigger, Entry], ...]]
    event_nouns: frozenset[str]
    learned: Mapping[EventType, Entry]
    obligation: Entry | None
    refusal: Entry | None
    conventions: Mapping[str, Convention]

    def find(self, entry_id: str) -> Entry | None:
        """Return the entry of an id that a mention carries, None if there is none."""
        others = (*self.learned.values(), self.obligation, self.refusal)
        found = (entry for entry in others if entry is not None and entry.id == entry_id)
        return self.entries.get(entry_id) or next(found, None)


def load_events(folder: Path, faults: Faults) -> EventLexicon:
    """Read the frames, contexts, word classes, conventions and `events/*.toml` of a folder."""
    frames = _read_frames(folder / "frames.toml", faults)
    path = folder / "word_classes.toml"
    classes = WordClasses(path, _read_toml(path, faults), faults)
    types: dict[EventType, EventTypeEntry] = {}
    entries: dict[str, Entry] = {}
    for path in sorted((folder / "events").glob("*.toml")):
        data = _read_toml(path, faults)
        event_type = _event_type(path, data.get("type", {}).get("name"), faults)
        if event_type is None:
            continue
        types[event_type] = _type_entry(path, event_type, data, faults)
        for row in data.get("entry", []):
            entry = _entry(path, event_type, row, frames, types[event_type], classes, faults)
            if entry is None:
                continue
            if entry.id in entries:
                faults.add(path, entry.id, "the id stands twice; rename one")
            entries[entry.id] = entry
    for missing in sorted(set(EventType) - set(types)):
        faults.add(folder / "events", missing, "no file describes this type; add one")
    learned = _read_learned(folder / "learned.toml", frames, faults)
    return EventLexicon(
        types=MappingProxyType(types),
        contexts=_read_contexts(folder / "contexts.toml", faults),
        frames=MappingProxyType(frames),
        entries=MappingProxyType(entries),
        by_verb=_index(entries.values(), TriggerKind.VERB, TriggerKind.PHRASE),
        by_noun=_index(entries.values(), TriggerKind.NOUN),
        event_nouns=frozenset(
            trigger.head
            for entry in entries.values()
            for trigger in entry.triggers
            if trigger.kind is TriggerKind.NOUN and len(trigger.lemmas) == 1
        ),
        learned=MappingProxyType(learned),
        obligation=_spoken("obligation", folder / "learned.toml", learned, faults),
        refusal=_spoken("refusal", folder / "learned.toml", learned, faults),
        conventions=load_conventions(folder / "conventions.tsv", types, faults),
    )


def _read_toml(path: Path, faults: Faults) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.add(path, "file", f"is not TOML: {error}")
        return {}


def _read_frames(path: Path, faults: Faults) -> dict[str, Frame]:
    frames = {}
    for name, row in _read_toml(path, faults).items():
        slots = {k: tuple(row[k]) for k in SLOTS}
        frames[name] = Frame(name=name, is_reciprocal=row.get("is_reciprocal", False), **slots)
    return frames


def _read_contexts(path: Path, faults: Faults) -> tuple[Context, ...]:
    rows = _read_toml(path, faults)
    return tuple(
        Context(name=name, words=tuple(row["words"]), definition=row.get("definition", ""))
        for name, row in sorted(rows.items())
    )


def _read_learned(
    path: Path, frames: Mapping[str, Frame], faults: Faults
) -> dict[EventType, Entry]:
    learned = {}
    for name, row in _read_toml(path, faults).items():
        if not isinstance(row, dict):
            continue
        event_type = _event_type(path, name, faults)
        if event_type is None or row.get("frame") not in frames:
            faults.add(path, name, "needs a known event type and a known frame")
            continue
        learned[event_type] = Entry(
            id=f"{event_type}.learned",
            event_type=event_type,
            frame=frames[row["frame"]],
            triggers=(),
            complement=Complement(row["complement"]) if "complement" in row else None,
            needs=("argument",),
            precision=LEARNED_PRECISION,
        )
    return learned


def _spoken(
    name: str, path: Path, learned: Mapping[EventType, Entry], faults: Faults
) -> Entry | None:
    """Return the entry of what is said by a mood of the verb alone."""
    event_type = _event_type(path, _read_toml(path, faults).get(name), faults)
    if event_type is None or event_type not in learned:
        return None
    return dataclasses.replace(learned[event_type], id=f"{event_type}.{name}")


def _event_type(path: Path, name: str | None, faults: Faults) -> EventType | None:
    if name in OLD_TYPES:
        faults.add(path, "type", f"{name} is a name of 2016; today it is {OLD_TYPES[name]}")
        return None
    if name is None or name not in EventType.__members__:
        faults.add(path, "type", f"{name!r} is none of {', '.join(EventType)}")
        return None
    return EventType(name)


def _type_entry(
    path: Path, event_type: EventType, data: dict[str, Any], faults: Faults
) -> EventTypeEntry:
    row = data["type"]
    for key in ("label", "definition", "quad", "intensity", "cameo"):
        if key not in row:
            faults.add(path, "type", f"{key} is missing")
    modes = {
        m["name"]: Mode(
            name=m["name"],
            event_type=event_type,
            intensity=float(m.get("intensity", row.get("intensity", 0.0))),
            cameo=_cameo(path, m["name"], m.get("cameo", row.get("cameo")), faults),
            words=tuple(m.get("words", ())),
            definition=m.get("definition", ""),
        )
        for m in data.get("mode", [])
    }
    return EventTypeEntry(
        event_type=event_type,
        label=row.get("label", event_type.title()),
        definition=row.get("definition", ""),
        quad=row.get("quad", 0),
        intensity=float(row.get("intensity", 0.0)),
        cameo=_cameo(path, "type", row.get("cameo"), faults),
        modes=MappingProxyType(modes),
        quads_elsewhere=MappingProxyType(row.get("quads_elsewhere", {})),
    )


def _cameo(path: Path, where: str, code: object, faults: Faults) -> str:
    if isinstance(code, str) and code.isdigit() and 2 <= len(code) <= 4:
        return code
    faults.add(path, where, f"cameo {code!r} is no string of two to four digits")
    return ""


def _entry(
    path: Path,
    event_type: EventType,
    row: dict[str, Any],
    frames: Mapping[str, Frame],
    type_entry: EventTypeEntry,
    classes: WordClasses,
    faults: Faults,
) -> Entry | None:
    where = row.get("id", "entry without id")
    before = len(list(faults))
    objects = classes.words_of(row.get("objects", ()), path=path, where=where)
    for key in sorted(set(row) - ENTRY_KEYS):
        faults.add(path, where, f"{key!r} is no key of an entry")
    if row.get("frame") not in frames:
        faults.add(
            path, where, f"frame {row.get('frame')!r} is none of {', '.join(sorted(frames))}"
        )
    if row.get("mode") is not None and row["mode"] not in type_entry.modes:
        faults.add(path, where, f"mode {row['mode']!r} is none of {event_type}'s modes")
    for need in row.get("needs", []):
        if need not in NEEDS:
            faults.add(path, where, f"needs {need!r}: it is none of {', '.join(NEEDS)}")
    triggers = tuple(_triggers(row))
    if not triggers:
        faults.add(path, where, "has neither verbs nor nouns nor phrases")
    if not row.get("examples"):
        faults.add(path, where, "has no example; add a sentence that it must match")
    if len(list(faults)) > before:
        return None
    cameo = row.get("cameo")
    return Entry(
        id=f"{event_type}.{row['id']}",
        event_type=event_type,
        frame=_entry_frame(row, frames[row["frame"]]),
        triggers=triggers,
        mode=row.get("mode"),
        cameo=_cameo(path, where, cameo, faults) if cameo is not None else None,
        counts=CountKind(row["counts"]) if row.get("counts") else None,
        complement=Complement(row["complement"]) if row.get("complement") else None,
        needs=tuple(row.get("needs", ())),
        requires=tuple(row.get("requires", ())),
        people=bool(row.get("people", False)),
        objects=objects,
        negated=bool(row.get("negated", False)),
        excludes=tuple(row.get("excludes", ())),
        precision=float(row.get("precision", 0.8)),
        examples=tuple(row["examples"]),
        counterexamples=tuple(row.get("counterexamples", ())),
    )


def _entry_frame(row: dict[str, Any], frame: Frame) -> Frame:
    """An entry may put its own slots in place of its frame's."""
    slots = {key: tuple(row.get(key, getattr(frame, key))) for key in SLOTS}
    return Frame(name=frame.name, is_reciprocal=frame.is_reciprocal, **slots)


def _triggers(row: dict[str, Any]) -> list[Trigger]:
    kinds = (
        ("verbs", TriggerKind.VERB),
        ("nouns", TriggerKind.NOUN),
        ("phrases", TriggerKind.PHRASE),
    )
    return [
        Trigger(kind=kind, lemmas=tuple(words.lower().split()))
        for key, kind in kinds
        for words in row.get(key, ())
    ]


def _index(entries: Any, *kinds: TriggerKind) -> Mapping[str, tuple[tuple[Trigger, Entry], ...]]:
    found: dict[str, list[tuple[Trigger, Entry]]] = {}
    for entry in entries:
        for trigger in entry.triggers:
            if trigger.kind not in kinds:
                continue
            found.setdefault(trigger.head, []).append((trigger, entry))
    return MappingProxyType(
        {
            key: tuple(
                sorted(pairs, key=lambda p: (-len(p[0].lemmas), not p[1].is_conditional, p[1].id))
            )
            for key, pairs in sorted(found.items())
        }
    )
