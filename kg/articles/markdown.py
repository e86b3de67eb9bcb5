"""Markdown: one file, one article; what only lays out or links is taken away, the words stay."""

import html
import re
from collections.abc import Iterator

from kg.articles.decoding import read_text
from kg.articles.drafts import Draft, OpenInput
from kg.articles.headers import split_front_matter
from kg.articles.normalising import one_line, unify_newlines
from kg.articles.options import ReadOptions
from kg.model import Skip

__all__ = ["markdown_to_text", "read_markdown"]

# No pattern may run past the sign that opens it a second time: that keeps every search linear,
# whatever a hostile file holds.
_FENCE = ("```", "~~~")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,}) *")
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S.*")
_QUOTE = re.compile(r"^(?: {0,3}> ?)+")
_BULLET = re.compile(r"^[ \t]*[*+-][ \t]+(?:\[[ xX]\][ \t]+)?")
_TARGET = r"\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,500}}\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,1000}})\]{_TARGET}")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,1000})\]\[([^\[\]\n]{0,200})\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]{1,100}\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,2000}~~")
_MARKED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(`{1,2})(?P<words>[^`\n]{1,1000})\1",
        r"\*\*(?=\S)(?P<words>[^*\n]{1,2000})(?<=\S)\*\*",
        r"\*(?=\S)(?P<words>[^*\n]{1,2000})(?<=\S)\*",
        r"(?<!\w)__(?=\S)(?P<words>[^_\n]{1,2000})(?<=\S)__(?!\w)",
        r"(?<!\w)_(?=\S)(?P<words>[^_\n]{1,2000})(?<=\S)_(?!\w)",
    )
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")
_HIDDEN = re.compile("[\ue000-\ue07f]")
_PRIVATE = 0xE000  # start of Unicode's private area, where escaped signs are out of sight


def read_markdown(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the one article of a Markdown file; its first heading of level 1 is the title."""
    raw = read_text(opened, limit=options.max_bytes)
    if isinstance(raw, Skip):
        yield raw
        return
    fields, body = split_front_matter(unify_newlines(raw))
    title, text = markdown_to_text(body)
    if title and one_line(title) != one_line(fields.setdefault("title", title)):
        text = f"{title}\n\n{text}"
    yield Draft(where=opened.where, text=text, **fields)


def markdown_to_text(markdown: str) -> tuple[str | None, str]:
    r"""Return the first heading of level 1, None without one, and the text without it.

    Other headings stay as lines of their own, links and emphasis as their words; code blocks,
    images, comments, tags, rules and struck words are gone. Square brackets that are no link stay.

    Example:
        >>> markdown_to_text("# Rebels *flee*\n\nThe [army](http://a.example) said: [They] fled.")
        ('Rebels flee', 'The army said: [They] fled.')
    """
    lines = _without_code(_without_comments(markdown).split("\n"))
    names = {found[1].casefold() for line in lines if (found := _DEFINITION.fullmatch(line))}
    title = None
    kept: list[str] = []
    for level, line in _blocks(lines):
        words = _inline(line, names)
        if level == 1 and title is None and words:
            title = words
        else:
            kept.append(words)
    return title, "\n".join(kept).strip()


def _without_comments(markdown: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := markdown.find("<!--", at)) >= 0:
        end = markdown.find("-->", start + 4)
        if end < 0:
            break
        kept.append(markdown[at:start])
        at = end + 3
    return "".join([*kept, markdown[at:]])


def _without_code(lines: list[str]) -> list[str]:
    """Drop fenced code; a fence that is never closed is dropped alone."""
    fences = [number for number, line in enumerate(lines) if line.lstrip().startswith(_FENCE)]
    inside = set(fences)
    for start, end in zip(fences[::2], fences[1::2], strict=False):
        inside.update(range(start, end))
    return [line for number, line in enumerate(lines) if number not in inside]


def _blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield (heading level, words) of every line but those that only lay out; 0: no heading."""
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        underline = _UNDERLINE.fullmatch(below)
        if heading := _HEADING.fullmatch(line):
            yield len(heading[1]), heading[2].strip().rstrip("#").rstrip()
        elif _is_layout(line):
            continue
        elif line.strip() and underline:
            yield 1 if underline[1].startswith("=") else 2, line.strip()
        else:
            yield 0, _BULLET.sub("", _QUOTE.sub("", line, count=1), count=1)


def _is_layout(line: str) -> bool:
    """Tell whether a line is a heading's underline, a rule, a table's rule or a link's target."""
    signs = "".join(line.split())
    is_rule = len(signs) > 2 and (len(set(signs)) == 1 and signs[0] in "*_-")
    is_table_rule = "---" in signs and set(signs) <= set("|:-")
    is_underline = _UNDERLINE.fullmatch(line) is not None
    return is_rule or is_table_rule or is_underline or _DEFINITION.fullmatch(line) is not None


def _inline(line: str, names: set[str]) -> str:
    """Return a line's words; `names` are those that references may have, in small letters."""

    def reference(found: re.Match[str]) -> str:
        name = (found[2] or found[1]).casefold()
        return found[1] if name in names else found[0]

    line = _ESCAPE.sub(lambda found: chr(_PRIVATE + ord(found[1])), line.removesuffix("\\"))
    line = _STRUCK.sub("", _FOOTNOTE.sub("", _IMAGE.sub("", line)))
    line = _REFERENCE.sub(reference, _LINK.sub(r"\1", line))
    line = _TAG.sub("", _ADDRESS.sub(r"\1", line))
    for pattern in _MARKED:
        line = pattern.sub(r"\g<words>", line)
    line = _HIDDEN.sub(lambda found: chr(ord(found[0]) - _PRIVATE), line)
    return html.unescape(line).rstrip()
