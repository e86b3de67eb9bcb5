"""What we write conforms to the shapes, and every line of their table finds what breaks it."""

import builtins
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace

from kg.errors import ArticleError, ExportError
from kg.exports import ExportOptions, Violation, export, validate
from kg.exports.validation import check
from kg.graph import KnowledgeGraph
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.shaping import Shape
from kg.model import Resolution
from tests.contract.test_exporters import hostile_graph
from tests.exports.breaking import Case, cases, valid_case
from tests.samples import sample_graph

RDF_FILES = ("graph.ttl", "graph.trig", "graph.nq", "graph.nt", "graph.jsonld")
CASES = tuple(cases())
NAMES = ("graph", "ontology", "shapes")
KG = Namespace(f"{ExportOptions().base_iri}ns#")
EMPTY = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
BASE = "https://data.example/war/"


@pytest.mark.parametrize(
    "graph", [sample_graph(), hostile_graph(), EMPTY], ids=["sample", "hostile", "empty"]
)
def test_what_we_write_conforms(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert validate(graph) == ()
    assert validate(graph, base_iri=BASE) == ()
    assert validate(export(graph, tmp_path / "graph.trig")) == ()


@pytest.mark.parametrize("name", RDF_FILES)
@pytest.mark.parametrize("base", [None, BASE])
def test_every_rdf_format_is_checked(name: str, base: str | None, tmp_path: Path) -> None:
    options = ExportOptions(base_iri=base) if base else ExportOptions()
    report = check(export(sample_graph(), tmp_path / name, options=options))
    assert report == check(sample_graph())
    assert report.nodes["kg:Claim"] == len(sample_graph().records.claims)
    assert report.statements > 1000


# --- every line of the table --------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Violation]]:
    """What is found wrong with each node, all nodes being checked at once."""
    graph = Graph()
    for case in (*map(valid_case, SHAPES), *CASES):
        case.add_to(graph)
    file = tmp_path_factory.mktemp("broken") / "broken.nt"
    file.write_text(graph.serialize(format="nt"), encoding="utf-8")
    by_focus = defaultdict[str, list[Violation]](list)
    for violation in validate(file):
        by_focus[violation.focus].append(violation)
    return by_focus


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_node_with_the_least_conforms(shape: Shape, found: Mapping[str, list[Violation]]) -> None:
    assert found.get(str(valid_case(shape).focus), []) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_break_is_found(case: Case, found: Mapping[str, list[Violation]]) -> None:
    violations = found.get(str(case.focus), [])
    assert (case.path, case.rule) in {(each.path, each.rule) for each in violations}
    if case.path:
        assert {each.path for each in violations} <= {case.path, *case.others}
        assert all(each.path in each.message for each in violations)


def test_every_line_of_the_table_is_broken() -> None:
    broken = {(case.shape.name, case.path) for case in CASES}
    lines = {(shape.name, each.name) for shape in SHAPES for each in shape.constraints}
    assert lines <= broken
    assert len({case.name for case in CASES}) == len(CASES)
    rules = {case.rule for case in CASES}
    assert {"MinCount", "MaxCount", "Class", "Datatype", "LessThanOrEquals"} <= rules


# --- by hand ------------------------------------------------------------------------------------


def changed(folder: Path, old: str, new: str) -> Path:
    """Return the sample's Turtle with one change."""
    file = export(sample_graph(), folder / "graph.ttl")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


BY_HAND = {
    "toll out of order": ("kg:low 9", "kg:low 10", "kg:low", "LessThanOrEquals"),
    "end before start": ("oa:end 20 ", "oa:end -1 ", "oa:start", "LessThanOrEquals"),
    "unknown code": ("kg:polarity kg:Denied", "kg:polarity kg:Unsure", "kg:polarity", "Class"),
    "code of another set": ("kg:polarity kg:Denied", "kg:polarity kg:Past", "kg:polarity", "Class"),
    "unknown mode": ("plover:ASSAULT-aerial", "plover:ASSAULT-magic", "kg:mode", "Class"),
    "type for a mode": ("kg:mode plover:ASSAULT-aerial", "kg:mode plover:AID", "kg:mode", "Class"),
    "day that is none": (
        'kg:earliest "2024-03-04"',
        'kg:earliest "2024-02-30"',
        "kg:earliest",
        "Datatype",
    ),
    "number that is none": ("kg:low 9", 'kg:low "NaN"^^xsd:decimal', "kg:low", "Datatype"),
    "double that is no number": (
        "kg:confidence 0.98",
        'kg:confidence "NaN"^^xsd:double',
        "kg:confidence",
        "MaxInclusive",
    ),
    "no truth value": (
        "kg:highIsOpen true",
        'kg:highIsOpen "maybe"^^xsd:boolean',
        "kg:highIsOpen",
        "Datatype",
    ),
    "no SEM": ("a kg:Event , sem:Event", "a kg:Event", "rdf:type", "HasValue"),
    "candidate in SEM": ("a kg:EventCandidate", "a kg:EventCandidate , sem:Event", "", "Not"),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_change_by_hand_is_found(name: str, tmp_path: Path) -> None:
    old, new, path, rule = BY_HAND[name]
    violations = validate(changed(tmp_path, old, new))
    assert (path, rule) in {(each.path, each.rule) for each in violations}
    assert violations == tuple(sorted(violations))


def test_violation_says_what_where_and_what_should_be(tmp_path: Path) -> None:
    file = changed(tmp_path, "kg:polarity kg:Denied", "kg:polarity kg:Unsure")
    (violation,) = validate(file)
    assert violation.focus.startswith("https://w3id.org/conflict-kg/id/claim/c-")
    assert violation.message == "has exactly 1 kg:polarity, of kg:Polarity"
    assert violation.value == "https://w3id.org/conflict-kg/ns#Unsure"


def test_ill_typed_values_write_nothing_to_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    validate(changed(tmp_path, 'kg:earliest "2024-03-04"', 'kg:earliest "2024-02-30"'))
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


def test_address_that_reads_like_no_number_is_an_address(tmp_path: Path) -> None:
    url = '"https://news.example/a-wire-2?q=1&x=%22"'
    assert validate(changed(tmp_path, f"schema:url {url}", 'schema:url "nan"')) == ()


def test_statements_about_statements_are_left_out(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.nt")
    with file.open("a", encoding="utf-8") as stream:
        inner = "<http://a.example/s> <http://a.example/p> <http://a.example/o>"
        stream.write(f"_:b <http://a.example/says> <<( {inner} )>> .\n")
    assert check(file) == check(sample_graph())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<http://a.example/s> a <http://a.example/T> .", "no node of kg"),
        (
            "<http://a.example/s> a <http://a.example/ns#Claim> , <http://b.example/ns#Claim> .",
            r"nodes of 2 bases \(http://a.example/, http://b.example/\)",
        ),
    ],
)
def test_file_of_others_is_refused(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text(content, encoding="utf-8")
    with pytest.raises(ExportError, match=message):
        validate(tmp_path / "other.ttl")


@pytest.mark.parametrize("name", ["missing.ttl", "graph.xml"])
def test_file_that_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=name):
        validate(tmp_path / name)


def test_shipped_files_serve_other_validators(tmp_path: Path) -> None:
    """With nothing of ours but the files: pyshacl as others call it."""
    import pyshacl

    paths = {name: export(sample_graph(), tmp_path / f"{name}.ttl") for name in NAMES}
    files = {name: Graph().parse(path) for name, path in paths.items()}

    def conforms() -> bool:
        shapes, ontology = files["shapes"], files["ontology"]
        return bool(pyshacl.validate(files["graph"], shacl_graph=shapes, ont_graph=ontology)[0])

    assert conforms()
    claim = next(files["graph"].subjects(RDF.type, KG.Claim))
    files["graph"].set((claim, KG.polarity, KG.Past))
    assert not conforms()


def test_missing_pyshacl_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pyshacl":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match=r"pip install 'conflict-kg\[shacl\]'"):
        validate(EMPTY)


def test_door_loads_neither_pyshacl_nor_rdflib() -> None:
    from tests.terminal import python_apart

    code = "import sys, kg.exports; print({'pyshacl', 'rdflib'} & set(sys.modules))"
    assert python_apart("-c", code).stdout == "set()\n"
