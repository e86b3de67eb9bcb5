"""Towns by their place in the sentence; names of people stay what they are."""

import pytest
from spacy.tokens import Doc

from kg.documents import load_pipeline
from kg.documents.towns import town_spans
from kg.documents.word_list import WordList
from kg.lexicons import load_lexicon

pytestmark = pytest.mark.pipeline

# text, word, its label
WORDS = {
    "what troops leave": ("Russian troops left Kherson.", "Kherson", "GPE"),
    "what a premier visits": ("The premier visited Hanoi and signed two accords.", "Hanoi", "GPE"),
    "where fighting breaks out": ("Fighting broke out in Hodeidah on Sunday.", "Hodeidah", "GPE"),
    "who is sentenced": ("The court sentenced Medina.", "Medina", "PERSON"),
    "who is arrested": ("Police arrested Houston on Friday.", "Houston", "PERSON"),
    "what is occupied": ("Troops occupied Medina.", "Medina", "GPE"),
    "who leaves": ("Jackson left the capital on Monday.", "Jackson", "PERSON"),
}


@pytest.mark.parametrize(("text", "word", "label"), WORDS.values(), ids=WORDS)
def test_word_has_its_label(text: str, word: str, label: str) -> None:
    labels = {token.ent_type_ for token in load_pipeline()(text) if token.text == word}
    assert labels == {label}


def test_name_of_somebody_in_the_text_is_no_town() -> None:
    words = ["Carlos", "Medina", "spoke", ".", "Voters", "trust", "in", "Medina", "."]
    doc = Doc(
        load_pipeline().vocab,
        words=words,
        tags=["NNP", "NNP", "VBD", ".", "NNS", "VBP", "IN", "NNP", "."],
        deps=["nsubj", "flat", "ROOT", "punct", "nsubj", "ROOT", "case", "obl", "punct"],
        heads=[2, 0, 2, 2, 5, 5, 7, 5, 5],
        ents=["B-PERSON", "I-PERSON", "O", "O", "O", "O", "O", "B-PERSON", "O"],
    )
    world = load_lexicon().world
    assert list(town_spans(doc, WordList.of(doc), world)) == []
    doc.ents = [entity for entity in doc.ents if len(entity) == 1]
    (town,) = town_spans(doc, WordList.of(doc), world)
    assert (town.text, town.label_) == ("Medina", "GPE")
