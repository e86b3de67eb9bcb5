"""The notebooks: each runs from a clean clone, by the front door alone, its two forms in step.

Outputs are not compared: they change with every gain in extraction, and the text beside them is
written so that it stays true.
"""

import ast
from pathlib import Path
from typing import Any

import nbformat
import pytest

from scripts import renew_notebooks

ADVICE = "run `python scripts/renew_notebooks.py`"
MAX_BYTES = 200_000
ALLOWED = {"kg", "pandas", "networkx", "json", "tempfile", "pathlib"}

SOURCES = renew_notebooks.sources()


def name_of(path: Path) -> str:
    return path.stem


def cells_of(notebook: Any) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def stored(path: Path) -> Any:
    return nbformat.read(path.with_suffix(".ipynb"), as_version=4)


def code_of(path: Path) -> str:
    cells = renew_notebooks.read_source(path).cells
    return "\n".join(cell.source.rstrip(";") for cell in cells if cell.cell_type == "code")


def test_there_are_five() -> None:
    assert len(SOURCES) == 5
    assert [path.stem for path in SOURCES] == sorted(
        path.stem for path in renew_notebooks.FOLDER.glob("*.ipynb")
    )


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_both_forms_are_in_step(path: Path) -> None:
    assert cells_of(stored(path)) == cells_of(renew_notebooks.read_source(path)), ADVICE


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_the_front_door_is_used(path: Path) -> None:
    imports = [
        (node.module if isinstance(node, ast.ImportFrom) else alias.name) or ""
        for node in ast.walk(ast.parse(code_of(path)))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert "kg" in imports
    assert set(imports) <= ALLOWED
    assert "!" not in {line[:1] for line in code_of(path).splitlines()}


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_is_stored_is_whole_small_and_of_no_machine(path: Path) -> None:
    notebook = stored(path)
    text = path.with_suffix(".ipynb").read_text(encoding="utf-8")
    assert len(text.encode()) < MAX_BYTES, ADVICE
    assert "<iframe" not in text
    assert set(notebook.metadata) == {"kernelspec"}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [*range(1, len(code) + 1)], ADVICE
    assert [o for o in renew_notebooks.outputs_of(notebook) if o.output_type == "error"] == []
    assert not [word for word in (str(Path.home()), str(path.parent)) if f"{word}/" in text]


@pytest.mark.pipeline
@pytest.mark.parametrize("path", SOURCES, ids=name_of)
@pytest.mark.filterwarnings("default")  # of Jupyter's own libraries, which the kernel is run by
def test_notebook_runs(path: Path) -> None:
    notebook = renew_notebooks.light(renew_notebooks.run(path))
    outputs = [*renew_notebooks.outputs_of(notebook)]
    assert [o for o in outputs if o.output_type == "error"] == []
    assert [o.text for o in outputs if o.get("name") == "stderr"] == []
    assert [o for o in outputs if {"image/svg+xml", "text/html"} & {*o.get("data", {})}]
    assert len(nbformat.writes(notebook).encode()) < MAX_BYTES
