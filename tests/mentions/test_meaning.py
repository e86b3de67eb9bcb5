"""How an event is meant: polarity, certainty, time and speakers, by everything that governs it."""

import pytest

from kg.lexicons import Complement, load_lexicon
from kg.mentions.effects import states_fact
from kg.mentions.governors import read_meaning
from tests.mentions.parses import sentence, texts_of, word_of

PLAIN = ("affirmed", "certain", "past")
CASES = {
    "plain": ("Rebels shelled the town.", "shelled", PLAIN),
    "not": ("Rebels didn't shell the town.", "shell", ("denied", "certain", "past")),
    "no subject": ("No rebels shelled the town.", "shelled", ("denied", "certain", "past")),
    "nobody": ("Nobody shelled the town.", "shelled", ("denied", "certain", "past")),
    "twice denied": (
        "Rebels denied that they hadn't shelled the town.",
        "shelled",
        ("affirmed", "certain", "past"),
    ),
    "may": ("Rebels may shell the town.", "shell", ("affirmed", "possible", "future")),
    "will": ("Rebels will shell the town.", "shell", ("affirmed", "probable", "future")),
    "would": ("Rebels would shell the town.", "shell", ("affirmed", "possible", "future")),
    "going to": ("Rebels are going to shell the town.", "shell", ("affirmed", "certain", "future")),
    "goes on": ("Rebels are shelling the town.", "shelling", ("affirmed", "certain", "present")),
    "reportedly": (
        "Rebels reportedly shelled the town.",
        "shelled",
        ("affirmed", "probable", "past"),
    ),
    "allegedly": (
        "Rebels allegedly shelled the town.",
        "shelled",
        ("affirmed", "possible", "past"),
    ),
    "wanted for": ("A sailor wanted for murder fled.", "murder", ("affirmed", "possible", "past")),
    "implicated in": (
        "A sailor was implicated in the murder.",
        "murder",
        ("affirmed", "possible", "past"),
    ),
    "trial for": ("A sailor stood trial for murder.", "murder", ("affirmed", "possible", "past")),
    "planned": (
        "Kenya condemned the planned attack.",
        "attack",
        ("affirmed", "probable", "future"),
    ),
    "foiled": ("Kenya praised the foiled attack.", "attack", ("denied", "certain", "past")),
    "without": (
        "Rebels left without shelling the town.",
        "shelling",
        ("denied", "certain", "past"),
    ),
    "if": (
        "Kenya will respond if rebels shell the town.",
        "shell",
        ("affirmed", "possible", "future"),
    ),
    "a purpose": (
        "Rebels marched to seize the town.",
        "seize",
        ("affirmed", "probable", "future"),
    ),
    "will, reported": (
        "Kenya said rebels would shell the town.",
        "shell",
        ("affirmed", "probable", "future"),
    ),
    "feared, of what was": (
        "The mayor is feared kidnapped.",
        "kidnapped",
        ("affirmed", "possible", "past"),
    ),
    "taken for granted by what ends it": (
        "Rebels vowed to stop shelling the town.",
        "shelling",
        ("affirmed", "certain", "present"),
    ),
    "reported": ("Kenya said rebels shelled the town.", "shelled", PLAIN),
    "believed": (
        "Kenya believes rebels shelled the town.",
        "shelled",
        ("affirmed", "probable", "past"),
    ),
    "alleged": (
        "Kenya alleged that rebels shelled the town.",
        "shelled",
        ("affirmed", "possible", "past"),
    ),
    "what may be under way": (
        "Rebels may be shelling the town.",
        "shelling",
        ("affirmed", "possible", "present"),
    ),
    "what somebody worries about": ("Kenya worries about the attack.", "attack", PLAIN),
    "what is only feared": (
        "Kenya worries about attacks.",
        "attacks",
        ("affirmed", "possible", "future"),
    ),
    "no deed there was": ("There was no attack.", "attack", ("denied", "certain", "past")),
    "no deed that happened": ("No attack happened.", "attack", ("denied", "certain", "past")),
    "no deed or another": ("No attack or raid happened.", "raid", ("denied", "certain", "past")),
    "a deed that did not happen": (
        "The attack did not happen.",
        "attack",
        ("denied", "certain", "past"),
    ),
    "what a deed did not do": ("The attack did not scare Kenya.", "attack", PLAIN),
    "no plan": ("Kenya has no plan to shell the town.", "shell", ("denied", "probable", "future")),
    "ahead of a deed": (
        "Rebels fled ahead of the attack.",
        "attack",
        ("affirmed", "probable", "future"),
    ),
    "in advance of a deed": (
        "Rebels fled in advance of the attack.",
        "attack",
        ("affirmed", "probable", "future"),
    ),
    "no word of a deed": ("There was no word of the attack.", "attack", PLAIN),
    "believed, in an aside": (
        "Rebels shelled the town, Kenya believes.",
        "shelled",
        ("affirmed", "probable", "past"),
    ),
    "alleged, in an aside": (
        "Rebels shelled the town, Kenya alleged.",
        "shelled",
        ("affirmed", "possible", "past"),
    ),
    "taken for granted beside what is believed": (
        "Soldiers who shelled the town fled, Kenya believes.",
        "shelled",
        PLAIN,
    ),
    "feared": (
        "Kenya fears rebels shell the town.",
        "shell",
        ("affirmed", "possible", "future"),
    ),
    "planned by its subject": (
        "Rebels plan to shell the town.",
        "shell",
        ("affirmed", "probable", "future"),
    ),
    "is to": ("Kenya is to free the hostages.", "free", ("affirmed", "probable", "future")),
    "failed": ("Rebels failed to seize the town.", "seize", ("denied", "certain", "past")),
    "denied": ("Rebels denied shelling the town.", "shelling", ("denied", "certain", "past")),
    "managed": ("Rebels managed to seize the town.", "seize", PLAIN),
    "began": ("Rebels began shelling the town.", "shelling", PLAIN),
    "not planned": (
        "Rebels don't plan to shell the town.",
        "shell",
        ("denied", "probable", "future"),
    ),
    "an auxiliary shared over a coordination": (
        "Kenya will arrest and deport the rebels.",
        "deport",
        ("affirmed", "probable", "future"),
    ),
    "a subject of its own shares nothing": (
        "Kenya will protest and rebels shelled the town.",
        "shelled",
        PLAIN,
    ),
    "neither": (
        "Rebels neither stormed nor shelled the town.",
        "stormed",
        ("denied", "certain", "past"),
    ),
    "nor": (
        "Rebels neither stormed nor shelled the town.",
        "shelled",
        ("denied", "certain", "past"),
    ),
    "a past tense of its own shares nothing": (
        "Rebels could flee and shelled the town.",
        "shelled",
        PLAIN,
    ),
    "neither of the subjects": (
        "Neither rebels nor soldiers shelled the town.",
        "shelled",
        ("denied", "certain", "past"),
    ),
    "in case of": (
        "In case of an attack Kenya will respond.",
        "attack",
        ("affirmed", "possible", "future"),
    ),
    "in the case of": ("In the case of the attack Kenya responded.", "attack", PLAIN),
    "provided that": (
        "Provided that rebels free the hostages Kenya will respond.",
        "free",
        ("affirmed", "possible", "future"),
    ),
    "considered": (
        "Kenya is considering arresting the mayor.",
        "arresting",
        ("affirmed", "possible", "future"),
    ),
    "considered to be something": ("Kenya considers the attack a crime.", "attack", PLAIN),
    "considered as such": ("Kenya considered the attack.", "attack", PLAIN),
    "in cases of": ("Kenya convicted the general in two cases of murder.", "murder", PLAIN),
    "responsibility taken": (
        "Kenya took responsibility for the attack.",
        "attack",
        ("affirmed", "probable", "past"),
    ),
    "what a charge says": (
        "The indictment said rebels shelled the town.",
        "shelled",
        ("affirmed", "possible", "past"),
    ),
    "plotted": (
        "Kenya uncovered a plot to shell the town.",
        "shell",
        ("affirmed", "probable", "future"),
    ),
    "all of a wave denied": (
        "Kenya denied a wave of attacks.",
        "attacks",
        ("denied", "certain", "past"),
    ),
    "claimed": ("Rebels claimed the attack.", "attack", ("affirmed", "probable", "past")),
    "reports of it rejected": (
        "Kenya rejected reports of an attack.",
        "attack",
        ("denied", "certain", "past"),
    ),
    "innocent": (
        "He pleaded innocent to the attack.",
        "attack",
        ("denied", "certain", "past"),
    ),
    "not guilty": (
        "He pleaded not guilty to the attack.",
        "attack",
        ("denied", "certain", "past"),
    ),
    "guilty": ("He pleaded guilty to the attack.", "attack", PLAIN),
    "according to a charge": (
        "According to the indictment, rebels shelled the town.",
        "shelled",
        ("affirmed", "possible", "past"),
    ),
    "taken for granted in a relative clause": (
        "Kenya failed to arrest the men who shelled the town.",
        "shelled",
        PLAIN,
    ),
    "taken for granted in an adverbial clause": (
        "Kenya may resign after rebels shelled the town.",
        "shelled",
        PLAIN,
    ),
}
SPEAKERS = {
    "who expects it of others": ("Kenya expects rebels to shell the town.", "shell", ["Kenya"]),
    "who expects to do it says nothing": ("Kenya expects to arrest the mayor.", "arrest", []),
    "before": ("Kenya said rebels shelled the town.", "shelled", ["Kenya"]),
    "after": ("Rebels shelled the town, Kenya said.", "shelled", ["Kenya"]),
    "inside": ("Rebels, Kenya said, shelled the town.", "shelled", ["Kenya"]),
    "according to": ("According to Kenya, rebels shelled the town.", "shelled", ["Kenya"]),
    "nested, innermost first": (
        "Kenya said Uganda reported that rebels shelled the town.",
        "shelled",
        ["Uganda", "Kenya"],
    ),
    "of a granted clause too": (
        "Kenya said police freed the men who shelled the town.",
        "shelled",
        ["Kenya"],
    ),
    "who denies": ("Rebels denied shelling the town.", "shelling", ["Rebels"]),
    "by whom it is said": (
        "It was reported by Kenya that rebels shelled the town.",
        "shelled",
        ["Kenya"],
    ),
    "it, where it says so": ("It said rebels shelled the town.", "shelled", ["It"]),
    "it is nobody": ("It appears rebels shelled the town.", "shelled", []),
    "who is quoted, then who quotes": (
        "Kenya quoted Uganda as saying rebels shelled the town.",
        "shelled",
        ["Uganda", "Kenya"],
    ),
    "according to, within what is reported": (
        "Kenya reported that, according to Uganda, rebels shelled the town.",
        "shelled",
        ["Uganda", "Kenya"],
    ),
    "who seems to act says nothing": ("Rebels appear to have shelled the town.", "shelled", []),
    "who is believed to act says nothing": (
        "Rebels are believed to have shelled the town.",
        "shelled",
        [],
    ),
    "who expects it, the others taken for a receiver": (
        "Kenya expects rebels to free the hostages.",
        "free",
        ["Kenya"],
    ),
    "who speaks of it": ("Villagers spoke of the attack.", "attack", ["Villagers"]),
    "who calls it untrue": (
        "Kenya called it untrue that rebels shelled the town.",
        "shelled",
        ["Kenya"],
    ),
    "according to, behind the subject": (
        "Rebels, according to Kenya, shelled the town.",
        "shelled",
        ["Kenya"],
    ),
    "who stands accused says nothing": (
        "Police freed men accused of shelling the town.",
        "shelling",
        [],
    ),
    "nobody": ("Rebels shelled the town.", "shelled", []),
    "an object is no speaker": ("Rebels shelled the town, killing Kenyans.", "shelled", []),
}
DEMANDED = {
    "must": ("Rebels must free the hostages.", "free", True),
    "of an event that demands": ("Kenya urged rebels to free the hostages.", "free", True),
    "a fact in its clause": (
        "Kenya warned that rebels were freeing the hostages.",
        "freeing",
        False,
    ),
    "plain": ("Rebels freed the hostages.", "freed", False),
}


def _meaning(text, word, complement_of=None):
    read = sentence(text)
    by_index = {word_of(read, w).index: e for w, e in (complement_of or {}).items()}
    return read_meaning(word_of(read, word), load_lexicon(), complement_of=by_index)


@pytest.mark.parametrize(("text", "word", "expected"), CASES.values(), ids=CASES)
def test_polarity_certainty_and_time(text, word, expected):
    meaning = _meaning(text, word)
    assert (meaning.polarity, meaning.certainty, meaning.temporality) == expected


@pytest.mark.parametrize(("text", "word", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers(text, word, expected):
    assert texts_of(_meaning(text, word).speakers) == expected


@pytest.mark.parametrize(("text", "word", "expected"), DEMANDED.values(), ids=DEMANDED)
def test_what_is_only_demanded(text, word, expected):
    events = {verb: Complement.DEMANDED for verb in ("urged", "warned") if verb in text}
    assert _meaning(text, word, events).is_demanded is expected


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (Complement.ALLEGED, ("affirmed", "possible", "past")),
        (Complement.REPORTED, PLAIN),
        (Complement.BELIEVED, ("affirmed", "probable", "past")),
        (Complement.FEARED, ("affirmed", "possible", "past")),
        (Complement.PLANNED, ("affirmed", "probable", "future")),
        (Complement.NEGATED, ("denied", "certain", "past")),
        (Complement.DENIED, ("denied", "certain", "past")),
        (Complement.HAPPENED, PLAIN),
        (Complement.BEGAN, PLAIN),
    ],
)
def test_effects_of_events_on_their_complement(effect, expected):
    meaning = _meaning("Kenya said rebels shelled the town.", "shelled", {"said": effect})
    assert (meaning.polarity, meaning.certainty, meaning.temporality) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels shelled the town.", "shelled", True),
        ("Rebels are shelling the town.", "shelling", True),
        ("Rebels will shell the town.", "shell", False),
        ("Kenya urged rebels to free the hostages.", "free", False),
    ],
)
def test_facts(text, word, expected):
    assert states_fact(word_of(sentence(text), word)) is expected
