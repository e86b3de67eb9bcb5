"""Words are marked that known names are made of."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.documents.name_marks import make_name_marks

ENGLISH = spacy.blank("en")
MARKED = make_name_marks(ENGLISH, "kg_name_marks")

# words, the marks of those that have one
MARKS = {
    "a country and what speaks for it": ("Kenya said so", {"Kenya": "B-BC"}),
    "what is written like a small word": ("The US told us so", {}),
    "a people": ("an Afghan farmer", {"Afghan": "B-BD"}),
    "a large town": ("near Kharkiv", {"Kharkiv": "B-T"}),
    "a small one": ("near Bakhmut", {"Bakhmut": "B-t"}),
    "a sea": ("in the Arabian Sea", {"Arabian": "B-Rl", "Sea": "I-Rl"}),
    "a person": ("Yevgeny Prigozhin fled", {"Yevgeny": "B-P", "Prigozhin": "I-P"}),
    "a given name": ("Mrs. Aisha Xyz", {"Aisha": "B-n"}),
    "a group, joined by a hyphen": (
        "by al - Shabaab there",
        {"al": "B-O", "-": "I-O", "Shabaab": "I-O"},
    ),
    "the longest name wins": ("South Sudan", {"South": "B-BC", "Sudan": "I-BC"}),
    "in lower case and in capitals alike": ("boko HARAM", {"boko": "B-O", "HARAM": "I-O"}),
    "not across a comma": ("Boko , Haram", {}),
    "small words are nobody's": ("of the in", {}),
}


@pytest.mark.parametrize(("text", "marks"), MARKS.values(), ids=MARKS)
def test_words_get_their_marks(text: str, marks: dict[str, str]) -> None:
    doc = MARKED(Doc(ENGLISH.vocab, words=text.split()))
    found = {token.text: token.ent_kb_id_ for token in doc if token.ent_kb_id_}
    assert found == marks


@given(st.lists(st.sampled_from(["South", "Sudan", "-", ",", "", "Hamas", "of", "🙂", "al"])))
def test_any_text_is_marked_and_stays_as_it_is(words: list[str]) -> None:
    doc = Doc(ENGLISH.vocab, words=[word or "x" for word in words])
    before = doc.text
    assert MARKED(doc).text == before
    assert all(t.ent_kb_id_[:2] in ("", "B-", "I-") for t in doc)
