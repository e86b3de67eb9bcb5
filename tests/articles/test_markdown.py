"""Markdown to plain words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.markdown import markdown_to_text
from kg.model import Article

SIGNS = st.text(st.sampled_from("ab \n#*_[]()<>!`~-=|\\:^&;"), max_size=80)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Rebels **fled** the *town*.", "Rebels fled the town."),
        ("Rebels __fled__ the _town_.", "Rebels fled the town."),
        ("***Rebels fled.***", "Rebels fled."),
        ("Rebels `fled` ~~today~~ on Friday.", "Rebels fled  on Friday."),
        ("The [army](https://a.example) came.", "The army came."),
        ('The [army](https://a.example/x_(y) "Title") came.', "The army came."),
        ("The [army][1] came.\n\n[1]: https://a.example", "The army came."),
        ("The [army][] came.\n\n[army]: https://a.example", "The army came."),
        ("He wants “[another] pact”.", "He wants “[another] pact”."),
        ("He wants [another] [pact].", "He wants [another] [pact]."),
        ("He [said][twice] it.", "He [said][twice] it."),
        ("See <https://a.example/x>.", "See https://a.example/x."),
        ("![Smoke over Harim](a.jpg)\nSmoke rose.", "Smoke rose."),
        ("## What happened ##\nRebels fled.", "What happened\nRebels fled."),
        ("What happened\n-------------\nRebels fled.", "What happened\nRebels fled."),
        ("One.\n\n---\n\nTwo.\n\n* * *\n\nThree.", "One.\n\n\nTwo.\n\n\nThree."),
        ("> “We fled,” she said.\n> > Twice.", "“We fled,” she said.\nTwice."),
        ("- One fled.\n* Two fled.\n+ Three fled.", "One fled.\nTwo fled.\nThree fled."),
        ("- [x] One fled.", "One fled."),
        ("1. One fled.", "1. One fled."),
        ("-12 degrees in Kyiv.", "-12 degrees in Kyiv."),
        ("a * b * c", "a * b * c"),
        ("file_name_x and 2*3*4", "file_name_x and 234"),
        (r"\*not\* \_this\_", "*not* _this_"),
        ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
        ("Rebels <b>fled</b>.<br/>", "Rebels fled."),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("One.<!-- no\none --> Two.", "One. Two."),
        ("One.<!-- open", "One.<!-- open"),
        ("One.\n```\ncode\n```\nTwo.", "One.\nTwo."),
        ("One.\n```\nTwo.", "One.\nTwo."),
        ("Seven died.[^1]\n\n[^1]: Said the army.", "Seven died."),
        ("| side | dead |\n|---|---:|\n| army | 9 |", "| side | dead |\n| army | 9 |"),
        ("hard break\\\nhere", "hard break\nhere"),
    ],
)
def test_markdown_becomes_words(markdown: str, text: str) -> None:
    assert markdown_to_text(markdown) == (None, text)


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("# Raid\nRebels fled.", "Raid", "Rebels fled."),
        ("# **Raid** on [Harim](x) #\n\nRebels fled.", "Raid on Harim", "Rebels fled."),
        ("Raid\n====\nRebels fled.", "Raid", "Rebels fled."),
        ("## Part\n# Raid\n# Other", "Raid", "Part\nOther"),
        ("#hashtag is none", None, "#hashtag is none"),
        ("#\n# \nRebels fled.", None, "#\n\nRebels fled."),
    ],
)
def test_first_top_heading_is_the_title(markdown: str, title: str | None, text: str) -> None:
    assert markdown_to_text(markdown) == (title, text)


def test_title_of_the_header_wins_and_no_heading_is_lost(read: Callable[..., list]) -> None:
    [article] = read("a.md", "---\ntitle: One\n---\n# Two\n\nRebels fled the town.")
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("One", "Two\n\nRebels fled the town.")


def test_title_repeated_as_heading_stands_once(read: Callable[..., list]) -> None:
    [article] = read("a.md", "---\ntitle: One\n---\n# One\n\nRebels fled the town.")
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("One", "Rebels fled the town.")


@given(SIGNS)
def test_any_signs_become_words(markdown: str) -> None:
    title, text = markdown_to_text(markdown)
    assert title is None or title.strip()
    assert len(text) <= len(markdown)
