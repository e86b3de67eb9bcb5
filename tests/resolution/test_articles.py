"""Whom bare words mean in their article: "the foreign minister", "the coalition", "parliament"."""

import re
from dataclasses import replace
from datetime import date

import pytest

from kg.claims.actors import code_actor
from kg.lexicons import load_lexicon
from kg.model import ActorMention, ActorPhrase, Article, Claim, Place, Span
from kg.resolution.actors import name_actors
from kg.resolution.names import node_of
from tests.resolution.by_hand import claim, judgement

_MARK = re.compile(r"\[(?P<words>[^\]|]+)(?:\|(?P<label>\w+))?\]")

# An article with its mentions in brackets, a label after the bar, and what each stands for:
# the id of a known actor, or "=" and the number of the mention (from 0) with whom it is one.
CASES = {
    "title before a name": (
        "[Foreign Minister Mara Quell|PERSON] met him. The [foreign minister] left.",
        {1: "=0"},
    ),
    "end of a longer title": (
        "[Foreign Minister Mara Quell|PERSON] met him. The [minister] left.",
        {1: "=0"},
    ),
    "title after a name": (
        "[Mara Quell|PERSON], the mayor of Kessa, met him. The [mayor] left.",
        {1: "=0"},
    ),
    "of two with the title none": (
        "[President Mara Quell|PERSON] met [President Tom Sand|PERSON]. The [president] left.",
        {2: "alone"},
    ),
    "a deputy is not whom he stands for": (
        "[Deputy Foreign Minister Mara Quell|PERSON] left. The [foreign minister] stayed.",
        {1: "alone"},
    ),
    "any such person": (
        "[Mayor Mara Quell|PERSON] left. A [mayor] stayed.",
        {1: "alone"},
    ),
    "the office of a known person on that day": (
        "[Emmanuel Macron|PERSON] met [Olaf Scholz|PERSON]. The [chancellor] left.",
        {0: "emmanuel-macron", 2: "olaf-scholz"},
    ),
    "the town of a person is no part of the name": (
        "[Mara Quell of Kessa|PERSON] left. [Mara Quell|PERSON] came back.",
        {1: "=0"},
    ),
    "two spellings of one town": (
        "[Kiev|GPE] was shelled. People fled [Kyiv|GPE] and [Odessa|GPE].",
        {1: "=0", 2: "alone"},
    ),
    "the coalition that the text names": (
        "Operation Inherent Resolve told more. [Coalition aircraft] struck Raqqa.",
        {0: "us-led-coalition"},
    ),
    "the coalition against whom it fights": (
        "The [international coalition] struck the [Houthis].",
        {0: "saudi-led-coalition"},
    ),
    "of two coalitions none": (
        "Operation Inherent Resolve and the Saudi-led coalition met. The [coalition] left.",
        {0: "alone"},
    ),
    "members of a coalition are not the coalition": (
        "Operation Inherent Resolve told more. [Coalition partners] left.",
        {0: "alone"},
    ),
    "the alliance": ("NATO met. The [alliance] left.", {0: "nato"}),
    "a body of the country that an article is on": (
        "In Nairobi, Kenya, [Kenyan troops] left Kenya. The [parliament] met [police].",
        {1: "ken-leg", 2: "ken-cop"},
    ),
    "whoever is its president on the day": (
        "In Nairobi, Kenya, Kenyan troops left. The [president] spoke.",
        {0: "william-ruto"},
    ),
    "a body in an article on two countries": (
        "Kenya and Uganda, Kenyans and Ugandans met. [Parliament] left.",
        {0: "alone"},
    ),
    "what no state has": (
        "In Nairobi, Kenya, Kenyan troops left. The [city council] met.",
        {0: "alone"},
    ),
    "many are not called by the noun of one": (
        "The [Municipality of Pisa] asked. Some [municipalities] did not.",
        {1: "alone"},
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_bare_words_mean_whom_their_article_names(marked: str, expected: dict[int, str]) -> None:
    article, told, mentions = _read(marked)
    names = name_actors([article], [told], load_lexicon().world)
    ids = [names.actor_id(told, mention) for mention in mentions]
    for number, meant in expected.items():
        if meant == "alone":
            assert ids.count(ids[number]) == 1
            assert str(ids[number]).startswith("x-")
        else:
            assert ids[number] == (ids[int(meant[1:])] if meant.startswith("=") else meant)


MINISTRY = "In Nairobi, Kenyans left. The Kenyan [Defence Ministry|ORG] spoke. The [ministry] left."


def test_short_name_of_a_body_follows_it_to_its_state_unless_judged() -> None:
    article, told, mentions = _read(MINISTRY)
    world = load_lexicon().world
    free = name_actors([article], [told], world)
    assert [free.actor_id(told, mention) for mention in mentions] == ["ken-mod", "ken-mod"]
    own = node_of(mentions[1], world, article_id=article.id)
    assert own is not None
    apart = judgement(own.id, "ken-mod", kind="actor", is_same=False)
    judged = name_actors([article], [told], world, judgements=[apart])
    assert judged.actor_id(told, mentions[0]) == "ken-mod"
    assert judged.actor_id(told, mentions[1]) != "ken-mod"


REBELS = {
    "known rebels of the country where they act": ("[Rebels] fled.", "UKR", "known"),
    "their fighters": ("[Separatist fighters] fled. The [rebels] lost.", "UKR", "known"),
    "rebels of a country without known ones": ("[Rebels] fled.", "KEN", "unknown"),
    "a group that the text names goes before": (
        "The [Wagner Group|ORG] left. The [rebels] fled.",
        "UKR",
        "known",
    ),
}


@pytest.mark.parametrize(("marked", "country", "are"), REBELS.values(), ids=REBELS)
def test_bare_rebels_are_those_of_the_country(marked: str, country: str, are: str) -> None:
    article, told, mentions = _read(marked)
    told = replace(told, place=Place(span=told.action, name="Somewhere", country=country))
    names = name_actors([article], [told], load_lexicon().world)
    id_ = names.actor_id(told, mentions[-1])
    assert (id_ == "russian-backed-separatists") is (are == "known")


def _read(marked: str) -> tuple[Article, Claim, tuple[ActorMention, ...]]:
    text = _MARK.sub(lambda mark: mark["words"], marked)
    article = Article(id="a-1", text=text, published=date(2024, 5, 3))
    world, mentions, shift = load_lexicon().world, [], 0
    for mark in _MARK.finditer(marked):
        words, start = mark["words"], mark.start() - shift
        shift += len(mark[0]) - len(words)
        span = Span(start=start, end=start + len(words), text=words)
        head = words.split()[-1].casefold()
        phrase = ActorPhrase(
            span=span, name=words, head=head, label=mark["label"], modifiers=(), is_plural=False
        )
        mentions.append(code_actor(phrase, world, on=article.published))
    told = replace(claim(), actors=tuple(mentions), targets=(), place=None)
    return article, told, tuple(mentions)
