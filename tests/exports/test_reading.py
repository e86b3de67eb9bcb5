from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.exports import ExportOptions, export, read_rdf
from kg.graph import KnowledgeGraph
from kg.graph.terms import clean
from kg.model import (
    ActorMention,
    Article,
    Claim,
    Count,
    MadeBy,
    Place,
    Resolution,
    Span,
    Time,
)
from tests.samples import sample_graph

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
EXTENSIONS = [".ttl", ".trig", ".nq", ".nt", ".jsonld"]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_what_was_written_comes_back(extension: str, tmp_path: Path) -> None:
    records = sample_graph().records
    articles, claims = read_rdf(export(sample_graph(), tmp_path / f"graph{extension}"))
    assert articles == records.articles
    assert claims == records.claims


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_base_iri_is_found_in_the_file(extension: str, tmp_path: Path) -> None:
    base = "http://localhost:8080/war/"
    file = export(
        sample_graph(), tmp_path / f"graph{extension}", options=ExportOptions(base_iri=base)
    )
    assert read_rdf(file)[1] == sample_graph().records.claims


# What may stand in a graph: NFC or not, quotes, newlines, directions; not what XML cannot hold.
texts = st.text(st.characters(exclude_categories=()), max_size=12).map(clean)
maybe = st.none() | texts
days = st.dates(min_value=date(1, 1, 1))
BODY = 'Old "Town" \\ \u202e لواء\r\n\tfell 🔥 .'


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(BODY) - 1))
    end = draw(st.integers(start, len(BODY)))
    return Span(start=start, end=end, text=BODY[start:end])


mentions = st.builds(
    ActorMention,
    span=spans(),
    name=texts,
    actor_id=maybe,
    country=maybe,
    sector=maybe,
    label=maybe,
)
places = st.builds(
    Place,
    span=spans(),
    name=texts,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    country=maybe,
    geonames_id=st.none() | st.integers(0),
)
times = st.builds(Time, span=spans(), earliest=days, latest=days)
counts = st.builds(Count, span=spans(), value=st.integers(0), of=texts)
claims_of_any_kind = st.builds(
    Claim,
    id=texts,
    article_id=st.just("a-1"),
    mode=maybe,
    contexts=st.sets(texts).map(lambda found: tuple(sorted(found))),
    cameo=texts,
    quad=st.integers(1, 4),
    intensity=st.floats(-10, 10),
    confidence=st.floats(0, 1),
    actors=st.lists(mentions, max_size=3).map(tuple),
    targets=st.lists(mentions, max_size=3).map(tuple),
    action=spans(),
    action_lemma=texts,
    attributed_to=st.none() | mentions,
    attribution_chain=st.lists(mentions, max_size=12).map(tuple),
    place=st.none() | places,
    time=st.none() | times,
    counts=st.lists(counts, max_size=12).map(tuple),
    sentence=spans(),
    made_by=st.builds(MadeBy, entry=texts, frame=texts, rule=texts),
)
articles_of_any_kind = st.builds(
    Article,
    id=texts,
    text=texts,
    title=maybe,
    source=maybe,
    published=st.none() | days,
    url=maybe,
)


@pytest.mark.parametrize("extension", [".ttl", ".jsonld"])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(claim=claims_of_any_kind, article=articles_of_any_kind)
def test_any_claim_and_article_come_back(
    extension: str, claim: Claim, article: Article, tmp_path: Path
) -> None:
    home = Article(id="a-1", text=BODY)
    articles = {a.id: a for a in (article, home)}
    graph = KnowledgeGraph(articles=articles.values(), claims=[claim], resolution=Resolution())
    file = export(graph, tmp_path / f"graph{extension}")
    assert read_rdf(file) == (graph.records.articles, (claim,))


def test_illegal_characters_come_back_replaced_and_offsets_hold(tmp_path: Path) -> None:
    article = Article(id="a-1", text="a\x00b fell", title="\x1b[0m")
    graph = KnowledgeGraph(articles=[article], claims=[], resolution=Resolution())
    ((back,), _) = read_rdf(export(graph, tmp_path / "graph.nq"))
    assert (back.text, back.title) == ("a\ufffdb fell", "\ufffd[0m")


def edited(old: str, new: str) -> Callable[[str], str]:
    def edit(content: str) -> str:
        assert old in content
        return content.replace(old, new)

    return edit


XSD = "http://www.w3.org/2001/XMLSchema#"
KG = "https://w3id.org/conflict-kg/ns#"
FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "not RDF": (".ttl", lambda content: content + "oops", "is not valid RDF"),
    "cut off": (".ttl", lambda content: content[:-100], "is not valid RDF"),
    "not ours": (".nt", lambda _: "<http://x.example/a> <http://x.example/b> 'c' .", "valid RDF"),
    "nothing of ours": (".nt", lambda _: '<http://x/a> <http://x/b> "c" .\n', "holds no article"),
    "two bases": (
        ".nt",
        lambda content: content + content.replace("conflict-kg", "other"),
        "articles of 2 bases",
    ),
    "other text": (".ttl", edited("A convoy of", "A column of"), "text of article a-wire-2"),
    "other quote": (".ttl", edited('oa:exact "shelled"', 'oa:exact "bombed"'), "not there"),
    "other code": (".ttl", edited("kg:AtLeast", "kg:Perhaps"), "is no Bound"),
    "other type": (".ttl", edited("plover:COERCE", "plover:WAR"), "not a valid EventType"),
    "no number": (".nt", edited('"12"', '"twelve"'), "invalid literal"),
    "certain beyond all": (".ttl", edited("kg:confidence 0.9", "kg:confidence 9.0"), "from 0 to 1"),
    "not a number": (".nt", edited(f'"0.9"^^<{XSD}decimal>', f'"NaN"^^<{XSD}double>'), "from 0 to"),
    "no quad": (".ttl", edited("kg:quad 1", "kg:quad 7"), "kg:quad 7; it goes from 1 to 4"),
    "fewer than nobody": (".ttl", edited("kg:value 12", "kg:value -12"), "kg:value -12"),
    "beyond the pole": (".ttl", edited("wgs:lat 31.5", "wgs:lat 131.5"), "wgs:lat 131.5"),
    "no day": (".nt", edited("2024-03-04", "2024-13-45"), "month must be in 1..12"),
    "missing property": (".ttl", edited("kg:actionLemma", "kg:forgotten"), "no kg:actionLemma"),
    "two values": (".ttl", edited('kg:cameo "171"', 'kg:cameo "171" , "172"'), "2 values"),
    "missing article": (".nt", edited(f"<{KG}Article>", f"<{KG}Report>"), "which is missing"),
    "quoted triple": (".nt", lambda content: content + _TRIPLE_TERM, "is not valid RDF"),
}
_TRIPLE_TERM = "<http://x/a> <http://x/b> << <http://x/a> <http://x/b> <http://x/c> >> .\n"


@pytest.mark.parametrize(("extension", "edit", "message"), FAULTS.values(), ids=FAULTS)
def test_file_that_is_not_what_we_wrote_is_refused(
    extension: str, edit: Callable[[str], str], message: str, tmp_path: Path
) -> None:
    file = export(sample_graph(), tmp_path / f"graph{extension}")
    file.write_text(edit(file.read_text("utf-8")), "utf-8")
    with pytest.raises(ArticleError, match=message) as caught:
        read_rdf(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("name", ["missing.ttl", "graph.xml", "graph"])
def test_file_that_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=name):
        read_rdf(tmp_path / name)


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_empty_graph_comes_back_empty(extension: str, tmp_path: Path) -> None:
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    assert read_rdf(export(empty, tmp_path / f"graph{extension}")) == ((), ())


def test_statements_of_others_are_passed_over(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.nt")
    others = (
        "_:b <http://x.example/p> _:c .\n"
        "<http://x.example/s> <http://x.example/p> "
        "<<( <http://x.example/s> <http://x.example/p> <http://x.example/o> )>> .\n"
        f"<http://x.example/s> <{RDF_TYPE}> <javascript:ns#Article> .\n"
    )
    file.write_text(file.read_text("utf-8") + others, "utf-8")
    assert read_rdf(file)[1] == sample_graph().records.claims


def test_claims_are_read_whatever_the_order_of_lines(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.nq")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(reversed(lines)), "utf-8")
    assert read_rdf(file)[1] == sample_graph().records.claims
