"""Whole names are found in a text as it stands, at the bounds of its words."""

from itertools import combinations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.name_table import NameTable
from kg.documents.word_list import WordList

ENGLISH = spacy.blank("en")
NAMES = {"Ann Dravo": "PERSON", "Dravo": "ORG", "al-Quo": "ORG", "N.R.F.": "ORG", "Tom": "PERSON"}
TABLE = NameTable(NAMES.items())

FOUND = {
    "a name, and the name within it": ("Mr Ann Dravo left", ["Ann Dravo", "Dravo"]),
    "with its own marks": ("the al-Quo of N.R.F. men", ["al-Quo", "N.R.F."]),
    "before a possessive": ("Dravo's men", ["Dravo"]),
    "beside marks": ('"Tom," (Tom) and Tom.', ["Tom", "Tom", "Tom"]),
    "no part of a word": ("Tomb of Dravos", []),
    "in its own case": ("ann DRAVO", []),
    "not across a wider space": ("Ann  Dravo", ["Dravo"]),
    "nothing in nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_names_are_found(text: str, expected: list[str]) -> None:
    doc = ENGLISH(text)
    assert [doc[start:end].text for _, start, end in TABLE.spans(WordList.of(doc))] == expected


def test_the_label_comes_along() -> None:
    assert list(TABLE.spans(WordList.of(ENGLISH("Ann Dravo")))) == [("PERSON", 0, 2), ("ORG", 1, 2)]


@pytest.mark.parametrize("text", ["the WORLD cup", "the World Cup", "İ world cup"])
def test_any_letter_case_where_it_does_not_count(text: str) -> None:
    table = NameTable([("World Cup", "EVENT")], any_case=True)
    assert [label for label, _, _ in table.spans(WordList.of(ENGLISH(text)))] == ["EVENT"]


WORDS = ["Ann", "Dravo", "al", "-", "al-Quo", "Tom", "N.R.F.", "x", ".", "'s", "İ", "🙂", '"']


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_run_of_words_that_is_a_name_is_found(words: list[str]) -> None:
    doc = ENGLISH(" ".join(words))
    runs = combinations(range(len(doc) + 1), 2)
    expected = [(NAMES[doc[i:j].text], i, j) for i, j in runs if doc[i:j].text in NAMES]
    assert list(TABLE.spans(WordList.of(doc))) == expected
