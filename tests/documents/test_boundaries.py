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
