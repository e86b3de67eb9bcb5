"""The server and its store: what it reads, how it starts and ends, whom it lets in."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

import kg
from benchmarks.worlds import write_store
from kg.errors import StoreError, ViewError
from kg.graph import Store
from kg.views import serving
from kg.views.serving import Reply, open_socket
from kg.views.serving.headers import is_loopback
from tests.corpus import ROOT
from tests.samples import sample_graph
from tests.terminal import kg_here, python_apart
from tests.views.serving import (
    ERRORS,
    FILES,
    PAGES,
    app_of,
    caller_of,
    rows_of,
)


def test_change_of_the_store_is_seen(tmp_path: Path) -> None:
    called = caller_of(sample_graph(), tmp_path)
    before = called.get("/events")
    smaller = sample_graph().filtered(event_type="ASSAULT")
    (tmp_path / kg.STORE).unlink()
    write_store(smaller, tmp_path / kg.STORE)
    after = called.get("/events")
    assert (len(rows_of(before.text)), len(rows_of(after.text))) == (
        10,
        len(smaller.records.events),
    )
    assert before.headers["etag"] != after.headers["etag"]
    count = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }"
    assert called.ask(count, "text/csv").text.split()[-1] == str(len(smaller.records.articles))


def test_graph_before_a_build_stays_until_it_is_merged(tmp_path: Path) -> None:
    called = caller_of(sample_graph(), tmp_path)
    with Store.open(tmp_path / kg.STORE) as store:
        store.remove("a-wire-2")
    assert called.get("/article/a-wire-2").status_code == 200
    (tmp_path / kg.STORE).unlink()
    assert called.get("/healthz").text == "ok 10 events\n"


def test_nothing_is_written(tmp_path: Path) -> None:
    called = caller_of(sample_graph(), tmp_path, ask=lambda _: Reply(text="yes"))
    before = (tmp_path / kg.STORE).read_bytes()
    for path in (*PAGES, *ERRORS, *FILES):
        called.get(path)
    assert [path.name for path in tmp_path.iterdir()] == [kg.STORE]
    assert (tmp_path / kg.STORE).read_bytes() == before


def test_store_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        app_of(tmp_path)


def test_server_starts_answers_and_ends(tmp_path: Path) -> None:
    write_store(sample_graph(), tmp_path / kg.STORE)
    command = [sys.executable, "-m", "kg", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
            answer = httpx.get(address, trust_env=False)
            assert answer.status_code == 200
            assert "server" not in answer.headers
            assert answer.headers["x-frame-options"] == "DENY"
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, told) == (0, "Open it in a browser; Ctrl-C ends the server.\n")


def test_other_machines_are_let_in_by_express_wish_alone(tmp_path: Path) -> None:
    write_store(sample_graph(), tmp_path / kg.STORE)
    outcome = kg_here("serve", tmp_path, "--host", "0.0.0.0")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "no password" in outcome.stderr
    listening, address = open_socket("0.0.0.0", 0, is_public=True)
    with listening:
        assert address == f"http://0.0.0.0:{listening.getsockname()[1]}/"
    assert "no password" in re.sub(r"\s+", " ", kg_here("serve", "--help").stdout)
    assert [h for h in ("localhost", "127.0.0.1", "::1", "[::1]") if not is_loopback(h)] == []
    assert not is_loopback("kg.example")


def test_port_that_is_taken_is_told() -> None:
    listening, _ = open_socket("127.0.0.1", 0)
    with listening, pytest.raises(ViewError, match="try --port 0"):
        open_socket("127.0.0.1", listening.getsockname()[1])
    with pytest.raises(ViewError, match="leave --host out"):
        open_socket("999.1.1.1", 0, is_public=True)


@pytest.mark.parametrize("name", ["starlette", "uvicorn"])
def test_missing_library_is_told(name: str) -> None:
    code = f"import sys; sys.modules[{name!r}] = None; import kg.views.serving"
    outcome = python_apart("-c", code)
    assert "pip install 'conflict-kg[serve]'" in outcome.stderr
    assert "ViewError" in outcome.stderr


def test_pages_in_files_load_no_server() -> None:
    code = "import sys, kg.views; print('starlette' in sys.modules, 'uvicorn' in sys.modules)"
    assert python_apart("-c", code).stdout == "False False\n"


def test_door_is_sorted() -> None:
    assert sorted(serving.__all__) == sorted(set(serving.__all__))
