"""Whether sentences are made of each other, for many pairs: reports enter, answers leave."""

from array import array
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kg.lexicons import fold
from kg.resolution.comparison import SIMILAR_SHARE
from kg.resolution.pairs import Numbers, number_keys
from kg.resolution.reports import Report

__all__ = ["Sentences"]


class Sentences:
    """The words of all sentences, one row of a sparse table each.

    `kg.resolution.comparison.compare_sentences` tells the same of two reports.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        sentences = [report.claim.sentence.text for report in reports]
        self._rows = number_keys(sentences)
        self._table = _table(dict.fromkeys(sentences))
        self._lengths = np.diff(self._table.indptr)

    def are_similar(self, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
        """Tell of pairs of reports, by their places, whether half of their words are shared."""
        a, b = self._rows[one], self._rows[other]
        shared = self._table[a].multiply(self._table[b]).sum(axis=1)
        every = self._lengths[a] + self._lengths[b] - shared
        are_similar: NDArray[np.bool_] = (shared >= SIMILAR_SHARE * every) & (every > 0)
        return are_similar


def _table(sentences: Collection[str]) -> csr_array:
    """Return a row of ones and zeros for each sentence, a column for each word."""
    column_by_word: dict[str, int] = {}
    columns, ends = array("i"), array("q", [0])
    for sentence in sentences:
        for word in set(fold(sentence).split()):
            columns.append(column_by_word.setdefault(word, len(column_by_word)))
        ends.append(len(columns))
    shape = (len(sentences), max(1, len(column_by_word)))
    ones = np.ones(len(columns), dtype=np.int8)
    places = np.frombuffer(columns or array("i", [0]), dtype=np.int32)[: len(columns)]
    table = csr_array((ones, places, np.array(ends)), shape=shape)
    table.sort_indices()
    return table
