"""Inputs in, articles and skips out, one at a time: what all formats have in common."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.articles.decoding import bom_encoding, is_binary
from kg.articles.drafts import Draft, OpenInput, Reader
from kg.articles.finishing import finish
from kg.articles.inputs import expand_inputs, iter_files, shown, unreadable
from kg.articles.json_lines import read_json_lines
from kg.articles.options import ReadOptions
from kg.articles.plain_text import read_plain_text
from kg.articles.readers import READERS
from kg.articles.skips import SkipReason
from kg.articles.streams import STDIN_NAME, as_bytes
from kg.errors import ArticleError
from kg.model import Article, Skip

__all__ = ["read_articles"]


def read_articles(
    inputs: str | Path | Sequence[str | Path], *, options: ReadOptions | None = None
) -> Iterator[Article | Skip]:
    """Yield the articles of files, folders, patterns and standard input, and what was not taken.

    Folders are read with all that they hold, sorted by name, hidden files left out. An article
    that comes twice, with the same id and text, is yielded once.

    Args:
        inputs: Paths, glob patterns, or `-` for `options.stdin`: JSON lines if its first sign is
            a brace, else one plain text.
        options: What the inputs do not say themselves.

    Yields:
        Articles and skips in the order of the inputs; bad input is a skip, never an error.

    Raises:
        ArticleError: At once, if a path does not exist, a pattern matches nothing, or `-` is
            given without a stream.

    Example:
        >>> import io
        >>> stdin = io.BytesIO(b'{"id": "n-1", "text": "Rebels fled."}')
        >>> [article.id for article in read_articles("-", options=ReadOptions(stdin=stdin))]
        ['n-1']
    """
    options = options or ReadOptions()
    roots = expand_inputs([inputs] if isinstance(inputs, str | Path) else inputs)
    if None in roots and options.stdin is None:
        raise ArticleError("-: there is no standard input to read; pass a stream as stdin")
    return _finish_all(_read_all(roots, options), options)


def _finish_all(drafts: Iterable[Draft | Skip], options: ReadOptions) -> Iterator[Article | Skip]:
    """Yield every article once; of several texts under one id, the first is that id's."""
    digests: dict[str, bytes] = {}
    for draft in drafts:
        result = draft if isinstance(draft, Skip) else finish(draft, options)
        if isinstance(result, Skip):
            yield result
            continue
        digest = hashlib.sha256(result.text.encode()).digest()
        if result.id not in digests:
            digests[result.id] = digest
            yield result
        elif digests[result.id] != digest:
            yield Skip(where=draft.where, reason=SkipReason.ID_TAKEN, detail=_id_advice(result.id))


def _id_advice(article_id: str) -> str:
    return (
        f"{article_id} came before with another text; give this one an id of its own, or take the"
        f" earlier away with `kg remove DIR {article_id}`"
    )


def _read_all(roots: Sequence[Path | None], options: ReadOptions) -> Iterator[Draft | Skip]:
    seen: set[str] = set()
    for root in dict.fromkeys(roots):
        if root is None:
            yield from _read_stdin(options)
            continue
        for found in iter_files(root, seen):
            yield from [found] if isinstance(found, Skip) else _read_file(found, options)


def _read_file(path: Path, options: ReadOptions) -> Iterator[Draft | Skip]:
    row = READERS.get(path.suffix.lower())
    if row is None:
        detail = f"not one of {' '.join(READERS)}"
        yield Skip(where=shown(path), reason=SkipReason.UNKNOWN_FORMAT, detail=detail)
        return
    try:
        if path.stat().st_size > options.max_file_bytes:
            detail = f"a file of more than {options.max_file_bytes:,} bytes; split it"
            yield Skip(where=shown(path), reason=SkipReason.TOO_LARGE, detail=detail)
            return
        with path.open("rb") as stream:
            yield from _read_stream(OpenInput(where=shown(path), stream=stream), row.read, options)
    except OSError as error:
        yield unreadable(path, error)


def _read_stream(opened: OpenInput, read: Reader, options: ReadOptions) -> Iterator[Draft | Skip]:
    if is_binary(opened.stream.peek()):
        detail = "holds bytes that no text holds; convert it to text first"
        yield Skip(where=opened.where, reason=SkipReason.BINARY, detail=detail)
        return
    is_empty = True
    for draft in read(opened, options):
        is_empty = False
        yield draft
    if is_empty:
        yield Skip(where=opened.where, reason=SkipReason.NO_TEXT, detail="no article in it")


def _read_stdin(options: ReadOptions) -> Iterator[Draft | Skip]:
    with as_bytes(options.stdin) as stream:
        head = stream.peek()
        start = head.decode(bom_encoding(head) or "utf-8", "ignore").lstrip("\ufeff \t\r\n")
        # An array of objects is no JSON lines either, but that reader knows what to say of it.
        read = read_json_lines if start.startswith(("{", "[{")) else read_plain_text
        yield from _read_stream(OpenInput(where=STDIN_NAME, stream=stream), read, options)
