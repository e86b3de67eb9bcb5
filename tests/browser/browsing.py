"""A page in a browser, as tests see it: what it asked for, complains of, draws and shows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

__all__ = ["Page", "start_browser"]

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
    "--window-size=1400,900",
)


def start_browser(chromium: str, chromedriver: str, profile: Path) -> Chrome:
    """Start a Chromium with a profile of its own; both programs are given, none is looked for."""
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return Chrome(options=options, service=Service(chromedriver))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is open."""

    driver: Chrome
    path: Path

    def open(self, fragment: str = "") -> None:
        """Load the page anew, and forget what the browser said of the one before."""
        self.driver.get("about:blank")
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(self.path.as_uri() + fragment)

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script, as a reader might in the console, and return its result."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """Return the first element of a CSS selector."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def wait_for(self, selector: str) -> WebElement:
        """Return the first element of a CSS selector as soon as there is one."""
        return WebDriverWait(self.driver, 20, 0.05).until(
            lambda driver: driver.find_element(By.CSS_SELECTOR, selector)
        )

    def texts(self, selector: str) -> Sequence[str]:
        """Return the text of each visible element of a selector."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [element.text for element in found if element.is_displayed()]

    def requests(self) -> Sequence[str]:
        """Return the addresses asked for since the page was opened, its own and data left out."""
        messages = [
            json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")
        ]
        urls = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        own = (self.path.as_uri(), "about:blank")
        return [url for url in urls if not url.startswith("data:") and url not in own]

    def complaints(self) -> Sequence[str]:
        """Return what the console holds."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def click_canvas(self, x: float, y: float) -> None:
        """Click a point of the canvas, counted from its upper left corner."""
        self._at(x, y).click().perform()

    def point_at(self, x: float, y: float) -> None:
        """Move the pointer to a point of the canvas."""
        self._at(x, y).perform()

    def _at(self, x: float, y: float) -> ActionChains:
        canvas = self.find("#canvas")
        size = canvas.size
        offset = (round(x - size["width"] / 2), round(y - size["height"] / 2))
        return ActionChains(self.driver, duration=0).move_to_element_with_offset(canvas, *offset)

    def emulate(self, width: int, height: int) -> None:
        """Give the page the screen of a small device."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def let_scripts_run(self, is_allowed: bool) -> None:
        """Allow or forbid the scripts of pages that are opened from now on."""
        self.driver.execute_cdp_cmd(
            "Emulation.setScriptExecutionDisabled", {"value": not is_allowed}
        )
