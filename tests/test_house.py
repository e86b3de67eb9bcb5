"""The house: what importing loads, what installing needs, and which way imports go."""

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = {"lxml_html_clean": "lxml_html_clean", "pyoxigraph": "pyoxigraph"}
HEAVY = ("spacy", "pyvis", "rdflib", "pandas", "networkx", "trafilatura", "rich", "typer")


def dependency_names() -> list[str]:
    return [re.split(r"[<>=!\[; ]", line)[0] for line in PROJECT["project"]["dependencies"]]


@pytest.mark.parametrize("name", dependency_names())
def test_core_dependency_imports(name):
    module = importlib.import_module(MODULES.get(name, name.replace("-", "_")))
    assert module.__name__


def test_import_kg_loads_nothing_heavy():
    code = f"import sys, kg; print([m for m in {HEAVY!r} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == "[]"


@pytest.mark.slow
def test_core_dependencies_install_from_wheels_alone():
    command = [
        *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed"),
        *("--disable-pip-version-check", "--only-binary=:all:"),
        *PROJECT["project"]["dependencies"],
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Could not find a version" in result.stderr and "from versions: none" in result.stderr:
        pytest.skip("no package index can be reached from here")
    assert result.returncode == 0, result.stderr


def test_every_room_has_a_sorted_door():
    unsorted = []
    for door in sorted((ROOT / "kg").glob("*/__init__.py")):
        names = importlib.import_module(f"kg.{door.parent.name}").__all__
        if sorted(names) != sorted(set(names)):
            unsorted.append(door.parent.name)
    assert unsorted == []


def test_no_module_is_crowded():
    crowded = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "kg").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert crowded == {}
