"""JSON lines: fields by any usual name, and a broken line that costs that line alone."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.normalising import normalise
from kg.articles.options import ReadOptions
from kg.articles.reading import read_articles
from kg.model import Article, Skip
from tests.articles.streams import stream_of

Drafts = Callable[..., list]


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        pytest.param(
            {"id": "n-1", "text": "x", "title": "T", "source": "S", "url": "u", "published": "p"},
            {"id": "n-1", "text": "x", "title": "T", "source": "S", "url": "u", "published": "p"},
            id="our own names",
        ),
        pytest.param(
            {"Headline": "T", "BODY": "x", "Publish Date": "p", "Outlet": "S", "link": "u"},
            {"title": "T", "text": "x", "published": "p", "source": "S", "url": "u"},
            id="other names, other case",
        ),
        pytest.param(
            {"source": {"id": None, "name": "S"}, "publishedAt": "p", "content": "x"},
            {"source": "S", "published": "p", "text": "x"},
            id="source as an object",
        ),
        pytest.param({"id": 42, "text": "x"}, {"id": "42", "text": "x"}, id="id as a number"),
        pytest.param({"id": True, "text": "x"}, {"text": "x"}, id="id that is none"),
        pytest.param({"text": None, "body": "x"}, {"text": "x"}, id="first name empty"),
        pytest.param({"text": " ", "body": "x"}, {"text": "x"}, id="first name blank"),
        pytest.param({"text": "x", "body": "y"}, {"text": "x"}, id="likeliest name first"),
        pytest.param({"text": ["x"], "summary": "y"}, {"text": "y"}, id="text that is a list"),
        pytest.param({"text": "x", "title": None}, {"text": "x"}, id="null"),
    ],
)
def test_fields_are_found(drafts: Drafts, record: dict, fields: dict) -> None:
    [draft] = drafts(".jsonl", json.dumps(record))
    stated = {name: getattr(draft, name) for name in ("id", "text", "title", "source", "url")}
    stated["published"] = draft.published
    assert {name: value for name, value in stated.items() if value} == fields


def test_columns_of_the_caller_win(drafts: Drafts) -> None:
    [draft] = drafts(".jsonl", '{"text": "x", "Lead": "y"}', columns={"text": "lead"})
    assert draft.text == "y"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "x"', "broken JSON"),
        ("x", "broken JSON"),
        ("[1]", "broken JSON"),
        ("12", "broken JSON"),
        ("null", "broken JSON"),
        ('{"text": ' + "[" * 100_000, "broken JSON"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "broken JSON"),
        ('{"headline": "x"}', "no text"),
        ("{}", "no text"),
        ('{"text": "' + "x" * 1_000_000 + '"}', "too large"),
        (b'{"text": "\x81"}', "wrong encoding"),
    ],
    ids=range(11),
)
def test_bad_line_is_one_skip_and_the_rest_is_read(
    drafts: Drafts, line: str | bytes, reason: str
) -> None:
    bad = line if isinstance(line, bytes) else line.encode()
    good = b'{"text": "Rebels fled."}'
    first, skip, last = drafts(".jsonl", b"\n".join([good, bad, good]), max_bytes=900_000)
    assert (skip.where, skip.reason) == ("input:2", reason)
    assert skip.detail
    assert [first.where, last.where] == ["input:1", "input:3"]


def test_array_is_one_skip_with_advice(drafts: Drafts) -> None:
    [skip] = drafts(".jsonl", '[\n{"text": "x"},\n{"text": "y"}\n]')
    assert (skip.reason, skip.detail) == ("broken JSON", "a JSON array; write one object a line")


def test_message_of_a_missing_text_names_the_fields(drafts: Drafts) -> None:
    [skip] = drafts(".jsonl", '{"headline": "x", "lede": "y"}')
    assert "'headline', 'lede'" in skip.detail


def test_blank_lines_and_marks_count_for_nothing(drafts: Drafts) -> None:
    found = drafts(".jsonl", b'\xef\xbb\xbf\n \r\n{"text": "x"}\r\n\n')
    assert [draft.where for draft in found] == ["input:3"]


def test_stray_windows_1252_is_read(drafts: Drafts) -> None:
    [draft] = drafts(".jsonl", b'{"text": "Kyiv\x92s caf\xe9"}')
    assert draft.text == "Kyiv’s café"


def test_utf16_is_read(drafts: Drafts) -> None:
    found = drafts(".jsonl", '{"text": "Łódź"}\n{"text": "Kyiv"}\n'.encode("utf-16"))
    assert [draft.text for draft in found] == ["Łódź", "Kyiv"]


def test_escaped_lone_surrogates_are_gone(read: Callable[..., list]) -> None:
    [article] = read("a.jsonl", r'{"id": "n\ud800", "text": "Rebels\udfff fled."}')
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("n", "Rebels fled.")


@given(st.lists(st.text(st.characters(), min_size=1), max_size=5))
def test_articles_come_back_in_order(texts: list[str]) -> None:
    lines = [
        json.dumps({"id": f"n-{n}", "text": f"Rebels. {text}"}) for n, text in enumerate(texts)
    ]
    found = list(read_articles("-", options=ReadOptions(stdin=stream_of("\n".join(["", *lines])))))
    if not texts:
        assert [type(one) for one in found] == [Skip]
        return
    wanted = {f"n-{n}": normalise(f"Rebels. {text}") for n, text in enumerate(texts)}
    kept = {one.id: one.text for one in found if isinstance(one, Article)}
    skipped = [one for one in found if isinstance(one, Skip)]
    assert kept.items() <= wanted.items()
    assert {skip.reason for skip in skipped} <= {"not English"}
    assert len(kept) + len(skipped) == len(texts)
