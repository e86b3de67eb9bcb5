"""The served pages in a browser: from one to the next by clicking, and nothing from elsewhere."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import kg
from benchmarks.worlds import write_store
from tests.browser.hostile import FLAG
from tests.corpus import ROOT
from tests.samples import sample_graph
from tests.views.serving import storable_hostile_graph

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser


def _served(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    write_store(sample_graph(), folder / kg.STORE)
    yield from _served(folder)


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served-hostile")
    write_store(storable_hostile_graph(), folder / kg.STORE)
    yield from _served(folder)


def forget(browser: "Chrome") -> None:
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.get("about:blank")
    for log in ("performance", "browser"):
        browser.get_log(log)


def hosts_asked(browser: "Chrome") -> set[str]:
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return {"/".join(url.split("/")[:3]) + "/" for url in urls if not url.startswith("data:")}


def soon(browser: "Chrome", is_so: Callable[[], object]) -> None:
    """Wait until a page is as it should be: a click returns before the next page is there."""
    wait = WebDriverWait(browser, 20, 0.05, ignored_exceptions=[WebDriverException])
    wait.until(lambda _: is_so() is not False)


def click(browser: "Chrome", selector: str) -> None:
    soon(browser, lambda: browser.find_element(By.CSS_SELECTOR, selector).click())


def arrive(browser: "Chrome", words: str) -> None:
    soon(browser, lambda: words in browser.current_url)


def heading(browser: "Chrome") -> str:
    return browser.find_element(By.CSS_SELECTOR, "h1").text


def test_walk_from_page_to_page(browser: "Chrome", address: str) -> None:
    forget(browser)
    browser.get(address)
    click(browser, '.event .triple a[href^="/event/"]')
    arrive(browser, f"{address}event/")
    click(browser, 'h1 a[href^="/actor/"]')
    arrive(browser, f"{address}actor/")
    click(browser, '.by a[href^="/article/"]')
    arrive(browser, f"{address}article/")
    click(browser, ".article-text a.number")
    soon(browser, lambda: browser.find_element(By.CSS_SELECTOR, ".report:target").is_displayed())
    click(browser, '.bar-links a[href="/events"]')
    arrive(browser, f"{address}events")
    click(browser, ".filters summary")
    browser.find_element(By.CSS_SELECTOR, ".filters [name=actor]").send_keys("Norland")
    click(browser, ".filters button")
    arrive(browser, "actor=Norland")
    click(browser, '.served thead a[href*="sort=type"]')
    arrive(browser, "sort=type")
    assert "actor=Norland" in browser.current_url
    click(browser, '.bar-links a[href="/sparql"]')
    arrive(browser, f"{address}sparql")
    click(browser, ".library button")
    arrive(browser, "named=")
    click(browser, ".ask button")
    soon(browser, lambda: browser.find_element(By.CSS_SELECTOR, "#answer tbody tr").is_displayed())
    browser.find_element(By.CSS_SELECTOR, ".bar-search input").send_keys("Kessa\n")
    soon(browser, lambda: heading(browser) == "Search: Kessa")
    click(browser, '.bar-links a[href="/network"]')
    soon(browser, lambda: browser.find_element(By.CSS_SELECTOR, "#canvas canvas").is_displayed())
    assert browser.get_log("browser") == []
    assert hosts_asked(browser) == {address}


def test_walk_needs_no_script(browser: "Chrome", address: str) -> None:
    forget(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(address)
    for section in ("map", "timeline", "events", "actors", "sparql"):
        click(browser, f'.bar-links a[href="/{section}"]')
        arrive(browser, f"{address}{section}")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert browser.get_log("browser") == []


def test_hostile_text_does_not_run(browser: "Chrome", hostile_address: str) -> None:
    forget(browser)
    browser.get(hostile_address)
    sections = ["", "network", "map", "timeline", "events", "actors"]
    paths = [hostile_address + section for section in sections]
    links = browser.find_elements(By.CSS_SELECTOR, 'main a[href^="/"]')
    paths += sorted({link.get_attribute("href") or "" for link in links})
    for path in paths:
        browser.get(path)
        assert browser.execute_script(f"return window.{FLAG}") is None, path
    assert browser.get_log("browser") == []
    assert hosts_asked(browser) == {hostile_address}
