"""Texts in order, however many there are: what does not fit in memory waits in a scratch file."""

import heapq
import itertools
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

__all__ = ["iter_sorted"]

MAX_CHARACTERS = 64_000_000  # of texts that are sorted in memory at once, some 100 MB


def iter_sorted(texts: Iterable[str], *, max_characters: int = MAX_CHARACTERS) -> Iterator[str]:
    r"""Yield texts sorted by code points; memory is bounded, whatever their number.

    Args:
        texts: Texts of any characters but NUL.
        max_characters: How much is sorted in memory before it is put aside.

    Example:
        >>> list(iter_sorted(["c", "a\n", "b"], max_characters=2))
        ['a\n', 'b', 'c']
    """
    with ExitStack() as files:
        runs = list[Iterator[str]]()
        batch, characters = list[str](), 0
        for text in texts:
            batch.append(text)
            characters += len(text)
            if characters >= max_characters:
                runs.append(_put_aside(sorted(batch), files))
                batch, characters = [], 0
        batch.sort()
        yield from heapq.merge(*runs, batch) if runs else batch


def _put_aside(batch: list[str], files: ExitStack) -> Iterator[str]:
    scratch = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 (see next)
    file = files.enter_context(scratch)
    file.writelines(itertools.chain.from_iterable((text, "\0") for text in batch))
    return _read_back(file)


def _read_back(file: IO[str], chunk: int = 1 << 16) -> Iterator[str]:
    file.seek(0)
    rest = ""
    while piece := file.read(chunk):
        *whole, rest = (rest + piece).split("\0")
        yield from whole
