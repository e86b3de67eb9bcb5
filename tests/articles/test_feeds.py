"""RSS and Atom as they are found: content, summaries, dates, outlets, and broken ones."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.articles.finishing import finish
from kg.articles.options import ReadOptions
from kg.model import Article, Skip

Read = Callable[..., list[Article | Skip]]
Drafts = Callable[..., list]

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Sahel Monitor</title><link>https://monitor.example</link>
<item><title>Gunmen &amp; army clash</title><link>https://monitor.example/1?a=b&amp;c=d</link>
 <guid isPermaLink="false">sm-1</guid><pubDate>Fri, 29 Aug 2025 23:30:00 -0500</pubDate>
 <description>Short summary of it.</description>
 <content:encoded><![CDATA[<p>Gunmen attacked an army base near <a href="/x">Gorom</a>.</p>
 <p>Ten soldiers died.<br/>Others fled.</p><script>x()</script>
 <p>The post Gunmen &amp; army clash appeared first on Sahel Monitor.</p>]]></content:encoded>
</item>
<item><title>Police &lt;b&gt;detain&lt;/b&gt; 14</title><link>https://monitor.example/2</link>
 <dc:date>2025-08-28</dc:date>
 <description>
 &lt;p&gt;Police detained 14 protesters &amp;amp; closed a road.&lt;/p&gt;</description>
 <source url="https://wire.example">Wire Agency</source></item>
<item><title>Only a title</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title type="text">Ministry press office</title><entry><id>urn:m:1</id><title>Envoys meet</title>
<updated>2025-08-30T01:00:00Z</updated><published>2025-08-29T10:00:00Z</published>
<link rel="alternate" href="https://ministry.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The minister met the envoy.</p>
<p>They agreed on a truce.</p></div></content></entry></feed>"""


def test_entry_with_content_is_read_in_full(read: Read) -> None:
    first, *_ = read("feed.xml", RSS)
    assert first == Article(
        id="sm-1",
        text="Gunmen attacked an army base near Gorom.\nTen soldiers died.\nOthers fled.",
        title="Gunmen & army clash",
        source="Sahel Monitor",
        published=date(2025, 8, 29),
        url="https://monitor.example/1?a=b&c=d",
    )


def test_entry_with_summary_names_its_own_outlet(read: Read) -> None:
    _, second, _ = read("feed.rss", RSS)
    assert isinstance(second, Article)
    assert second.text == "Police detained 14 protesters & closed a road."
    assert (second.title, second.source) == ("Police detain 14", "Wire Agency")
    assert second.published == date(2025, 8, 28)


def test_entry_without_text_is_a_skip_with_its_number(read: Read) -> None:
    *_, skip = read("feed.xml", RSS)
    assert isinstance(skip, Skip)
    assert skip.where.endswith("feed.xml#3")
    assert skip.reason == "no text"


def test_atom_is_read(read: Read) -> None:
    [article] = read("feed.atom", ATOM)
    assert article == Article(
        id="urn:m:1",
        text="The minister met the envoy.\nThey agreed on a truce.",
        title="Envoys meet",
        source="Ministry press office",
        published=date(2025, 8, 29),
        url="https://ministry.example/1",
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 29 Aug 2025 00:10:00 +0300", date(2025, 8, 29)),
        ("2025-08-29T23:59:00-08:00", date(2025, 8, 29)),
        ("Fri Aug 29 10:00:00 2025", date(2025, 8, 29)),
        ("soon", None),
    ],
)
def test_day_is_the_one_that_the_feed_writes(drafts: Drafts, written: str, day: date) -> None:
    feed = f"<rss><channel><item><description>x</description><pubDate>{written}</pubDate>"
    [draft] = drafts(".xml", feed + "</item></channel></rss>")
    assert draft.published == (day.isoformat() if day else None)


def test_plain_text_is_no_markup(drafts: Drafts) -> None:
    feed = ATOM.replace('type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">', 'type="text">')
    feed = feed.replace(
        "<p>The minister met the envoy.</p>\n<p>They agreed on a truce.</p></div>", ""
    )
    feed = feed.replace("</content>", "Fewer than &lt;9&gt; died.</content>")
    [draft] = drafts(".xml", feed)
    assert draft.text == "Fewer than <9> died."


@pytest.mark.parametrize(
    "content",
    ["", "Rebels fled.", "<html><body>x</body></html>", "<root><a/></root>", "<rss>"],
)
def test_what_is_no_feed_is_a_skip(read: Read, content: str) -> None:
    [skip] = read("feed.xml", content)
    assert isinstance(skip, Skip)
    assert skip.reason == "no text"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(RSS.replace("</channel></rss>", ""), id="cut short"),
        pytest.param(RSS.replace("UTF-8", "no-such"), id="unknown encoding"),
        pytest.param(RSS.replace("&amp; army", "&#xD800;&#0;&#99999999; army"), id="no such sign"),
        pytest.param(RSS.replace("Ten soldiers", "Ten & soldiers"), id="bare ampersand"),
    ],
)
def test_broken_feed_still_gives_its_entries(drafts: Drafts, content: str) -> None:
    found = [finish(draft, ReadOptions()) for draft in drafts(".xml", content)]
    assert next(article.id for article in found if isinstance(article, Article)) == "sm-1"


def test_encoding_declared_with_a_nul_is_a_skip(drafts: Drafts) -> None:
    [skip] = drafts(".xml", b"<?xml version='1.0' encoding='x\x00y'?><rss/>")
    assert skip.reason == "unreadable"


def test_entities_are_neither_fetched_nor_multiplied(drafts: Drafts, tmp_path: object) -> None:
    secret = f"{tmp_path}/secret"
    with open(secret, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("hunter2")
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 9))
    head = f"<!DOCTYPE r [<!ENTITY s SYSTEM 'file://{secret}'><!ENTITY e0 'boom'>{entities}]>"
    items = "<item><description>a &s; b</description></item><item><description>&e8;</description>"
    found = drafts(".xml", f"{head}<rss><channel>{items}</item></channel></rss>")
    assert max(len(draft.text) for draft in found) < 100
    assert not any("hunter2" in draft.text for draft in found)


def test_name_of_a_file_is_not_opened(drafts: Drafts, read: Read, tmp_path: object) -> None:
    read("secret.xml", RSS)
    [skip] = drafts(".xml", f"{tmp_path}/secret.xml")
    assert isinstance(skip, Skip)
