import pytest
from lxml import etree
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
        pytest.param("atlantis", None, id="nobody"),
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


def test_search_takes_later_words_of_a_name_for_as_good_as_the_first(sample: Page) -> None:
    """Of all whose names have a word that begins so, the busiest come first."""
    sample.find("#search").send_keys("s")
    found = sample.texts("#search-found .found-name")
    assert found.index("Port Sel") < found.index("Sudria")


def test_search_finds_the_places_of_events(sample: Page) -> None:
    sample.find("#search").send_keys("kessa" + Keys.ENTER)
    assert sample.find("#panel h2").text == "Kessa"
    assert "Assault\nNorland Air Force\n1" in sample.texts(".deeds > summary")
    sample.find("#panel .chip").click()
    assert sample.find("#focus-text").text == "Only events in Kessa: 1 event"
    assert sample.find("#shown-count").text == "1 of 10 events"


def facet(page: Page, label: str) -> None:
    for section in page.driver.find_elements(By.CSS_SELECTOR, "details.facet:not([open])"):
        section.find_element(By.TAG_NAME, "summary").click()
    rows = page.driver.find_elements(By.CSS_SELECTOR, ".facet-row")
    next(row for row in rows if row.text.split("\n")[0] == label).click()


@pytest.mark.parametrize("label", ["Sudria Wire", "High: 0.9 and more"])
def test_outlet_and_confidence_filter(sample: Page, label: str) -> None:
    facet(sample, label)
    count = int(sample.find("#shown-count").text.split()[0])
    assert 0 < count < 10
    assert "outlet=" in sample.driver.current_url or "confidence=" in sample.driver.current_url


def chip(page: Page, label: str) -> None:
    chips = page.driver.find_elements(By.CSS_SELECTOR, "#panel .chip")
    next(found for found in chips if found.text == label).click()


def test_an_actor_alone_and_with_its_circle(sample: Page) -> None:
    sample.run("kg.select.actor('xno-air-force')")
    own = len(sample.run("return kg.filters.shown()"))
    chip(sample, "Only its events")
    alone = sample.run("return kg.filters.shown().map(({ id }) => id)")
    assert 0 < len(alone) < own
    assert sample.find("#focus-text").text.startswith("Only events of Norland Air Force")
    chip(sample, "With its circle")
    assert set(alone) <= set(sample.run("return kg.filters.shown().map(({ id }) => id)"))
    address = sample.driver.current_url
    sample.open("#" + address.partition("#")[2])
    assert "Only the circle of Norland Air Force" in sample.find("#focus-text").text
    sample.find("#focus-end").click()
    assert sample.find("#shown-count").text == "10 events"


def test_shortest_ways_between_two_actors(sample: Page) -> None:
    sample.run("kg.select.actor('ilan-dravo')")
    chip(sample, "Way to …")
    box = sample.driver.switch_to.active_element
    assert box.get_attribute("aria-label") == "From Ilan Dravo to …"
    box.send_keys("quell" + Keys.ENTER)
    assert sample.texts("#panel h3") == ["Step 1"]
    assert sample.texts("#panel .tie-row") == ["Consult\nIlan Dravo ↔ Mara Quell\n1"]
    address = sample.driver.current_url
    sample.open("#" + address.partition("#")[2])
    assert sample.find("#panel .kicker").text == "Shortest ways"
    assert sample.find("#search").get_attribute("placeholder") == "Find an actor or place"


def test_where_no_way_leads_the_page_says_so(sample: Page) -> None:
    sample.run("kg.filters.toggle('action', 'PROTEST', true)")
    sample.run("kg.select.only('way', ['ilan-dravo', 'xno-air-force'])")
    assert "No way between them" in sample.find("#panel .about").text
    assert sample.complaints() == []


def test_deeds_by_type_open_to_their_sentences(sample: Page) -> None:
    sample.run("kg.select.actor('xno-air-force')")
    row = sample.find("#panel .deeds summary")
    assert row.text == "Assault\n1"
    row.click()
    sample.wait_for(".deeds[open] .sentence")  # written when the row has opened
    sentence = "return document.querySelector('.deeds[open] .sentence').textContent"
    assert "killed at least 12" in sample.run(sentence)


def test_numbers_stand_by_outlet(sample: Page) -> None:
    click_tie(sample, sample.run(STRIKE))
    rows = sample.texts(".numbers tr")
    assert rows[0].startswith("at least 12 killed Harbour Herald, 5 Mar 2024, said by")
    assert any("9 killed" in row and "Sudria Wire" in row for row in rows)


def test_play_steps_through_time_and_stops(sample: Page) -> None:
    play = sample.find("#play")
    play.click()
    assert play.get_attribute("aria-label") == "Stop"
    first = sample.run("return kg.filters.range.from")
    assert first
    sample.run("return new Promise((done) => setTimeout(done, 1100))")
    assert sample.run("return kg.filters.range.from") > first
    play.click()
    stopped = sample.run("return kg.filters.range.from")
    sample.run("return new Promise((done) => setTimeout(done, 700))")
    assert sample.run("return kg.filters.range.from") == stopped
    assert play.get_attribute("aria-label") == "Play through time"


def test_network_shown_is_gexf(sample: Page) -> None:
    facet(sample, "Assault")
    root = etree.fromstring(sample.run("return kg.downloads.gexf()").encode())
    names = {"g": "http://gexf.net/1.3"}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", names)}
    edges = list(root.iterfind(".//g:edge", names))
    assert {edge.get("label") for edge in edges} == {"Assault"}
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= nodes
    assert len(edges) == len({edge.get("id") for edge in edges}) > 1


def test_picture_holds_the_canvas_and_its_title(sample: Page) -> None:
    code = "const made = kg.downloads.picture(); return [made.width, made.height, made.toDataURL()]"
    width, height, url = sample.run(code)
    size = sample.find("#canvas").size
    assert width == size["width"]
    assert height == size["height"] + 44
    assert url.startswith("data:image/png;base64,")


def test_download_menu_opens_by_keyboard(sample: Page) -> None:
    summary = sample.find("#download summary")
    summary.send_keys(Keys.ENTER)
    assert sample.find("#download-csv").is_displayed()
    sample.find("#download-png").send_keys(Keys.ESCAPE)
    assert not sample.find("#download-csv").is_displayed()


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


def test_filters_out_of_sight_do_not_move_the_page(sample: Page) -> None:
    """A checkbox without a place of its own would make the page as long as the list of filters."""
    sample.emulate(1000, 420)
    sample.run("document.querySelector('#filters').scrollTop = 10000")
    sample.run("[...document.querySelectorAll('.facet-row input')].at(-1).focus()")
    assert sample.run("return document.scrollingElement.scrollTop") == 0
    assert sample.run("return document.scrollingElement.scrollHeight") == 420


def test_dates_filter(sample: Page) -> None:
    sample.run("kg.filters.setRange('2024-03-10', '2024-03-11')")
    assert sample.find("#shown-count").text == "2 of 10 events"
    assert sample.find("#from").get_attribute("value") == "2024-03-10"


def test_events_without_a_day_are_told_apart_from_vague_ones(sample: Page) -> None:
    assert sample.find("#timeline-note").text == "2 events without date, 1 of wider or older"


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


def test_click_anywhere_in_a_row_opens_the_event(sample: Page) -> None:
    sample.find("#tab-table").click()
    row = sample.find("tr[data-event]")
    row.find_element(By.CSS_SELECTOR, "td:nth-child(2)").click()
    assert sample.run("return kg.panel.current().id") == row.get_attribute("data-event")


def test_table_sorts_by_column(sample: Page) -> None:
    sample.find("#tab-table").click()
    sample.driver.find_elements(By.CSS_SELECTOR, ".events th button")[5].click()
    assert "9 killed (9–12+)" in sample.find(".events tbody tr").text


def test_download_holds_the_columns_of_the_export(sample: Page) -> None:
    lines = sample.run("return kg.downloads.csv()").split("\r\n")
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
    [
        "#only=way&only=xno&only=xno",
        "#only=own&only=nobody",
        "#only=place&only=nowhere",
        "#select=way:",
        "#select=actor:nobody",
        "#select=__proto__:x",
        "#kind=nonsense&from=yesterday",
        "#%E0%A4%A",
    ],
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
