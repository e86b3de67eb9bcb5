"""A text's white space made plain, one character for one, so that offsets stay true."""

import re
from itertools import pairwise

__all__ = ["plain_spaces"]

SPACES = "\t\x0b\x0c\r\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
TO_PLAIN = str.maketrans(SPACES, " " * len(SPACES))
SHORTEST_WRAPPED, LONGEST_WRAPPED = 45, 110  # characters of a line that a margin broke
SHARE_WRAPPED = 0.5  # of the lines before another one, in a text with a margin
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"'”’)\]]*$")


def plain_spaces(text: str) -> str:
    r"""Return a text of the same length whose white space is plain spaces and true line breaks.

    The tokenizer splits at no other space. In a text that was wrapped at a margin a lone line break
    parts no sentences and becomes a space; an empty line always does.

    Example:
        >>> plain_spaces("Rebels\xa0fled.")
        'Rebels fled.'
    """
    text = text.translate(TO_PLAIN)
    return _LONE_BREAK.sub(" ", text) if _is_wrapped(text) else text


def _is_wrapped(text: str) -> bool:
    """Tell whether lines end at a margin, most of them in the middle of a sentence."""
    lines = text.split("\n")
    if max(map(len, lines)) > LONGEST_WRAPPED:
        return False
    followed = [line for line, after in pairwise(lines) if line and after]
    broken = [
        line
        for line in followed
        if len(line) >= SHORTEST_WRAPPED and not _ENDS_SENTENCE.search(line.rstrip())
    ]
    return len(followed) > 1 and len(broken) / len(followed) >= SHARE_WRAPPED
