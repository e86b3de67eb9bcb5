"""`kg demo`: the sample corpus, built in seconds, offline."""

from pathlib import Path
from typing import Annotated

import typer

from kg.errors import ArticleError

__all__ = ["demo", "seeds_folder"]

PACKAGE = Path(__file__).parent.parent
TITLE = "Russia and Ukraine, 2014–2025: a sample"


def seeds_folder() -> Path:
    """Return the folder of the sample articles: in the package, or beside it in a checkout.

    Raises:
        ArticleError: If neither is there.
    """
    for folder in (PACKAGE / "seeds", PACKAGE.parent / "seeds"):
        if (folder / "articles").is_dir():
            return folder / "articles"
    raise ArticleError(f"the sample articles are missing beside {PACKAGE}; install kg anew")


def demo(
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder that is written or added to.")
    ] = Path("exports/demo"),
) -> None:
    """Build a graph from the sample articles that come with kg.

    Examples:
      kg demo
      kg demo -o somewhere/else
    """
    from kg.cli.building import build_folder
    from kg.pipeline import BuildOptions

    build_folder([seeds_folder()], out, options=BuildOptions(), title=TITLE)
