"""How the bundled pipeline cuts words: as the English treebanks do."""

import pytest
import spacy

from training.tokens import treebank_tokenizer

ENGLISH = spacy.blank("en")
CUT = treebank_tokenizer(ENGLISH)

TABLE = {
    "bound prefixes stay": ("anti-government re-elected", "anti-government re-elected"),
    "with capitals too": ("Pro-Russian, non-state", "Pro-Russian , non-state"),
    "other hyphens part": ("Russian-backed al-Qaida", "Russian - backed al - Qaida"),
    "letters and numbers part": ("AK-47s of COVID-19", "AK - 47s of COVID - 19"),
    "initials keep their stop": ("the U.S. and U.S.-led", "the U.S. and U.S. - led"),
    "ranks keep theirs": ("Lt. Gen. Diaz, Sgt. Roe", "Lt. Gen. Diaz , Sgt. Roe"),
    "numbers keep theirs": ("No. 10 said no.", "No. 10 said no ."),
    "hours part": ("at 7:30pm", "at 7:30 pm"),
    "slashes part words": ("and/or police/army", "and / or police / army"),
    "telephone numbers stay": ("call 555-0199", "call 555-0199"),
    "runs of marks stay": ("What?! No!!", "What ?! No !!"),
    "possessives part": ("Hamas's and Syria’s", "Hamas 's and Syria ’s"),
    "curly quotes part": ("“It’s over,” he said", "“ It ’s over , ” he said"),
    "marks after a prefix part": ("a counter-attack! Re-arm.", "a counter-attack ! Re-arm ."),
    "marks before a word part": ("...there he", "... there he"),
    "a forgotten space parts": ("He won!They left;all", "He won ! They left ; all"),
    "two words in one": ("We wanna go", "We wan na go"),
    "a span of years parts": ("1914–1918", "1914 – 1918"),
    "dashes part": ("fighting — the worst — went on", "fighting — the worst — went on"),
}


@pytest.mark.parametrize(("text", "words"), TABLE.values(), ids=TABLE)
def test_words_are_cut_as_treebanks_cut_them(text, words):
    assert [token.text for token in CUT(text)] == words.split()


@pytest.mark.parametrize(("text", "words"), TABLE.values(), ids=TABLE)
def test_a_stored_tokenizer_cuts_alike(text, words):
    stored = spacy.blank("en").tokenizer.from_bytes(CUT.to_bytes())
    assert [token.text for token in stored(text)] == words.split()


def test_no_character_is_lost():
    text = "  Odd\tspacing,\n\nand “quotes”— of-all  kinds!? 3-4 "
    assert "".join(token.text_with_ws for token in CUT(text)) == text
