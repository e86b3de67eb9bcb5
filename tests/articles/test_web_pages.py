"""Saved web pages: the article without the page around it, and what the page states of it."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.articles.markup import markup_to_text
from kg.model import Article, Skip

Read = Callable[..., list[Article | Skip]]

PARAGRAPHS = (
    "Gunmen on motorcycles attacked a market in the town of Gorom on Saturday morning, killing at"
    " least nine traders, the governor's office said.",
    "“They were shouting and shooting in every direction,” said Awa Traoré, 41, who sells millet"
    " there. “We lay on the ground until it was over.”",
    "The Interior Ministry blamed the Front for the Liberation of the North, which has denied any"
    " part in the raid. The two sides signed a truce in 1994.",
)
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n".join(PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Gunmen kill nine in market raid - Sahel Monitor</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Gunmen kill nine in market raid", "datePublished": "2025-03-08T21:40:11.000Z",
"dateModified": "2025-03-10T08:00:00Z",
"publisher": {{"@type": "Organization", "name": "Sahel Monitor"}}}}</script>
<link rel="canonical" href="https://monitor.example/africa/gorom-raid"></head>
<body><div id="cookie">We use cookies. <button>Accept all</button></div>
<nav><a href="/">Home</a> <a href="/africa">Africa</a></nav>
<main><article><h1>Gunmen kill nine in market raid</h1><div class="byline">By Idris Bello</div>
<figure><img src="https://monitor.example/x.jpg"><figcaption>A burnt stall</figcaption></figure>
{STORY}<p>READ MORE</p><div class="share">Share this article</div></article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Army retakes the northern road</a></li></ul></aside>
<footer>© 2025 Sahel Monitor. All rights reserved.</footer></body></html>"""


def one(found: list[Article | Skip]) -> Article:
    [article] = found
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", ["a.html", "a.HTM"])
def test_page_gives_the_article_and_what_it_states(read: Read, name: str) -> None:
    article = one(read(name, PAGE))
    assert article.text == TEXT
    assert article.title == "Gunmen kill nine in market raid"
    assert article.source == "Sahel Monitor"
    assert article.published == date(2025, 3, 8)
    assert article.url == "https://monitor.example/africa/gorom-raid"


def test_page_that_states_nothing_takes_the_word_of_the_caller(read: Read) -> None:
    page = f"<html><head><title>Raid</title></head><body><h1>Raid</h1>{STORY}</body></html>"
    day = date(2025, 3, 9)
    article = one(read("a.html", page, published=day, source="Courier"))
    assert (article.title, article.published, article.source) == ("Raid", day, "Courier")
    assert article.text == TEXT


def test_date_in_the_story_is_not_the_date_of_the_page(read: Read) -> None:
    story = "<p>The war of 12 May 1994 was long, and rebels fled from the town that year.</p>"
    assert one(read("a.html", f"<html><body>{story}</body></html>")).published is None


@pytest.mark.parametrize(
    "page",
    [
        "<p>Rebels shelled Idlib on Friday.</p>",
        "Rebels shelled Idlib on Friday.",
        "<div><b>Rebels</b> shelled <i>Idlib</i> on Friday.</div>",
        "<html><table><tr><td>Rebels shelled Idlib on Friday.</td></tr></table></html>",
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>Rebels shelled Idlib on Friday.</p></body></html>",
        "<svg></svg><html><body><p>Rebels shelled Idlib on Friday.</p></body></html>",
        "<p>Rebels shelled " + " " * 50_000 + "Idlib on Friday.</p>",
    ],
    ids=["paragraph", "bare words", "inline", "table", "xhtml", "odd root", "spaces"],
)
def test_page_of_any_build_gives_its_words(read: Read, page: str) -> None:
    assert one(read("a.html", page)).text == "Rebels shelled Idlib on Friday."


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_charset_is_the_one_declared(read: Read, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>{STORY}</body></html>'
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    assert one(read("a.html", page.encode(encoding))).text == TEXT


def test_page_in_no_encoding_is_a_skip(read: Read) -> None:
    [skip] = read("a.html", b"<p>Rebels \x81 fled</p>")
    assert isinstance(skip, Skip)
    assert skip.reason == "wrong encoding"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Raid</title></head><body></body></html>",
        "<html><body><script>var rebels = 'fled the town';</script></body></html>",
        "<html><body><p>* * *</p></body></html>",
    ],
)
def test_page_without_an_article_is_a_skip(read: Read, page: str) -> None:
    [skip] = read("a.html", page)
    assert isinstance(skip, Skip)
    assert skip.reason == "no text"


def test_page_is_weighed_by_its_text_rather_than_its_markup(read: Read) -> None:
    page = f"<html><body>{'<i></i>' * 300}{STORY}</body></html>"
    assert one(read("a.html", page, max_bytes=900)).text == TEXT
    [skip] = read("a.html", page * 3, max_bytes=900)
    assert isinstance(skip, Skip)
    assert skip.reason == "too large"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Rebels fled.", "Rebels fled."),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("One <b>two</b>\n three", "One two three"),
        ("<p>One</p> tail <p>Two</p>", "One\ntail\nTwo"),
        ("A &amp; B &lt;c&gt; &#8211; d&nbsp;e", "A & B <c> – d e"),
        ("<script>x()</script>One<style>p{}</style><!-- no --> two", "One two"),
        ("<nav><form>x</form></nav>One", "One"),
        ("5 < 6 men", "5 < 6 men"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_markup_becomes_words(markup: str, text: str) -> None:
    assert markup_to_text(markup) == text
