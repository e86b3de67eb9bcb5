"""Run the notebooks and write their .ipynb anew from their .py, which is what people edit.

    python scripts/renew_notebooks.py [notebooks/01_first_look.py …]

Outputs are kept, so that a notebook can be read where it cannot be run; interactive pages are not,
the still picture beside each is enough there.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
SECONDS = 120  # of one cell


def sources() -> tuple[Path, ...]:
    """Return the notebooks as people edit them, in their order."""
    return tuple(sorted(FOLDER.glob("*.py")))


def read_source(path: Path) -> Any:
    """Return the notebook of a .py file, its cells named by their number."""
    notebook = jupytext.read(path)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
    return notebook


def run(path: Path) -> Any:
    """Return the notebook of a .py file with all its outputs.

    Raises:
        nbclient.exceptions.CellExecutionError: If a cell fails.
    """
    notebook = read_source(path)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources=where, record_timing=False
    ).execute()
    return notebook


def light(notebook: Any) -> Any:
    """Return a notebook without what differs between machines, and without interactive pages."""
    notebook.metadata = {"kernelspec": dict(notebook.metadata["kernelspec"])}
    for output in outputs_of(notebook):
        data = output.get("data", {})
        if "<iframe" in data.get("text/html", "") and "image/svg+xml" in data:
            del data["text/html"]
    return notebook


def outputs_of(notebook: Any) -> Iterator[Any]:
    """Yield the outputs of all cells."""
    for cell in notebook.cells:
        yield from cell.get("outputs", ())


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the .ipynb files of the sources that are named, of all if none is."""
    named = sys.argv[1:] if arguments is None else arguments
    for path in map(Path, named) if named else sources():
        nbformat.write(light(run(path)), path.with_suffix(".ipynb"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
