"""Read numbers of English text, written in digits or words.

Several words name no number ("several", "many", "a handful"): they are not read, for a count must
not be invented. Plurals of number words ("dozens") are read as twice their unit and are open.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kg.claims.tables import read_table, read_words

__all__ = ["Numeral", "read_numeral"]

_DIGITS = (
    r"\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+(?!\d)"  # 12,500 and 12 500
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 2,00,000, as grouped in South Asia
    r"|\d+(?:\.\d+)?"
)
_TOKEN = re.compile(rf"(?P<digits>{_DIGITS})(?P<suffix>[a-z]{{1,2}}\b)?|(?P<word>[^\W\d_]+)", re.I)
_JOINT = re.compile(r"[\s-]+")
_MOST_WORDS = 9
_LARGEST = 10**12  # more people than have ever lived: no count


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as read.

    Attributes:
        value: What it says.
        end: Character offset behind it.
        is_open: Whether the words themselves say "or more" ("dozens").
        scale: What its last word multiplied by ("15 million"), else 1.
    """

    value: int
    end: int
    is_open: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    digits: Decimal | None
    end: int


def read_numeral(text: str, start: int = 0) -> Numeral | None:
    """Return the longest number that begins at a character offset, None if none does.

    Example:
        >>> read_numeral("two hundred and fifty men").value, read_numeral("tens of thousands").value
        (250, 20000)
        >>> read_numeral("third") is None
        True
    """
    tokens = _tokens(text, start)
    for read in (_read_nothing, _read_plural, _read_half, _read_another, _read_plain):
        numeral = read(tokens)
        if numeral is not None and numeral.value < _LARGEST:
            return numeral
    return None


def _tokens(text: str, start: int) -> list[_Token]:
    """Return the words from an offset on that only blanks and hyphens part."""
    found: list[_Token] = []
    position = start
    while len(found) < _MOST_WORDS and (match := _TOKEN.match(text, position)):
        found.append(_token(match))
        joint = _JOINT.match(text, match.end())
        if joint is None:
            break
        position = joint.end()
    return found


def _token(match: re.Match[str]) -> _Token:
    if match["word"]:
        return _Token(match["word"].casefold(), None, match.end())
    digits = Decimal(re.sub(r"[^\d.]", "", match["digits"]))
    suffix = (match["suffix"] or "").casefold()
    if suffix in _values("suffixes"):
        return _Token("", digits * _values("suffixes")[suffix], match.end())
    return _Token("", None if suffix else digits, match.end())  # "12th" is no number


@functools.cache
def _values(key: str) -> Mapping[str, int]:
    return MappingProxyType(read_table("numerals")[key])


def _words(key: str) -> frozenset[str]:
    return read_words("numerals", key)


def _read_nothing(tokens: list[_Token]) -> Numeral | None:
    words = [token.word for token in tokens[:2]]
    if not words or words[0] not in _words("nothing"):
        return None
    if words[1:] and words[1] in _words("not_nothing"):
        return None
    end = tokens[1].end if words == ["no", "one"] else tokens[0].end
    return Numeral(value=0, end=end)


def _read_plural(tokens: list[_Token]) -> Numeral | None:
    """Read "dozens", "tens of thousands", "several hundred"."""
    plurals, scales = _values("plurals"), {**_values("groups"), **_values("scales")}
    words = [token.word for token in tokens]
    if words[:1] and words[0] in _words("articles"):
        tokens, words = tokens[1:], words[1:]
    if len(words) > 1 and words[0] in _words("vague") and words[1].removesuffix("s") in scales:
        value = 2 * scales[words[1].removesuffix("s")]
        return Numeral(value=value, end=tokens[1].end, is_open=True)
    if not words or words[0] not in plurals:
        return None
    if len(words) > 2 and words[1] == "of" and words[2] in plurals:
        value = plurals[words[0]] * plurals[words[2]] // 2
        return Numeral(value=value, end=tokens[2].end, is_open=True)
    return Numeral(value=plurals[words[0]], end=tokens[0].end, is_open=True)


def _read_half(tokens: list[_Token]) -> Numeral | None:
    """Read "half a million", "one and a half million"."""
    words = [token.word for token in tokens]
    if words[1:4] == ["and", "a", "half"]:
        whole = _read_plain(tokens[:1])
        return _halves(2 * whole.value + 1, tokens[4:5]) if whole else None
    if words[:2] == ["half", "a"]:
        return _halves(1, tokens[2:3])
    return None


def _halves(count: int, tokens: list[_Token]) -> Numeral | None:
    scales = {**_values("groups"), **_values("scales")}
    if not tokens or tokens[0].word not in scales:
        return None
    scale = scales[tokens[0].word]
    return Numeral(value=count * scale // 2, end=tokens[0].end, scale=scale)


def _read_another(tokens: list[_Token]) -> Numeral | None:
    """Read "another three", where the first word adds nothing to the number."""
    if tokens and tokens[0].word == "another":
        return _read_plain(tokens[1:])
    return None


def _read_plain(tokens: list[_Token]) -> Numeral | None:
    """Read digits and number words, each step allowed only where English allows it."""
    reading = _Reading()
    if len(tokens) > 1 and tokens[0].word in _words("articles"):
        if not _follows_article(tokens[1].word):
            return None
        tokens = tokens[1:]
    for i, token in enumerate(tokens):
        if token.word == "and" and reading.allows_and(tokens[i + 1 : i + 2]):
            continue
        if not reading.takes(token):
            break
    return reading.numeral()


def _follows_article(word: str) -> bool:
    return word in _values("scales") or word in _values("groups") or word == "single"


class _Reading:
    """The number read so far: `total` of closed scales, `current` of the open group."""

    def __init__(self) -> None:
        self.total, self.current = Decimal(0), Decimal(0)
        self.last, self.end, self.scale = "", 0, 1

    def allows_and(self, following: list[_Token]) -> bool:
        if self.last != "scale" or not following:
            return False
        return following[0].word in _values("units") or following[0].word in _values("tens")

    def takes(self, token: _Token) -> bool:
        """Add one word to the number; False if it does not belong to it."""
        step = self._step(token)
        if step:
            self.last, self.end = step, token.end
        return bool(step)

    def _step(self, token: _Token) -> str:
        units, tens, scales = _values("units"), _values("tens"), _values("scales")
        if token.digits is not None:
            return self._add(token.digits, "digits", after=("",))
        if token.word in units:
            after = ("", "tens", "scale") if units[token.word] < 10 else ("", "scale")
            return self._add(Decimal(units[token.word]), "unit", after=after)
        if token.word in tens:
            return self._add(Decimal(tens[token.word]), "tens", after=("", "scale"))
        if token.word in scales:
            return self._multiply(scales[token.word])
        return self._group(token.word)

    def _add(self, value: Decimal, step: str, *, after: tuple[str, ...]) -> str:
        if self.last not in after:
            return ""
        self.current += value
        return step

    def _multiply(self, scale: int) -> str:
        if self.last == "group":
            return ""
        self.scale = scale
        self.current = (self.current or Decimal(1)) * scale
        if scale > 100:
            self.total, self.current = self.total + self.current, Decimal(0)
        return "scale"

    def _group(self, word: str) -> str:
        groups = _values("groups")
        if word not in groups or self.last in ("scale", "group"):
            return ""
        self.scale = groups[word]
        self.current = (self.current or Decimal(1)) * groups[word]
        return "group"

    def numeral(self) -> Numeral | None:
        value = self.total + self.current
        if not self.last or value != value.to_integral_value():
            return None
        return Numeral(value=int(value), end=self.end, scale=self.scale)
