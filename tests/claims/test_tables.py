"""The word lists of the room hold what the code takes for granted of them."""

from collections import Counter

import pytest

from kg.claims.tables import read_table
from kg.model import Bound, CountKind, CountRelation


def _twice(words):
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize(
    ("table", "names"),
    [("counts", "governors"), ("counts", "relations"), ("counts", "bounds")],
)
def test_words_stand_in_one_list_only(table, names):
    lists = read_table(table)[names]
    assert _twice(word for words in lists.values() for word in words) == []


@pytest.mark.parametrize("table", ["counts", "numerals", "times"])
def test_word_lists_are_lower_case_but_for_names_and_hold_nothing_twice(table):
    lists = read_table(table)["words"]
    assert [word for words in lists.values() for word in _twice(words)] == []
    assert all(
        word == word.lower() for key, words in lists.items() for word in words if key != "names"
    )


def test_counts_name_kinds_bounds_and_relations_that_exist():
    table = read_table("counts")
    kinds = [*table["governors"], *table["nouns"].values(), *table["strict"]["kinds"]]
    kinds += [kind for names in table["nothing"].values() for kind in names]
    assert set(kinds) <= set(CountKind)
    assert {*table["bounds"], *table["bounds_after"]} == set(Bound) - {Bound.EXACTLY}
    assert {*table["relations"]} == set(CountRelation) - {CountRelation.TOTAL}


def test_no_noun_names_both_people_and_things():
    words = read_table("counts")["words"]
    assert set(words["people"]) & set(words["things"]) == set()
