import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicons import find_actor, find_country, find_place, fold, load_lexicon, sector_of
from kg.lexicons.naming import fits_case, key_of, keys_of_name, singulars, words_of

WORDS = st.sampled_from(
    [
        "the",
        "The",
        "U.S.",
        "us",
        "US",
        "Kyiv",
        "al-Qaida",
        "Sana'a",
        "Lord's",
        "Élysée",
        "No.",
        "10",
    ]
)
NAMES = st.lists(WORDS, max_size=6).map(" ".join) | st.text(alphabet="aTUé.'’-– /")


@pytest.fixture(scope="module")
def world():
    return load_lexicon().world


@given(NAMES)
@settings(deadline=None)
def test_keys_of_name_are_fold_and_key_of_its_words(name):
    plain = (fold(name), key_of(words_of(name)))
    assert keys_of_name(name) == tuple(dict.fromkeys(key for key in plain if key))


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("US", "US", True),
        ("US", "U.S.'s", True),
        ("US", "us", False),
        ("US", "Us", False),
        ("M23", "m23", False),
        ("Farc", "FARC", True),
        ("Turkey", "turkey", False),
        ("Turkey", "Turkey", True),
        ("al-Qaida", "Al-Qaida", True),
        ("world body", "world body", True),
        ("world body", "World Body", True),
    ],
)
def test_fits_case(name, text, fits):
    assert fits_case(name, words_of(text)) is fits


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("rebels", "rebel"),
        ("forces", "force"),
        ("armies", "army"),
        ("gunmen", "gunman"),
        ("witnesses", "witness"),
        ("children", "child"),
        ("police", "police"),
    ],
)
def test_singulars_hold_the_singular(plural, singular):
    assert singular in list(singulars(plural))


@given(text=st.text(max_size=60))
@settings(deadline=None)
def test_any_text_may_be_asked_for(world, text):
    find_actor(world, text)
    find_country(world, text)
    find_place(world, text, country="UKR")
    assert sector_of(world, text.split()) == sector_of(world, [text])


@given(name=NAMES)
@settings(deadline=None)
def test_answers_do_not_depend_on_a_leading_article(world, name):
    assert find_actor(world, f"the {name}") == find_actor(world, name)
    assert find_country(world, f"the {name}") == find_country(world, name)
