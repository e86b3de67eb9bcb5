"""Errors as pages: an exception in, what is wrong and what to do out."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError, QueryError, StoreError, ViewError
from kg.graph import FilterError, UnknownIdError
from kg.views.served import Served
from kg.views.serving.answers import page_answer
from kg.views.serving.asking import QueryCutError
from kg.views.serving.desks import Desk
from kg.views.serving.searching import Found, search
from kg.views.sheets import render_sheet

__all__ = ["ERROR_PAGES", "error_page"]

ErrorPage: TypeAlias = Callable[[Request, Exception], Response]

_STATUS: Mapping[type[KgError], int] = MappingProxyType(
    {
        UnknownIdError: 404,
        FilterError: 400,
        QueryError: 400,
        ViewError: 400,
        QueryCutError: 503,
        StoreError: 503,
    }
)
_HEADINGS: Mapping[int, str] = MappingProxyType(
    {
        400: "This cannot be read",
        403: "This is not answered",
        404: "There is no such page",
        405: "This page can only be read",
        413: "This is too long",
        415: "This form of a query is not known",
        500: "Something went wrong here",
        503: "No answer at the moment",
    }
)
_SUGGESTED = 5
_LEAST = 4  # characters of an id that are worth looking for


def error_page(status: int, message: str, found: Found | None = None) -> str:
    """Return a page that says what is wrong; what was perhaps meant is shown below."""
    heading = _HEADINGS.get(status, "This is not answered")
    sentence = message[:1].upper() + message[1:]
    return render_sheet(
        "serving/error.html",
        title=heading,
        served=Served(),
        values={"heading": heading, "message": sentence, "found": found or Found()},
    )


def _of_ours(request: Request, error: Exception) -> Response:
    """Answer with the words of one of our own errors."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    found = _suggested(request) if status == 404 else None
    return _answer(request, status, str(error), found)


def _of_http(request: Request, error: Exception) -> Response:
    """Answer to an address or a method that is not served."""
    if not isinstance(error, HTTPException):
        raise error
    words = {
        404: f"Nothing is served at {request.url.path}; the bar above leads to all that is.",
        405: f"{request.method} is not answered: these pages change nothing.",
    }
    found = _suggested(request) if error.status_code == 404 else None
    message = words.get(error.status_code, error.detail)
    answer = _answer(request, error.status_code, message, found)
    answer.headers.update(error.headers or {})
    return answer


def _unforeseen(request: Request, error: Exception) -> Response:
    """Answer to what should not happen; the server writes what it was, and no reader sees it."""
    return _answer(request, 500, "The server said why on its standard error.", None)


def _answer(request: Request, status: int, message: str, found: Found | None) -> Response:
    if request.url.path == "/sparql" and "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(message + "\n", status_code=status)
    return page_answer(error_page(status, message, found), status=status)


def _suggested(request: Request) -> Found | None:
    """Return what the last part of an address might have meant."""
    desk: Desk = request.app.state.desk
    asked = unquote(request.url.path.rsplit("/", 1)[-1])[:100]
    try:
        graph = desk.shelf.now().graph
    except KgError:
        return None
    look = partial(search, graph, most=_SUGGESTED, in_texts=False)
    found = look(asked)
    # Of an id that was cut or mistyped, the beginning may still be right.
    half = asked[: max(_LEAST, len(asked) // 2)]
    return found if found.total or len(half) < _LEAST else look(half)


ERROR_PAGES: Mapping[type[Exception], ErrorPage] = MappingProxyType(
    {KgError: _of_ours, HTTPException: _of_http, Exception: _unforeseen}
)
