"""Articles as they are given, for callers who count characters."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import iter_exact
from kg.model import Article, Skip
from tests.articles.streams import stream_of


@pytest.mark.parametrize(
    "text",
    [
        "  Rebels fled. ",
        "Rebels\u00a0fled\r\n\r\n\r\nShare\r\n",
        "Traore\u0301 came",
        "Die Armee hat den Angriff auf die Stadt bestätigt.",
        "READ MORE",
    ],
)
def test_text_is_kept_to_the_character(text: str) -> None:
    [article] = iter_exact(stream_of(json.dumps({"id": "n-1", "text": text})))
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("n-1", text)


def test_order_and_ids_are_the_given_ones() -> None:
    lines = '{"id": 2, "text": "One."}\n\n{"id": 1, "text": "Two."}\n{"id": 2, "text": "One."}'
    assert [
        article.id for article in iter_exact(stream_of(lines)) if isinstance(article, Article)
    ] == [
        "2",
        "1",
        "2",
    ]


def test_bad_lines_are_skips_with_their_number() -> None:
    found = list(
        iter_exact(stream_of('{"text": \n{"id": "n-1"}\n{"text": "12"}\n{"text": "One."}'))
    )
    assert [(one.where, one.reason) for one in found if isinstance(one, Skip)] == [
        ("stdin:1", "broken JSON"),
        ("stdin:2", "no text"),
        ("stdin:3", "no text"),
    ]
    assert isinstance(found[3], Article)


def test_stream_without_lines_gives_nothing() -> None:
    assert list(iter_exact(stream_of(b""))) == []


@given(st.text(st.characters(), min_size=1))
def test_offsets_hold_and_every_text_can_be_written(text: str) -> None:
    [article] = iter_exact(stream_of(json.dumps({"text": f"a{text}"})))
    assert isinstance(article, Article)
    assert len(article.text) == len(text) + 1
    article.text.encode()
