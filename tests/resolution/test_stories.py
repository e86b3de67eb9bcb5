"""Which articles are copies of one text."""

from datetime import date

import pytest

from kg.resolution.stories import find_stories
from tests.resolution.by_hand import article
from tests.samples import sample_articles

WIRE = (
    "Shells fell on the river port before dawn, the mayor said, and two barges burned until noon. "
    "No group has said that it fired them, and the army would not comment on the attack. "
    "The port has been closed since the autumn, when a bridge upstream was blown up."
)
CASES = {
    "an exact copy": (WIRE, True),
    "other case, quotes and spaces": (WIRE.upper().replace(", ", ",\n"), True),
    "a line added": (WIRE + " Our reporters contributed to this story.", True),
    "two thirds of it": (WIRE.rsplit(". ", 1)[0] + ".", True),
    "a third of it": (WIRE.split(". ")[0] + ".", False),
    "the same news in other words": (
        "Before dawn the river port was shelled; two barges were still on fire at noon. The army "
        "gave no comment and nobody claimed the attack on the port, which closed in autumn.",
        False,
    ),
    "no words": ("…", False),
}


@pytest.mark.parametrize(("text", "is_copy"), CASES.values(), ids=CASES)
def test_copies_share_a_story(text, is_copy):
    stories = find_stories([article("a-1", text=WIRE), article("a-2", text=text)])
    assert (len(stories) == 1) is is_copy


def test_copy_of_a_copy_is_of_one_story():
    longer = WIRE + " Our reporters in the port and in the capital contributed to this story."
    longest = longer + " It was first published in the morning and has been updated twice since."
    articles = [article(f"a-{i}", text=text) for i, text in enumerate((WIRE, longer, longest))]
    assert [story.article_ids for story in find_stories(articles)] == [("a-0", "a-1", "a-2")]


def test_first_published_comes_first_and_undated_last():
    days = {"a-1": None, "a-2": date(2024, 3, 2), "a-3": date(2024, 3, 1)}
    articles = [article(id_, text=WIRE, published=day) for id_, day in days.items()]
    (story,) = find_stories(articles)
    assert story.article_ids == ("a-3", "a-2", "a-1")


def test_every_article_is_in_exactly_one_story():
    ids = [id_ for story in find_stories(sample_articles()) for id_ in story.article_ids]
    assert sorted(ids) == sorted(each.id for each in sample_articles())


def test_no_articles_no_stories():
    assert find_stories([]) == ()
