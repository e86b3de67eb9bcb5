"""A large graph opens with its communities folded; here every graph is large."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from selenium.webdriver.common.keys import Keys

from benchmarks.regions import regions_graph
from kg.views import ViewOptions, write_page
from tests.browser.browsing import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

CLOSED = "return kg.folds.closedFolds().length"


@pytest.fixture(scope="module")
def folded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folded") / "graph.html"
    graph = regions_graph(actors=1000, events=3000)
    return write_page(graph, path, options=ViewOptions(fold_above=900, max_events=2000))


@pytest.fixture
def folded(browser: "Chrome", folded_file: Path) -> Page:
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page = Page(driver=browser, path=folded_file)
    page.let_scripts_run(True)
    page.open()
    return page


def click_fold(page: Page, number: int) -> None:
    spot = page.run("return kg.graph.spotOf(kg.folds.closedFolds()[arguments[0]].id)", number)
    page.click_canvas(spot["x"], spot["y"])


def test_large_graph_opens_folded_and_says_so(folded: Page) -> None:
    groups = folded.run(CLOSED)
    assert 2 <= groups <= 61
    assert folded.find("#notice-text").text == (
        f"1,000 actors in {groups} groups: click one to open it"
    )
    assert "2,000 of 3,000 events" in folded.find("#filters").text
    assert folded.run("return kg.marks.drawnNodes().length") == groups
    assert folded.run("return kg.marks.foldTies().size") > 0
    assert folded.complaints() == []


def test_click_opens_a_group_and_all_fold_again(folded: Page) -> None:
    groups = folded.run(CLOSED)
    click_fold(folded, 0)
    assert folded.run(CLOSED) == groups - 1
    assert folded.run("return kg.graph.visible().length") > groups
    folded.find("#draw-more").click()
    assert folded.run(CLOSED) == groups
    assert folded.complaints() == []


def test_address_keeps_which_groups_are_open(folded: Page) -> None:
    click_fold(folded, 0)
    folded.find("#canvas").send_keys(Keys.ARROW_RIGHT, Keys.ENTER)
    opened = folded.run("return kg.folds.openFolds()")
    fragment = folded.run("return location.hash")
    assert len(opened) == 2
    folded.open(fragment)
    assert folded.run("return kg.folds.openFolds()") == opened
    assert folded.run("return kg.graph.visible().length") > folded.run(CLOSED)
    folded.open(f"#open=nobody&open={quote(opened[1])}")
    assert folded.run("return kg.folds.openFolds()") == opened[1:]
    assert folded.complaints() == []


def test_search_opens_the_group_of_whom_it_finds(folded: Page) -> None:
    groups = folded.run(CLOSED)
    folded.find("#search").send_keys("Group 700" + Keys.ENTER)
    assert folded.find("#panel h2").text.startswith("Group 700 of")
    assert folded.run(CLOSED) < groups


def test_keys_step_through_groups_and_open_one(folded: Page) -> None:
    groups = folded.run(CLOSED)
    canvas = folded.find("#canvas")
    canvas.send_keys(Keys.ARROW_RIGHT)
    canvas.send_keys(Keys.ENTER)
    assert folded.run(CLOSED) == groups - 1


def test_a_line_between_groups_lists_what_it_stands_for(folded: Page) -> None:
    folded.run("kg.select.between([...kg.marks.foldTies().keys()][0])")
    assert folded.find("#panel .kicker").text == "Between two groups"
    rows = folded.texts("#panel .tie-row")
    assert rows
    folded.find("#panel .tie-row").click()
    assert folded.find("#panel .reports .sentence").is_displayed()


def test_filters_reach_into_the_groups(folded: Page) -> None:
    before = folded.run("return kg.marks.foldTies().size")
    folded.run("kg.filters.toggle('action', 'AID', true)")
    assert 0 < folded.run("return kg.marks.foldTies().size") < before
    assert folded.complaints() == []
