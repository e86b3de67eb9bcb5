"""The SPARQL box: a request in, its query's answer as a page, as JSON or as CSV out."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import QueryError
from kg.views.served import Served
from kg.views.serving.answers import page_answer
from kg.views.serving.asking import MOST_ROWS, LibraryQuery, QueryCutError, Reply
from kg.views.serving.desks import Desk
from kg.views.sheets import SHEET_STYLES, render_sheet

__all__ = ["answer_sparql"]

JSON = "application/sparql-results+json"
_FORMS = {JSON: JSON, "application/json": JSON, "text/csv": "text/csv", "text/html": "text/html"}
_MOST_BYTES = 10_000  # of a request; some tens of thousands of chained operators fell Oxigraph
_NAMES = frozenset({"query", "named"})


async def answer_sparql(desk: Desk, request: Request) -> Response:
    """Answer at /sparql: the box without a query, its answer with one."""
    asked = await _asked(request)
    unknown = sorted(asked.keys() - _NAMES)
    if unknown:
        raise QueryError(
            f"{unknown[0]!r} is not understood here; give `query`, as SPARQL that only reads"
        )
    query = asked.get("query")
    if query is None:
        return page_answer(_page(desk, _chosen(desk, asked.get("named"))))
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):  # even as a link
        raise HTTPException(403, "Another site sent this query; open this page and ask it here.")
    return await run_in_threadpool(_answer, desk, query, _form(request.headers.get("accept", "")))


async def _asked(request: Request) -> dict[str, str]:
    if request.method != "POST":
        return _once(request.query_params.multi_items())
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await _body(request)
    if kind == "application/sparql-query":
        return {"query": body}
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(
            415,
            f"Send application/x-www-form-urlencoded or application/sparql-query, not {kind!r}.",
        )
    fields = parse_qs(body, keep_blank_values=True, max_num_fields=20)
    return _once([(name, value) for name, values in fields.items() for value in values])


def _once(pairs: list[tuple[str, str]]) -> dict[str, str]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise QueryError("a parameter is given twice; give each once")
    return found


async def _body(request: Request) -> str:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise HTTPException(413, f"A query of more than {_MOST_BYTES:,} bytes is not taken.")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("the query is not in UTF-8; send it as that") from error


def _form(accept: str) -> str:
    """Return the first form that is asked for and that we have, a page by default."""
    wanted = (part.partition(";")[0].strip().lower() for part in accept.split(","))
    return next((_FORMS[name] for name in wanted if name in _FORMS), "text/html")


def _answer(desk: Desk, query: str, form: str) -> Response:
    if form == "text/html":
        return _answer_page(desk, query)
    reply = desk.questions.answer(query)
    write = reply.to_json if form == JSON else reply.to_csv
    if write is None:
        return PlainTextResponse(reply.text)
    return Response(write(), media_type=form)


def _answer_page(desk: Desk, query: str) -> Response:
    """Return the box with the answer below, or with what is wrong with the query."""
    try:
        reply = desk.questions.answer(query)
    except QueryError as error:
        return page_answer(_page(desk, query, problem=str(error)), status=400)
    except QueryCutError as error:
        return page_answer(_page(desk, query, problem=str(error)), status=503)
    return page_answer(_page(desk, query, reply=reply))


def _chosen(desk: Desk, name: str | None) -> str:
    """Return the text of a query of the library, the first where none is chosen."""
    by_name = {query.name: query.text for query in desk.library}
    if name is None:
        return ""
    if name not in by_name:
        raise QueryError(f"there is no query {name!r}; choose one of {', '.join(by_name)}")
    return by_name[name]


def _page(desk: Desk, query: str, *, reply: Reply | None = None, problem: str = "") -> str:
    return render_sheet(
        "serving/sparql.html",
        title="SPARQL",
        styles=SHEET_STYLES,
        served=Served(here="/sparql"),
        values={
            "query": query,
            "library": desk.library,
            "current": _named(desk, query),
            "reply": reply,
            "most": MOST_ROWS,
            "problem": problem,
        },
    )


def _named(desk: Desk, query: str) -> LibraryQuery | None:
    return next((one for one in desk.library if one.text.split() == query.split()), None)
