"""The specification of claim extraction: sentences, each with every claim that it makes.

The table, `sentences.toml`, was written from the language and from the guidelines of what a claim
is, not from what the program finds. What it does not find yet stands in `known_failures.toml`.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.claims import code_claims
from kg.documents import annotate, load_pipeline
from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.model import Article, Claim, EventType
from tests.mentions.expectations import Sentence, complaints_about, read_sentences, shown

HERE = Path(__file__).parent
FLOORS = HERE.parent / "quality" / "floors.toml"
PUBLISHED = date(2025, 8, 29)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


SENTENCES = read_sentences(HERE / "sentences.toml")
KNOWN_FAILURES = {
    text: f"{cause.replace('_', ' ')}: {why}"
    for cause, failures in _read(HERE / "known_failures.toml").items()
    for text, why in failures.items()
}


def _case(sentence: Sentence) -> Any:
    reason = KNOWN_FAILURES.get(sentence.text)
    advice = "if it passes now, take it out of known_failures.toml"
    marks = (
        [pytest.mark.xfail(reason=f"{reason}; {advice}", raises=AssertionError, strict=True)]
        if reason
        else []
    )
    return pytest.param(sentence, id=sentence.text, marks=marks)


@pytest.fixture(scope="module")
def claims_by_text() -> dict[str, tuple[Claim, ...]]:
    lexicon = load_lexicon()
    articles = [
        Article(id=f"a-{number}", text=sentence.text, published=PUBLISHED)
        for number, sentence in enumerate(SENTENCES)
    ]
    return {
        article.text: code_claims(article, extract_mentions(article, doc, lexicon), lexicon)
        for article, doc in annotate(articles, load_pipeline())
    }


@pytest.mark.pipeline
@pytest.mark.parametrize("sentence", [_case(sentence) for sentence in SENTENCES])
def test_sentence_makes_exactly_these_claims(
    sentence: Sentence, claims_by_text: Mapping[str, tuple[Claim, ...]]
) -> None:
    claims = claims_by_text[sentence.text]
    complaints = complaints_about(sentence, claims)
    assert not complaints, "\n".join((*complaints, "found:", *map(shown, claims)))


@pytest.mark.pipeline
def test_share_of_right_sentences_keeps_its_floor(
    claims_by_text: Mapping[str, tuple[Claim, ...]],
) -> None:
    floor = _read(FLOORS)["sentences"]
    passing = sum(not complaints_about(s, claims_by_text[s.text]) for s in SENTENCES)
    assert len(SENTENCES) == floor["sentences"], "the table has changed: pin the floor anew"
    assert passing / len(SENTENCES) >= floor["passing"]


def test_sentences_are_distinct_and_of_the_length_of_news() -> None:
    texts = [sentence.text for sentence in SENTENCES]
    assert len(set(texts)) == len(texts)
    assert [text for text in texts if not 6 <= len(text.split()) <= 30] == []


def test_sentences_quote_only_themselves() -> None:
    strange = [
        (quote, sentence.text)
        for sentence in SENTENCES
        for expected in sentence.claims
        for quote in expected.quoted
        if quote not in sentence.text
    ]
    assert strange == []


def test_sentences_cover_every_event_type_four_times() -> None:
    covered = Counter(
        name
        for sentence in SENTENCES
        for name in {expected.types[0] for expected in sentence.claims}
    )
    assert {name: covered[name] for name in EventType if covered[name] < 4} == {}


def test_only_traps_make_no_claim() -> None:
    without = {sentence.text for sentence in SENTENCES if not sentence.claims}
    assert without == {sentence.text for sentence in SENTENCES if sentence.group == "traps"}


def test_known_failures_are_sentences_of_the_table() -> None:
    assert set(KNOWN_FAILURES) <= {sentence.text for sentence in SENTENCES}
