"""Whom a pronoun stands for: an article with one pronoun in brackets, and the name it refers to."""

import pytest

from kg.documents import load_pipeline
from kg.lexicons import load_lexicon
from kg.mentions.reference import resolve_references
from kg.mentions.syntax import read_sentences
from tests.mentions.parses import parse

CASES = {
    "subject of the sentence before": (
        "Mr Dravo criticised the army. [He] demanded an inquiry.",
        "Dravo",
    ),
    "subject before object": (
        "President Ilan Dravo thanked General Tarek Sol. [He] left on Friday.",
        "Ilan Dravo",
    ),
    "what pronouns keep in mind": (
        "Mr Dravo fled to Kenya with the help of Mr Sol. He asked for help. [His] brother stayed.",
        "Dravo",
    ),
    "title of a woman": (
        "Mr Dravo blamed Mrs Quell for the attack. [She] denied it.",
        "Quell",
    ),
    "title of a man": (
        "Mrs Quell blamed Mr Dravo for the attack. Police later arrested [him].",
        "Dravo",
    ),
    "given name of a woman": (
        "Robert Hill accused Maria Quell of fraud. [She] denied the charge.",
        "Maria Quell",
    ),
    "fullest name": (
        "Maria Quell visited the front. Quell praised the troops. [She] returned to the capital.",
        "Maria Quell",
    ),
    "nobody is the object of what he does": (
        "Mr Dravo said Mr Sol had betrayed him. Mr Sol later met [him] in Nairobi.",
        "Dravo",
    ),
    "nor of a relative clause about him": (
        "Robert Dravo spoke in Kyiv. Peter Sol, who met [him] there, described the attack.",
        "Robert Dravo",
    ),
    "a state": ("Iran rejected the proposal. [It] accused Israel of sabotage.", "Iran"),
    "a group": ("The Taliban seized the town. [They] freed prisoners.", "Taliban"),
    "two together have no one name": (
        "Robert Dravo and Peter Sol met in Geneva. [They] signed a truce.",
        None,
    ),
    "too long ago": (
        "Iran rejected the plan. Rain fell. Snow fell. Shops closed. [It] was cold.",
        None,
    ),
}


@pytest.mark.pipeline
@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_pronoun_stands_for_whom_its_article_has_in_mind(marked: str, expected: str | None) -> None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    lexicon = load_lexicon()
    sentences = tuple(read_sentences(load_pipeline()(text), lexicon.lemmas))
    word = next(w for s in sentences for w in s.words if w.start == start)
    assert resolve_references(sentences, lexicon).of(word) == expected


BESIDE = {
    "a body": (
        "the/DT/2/det agency/NN/5/nsubj ,/,/4/punct Interpol/NNP/2/appos/ORG agreed/VBD/0/root",
        "Interpol",
    ),
    "a person": (
        "a/DT/2/det spokesman/NN/5/nsubj ,/,/4/punct Dravo/NNP/2/appos/PERSON agreed/VBD/0/root",
        "Dravo",
    ),
    "a place by a noun of places": (
        "the/DT/2/det capital/NN/5/nsubj ,/,/4/punct Nairobi/NNP/2/appos/GPE burned/VBD/0/root",
        "Nairobi",
    ),
    "no person is a place": (
        "the/DT/2/det envoy/NN/5/nsubj ,/,/4/punct Nairobi/NNP/2/appos/GPE agreed/VBD/0/root",
        None,
    ),
    "several are not one": (
        "the/DT/2/det groups/NNS/5/nsubj ,/,/4/punct Hamas/NNP/2/appos/ORG agreed/VBD/0/root",
        None,
    ),
    "nor is one two": (
        "the/DT/2/det group/NN/7/nsubj ,/,/4/punct Hamas/NNP/2/appos/ORG and/CC/6/cc"
        " Fatah/NNP/4/conj/ORG agreed/VBD/0/root",
        None,
    ),
}


@pytest.mark.parametrize(("lines", "expected"), BESIDE.values(), ids=BESIDE)
def test_noun_has_the_name_beside_it(lines: str, expected: str | None) -> None:
    lexicon = load_lexicon()
    sentences = tuple(read_sentences(parse(lines), lexicon.lemmas))
    assert resolve_references(sentences, lexicon).of(sentences[0].words[1]) == expected
