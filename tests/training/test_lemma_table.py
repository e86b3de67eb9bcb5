"""The table of lemmas that treebanks teach."""

from training.corpora import Sentence, Word
from training.lemma_table import learn_table


def word(form: str, tag: str, lemma: str) -> Word:
    return Word(form=form, lemma=lemma, upos="X", xpos=tag, feats="", head=0, dep="dep", space=True)


def table(*words: Word):
    sentence = Sentence(words=words, opens_document=True, opens_paragraph=True)
    return learn_table([sentence], {"overran": "overrun"}, {"raid", "march"}.__contains__)


PAIRS = (("raided", "raid"), ("marched", "march"), ("landed", "land"), ("fled", "flee"))
LEARNED = table(*(word(form, "VBD", lemma) for form, lemma in PAIRS))


def lemma(form: str, tag: str) -> str:
    return LEARNED.lemma(form, tag, {"raid", "march"}.__contains__)


def test_words_of_the_treebanks_get_their_lemma():
    assert [lemma(form, "VBD") for form, _ in PAIRS] == [lemma for _, lemma in PAIRS]


def test_what_rules_get_right_needs_no_row():
    assert {form for _, form in LEARNED.words} == {"fled", "overran"}


def test_endings_serve_words_never_seen():
    assert lemma("shouted", "VBD") == "shout"


def test_irregular_verbs_are_added():
    assert lemma("Overran", "VBN") == "overrun"


def test_the_most_frequent_lemma_wins_and_the_alphabet_breaks_ties():
    tied = table(word("axes", "NNS", "axis"), word("axes", "NNS", "axe"))
    assert tied.lemma("axes", "NNS", {"axe", "axis"}.__contains__) == "axe"


def test_slips_teach_no_ending():
    slips = table(word("shelled", "VBD", "shelled"), word("felled", "VBD", "felled"))
    assert not slips.endings


def test_words_written_apart_teach_nothing():
    assert not table(word("hand", "NN", "_")).words.keys() - {
        ("VBD", "overran"),
        ("VBN", "overran"),
    }
