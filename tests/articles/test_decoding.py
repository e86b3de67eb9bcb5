"""Bytes to text: marks, charsets, damage, and bytes that are no text."""

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.decoding import declared_charset, decode, is_binary
from kg.articles.lines import iter_lines, mend

TEXT = "Łódź – “Kyiv”"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"]
)
def test_unicode_with_its_mark_is_read(encoding: str) -> None:
    marks = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    assert decode(marks.get(encoding, b"") + TEXT.encode(encoding)) == TEXT


def test_other_bytes_are_windows_1252() -> None:
    assert decode(b"Kyiv\x92s \x93caf\xe9\x94 \x96 no") == "Kyiv’s “café” – no"


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("iso-8859-1", b"Kyiv\x92s caf\xe9", "Kyiv’s café"),
        ("ISO-8859-2", b"\xa3\xf3d\xbc", "Łódź"),
        ("windows-1250", b"\xa3\xf3d\x9f", "Łódź"),
        ("shift_jis", "東京".encode("shift_jis"), "東京"),
        ("iso-8859-2", "Łódź".encode(), "Łódź"),
        ("no-such-charset", b"caf\xe9", "café"),
        ("rot13", b"caf\xe9", "café"),
        ("unicode_escape", rb"caf\u0041" + b"\xe9", r"caf\u0041é"),
        ("idna", b"caf\xe9", "café"),
    ],
)
def test_declared_charset_counts_where_it_is_one(charset: str, data: bytes, text: str) -> None:
    assert decode(data, charset=charset) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode() + b"\xff", id="damaged UTF-8"),
        pytest.param(TEXT.encode()[:-1], id="UTF-8 cut short"),
        pytest.param(b"\x81\x8d\x8f", id="signs that Windows-1252 lacks"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", id="half a sign"),
    ],
)
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(UnicodeError):
        decode(data)


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=windows-1251>", "windows-1251"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_charset_that_a_page_declares(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"", False),
        (TEXT.encode(), False),
        (TEXT.encode("utf-16"), False),
        (b"caf\xe9 \x93", False),
        (b"%PDF-1.7\n\x00\x01", True),
        (b"\x89PNG\r\n\x1a\n\x00", True),
        (TEXT.encode("utf-16-le"), True),
        (b"\x01\x02\x03 text", True),
        (b"page one\x0cpage two", False),
    ],
)
def test_binary_is_told_from_text(data: bytes, *, binary: bool) -> None:
    assert is_binary(data) is binary


def lines_of(data: bytes, longest: int = 10) -> list[tuple[int, str, bool]]:
    stream = io.BufferedReader(io.BytesIO(data))
    found = [
        (line.number, line.text, line.is_too_long) for line in iter_lines(stream, longest=longest)
    ]
    assert not stream.closed
    return found


def test_lines_are_numbered_and_keep_their_end() -> None:
    assert lines_of(b"a\r\nb\rc\n\nd") == [
        (1, "a\n", False),
        (2, "b\n", False),
        (3, "c\n", False),
        (4, "\n", False),
        (5, "d", False),
    ]


def test_long_line_is_cut_and_the_next_one_whole() -> None:
    assert lines_of(b"1234567890\n" + b"x" * 35 + b"\nnext") == [
        (1, "1234567890\n", False),
        (2, "x" * 11, True),
        (3, "next", False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_are_read_in_the_encoding_of_the_mark(encoding: str) -> None:
    assert [text for _, text, _ in lines_of("Łódź\nKyiv".encode(encoding))] == ["Łódź\n", "Kyiv"]


def test_stray_bytes_of_a_line_are_mended_and_others_stay() -> None:
    assert [mend(text) for _, text, _ in lines_of(b"caf\xe9\n" + "Łódź".encode())] == [
        "café\n",
        "Łódź",
    ]


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except UnicodeError:
        assert data


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
