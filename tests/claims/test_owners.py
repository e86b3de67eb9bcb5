"""Whose a phrase with a possessive pronoun is, and what is left of a phrase that counts."""

import pytest

from kg.claims.owners import find_owners
from kg.claims.phrases import without_quantifiers
from tests.claims.by_hand import make_mention, make_world, phrase_of

GPE, ORG, PERSON = {"label": "GPE"}, {"label": "ORG"}, {"label": "PERSON"}

# the text, its named phrases, the phrase, the name that it gets
OWNERS = [
    ("Norland withdrew its troops.", {"Norland": GPE}, "its troops", "Norlander troops"),
    ("Ilan Dravo sent his troops.", {"Ilan Dravo": PERSON}, "his troops", "Ilan Dravo's troops"),
    ("Mayor Tom Quo sent his men.", {"Tom Quo": PERSON}, "his men", "Tom Quo's men"),
    ("Norland sent his troops.", {"Norland": GPE}, "his troops", "his troops"),
    ("Ilan Dravo lost its troops.", {"Ilan Dravo": PERSON}, "its troops", "its troops"),
    ("Its troops fled, Norland said.", {"Norland": GPE}, "Its troops", "Its troops"),
    ("Red Brigade moved its men.", {"Red Brigade": ORG}, "its men", "Red Brigade's men"),
    ("Norland and its allies met.", {"Norland": GPE}, "its allies", "Norland's allies"),
    (
        "Sudria said that Norland moved its troops.",
        {"Sudria": GPE, "Norland": GPE},
        "its troops",
        "Norlander troops",
    ),
]


@pytest.mark.parametrize(
    ("text", "named", "words", "expected"), OWNERS, ids=[row[0] for row in OWNERS]
)
def test_owner_stands_for_a_possessive_pronoun(text, named, words, expected):
    owners = [phrase_of(text, name, **fields) for name, fields in named.items()]
    phrase = phrase_of(text, words, head=words.split()[-1].rstrip("s").replace("allie", "ally"))
    mention = make_mention(
        text, text.split()[1].strip(","), entry="MOBILIZE.deploy", actors=tuple(owners)
    )
    assert find_owners([mention]).name(phrase, mention, make_world()).name == expected


def test_nobody_attacks_what_is_his_own():
    text = "Sudria accused Norland of shelling its troops."
    sudria, norland = (phrase_of(text, name, **GPE) for name in ("Sudria", "Norland"))
    phrase = phrase_of(text, "its troops")
    mention = make_mention(
        text, "shelling", actors=(norland,), targets=(phrase,), speakers=(sudria,)
    )
    owners = find_owners([mention])
    assert owners.name(phrase, mention, make_world()).name == "Sudrian troops"


QUANTIFIERS = {
    "hundreds of civilians": "civilians",
    "Thousands of the wounded": "wounded",
    "more of its bases": "its bases",
    "two of the men": "men",
    "several dozen rebels": "rebels",
    "12,500 troops": "troops",
    "both sides": "sides",
    "80": "80",
    "rebels": "rebels",
    "members of the army": "members of the army",
}


@pytest.mark.parametrize(("words", "expected"), QUANTIFIERS.items(), ids=QUANTIFIERS)
def test_quantifiers_are_no_part_of_a_name(words, expected):
    assert without_quantifiers(phrase_of(words, words)).name == expected


def test_names_keep_their_numbers():
    phrase = phrase_of("Fifth Column", "Fifth Column", name="Two Rivers Front", label="ORG")
    assert without_quantifiers(phrase).name == "Two Rivers Front"
