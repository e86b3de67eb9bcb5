"""Put a claim together from a mention: every field from the module that codes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.claims.actors import code_actor
from kg.claims.coding import PLOVER_QUADS, check_quads, code_mention, entry_of
from kg.claims.confidence import code_confidence
from kg.claims.conventions import PLOVER, find_convention, record_claim
from kg.claims.counts import code_counts
from kg.claims.owners import Owners, find_owners
from kg.claims.phrases import without_quantifiers
from kg.claims.places import code_place, code_scene, countries_of_places
from kg.claims.temporality import code_temporality
from kg.claims.times import code_time
from kg.lexicons import Lexicon
from kg.model import ActorMention, ActorPhrase, Article, Claim, MadeBy, Mention, claim_id

__all__ = ["code_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What the mentions of one article tell together: where it plays, and who owns whom.

    `countries` are those of its places, `named` those of its actors as well.
    """

    countries: Sequence[str]
    named: Sequence[str]
    owners: Owners


def code_claims(
    article: Article,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    *,
    quads: str = PLOVER_QUADS,
    convention: str = PLOVER,
) -> tuple[Claim, ...]:
    """Code the mentions of one article.

    Args:
        article: The article; every span of a mention slices its text.
        mentions: Its mentions, in any order, made with the same lexicon.
        lexicon: Entries, event types, actors and places.
        quads: Name of the table of quad classes: "plover", or one that the event lexicon names
            beside it ("gdelt", "phoenix").
        convention: Name of the coding convention: "plover", or one of `conventions.tsv`.

    Returns:
        Claims by the place of their action, their ids unique: of two mentions with one action and
        event type, the one with more actors and targets is kept.

    Raises:
        LexiconError: If the quad table, the convention or a mention's entry is not in the lexicon.
    """
    check_quads(lexicon.events, quads)
    other = find_convention(lexicon.events, convention)
    countries = countries_of_places(mentions, lexicon.world)
    owners = find_owners(mentions)
    setting = _Setting(
        countries=countries,
        named=tuple(dict.fromkeys((*countries, *owners.countries(lexicon.world)))),
        owners=owners,
    )
    claims = [_claim(article, mention, lexicon, quads, setting) for mention in mentions]
    if other is not None:
        scenes = [code_scene(article, m, lexicon.world, countries=countries) for m in mentions]
        claims = [
            record_claim(claim, other, lexicon, quads=quads, scene=scene)
            for claim, scene in zip(claims, scenes, strict=True)
        ]
    best: dict[str, Claim] = {}
    for claim in sorted(claims, key=_fullness):
        best[claim.id] = claim
    return tuple(sorted(best.values(), key=lambda claim: (claim.action, claim.event_type)))


def _fullness(claim: Claim) -> tuple[object, ...]:
    """Order claims of one id so that the fullest comes last, whatever the order of mentions."""
    return len(claim.actors) + len(claim.targets), claim.confidence, repr(claim)


def _claim(
    article: Article, mention: Mention, lexicon: Lexicon, quads: str, setting: _Setting
) -> Claim:
    entry = entry_of(lexicon.events, mention)
    codes = code_mention(article, mention, entry, lexicon.events, quads=quads)
    actors, targets, speakers = (
        _actors(article, mention, phrases, lexicon, setting)
        for phrases in (mention.actors, mention.targets, mention.speakers)
    )
    time = code_time(article, mention)
    return Claim(
        id=claim_id(article.id, mention.action, codes.event_type),
        article_id=article.id,
        event_type=codes.event_type,
        mode=codes.mode,
        contexts=codes.contexts,
        cameo=codes.cameo,
        quad=codes.quad,
        intensity=codes.intensity,
        actors=actors,
        targets=targets,
        action=mention.action,
        action_lemma=mention.lemma,
        polarity=mention.polarity,
        certainty=mention.certainty,
        temporality=code_temporality(article, mention, time),
        attributed_to=speakers[0] if speakers else None,
        attribution_chain=speakers[1:],
        place=code_place(
            article,
            mention,
            lexicon.world,
            actors=(*targets, *actors, *speakers),
            countries=setting.countries,
        ),
        time=time,
        counts=code_counts(article, mention, entry, lexicon.world),
        sentence=mention.sentence,
        confidence=code_confidence(mention),
        made_by=MadeBy(entry=entry.id, frame=entry.frame.name, rule=mention.rule),
    )


def _actors(
    article: Article,
    mention: Mention,
    phrases: Sequence[ActorPhrase],
    lexicon: Lexicon,
    setting: _Setting,
) -> tuple[ActorMention, ...]:
    named = (
        setting.owners.name(without_quantifiers(phrase), mention, lexicon.world)
        for phrase in phrases
    )
    return tuple(
        code_actor(phrase, lexicon.world, on=article.published, countries=setting.named)
        for phrase in named
    )
