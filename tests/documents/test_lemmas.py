"""Lemmas by table and by rule, and the component that sets them."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.documents import load_pipeline
from kg.documents.lemma_table import LemmaTable, Rule, read_rows, write_rows
from kg.documents.lemmas import LemmaReader

TABLE = LemmaTable(
    words={("VBD", "fled"): "flee", ("NNP", "U.S."): "United States", ("NNS", "men"): "man"},
    endings={
        ("NNS", "s"): Rule(1, ""),
        ("NNS", "ies"): Rule(3, "y"),
        ("VBD", "ed"): Rule(2, ""),
        ("VBG", "ing"): Rule(3, ""),
        ("NNPS", "s"): Rule(1, ""),
    },
    capitals={("JJ", ""): False, ("JJ", "an"): True},
)
WORDS = frozenset(("provoke", "shell", "stop", "army", "run"))

# form, tag, lemma
CASES = {
    "a word of the table": ("fled", "VBD", "flee"),
    "in capitals": ("FLED", "VBD", "flee"),
    "as written only": ("U.S.", "NNP", "United States"),
    "the longest ending": ("armies", "NNS", "army"),
    "a last e": ("provoked", "VBD", "provoke"),
    "a letter doubled": ("running", "VBG", "run"),
    "a letter that is double": ("shelled", "VBD", "shell"),
    "a stem that is no word": ("googled", "VBD", "googl"),
    "a name": ("Meredith", "NNP", "Meredith"),
    "several of a name": ("Houthis", "NNPS", "Houthi"),
    "a people's adjective": ("Angolan", "JJ", "Angolan"),
    "another adjective": ("Fierce", "JJ", "fierce"),
    "an abbreviation": ("IED", "NN", "IED"),
    "a shouted word": ("EXPLOSION", "NN", "explosion"),
    "several of an abbreviation": ("IEDs", "NNS", "ied"),
    "the last part of a compound": ("gunship-armies", "NNS", "gunship-army"),
    "a name behind a hyphen": ("Pro-Russian", "JJ", "pro-Russian"),
    "a number": ("12,000", "CD", "12000"),
    "an address": ("Desk@Example.org", "ADD", "Desk@Example.org"),
    "a mark": ("!", ".", "!"),
}


@pytest.mark.parametrize(("form", "tag", "lemma"), CASES.values(), ids=CASES)
def test_lemma(form, tag, lemma):
    assert TABLE.lemma(form, tag, WORDS.__contains__) == lemma


def test_a_table_is_read_as_it_was_written():
    assert read_rows(["# a note", *write_rows(TABLE)]) == TABLE


def test_the_component_keeps_its_table_on_disk(tmp_path):
    nlp = spacy.blank("en")
    LemmaReader(nlp.vocab, TABLE).to_disk(tmp_path / "lemmas")
    reader = LemmaReader(nlp.vocab, read_rows(())).from_disk(tmp_path / "lemmas")
    doc = reader(Doc(nlp.vocab, words=["Rebels", "fled"], tags=["NNS", "VBD"]))
    assert [token.lemma_ for token in doc] == ["rebel", "flee"]


@pytest.mark.pipeline
def test_the_bundled_pipeline_knows_verbs_it_never_saw_inflected():
    doc = load_pipeline()("Troops besieged towns, shelled villages and were retaking bridges.")
    assert {"besiege", "shell", "retake", "bridge"} <= {token.lemma_ for token in doc}
