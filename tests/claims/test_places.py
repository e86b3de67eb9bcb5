import pytest

from kg.claims.places import code_place, countries_of_places
from kg.lexicons import load_lexicon
from kg.model import ActorMention, PlacePrecision, Span
from tests.claims.by_hand import make_article, make_mention, make_world, span_of

# text, places nearest first; name, country, precision, whether it has coordinates
PLACES = [
    ("in Kessa", ["Kessa"], ("Kessa", "XSU", "city", True)),
    ("in the Kessa", ["the Kessa"], ("Kessa", "XSU", "city", True)),
    ("in Norland", ["Norland"], ("Norland", "XNO", "country", True)),
    ("in northern Norland", ["northern Norland"], ("northern Norland", "XNO", "country", True)),
    ("in northern Norland", ["Norland"], ("northern Norland", "XNO", "country", True)),
    ("in northern Norland, Nowhere", ["Norland", "Nowhere"], ("Norland", "XNO", "country", True)),
    ("in Wardak province", ["Wardak province"], ("Wardak province", "XSU", "province", True)),
    ("in Wardak province", ["Wardak"], ("Wardak province", "XSU", "province", True)),
    ("in Wardak-province", ["Wardak"], ("Wardak", "XSU", "city", True)),
    (
        "in western Wardak district",
        ["western Wardak"],
        ("western Wardak district", "XSU", "district", True),
    ),
    ("in the city of Kessa", ["city of Kessa"], ("city of Kessa", "XSU", "city", True)),
    (
        "in the province of Wardak",
        ["province of Wardak"],
        ("province of Wardak", "XSU", "province", True),
    ),
    ("at Kessa airport", ["Kessa"], ("Kessa airport", "XSU", "city", True)),
    ("on Hill 70", ["Hill 70"], ("Hill 70", "XSU", "point", True)),
    ("in Anbar Province", ["Anbar Province"], ("Anbar Province", "XSU", "province", True)),
    ("in Nowhere", ["Nowhere"], ("Nowhere", None, None, False)),
    ("in Nowhere, Norland", ["Nowhere", "Norland"], ("Nowhere", "XNO", None, False)),
    ("in Sudria, in Kessa", ["Sudria", "Kessa"], ("Kessa", "XSU", "city", True)),
    ("in Kessa, Sudria", ["Kessa", "Sudria"], ("Kessa", "XSU", "city", True)),
    ("in Norland, near Kessa", ["Norland", "Kessa"], ("Norland", "XNO", "country", True)),
    ("in Paris", ["Paris"], ("Paris", "FRA", "city", True)),
    ("in Paris, Norland", ["Paris", "Norland"], ("Paris", "XNO", "city", True)),
    ("in Tripoli", ["Tripoli"], ("Tripoli", "LBY", "city", True)),
]


def _place(tail, names, **hints):
    text = f"It attacked {tail}"
    mention = make_mention(text, "attacked", places=tuple(span_of(text, name) for name in names))
    return code_place(make_article(text), mention, make_world(), **hints)


def _actor(country, start=0, text="It"):
    span = Span(start=start, end=start + len(text), text=text)
    return ActorMention(span=span, name=text, country=country)


@pytest.mark.parametrize(("tail", "names", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_code_place_finds_place(tail, names, expected):
    place = _place(tail, names)
    found = (place.name, place.country, place.precision, place.latitude is not None)
    assert found == expected
    assert place.span.text == place.name


def test_code_place_without_names_is_none():
    assert _place("it", []) is None


def test_code_place_reads_shared_name_in_country_of_actor():
    assert _place("in Tripoli", ["Tripoli"], actors=[_actor("XSU")]).country == "XSU"


def test_code_place_reads_shared_name_in_country_of_the_article():
    assert _place("in Tripoli", ["Tripoli"], countries=["XSU"]).country == "XSU"


@pytest.mark.parametrize(
    ("hints", "country"),
    [
        ({}, None),
        ({"countries": ["XNO"]}, None),
        ({"countries": ["XNO", "XSU"]}, "XSU"),
        ({"actors": [_actor("XSU")]}, "XSU"),
    ],
)
def test_code_place_finds_a_village_in_a_country_that_is_told(hints, country):
    assert _place("in Little Mill", ["Little Mill"], **hints).country == country


def test_code_place_finds_a_village_beside_its_country():
    place = _place("in Little Mill, Sudria", ["Little Mill", "Sudria"])
    assert (place.geonames_id, place.country) == (12, "XSU")


def test_code_place_does_not_let_actor_move_a_great_city():
    assert _place("in Paris", ["Paris"], actors=[_actor("XNO")]).country == "FRA"


def test_code_place_is_no_hint_to_itself_as_a_target():
    target = _actor("XSU", len("It attacked in "), "Tripoli")
    assert _place("in Tripoli", ["Tripoli"], actors=[target]).country == "LBY"


def test_code_place_does_not_let_actor_move_a_capital():
    assert _place("in Oststad", ["Oststad"], actors=[_actor("XSU")]).country == "XNO"
    assert _place("in Oststad", ["Oststad"], countries=["XSU"]).country == "XSU"


def test_code_place_does_not_take_a_town_for_a_great_city_listed_by_hand():
    text = "Envoys met in Washington"
    mention = make_mention(text, "met", places=(span_of(text, "Washington"),))
    world = load_lexicon().world
    assert code_place(make_article(text), mention, world, countries=["GBR"]).country == "USA"


def test_code_place_keeps_geonames_id_of_the_place_itself_only():
    assert _place("in Wardak", ["Wardak"]).geonames_id == 4
    assert _place("in Wardak province", ["Wardak"]).geonames_id is None


def test_code_place_keeps_precision_of_coordinates():
    assert _place("in Kessa", ["Kessa"]).precision is PlacePrecision.CITY


def test_countries_of_places_come_by_frequency():
    text = "In Norland, Kessa and Wardak it attacked Tripoli and Nowhere"
    names = ("Norland", "Kessa", "Wardak", "Tripoli", "Nowhere")
    mention = make_mention(text, "attacked", places=tuple(span_of(text, name) for name in names))
    assert countries_of_places([mention], make_world()) == ("XSU", "XNO")
