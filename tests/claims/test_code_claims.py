import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import code_claims
from kg.errors import LexiconError
from kg.model import (
    ActorPhrase,
    Certainty,
    Claim,
    EventType,
    MadeBy,
    Mention,
    Polarity,
    Quantity,
    Span,
    Temporality,
)
from tests.claims.by_hand import (
    make_article,
    make_lexicon,
    make_mention,
    marked_quantity,
    phrase_of,
    span_of,
)

LEXICON = make_lexicon()
TEXT = (
    "Norlandic warplanes shot at least 12 people in Kessa on Monday, President Mara Quell said, "
    "citing the army."
)


def _plain_mention():
    _, quantity = marked_quantity(
        TEXT.replace("at least 12 people", "[at least 12 people]"),
        number="12",
        of="people",
        governor="shoot",
    )
    return make_mention(
        TEXT,
        "shot",
        entry="ASSAULT.shoot",
        lemma="shoot",
        actors=(phrase_of(TEXT, "Norlandic warplanes", modifiers=("Norlandic",)),),
        targets=(phrase_of(TEXT, "people", is_plural=True),),
        speakers=(
            phrase_of(TEXT, "President Mara Quell", label="PERSON"),
            phrase_of(TEXT, "army"),
        ),
        places=(span_of(TEXT, "Kessa"),),
        quantities=(quantity,),
        certainty=Certainty.PROBABLE,
    )


def test_code_claims_fills_every_field():
    (claim,) = code_claims(make_article(TEXT), [_plain_mention()], LEXICON)
    assert claim.article_id == "a-1"
    assert (claim.event_type, claim.mode, claim.cameo, claim.quad, claim.intensity) == (
        EventType.ASSAULT, "firearms", "193", 4, -9.0,
    )  # fmt: skip
    assert [(a.name, a.country) for a in claim.actors] == [("Norlandic warplanes", "XNO")]
    assert [a.name for a in claim.targets] == ["people"]
    assert (claim.action.text, claim.action_lemma) == ("shot", "shoot")
    assert claim.attributed_to.actor_id == "mara-quell"
    assert [a.name for a in claim.attribution_chain] == ["army"]
    assert (claim.place.name, claim.place.country) == ("Kessa", "XSU")
    assert claim.time.earliest == date(2025, 8, 25)
    assert [(c.kind, c.value, c.bound) for c in claim.counts] == [("killed", 12, "at_least")]
    assert (claim.polarity, claim.certainty, claim.temporality) == ("affirmed", "probable", "past")
    assert claim.contexts == ("military",)
    assert claim.confidence == 1.0
    assert claim.made_by == MadeBy(entry="ASSAULT.shoot", frame="transitive", rule="active")
    assert claim.sentence.text == TEXT


def test_code_claims_of_nothing_is_nothing():
    assert code_claims(make_article(TEXT), [], LEXICON) == ()


def test_code_claims_refuses_unknown_quad_table_even_without_mentions():
    with pytest.raises(LexiconError, match="plover"):
        code_claims(make_article(TEXT), [], LEXICON, quads="none")


def test_code_claims_codes_learned_words():
    (claim,) = code_claims(
        make_article(TEXT), [make_mention(TEXT, "citing", entry="AID.learned")], LEXICON
    )
    assert (claim.event_type, claim.made_by.entry) == (EventType.AID, "AID.learned")


def test_code_claims_keeps_the_fuller_of_two_with_one_id():
    full = dataclasses.replace(_plain_mention(), confidence=0.3)
    bare = dataclasses.replace(full, actors=(), entry="ASSAULT.attack", confidence=1.0)
    for mentions in ([full, bare], [bare, full]):
        (claim,) = code_claims(make_article(TEXT), mentions, LEXICON)
        assert claim.actors


def test_code_claims_chooses_alike_between_equals():
    active = _plain_mention()
    passive = dataclasses.replace(active, rule="passive")
    one, other = (
        code_claims(make_article(TEXT), mentions, LEXICON)
        for mentions in ([active, passive], [passive, active])
    )
    assert one == other


def test_code_claims_keeps_two_types_of_one_action():
    mentions = [
        make_mention(TEXT, "shot", entry="SANCTION.halt"),
        make_mention(TEXT, "shot", entry="ASSAULT.shoot"),
    ]
    claims = code_claims(make_article(TEXT), mentions, LEXICON)
    assert [c.event_type for c in claims] == [EventType.ASSAULT, EventType.SANCTION]


def test_code_claims_are_in_order_of_their_actions():
    mentions = [make_mention(TEXT, word) for word in ("citing", "shot", "said")]
    claims = code_claims(make_article(TEXT), mentions, LEXICON)
    assert [c.action.text for c in claims] == ["shot", "said", "citing"]


def test_code_claims_reads_place_in_country_of_the_rest_of_the_article():
    text = "It attacked in Tripoli and fled to Kessa"
    mentions = [
        make_mention(text, "attacked", places=(span_of(text, "Tripoli"),)),
        make_mention(text, "fled", places=(span_of(text, "Kessa"),)),
    ]
    claims = code_claims(make_article(text), mentions, LEXICON)
    assert claims[0].place.country == "XSU"


# Random mentions of random texts

PIECES = (
    "Norland Kessa the troops killed dozens 12 million at least between and 10 to 15 on Monday in "
    "May 2024 , . % $ including rose another no one province since last week U.S. é 30 February "
    "9999 years ago next weekend overnight from until the 1990s half a"
)
WORDS = st.sampled_from([*PIECES.split(), "\u2009", "\n"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
WORD = st.one_of(st.text(max_size=8), st.sampled_from(["kill", "toll", "hurt", "send", "people"]))


@st.composite
def random_spans(draw, text):
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return Span(start=start, end=end, text=text[start:end])


@st.composite
def random_phrases(draw, text):
    span = draw(random_spans(text))
    return ActorPhrase(
        span=span,
        name=draw(st.one_of(st.just(span.text), WORD)),
        head=draw(WORD),
        label=draw(st.sampled_from([None, "PERSON", "ORG", "GPE"])),
        modifiers=tuple(draw(st.lists(st.sampled_from(["Norland", "LON", ""]), max_size=2))),
    )


@st.composite
def random_quantities(draw, text):
    span = draw(random_spans(text))
    number = draw(st.sampled_from([span.text, *span.text.split(), "12", ""]))
    return Quantity(span=span, number=number, of=draw(WORD), governor=draw(WORD))


@st.composite
def random_mentions(draw, text):
    phrases = st.lists(random_phrases(text), max_size=2).map(tuple)
    spans = st.lists(random_spans(text), max_size=3).map(tuple)
    return Mention(
        article_id="a-1",
        sentence=draw(random_spans(text)),
        action=draw(random_spans(text)),
        lemma=draw(WORD),
        entry=draw(st.sampled_from([*LEXICON.events.entries, "AID.learned"])),
        rule=draw(WORD),
        actors=draw(phrases),
        targets=draw(phrases),
        polarity=draw(st.sampled_from(Polarity)),
        temporality=draw(st.sampled_from(Temporality)),
        speakers=draw(phrases),
        scope=draw(spans),
        places=draw(spans),
        quantities=tuple(draw(st.lists(random_quantities(text), max_size=2))),
        confidence=draw(st.floats(-1, 2)),
    )


@st.composite
def random_articles(draw):
    text = draw(TEXTS)
    article = make_article(text, draw(st.one_of(st.none(), st.dates())))
    return article, draw(st.lists(random_mentions(text), max_size=4))


def _spans(value):
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)


@given(random_articles())
def test_code_claims_keeps_its_laws_on_any_mentions(drawn):
    article, mentions = drawn
    claims = code_claims(article, mentions, LEXICON)
    assert all(isinstance(claim, Claim) for claim in claims)
    assert all(span.text == article.text[span.start : span.end] for span in _spans(claims))
    assert len({claim.id for claim in claims}) == len(claims)
    assert {c.id for c in claims} == {
        c.id for m in mentions for c in code_claims(article, [m], LEXICON)
    }
    assert [c.action.start for c in claims] == sorted(c.action.start for c in claims)
    assert all(0 <= claim.confidence <= 1 for claim in claims)
    assert all(claim.time.earliest <= claim.time.latest for claim in claims if claim.time)


@given(random_articles(), st.randoms())
def test_code_claims_does_not_depend_on_the_order_of_mentions(drawn, random):
    article, mentions = drawn
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert code_claims(article, shuffled, LEXICON) == code_claims(article, mentions, LEXICON)
