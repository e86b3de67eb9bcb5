"""Questions that an analyst asks of the sample corpus, answered by what is seen and clicked."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import kg
from kg.views import write_page
from tests.browser.browsing import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [pytest.mark.browser, pytest.mark.pipeline]

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The network page of the sample corpus."""
    path = tmp_path_factory.mktemp("demo") / "graph.html"
    return write_page(kg.build(SEEDS), path)


@pytest.fixture
def demo(browser: "Chrome", demo_file: Path) -> Iterator[Page]:
    """The network page of the sample corpus, freshly opened; it must not complain."""
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page = Page(driver=browser, path=demo_file)
    page.let_scripts_run(True)
    page.open()
    yield page
    assert page.complaints() == []
    assert page.requests() == []


def find(page: Page, name: str) -> None:
    """Type a name into the search box and take the first that is found."""
    page.find("#search").send_keys(name + Keys.ENTER)


def click_first(page: Page, css: str, beginning: str) -> None:
    """Click the first element whose text begins so."""
    found = page.driver.find_elements(By.CSS_SELECTOR, css)
    next(element for element in found if element.text.startswith(beginning)).click()


def test_who_attacked_kyiv_most(demo: Page) -> None:
    find(demo, "Kyiv")
    assert demo.find("#panel h2").text == "Kyiv"
    rows = [row.split("\n") for row in demo.texts("#panel .deeds > summary")]
    assaults = [(who, int(count)) for action, who, count in rows if action == "Assault"]
    attacks = {who: count for who, count in assaults if who != "Unnamed"}
    assert max(attacks, key=lambda who: attacks[who]) == "Russia"
    assert attacks["Russia"] > 1
    click_first(demo, "#panel .deeds > summary", "Assault\nRussia")
    marked = demo.texts(".deeds[open] .lead mark.action")
    assert len(marked) == attacks["Russia"]


def test_what_was_said_about_the_toll_of_kramatorsk_and_by_whom(demo: Page) -> None:
    find(demo, "Kramatorsk")
    assert demo.find("#panel .event-when").text == "8 Apr 2022 · Kramatorsk"
    numbers = demo.texts("#panel .numbers tr")
    said = "said by regional governor Pavlo Kyrylenko"
    assert f"at least 39 killed Harbour Wire, 8 Apr 2022, {said}" in numbers
    assert f"at least 50 killed Tidewater News, 8 Apr 2022, {said}" in numbers
    assert any(row.startswith("at least 52 killed Continental Desk, 9 Apr") for row in numbers)
    assert "best 52" in demo.find("#panel .tolls tr").text.replace("best", "best ")
    assert demo.find("#panel .claim.is-denied .sentence").is_displayed()


def test_what_russia_rejected(demo: Page) -> None:
    find(demo, "Russia")
    click_first(demo, "#panel .deeds > summary", "Reject")
    row = demo.find("#panel .deeds[open] > summary").text
    sentences = demo.texts(".deeds[open] .lead .sentence")
    assert len(sentences) == int(row.split("\n")[1])
    assert any("vetoed" in sentence for sentence in sentences)
    assert any("denies sending arms to the rebels" in sentence for sentence in sentences)


def test_who_met_whom_in_july_2025(demo: Page) -> None:
    """In August 2025 nobody does; the talks before it are those of July."""
    click_first(demo, ".facet-row", "Consult")
    for field, day in (("#from", "07012025"), ("#to", "08312025")):
        demo.find(field).send_keys(day)
    demo.find("#tab-table").click()
    rows = demo.texts(".events tbody tr")
    assert any("23 Jul 2025 Russia, Ukraine Consult Istanbul reported" in row for row in rows)
    assert all("reported" in row or "candidate" in row for row in rows)
    click_first(demo, ".events .action-button", "Consult")
    assert demo.find("#panel .reports .sentence").is_displayed()
