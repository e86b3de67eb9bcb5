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
