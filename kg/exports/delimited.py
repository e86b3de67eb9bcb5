"""Rows of values to lines of text between bare tabs, for programs that know no quotes."""

from collections.abc import Iterable, Iterator, Sequence

from kg.graph.cells import guarded
from kg.graph.frames.cells import one_line
from kg.graph.terms import clean

__all__ = ["iter_tabbed"]


def iter_tabbed(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    r"""Yield rows of cells between tabs, without quotes around them; no text is a formula.

    Some readers of such files take a `"` for a quote around cells, others do not; written as `'` it
    is text to both.

    Example:
        >>> list(iter_tabbed([(1, None, 'two\t"words"')]))
        ["1\t\ttwo 'words'\n"]
    """
    yield from ("\t".join(map(_bare, row)) + "\n" for row in rows)


def _bare(value: object) -> str:
    return guarded(one_line(clean(value)).replace('"', "'") if isinstance(value, str) else value)
