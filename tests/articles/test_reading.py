"""The whole way: files and streams in, articles and skips out."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import kg.articles
from kg.articles import FORMATS, READERS, ReadOptions, SkipReason, read_articles
from kg.errors import ArticleError
from kg.model import Article, Skip, article_id
from tests.articles.streams import stream_of

Read = Callable[..., list[Article | Skip]]

SHARED = Path(__file__).parents[2].parent / "shared" / "articles"
TEXT = "Rebels fled the town on Friday."


def test_plain_text_is_an_article_with_an_id_of_its_content(read: Read) -> None:
    content = {"source": None, "url": None, "published": None, "title": None, "text": TEXT}
    assert read("a.txt", f"{TEXT}\n") == [Article(id=article_id(**content), text=TEXT)]


def test_header_and_options_fill_the_fields(read: Read) -> None:
    text = f"id: n-1\ntitle: Town  falls\ndate: 29 August 2025\nurl: https://a.example/1\n\n{TEXT}"
    [article] = read("a.txt", text, source="Courier", published=date(2020, 1, 1))
    assert article == Article(
        id="n-1",
        text=TEXT,
        title="Town falls",
        source="Courier",
        published=date(2025, 8, 29),
        url="https://a.example/1",
    )


def test_options_fill_what_is_not_stated_and_count_for_the_id(read: Read) -> None:
    [plain] = read("a.txt", TEXT)
    [filled] = read("a.txt", TEXT, source="Courier", published=date(2025, 8, 29))
    assert isinstance(plain, Article)
    assert isinstance(filled, Article)
    assert (filled.source, filled.published) == ("Courier", date(2025, 8, 29))
    assert filled.id != plain.id


def test_date_that_cannot_be_read_is_none_whatever_the_caller_says(read: Read) -> None:
    [article] = read("a.txt", f"date: 03/04/2025\n\n{TEXT}", published=date(2025, 8, 29))
    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=1#z", True),
        ("HTTP://A.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("/relative", False),
        ("https://a.example/<script>", False),
        ("https://a.example/a b", False),
    ],
)
def test_address_is_kept_only_if_it_is_one_of_the_web(read: Read, url: str, *, kept: bool) -> None:
    [article] = read("a.txt", f"url: {url}\n\n{TEXT}")
    assert isinstance(article, Article)
    assert article.url == (url if kept else None)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "no text"),
        ("a.txt", " \n\t\n", "no text"),
        ("a.txt", "12:30 *** 14", "no text"),
        ("a.txt", "READ MORE", "no text"),
        ("a.txt", "title: Raid\n\n", "no text"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", TEXT.encode("utf-16-le"), "binary"),
        ("a.txt", b"Rebels \x81\x8d fled", "wrong encoding"),
        ("a.txt", "Die Armee hat den Angriff auf die Stadt bestätigt.", "not English"),
        ("a.txt", "Россия нанесла удар", "not English"),
        ("a.txt", "Россия нанесла удар".encode("cp1251") * 3, "not English"),
        ("a.txt", TEXT * 100, "too large"),
        ("a.md", TEXT * 100, "too large"),
        ("a.html", f"<p>{TEXT * 300}</p>", "too large"),
        ("a.html", f"<p>{TEXT * 60}</p>", "too large"),
        ("a.xml", f"<rss>{TEXT * 600}</rss>", "too large"),
        ("a.jsonl", "", "no text"),
        ("a.csv", "text\n", "no text"),
        ("a.pdf", b"%PDF-1.7", "unknown format"),
    ],
)
def test_bad_file_is_one_skip(read: Read, name: str, content: str | bytes, reason: str) -> None:
    [skip] = read(name, content, max_bytes=1000)
    assert isinstance(skip, Skip)
    assert skip.reason == reason
    assert Path(skip.where).name == name
    assert skip.detail


def test_file_over_the_limit_for_files_is_not_opened(read: Read) -> None:
    [skip] = read("a.jsonl", '{"text": "Rebels fled."}\n' * 9, max_file_bytes=100)
    assert isinstance(skip, Skip)
    assert skip.reason == "too large"


def test_same_id_and_text_is_yielded_once(read: Read) -> None:
    line = '{"id": "n-1", "text": "Rebels fled."}\n'
    assert len(read("a.jsonl", line * 3)) == 1
    assert len(read("b.jsonl", '{"text": "Rebels fled."}\n' * 3)) == 1


def test_same_id_and_other_text_is_a_skip_with_advice(read: Read) -> None:
    first, skip = read("a.jsonl", '{"id": "n-1", "text": "One."}\n{"id": "n-1", "text": "Two."}\n')
    assert isinstance(first, Article)
    assert isinstance(skip, Skip)
    assert (first.text, skip.reason) == ("One.", "id taken by another text")
    assert skip.where.endswith("a.jsonl:2")
    assert "kg remove DIR n-1" in skip.detail


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00")
    (tmp_path / "b.jsonl").write_text('{"text": \n{"text": "Rebels fled."}\n', encoding="utf-8")
    (tmp_path / "c.txt").write_text("Troops came.", encoding="utf-8")
    found = list(read_articles([tmp_path]))
    assert [one.text for one in found if isinstance(one, Article)] == [
        "Rebels fled.",
        "Troops came.",
    ]
    assert [one.reason for one in found if isinstance(one, Skip)] == ["binary", "broken JSON"]


@pytest.mark.parametrize(
    "content",
    [
        b'{"text": "Rebels fled."}\n{"text": "Troops came."}\n',
        b'\n\n  {"text": "Rebels fled."}\n{"text": "Troops came."}',
        b'\xef\xbb\xbf{"text": "Rebels fled."}\n{"text": "Troops came."}',
        '{"text": "Rebels fled."}\n{"text": "Troops came."}'.encode("utf-16"),
    ],
    ids=["plain", "blank lines first", "mark", "utf-16"],
)
def test_standard_input_that_begins_with_a_brace_is_json_lines(content: bytes) -> None:
    found = list(read_articles("-", options=ReadOptions(stdin=stream_of(content))))
    assert [one.text for one in found if isinstance(one, Article)] == [
        "Rebels fled.",
        "Troops came.",
    ]


def test_other_standard_input_is_one_text() -> None:
    stdin = stream_of(f"source: Courier\n\n[Kyiv] {TEXT}\n{{")
    [article] = read_articles(["-"], options=ReadOptions(stdin=stdin))
    assert isinstance(article, Article)
    assert (article.source, article.text) == ("Courier", f"[Kyiv] {TEXT}\n{{")
    assert not stdin.closed


def test_array_on_standard_input_gets_advice() -> None:
    [skip] = read_articles("-", options=ReadOptions(stdin=stream_of('[{"text": "x"}]')))
    assert skip == Skip(
        where="stdin", reason="broken JSON", detail="a JSON array; write one object a line"
    )


def test_standard_input_may_be_a_stream_of_text() -> None:
    [article] = read_articles("-", options=ReadOptions(stdin=io.StringIO(f"{TEXT}\ud800")))
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_standard_input_may_wrap_bytes() -> None:
    wrapped = io.TextIOWrapper(io.BufferedReader(stream_of('{"text": "Rebels fled."}')))
    [article] = read_articles("-", options=ReadOptions(stdin=wrapped))
    assert isinstance(article, Article)


def test_empty_standard_input_is_a_skip() -> None:
    [skip] = read_articles("-", options=ReadOptions(stdin=stream_of(b"")))
    assert skip == Skip(where="stdin", reason="no text", detail="not a word in it")


class Counted(io.RawIOBase):
    """A stream of JSON lines that counts how many were asked for."""

    def __init__(self) -> None:
        self.lines = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        self.lines += 1
        line = f'{{"text": "Rebels fled town {self.lines}."}}\n'.encode()
        buffer[: len(line)] = line
        return len(line)


def test_endless_stream_is_read_as_far_as_asked() -> None:
    stdin = Counted()
    found = read_articles("-", options=ReadOptions(stdin=stdin))
    assert isinstance(next(found), Article)
    assert stdin.lines < 2000


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"columns": {"txt": "Body"}}, "txt: no field"),
        ({"max_bytes": 0}, "must be positive"),
        ({"max_file_bytes": -1}, "must be positive"),
    ],
)
def test_options_that_cannot_be_meant_are_an_error(options: dict, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        ReadOptions(**options)


def test_every_extension_has_one_format() -> None:
    extensions = [extension for row in FORMATS for extension in row.extensions]
    assert sorted(extensions) == sorted(READERS)
    assert [e for e in extensions if e != e.lower() or not e.startswith(".")] == []


def test_reasons_are_told_apart() -> None:
    assert len({str(reason) for reason in SkipReason}) == len(SkipReason)


def test_door_is_sorted() -> None:
    assert sorted(kg.articles.__all__) == sorted(set(kg.articles.__all__))
    assert [name for name in kg.articles.__all__ if not hasattr(kg.articles, name)] == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not on this machine")
def test_real_articles_are_all_read() -> None:
    found = list(read_articles([SHARED]))
    assert [one for one in found if isinstance(one, Skip)] == []
    assert len(found) == 100
