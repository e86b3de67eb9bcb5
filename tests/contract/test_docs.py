"""What the documents say is so: links, commands, fields, tables, and the worked example."""

import configparser
import dataclasses
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.articles import FORMATS
from kg.cli.app import COMMANDS, command_name
from kg.exports import EXPORTERS
from kg.exports.tables import SKIP_COLUMNS
from kg.graph import Store
from kg.graph.frames import ACTOR_COLUMNS, ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS
from kg.lexicons import Complement, load_lexicon
from kg.lexicons.event_loading import ENTRY_KEYS, NEEDS
from kg.model import Article, CountKind, claim_to_record, event_to_record
from kg.pipeline import extract
from kg.resolution import resolve
from scripts import make_cli_reference, make_schema_tables
from tests.samples import sample_claims, sample_graph

ROOT = Path(__file__).parents[2]
NOT_OURS = {"build", "dist", "out", "exports/demo", "training/work"}  # see .gitignore

_LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)\s#]*)(?:#(?P<anchor>[^)\s]+))?\)")
_HEADING = re.compile(r"^#{1,6} (?P<words>.+)$", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MACHINE_PATH = re.compile(r"(?<![\w.~)\]}<>*-])/(?:work|tmp|root|home)(?:/|\b(?![\w-]))")
_EXAMPLE = r"<!-- example: {name} -->\n```json\n(?P<json>.*?)```"

DTYPE_NAMES = {
    "string": {"text", "text list", "day"},
    "int64": {"integer"},
    "Int64": {"integer"},
    "float64": {"decimal"},
}


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def ours(*endings: str) -> list[str]:
    """Return the files of the project with these endings, as paths below its root."""
    found = []
    for folder, below, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        below[:] = [name for name in below if _is_ours(here / name)]
        found += [(here / name).as_posix() for name in names if name.endswith(endings)]
    return sorted(found)


def _is_ours(folder: Path) -> bool:
    is_hidden = folder.name.startswith(".") and folder.name != ".ci"
    return not is_hidden and folder.as_posix() not in NOT_OURS


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one."""
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"there is no heading {heading!r}"
    return re.split(r"^#{1,6} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of all table rows whose first cell is code."""
    lines = (line for line in text.splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def names_of(text: str) -> list[str]:
    return [name for row in rows_of(text) for name in re.findall(r"`([^`]+)`", row[0])]


# --- links and paths ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", ours(".md"))
def test_relative_links_lead_somewhere(path: str) -> None:
    broken = []
    for link in _LINK.finditer(_CODE.sub("", read(path))):
        target = (ROOT / path).parent / link["path"] if link["path"] else ROOT / path
        if not target.exists() or (link["anchor"] and link["anchor"] not in anchors_of(target)):
            broken.append(link.group())
    assert broken == []


def anchors_of(path: Path) -> set[str]:
    """Return the anchors that headings of a Markdown file get."""
    headings = _HEADING.finditer(_CODE.sub("", path.read_text(encoding="utf-8")))
    return {anchor_of(heading["words"]) for heading in headings}


def anchor_of(words: str) -> str:
    kept = "".join(c for c in words.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


def test_no_path_of_one_machine() -> None:
    found = {
        f"{path}:{number}": line
        for path in ours(".md", ".py", ".toml")
        for number, line in enumerate(read(path).splitlines(), 1)
        if _MACHINE_PATH.search(line)
    }
    assert found == {}


@pytest.mark.parametrize(
    ("line", "is_path"),
    [
        ("see %work/main for it", True),
        ('Path("%tmp/x")', True),
        ("cd %root", True),
        ("`%home/me/news`", True),
        ("training%work is ours", False),
        ("https:%%example.org%home/page", False),
        ("out%tmp/x", False),
        ("%workers", False),
        ("a closing <%root>", False),
    ],
)
def test_paths_of_machines_are_recognised(line: str, is_path: bool) -> None:
    assert bool(_MACHINE_PATH.search(line.replace("%", "/"))) is is_path


def test_readme_begins_with_the_two_commands() -> None:
    readme = read("README.md")
    assert "make demo" in readme
    assert "make test" in readme


# --- the command line ---------------------------------------------------------------------------


def test_command_line_reference_is_up_to_date() -> None:
    advice = "run `python scripts/make_cli_reference.py`"
    assert read("docs/cli.md") == make_cli_reference.reference(), advice


@pytest.mark.parametrize("command", COMMANDS, ids=command_name)
def test_command_is_told_with_examples(command: Callable[..., None]) -> None:
    name = command_name(command)
    examples = make_cli_reference.examples_of(command)
    assert [e for e in examples if f"kg {name}" in e], f"give kg {name} an example"
    told = section(read("docs/cli.md"), f"## kg {name}")
    assert [e for e in examples if e not in told] == []
    for parameter in make_cli_reference.parameters_of(command):
        assert f"| `{parameter.name}` |" in told


def test_no_command_is_promised_that_there_is_not() -> None:
    known = {command_name(command) for command in COMMANDS}
    promised = {
        f"{path}: kg {name}"
        for path in ours(".md", ".py", ".toml")
        if not path.startswith("tests/")
        for name in re.findall(r"`kg ([a-z]+)\b", read(path))
        if name not in known
    }
    assert promised == set()


# --- docs/schema.md -----------------------------------------------------------------------------

SCHEMA = read("docs/schema.md")


def test_tables_of_the_schema_are_up_to_date() -> None:
    advice = "run `python scripts/make_schema_tables.py`"
    assert make_schema_tables.fill(SCHEMA) == SCHEMA, advice


def test_every_table_stands_in_the_schema_once() -> None:
    names = make_schema_tables.names_in(SCHEMA)
    assert sorted(names) == sorted(make_schema_tables.TABLES)


@pytest.mark.parametrize("name", EXPORTERS)
def test_exporter_is_told(name: str) -> None:
    assert f"| `{name}` | `{EXPORTERS[name].file_name}` |" in SCHEMA


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_reader_is_told(row: Any) -> None:
    assert f"| `{row.name}` |" in SCHEMA
    assert all(f"`{ending}`" in SCHEMA for ending in row.extensions)


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("### events.csv", EVENT_COLUMNS),
        ("### actors.csv", ACTOR_COLUMNS),
        ("### graph.claims", CLAIM_COLUMNS),
        ("### graph.articles", ARTICLE_COLUMNS),
    ],
)
def test_columns_are_told_in_order_with_their_types(
    heading: str, columns: Mapping[str, str]
) -> None:
    rows = rows_of(section(SCHEMA, heading))
    assert [row[0].strip("`") for row in rows] == list(columns)
    wrong = [row[0] for row in rows if row[1] not in DTYPE_NAMES[columns[row[0].strip("`")]]]
    assert wrong == []


def test_columns_of_skips_are_told() -> None:
    rows = rows_of(section(SCHEMA, "### skipped.csv"))
    assert [row[0].strip("`") for row in rows] == list(SKIP_COLUMNS)


def test_fields_of_claims_are_told_in_order() -> None:
    record = claim_to_record(sample_claims()[0])
    assert names_of_first_cells("## claims.jsonl") == list(record)


def names_of_first_cells(heading: str) -> list[str]:
    return [row[0].strip("`") for row in rows_of(section(SCHEMA, heading))]


def test_inner_fields_of_claims_are_told() -> None:
    records = [claim_to_record(claim) for claim in sample_claims()]
    mentions = {tuple(m) for r in records for m in (*r["actors"], *r["targets"])}
    counts = {tuple(c) for r in records for c in r["counts"]}
    assert {tuple(names_of_first_cells("### Actor mentions"))} == mentions
    assert {tuple(names_of_first_cells("### Counts"))} == counts
    told = {row[0]: row[2] for row in rows_of(section(SCHEMA, "## claims.jsonl"))}
    for field in ("action", "place", "time", "sentence", "made_by"):
        inner = next(record[field] for record in records if record[field] is not None)
        assert [key for key in inner if f"`{key}`" not in told[f"`{field}`"]] == []


def test_attributes_of_the_network_are_told() -> None:
    network = sample_graph().to_networkx()
    told = set(names_of(section(SCHEMA, "## graph.graphml and graph.gexf")))
    told |= {name.replace("KIND", kind) for name in told for kind in CountKind}
    used = {key for _, data in network.nodes(data=True) for key in data}
    used |= {key for *_, data in network.edges(data=True) for key in data}
    assert used - told == set()


def test_tables_of_the_store_are_told(tmp_path: Path) -> None:
    path = tmp_path / "graph.kg"
    Store.open(path, create=True).close()
    connection = sqlite3.connect(path)
    tables = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    columns = {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for table in tables
    }
    connection.close()
    rows = rows_of(section(SCHEMA, "## graph.kg"))
    assert {r[0].strip("`"): re.findall(r"`(\w+)`", r[1]) for r in rows} == columns


# --- CONTRIBUTING.md and training/README.md -----------------------------------------------------


def test_every_key_of_a_lexicon_entry_is_told() -> None:
    recipe = section(read("CONTRIBUTING.md"), "### add wording for an event, or an event type")
    wanted = {*ENTRY_KEYS, *NEEDS, *Complement}
    assert {word for word in wanted if not re.search(rf"(?:`|^){word}\b", recipe, re.M)} == set()


def test_training_table_says_what_the_configurations_say() -> None:
    rows = {
        row[0].strip("`"): row[-2:]
        for row in rows_of(section(read("training/README.md"), "## The components"))
    }
    for name, told in rows.items():
        config = configparser.ConfigParser(interpolation=None)
        config.read(ROOT / "training" / "configs" / f"{name}.cfg", encoding="utf-8")
        training = config["training"]
        assert told == [training["max_steps"], training["dropout"]], name
    configs = {path.stem for path in (ROOT / "training" / "configs").glob("*.cfg")}
    assert set(rows) == configs


# --- the worked example of docs/ARCHITECTURE.md -------------------------------------------------


def example(name: str) -> Any:
    found = re.search(_EXAMPLE.format(name=name), read("docs/ARCHITECTURE.md"), re.DOTALL)
    assert found, f"there is no example {name!r}"
    return json.loads(found["json"])


def differences(told: Any, real: Any, where: str = "") -> Iterator[str]:
    """Yield where a document differs from the record; what it leaves out is no difference."""
    if isinstance(told, dict) and isinstance(real, dict):
        for key, value in told.items():
            yield from differences(value, real.get(key), f"{where}.{key}")
    elif isinstance(told, list) and isinstance(real, list) and len(told) == len(real):
        for number, (one, other) in enumerate(zip(told, real, strict=True)):
            yield from differences(one, other, f"{where}[{number}]")
    elif told != real:
        yield f"{where}: the document says {told!r}, the program {real!r}"


@pytest.mark.pipeline
def test_worked_example_is_what_the_program_does() -> None:
    rows = example("articles")
    articles = [
        Article(**row | {"published": date.fromisoformat(row["published"])}) for row in rows
    ]
    claims = [claim for _, found in extract(articles) for claim in found]
    (event,) = resolve(articles, claims, load_lexicon()).events
    (first,) = (claim for claim in claims if claim.article_id == articles[0].id)
    assert list(differences(example("claim"), claim_to_record(first))) == []
    assert list(differences(example("event"), event_to_record(event))) == []


def test_differences_are_found() -> None:
    claim = dataclasses.replace(sample_claims()[0], cameo="042")
    assert list(differences({"cameo": "190"}, claim_to_record(claim)))
    assert list(differences({"actors": []}, {"actors": [{}]}))
    assert not list(differences({"cameo": "042"}, claim_to_record(claim)))
