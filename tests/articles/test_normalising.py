"""Raw text to kept text: what goes, what stays, and the laws that offsets rest on."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.normalising import normalise, one_line

RAW = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=20),
        st.sampled_from(
            ["\r\n", "\n\n\n", " \n", "\u00a0", "\u200b", "e\u200b\u0301", "READ MORE", "\ud800"]
        ),
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="line ends"),
        pytest.param("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf", id="rare line ends"),
        pytest.param("a  \nb\t\n\u00a0\nc", "a\nb\n\nc", id="trailing spaces"),
        pytest.param("a\n\n\n\n\nb", "a\n\nb", id="three newlines are two"),
        pytest.param(" \n\t a \n ", "a", id="edges"),
        pytest.param("12\u00a0000\u202fmen\u3000fled\tnow", "12 000 men fled now", id="spaces"),
        pytest.param("Mo\u00adsul\u200e \u200bfell\ufeff", "Mosul fell", id="invisible"),
        pytest.param("\u202eevil\u202c \u2066x\u2069", "evil x", id="direction marks"),
        pytest.param("a\x00b\x07c\x1bd\x7fe\x9ff\ufffeg\uffffh", "abcdefgh", id="controls"),
        pytest.param("a\ud800b\udfffc", "abc", id="lone surrogates"),
        pytest.param("Traore\u0301", "Traoré", id="composed"),
        pytest.param("e\u200b\u0301", "é", id="composed across what was dropped"),
        pytest.param("two  spaces.  Stay", "two  spaces.  Stay", id="inner spaces stay"),
        pytest.param("“Quotes” – and dashes…", "“Quotes” – and dashes…", id="typography stays"),
        pytest.param("😀 \U0001f1fa\U0001f1e6", "😀 \U0001f1fa\U0001f1e6", id="emoji stay"),
        pytest.param("One.\nREAD MORE\nTwo.", "One.\nTwo.", id="boilerplate within"),
        pytest.param("One.\n\nREAD MORE\n\nTwo.", "One.\n\nTwo.", id="boilerplate paragraph"),
        pytest.param("Advertisement\nOne.\nShare", "One.", id="boilerplate at the edges"),
        pytest.param("", "", id="empty"),
    ],
)
def test_text_is_kept_so(raw: str, kept: str) -> None:
    assert normalise(raw) == kept


@given(RAW)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once


@given(RAW)
def test_kept_text_holds_the_laws(raw: str) -> None:
    text = normalise(raw)
    assert text == text.strip()
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"\n{3}| \n|[\r\t\x00\ufeff\u200b\xa0\ud800-\udfff]", text)
    text.encode()


@given(RAW)
def test_titles_are_one_line(raw: str) -> None:
    line = one_line(raw)
    assert line == " ".join(line.split())
    assert one_line(line) == line
