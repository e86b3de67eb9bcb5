"""Where, how many, and who is meant: places, quantities and references of whole mentions."""

import pytest

from tests.mentions.parses import mention, mentions

PLACES = {
    "of its own": ("Rebels killed ten farmers in Goma.", "killed", ["Goma"]),
    "near": ("Rebels killed ten farmers near Goma.", "killed", ["Goma"]),
    "of the target": ("Rebels attacked Goma.", "attacked", ["Goma"]),
    "where the target is": ("Rebels attacked a market in Goma.", "attacked", ["Goma"]),
    "where the actors are": ("Troops in Goma attacked a market.", "attacked", ["Goma"]),
    "with its class noun": (
        "Rebels killed ten farmers in Ituri province.",
        "killed",
        ["Ituri province"],
    ),
    "nearest first": ("Rebels killed ten farmers in Goma in Congo.", "killed", ["Goma", "Congo"]),
    "that it is named after": ("Kenya condemned the Goma bombings.", "bombings", ["Goma"]),
    "by whose capital it is, and by name": (
        "Rebels attacked a jail in Togo's capital, Lome.",
        "attacked",
        ["Togo", "Lome"],
    ),
    "where those are who meet": (
        "The minister is in Goma for talks with Rwanda.",
        "talks",
        ["Goma"],
    ),
    "where a visit leads": ("The minister paid a visit to Goma.", "paid a visit to", ["Goma"]),
    "where the speaker speaks": (
        "Speaking in Goma, the minister accused Rwanda.",
        "accused",
        ["Goma"],
    ),
    "the name behind the class noun": (
        "Rebels attacked the Kivu town of Goma.",
        "attacked",
        ["Goma"],
    ),
    "the name behind another noun of place": (
        "Rebels attacked a jail at Goma.",
        "attacked",
        ["Goma"],
    ),
    "a town whose people suffer": ("Rebels killed a Goma baker.", "killed", ["Goma"]),
    "no state whose people suffer": ("Rebels killed a Kenya soldier.", "killed", []),
    "a town whose police speak": ("Police in Goma condemned the attack.", "condemned", ["Goma"]),
    "no state whose police speak": ("Police in Kenya condemned the attack.", "condemned", []),
    "no state that is punished": ("Kenya imposed sanctions on Rwanda.", "sanctions", []),
    "what is said to a country is not said there": ("Kenya urged Congo to attack.", "urged", []),
    "where those go who do it": (
        "Rebels marched into Goma, killing ten farmers.",
        "killing",
        ["Goma"],
    ),
    "where somebody is brought": ("Kenya escorted the convoy to Goma.", "escorted", ["Goma"]),
    "not where those flee who did it": (
        "Rebels fled to Goma after killing ten farmers.",
        "killing",
        [],
    ),
    "a market of a town": (
        "Rebels killed ten farmers in Goma market.",
        "killed",
        ["Goma market"],
    ),
    "where the targets are at home": (
        "Rebels killed ten residents of Goma.",
        "killed",
        ["Goma"],
    ),
    "where the actors are at home": ("Residents of Goma attacked a market.", "attacked", ["Goma"]),
    "where those are at home who tell": (
        "Residents of Goma reported an attack on the army.",
        "attack",
        ["Goma"],
    ),
    "not where those come from who speak": (
        "Farmers of Goma condemned Rwanda.",
        "condemned",
        [],
    ),
    "where those have come to who meet": (
        "The minister, who arrived in Goma met the rebels.",
        "met",
        ["Goma"],
    ),
    "where those are who meet, beside": (
        "The minister, who was in Goma, met the rebels.",
        "met",
        ["Goma"],
    ),
    "where people are sent to work": ("Kenya sent doctors to Rwanda.", "sent", ["Rwanda"]),
    "not who is sent things": ("Kenya sent food to Rwanda.", "sent", []),
    "where it is said to become so": ("Rebel attacks grew heavier in Goma.", "attacks", ["Goma"]),
    "a country that speaks is no place": ("Kenya condemned the attack.", "condemned", []),
}
QUANTITIES = {
    "a figure": ("Rebels killed ten farmers in Goma.", [("ten", "ten farmers", "farmer")]),
    "at least": ("Rebels killed at least 12 farmers.", [("12", "at least 12 farmers", "farmer")]),
    "more than": (
        "Rebels killed more than 40 farmers.",
        [("40", "more than 40 farmers", "farmer")],
    ),
    "dozens": ("Rebels killed dozens of farmers.", [("dozens", "dozens of farmers", "farmer")]),
    "several": ("Rebels killed several farmers.", [("several", "several farmers", "farmer")]),
    "no": ("Rebels killed no farmers.", [("no", "no farmers", "farmer")]),
    "another": ("Rebels killed another farmer.", [("another", "another farmer", "farmer")]),
    "another, bare": ("Rebels killed another.", [("another", "another", "")]),
    "another two": (
        "Rebels killed another two farmers.",
        [("two", "another two farmers", "farmer")],
    ),
    "one of no number": ("Rebels killed a farmer.", []),
    "a bare figure": ("Rebels killed 12.", [("12", "12", "")]),
    "a part": (
        "Rebels killed ten farmers, including two children.",
        [("ten", "ten farmers", "farmer"), ("two", "including two children", "child")],
    ),
    "none": ("Rebels killed the farmers.", []),
}
TOLLS = {  # numbers, each with what became of those counted
    "of a toll that rises": ("The toll of the bombing rose to 33.", [("33", "toll")]),
    "of a total that is raised": (
        "Police arrested ten farmers, bringing the total to 48.",
        [("ten", "arrest"), ("48", "arrest")],
    ),
    "of a toll that is raised": (
        "Rebels killed ten farmers, raising the toll to 48.",
        [("ten", "kill"), ("48", "toll")],
    ),
    "of the event's noun": ("Police made two arrests in Goma.", [("two", "arrest")]),
    "of a family": ("Rebels killed a family of five.", [("five", "kill")]),
    "in total": ("Rebels killed a total of 40 farmers.", [("40", "kill")]),
    "of those told of": ("The three were killed.", [("three", "kill")]),
    "each with its own word": (
        "The bombing left two dead and eight wounded.",
        [("two", "leave"), ("eight", "wounded")],
    ),
    "each with its own word, however they are joined": (
        "The bombing left two men dead and 12 injured.",
        [("two", "dead"), ("12", "injured")],
    ),
    "of all before the state": (
        "The bombing left two men and three boys badly wounded.",
        [("two", "wounded"), ("three", "wounded")],
    ),
    "of those who are made to flee": (
        "The bombing forced ten farmers to flee.",
        [("ten", "displace")],
    ),
    "of those who flee it": ("Ten farmers fled the bombing.", [("Ten", "displace")]),
    "of those who are displaced by it": (
        "Ten farmers were displaced by the bombing.",
        [("Ten", "displace")],
    ),
    "left dead, the adjective behind the noun": (
        "The bombing left ten farmers dead.",
        [("ten", "dead")],
    ),
}
REFERENCES = {
    "he": ("Omar Bashir resigned.", "He condemned the attack.", "Omar Bashir"),
    "they, of a plural subject": (
        "Rebels killed ten farmers in Goma.",
        "They condemned the attack.",
        "Rebels",
    ),
    "it, of a country": ("Kenya condemned the attack.", "It condemned the attack.", "Kenya"),
    "he, of a role in his sentence": (
        "Kenya condemned the attack.",
        "The minister said he condemned the attack.",
        "minister",
    ),
    "she finds no person": ("Kenya condemned the attack.", "She condemned the attack.", "She"),
    "he is no country": ("Kenya condemned the attack.", "He condemned the attack.", "He"),
}


@pytest.mark.parametrize(("text", "action", "expected"), PLACES.values(), ids=PLACES)
def test_places(text, action, expected):
    assert [place.text for place in mention(text, action=action).places] == expected


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.values(), ids=QUANTITIES)
def test_quantities(text, expected):
    found = mention(text, action="killed").quantities
    assert [(q.number, q.span.text, q.of) for q in found] == expected
    assert {q.governor for q in found} <= {"kill"}


@pytest.mark.parametrize(("text", "expected"), TOLLS.values(), ids=TOLLS)
def test_numbers_outside_the_slots(text, expected):
    found = [(q.number, q.governor) for m in mentions(text) for q in m.quantities]
    assert found == expected


def test_who_is_made_to_do_something_else_has_not_fled():
    found = mentions("The bombing forced ten farmers to vote.")
    assert "displace" not in {q.governor for m in found for q in m.quantities}


@pytest.mark.parametrize(("before", "text", "name"), REFERENCES.values(), ids=REFERENCES)
def test_pronouns_get_the_name_that_they_stand_for(before, text, name):
    start = len(before)
    found = [m for m in mentions(before, text) if m.action.start > start]
    assert [m.actors[0].name for m in found] == [name]
