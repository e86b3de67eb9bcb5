import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.graph.iris import DEFAULT_BASE_IRI, check_base_iri, is_iri, mint_iri

ANY_NAME = st.text(st.characters(exclude_categories=()))  # lone surrogates included

HOSTILE = {
    "blanks": ("U.S. Army", "U.S.%20Army"),
    "quotes": ('Red "Wolf"', "Red%20%22Wolf%22"),
    "markup": ("<b>&", "%3Cb%3E%26"),
    "path": ("../../etc", "..%2F..%2Fetc"),
    "dots": ("..", "%2E%2E"),
    "percent": ("100%", "100%25"),
    "fragment": ("a#b?c", "a%23b%3Fc"),
    "newline": ("a\r\nb", "a%0D%0Ab"),
    "NUL": ("\x00", "%00"),
    "Arabic": ("لواء", "%D9%84%D9%88%D8%A7%D8%A1"),
    "fire": ("🔥", "%F0%9F%94%A5"),
    "lone surrogate": ("\ud800", "%ED%A0%80"),
    "nothing": ("", ""),
    "harmless": ("a-1_b.c~d", "a-1_b.c~d"),
}


@pytest.mark.parametrize(("name", "segment"), HOSTILE.values(), ids=HOSTILE)
def test_mint_iri_encodes_hostile_names(name: str, segment: str) -> None:
    assert mint_iri(DEFAULT_BASE_IRI, "id", "x", name) == f"{DEFAULT_BASE_IRI}id/x/{segment}"


@given(ANY_NAME)
def test_mint_iri_gives_what_both_parsers_take(name: str) -> None:
    iri = mint_iri(DEFAULT_BASE_IRI, "id", "source", name)
    line = f"<{iri}> <{iri}> <{iri}> ."
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.TURTLE)
    ((subject, _, _),) = rdflib.Graph().parse(data=line, format="nt")
    assert quad.subject.value == str(subject) == iri
    assert rdflib.URIRef(iri).n3() == f"<{iri}>"
    assert is_iri(iri)


@given(ANY_NAME, ANY_NAME)
def test_mint_iri_keeps_names_apart(left: str, right: str) -> None:
    iris = {mint_iri(DEFAULT_BASE_IRI, "id", name) for name in (left, right)}
    assert len(iris) == len({left, right})


@given(st.lists(ANY_NAME, min_size=1, max_size=3))
def test_mint_iri_keeps_each_part_in_its_segment(parts: list[str]) -> None:
    iri = mint_iri(DEFAULT_BASE_IRI, *parts)
    segments = iri.removeprefix(DEFAULT_BASE_IRI).split("/")
    assert len(segments) == len(parts)
    assert not {".", ".."} & set(segments)


GOOD_BASES = ["https://w3id.org/conflict-kg/", "http://localhost:7878/kg/", "https://a.example/"]
BAD_BASES = {
    "no slash at the end": "https://a.example/kg",
    "fragment": "https://a.example/kg#",
    "query": "https://a.example/?kg/",
    "relative": "kg/",
    "no host": "https:///kg/",
    "blank": "https://a.example/my kg/",
    "injection": "https://a.example/> <https://b.example/",
    "other scheme": "javascript:alert(1)/",
    "newline": "https://a.example/\n",
    "half an escape": "https://a.example/%4/",
    "not ASCII": "https://bücher.example/",
    "nothing": "",
}


@pytest.mark.parametrize("base_iri", GOOD_BASES)
def test_check_base_iri_passes_good_ones(base_iri: str) -> None:
    assert check_base_iri(base_iri) == base_iri


@pytest.mark.parametrize("base_iri", BAD_BASES.values(), ids=BAD_BASES)
def test_bad_base_is_refused_with_advice(base_iri: str) -> None:
    with pytest.raises(ExportError, match=r"give an absolute http or https IRI"):
        check_base_iri(base_iri)
    with pytest.raises(ExportError, match=r"cannot be used"):
        mint_iri(base_iri, "id", "a")


ADDRESSES = {
    "plain": ("https://news.example/a?b=c&d=%20#e", True),
    "port": ("http://news.example:8080/", True),
    "host alone": ("https://news.example", True),
    "script": ("javascript:alert(1)", False),
    "blank": ("https://news.example/a b", False),
    "quote": ('https://news.example/"', False),
    "angle": ("https://news.example/>", False),
    "bare percent": ("https://news.example/100%", False),
    "brackets": ("https://news.example/[1]", False),
    "newline": ("https://news.example/\n", False),
    "relative": ("/a", False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("text", "is_valid"), ADDRESSES.values(), ids=ADDRESSES)
def test_is_iri_tells_addresses_apart(text: str, is_valid: bool) -> None:
    assert is_iri(text) is is_valid


LONG_NAMES = st.builds(
    lambda name, times, end: name * times + end, ANY_NAME, st.integers(1, 400), ANY_NAME
)


@given(LONG_NAMES, LONG_NAMES)
def test_long_names_give_short_iris_and_stay_apart(left: str, right: str) -> None:
    one, other = (mint_iri(DEFAULT_BASE_IRI, "id", "source", name) for name in (left, right))
    assert all(is_iri(iri) and len(iri) < 600 for iri in (one, other))
    assert (one == other) == (left == right)


def test_shortened_name_is_none_that_another_name_gives() -> None:
    long = mint_iri(DEFAULT_BASE_IRI, "ö" * 1000)
    assert long.startswith(f"{DEFAULT_BASE_IRI}%C3%B6")
    assert mint_iri(DEFAULT_BASE_IRI, long.removeprefix(DEFAULT_BASE_IRI)) != long
    (end,) = long.rpartition("!")[2:]
    assert len(end) == 32
    assert "%C3!" not in long
    assert not long.partition("!")[0].endswith("%")
