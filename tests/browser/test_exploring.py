import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.browsing import Page

pytestmark = pytest.mark.browser

STRIKE = "return kg.network.edges.find((tie) => tie.from === 'xno-air-force').id"


def click_tie(page: Page, tie: str) -> None:
    spot = page.run("return kg.graph.middleOf(arguments[0])", tie)
    page.click_canvas(spot["x"], spot["y"])


def test_click_on_a_line_shows_the_evidence(sample: Page) -> None:
    click_tie(sample, sample.run(STRIKE))
    assert sample.find("#panel").is_displayed()
    report = sample.find(".reports [data-claim] .sentence")
    assert report.text.startswith("An air strike by Norland's air force killed at least 12")
    marked = {
        role: report.find_element(By.CSS_SELECTOR, f"mark.{role}").text
        for role in (
            "actor",
            "action",
            "target",
            "speaker",
        )
    }
    assert marked == {
        "actor": "Norland's air force",
        "action": "killed",
        "target": "civilians",
        "speaker": "health ministry of Sudria",
    }


def test_denials_stand_beside_the_reports(sample: Page) -> None:
    click_tie(sample, sample.run(STRIKE))
    denials = sample.texts(".claim.is-denied .note.is-denial")
    assert denials == ["Denied", "Denied"]
    assert "Disputed" in sample.find(".event .status").text


def test_tolls_show_what_reports_disagree_about(sample: Page) -> None:
    click_tie(sample, sample.run(STRIKE))
    row = sample.find(".tolls tr").text.split()
    assert row == ["Killed", "low9", "best9", "high12+"]


def test_click_on_a_mark_shows_the_actor(sample: Page) -> None:
    spot = sample.run("return kg.graph.spotOf('ilan-dravo')")
    sample.click_canvas(spot["x"], spot["y"])
    assert sample.find("#panel h2").text == "Ilan Dravo"
    assert sample.texts(".roles li")[1] == "President, Norland (2020–)"


def test_click_on_nothing_closes_the_panel(sample: Page) -> None:
    sample.run("kg.select.actor('xno')")
    sample.find("#canvas").send_keys(Keys.ESCAPE)
    assert not sample.find("#panel").is_displayed()


def test_pointing_at_a_line_names_it(sample: Page) -> None:
    spot = sample.run("return kg.graph.middleOf(arguments[0])", sample.run(STRIKE))
    sample.point_at(spot["x"], spot["y"])
    sample.run("return new Promise((done) => setTimeout(done, 400))")
    assert "Assault: 1 event" in sample.find("#tip").text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("dravo", "Ilan Dravo", id="part of a name"),
        pytest.param("president ilan", "Ilan Dravo", id="alias"),
        pytest.param("NORLAND AIR", "Norland Air Force", id="other case"),
        pytest.param("kessa", None, id="nobody"),
    ],
)
def test_search_focuses_an_actor(sample: Page, typed: str, found: str | None) -> None:
    sample.find("#search").send_keys(typed)
    if found is None:
        assert sample.texts("#search-found .found-none")
        return
    sample.find("#search").send_keys(Keys.ENTER)
    assert sample.find("#panel h2").text == found
    spot = sample.run("return kg.graph.spotOf(kg.panel.current().id)")
    assert 0 < spot["x"] < sample.find("#panel").rect["x"] - sample.find("#canvas").rect["x"]


def facet(page: Page, label: str) -> None:
    rows = page.driver.find_elements(By.CSS_SELECTOR, ".facet-row")
    next(row for row in rows if row.text.split("\n")[0] == label).click()


def test_filters_change_counts_and_network(sample: Page) -> None:
    assert sample.find("#shown-count").text == "10 events"
    facet(sample, "Assault")
    assert sample.find("#shown-count").text == "5 of 10 events"
    assert sample.run("return kg.filters.counts('status').get('historical')") == 1
    facet(sample, "Historical background")
    assert sample.find("#shown-count").text == "1 of 10 events"
    visible = sample.run(
        "const isShown = (tie) => kg.marks.eventsOf(tie).length;"
        "return kg.network.edges.filter(isShown).map(({ type }) => type)"
    )
    assert visible == ["ASSAULT"]
    sample.find("#clear-filters").click()
    assert sample.find("#shown-count").text == "10 events"


def test_dates_filter(sample: Page) -> None:
    sample.run("kg.filters.setRange('2024-03-10', '2024-03-11')")
    assert sample.find("#shown-count").text == "2 of 10 events"
    assert sample.find("#from").get_attribute("value") == "2024-03-10"


def test_a_drag_over_the_bars_filters(sample: Page) -> None:
    sample.run("kg.timeline.choose(0, 0)")
    assert sample.run("return kg.filters.range.from") == "2024-03-04"
    sample.run("kg.timeline.choose(0, 0)")
    assert sample.run("return kg.filters.range.from") == ""


def test_table_shows_the_same_events(sample: Page) -> None:
    sample.find("#tab-table").click()
    rows = sample.texts(".events tbody tr")
    assert len(rows) == 10
    assert "Norland Air Force" in "\n".join(rows)
    sample.find(".events tbody .action-button").click()
    assert sample.find("#panel [data-claim] .sentence").is_displayed()


def test_table_sorts_by_column(sample: Page) -> None:
    sample.find("#tab-table").click()
    sample.driver.find_elements(By.CSS_SELECTOR, ".events th button")[5].click()
    assert "9 killed (9–12+)" in sample.find(".events tbody tr").text


def test_download_holds_the_columns_of_the_export(sample: Page) -> None:
    lines = sample.run("return kg.table.csv()").split("\r\n")
    assert lines[0].startswith("event_id,status,event_type,mode,contexts,quad,intensity,cameo,")
    assert len(lines) == 12  # the header, ten events, and nothing after the last line's end
    assert not any(",=" in line for line in lines)


def test_links_lead_to_articles_only_and_tell_nothing(sample: Page) -> None:
    sample.run("for (const id of kg.actors.keys()) kg.select.actor(id)")
    sample.run("kg.select.event(kg.events.keys().next().value)")
    sample.run("kg.select.tie(arguments[0])", sample.run(STRIKE))
    links = sample.driver.find_elements(By.CSS_SELECTOR, "#panel a")
    assert links
    assert {link.get_attribute("rel") for link in links} == {"noopener noreferrer"}
    assert {link.get_attribute("href").split(":")[0] for link in links} == {"https"}


def test_address_brings_the_same_view_back(sample: Page) -> None:
    facet(sample, "Assault")
    sample.run("kg.filters.setRange('2024-03-01', '2024-03-31')")
    sample.run("kg.select.tie(arguments[0])", sample.run(STRIKE))
    address, count = sample.driver.current_url, sample.find("#shown-count").text
    title = sample.find("#panel h2").text
    sample.open("#" + address.partition("#")[2])
    assert sample.find("#shown-count").text == count
    assert sample.find("#panel h2").text == title
    assert sample.driver.current_url == address


@pytest.mark.parametrize(
    "fragment",
    ["#select=actor:nobody", "#select=__proto__:x", "#kind=nonsense&from=yesterday", "#%E0%A4%A"],
)
def test_address_of_nonsense_opens_the_whole(sample: Page, fragment: str) -> None:
    sample.open(fragment)
    assert sample.find("#shown-count").text == "10 events"
    assert not sample.find("#panel").is_displayed()
    assert sample.complaints() == []


def test_keys_step_through_actors_and_open_one(sample: Page) -> None:
    canvas = sample.find("#canvas")
    canvas.send_keys(Keys.ARROW_RIGHT)
    canvas.send_keys(Keys.ENTER)
    assert sample.find("#panel h2").text == sample.run(
        "return kg.actors.get(kg.panel.current().id).name"
    )
