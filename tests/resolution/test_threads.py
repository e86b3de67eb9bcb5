"""Which articles follow one thread; all of them made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.resolution import find_threads
from kg.resolution.options import ThreadOptions

TEXTS = {
    "ferry-1": "Ferry sinks off Tarsk. The Olga, with 40 on board, sank off Tarsk on Monday.",
    "ferry-2": "At least 12 people drowned when the Olga went down near Tarsk with 40 aboard.",
    "ferry-3": "Divers reached the wreck of the Olga. The ferry had left Tarsk with 40 on board.",
    "vote-1": "Ana Petrel wins in Lumeria. Voters chose Petrel as president with 61 percent.",
    "vote-2": "Lumeria has a new president: Petrel took 61 percent, the commission said.",
    "quake": "A quake shook the hills above Mirov at dawn, and a school fell in.",
}
THREADS = (("ferry-1", "ferry-2", "ferry-3"), ("quake",), ("vote-1", "vote-2"))


def articles(**texts: str) -> list[Article]:
    return [Article(id=id_, text=text) for id_, text in texts.items()]


def test_articles_of_one_happening_follow_one_thread():
    assert find_threads(articles(**TEXTS)) == THREADS


@given(st.permutations(articles(**TEXTS)))
def test_order_of_the_articles_does_not_matter(shuffled):
    assert find_threads(shuffled) == THREADS


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("At dawn the Olga sank near Tarsk; 40 people had been on board.", True),
        ("A ferry sank on Monday with people on board; it went down near a port.", False),
        ("Tarsk has a new mayor. He promised 300 flats and a school in every street.", False),
    ],
    ids=["names and numbers", "common words alone", "one name"],
)
def test_names_and_numbers_make_a_thread(other, is_one):
    texts = TEXTS | {"other": other}
    thread = next(ids for ids in find_threads(articles(**texts)) if "other" in ids)
    assert ("ferry-1" in thread) is is_one


def test_the_lead_counts_more_than_the_rest():
    tail = " Elsewhere that day the Olga sank off Tarsk with 40 on board."
    texts = {"ferry": TEXTS["ferry-1"], "other": TEXTS["vote-1"] + tail, "vote": TEXTS["vote-1"]}
    flat = ThreadOptions(lead_weight=1.0)
    short = ThreadOptions(lead_words=13)
    assert ("other", "vote") in find_threads(articles(**texts), short)
    assert len(find_threads(articles(**texts), flat)) <= 2


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "", "b": "…"}, {"a": "One text."}])
def test_little_or_nothing_to_go_by(texts):
    assert find_threads(articles(**texts)) == tuple((id_,) for id_ in texts)


def test_every_article_is_in_exactly_one_thread():
    found = [id_ for ids in find_threads(articles(**TEXTS)) for id_ in ids]
    assert sorted(found) == sorted(TEXTS)
