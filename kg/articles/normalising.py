"""The one place where raw text becomes `Article.text`, so that offsets have one meaning."""

import re
import unicodedata

from kg.articles.boilerplate import is_boilerplate

__all__ = ["normalise", "one_line", "unify_newlines"]

# Written out rather than asked of `unicodedata`, whose tables differ from Python to Python: a
# text must have the same offsets everywhere. Form feeds and Unicode's own separators end lines.
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, soft hyphen, zero-width and direction marks, what XML forbids, surrogates.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(" +$", re.MULTILINE)
_BLANK_LINES = re.compile("\n{3,}")
_BLANKS = re.compile(r"\s+")


def normalise(text: str) -> str:
    r"""Return a text as it is kept: NFC, plain spaces and newlines, no boilerplate lines.

    Words, punctuation and runs of spaces within a line stay as they are. Normalising twice
    changes nothing.

    Example:
        >>> normalise("Rebels\u00a0fled. \r\n\r\n\r\nREAD MORE\r\nTroops\u200b came.\n")
        'Rebels fled.\n\nTroops came.'
    """
    text = _plain(unify_newlines(text))
    text = _LINE_ENDS.sub("", text)
    text = "\n".join(line for line in text.split("\n") if not is_boilerplate(line))
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str) -> str:
    r"""Return a title, name or id as one line, with single spaces.

    Example:
        >>> one_line("  Rebels\n  take  Harim ")
        'Rebels take Harim'
    """
    return _BLANKS.sub(" ", _plain(unify_newlines(text))).strip()


def unify_newlines(text: str) -> str:
    """Return a text whose lines all end in a newline character."""
    return _NEWLINES.sub("\n", text)


def _plain(text: str) -> str:
    # NFC comes last: what it joins may only meet once the characters between are gone.
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _DROPPED.sub("", text)))
