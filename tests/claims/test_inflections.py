import pytest

from kg.lexicons.inflections import find_phrases, index_phrases, lemmas_of

# a word of a text, a word of a lexicon, whether one may be a form of the other
FORMS = [
    ("strikes", "strike", True),
    ("striking", "strike", True),
    ("bombed", "bomb", True),
    ("banned", "ban", True),
    ("banning", "ban", True),
    ("rallies", "rally", True),
    ("rallied", "rally", True),
    ("dying", "die", True),
    ("died", "die", True),
    ("clashes", "clash", True),
    ("gunmen", "gunman", True),
    ("Russia's", "russia", True),
    ("ARMS", "arms", True),
    ("armed", "arms", False),
    ("arm", "arms", False),
    ("pass", "pas", False),
    ("bed", "b", False),
    ("sing", "s", False),
]


@pytest.mark.parametrize(
    ("form", "lemma", "expected"), FORMS, ids=[f"{f} {w}" for f, w, _ in FORMS]
)
def test_lemmas_of_undoes_regular_endings(form, lemma, expected):
    assert (lemma in lemmas_of(form)) is expected


def test_find_phrases_gives_places_in_text_order():
    index = index_phrases([("air strike", "aerial"), ("strike", "any")])
    found = [
        (m.start, m.end, m.length, m.value) for m in find_phrases(index, "Air strikes", offset=10)
    ]
    assert found == [(10, 21, 2, "aerial"), (14, 21, 1, "any")]


@pytest.mark.parametrize("text", ["", "air", "strikes from the air", "airs triked"])
def test_find_phrases_needs_the_whole_phrase(text):
    assert list(find_phrases(index_phrases([("air strike", "aerial")]), text)) == []
