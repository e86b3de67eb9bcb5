"""The pages beside the network: a template and its values in, a page that needs no script out."""

from collections.abc import Mapping
from typing import Any

from kg.views.served import Served
from kg.views.shell import render, static
from kg.views.styles import quad_style_sheet

__all__ = ["SHEET_STYLES", "render_sheet"]

SHEET_STYLES = ("theme.css", "evidence.css", "sheet.css")
SERVED_STYLES = ("served.css",)


def render_sheet(
    template: str,
    *,
    title: str,
    styles: tuple[str, ...] = SHEET_STYLES,
    scripts: tuple[str, ...] = (),
    values: Mapping[str, Any],
    served: Served | None = None,
) -> str:
    """Return a page of one of our templates, with the colours of the quads at hand.

    Args:
        template: Name of the template.
        title: Name of the browser's tab.
        styles: Names of our style sheets.
        scripts: Names of our scripts; the page says all it has to say without them.
        values: What the template shows.
        served: The served pages that it is one of; None for a page in a file of its own.
    """
    return render(
        template,
        styles=(static(*styles, *(SERVED_STYLES if served else ())), quad_style_sheet()),
        scripts=(static(*scripts),) if scripts else (),
        form_action="'self'" if served else "'none'",
        values={"title": title, "served": served, **values},
    )
