import pytest
from lxml import etree
from selenium.webdriver.common.by import By

from tests.browser.browsing import Page
from tests.browser.hostile import FLAG, PAYLOADS

pytestmark = pytest.mark.browser

WAIT = "return new Promise((done) => setTimeout(done, 250))"


def assert_unharmed(page: Page) -> None:
    page.run(WAIT)
    assert page.run(f"return window.{FLAG} === undefined"), "a payload ran"
    assert page.run("return document.scripts.length") == 3
    assert page.requests() == []
    assert page.complaints() == []


def test_hostile_page_opens_whole(hostile: Page) -> None:
    assert hostile.run("return kg.marks.drawnNodes().length") == len(PAYLOADS)
    assert hostile.find("h1").text.startswith("<img src=x onerror=")
    assert_unharmed(hostile)


@pytest.mark.parametrize("kind", ["actor", "tie", "event"])
def test_hostile_evidence_is_text(hostile: Page, kind: str) -> None:
    hostile.run(
        """
        for (const id of kg[`${arguments[0]}s`].keys()) {
          kg.select[arguments[0]](id);
          if (kg.byId("panel").hidden) throw new Error(`no panel of ${id}`);
          for (const part of document.querySelectorAll("#panel details")) part.open = true;
          if (document.querySelector("#panel :is(img, script, style, iframe, object)")) {
            throw new Error(`markup of ${id}`);
          }
        }
        """,
        kind,
    )
    assert_unharmed(hostile)


def test_hostile_links_are_dropped(hostile: Page) -> None:
    found = hostile.run(
        """
        return [...kg.articles.values()].map(({ url }) => url).filter(Boolean);
        """
    )
    assert found == ["https://beacon.example/pixel.png"]
    hostile.run("for (const id of kg.events.keys()) kg.select.event(id)")
    links = hostile.driver.find_elements(By.CSS_SELECTOR, "a")
    assert all(link.get_attribute("href").startswith("https://") for link in links)


def test_hostile_names_under_the_pointer_are_text(hostile: Page) -> None:
    for spot in hostile.run("return kg.marks.drawnNodes().map(({ id }) => kg.graph.spotOf(id))"):
        hostile.point_at(spot["x"], spot["y"])
        hostile.run("return new Promise((done) => setTimeout(done, 30))")
    assert hostile.find("#tip").is_displayed()
    assert_unharmed(hostile)


def test_hostile_names_in_search_and_table_are_text(hostile: Page) -> None:
    hostile.find("#search").send_keys("img")
    assert len(hostile.texts("#search-found .found-name")) == 6  # three actors, three places
    hostile.run("kg.table.show('table')")
    rows = "return document.querySelectorAll('.events tbody tr').length"
    assert hostile.run(rows) == len(PAYLOADS)
    assert_unharmed(hostile)


def test_hostile_network_is_well_formed_gexf(hostile: Page) -> None:
    root = etree.fromstring(hostile.run("return kg.downloads.gexf()").encode())
    labels = {node.get("label") for node in root.iter("{http://gexf.net/1.3}node")}
    assert any(payload in labels for payload in PAYLOADS)
    assert_unharmed(hostile)


def test_hostile_actors_can_be_alone_and_on_a_way(hostile: Page) -> None:
    hostile.run(
        "for (const kind of ['own', 'circle']) for (const id of kg.actors.keys()) "
        "kg.select.only(kind, [id]);"
        "const [a, b] = [...kg.actors.keys()]; kg.select.only('way', [a, b]);"
        "for (const { id } of kg.places.all()) kg.select.place(id);"
        "for (const { id } of kg.places.all()) kg.select.only('place', [id]);"
    )
    assert_unharmed(hostile)


def test_hostile_facets_filter_like_any_other(hostile: Page) -> None:
    counts = hostile.run(
        """
        return [...kg.filters.totals("country").keys()].map((country) => {
          kg.filters.replace({ country: [country] }, "", "");
          return kg.filters.shown().length;
        });
        """
    )
    assert counts == [2] * len(PAYLOADS)  # as actor, as target
    assert_unharmed(hostile)


def test_hostile_selection_survives_the_address(hostile: Page) -> None:
    for payload in PAYLOADS[:9]:
        hostile.run("kg.select.actor(arguments[0])", payload)
        hostile.open("#" + hostile.driver.current_url.partition("#")[2])
        assert hostile.run("return kg.panel.current().id") == payload
    assert_unharmed(hostile)


def test_hostile_fallback_is_text(hostile: Page) -> None:
    hostile.let_scripts_run(False)
    hostile.open()
    assert len(hostile.texts(".fallback tbody tr")) == len(PAYLOADS)
    assert not hostile.driver.find_elements(By.CSS_SELECTOR, ".fallback :is(img, script, style)")
    assert hostile.requests() == []
