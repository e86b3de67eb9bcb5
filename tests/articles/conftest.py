"""What the tests of this room share: reading a file made on the spot, and no network."""

import io
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kg.articles import READERS, Draft, OpenInput, ReadOptions, read_articles
from kg.model import Article, Skip


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        pytest.fail("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Article | Skip]]:
    """Write one file and read it: `read("a.txt", "Rebels fled.", source="Courier")`."""

    def write_and_read(name: str, content: str | bytes, **options: Any) -> list[Article | Skip]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_articles([path], options=ReadOptions(**options)))

    return write_and_read


@pytest.fixture
def drafts() -> Callable[..., list[Draft | Skip]]:
    """Run one reader on content, without finishing: `drafts(".csv", b"text\\nRebels fled.")`."""

    def run(extension: str, content: str | bytes, **options: Any) -> list[Draft | Skip]:
        data = content if isinstance(content, bytes) else content.encode()
        opened = OpenInput(where="input", stream=io.BufferedReader(io.BytesIO(data)))
        return list(READERS[extension].read(opened, ReadOptions(**options)))

    return run
