"""A page taken apart as a browser would, so that tests look at what it holds."""

import functools
import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

__all__ = ["Parts", "take_apart"]


@dataclass(kw_only=True)
class Parts:
    """The elements of a page: tags with attributes, and the texts of its scripts and styles."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    data_block: str = ""

    @functools.cached_property
    def data(self) -> Any:
        return json.loads(self.data_block)

    @functools.cached_property
    def policy(self) -> dict[str, list[str]]:
        """The content security policy, by directive."""
        (content,) = (
            attributes["content"]
            for tag, attributes in self.tags
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        rules = (rule.split() for rule in (content or "").split(";"))
        return {name: values for name, *values in rules}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = Parts()
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.tags.append((tag, dict(attrs)))
        is_data = dict(attrs).get("type") == "application/json"
        self._inside = "data" if is_data else tag
        if tag == "script" and not is_data:
            self.parts.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.parts.data_block += data
        elif self._inside == "script":
            self.parts.scripts[-1] += data
        elif self._inside == "style":
            self.parts.styles.append(data)


def take_apart(page: str) -> Parts:
    """Parse a page."""
    reader = _Reader()
    reader.feed(page)
    return reader.parts
