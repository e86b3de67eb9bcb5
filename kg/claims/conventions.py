"""From a claim in our own convention to the same in another: as CAMEO's coders record it.

Rules: `kg/lexicons/data/conventions.tsv`.
"""

from dataclasses import replace

from kg.claims.coding import quad_of
from kg.errors import LexiconError
from kg.lexicons import Convention, EventLexicon, Lexicon, Recoding, World, find_actor
from kg.model import ActorMention, Certainty, Claim, Place, Polarity, Temporality, claim_id

__all__ = ["PLOVER", "find_convention", "record_claim"]

PLOVER = "plover"
_INTENT, _REFUSAL = "stated intent", "refusal"  # what is added to a claim's rule


def find_convention(events: EventLexicon, name: str) -> Convention | None:
    """Return the convention of a name, None for our own.

    Raises:
        LexiconError: If there is none of that name; the message names those that exist.
    """
    if name != PLOVER and name not in events.conventions:
        known = ", ".join((PLOVER, *events.conventions))
        raise LexiconError(f"coding convention {name!r} does not exist; use one of {known}")
    return events.conventions.get(name)


def record_claim(
    claim: Claim,
    convention: Convention,
    lexicon: Lexicon,
    *,
    quads: str,
    scene: Place | None = None,
) -> Claim:
    """Return a claim as a convention records it; most stay as they are.

    A plan of somebody becomes an intent that was stated, on no day of its own; what somebody does
    not do becomes a refusal. What is possible only stays so. Where the place is known, its country
    stands for whom a deed is done to and who uses a state's powers, if nobody is named; those to
    whom it is done, by a common noun, are of that country; and words to nobody named are to the
    country of what they are about.

    Args:
        claim: The claim in our own convention.
        convention: The other one.
        lexicon: Event types, and countries by code.
        quads: Name of the quad table.
        scene: Where that is which the event is about.
    """
    recoded = _in_country(claim, convention, scene, lexicon.world)
    recoding, rule = _recoding(claim, convention)
    if recoding is None:
        return recoded
    told = lexicon.events.types[recoding.event_type]
    recoded = replace(
        recoded,
        id=claim_id(claim.article_id, claim.action, recoding.event_type),
        event_type=recoding.event_type,
        mode=None,
        cameo=recoding.cameo,
        quad=quad_of(told, quads),
        intensity=told.intensity,
    )
    if rule is None:
        return recoded
    is_ahead = claim.temporality is Temporality.FUTURE
    is_held_likely = claim.certainty is Certainty.PROBABLE
    return replace(
        recoded,
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN if is_ahead and is_held_likely else claim.certainty,
        temporality=Temporality.PAST if is_ahead else claim.temporality,
        time=None if is_ahead else claim.time,
        made_by=replace(claim.made_by, rule=f"{claim.made_by.rule}, {rule}"),
    )


def _recoding(claim: Claim, convention: Convention) -> tuple[Recoding | None, str | None]:
    """Return what is recorded for a claim, and what turned it into that.

    Who denies that he did something refuses nothing by that.
    """
    if claim.actors and claim.polarity is Polarity.DENIED:
        refused = None if _is_own_denial(claim) else convention.denied.get(claim.event_type)
        return refused, _REFUSAL
    if claim.actors and claim.temporality is Temporality.FUTURE:
        return convention.planned.get(claim.event_type), _INTENT
    return convention.coded.get((claim.event_type, claim.cameo)), None


def _is_own_denial(claim: Claim) -> bool:
    speaker = claim.attributed_to
    return speaker is not None and speaker.name in {actor.name for actor in claim.actors}


def _in_country(claim: Claim, convention: Convention, scene: Place | None, world: World) -> Claim:
    """Let the country of an event's place stand for those whom its sentence does not name."""
    here, there = _standing_for(claim.place, world), _standing_for(scene, world)
    if here and not claim.actors and convention.is_ruled(claim.event_type, claim.mode):
        claim = replace(claim, actors=(here,))
    is_between_actors = claim.event_type.is_reciprocal and len(claim.actors) > 1
    if is_between_actors:
        return claim
    is_placed = convention.is_placed(claim.event_type, claim.mode)
    if here and is_placed and claim.targets:
        return replace(claim, targets=tuple(_at_home(who, here) for who in claim.targets))
    stands = here if here and is_placed else there if claim.event_type in convention.about else None
    return replace(claim, targets=(stands,)) if stands and not claim.targets else claim


def _at_home(who: ActorMention, here: ActorMention) -> ActorMention:
    """Return those of a common noun and of no stated country as people of the country."""
    return who if who.country or who.label else replace(who, country=here.country)


def _standing_for(place: Place | None, world: World) -> ActorMention | None:
    """Return the country of a place as an actor, in the words that name the place."""
    country = world.countries.get(place.country or "") if place else None
    if place is None or country is None:
        return None
    known = find_actor(world, country.name)
    return ActorMention(
        span=place.span,
        name=country.name,
        actor_id=known.id if known else None,
        country=country.code,
        label="GPE",
    )
