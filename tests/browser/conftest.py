import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.model import EventStatus
from kg.views import PAGE_KINDS, ViewOptions, Wish, write_page, write_page_of_kind
from tests.browser.browsing import Page, start_browser
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_graph

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pages that the tests open."""
    folder = tmp_path_factory.mktemp("pages")
    write_page(sample_graph(), folder / "sample.html")
    write_page(sample_graph(), folder / "capped.html", options=ViewOptions(max_actors=3))
    heading = "".join(PAYLOADS)
    write_page(hostile_graph(), folder / "hostile.html", options=ViewOptions(title=heading))
    (disputed,) = (e for e in sample_graph().records.events if e.status is EventStatus.DISPUTED)
    for kind in PAGE_KINDS:
        wish = Wish(event=disputed.id, actor="xno" if kind == "actor" else None)
        write_page_of_kind(kind, sample_graph(), folder / f"sample-{kind}.html", wish=wish)
        wish = Wish(
            event=PAYLOADS[0], title=heading, actor=PAYLOADS[0] if kind == "actor" else None
        )
        write_page_of_kind(kind, hostile_graph(), folder / f"hostile-{kind}.html", wish=wish)
    return folder


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Chrome]":
    """One Chromium for all tests; without it they are skipped."""
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not chromedriver:
        missing = "chromedriver" if chromium else "chromium"
        pytest.skip(f"no {missing} on this machine; install chromium and chromium-driver")
    driver = start_browser(chromium, chromedriver, tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


def _opened(browser: "Chrome", path: Path) -> Page:
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page = Page(driver=browser, path=path)
    page.let_scripts_run(True)
    page.open()
    return page


@pytest.fixture
def sample(browser: "Chrome", pages: Path) -> Page:
    """The page of the sample world, freshly opened."""
    return _opened(browser, pages / "sample.html")


@pytest.fixture
def capped(browser: "Chrome", pages: Path) -> Page:
    """The page of the sample world that draws three actors, freshly opened."""
    return _opened(browser, pages / "capped.html")


@pytest.fixture
def hostile(browser: "Chrome", pages: Path) -> Page:
    """The page of the hostile world, freshly opened."""
    return _opened(browser, pages / "hostile.html")


@pytest.fixture
def opened(browser: "Chrome", pages: Path) -> Callable[[str], Page]:
    """Open one of the other pages by its name, such as "sample-map"."""
    return lambda name: _opened(browser, pages / f"{name}.html")
