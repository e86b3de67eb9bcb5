"""Splits `key: value` lines at the head of a text from the text itself."""

import re

__all__ = ["split_front_matter", "split_header"]

_FIELD_BY_KEY = {
    "id": "id",
    "title": "title",
    "source": "source",
    "published": "published",
    "date": "published",
    "url": "url",
}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)


def split_header(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields that a header states, and the text below it.

    A header is a first block of lines, closed by a blank one, all of which are `key: value` with
    the keys id, title, source, published or date, and url. Any other line, and there is none.

    Args:
        text: The text, lines ending in a newline character.

    Example:
        >>> split_header("Source: The Courier\nDate: 29 August 2025\n\nRebels fled.")
        ({'source': 'The Courier', 'published': '29 August 2025'}, 'Rebels fled.')
        >>> split_header("Date: 29 August 2025\nPlace: Harim\n\nRebels fled.")[0]
        {}
    """
    text = text.lstrip()
    blank = _BLANK_LINE.search(text)
    if blank is None:
        return {}, text
    lines = text[: blank.start()].split("\n")
    if not all(_key(line) in _FIELD_BY_KEY for line in lines):
        return {}, text
    return _fields(lines), text[blank.end() :]


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of a Markdown file's head, and the text below it.

    Between two lines of three hyphens any key may stand, and those of an article are taken;
    without such lines it is as with `split_header`.
    """
    text = text.lstrip()
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return split_header(text)
    lines = text[opening.end() : closing.start()].split("\n")
    return _fields(lines), text[closing.end() :]


def _key(line: str) -> str:
    key, colon, _ = line.partition(":")
    return key.strip().lower() if colon else ""


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        field = _FIELD_BY_KEY.get(_key(line))
        value = line.partition(":")[2].strip().strip("\"'")
        if field and value:
            fields.setdefault(field, value)
    return fields
