"""The adapter for syntax: labels of both schemes give the same mentions."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.mentions.syntax import read_sentences
from kg.model import Article
from tests.mentions.parses import parse

PAIRS = {
    "active": (
        "Rebels/NNS/2/nsubj shelled/VBD/0/ROOT the/DT/4/det town/NN/2/obj on/IN/6/case"
        " Monday/NNP/2/obl ././2/punct",
        "Rebels/NNS/2/nsubj shelled/VBD/0/ROOT the/DT/4/det town/NN/2/dobj on/IN/2/prep"
        " Monday/NNP/5/pobj ././2/punct",
    ),
    "passive with by": (
        "The/DT/2/det town/NN/4/nsubj:pass was/VBD/4/aux:pass shelled/VBN/0/ROOT by/IN/6/case"
        " rebels/NNS/4/obl:agent ././4/punct",
        "The/DT/2/det town/NN/4/nsubjpass was/VBD/4/auxpass shelled/VBN/0/ROOT by/IN/4/agent"
        " rebels/NNS/5/pobj ././4/punct",
    ),
    "preposition leads to target": (
        "Gunmen/NNS/2/nsubj fired/VBD/0/ROOT at/IN/5/case the/DT/5/det convoy/NN/2/obl ././2/punct",
        "Gunmen/NNS/2/nsubj fired/VBD/0/ROOT at/IN/2/prep the/DT/5/det convoy/NN/3/pobj"
        " ././2/punct",
    ),
    "negated": (
        "Rebels/NNS/4/nsubj did/VBD/4/aux not/RB/4/advmod shell/VB/0/ROOT the/DT/6/det"
        " town/NN/4/obj ././4/punct",
        "Rebels/NNS/4/nsubj did/VBD/4/aux not/RB/4/neg shell/VB/0/ROOT the/DT/6/det"
        " town/NN/4/dobj ././4/punct",
    ),
}  # fmt: skip


def mentions(lines):
    doc = parse(lines)
    return extract_mentions(Article(id="a", text=doc.text), doc, load_lexicon())


@pytest.mark.parametrize(("universal", "clearnlp"), PAIRS.values(), ids=PAIRS)
def test_both_schemes_give_the_same_mentions(universal, clearnlp):
    found = mentions(universal)
    assert found
    assert found == mentions(clearnlp)


def test_a_root_noun_gives_way_to_its_finite_verb():
    doc = parse(
        "The/DT/2/det strike/NN/0/ROOT killed/VBD/2/acl ten/CD/5/nummod people/NNS/3/obj"
        " ././2/punct"
    )
    (sentence,) = read_sentences(doc, load_lexicon().lemmas)
    verb = sentence.words[2]
    assert verb.is_root
    assert [word.text for word in verb.has("nsubj")] == ["strike"]


def test_a_reduced_relative_stays_below_its_noun():
    doc = parse(
        "The/DT/2/det town/NN/0/ROOT attacked/VBD/2/acl by/IN/5/case rebels/NNS/3/obl:agent"
    )
    (sentence,) = read_sentences(doc, load_lexicon().lemmas)
    assert sentence.words[1].is_root


def test_white_space_heads_no_sentence():
    doc = Doc(
        spacy.blank("en").vocab,
        words=["\n", "Near", "Nairobi", "troops", "fled"],
        heads=[0, 2, 0, 4, 2],
        deps=["ROOT", "case", "nmod", "nsubj", "parataxis"],
    )
    (sentence,) = read_sentences(doc, load_lexicon().lemmas)
    heads = {word.text: word.head.text for word in sentence.words}
    assert heads == {"Near": "Nairobi", "Nairobi": "Nairobi", "troops": "fled", "fled": "Nairobi"}


@pytest.mark.parametrize(
    ("form", "tag", "guess", "lemma"),
    [
        ("invaded", "VBD", "invad", "invade"),
        ("shot", "VBD", "shot", "shoot"),
        ("denies", "VBZ", "denie", "deny"),
        ("killings", "NNS", "killing", "killing"),
        ("walked", "VBD", "walk", "walk"),
        ("met", "VBD", "meet", "meet"),
    ],
    ids=lambda value: value,
)
def test_lemmas_are_mended_by_the_tables(form, tag, guess, lemma):
    from kg.lexicons import mend_lemma

    assert mend_lemma(load_lexicon().lemmas, form, tag, guess) == lemma
