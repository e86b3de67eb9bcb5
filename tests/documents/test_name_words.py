"""Names that words tell: what is laid over the names of the trained pipeline, and what is left."""

import pytest
import spacy

from kg.documents.name_words import NameMender, group_names
from kg.lexicons import fold, load_lexicon
from tests.documents.marks import doc_of

# Words as "form/tag", the names of the trained pipeline marked [Words|LABEL]; what is expected.
CASES = {
    "a hospital": ("They/PRP hit/VBD Nasser/NNP Hospital/NNP ./.", ["Nasser Hospital FAC"]),
    "a bridge taken for a body": (
        "They/PRP blew/VBD up/RP [Ava/NNP Bridge/NNP|ORG] ./.",
        ["Ava Bridge FAC"],
    ),
    "an airport by its town": (
        "Rebels/NNS took/VBD [Goma/NNP|GPE] airport/NN ./.",
        ["Goma airport FAC"],
    ),
    "an airport of no town": ("Rebels/NNS took/VBD the/DT airport/NN ./.", []),
    "a part of a longer name": (
        "The/DT [Black/NNP Sea/NNP fleet/NN|ORG] sailed/VBD ./.",
        ["Black Sea fleet ORG"],
    ),
    "a land that ends like a body": (
        "In/IN the/DT [West/NNP Bank/NNP|GPE] all/DT was/VBD calm/JJ ./.",
        ["West Bank GPE"],
    ),
    "a lake": ("They/PRP crossed/VBD Lake/NNP Kivu/NNP ./.", ["Lake Kivu LOC"]),
    "a lake taken for a town": (
        "They/PRP live/VBP by/IN [Lake/NNP Kivu/NNP|GPE] ./.",
        ["Lake Kivu LOC"],
    ),
    "a town that is called after a lake": (
        "They/PRP live/VBP in/IN [Lake/NNP Charles/NNP|GPE] ./.",
        ["Lake Charles GPE"],
    ),
    "a gulf": ("It/PRP sank/VBD in/IN the/DT Gulf/NNP of/IN Aden/NNP ./.", ["Gulf of Aden LOC"]),
    "a battle": ("The/DT Battle/NNP of/IN Kursk/NNP raged/VBD ./.", ["Battle of Kursk EVENT"]),
    "an operation": ("It/PRP began/VBD Operation/NNP Dawn/NNP ./.", ["Operation Dawn EVENT"]),
    "an operation of a number": (
        "It/PRP began/VBD Operation/NNP 88/CD ./.",
        ["Operation 88 EVENT"],
    ),
    "an operation taken for arms": (
        "It/PRP began/VBD [Operation/NNP Dawn/NNP|WEAPON] ./.",
        ["Operation Dawn EVENT"],
    ),
    "an operation of no name": ("The/DT operation/NN began/VBD ./.", []),
    "a numbered unit": (
        "The/DT 6th/JJ Infantry/NNP Division/NNP fled/VBD ./.",
        ["6th Infantry Division ORG"],
    ),
    "what the pipeline calls the same stays as it is": (
        "The/DT [U.S./NNP Army/NNP|ORG] came/VBD ./.",
        ["U.S. Army ORG"],
    ),
    "no name without a capital": ("The/DT rebel/NN army/NN fled/VBD ./.", []),
    "the word before a sentence's first name": (
        "Near/IN Ava/NNP Bridge/NNP they/PRP met/VBD ./.",
        ["Ava Bridge FAC"],
    ),
    "whose it is stays outside": (
        "[Gaza/NNP|GPE] ’s/POS Nasser/NNP Hospital/NNP fell/VBD ./.",
        ["Gaza GPE", "Nasser Hospital FAC"],
    ),
    "a headline's capitals tell nothing": (
        "Junta/NNP Bombs/NNP Village/NNP Hospital/NNP",
        [],
    ),
    "arms": ("They/PRP fired/VBD rockets/NNS ./.", ["rockets WEAPON"]),
    "arms with a qualifier": (
        "A/DT roadside/NN bomb/NN went/VBD off/RP ./.",
        ["roadside bomb WEAPON"],
    ),
    "arms with a model": ("He/PRP flew/VBD B-2/NNP bombers/NNS ./.", ["B-2 bombers WEAPON"]),
    "arms with the letters and number of a model": (
        "They/PRP flew/VBD F~/NNP -~/HYPH 16/CD jets/NNS ./.",
        ["F-16 jets WEAPON"],
    ),
    "a model whose letters are taken for a body": (
        "They/PRP dropped/VBD [GBU~/NNP|ORG] -~/HYPH 57/CD bombs/NNS ./.",
        ["GBU-57 bombs WEAPON"],
    ),
    "a number that is no model": (
        "Some/DT 10~/CD -~/HYPH 16/CD jets/NNS came/VBD ./.",
        [],
    ),
    "arms by the longest words for them": (
        "Heavy/JJ machine/NN guns/NNS fired/VBD ./.",
        ["Heavy machine guns WEAPON"],
    ),
    "arms in a headline's capitals, taken for a town": (
        "Its/PRP$ [Warships/NNPS|GPE] Circle/VBP",
        ["Warships WEAPON"],
    ),
    "arms by the model alone": ("They/PRP want/VBP HIMARS/NN ./.", ["HIMARS WEAPON"]),
    "a facility taken for a town": (
        "They/PRP held/VBD out/RP in/IN [Azovstal/NNP|GPE] ./.",
        ["Azovstal FAC"],
    ),
    "bombers of no model may be people": ("Two/CD bombers/NNS died/VBD ./.", []),
    "a model taken for a person": (
        "It/PRP sold/VBD [Rafale/NNP jets/NNS|PERSON] ./.",
        ["Rafale jets WEAPON"],
    ),
    "whose arms they are stays outside": (
        "[Russian/JJ|NORP] tanks/NNS came/VBD ./.",
        ["Russian NORP", "tanks WEAPON"],
    ),
    "a verb is no weapon": ("They/PRP will/MD bomb/VB it/PRP ./.", []),
    "a known group": ("They/PRP fear/VBP Boko/NNP Haram/NNP ./.", ["Boko Haram ORG"]),
    "the people of a group stay outside": (
        "[Hamas/NNP militants/NNS|ORG] fled/VBD ./.",
        ["Hamas ORG"],
    ),
    "what a unit is stays outside": (
        "The/DT [Zorva/NNP regiment/NN|ORG] fled/VBD ./.",
        ["Zorva ORG"],
    ),
    "a ministry of its country is one name": (
        "The/DT [Russian/JJ foreign/JJ ministry/NN|ORG] spoke/VBD ./.",
        ["Russian foreign ministry ORG"],
    ),
    "a treaty is no name here": (
        "They/PRP signed/VBD the/DT [Zorva/NNP Treaty/NNP|EVENT] ./.",
        [],
    ),
    "a plural that opens a sentence is nobody": (
        "[Looters/NNS|PERSON] roamed/VBD the/DT town/NN ./.",
        [],
    ),
    "a lone word behind in is a place": (
        "They/PRP met/VBD in/IN [Zorva/NNP|PERSON] ./.",
        ["Zorva GPE"],
    ),
    "a lone word behind a noun with at is a place": (
        "They/PRP held/VBD a/DT feast/NN at/IN [Zorva/NNP|PERSON] ./.",
        ["Zorva GPE"],
    ),
    "somebody who is shot at": (
        "They/PRP shot/VBD at/IN [Zorva/NNP|PERSON] ./.",
        ["Zorva PERSON"],
    ),
    "somebody of a city's name behind a title": (
        "President/NNP [Alvaro/NNP Obregon/NNP|PERSON] died/VBD ./.",
        ["Alvaro Obregon PERSON"],
    ),
    "capitals before a dash that are no town": ("BREAKING/NNP -/, Rebels/NNS fled/VBD ./.", []),
    "a known body that somebody is called like": (
        "[Abu/NNP Fatah/NNP|PERSON] fled/VBD [Fatah/NNP|ORG] ./.",
        ["Abu Fatah PERSON", "Fatah ORG"],
    ),
    "trust in somebody known": (
        "They/PRP trust/VBP in/IN [Putin/NNP|PERSON] ./.",
        ["Putin PERSON"],
    ),
    "whose house it was": (
        "They/PRP met/VBD in/IN [Zorva/NNP|PERSON] ’s/POS house/NN ./.",
        ["Zorva PERSON"],
    ),
    "a last name taken for a town": (
        "[Ivo/NNP Zorvatz/NNP|PERSON] fled/VBD ;/: they/PRP sought/VBD [Zorvatz/NNP|GPE] ./.",
        ["Ivo Zorvatz PERSON", "Zorvatz PERSON"],
    ),
    "a town that is called like somebody": (
        "[Ivo/NNP Aleppo/NNP|PERSON] fled/VBD from/IN [Aleppo/NNP|GPE] ./.",
        ["Ivo Aleppo PERSON", "Aleppo GPE"],
    ),
    "a city of two words taken for somebody": (
        "But/CC [Abu/NNP Dhabi/NNP|PERSON] denied/VBD it/PRP ./.",
        ["Abu Dhabi GPE"],
    ),
    "a river's kind stays outside": (
        "They/PRP crossed/VBD the/DT [Zorva/NNP river/NN|LOC] ./.",
        ["Zorva LOC"],
    ),
    "a town whose name ends like a kind": (
        "They/PRP left/VBD [Gaza/NNP city/NN|GPE] ./.",
        ["Gaza city GPE"],
    ),
    "the town and the agency of a dateline": (
        "ZORVA/NNP (~/-LRB- Lusa~/NNP )/-RRB- -/, Rebels/NNS fled/VBD ./.",
        ["ZORVA GPE", "Lusa ORG"],
    ),
    "what is no dateline": ("PS/NNP -/, We/PRP fled/VBD ./.", []),
    "an airport taken for somebody": (
        "They/PRP shut/VBD [Zorva/NNP International/NNP Airport/NNP|PERSON] ./.",
        ["Zorva International Airport FAC"],
    ),
    "a police force that is whose chief is named": (
        "[Zorva/NNP|GPE] Police/NNP Chief/NNP resigned/VBD ./.",
        ["Zorva GPE"],
    ),
    "a party taken for a town": ("They/PRP told/VBD [Frelimo/NNP|GPE] ./.", ["Frelimo ORG"]),
    "an organisation's words in lower case are none": (
        "They/PRP want/VBP an/DT [Islamic/JJ|NORP] state/NN ./.",
        ["Islamic NORP"],
    ),
    "a nickname between a person's names": (
        "[Ivo/NNP|PERSON] “~/`` [El/NNP Lobo~/NNP|PERSON] ”/'' Brandt/NNP fled/VBD ./.",
        ["Ivo “El Lobo” Brandt PERSON"],
    ),
    "a word in quotes behind a person": (
        "[Ivo/NNP|PERSON] “~/`` fled~/VBD ”/'' Zorva/NNP ./.",
        ["Ivo PERSON"],
    ),
    "a known group taken for a person": (
        "[Abu/NNP Sayyaf/NNP|PERSON] fled/VBD ./.",
        ["Abu Sayyaf ORG"],
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
    assert [f"{e.text} {e.label_}" for e in doc.ents] == expected


def test_a_name_without_words_that_tell_is_left_alone(mender):
    nlp, mend = mender
    marked = "[Putin/NNP|PERSON] met/VBD [Xi/NNP|PERSON] in/IN [Beijing/NNP|GPE] ./."
    before = [(e.text, e.label_) for e in doc_of(nlp, marked).ents]
    assert [(e.text, e.label_) for e in mend(doc_of(nlp, marked)).ents] == before


def test_mending_twice_changes_nothing(mender):
    nlp, mend = mender
    for marked, expected in CASES.values():
        twice = mend(mend(doc_of(nlp, marked)))
        assert [f"{e.text} {e.label_}" for e in twice.ents] == expected


def test_names_of_groups_name_no_place_and_no_plain_thing():
    lexicon = load_lexicon()
    names = set(group_names(lexicon))
    assert {"Boko Haram", "Hayat Tahrir al-Sham", "Médecins Sans Frontières"} <= names
    assert not {name.lower() for name in names if " " not in name} & lexicon.lemmas.nouns
    assert not {fold(name) for name in names} & set(lexicon.world.places)
