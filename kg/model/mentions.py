"""The uncoded triple: the words of one sentence that say who did what to whom."""

from dataclasses import dataclass

from kg.model.codes import Certainty, Polarity, Temporality
from kg.model.spans import Span

__all__ = ["ActorPhrase", "Mention", "Quantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPhrase:
    """A noun phrase that names an actor, a target or a speaker.

    Attributes:
        span: The phrase as it stands in the text, without determiner, numeral and clauses.
        name: What it refers to in this article: the fullest name that its reference leads to
            ("he" -> "Volodymyr Zelenskiy"), else the words of `span`.
        head: Lemma of its head noun, lower case ("troops" -> "troop"); of a name, the last word.
        label: Label of the name that `name` is (PERSON, ORG, GPE, LOC, NORP, FAC …), else None.
        modifiers: Names and adjectives inside or around the phrase that say whose it is, in text
            order ("Russian" in "Russian troops", "Ukraine" in "Ukraine's president").
        is_plural: Whether more than one is meant.
        seat: The name of the place where they are, if it stands with them ("police in Lagos").
    """

    span: Span
    name: str
    head: str
    label: str | None = None
    modifiers: tuple[str, ...] = ()
    is_plural: bool = False
    seat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of people or things stated in an event's clause.

    Attributes:
        span: Number with its bound and noun ("at least 25 civilians", "the toll to 15").
        number: The number's own words ("25", "two dozen", "scores", "no").
        of: Lemma of what is counted ("civilian"), or "" for bare numbers.
        governor: Lemma of the verb or noun that says what became of them ("kill", "injure",
            "wound", "casualty", "toll"), or of the clause's action.
        is_one: Whether it is no number but one person beside those who are counted ("the mayor
            and six guards"); `number` is empty then.
    """

    span: Span
    number: str
    of: str
    governor: str
    is_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One event as one sentence tells it, before coding.

    Attributes:
        article_id: The article.
        sentence: The whole sentence.
        action: The shortest words that express the event ("killed", "held talks").
        lemma: Lemma of the action, lower case, with particle or noun ("kill", "hold talk").
        entry: Id of the lexicon entry that it matched, `TYPE.entry` ("ASSAULT.kill").
        rule: The grammatical pattern that found it ("active", "passive", "nominal", "light verb",
            "compound", …), for `made_by`.
        actors: Who did it.
        targets: To whom.
        polarity: As the grammar of the sentence has it.
        certainty: Likewise.
        temporality: Likewise; `historical` only where the grammar shows it, dates are read later.
        speakers: Who says so, innermost first; empty when the outlet itself does.
        scope: Pieces of the text that belong to this event's own clause, in order; times, places
            and words that decide the mode are looked for here.
        around: Pieces of clauses of the sentence that tell of the same time; where the event's own
            clause states none, it is looked for here.
        places: Names of places that the event is located at, nearest first.
        scenes: Names of places in what the event is about ("agreed to a truce in Goma").
        quantities: Numbers stated in the clause.
        confidence: 0..1, the chance that the sentence tells this event, of this type.
    """

    article_id: str
    sentence: Span
    action: Span
    lemma: str
    entry: str
    rule: str
    actors: tuple[ActorPhrase, ...] = ()
    targets: tuple[ActorPhrase, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    temporality: Temporality = Temporality.PAST
    speakers: tuple[ActorPhrase, ...] = ()
    scope: tuple[Span, ...] = ()
    around: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    scenes: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 1.0
