"""Whose a phrase is: phrases with possessive pronouns enter, phrases that name the owner leave.

"Moscow denies that its soldiers are fighting" tells of Russian soldiers. The owner is looked for
among those named before: the speaker, else the nearest one of the sentence or just before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.actors import code_actor
from kg.claims.tables import read_table, read_words
from kg.lexicons import World, find_actor, find_country
from kg.model import ActorKind, ActorMention, ActorPhrase, EventType, Mention

__all__ = ["Owners", "find_owners"]

_REACH_CHARS = 250  # how far before its sentence an owner is looked for: about a sentence
_PERSON = "PERSON"
_STATE_LABELS = frozenset({"GPE", "NORP"})
_MANY_LABELS = frozenset({"NORP", "ORG"})
_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.MILITARY})
# Nobody attacks, detains or threatens what is his own.
_AGAINST_OTHERS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.THREATEN})


@dataclass(frozen=True, slots=True)
class Owners:
    """The phrases of an article that may own others, in text order."""

    named: tuple[ActorPhrase, ...]

    def countries(self, world: World) -> tuple[str, ...]:
        """Return the countries that the names of countries and their people tell, in text order."""
        names = (phrase.name for phrase in self.named if phrase.label in _STATE_LABELS)
        codes = (find_country(world, name) for name in names)
        return tuple(dict.fromkeys(code for code in codes if code is not None))

    def name(self, phrase: ActorPhrase, mention: Mention, world: World) -> ActorPhrase:
        """Return a phrase with its owner in the place of a possessive pronoun, if one is found.

        Args:
            phrase: An actor, target or speaker of the mention.
            mention: The mention.
            world: Known actors and countries.
        """
        pronoun, _, rest = phrase.name.partition(" ")
        sort = read_table("phrases")["owners"].get(pronoun.casefold())
        if sort is None or not rest or phrase.label is not None:
            return phrase
        owner = next(self._owners(phrase, mention, sort, world), None)
        return phrase if owner is None else _owned(phrase, rest, code_actor(owner, world), world)

    def _owners(
        self, phrase: ActorPhrase, mention: Mention, sort: str, world: World
    ) -> Iterator[ActorPhrase]:
        """Yield who may own a phrase, the likeliest first."""
        is_target = any(phrase.span == target.span for target in mention.targets)
        barred = _doers(mention) if is_target else ()
        reach = range(mention.sentence.start - _REACH_CHARS, phrase.span.start)
        if sort == "many" and _is_of_the_nameless(phrase, mention, barred):
            return
        before = (p for p in reversed(self.named) if p.span.start in reach)
        for owner in (*mention.speakers, *before):
            is_other = owner not in barred and not owner.span.overlaps(phrase.span)
            if is_other and owner.label and _fits(owner, sort, world):
                yield owner


def find_owners(mentions: Iterable[Mention]) -> Owners:
    """Return those that the mentions of one article name."""
    phrases = {p for m in mentions for p in (*m.actors, *m.targets, *m.speakers) if p.label}
    return Owners(tuple(sorted(phrases, key=lambda p: (p.span, p.name, p.label or ""))))


def _is_of_the_nameless(
    phrase: ActorPhrase, mention: Mention, barred: Sequence[ActorPhrase]
) -> bool:
    """Tell whether people without a name own it: "rebel leaders denied that their men fired"."""
    near = (p for p in (*mention.speakers, *mention.actors) if p not in barred)
    return any(p.is_plural and not p.label and p.span != phrase.span for p in near)


def _doers(mention: Mention) -> Sequence[ActorPhrase]:
    is_against = mention.entry.partition(".")[0] in _AGAINST_OTHERS
    return mention.actors if is_against else ()


def _fits(phrase: ActorPhrase, sort: str, world: World) -> bool:
    known = find_actor(world, phrase.name)
    is_person = phrase.label == _PERSON or (known is not None and known.kind is ActorKind.PERSON)
    if sort == "person" or is_person:
        return is_person and sort == "person"
    if sort == "many":  # a state has its soldiers, its people or a group have theirs
        return phrase.is_plural or phrase.label in _MANY_LABELS
    return not phrase.is_plural


def _owned(phrase: ActorPhrase, rest: str, owner: ActorMention, world: World) -> ActorPhrase:
    """Return a phrase named after its owner: "Russian soldiers", "Ilan Dravo's generals"."""
    entry = world.actors.get(owner.actor_id or "")
    is_person = owner.label == _PERSON or (entry is not None and entry.kind is ActorKind.PERSON)
    demonym = _demonym(owner, world)
    if demonym is None or phrase.head in read_words("phrases", "relations"):
        return replace(phrase, name=f"{_possessive(entry.name if entry else owner.name)} {rest}")
    whose = _possessive(entry.name) if entry and is_person else demonym
    return replace(phrase, name=f"{whose} {rest}", modifiers=(*phrase.modifiers, demonym))


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _demonym(owner: ActorMention, world: World) -> str | None:
    """Return the adjective of a state, of its bodies and of its people in office, else None."""
    entry = world.actors.get(owner.actor_id or "")
    is_person = entry is not None and entry.kind is ActorKind.PERSON and entry.sector == "GOV"
    if entry is not None and entry.kind not in _STATES and not is_person:
        return None
    country = world.countries.get(owner.country or "") if entry else None
    return next(iter(country.demonyms), None) if country else None
