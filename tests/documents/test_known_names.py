"""Names that lexicons, neighbours and the rest of a text tell, and where names end."""

import pytest
import spacy

from kg.documents.name_words import NameMender
from kg.lexicons import load_lexicon
from tests.documents.marks import doc_of

CASES = {
    "somebody known, missed": (
        "Than/NNP Shwe/NNP left/VBD ./.",
        ["Than Shwe PERSON"],
    ),
    "somebody known, taken for a place": (
        "[Than/NNP Shwe/NNP|GPE] left/VBD ./.",
        ["Than Shwe PERSON"],
    ),
    "somebody known by one word": (
        "Voters/NNS trust/VBP [Yushchenko/NNP|GPE] ./.",
        ["Yushchenko PERSON"],
    ),
    "a longer name that holds somebody known": (
        "The/DT [Than/NNP Shwe/NNP Foundation/NNP|ORG] paid/VBD ./.",
        ["Than Shwe Foundation ORG"],
    ),
    "a people taken for a place": (
        "The/DT [Angolan/JJ|GPE] leader/NN left/VBD ./.",
        ["Angolan NORP"],
    ),
    "a people of two words": (
        "A/DT Costa/NNP [Rican/NNP|NORP] judge/NN left/VBD ./.",
        ["Costa Rican NORP"],
    ),
    "a given name with another": (
        "They/PRP met/VBD [Elena/NNP Shaukat/NNP|GPE] ./.",
        ["Elena Shaukat PERSON"],
    ),
    "a given name that is missed": ("I/PRP saw/VBD Elena/NNP ./.", ["Elena PERSON"]),
    "a given name in a facility": (
        "At/IN [Elena/NNP Hospital/NNP|FAC] all/DT slept/VBD ./.",
        ["Elena Hospital FAC"],
    ),
    "a town by the words before": (
        "In/IN the/DT city/NN of/IN [Qalat/NNP|PERSON] all/DT slept/VBD ./.",
        ["Qalat GPE"],
    ),
    "an island by the words before": (
        "On/IN the/DT island/NN of/IN [Biak/NNP|GPE] all/DT slept/VBD ./.",
        ["Biak LOC"],
    ),
    "an island by the word behind": (
        "On/IN [Socona/NNP|GPE] island/NN all/DT slept/VBD ./.",
        ["Socona LOC"],
    ),
    "a country stays one": (
        "The/DT [Cyprus/NNP|GPE] island/NN slept/VBD ./.",
        ["Cyprus GPE"],
    ),
    "a man by his title": ("We/PRP met/VBD Mr./NNP [Zhvana/NNP|GPE] ./.", ["Zhvana PERSON"]),
    "a title before a full name": (
        "[Mullah/NNP Akhtar/NNP Omari/NNP|PERSON] left/VBD ./.",
        ["Akhtar Omari PERSON"],
    ),
    "a title that is part of the name": (
        "[Sheikh/NNP Hasina/NNP|PERSON] left/VBD ./.",
        ["Sheikh Hasina PERSON"],
    ),
    "whose country follows": (
        "[Nikolai/NNP Davidov/NNP of/IN Russia/NNP|PERSON] won/VBD ./.",
        ["Nikolai Davidov PERSON", "Russia GPE"],
    ),
    "a direction": (
        "Police/NNS in/IN [southwest/JJ Pakistan/NNP|GPE] fled/VBD ./.",
        ["Pakistan GPE"],
    ),
    "a direction that belongs": (
        "Police/NNS in/IN [South/NNP Sudan/NNP|GPE] fled/VBD ./.",
        ["South Sudan GPE"],
    ),
    "a street's direction": (
        "At/IN 12/CD [South/NNP Michigan/NNP|GPE] Ave./NNP all/DT slept/VBD ./.",
        ["South Michigan GPE"],
    ),
    "a firm's form": (
        "[Gugel/NNP|ORG] ,/, Inc./NNP paid/VBD ./.",
        ["Gugel, Inc. ORG"],
    ),
    "a stage direction": (
        "All/DT agreed/VBD ./. (/-LRB- [Applause/NNP|ORG] ./. )/-RRB-",
        [],
    ),
    "a part of somebody known": (
        "Than/NNP [Shwe/NNP|PERSON] left/VBD ./.",
        ["Than Shwe PERSON"],
    ),
    "a country taken for a body": (
        "The/DT [Central/NNP African/NNP Republic/NNP|ORG] fell/VBD ./.",
        ["Central African Republic GPE"],
    ),
    "a known event": (
        "After/IN the/DT September/NNP 11/CD attacks/NNS all/DT fled/VBD ./.",
        ["September 11 attacks EVENT"],
    ),
    "a known mountain range": (
        "In/IN the/DT [Pyrenees/NNP|GPE] it/PRP fell/VBD ./.",
        ["Pyrenees LOC"],
    ),
    "a continent with a direction": (
        "In/IN [east/JJ Africa/NNP|GPE] it/PRP fell/VBD ./.",
        ["east Africa LOC"],
    ),
    "a country with a continent's name": (
        "In/IN [South/NNP Africa/NNP|GPE] it/PRP fell/VBD ./.",
        ["South Africa GPE"],
    ),
    "an adjective before a body": (
        "The/DT [joint/JJ Adar/NNP Mission/NNP|ORG] fell/VBD ./.",
        ["Adar Mission ORG"],
    ),
    "a kind behind a body": (
        "The/DT [Adar/NNP Unity/NNP party/NN|ORG] fell/VBD ./.",
        ["Adar Unity ORG"],
    ),
    "a body named by its kind": (
        "The/DT [ruling/NN party/NN|ORG] fell/VBD ./.",
        ["ruling party ORG"],
    ),
    "a body's seat": (
        "[Adar/NNP College/NNP in/IN Pittsburgh/NNP|ORG] fell/VBD ./.",
        ["Adar College ORG", "Pittsburgh GPE"],
    ),
    "a body of a country": (
        "[al-Adar/NNP in/IN Iraq/NNP|ORG] fell/VBD ./.",
        ["al-Adar in Iraq ORG"],
    ),
    "a son of the same name": (
        "[Ovid/NNP Zane/NNP|PERSON] ,/, Jr./NNP fell/VBD ./.",
        ["Ovid Zane, Jr. PERSON"],
    ),
    "arms in two pieces": (
        "An/DT [AK-47/NNP|WEAPON] [rifle/NN|WEAPON] fell/VBD ./.",
        ["AK-47 rifle WEAPON"],
    ),
    "an echo": (
        "[Wagar/NNP|ORG] fell/VBD ./. Troops/NNS of/IN Wagar/NNP fled/VBD ./.",
        ["Wagar ORG", "Wagar ORG"],
    ),
    "an echo of a last name": (
        "[Ovid/NNP Zane/NNP|PERSON] fell/VBD ./. Troops/NNS of/IN Zane/NNP fled/VBD ./.",
        ["Ovid Zane PERSON", "Zane PERSON"],
    ),
    "an echo with the first name": (
        "[Ovid/NNP Zane/NNP|PERSON] fell/VBD ./. In/IN it/PRP [Ovid/NNP|PERSON] Zane/NNP fled/VBD",
        ["Ovid Zane PERSON", "Ovid Zane PERSON"],
    ),
    "no echo of what is read in two ways": (
        "[Wagar/NNP|ORG] fell/VBD ./. [Wagar/NNP|GPE] fell/VBD ./. Wagar/NNP fled/VBD ./.",
        ["Wagar ORG", "Wagar GPE"],
    ),
    "no echo in a longer name": (
        "[Wagar/NNP|ORG] fell/VBD ./. The/DT Wagar/NNP Kone/NNP fled/VBD ./.",
        ["Wagar ORG"],
    ),
}


@pytest.fixture(scope="module")
def mender():
    nlp = spacy.blank("en")
    return nlp, NameMender(load_lexicon())


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_names(mender, marked, expected):
    nlp, mend = mender
    doc = mend(doc_of(nlp, marked))
    assert [f"{e.text} {e.label_}".replace(" , ", ", ") for e in doc.ents] == expected


def test_mending_twice_changes_nothing(mender):
    nlp, mend = mender
    for marked, expected in CASES.values():
        twice = mend(mend(doc_of(nlp, marked)))
        assert [f"{e.text} {e.label_}".replace(" , ", ", ") for e in twice.ents] == expected
