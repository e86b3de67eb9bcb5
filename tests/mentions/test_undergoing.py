"""Whom an event noun happens to, and who did it, by what is said around it; parses made by hand."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.syntax import read_sentences
from kg.mentions.undergoing import doers, undergoers
from tests.mentions.parses import parse

UNDERGOERS = {
    "under it": (
        "Kessa/NNP/4/nsubj/GPE is/VBZ/4/cop/-/be under/IN/4/case siege/NN/0/root ././4/punct",
        "siege",
        ["Kessa"],
    ),
    "put under it": (
        "Rebels/NNS/2/nsubj put/VBD/0/root Kessa/NNP/2/obj/GPE under/IN/5/case siege/NN/2/obl",
        "siege",
        ["Kessa"],
    ),
    "placed under it": (
        "He/PRP/3/nsubj:pass was/VBD/3/aux:pass/-/be placed/VBN/0/root/-/place under/IN/5/case"
        " arrest/NN/3/obl",
        "arrest",
        ["He"],
    ),
    "who does something under it": (
        "He/PRP/2/nsubj resigned/VBD/0/root/-/resign under/IN/4/case pressure/NN/2/obl",
        "pressure",
        ["He"],
    ),
    "a town under it": (
        "a/DT/2/det town/NN/5/nsubj under/IN/4/case attack/NN/2/nmod burned/VBD/0/root",
        "attack",
        ["town"],
    ),
    "on trial": (
        "He/PRP/4/nsubj is/VBZ/4/cop/-/be on/IN/4/case trial/NN/0/root",
        "trial",
        ["He"],
    ),
    "its target": (
        "They/PRP/4/nsubj were/VBD/4/cop/-/be the/DT/4/det target/NN/0/root of/IN/6/case"
        " raids/NNS/4/nmod/-/raid",
        "raids",
        ["They"],
    ),
    "victim to it": (
        "They/PRP/2/nsubj fell/VBD/0/root/-/fall victim/NN/2/obj to/IN/5/case raids/NNS/3/nmod",
        "raids",
        ["They"],
    ),
    "who faces it, one of two": (
        "Kenya/NNP/2/nsubj/GPE faces/VBZ/0/root/-/face protests/NNS/2/obj/-/protest and/CC/5/cc"
        " sanctions/NNS/3/conj/-/sanction",
        "sanctions",
        ["Kenya"],
    ),
    "nobody: under a roof of its own": (
        "Under/IN/3/case the/DT/3/det deal/NN/0/root",
        "deal",
        [],
    ),
    "nobody: what one acts by": (
        "Under/IN/3/case the/DT/3/det embargo/NN/5/obl Norway/NNP/5/nsubj/GPE stopped/VBD/0/root",
        "embargo",
        [],
    ),
    "nobody: bombed targets": (
        "Jets/NNS/2/nsubj bombed/VBD/0/root/-/bomb targets/NNS/2/obj/-/target of/IN/5/case"
        " raids/NNS/3/nmod/-/raid",
        "raids",
        [],
    ),
    "nobody: who launched it": (
        "Kenya/NNP/2/nsubj/GPE launched/VBD/0/root/-/launch raids/NNS/2/obj/-/raid",
        "raids",
        [],
    ),
}
DOERS = {
    "behind it": (
        "Rebels/NNS/5/nsubj were/VBD/5/cop/-/be behind/IN/5/case the/DT/5/det attack/NN/0/root",
        "attack",
        ["Rebels"],
    ),
    "the men behind it": (
        "the/DT/2/det rebels/NNS/6/nsubj/-/rebel behind/IN/5/case the/DT/5/det attack/NN/2/nmod"
        " fled/VBD/0/root",
        "attack",
        ["rebels"],
    ),
    "responsible for it": (
        "Rebels/NNS/3/nsubj are/VBP/3/cop/-/be responsible/JJ/0/root for/IN/6/case the/DT/6/det"
        " attack/NN/3/obl",
        "attack",
        ["Rebels"],
    ),
    "those responsible for it": (
        "rebels/NNS/6/nsubj/-/rebel responsible/JJ/1/amod for/IN/5/case the/DT/5/det"
        " attack/NN/2/obl fled/VBD/0/root",
        "attack",
        ["rebels"],
    ),
    "who had part in it": (
        "Kenya/NNP/2/nsubj/GPE denied/VBD/0/root/-/deny any/DT/4/det role/NN/2/obj in/IN/6/case"
        " attacks/NNS/4/nmod/-/attack",
        "attacks",
        ["Kenya"],
    ),
    "nobody: who is not responsible": (
        "Rebels/NNS/4/nsubj are/VBP/4/cop/-/be not/RB/4/advmod responsible/JJ/0/root for/IN/7/case"
        " the/DT/7/det attack/NN/4/obl",
        "attack",
        [],
    ),
    "who is blamed for it": (
        "Police/NNS/2/nsubj blamed/VBD/0/root/-/blame rebels/NNS/2/obj/-/rebel for/IN/6/case"
        " the/DT/6/det attack/NN/2/obl",
        "attack",
        ["rebels"],
    ),
    "nobody: what stands behind it": (
        "the/DT/2/det motive/NN/6/nsubj behind/IN/5/case the/DT/5/det attack/NN/2/nmod"
        " surfaced/VBD/0/root",
        "attack",
        [],
    ),
    "nobody: sorry for it": (
        "Rebels/NNS/3/nsubj are/VBP/3/cop/-/be sorry/JJ/0/root for/IN/6/case the/DT/6/det"
        " attack/NN/3/obl",
        "attack",
        [],
    ),
}


def _word(lines, text):
    lexicon = load_lexicon()
    (sentence,) = read_sentences(parse(lines), lexicon.lemmas)
    return next(word for word in sentence.words if word.text == text), lexicon


@pytest.mark.parametrize(("lines", "noun", "expected"), UNDERGOERS.values(), ids=UNDERGOERS)
def test_whom_it_happens_to(lines: str, noun: str, expected: list[str]) -> None:
    assert [word.text for word in undergoers(*_word(lines, noun))] == expected


@pytest.mark.parametrize(("lines", "noun", "expected"), DOERS.values(), ids=DOERS)
def test_who_did_it(lines: str, noun: str, expected: list[str]) -> None:
    assert [word.text for word in doers(*_word(lines, noun))] == expected
