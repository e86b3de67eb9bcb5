from datetime import date

import pytest

from kg.claims.actors import code_actor
from tests.claims.by_hand import make_world, phrase_of

# the phrase, what else is known of it; actor id, country, sector
ACTORS = [
    ("Norland", {"label": "GPE"}, ("xno", "XNO", None)),
    ("Ilan Dravo", {"label": "PERSON"}, ("ilan-dravo", "XNO", "GOV")),
    ("President Ilan Dravo", {"label": "PERSON"}, ("ilan-dravo", "XNO", "GOV")),
    ("He", {"name": "Ilan Dravo", "label": "PERSON"}, ("ilan-dravo", "XNO", "GOV")),
    ("Michael Norland", {"label": "PERSON"}, (None, None, None)),
    ("Omar Rebel", {"label": "PERSON"}, (None, None, None)),
    ("Norland", {"label": "PERSON"}, (None, None, None)),
    ("Norland", {"label": "PERSON", "modifiers": ("Sudrian",)}, (None, "XSU", None)),
    ("Norland army", {"modifiers": ("Norland",)}, ("xno-mil", "XNO", "MIL")),
    ("army", {"modifiers": ("Norland",)}, ("xno-mil", "XNO", "MIL")),
    ("president", {"modifiers": ("Sudria",)}, ("mara-quell", "XSU", "GOV")),
    ("Norlandic troops", {"head": "troop", "modifiers": ("Norlandic",)}, (None, "XNO", "MIL")),
    ("troops", {"head": "troop", "modifiers": ("Sudrian",)}, (None, "XSU", "MIL")),
    ("troops", {"head": "troop"}, (None, None, "MIL")),
    ("South Sudria rebels", {"head": "rebel"}, (None, "XSS", "REB")),
    ("Norlanders", {"name": "Norlander", "head": "norlander"}, (None, "XNO", None)),
    ("Red Brigade", {"label": "ORG"}, ("red-brigade", None, "REB")),
    (
        "Red Brigade fighters",
        {"head": "fighter", "modifiers": ("Red Brigade",)},
        ("red-brigade", None, "REB"),
    ),
    ("Red Brigade victims", {"head": "victim", "modifiers": ("Red Brigade",)}, (None, None, None)),
    ("Norland fighters", {"head": "fighter", "modifiers": ("Norland",)}, (None, "XNO", "UAF")),
    ("rebel group Red Brigade", {"label": "ORG"}, ("red-brigade", None, "REB")),
    ("League of Nations", {"label": "ORG"}, ("igo-lon", "IGO", None)),
    ("LON officials", {"head": "official", "modifiers": ("LON",)}, ("igo-lon", "IGO", None)),
    ("Aid Now", {"label": "ORG"}, ("ngo-aid", "NGO", "CVL")),
    (
        "Norlandic and Sudrian troops",
        {"head": "troop", "modifiers": ("Norlandic", "Sudrian")},
        (None, None, "MIL"),
    ),
    (
        "Norlandic and Red Brigade fighters",
        {"head": "fighter", "modifiers": ("Norlandic", "Red Brigade")},
        (None, None, "UAF"),
    ),
    (
        "Western and Norlandic troops",
        {"head": "troop", "modifiers": ("Western", "Norlandic")},
        (None, "XNO", "MIL"),
    ),
    ("police", {}, (None, None, "COP")),
    ("police", {"seat": "Norland"}, (None, "XNO", "COP")),
    ("police", {"seat": "Kessa"}, (None, "XSU", "COP")),
    ("police", {"seat": "Wardak"}, (None, None, "COP")),
    ("troops", {"head": "troop", "seat": "Norland"}, (None, None, "MIL")),
    ("Western police", {"modifiers": ("Western",), "seat": "Norland"}, (None, None, "COP")),
    ("foreign police", {"seat": "Norland"}, (None, None, "COP")),
    ("police", {"modifiers": ("Sudrian",), "seat": "Norland"}, (None, "XSU", "COP")),
    ("ethnic Sudrians", {"head": "sudrian", "modifiers": ("Sudrian",)}, (None, None, None)),
    (
        "ethnic Sudrian minority",
        {"head": "minority", "modifiers": ("Sudrian",)},
        (None, None, None),
    ),
    (
        "Sudrian ethnic minority",
        {"head": "minority", "modifiers": ("Sudrian",)},
        (None, "XSU", None),
    ),
    ("Ethnic Sudrians", {"label": "NORP", "seat": "Norland"}, (None, "XNO", None)),
    ("Sudrians of northern Norland", {"label": "NORP"}, (None, "XNO", None)),
    ("Norlanders", {"name": "Norlander", "label": "NORP", "seat": "Sudria"}, (None, "XNO", None)),
    ("Hill Folk", {"label": "NORP", "seat": "Norland"}, (None, "XNO", None)),
    ("They", {}, (None, None, None)),
    ("US", {}, (None, "XUS", None)),
    ("us", {}, (None, None, None)),
    ("Us", {}, (None, None, None)),
    ("lon", {}, (None, None, None)),
    ("gunmen", {"head": "gunman"}, (None, None, None)),
]


@pytest.mark.parametrize(
    ("words", "fields", "expected"), ACTORS, ids=[f"{row[0]} {row[1]}" for row in ACTORS]
)
def test_code_actor_finds_who_is_meant(words, fields, expected):
    actor = code_actor(phrase_of(words, words, **fields), make_world(), on=date(2025, 8, 29))
    assert (actor.actor_id, actor.country, actor.sector) == expected
    assert actor.label == fields.get("label")


def test_code_actor_reads_offices_for_the_day():
    phrase = phrase_of("president", "president", modifiers=("Sudria",))
    assert code_actor(phrase, make_world(), on=date(2015, 1, 1)).actor_id == "ilan-dravo"


def test_police_of_a_town_are_of_the_country_that_the_article_names():
    phrase = phrase_of("police", "police", seat="Wardak")
    assert code_actor(phrase, make_world(), countries=("XSU",)).country == "XSU"
