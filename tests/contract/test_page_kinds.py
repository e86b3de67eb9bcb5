"""What every row of the table of pages must do, because it is there."""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.model import EventStatus, Resolution
from kg.views import PAGE_KINDS, Wish, write_page_of_kind
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_articles, sample_graph
from tests.terminal import kg_here, printed_for_any_seed
from tests.views.page_parts import hashes_of, take_apart

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "views.md").read_text(encoding="utf-8")
STYLED_BY_SCRIPT = {"network"}  # vis-network sets styles
FORBIDDEN = {"img", "iframe", "object", "embed", "form", "base", "audio", "video", "image", "use"}

every_kind = pytest.mark.parametrize("kind", PAGE_KINDS)


def strike_id() -> str:
    (event,) = (e for e in sample_graph().records.events if e.status is EventStatus.DISPUTED)
    return event.id


WISH = Wish(event=strike_id(), actor="xno")
HOSTILE = "".join(PAYLOADS)


def sample_page(kind: str) -> str:
    return PAGE_KINDS[kind].render(sample_graph(), WISH)


def hostile_pages(kind: str) -> list[str]:
    """Return the pages of a kind about every payload, all but one of them once."""
    about = PAYLOADS if PAGE_KINDS[kind].needs else PAYLOADS[:1]
    actor = None if kind == "timeline" else PAYLOADS[0]
    wishes = [Wish(event=one, actor=one if actor else None, title=HOSTILE) for one in about]
    return [PAGE_KINDS[kind].render(hostile_graph(), wish) for wish in wishes]


@every_kind
def test_kind_is_described(kind: str) -> None:
    row = PAGE_KINDS[kind]
    assert row.description
    assert row.file_name.endswith(".html")
    assert {*row.needs, *row.takes} <= {"event", "actor", "other"}
    assert set(row.needs) <= set(row.takes)


def test_file_names_differ() -> None:
    assert len({row.file_name for row in PAGE_KINDS.values()}) == len(PAGE_KINDS)


@every_kind
def test_kind_is_told(kind: str) -> None:
    assert f"| `{kind}` | `{PAGE_KINDS[kind].file_name}` |" in DOCS
    told = re.sub(r"\s+", " ", kg_here("view", "--help").stdout)
    assert kind in told
    for name in PAGE_KINDS[kind].needs:
        assert f"--{name}" in told


@every_kind
def test_policy_allows_what_is_ours_and_nothing_else(kind: str) -> None:
    for page in (sample_page(kind), *hostile_pages(kind)):
        parts = take_apart(page)
        styles = ["'unsafe-inline'"] if kind in STYLED_BY_SCRIPT else hashes_of(parts.styles)
        assert parts.policy == {
            "default-src": ["'none'"],
            "script-src": hashes_of(parts.scripts) or ["'none'"],
            "style-src": styles,
            "img-src": ["data:"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }


@every_kind
def test_page_names_no_address_but_those_of_articles(kind: str) -> None:
    links = [
        (name, value or "")
        for tag, given in take_apart(sample_page(kind)).tags
        for name, value in given.items()
        if name in {"src", "href", "srcset", "action", "poster", "xlink:href"}
    ]
    assert {name for name, _ in links} <= {"href"}
    outer = {value for _, value in links if not value.startswith("#")}
    assert outer <= {"data:,"} | {article.url for article in sample_articles()}


@every_kind
def test_style_sheets_name_no_address(kind: str) -> None:
    styles = " ".join(take_apart(sample_page(kind)).styles)
    assert not re.search(r"@import|https?://", styles)
    assert all(url.startswith("data:") for url in re.findall(r"url\([\"']?([^)]*)", styles))


@every_kind
def test_hostile_texts_are_text(kind: str) -> None:
    ours = take_apart(sample_page(kind))
    for page in hostile_pages(kind):
        page.encode("utf-8")
        parts = take_apart(page)
        assert not {tag for tag, _ in parts.tags} & FORBIDDEN
        assert parts.scripts == ours.scripts
        assert parts.styles == ours.styles
        names = {name for _, given in parts.tags for name in given}
        assert not {name for name in names if name.startswith("on")}
        assert not names & {"autofocus", "srcdoc", "style", "src"}
        hrefs = [given["href"] or "" for _, given in parts.tags if "href" in given]
        assert all(re.match(r"https://|#|data:,$", href) for href in hrefs)


@every_kind
def test_title_can_be_given(kind: str) -> None:
    page = PAGE_KINDS[kind].render(sample_graph(), replace(WISH, title="A <b>heading</b>"))
    assert "<title>A &lt;b&gt;heading&lt;/b&gt;</title>" in page
    assert "<bdi>A &lt;b&gt;heading&lt;/b&gt;</bdi></h1>" in page


@every_kind
def test_page_is_the_same_twice_and_for_any_hash_seed(kind: str) -> None:
    code = (
        "import hashlib; from tests.contract.test_page_kinds import sample_page; "
        f"print(hashlib.sha256(sample_page({kind!r}).encode()).hexdigest())"
    )
    assert printed_for_any_seed(code) == sha256(sample_page(kind).encode()).hexdigest()
    assert sample_page(kind) == sample_page(kind)


@every_kind
def test_page_is_written_whole_or_not_at_all(kind: str, tmp_path: Path) -> None:
    path = write_page_of_kind(kind, sample_graph(), tmp_path / "page.html", wish=WISH)
    assert path.read_bytes() == sample_page(kind).encode("utf-8")
    with pytest.raises(ViewError, match="cannot be written"):
        write_page_of_kind(kind, sample_graph(), tmp_path / "no" / "page.html", wish=WISH)
    assert list(tmp_path.iterdir()) == [path]


@every_kind
def test_kind_needs_what_it_says(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    if PAGE_KINDS[kind].needs:
        with pytest.raises(ViewError, match=f"needs {PAGE_KINDS[kind].needs[0]}"):
            write_page_of_kind(kind, sample_graph(), path)
    else:
        empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
        assert write_page_of_kind(kind, empty, path) == path


def test_unknown_kind_is_named_with_the_known(tmp_path: Path) -> None:
    with pytest.raises(ViewError, match="'atlas'; known are network, map, timeline, event, actor"):
        write_page_of_kind("atlas", sample_graph(), tmp_path / "page.html")
