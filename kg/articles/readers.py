"""The table of input formats; a new one is a module with a reader, and a row here."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.articles.drafts import Format
from kg.articles.feeds import read_feed
from kg.articles.json_lines import read_json_lines
from kg.articles.markdown import read_markdown
from kg.articles.plain_text import read_plain_text
from kg.articles.tables import read_table
from kg.articles.web_pages import read_web_page

__all__ = ["FORMATS", "READERS"]

FORMATS = (
    Format(
        name="text",
        extensions=(".txt",),
        description="plain text, one article; may begin with `key: value` lines",
        read=read_plain_text,
    ),
    Format(
        name="markdown",
        extensions=(".md",),
        description="Markdown, one article; its first heading is the title",
        read=read_markdown,
    ),
    Format(
        name="html",
        extensions=(".html", ".htm"),
        description="a saved web page; main text, title, date and site name are found",
        read=read_web_page,
    ),
    Format(
        name="jsonl",
        extensions=(".jsonl", ".ndjson"),
        description="JSON lines, one article a line: id, text, published, title, source, url",
        read=read_json_lines,
    ),
    Format(
        name="csv",
        extensions=(".csv", ".tsv"),
        description="a table, one article a row; columns and delimiter are found",
        read=read_table,
    ),
    Format(
        name="feed",
        extensions=(".xml", ".rss", ".atom"),
        description="a saved RSS or Atom feed, one article an entry",
        read=read_feed,
    ),
)

READERS: Mapping[str, Format] = MappingProxyType(
    {extension: row for row in FORMATS for extension in row.extensions}
)
