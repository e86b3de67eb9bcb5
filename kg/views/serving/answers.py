"""Pages as answers over HTTP: HTML in, a response with the page's own policy out."""

import html
import itertools
import re
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

__all__ = ["csv_answer", "page_answer", "unchanged"]

_LINES_AT_ONCE = 500
# The first of a page is our own: it stands above everything that a text could bring in.
_POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def page_answer(page: str, *, stamp: str = "", status: int = 200) -> Response:
    """Return a page as an answer that names its policy as a header too.

    Args:
        page: A page of ours.
        stamp: The state of the store that it shows; "" for one that is not to be kept.
        status: The HTTP status.
    """
    found = _POLICY.search(page)
    policy = html.unescape(found[1]) if found else "default-src 'none'"
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    if stamp:
        headers |= _kept(stamp)
    return HTMLResponse(page, status_code=status, headers=headers)


def csv_answer(lines: Iterable[str], name: str, *, stamp: str = "") -> Response:
    """Return CSV as an answer that a browser saves as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(
        map("".join, _batches(lines)),
        media_type="text/csv; charset=utf-8",
        headers=headers | (_kept(stamp) if stamp else {}),
    )


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield lines many at a time, for each piece of an answer costs a change of threads."""
    rest = iter(lines)
    while batch := list(itertools.islice(rest, _LINES_AT_ONCE)):
        yield batch


def unchanged(request: Request, stamp: str) -> Response | None:
    """Return the answer to a browser that holds the page of this state already, else None."""
    if f'"{stamp}"' not in request.headers.get("if-none-match", ""):
        return None
    return Response(status_code=304, headers=_kept(stamp))


def _kept(stamp: str) -> dict[str, str]:
    return {"ETag": f'"{stamp}"', "Cache-Control": "private, no-cache"}
