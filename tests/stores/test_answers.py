"""What a table can be written as."""

import csv
import io
import json
import math

import pandas as pd
import pytest

from kg.graph.terms import XSD, Iri, Literal, decimal, integer, text
from kg.stores import Dataset, Statements, Table

TABLE = Table(
    columns=("thing", "words", "number"),
    rows=(
        (Iri("https://w3id.org/conflict-kg/id/event/e-1"), text('=1+"1"\n'), integer(-9)),
        (Iri("https://x.example/a b"), Literal("Krieg", language="de"), None),
    ),
)
PREFIXES = {"event": "https://w3id.org/conflict-kg/id/event/"}


def test_cells_are_for_people() -> None:
    assert TABLE.cells(PREFIXES) == [
        ("event:e-1", '=1+"1"\n', "-9"),
        ("https://x.example/a b", "Krieg", ""),
    ]


def test_csv_holds_no_formula_and_reads_back() -> None:
    content = "".join(TABLE.iter_csv())
    head, first, second = csv.reader(io.StringIO(content.removeprefix("\ufeff")))
    assert head == ["thing", "words", "number"]
    assert first[1:] == ['\'=1+"1"\n', "'-9"] or first[1:] == ['\'=1+"1"\n', "-9"]
    assert second[2] == ""


def test_json_is_that_of_sparql() -> None:
    document = json.loads(TABLE.to_json())
    assert document["head"] == {"vars": ["thing", "words", "number"]}
    first, second = document["results"]["bindings"]
    assert first["number"] == {"type": "literal", "value": "-9", "datatype": f"{XSD}integer"}
    assert first["words"] == {"type": "literal", "value": '=1+"1"\n'}
    assert second["words"]["xml:lang"] == "de"
    assert "number" not in second


VALUES = {
    "iri": (Iri("https://x.example/"), "https://x.example/"),
    "integer": (integer(3), 3),
    "decimal": (decimal(0.5), 0.5),
    "boolean": (Literal("true", XSD + "boolean"), True),
    "text": (text("3"), "3"),
    "no integer after all": (Literal("x", XSD + "integer"), "x"),
    "no number, an integer": (Literal("NaN", XSD + "integer"), "NaN"),
    "integer with exponent": (Literal("1e9999999", XSD + "integer"), "1e9999999"),
    "integer beyond all": (Literal("9" * 5000, XSD + "integer"), "9" * 5000),
    "digits of Python alone": (Literal("1_0", XSD + "decimal"), "1_0"),
    "double": (Literal("-1.5E3", XSD + "double"), -1500.0),
    "infinite": (Literal("INF", XSD + "double"), math.inf),
    "false": (Literal("0", XSD + "boolean"), False),
    "no truth value": (Literal("maybe", XSD + "boolean"), "maybe"),
    "nothing": (None, None),
}


@pytest.mark.parametrize(("term", "value"), VALUES.values(), ids=VALUES)
def test_values_are_python_values(term: object, value: object) -> None:
    assert Table(columns=("x",), rows=((term,),)).values() == [(value,)]  # type: ignore[arg-type]


def test_table_makes_a_data_frame(dataset: Dataset) -> None:
    answer = dataset.query("SELECT ?e ?n { ?e a kg:Event ; kg:storyCount ?n } ORDER BY ?e")
    assert isinstance(answer, Table)
    frame = pd.DataFrame(answer.values(), columns=answer.columns)
    assert frame["n"].dtype == "int64"


def test_table_shows_itself_and_is_a_frame() -> None:
    shown = TABLE._repr_html_()
    assert "event:e-1" in shown
    assert "&quot;" in shown
    assert "<td>-9</td>" in shown
    assert list(TABLE.to_frame().columns) == ["thing", "words", "number"]
    assert repr(TABLE) == "<Table: 2 rows of thing, words, number>"


def test_shown_table_is_safe_and_small() -> None:
    hostile = "<script>alert(1)</script>" * 100
    rows = ((Iri("https://x.example/<b>"), text(hostile), integer(1)),) * 200
    shown = Table(columns=("<i>", "words", "number"), rows=rows)._repr_html_()
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "<i>" not in shown
    assert "50 of 200 rows" in shown
    assert shown.count("<tr>") == 51


def test_statements_show_themselves(dataset: Dataset) -> None:
    answer = dataset.query("CONSTRUCT { ?e a kg:Event } WHERE { ?e a kg:Event }")
    assert isinstance(answer, Statements)
    assert repr(answer) == f"<Statements: {len(answer.lines)}>"
    assert answer._repr_html_().startswith("<pre>")
    long = Statements(lines=(), turtle="<script> .\n" * 1000)._repr_html_()
    assert "<script" not in long
    assert "200 of 1,000 lines" in long


def test_blank_node_of_a_query_is_one_in_json(dataset: Dataset) -> None:
    answer = dataset.query("SELECT ?b { BIND (BNODE() AS ?b) }")
    assert isinstance(answer, Table)
    assert json.loads(answer.to_json())["results"]["bindings"][0]["b"]["type"] == "bnode"
