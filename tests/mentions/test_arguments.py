"""Who and to whom: the logical slots of verbs and event nouns, in every voice and construction."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.arguments import noun_slots, verb_slots
from kg.mentions.subjects import is_passive
from tests.mentions.parses import sentence, texts_of, word_of

VERBS = {
    "active": ("Rebels shelled the town.", "shelled", {"subject": ["Rebels"], "object": ["town"]}),
    "passive with by": (
        "The town was shelled by rebels.",
        "shelled",
        {"subject": ["rebels"], "object": ["town"]},
    ),
    "passive without by": ("The town was shelled.", "shelled", {"object": ["town"]}),
    "reduced relative": (
        "The town shelled by rebels is quiet.",
        "shelled",
        {"subject": ["rebels"], "object": ["town"]},
    ),
    "relative with who": (
        "Soldiers who shelled the town fled.",
        "shelled",
        {"subject": ["Soldiers"], "object": ["town"]},
    ),
    "relative with which": (
        "The militia, which shelled the town, withdrew.",
        "shelled",
        {"subject": ["militia"], "object": ["town"]},
    ),
    "relative with that": (
        "The militia that shelled the town withdrew.",
        "shelled",
        {"subject": ["militia"], "object": ["town"]},
    ),
    "object relative with that": (
        "The town that rebels shelled is quiet.",
        "shelled",
        {"subject": ["rebels"], "object": ["town"]},
    ),
    "object relative without a word for it": (
        "The town rebels shelled is quiet.",
        "shelled",
        {"subject": ["rebels"], "object": ["town"]},
    ),
    "object relative with whom": (
        "The hostages whom rebels freed are safe.",
        "freed",
        {"subject": ["rebels"], "object": ["hostages"]},
    ),
    "participle of the subject": (
        "Rebels advanced, shelling the town.",
        "shelling",
        {"subject": ["Rebels"], "object": ["town"]},
    ),
    "control by the subject": (
        "Rebels tried to shell the town.",
        "shell",
        {"subject": ["Rebels"], "object": ["town"]},
    ),
    "control by the object": (
        "The army ordered police to arrest the mayor.",
        "arrest",
        {"subject": ["police"], "object": ["mayor"]},
    ),
    "control by the accused": (
        "Kenya accused the militia of shelling the town.",
        "shelling",
        {"subject": ["militia"], "object": ["town"]},
    ),
    "control by those called on": (
        "Kenya called on the militia to free the hostages.",
        "free",
        {"subject": ["militia"], "object": ["hostages"]},
    ),
    "coordinated verbs share the subject": (
        "Rebels stormed the town and shelled the bridge.",
        "shelled",
        {"subject": ["Rebels"], "object": ["bridge"]},
    ),
    "coordinated verbs share the object": (
        "Rebels stormed and shelled the town.",
        "stormed",
        {"subject": ["Rebels"], "object": ["town"]},
    ),
    "coordinated passives share the subject": (
        "The mayor was arrested and deported.",
        "deported",
        {"object": ["mayor"]},
    ),
    "coordinated subjects and objects": (
        "Rebels and bandits shelled the town and the bridge.",
        "shelled",
        {"subject": ["Rebels", "bandits"], "object": ["town", "bridge"]},
    ),
    "two objects": (
        "Qatar gave the refugees tents.",
        "gave",
        {"subject": ["Qatar"], "indirect": ["refugees"], "object": ["tents"]},
    ),
    "two objects, passive": (
        "The refugees were given tents by Qatar.",
        "given",
        {"subject": ["Qatar"], "object": ["refugees"], "theme": ["tents"]},
    ),
    "prepositions are slots": (
        "Qatar sent tents to the refugees in Gaza.",
        "sent",
        {"subject": ["Qatar"], "object": ["tents"], "to": ["refugees"]},
    ),
    "among those killed": (
        "The mayor was among those killed.",
        "killed",
        {"object": ["mayor"]},
    ),
    "not prevented, but kept from it": (
        "Kenya prevented rebels from shelling the town.",
        "shelling",
        {"subject": ["rebels"], "object": ["town"]},
    ),
    "a day is no object": ("Rebels attacked Monday.", "attacked", {"subject": ["Rebels"]}),
    "a purpose is its owner's": (
        "The militia has a plan to attack the town.",
        "attack",
        {"subject": ["militia"], "object": ["town"]},
    ),
}
NOUNS = {
    "possessor and on": (
        "Russia's attack on the town continued.",
        "attack",
        {"possessor": ["Russia"], "on": ["town"]},
    ),
    "modifier and against": (
        "A rebel attack against the garrison failed.",
        "attack",
        {"modifier": ["rebel"], "against": ["garrison"]},
    ),
    "by and of": (
        "The killing of the mayor by gunmen shocked many.",
        "killing",
        {"of": ["mayor"], "by": ["gunmen"]},
    ),
    "between": (
        "Talks between Egypt and Sudan collapsed.",
        "Talks",
        {"between": ["Egypt", "Sudan"]},
    ),
    "a modifier that names nobody": (
        "A deadly attack on the garrison failed.",
        "attack",
        {"on": ["garrison"]},
    ),
    "a support verb lends its subject": (
        "Rebels launched an attack on the town.",
        "attack",
        {"subject": ["Rebels"], "on": ["town"]},
    ),
    "a passive support verb lends its agent": (
        "An attack was launched by rebels.",
        "attack",
        {"subject": ["rebels"]},
    ),
    "a support verb lends prepositions": (
        "Britain imposed sanctions on the general.",
        "sanctions",
        {"subject": ["Britain"], "on": ["general"]},
    ),
    "a verb of happening lends sides": (
        "Talks took place between Egypt and Sudan.",
        "Talks",
        {"between": ["Egypt", "Sudan"]},
    ),
    "other verbs lend nothing": (
        "Britain condemned the attack on the town.",
        "attack",
        {"on": ["town"]},
    ),
    "coordinated nouns share the support verb": (
        "Rebels carried out attacks and abductions.",
        "abductions",
        {"subject": ["Rebels"]},
    ),
}


def _slots(slots):
    return {slot: texts_of(words) for slot, words in slots.items()}


@pytest.mark.parametrize(("text", "verb", "expected"), VERBS.values(), ids=VERBS)
def test_slots_of_verbs(text, verb, expected):
    found = _slots(verb_slots(word_of(sentence(text), verb), load_lexicon()))
    assert {slot: found.get(slot) for slot in expected} == expected
    assert not {"subject", "object", "indirect", "theme"} & (found.keys() - expected.keys())


@pytest.mark.parametrize(("text", "noun", "expected"), NOUNS.values(), ids=NOUNS)
def test_slots_of_nouns(text, noun, expected):
    assert _slots(noun_slots(word_of(sentence(text), noun), load_lexicon())) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The town was shelled.", "shelled", True),
        ("The town shelled by rebels is quiet.", "shelled", True),
        ("The mayor was arrested and deported.", "deported", True),
        ("Rebels shelled the town.", "shelled", False),
        ("Rebels have shelled the town.", "shelled", False),
        ("The militia that shelled the town withdrew.", "shelled", False),
        ("Two officers arrested after a raid", "arrested", True),
        ("Guards set upon men.", "set", False),
        ("Homes were raided and papers seized.", "seized", True),
        ("The mayor was arrested and aides fled.", "fled", False),
        ("Police arrested and beat men.", "arrested", False),
        ("The hostages rebels kidnapped fled.", "kidnapped", False),
        ("The army is to blame for it.", "blame", True),
        ("The army will blame rebels.", "blame", False),
    ],
)
def test_voice(text, verb, expected):
    assert is_passive(word_of(sentence(text), verb)) is expected
