"""Real triple stores on free ports of this machine, each started and stopped by the test itself."""

import contextlib
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from kg.stores import PRESETS, Auth, PushOptions
from kg.stores.clients import Secrets

__all__ = ["OXIGRAPH", "VIRTUOSO", "Server", "run_oxigraph", "run_virtuoso"]

START_SECONDS = 60.0
OXIGRAPH = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
VIRTUOSO = shutil.which("virtuoso-t")

VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = {folder}
MaxQueryCostEstimationTime = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
MaxClientConnections = 8
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Server:
    """A store that runs, and how to push to it."""

    url: str
    queries: str
    options: PushOptions

    def select(self, sparql: str) -> list[dict[str, str]]:
        """Return the rows of a query as the store answers it, from all of its graphs."""
        union = {"union-default-graph": ""} if self.options.auth is Auth.NONE else {}
        found = httpx.post(
            self.queries,
            params=union,
            data={"query": sparql},
            headers={"Accept": "application/sparql-results+json"},
            timeout=120,
        )
        assert found.status_code == 200, found.text
        rows = found.json()["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]


@contextlib.contextmanager
def run_oxigraph(folder: Path) -> Iterator[Server]:
    """Run Oxigraph's own server, with its store in a folder."""
    assert OXIGRAPH is not None
    port = _free_port()
    command = [OXIGRAPH, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}"
    with _running(command, folder, url):
        yield Server(url, f"{url}/query", PushOptions(preset=PRESETS["oxigraph"]))


@contextlib.contextmanager
def run_virtuoso(folder: Path, *, buffers: int = 10_000) -> Iterator[Server]:
    """Run Virtuoso, whose graphs only a user with a password may write, by digest."""
    assert VIRTUOSO is not None
    port = _free_port()
    settings = VIRTUOSO_INI.format(
        folder=folder, port=port, sql_port=_free_port(), buffers=buffers, dirty=buffers * 3 // 4
    )
    configuration = folder / "virtuoso.ini"
    configuration.write_text(settings, encoding="utf-8")
    command = [VIRTUOSO, "+foreground", "+configfile", str(configuration)]
    url = f"http://127.0.0.1:{port}"
    options = PushOptions(
        preset=PRESETS["virtuoso"],
        auth=Auth.DIGEST,
        secrets=Secrets(user="dba", password="dba"),
    )
    with _running(command, folder, f"{url}/sparql?query=ASK%7B%7D"):
        yield Server(url, f"{url}/sparql", options)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        command, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL
    )
    try:
        _await(process, url, folder)
        yield
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _await(process: "subprocess.Popen[bytes]", url: str, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(httpx.TransportError):
            httpx.get(url, timeout=5)
            return
        time.sleep(0.1)
    raise RuntimeError((folder / "server.log").read_text("utf-8", "replace")[-2000:])
