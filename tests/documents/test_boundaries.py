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
        ("Goma, North Kivu, Congo - Rebels fled.", ["Goma", "Rebels"]),
        ("ALGIERS, Algeria (HW) _ Police came.", ["ALGIERS", "Police"]),
        ("Goma, June 2, HW - Rebels fled.", ["Goma", "Rebels"]),
        ("Goma, Mar. 8 (HW) The rebels fled.", ["Goma", "The"]),
        ("New Goma, June 2, 2025 (HW) -- Talks failed.", ["New", "Talks"]),
        ("Nairobi (HW) - Rebels fled.", ["Nairobi", "Rebels"]),
        ("Nairobi - Rebels fled.", ["Nairobi", "Rebels"]),
        ("Sudan - Chad talks failed.", ["Sudan"]),
        ("Hamas (Harim) Leader Omar fled.", ["Hamas"]),
        ("Goma, May 3, was hit.", ["Goma"]),
        ("Rebels - Goma's own - fled.", ["Rebels"]),
        ("Friday, March 7, 2025 Rebels fled.", ["Friday", "Rebels"]),
        ("Smoke over Goma Photo: Ada Roe.", ["Smoke", "Photo"]),
        ("He said “We won.” Kerry left.", ["He", "Kerry"]),
        ('They left. "We won."', ["They", '"']),
        ("He flew to the U.S. The talks failed.", ["He", "The"]),
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
    "lower case after a word": ("He left. The rebels stayed on.", ["rebels", "stayed", "on"]),
    "lower case after brackets": ("He left (on foot) for Goma.", ["for"]),
    "a mark after a word": ("He left - alone.", ["-"]),
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
    "a number inside a line": ("He was No. 1. Kerry left.", "Kerry"),
    "lower case in a careless text": ("he left. they stayed lol i know", "lol"),
    "after a semicolon": ("He left; they stayed.", "they"),
    "an initial": ("George W. Bush left.", "Bush"),
}


@pytest.mark.parametrize(("text", "word"), LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_the_parser_decides_there(text, word):
    doc = set_boundaries(spacy.blank("en")(text))
    first = next(t for t in doc if t.text == word)
    assert first.is_sent_start is None
