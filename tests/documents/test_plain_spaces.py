import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.plain_spaces import plain_spaces

WRAPPED = """The Turkish foreign minister on Friday urged
Russia to release the Ukrainian prisoners whom it
holds, and the Ukrainian interior ministry said
that it was ready for an exchange.

A second paragraph follows the first one, and it is
wrapped at the very same margin as that was."""


def test_lines_broken_at_a_margin_are_joined():
    lines = plain_spaces(WRAPPED).split("\n")
    assert [line.split()[0] for line in lines if line] == ["The", "A"]


@pytest.mark.parametrize(
    "text",
    [
        "Truce holds\nThe army said so.",
        "A headline that is rather long and has no full stop at its end\nThe army said so.",
        "One sentence a line ends here and is long enough.\nThe next one does so as well, surely.",
        "A line much longer than any margin would leave it " * 4 + "\nThe next paragraph.",
    ],
    ids=["short headline", "long headline", "sentence a line", "paragraph a line"],
)
def test_true_line_breaks_stay(text):
    assert plain_spaces(text) == text


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t\xa0\u2003"), max_size=400))
def test_every_character_keeps_its_place(text):
    plain = plain_spaces(text)
    assert len(plain) == len(text)
    assert plain.split() == text.split()
