"""The words of a document as strings: as its tokens have them, whatever the text."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.word_list import WordList, lowered, opening

ENGLISH = spacy.blank("en")
TEXTS = st.text(st.sampled_from("aB İß🙂-'’. \n\t\xa09é"), max_size=30)


@given(TEXTS)
def test_words_are_those_of_the_tokens(text: str) -> None:
    doc = ENGLISH(text)
    words = WordList.of(doc)
    assert words.text == doc.text
    assert list(words.words) == [token.text for token in doc]
    assert list(words.in_lower_case) == [token.lower_ for token in doc]
    assert list(words.starts) == [token.idx for token in doc]
    assert list(words.ends) == [token.idx + len(token) for token in doc]


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_capitals_within_are_those_of_the_tokens_there(text: str, start: int, end: int) -> None:
    doc = ENGLISH(text)
    expected = [t.i for t in doc if start <= t.i < end and t.text[0].isupper()]
    assert list(WordList.of(doc).capitals_within(start, end)) == expected


@given(TEXTS)
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lowered(text)) == len(text)


OPENINGS = {"al-Quo": "al", "N.R.F.": "N", "'s": "'s", "Dravo": "Dravo", "F16": "F16"}


@pytest.mark.parametrize(("word", "expected"), OPENINGS.items(), ids=OPENINGS)
def test_a_word_opens_with_its_letters_up_to_the_first_mark(word: str, expected: str) -> None:
    assert opening(word) == expected
