"""A page taken apart as a browser would, so that tests look at what it holds."""

import base64
import functools
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from lxml import html

__all__ = ["Parts", "Tree", "hashes_of", "take_apart"]


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


def hashes_of(texts: Iterable[str]) -> list[str]:
    """Return what a policy calls some scripts or style sheets."""
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


class Tree:
    """A page as a tree, asked by XPath with `.name` for an element of a class."""

    def __init__(self, page: str) -> None:
        self._root = html.document_fromstring(page)

    def all(self, path: str) -> list[Any]:
        """Return the elements of a path."""
        steps = (
            f"//*[contains(concat(' ', @class, ' '), ' {step[1:]} ')]"
            if step.startswith(".")
            else f"//{step}"
            for step in path.split()
        )
        return list(self._root.xpath("".join(steps)))

    def texts(self, path: str) -> list[str]:
        """Return the whole text of each element of a path, with white space made single."""
        return [" ".join(element.text_content().split()) for element in self.all(path)]

    def raw(self, path: str) -> list[str]:
        """Return the whole text of each element of a path as it stands."""
        return [element.text_content() for element in self.all(path)]
