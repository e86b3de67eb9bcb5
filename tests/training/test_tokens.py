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
    "dashes part": ("fighting — the worst — went on", "fighting — the worst — went on"),
}


@pytest.mark.parametrize(("text", "words"), TABLE.values(), ids=TABLE)
def test_words_are_cut_as_treebanks_cut_them(text, words):
    assert [token.text for token in CUT(text)] == words.split()


def test_no_character_is_lost():
    text = "  Odd\tspacing,\n\nand “quotes”— of-all  kinds!? 3-4 "
    assert "".join(token.text_with_ws for token in CUT(text)) == text
