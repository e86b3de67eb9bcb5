"""The same sentence in another dress: what is known of its words stays true."""

import random

import pytest

from training.corpora import Sentence, Word
from training.styles import DRESSES, curly, restyled, tight


def sentence(text):
    """Return a sentence whose words all hang on the first."""
    words = text.split()
    return Sentence(
        words=tuple(
            Word(
                form=form,
                lemma=form.lower(),
                upos="X",
                xpos="XX",
                feats="",
                head=0,
                dep="dep" if n else "ROOT",
                space=True,
            )
            for n, form in enumerate(words)
        ),
        opens_document=True,
        opens_paragraph=True,
    )


def text(words):
    return "".join(w.form + " " * w.space for w in words).strip()


def test_straight_quotes_touch_what_they_enclose():
    words = sentence('He said " We won " and left').words
    assert text(tight(words)) == 'He said "We won" and left'


def test_curly_quotes_turn_to_their_words():
    assert text(curly(sentence('" It \'s over " , he said').words)) == "“ It ’s over ” , he said"


DRESSED = {
    "_lower": "rebels in mali fled .",
    "_upper": "REBELS IN MALI FLED .",
    "_headline": "Rebels in Mali Fled",
    "_unstopped": "Rebels in Mali fled",
}


@pytest.mark.parametrize(("share", "dress"), DRESSES, ids=lambda v: getattr(v, "__name__", ""))
def test_a_dress_changes_forms_only(share, dress):
    before = sentence("Rebels in Mali fled .").words
    after = dress(before, random.Random(1))
    assert 0 < share < 1
    assert [(w.lemma, w.head, w.dep) for w in after] == [
        (w.lemma, w.head, w.dep) for w in before[: len(after)]
    ]
    if dress.__name__ in DRESSED:
        assert text(after) == DRESSED[dress.__name__]


def test_a_full_stop_that_others_hang_on_stays():
    words = tuple(
        Word(form=f, lemma=f, upos="X", xpos="X", feats="", head=1, dep="dep", space=True)
        for f in ("So", ".")
    )
    unstopped = {d.__name__: d for _, d in DRESSES}["_unstopped"]
    assert unstopped(words, random.Random(1)) == words


def test_most_sentences_stay_as_they_are_and_runs_repeat():
    plain = [sentence("Rebels in Mali fled .")] * 400
    first = list(restyled(plain, seed=3))
    assert first == list(restyled(plain, seed=3))
    kept = sum(one == other for one, other in zip(first, plain, strict=True))
    assert 320 < kept < 400
