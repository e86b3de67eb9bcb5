"""Names exchanged for others: the sentence stays a tree, and its other words stay as they were."""

import numpy as np
import pytest
import spacy
from spacy.vectors import Vectors

from kg.lexicons import fold, load_lexicon
from training.corpora import Sentence, Word
from training.newer_names import exchanged, more_towns, name_spans, pools, renamed
from training.vectors import add_names


def words_of(*rows):
    """Return words from (form, head number from 0, dep, name)."""
    return tuple(
        Word(
            form=form,
            lemma=form.lower(),
            upos="X",
            xpos="NNP" if name != "O" else "NN",
            feats="",
            head=head,
            dep=dep,
            space=form != "Mr",
            name=name,
        )
        for form, head, dep, name in rows
    )


MET = words_of(
    ("Annan", 1, "nsubj", "B-PERSON"),
    ("met", 1, "ROOT", "O"),
    ("George", 1, "obj", "B-PERSON"),
    ("Bush", 2, "flat", "I-PERSON"),
    ("in", 5, "case", "O"),
    ("Rome", 1, "obl", "B-GPE"),
    (".", 1, "punct", "O"),
)


def forms(words):
    return " ".join(w.form for w in words)


def relations(words):
    return {(w.form, w.dep, words[w.head].form) for w in words}


TABLE = {
    "one for one": (0, ("Zelenskiy",), "Zelenskiy met George Bush in Rome ."),
    "two for two": (1, ("Joe", "Biden"), "Annan met Joe Biden in Rome ."),
    "longer": (0, ("Abdel", "al", "-", "Burhan"), "Abdel al - Burhan met George Bush in Rome ."),
    "shorter": (1, ("Hemedti",), "Annan met Hemedti in Rome ."),
    "place": (2, ("Goma",), "Annan met George Bush in Goma ."),
}


@pytest.mark.parametrize(("number", "name", "text"), TABLE.values(), ids=TABLE)
def test_a_name_takes_the_place_of_another(number, name, text):
    span = list(name_spans(MET))[number]
    after = exchanged(MET, span, name)
    assert forms(after) == text
    kept = {r for r in relations(MET) if r[1] in ("case", "punct") and "met" in r}
    assert kept <= relations(after)
    assert (name[0], MET[span.head].dep, "met") in relations(after)
    assert next(w.name for w in after if w.form == name[0]).startswith("B-")


def test_places_of_other_length_are_left_alone():
    span = list(name_spans(MET))[2]
    assert exchanged(MET, span, ("El", "Fasher")) == MET


def test_a_name_whose_words_hang_apart_is_no_span():
    apart = words_of(
        ("UN", 1, "nsubj", "B-ORG"), ("left", 1, "ROOT", "O"), ("X", 1, "obj", "B-ORG")
    )
    broken = (apart[0], apart[1], apart[2])
    assert [s.head for s in name_spans(broken)] == [0, 2]
    split = words_of(("A", 2, "nsubj", "B-ORG"), ("B", 2, "obj", "I-ORG"), ("hit", 2, "ROOT", "O"))
    assert list(name_spans(split)) == []


def test_the_lexicon_gives_names_of_each_kind():
    from training.tokens import treebank_tokenizer

    nlp = spacy.blank("en")
    nlp.tokenizer = treebank_tokenizer(nlp)
    found = pools(nlp, 50_000)
    assert ("Goma",) in found["GPE"]
    assert ("Hamas",) in found["ORG"]
    assert all(len(names) > 20 for names in found.values())
    more = more_towns(found)
    assert {label for label in found if more[label] != found[label]} == {"GPE"}
    small = set(more["GPE"]) - set(found["GPE"])
    assert len(small) > 1000
    known = load_lexicon().world.places
    assert sum(fold(name) in known for (name,) in small) < len(small) / 10


def test_runs_repeat():
    sentence = Sentence(words=MET, opens_document=True, opens_paragraph=True)
    names = {"PERSON": (("Hemedti",),), "GPE": (("Goma",),)}
    first = list(renamed([sentence] * 50, names, seed=2))
    assert first == list(renamed([sentence] * 50, names, seed=2))
    assert {"Hemedti met Hemedti in Goma .", forms(MET)} <= {forms(s.words) for s in first}


def test_words_of_names_get_a_vector_like_their_kind():
    nlp = spacy.blank("en")
    data = np.eye(2, 4, dtype="float32")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=data, keys=["baghdad", "annan"], name="two", attr="LOWER"
    )
    add_names(nlp, {"GPE": [("Baghdad",), ("Goma",)], "PERSON": [("Annan",), ("Hemedti",)]})
    goma, hemedti, baghdad = nlp("Goma Hemedti Baghdad")
    assert goma.vector @ baghdad.vector > 0.95
    assert abs(hemedti.vector @ baghdad.vector) < 0.1
    assert list(baghdad.vector) == [1, 0, 0, 0]
    assert nlp("unheard")[0].has_vector is False
