"""Who speaks a sentence that lies wholly in quotation marks, and whom "I" and "we" stand for."""

import pytest

from kg.mentions.quotes import named_by_speaker, quoted_voices
from kg.mentions.words import Sentence
from kg.model import ActorPhrase, Span
from tests.claims.by_hand import make_mention, phrase_of


def sentence(text, paragraph=0):
    return Sentence(words=(), names=(), start=0, end=len(text), text=text, paragraph=paragraph)


def speaker(name):
    return ActorPhrase(span=Span(start=0, end=len(name), text=name), name=name, head=name.lower())


ANN, BOB = speaker("Ann"), speaker("Bob")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("“We fled,” Ann said.", 0, ANN), ("“They fired.”", 0, None)], [None, ANN]),
        ([("“They fired.", 0, None), ("We fled,” Ann said.", 0, ANN)], [ANN, None]),
        (
            [("Bob spoke.", 0, BOB), ("“They fired.", 1, None), ("We fled.”", 1, None)],
            [None, BOB, BOB],
        ),
        ([("Bob spoke.", 0, BOB), ("They fired.", 1, None)], [None, None]),
        ([('"They fired."', 0, None), ("Calm returned.", 0, None)], [None, None]),
        ([("Bob called it “a lie”.", 0, BOB), ("Shots rang out.", 0, None)], [None, None]),
        ([('An unpaired " mark, Bob said.', 0, BOB), ("Calm returned.", 1, None)], [None, None]),
    ],
    ids=[
        "speaker before",
        "speaker after, in one paragraph",
        "speaker of the paragraph before",
        "no quotation",
        "nobody was named",
        "scare quotes",
        "an unpaired mark spoils one paragraph at most",
    ],
)  # fmt: skip
def test_voices(rows, expected):
    sentences = [sentence(text, paragraph) for text, paragraph, _ in rows]
    assert quoted_voices(sentences, [who for _, _, who in rows]) == expected


FIRST_PERSON = {
    "I": ('"I condemn it," Ann Dravo said.', "I", "Ann Dravo"),
    "we, her side": ('"We fled," Ann Dravo said.', "We", "Ann Dravo"),
    "we, between marks that show their side": ("“We fled,” Ann Dravo said.", "We", "Ann Dravo"),
    "what is ours": ('"Our men fled," Ann Dravo said.', "Our men", "Ann Dravo's men"),
    "we outside the marks are others": ('We saw "Ann Dravo said".', "We", "We"),
    "they are others": ('"They fled," Ann Dravo said.', "They", "They"),
    "a noun is itself": ('"Rebels fled," Ann Dravo said.', "Rebels", "Rebels"),
}


@pytest.mark.parametrize(("text", "actor", "name"), FIRST_PERSON.values(), ids=FIRST_PERSON)
def test_the_first_person_is_the_speaker(text, actor, name):
    told = make_mention(text, "said", actors=(phrase_of(text, actor),), speakers=(ann(text),))
    (found,) = named_by_speaker(told, text).actors
    assert (found.name, found.span.text) == (name, actor)
    assert (found.label == "PERSON") is (name == "Ann Dravo")


def test_we_are_the_side_of_whoever_is_quoted():
    text = '"Sudria says we fired," Ann Dravo said.'
    sudria, we = phrase_of(text, "Sudria"), phrase_of(text, "we")
    told = make_mention(text, "fired", actors=(we,), speakers=(sudria, ann(text)))
    assert [actor.name for actor in named_by_speaker(told, text).actors] == ["Ann Dravo"]


def test_nobody_is_named_on_both_sides():
    text = '"I hit my own men," Ann Dravo said.'
    told = make_mention(
        text, "hit", actors=(phrase_of(text, "I"),), targets=(ann(text),), speakers=(ann(text),)
    )
    assert named_by_speaker(told, text).targets == ()


def test_without_a_speaker_nobody_knows_who_we_are():
    text = '"We fled."'
    told = make_mention(text, "fled", actors=(phrase_of(text, "We"),))
    assert named_by_speaker(told, text) == told


def ann(text):
    return phrase_of(text, "Ann Dravo", label="PERSON", modifiers=("Norlander",))
