"""What every reader of the table holds to, because it stands in the table."""

import io
import json
import socket
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.articles import FORMATS, READERS, Draft, Format, OpenInput, ReadOptions, SkipReason
from kg.articles.finishing import finish
from kg.model import Article, Skip

OPTIONS = ReadOptions(max_bytes=100_000)
SENTENCE = "Rebels shelled the town of Harim on Friday, killing two people."
PIECES = st.sampled_from(
    [
        *(b"<html>", b"<body>", b"<p>", b"</p>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<svg>"),
        *(b"<rss><channel>", b"<item>", b"<description>", b"</item>", b"<!DOCTYPE x [", b"<title>"),
        *(b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<content type='xhtml'>"),
        *(
            b"<?xml version='1.0' encoding='",
            b"'?>",
            b"&#xD800;",
            b"&#0;",
            b"&amp;",
            b"<time datetime='",
        ),
        *(
            b"<link rel=canonical href='http://[",
            b"<meta charset=",
            b"<script type='application/ld+json'>",
        ),
        *(
            b'{"text": "',
            b'"}',
            b"{",
            b"[",
            b"]",
            b"1e999",
            b"\\ud800",
            b'"',
            b",",
            b";",
            b"\t",
            b"|",
        ),
        *(
            b"text,title\n",
            b"sep=",
            b"# ",
            b"**",
            b"__",
            b"[a](",
            b"![",
            b"```\n",
            b"---\n",
            b"title: x\n",
        ),
        *(b"\n", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x81", b"\xe2\x80", b" " * 99),
        SENTENCE.encode(),
    ]
)
CONTENT = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(b"".join))
SAMPLES = {
    "text": SENTENCE,
    "markdown": f"# Raid\n\n{SENTENCE}",
    "html": f"<html><body><p>{SENTENCE}</p></body></html>",
    "jsonl": json.dumps({"text": SENTENCE}),
    "csv": f'text\n"{SENTENCE}"\n',
    "feed": f"<rss><channel><item><description>{SENTENCE}</description></item></channel></rss>",
}
every_format = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        pytest.fail("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def run(row: Format, data: bytes) -> list[Draft | Skip]:
    stream = io.BufferedReader(io.BytesIO(data))
    found = list(row.read(OpenInput(where="input", stream=stream), OPTIONS))
    assert not stream.closed
    return found


@every_format
@given(data=CONTENT)
@example(data=b"")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_become_drafts_and_skips(row: Format, data: bytes) -> None:
    for found in run(row, data):
        assert found.where.startswith("input")
        assert isinstance(found, Draft) or found.reason in list(SkipReason)


@every_format
@given(data=CONTENT)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_draft_becomes_an_article_or_a_skip(row: Format, data: bytes) -> None:
    for draft in run(row, data):
        found = draft if isinstance(draft, Skip) else finish(draft, OPTIONS)
        assert isinstance(found, Article | Skip)
        if isinstance(found, Article):
            assert found.id
            assert found.text == found.text.strip() != ""


@every_format
def test_same_bytes_give_the_same_drafts(row: Format) -> None:
    data = SAMPLES[row.name].encode()
    assert run(row, data) == run(row, data)


@every_format
def test_sample_of_the_format_is_read(row: Format) -> None:
    [draft] = run(row, SAMPLES[row.name].encode())
    assert isinstance(draft, Draft)
    article = finish(draft, OPTIONS)
    assert isinstance(article, Article)
    assert article.text == SENTENCE


@every_format
def test_what_is_too_large_is_a_skip(row: Format) -> None:
    data = SAMPLES[row.name].replace(SENTENCE, SENTENCE * 20_000).encode()
    found = [d if isinstance(d, Skip) else finish(d, OPTIONS) for d in run(row, data)]
    assert [skip.reason for skip in found if isinstance(skip, Skip)] == ["too large"]


@every_format
def test_row_of_the_table_is_whole(row: Format) -> None:
    assert row.description
    assert row.extensions
    assert [READERS[extension] for extension in row.extensions] == [row] * len(row.extensions)
