import base64
import functools
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.model import Resolution
from kg.views import ViewOptions, render_page, write_page
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_articles, sample_graph
from tests.terminal import printed_for_any_seed, python_apart
from tests.views.page_parts import Parts, take_apart

HEAVY = ("IPython", "jinja2", "networkx", "pyvis", "rustworkx")


@functools.cache
def sample_page() -> str:
    return render_page(sample_graph())


@functools.cache
def hostile_page() -> str:
    return render_page(hostile_graph(), options=ViewOptions(title="".join(PAYLOADS)))


@functools.cache
def sample_parts() -> Parts:
    return take_apart(sample_page())


def empty_graph() -> KnowledgeGraph:
    return KnowledgeGraph(articles=(), claims=(), resolution=Resolution())


def test_data_block_is_as_reviewed(assert_golden: Callable[[str, str], None]) -> None:
    text = json.dumps(sample_parts().data, ensure_ascii=False, indent=1, sort_keys=True)
    assert_golden("sample.json", text + "\n")


def test_page_names_no_address_but_those_of_articles() -> None:
    attributes = [
        (name, value)
        for tag, given in sample_parts().tags
        for name, value in given.items()
        if name in {"src", "href", "srcset", "action", "poster"}
    ]
    articles = {article.url for article in sample_articles()} - {None}
    assert {name for name, _ in attributes} == {"href"}
    assert {value for _, value in attributes} <= {"data:,"} | articles


def test_styles_name_no_address() -> None:
    styles = " ".join(sample_parts().styles)
    assert not re.search(r"@import|https?://", styles)
    assert all(url.startswith("data:") for url in re.findall(r"url\([\"']?([^)]*)", styles))


def test_policy_allows_our_scripts_and_nothing_else() -> None:
    parts = sample_parts()
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in parts.scripts
    ]
    assert len(hashes) == 2
    assert parts.policy == {
        "default-src": ["'none'"],
        "script-src": hashes,
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_no_element_carries_a_handler() -> None:
    for page in (sample_page(), hostile_page()):
        handlers = [
            name for _, given in take_apart(page).tags for name in given if name.startswith("on")
        ]
        assert handlers == []


@pytest.mark.parametrize("character", "<>&\u2028\u2029\ud800", ids=ascii)
def test_data_block_escapes(character: str) -> None:
    parts = take_apart(hostile_page())
    assert character not in parts.data_block
    if character in "".join(PAYLOADS):
        assert character in json.dumps(parts.data, ensure_ascii=False)


def test_hostile_texts_add_no_element() -> None:
    kinds = {tag for tag, _ in take_apart(sample_page()).tags}
    assert {tag for tag, _ in take_apart(hostile_page()).tags} == kinds
    assert len(take_apart(hostile_page()).scripts) == 2


def test_hostile_page_is_utf_8() -> None:
    assert hostile_page().encode("utf-8")


def test_page_is_the_same_twice() -> None:
    assert render_page(sample_graph()) == render_page(sample_graph())


def test_page_depends_on_no_hash_seed() -> None:
    code = (
        "import hashlib; from kg.views import render_page; from tests.samples import sample_graph; "
        "print(hashlib.sha256(render_page(sample_graph()).encode()).hexdigest())"
    )
    assert printed_for_any_seed(code) == hashlib.sha256(sample_page().encode()).hexdigest()


def test_empty_graph_gives_a_page() -> None:
    parts = take_apart(render_page(empty_graph()))
    assert parts.data["events"] == []
    assert parts.data["totals"] == {"nodes": 0, "events": 0}


def test_cap_draws_the_most_active_and_counts_all() -> None:
    parts = take_apart(render_page(sample_graph(), options=ViewOptions(max_actors=3)))
    nodes = parts.data["network"]["nodes"]
    drawn = [node for node in nodes if "x" in node and node["kind"] != "unnamed"]
    others = [node for node in nodes if "x" not in node and node["kind"] != "unnamed"]
    assert len(drawn) == 3
    assert min(node["events"] for node in drawn) >= max(node["events"] for node in others)
    assert parts.data["totals"]["nodes"] == len(drawn) + len(others)


def test_cap_of_events_keeps_the_best_told() -> None:
    parts = take_apart(render_page(sample_graph(), options=ViewOptions(max_events=1)))
    (event,) = parts.data["events"]
    assert event["stories"] == 2
    assert parts.data["totals"]["events"] == 10


@pytest.mark.parametrize("given", [{"max_actors": 0}, {"max_actors": 3001}, {"max_events": 0}])
def test_options_out_of_range_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(ViewError, match=r"max_\w+ is \d+; "):
        ViewOptions(**given)


def test_page_replaces_an_older_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text("older")
    assert write_page(sample_graph(), path) == path
    assert path.read_bytes() == sample_page().encode("utf-8")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/graph.html", "file/graph.html", "folder"])
def test_page_that_cannot_be_written_is_a_view_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ViewError, match="cannot be written"):
        write_page(sample_graph(), tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_room_opens_without_heavy_libraries() -> None:
    code = f"import sys, kg.views; print([m for m in {HEAVY} if m in sys.modules])"
    assert python_apart("-c", code).stdout == "[]\n"
