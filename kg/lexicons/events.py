"""What the event lexicon holds: event types, modes, contexts, argument frames, trigger entries.

Types, quads, scores and modes: PLOVER manual draft 2.0 (commit 5e0c24f), with its ACCUSE score
read as −3 where it prints 3. CAMEO codes: CAMEO codebook 1.1b3 by way of the published conversion
to PLOVER of September 2021. Words, examples and counterexamples are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import CountKind, EventType

__all__ = [
    "Complement",
    "Context",
    "Entry",
    "EventTypeEntry",
    "Frame",
    "Mode",
    "Trigger",
    "TriggerKind",
]


class Complement(StrEnum):
    """What an event told in the complement of a word becomes.

    `demanded`: no claim of its own (it is demanded, threatened or promised). `refused`: likewise,
    but what was said, and is refused, was said ("rejected the request"), and what it tells is
    denied ("rejected reports of a raid"). `alleged`: a possible claim, said by the subject.
    `reported`: a claim said by the subject. `believed`: probable, said by the subject. `feared`:
    possible, future. `enabled`: possible, future, and nobody says so. `planned`: probable, future,
    own deed of the subject. `negated`: denied. `denied`: denied, said by the subject. `happened`:
    affirmed, taken for granted. `began`: affirmed, going on or over.
    """

    DEMANDED = "demanded"
    REFUSED = "refused"
    ALLEGED = "alleged"
    REPORTED = "reported"
    BELIEVED = "believed"
    FEARED = "feared"
    ENABLED = "enabled"
    PLANNED = "planned"
    NEGATED = "negated"
    DENIED = "denied"
    HAPPENED = "happened"
    BEGAN = "began"


class TriggerKind(StrEnum):
    """How a trigger stands in a sentence."""

    VERB = "verb"  # "kill", "gun down": a lemma, then its particles
    NOUN = "noun"  # "air strike": lemmas in text order, the last is the head
    PHRASE = "phrase"  # "open fire": a verb's lemma, then its object's lemma


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the grammar puts actor and target.

    A slot is "subject" or "object" (the logical ones: of a passive, "subject" is its by-phrase),
    "possessor" ("Russia's attack"), "modifier" ("Russian attack", "rebel attack"), or the
    preposition that leads to it ("on", "against"). The first slot filled wins, but for
    reciprocal frames, whose slots add up.
    """

    name: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_target: tuple[str, ...]
    is_reciprocal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """PLOVER's "how": recognised by words in the event's clause (lemmas; several words allowed)."""

    name: str
    event_type: EventType
    intensity: float
    cameo: str
    words: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """PLOVER's "what about", recognised by words of the sentence."""

    name: str
    words: tuple[str, ...]
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words that tell one kind of event, and how to read their clause.

    Attributes:
        id: `TYPE.name`.
        event_type: What they tell.
        frame: The argument frame.
        triggers: The words.
        mode, cameo: Fixed for the entry, else found by mode words and the type's own code.
        counts: What a bare number of its targets counts ("killed 12 soldiers").
        complement: What events told in its complement become, None: they stand as they are.
        needs: What must be there for a claim, unless the trained pipeline holds it for likely:
            "actor", "target", "argument" (either), "name" (an argument that is a name or a known
            kind of political or armed actor).
        requires: Lemmas of which the event's clause, or one that it is joined to, must hold one, if
            any are listed and neither of the next two fits.
        people: Whether it also fits, without any of these lemmas, where it is done to people.
        objects: Nouns of things, likewise: the words of the entry's classes (`word_classes.toml`).
        negated: Whether the words tell it under a negation alone: who "has not ruled out" force
            threatens it, who has ruled it out does not.
        excludes: Lemmas or phrases that, in the event's own clause, mean that it is no such event.
        precision: 0..1, how often these words tell this event where they occur (estimate).
        examples, counterexamples: Sentences of ours that must and must not give this entry.
    """

    id: str
    event_type: EventType
    frame: Frame
    triggers: tuple["Trigger", ...]
    mode: str | None = None
    cameo: str | None = None
    counts: CountKind | None = None
    complement: Complement | None = None
    needs: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    people: bool = False
    objects: frozenset[str] = frozenset()
    negated: bool = False
    excludes: tuple[str, ...] = ()
    precision: float = 0.8
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def is_conditional(self) -> bool:
        """Whether its words alone do not make the event: it asks for what stands around them."""
        return bool(self.requires or self.people or self.objects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One wording of an entry: its lemmas, lower case, and how they stand."""

    kind: TriggerKind
    lemmas: tuple[str, ...]

    @property
    def head(self) -> str:
        """The lemma that a sentence is searched by: the verb, or the head of the noun phrase."""
        if self.kind is not TriggerKind.NOUN:
            return self.lemmas[0]
        return self.lemmas[(self.lemmas.index("of") if "of" in self.lemmas else 0) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTypeEntry:
    """One PLOVER type: how it is named, drawn, scored and coded."""

    event_type: EventType
    label: str
    definition: str
    quad: int
    intensity: float
    cameo: str
    modes: Mapping[str, Mode]
    quads_elsewhere: Mapping[str, int]
