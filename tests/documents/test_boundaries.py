import pytest
import spacy

from kg.documents.boundaries import set_boundaries


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Truce holds\nThe army said so.", ["Truce", "The"]),
        ("Truce holds\n\nThe army said so.", ["Truce", "The"]),
        ("Truce\n \nholds", ["Truce", "holds"]),
        ("One line only.", ["One"]),
        ("KYIV (Harbour Wire) - Rebels fled.", ["KYIV", "Rebels"]),
        ("SANTA CRUZ, Bolivia, May 3 (HW) — Police came.", ["SANTA", "Police"]),
        ("WASHINGTON — Talks failed.", ["WASHINGTON", "Talks"]),
        ("NATO - the alliance - met.", ["NATO", "the"]),
        ("The US-China talks - again - failed.", ["The"]),
        ("\nIt opens with a break.", ["\n", "It"]),
    ],
    ids=lambda value: repr(value) if isinstance(value, str) else None,
)
def test_boundaries_start_sentences(text, starts):
    doc = set_boundaries(spacy.blank("en")(text))
    found = [t.text for t in doc if t.is_sent_start or t.i == 0]
    assert found == starts


GOES_ON = {
    "after a comma": ("He left, Kerry said.", ["Kerry"]),
    "after a comma in quotes": ("“We won,” Kerry said.", ["”", "Kerry"]),
    "in straight quotes too": ('"We won," Kerry said.', ['"', "Kerry"]),
    "closing quotes": ("“We won.” Kerry left.", ["”"]),
    "closing brackets": ("(We won.) Kerry left.", [")"]),
    "after the number of a paragraph": ("1. Kerry left.\n2) Rebels fled.", ["Kerry", "Rebels"]),
}


@pytest.mark.parametrize(("text", "inside"), GOES_ON.values(), ids=GOES_ON)
def test_no_sentence_begins_there(text, inside):
    doc = set_boundaries(spacy.blank("en")(text))
    forbidden = [t.text for t in doc if t.is_sent_start is False]
    assert set(inside) <= set(forbidden)


LEFT_OPEN = {
    "a quote after a comma": ("He said, “We won.”", "“"),
    "after a full stop": ("He left. Kerry stayed.", "Kerry"),
    "an opening straight quote": ('He left. "We won."', '"'),
    "a number inside a line": ("He was No. 1. Kerry left.", "Kerry"),
    "an initial": ("George W. Bush left.", "Bush"),
}


@pytest.mark.parametrize(("text", "word"), LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_the_parser_decides_there(text, word):
    doc = set_boundaries(spacy.blank("en")(text))
    first = next(t for t in doc if t.text == word)
    assert first.is_sent_start is None
