import pytest

from tests.browser.browsing import Page

pytestmark = pytest.mark.browser

PAINTED = """
const canvas = document.querySelector("#canvas canvas");
const colours = () => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
};
const frame = () => new Promise((done) => requestAnimationFrame(done));
return frame().then(frame).then(colours);  // drawing waits for a frame, on a busy machine long
"""


def test_page_asks_for_nothing(sample: Page) -> None:
    assert sample.requests() == []


def test_page_opens_without_complaints(sample: Page) -> None:
    assert sample.complaints() == []


def test_network_is_drawn_at_once(sample: Page) -> None:
    assert sample.run(PAINTED) > 20  # a blank canvas holds one colour
    assert sample.run("return kg.marks.drawnNodes().length") == len(
        sample.run("return kg.network.nodes")
    )


def test_nothing_moves_by_itself(sample: Page) -> None:
    where = "return kg.marks.drawnNodes().map(({ id }) => Object.values(kg.graph.spotOf(id)))"
    before = sample.run(where)
    sample.run("return new Promise((done) => setTimeout(done, 300))")
    assert sample.run(where) == before


def test_every_drawn_node_stands_on_the_canvas(sample: Page) -> None:
    spots = sample.run("return kg.marks.drawnNodes().map(({ id }) => kg.graph.spotOf(id))")
    size = sample.find("#canvas").size
    assert all(0 < spot["x"] < size["width"] and 0 < spot["y"] < size["height"] for spot in spots)


def test_capped_page_says_what_it_draws_and_draws_more(capped: Page) -> None:
    named = "return kg.marks.drawnNodes().filter(({ kind }) => kind !== 'unnamed').length"
    total = capped.run("return kg.totals.nodes")
    assert capped.find("#notice-text").text == f"3 of {total} actors: the most active"
    assert capped.run(named) == 3
    capped.find("#draw-more").click()
    assert capped.run(named) == total
    assert not capped.find("#notice").is_displayed()


def test_small_screen_shows_everything_without_scrolling_sideways(sample: Page) -> None:
    sample.emulate(420, 800)
    sample.open()
    assert sample.run("return document.documentElement.scrollWidth") == 420
    assert sample.find("#canvas").size["height"] > 300
    sample.find("#filters-toggle").click()
    assert sample.find("#filters").is_displayed()
    sample.run("kg.select.actor('xno')")
    panel = sample.find("#panel").rect
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 420


def test_without_scripts_a_table_takes_the_place_of_the_network(sample: Page) -> None:
    sample.let_scripts_run(False)
    sample.open()
    rows = sample.texts(".fallback tbody tr")
    assert len(rows) == 10
    assert any("An air strike by Norland's air force" in row for row in rows)
    assert not sample.find("main").is_displayed()
