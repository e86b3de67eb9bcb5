"""Records: their layout is the public one, and nothing is lost on the way there and back."""

import json
from dataclasses import fields

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kg import model
from kg.model import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    Claim,
    Event,
    EventLink,
    Judgement,
    Place,
    Reason,
    Skip,
    Span,
    Story,
    claim_from_record,
    claim_to_record,
    dumps,
)
from tests.samples import sample_articles, sample_claim, sample_claims, sample_resolution

PLAIN = {
    Article: "article",
    Skip: "skip",
    Actor: "actor",
    Event: "event",
    ActorLink: "actor_link",
    EventLink: "event_link",
    Story: "story",
    Judgement: "judgement",
}
CLAIM_KEYS = [
    *("id", "article_id", "event_id", "event_type", "mode", "contexts", "cameo", "quad"),
    *("intensity", "actors", "targets", "action", "place", "time", "polarity", "certainty"),
    *("temporality", "attributed_to", "attribution_chain", "counts", "sentence", "confidence"),
    "made_by",
]
NESTED_KEYS = {
    "actors": ["actor_id", "name", "text", "start", "end", "country", "sector", "label"],
    "attributed_to": ["actor_id", "name", "text", "start", "end", "country", "sector", "label"],
    "action": ["text", "lemma", "start", "end"],
    "place": [
        *("name", "text", "start", "end", "latitude", "longitude", "country", "geonames_id"),
        "precision",
    ],
    "time": ["text", "earliest", "latest", "precision", "start", "end"],
    "counts": ["kind", "value", "bound", "relation", "of", "text", "start", "end"],
    "sentence": ["start", "end", "text"],
    "made_by": ["entry", "frame", "rule"],
}

numbers = st.floats(allow_nan=False, allow_infinity=False)
maybe_number = st.none() | numbers
known_ids = st.none() | st.text().filter(lambda text: not text.startswith("x-"))
mentions = st.builds(ActorMention, actor_id=known_ids)
places = st.builds(Place, latitude=maybe_number, longitude=maybe_number)
claims = st.builds(
    Claim,
    intensity=numbers,
    confidence=numbers,
    actors=st.lists(mentions, max_size=3).map(tuple),
    targets=st.lists(mentions, max_size=3).map(tuple),
    attributed_to=st.none() | mentions,
    attribution_chain=st.lists(mentions, max_size=2).map(tuple),
    place=st.none() | places,
)
events = st.builds(
    Event,
    intensity=numbers,
    confidence=numbers,
    place=st.none() | places,
    reasons=st.lists(st.builds(Reason, score=numbers), max_size=2).map(tuple),
)
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def through_json(record):
    return json.loads(dumps(record))


@relaxed
@given(claim=claims)
def test_claim_survives_its_record(claim):
    assert claim_from_record(through_json(claim_to_record(claim))) == claim


@pytest.mark.parametrize("cls", PLAIN, ids=PLAIN.values())
@relaxed
@given(data=st.data())
def test_value_survives_its_record(cls, data):
    value = data.draw(events if cls is Event else st.builds(cls))
    to_record = getattr(model, f"{PLAIN[cls]}_to_record")
    from_record = getattr(model, f"{PLAIN[cls]}_from_record")
    record = through_json(to_record(value))
    assert from_record(record) == value
    assert list(record) == [field.name for field in fields(cls)]


def test_samples_survive_their_records():
    assert [claim_from_record(through_json(claim_to_record(c))) for c in sample_claims()] == list(
        sample_claims()
    )


def test_claim_has_the_public_layout():
    record = claim_to_record(sample_claim("a-herald-1", "killed"))
    assert list(record) == CLAIM_KEYS
    for key, expected in NESTED_KEYS.items():
        value = record[key][0] if isinstance(record[key], list) else record[key]
        assert list(value) == expected, key


def test_offsets_of_a_record_slice_the_text():
    text_by_id = {article.id: article.text for article in sample_articles()}
    for claim in sample_claims():
        record = claim_to_record(claim)
        pieces = [
            *record["actors"],
            *record["targets"],
            *record["counts"],
            record["action"],
            record["sentence"],
            *filter(None, (record["place"], record["time"], record["attributed_to"])),
        ]
        text = text_by_id[claim.article_id]
        assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)


def test_resolution_takes_the_place_of_lexicon_ids():
    claim = sample_claim("a-herald-1", "killed")
    links = {
        Span(start=m.span.start, end=m.span.end, text=m.span.text): link.actor_id
        for m in claim.actor_mentions
        for link in sample_resolution().actor_links
        if (link.article_id, link.start, link.end) == (claim.article_id, m.span.start, m.span.end)
    }
    record = claim_to_record(claim, event_id="e-1", actor_ids=links)
    assert record["event_id"] == "e-1"
    assert record["targets"][0]["actor_id"].startswith("x-")
    assert claim_from_record(record) == claim


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 alone",
        "line\u2028and\u2029and\x85end",
        'tab\tnewline\nquote"',
        "🔥 لواء\u202e",
        "\x00",
    ],
)
def test_any_text_fits_one_line_of_utf8(text):
    line = dumps({"text": text})
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    assert json.loads(line) == {"text": text}


def test_numbers_that_are_none_are_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps({"confidence": float("nan")})


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"event_type": "FIGHT"}, ValueError),
        ({"place": {}}, None),
        ({"time": {"text": "x"}}, KeyError),
    ],
    ids=["unknown code", "empty is none", "missing key"],
)
def test_bad_record_raises(change, error):
    record = claim_to_record(sample_claim("a-herald-1", "killed")) | change
    if error is None:
        assert claim_from_record(record).place is None
        return
    with pytest.raises(error):
        claim_from_record(record)
