"""Every kind of page in a browser, and the controls of those that have some."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from kg.views import PAGE_KINDS
from tests.browser.browsing import Page
from tests.browser.hostile import FLAG

pytestmark = pytest.mark.browser

Open = Callable[[str], Page]

every_kind = pytest.mark.parametrize("kind", PAGE_KINDS)
every_sheet = pytest.mark.parametrize("kind", [kind for kind in PAGE_KINDS if kind != "network"])

WIDTH = "return document.querySelector('.world').getBoundingClientRect().width"
ACTIVE = "return document.activeElement.id"


def press(page: Page, *keys: str) -> None:
    """Press keys where the focus is, as a reader does."""
    ActionChains(page.driver, duration=0).send_keys(*keys).perform()


def shown(page: Page, selector: str) -> int:
    found = page.driver.find_elements(By.CSS_SELECTOR, selector)
    return sum(element.is_displayed() for element in found)


@every_kind
@pytest.mark.parametrize("world", ["sample", "hostile"])
def test_page_opens_without_request_or_complaint(
    kind: str, world: str, opened: Open, tmp_path: Path
) -> None:
    page = opened(f"{world}-{kind}")
    page.run("return new Promise((done) => setTimeout(done, 200))")
    assert page.find("h1").is_displayed()
    picture = tmp_path / "page.png"
    assert page.driver.save_screenshot(str(picture))
    assert picture.stat().st_size > 10_000
    assert page.run(f"return window.{FLAG} === undefined"), "a payload ran"
    assert page.requests() == []
    assert page.complaints() == []


@every_sheet
def test_page_needs_no_script(kind: str, opened: Open) -> None:
    page = opened(f"sample-{kind}")
    page.let_scripts_run(False)
    page.open()
    assert len(page.texts(".sentence")) >= 2
    assert page.requests() == []


@every_sheet
@pytest.mark.parametrize("world", ["sample", "hostile"])
def test_small_screen_shows_it_without_scrolling_sideways(
    kind: str, world: str, opened: Open
) -> None:
    page = opened(f"{world}-{kind}")
    page.emulate(420, 800)
    page.open()
    assert page.run("return document.documentElement.scrollWidth") == 420


@every_sheet
def test_colours_follow_the_reader(kind: str, opened: Open) -> None:
    page = opened(f"sample-{kind}")
    colour = "return getComputedStyle(document.body).backgroundColor"
    light = page.run(colour)
    feature = {"name": "prefers-color-scheme", "value": "dark"}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    dark = page.run(colour)
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert light != dark


@every_sheet
@pytest.mark.parametrize("world", ["sample", "hostile"])
def test_every_fragment_leads_somewhere(kind: str, world: str, opened: Open) -> None:
    page = opened(f"{world}-{kind}")
    lost = page.run(
        """
        const links = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
        const inner = links.filter((href) => href.startsWith("#"));
        return inner.filter((href) => !document.getElementById(href.slice(1)));
        """
    )
    assert lost == []


@pytest.mark.parametrize("kind", ["map", "timeline"])
def test_steps_zoom_by_keyboard(kind: str, opened: Open) -> None:
    page = opened(f"sample-{kind}")
    page.run("document.getElementById('zoom-1').focus()")
    press(page, " ")
    whole = page.run(WIDTH)
    press(page, Keys.ARROW_RIGHT)
    assert page.run(ACTIVE) == "zoom-2"
    assert page.run(WIDTH) == pytest.approx(2 * whole, abs=2)
    press(page, Keys.ARROW_LEFT)
    assert page.run(WIDTH) == pytest.approx(whole, abs=2)


@pytest.mark.parametrize("kind", ["map", "timeline"])
def test_zoom_keeps_the_middle(kind: str, opened: Open) -> None:
    page = opened(f"sample-{kind}")
    middle = """
        const frame = document.querySelector(".scroll");
        return (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
    """
    page.run("document.getElementById('zoom-4').click()")
    page.run("document.querySelector('.scroll').scrollLeft = 900")
    page.run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    before = page.run(middle)
    page.run("document.getElementById('zoom-8').click()")
    assert page.run(middle) == pytest.approx(before, abs=0.01)


@pytest.mark.parametrize("kind", ["map", "timeline"])
def test_marks_are_stepped_through_opened_and_closed(kind: str, opened: Open) -> None:
    page = opened(f"sample-{kind}")
    marks = "[data-steps] a"
    stops = page.run(f"return document.querySelectorAll('{marks}[tabindex=\"0\"]').length")
    assert stops == 1
    page.run(f"document.querySelector('{marks}').focus()")
    first = page.run(ACTIVE)
    press(page, Keys.ARROW_RIGHT)
    second = page.run(ACTIVE)
    assert second != first
    press(page, Keys.ENTER)
    card = page.find(".card:target")
    assert card.is_displayed()
    assert page.run("return getComputedStyle(arguments[0]).position", card) == "fixed"
    assert card.find_element(By.CSS_SELECTOR, ".sentence").is_displayed()
    press(page, Keys.ESCAPE)
    assert not page.driver.find_elements(By.CSS_SELECTOR, ".card:target")
    assert page.run(ACTIVE) == second
    press(page, Keys.END, Keys.HOME)
    assert page.run(ACTIVE) == first


def test_click_on_a_dot_opens_its_place(opened: Open) -> None:
    page = opened("sample-map")
    page.run("document.getElementById('zoom-1').click()")
    page.find("#mark-2").click()
    assert page.find(".card:target h3").text == "Kessa"
    page.find(".card:target .close").click()
    assert not page.driver.find_elements(By.CSS_SELECTOR, ".card:target")


def test_drag_moves_the_map(opened: Open) -> None:
    page = opened("sample-map")
    page.run("document.getElementById('zoom-4').click()")
    frame = page.find(".scroll")
    left = "return document.querySelector('.scroll').scrollLeft"
    before = page.run(left)
    drag = ActionChains(page.driver, duration=0).move_to_element(frame).click_and_hold()
    drag.move_by_offset(-60, 0).move_by_offset(-60, 0).release().perform()
    assert page.run(left) == pytest.approx(before + 120, abs=2)


def test_switches_hide_quads_and_statuses(opened: Open) -> None:
    page = opened("sample-timeline")
    marks, events = shown(page, ".mark"), shown(page, ".event")
    assert (marks, events) == (7, 10)
    page.run("document.getElementById('show-quad-4').focus()")
    press(page, " ")
    assert shown(page, ".mark.of-quad-4") == 0
    assert 0 < shown(page, ".mark") < marks
    press(page, " ")
    page.run("document.getElementById('show-candidate').focus()")
    press(page, " ")
    assert (shown(page, ".mark"), shown(page, ".event")) == (marks - 1, events - 1)


def test_numbers_of_an_event_lead_to_their_reports(opened: Open) -> None:
    page = opened("sample-event")
    page.find(".dots a.number").click()
    assert page.find(".report:target").is_displayed()
