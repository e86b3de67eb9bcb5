"""One time for several deeds of a sentence: who shares it, and who does not."""

from datetime import date

import pytest

from kg.model import Article, Claim
from kg.pipeline import extract

pytestmark = pytest.mark.pipeline

PUBLISHED = date(2024, 3, 7)  # a Thursday

# sentence, action, the day that it has (None: no day)
SHARED = {
    "verbs of one subject": (
        "Gunmen stormed the barracks in Goma on Tuesday and freed forty prisoners.",
        "freed",
        date(2024, 3, 5),
    ),
    "the day stands with the last verb": (
        "Soldiers surrounded the village and arrested its chief on Tuesday.",
        "arrested",
        date(2024, 3, 5),
    ),
    "a participle tells what came of it": (
        "Jets bombed a depot near Taiz on Monday, killing nine workers.",
        "killing",
        date(2024, 3, 4),
    ),
    "while": (
        "Rebels shelled the port on Monday while police arrested three students in the capital.",
        "arrested",
        date(2024, 3, 4),
    ),
    "as": (
        "Troops entered the town on Wednesday as militiamen attacked a convoy on its edge.",
        "attacked",
        date(2024, 3, 6),
    ),
    "when": (
        "Protesters burned tyres on Sunday when police detained their leader.",
        "detained",
        date(2024, 3, 3),
    ),
    "passives of one subject": (
        "Three activists were arrested on Monday and beaten by guards in the station.",
        "beaten",
        date(2024, 3, 4),
    ),
    "own day goes before": (
        "Gunmen attacked the mine on Monday and attacked the town on Wednesday.",
        "attacked",
        date(2024, 3, 4),
    ),
    "what is said on a day need not have happened then": (
        "The ministry said on Wednesday that rebels had shelled the market.",
        "shelled",
        None,
    ),
    "another tense": (
        "The army deployed troops on Monday and will attack the rebels.",
        "attack",
        None,
    ),
    "what was before": (
        "Police dispersed the crowd on Monday after gunmen had attacked a church.",
        "attacked",
        None,
    ),
    "what an accusation is about": (
        "Senegal accused Mali on Monday of shelling a border village.",
        "shelling",
        None,
    ),
    "a noun that is only talked of": (
        "Togo expelled two diplomats on Monday and condemned the shelling of Kidal.",
        "shelling",
        None,
    ),
}


def claims_of(text: str) -> tuple[Claim, ...]:
    ((_, claims),) = extract([Article(id="a-1", text=text, published=PUBLISHED)])
    return claims


@pytest.mark.parametrize(("text", "action", "day"), SHARED.values(), ids=SHARED)
def test_day_of_a_deed(text: str, action: str, day: date | None) -> None:
    found = [claim for claim in claims_of(text) if claim.action.text.endswith(action)]
    assert found, "the deed is not found"
    assert (found[0].time and found[0].time.earliest) == day
