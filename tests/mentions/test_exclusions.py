"""Who is no side of an event, whatever the weights say; parses made by hand."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.exclusions import corrected, is_barred
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET
from kg.mentions.syntax import read_sentences
from tests.mentions.parses import parse

LEXICON = load_lexicon()
FALL = (
    "{who} fell/VBD/0/root/-/fall after/IN/4/case protests/NNS/2/obl/-/protest ././2/punct".format
)
TALKS = (
    "Ministers/NNS/2/nsubj/-/minister met/VBD/0/root/-/meet and/CC/5/cc envoys/NNS/5/nsubj/-/envoy"
    " held/VBD/2/conj/-/hold talks/NNS/5/obj/-/talk ././2/punct"
)
WE = "We/PRP/2/nsubj condemn/VBP/4/ccomp police/NNS/4/nsubj said/VBD/0/root/-/say ././4/punct"
WARNING = (
    "Ghana/NNP/2/nsubj/GPE threatened/VBD/0/root/-/threaten that/IN/6/mark Mali/NNP/6/nsubj/GPE"
    " could/MD/6/aux bomb/VB/2/ccomp Chad/NNP/6/obj/GPE ././2/punct"
)
FEAR = (
    "Monks/NNS/2/nsubj/-/monk dread/VBP/0/root a/DT/4/det {set}/NN/2/obj of/IN/6/case"
    " raids/NNS/4/nmod/-/raid ././2/punct"
)
# A parse, the event, a word, the side that the weights would choose, what is left of it.
CORRECTED = {
    "no leader protests": (FALL(who="Sisi/NNP/2/nsubj/PERSON"), "protests", "Sisi", ACTOR, NEITHER),
    "nor the army": (
        FALL(who="Soldiers/NNS/2/nsubj/-/soldier"),
        "protests",
        "Soldiers",
        ACTOR,
        NEITHER,
    ),
    "students may": (
        FALL(who="Students/NNS/2/nsubj/-/student"),
        "protests",
        "Students",
        ACTOR,
        ACTOR,
    ),
    "against a leader one may": (
        FALL(who="Sisi/NNP/2/nsubj/PERSON"),
        "protests",
        "Sisi",
        TARGET,
        TARGET,
    ),
    "who met held no talks of others": (TALKS, "held", "Ministers", ACTOR, NEITHER),
    "who held them did": (TALKS, "held", "envoys", ACTOR, ACTOR),
    "we are named by the speaker, who is nobody more": (WE, "condemn", "police", ACTOR, NEITHER),
    "who would do what is threatened": (WARNING, "threatened", "Mali", TARGET, NEITHER),
    "who fears a round of raids": (FEAR.format(set="round"), "raids", "Monks", ACTOR, NEITHER),
    "a set that nothing is above": (
        "Of/IN/2/case rounds/NNS/0/root/-/round of/IN/4/case raids/NNS/2/nmod/-/raid in/IN/6/case"
        " Kessa/NNP/4/nmod/GPE",
        "raids",
        "Kessa",
        TARGET,
        TARGET,
    ),
    "whom it would be done to": (WARNING, "threatened", "Chad", TARGET, TARGET),
}
MARCH = (
    "Monks/NNS/2/nsubj/-/monk held/VBD/0/root/-/hold a/DT/4/det march/NN/2/obj against/IN/7/case"
    " the/DT/7/det siege/NN/4/nmod of/IN/9/case Kessa/NNP/7/nmod/GPE ././2/punct"
)
ACCUSING = (
    "Accusing/VBG/6/advcl/-/accuse Mali/NNP/1/obj/GPE of/IN/4/mark bombing/VBG/1/advcl/-/bomb"
    " Ghana/NNP/6/nsubj/GPE left/VBD/0/root/-/leave ././6/punct"
)
RESIGNED = "He/PRP/2/nsubj resigned/VBD/0/root/-/resign as/IN/4/case minister/NN/2/obl ././2/punct"
SUSPECT = (
    "Monks/NNS/2/nsubj/-/monk suspect/VBP/0/root that/IN/5/mark Mali/NNP/5/nsubj/GPE"
    " bombed/VBD/2/ccomp/-/bomb Chad/NNP/5/obj/GPE ././2/punct"
)
BARRED = {
    "who suspects that others did it": (SUSPECT, "bombed", "Monks", True),
    "for whom a pronoun may stand": (
        SUSPECT.replace("Mali/NNP/5/nsubj/GPE", "they/PRP/5/nsubj"),
        "bombed",
        "Monks",
        False,
    ),
    "who is suspected": (SUSPECT, "bombed", "Mali", False),
    "who marches against it lays no siege": (MARCH, "siege", "Monks", True),
    "who is besieged is not barred": (MARCH, "siege", "Kessa", False),
    "who accuses others": (ACCUSING, "bombing", "Ghana", True),
    "what one resigns as": (RESIGNED, "resigned", "minister", True),
}


def _read(lines: str, event: str, word: str):
    (sentence,) = read_sentences(parse(lines), LEXICON.lemmas)
    drafts = find_drafts(sentence, LEXICON)
    draft = next(d for d in drafts if d.hit.word.text == event)
    return next(w for w in sentence.words if w.text == word), draft, drafts


@pytest.mark.parametrize(
    ("lines", "event", "word", "chosen", "expected"), CORRECTED.values(), ids=CORRECTED
)
def test_side_is_corrected(lines, event, word, chosen, expected):
    candidate, draft, _ = _read(lines, event, word)
    assert corrected(chosen, candidate, draft, LEXICON) == expected


@pytest.mark.parametrize(("lines", "event", "word", "expected"), BARRED.values(), ids=BARRED)
def test_candidate_is_barred(lines, event, word, expected):
    candidate, draft, drafts = _read(lines, event, word)
    assert is_barred(candidate, draft, drafts, LEXICON) is expected
