"""Lemmas the teacher spelled wrong are put right; good ones stay."""

import pytest

from training.corpora import Sentence, Word
from training.lemmas import mended, remember


def sentence(*rows):
    """Return a sentence of words (form, lemma, universal tag, Penn tag)."""
    words = tuple(
        Word(form=f, lemma=la, upos=u, xpos=x, feats="", head=0, dep="dep", space=True)
        for f, la, u, x in rows
    )
    return Sentence(words=words, opens_document=True, opens_paragraph=True)


MEMORY = remember(
    [
        sentence(
            ("fought", "fight", "VERB", "VBD"),
            ("used", "use", "VERB", "VBD"),
            ("planned", "plan", "VERB", "VBD"),
            ("fired", "fire", "VERB", "VBD"),
            ("shelled", "shell", "VERB", "VBD"),
        )
    ],
    frozenset(("upgrade", "stop", "supply")),
)
TABLE = {
    "known to the treebanks": (("Fought", "fough", "VERB", "VBD"), "fight"),
    "made by a rule that gives a word": (("upgraded", "upgrad", "VERB", "VBD"), "upgrade"),
    "a word already": (("stopped", "stop", "VERB", "VBD"), "stop"),
    "no rule gives a word": (("zorbed", "zorb", "VERB", "VBD"), "zorb"),
    "names stay": (("Fought", "Fought", "PROPN", "NNP"), "Fought"),
}


@pytest.mark.parametrize(("row", "lemma"), TABLE.values(), ids=TABLE)
def test_lemmas_are_put_right(row, lemma):
    (after,) = mended([sentence(row)], MEMORY)
    assert after.words[0].lemma == lemma
