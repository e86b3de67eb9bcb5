"""Lemmas by a table that can be read: words with a lemma of their own, and rules for endings.

A row says what becomes of a word with a tag, or of every word with a tag and an ending. The table
is learned from treebanks (`training/lemma_table.py`) and stored with the weights.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, TypeVar

__all__ = ["LONGEST_ENDING", "LemmaTable", "Rule", "apply_rule", "read_rows", "write_rows"]

LONGEST_ENDING = 6  # letters
SHORT = 5  # letters of an abbreviation at most: longer words in capitals are shouted
PROPER = ("NNP", "NNPS")
AS_WRITTEN = frozenset(("NNP", "ADD", "FW", "GW", "_SP"))  # names, addresses, foreign words
INFLECTED = frozenset(("NNS", "NNPS", "VBZ", "VBG", "VBD", "VBN", "JJR", "JJS", "RBR", "RBS"))
CAPITALISED = frozenset(("NN", "NNS", "JJ", "RB"))  # "Dutch" keeps its capital, "President" not
VOWELS = frozenset("aeiou")
Key = tuple[str, str]  # a tag, and a form or an ending


class Rule(NamedTuple):
    """How many letters are cut off the end of a word, and which are put there."""

    cut: int
    added: str


Outcome = TypeVar("Outcome", Rule, bool)


@dataclass(frozen=True, slots=True, kw_only=True)
class LemmaTable:
    """What is known of lemmas; keys are a Penn Treebank tag and a form or an ending.

    `words` holds what rules would get wrong, by the form as written or in lower case; `endings` the
    rules of inflected words; `capitals` whether a capitalised word keeps its capital.
    """

    words: Mapping[Key, str]
    endings: Mapping[Key, Rule]
    capitals: Mapping[Key, bool]

    def lemma(self, form: str, tag: str, is_word: Callable[[str], bool]) -> str:
        """Return the lemma of a form.

        Args:
            form: A word as written.
            tag: Its Penn Treebank tag.
            is_word: Tells words that exist, in lower case, from others.
        """
        exact = self.words.get((tag, form))
        if exact is not None:
            return exact
        if tag in AS_WRITTEN:
            return form
        known = None if tag in PROPER else self.words.get((tag, form.lower()))
        return self.made(form, tag, is_word) if known is None else known

    def made(self, form: str, tag: str, is_word: Callable[[str], bool]) -> str:
        """Return the lemma that the rules alone make of a form."""
        lower = form.lower()
        if tag == "CD":
            return lower.replace(",", "")
        if "-" in form.strip("-"):
            return self._of_compound(form, tag, is_word)
        made = self._uninflected(lower, tag, is_word) if tag in INFLECTED else lower
        if not self._keeps_capital(form, tag):
            return made
        return form[: len(made)] if form.lower().startswith(made) else form[0] + made[1:]

    def _of_compound(self, form: str, tag: str, is_word: Callable[[str], bool]) -> str:
        """Return the lemma of words with hyphens; a name at the end stays one ("pro-Russian")."""
        head, _, last = form.rpartition("-")
        if last.istitle() and tag not in INFLECTED:
            return f"{head.lower()}-{last}"
        if tag not in INFLECTED or not last:
            return form.lower()
        return f"{head.lower()}-{self.lemma(last.lower(), tag, is_word)}"

    def _uninflected(self, lower: str, tag: str, is_word: Callable[[str], bool]) -> str:
        made = apply_rule(lower, _longest(self.endings, tag, lower) or Rule(0, ""))
        if tag.startswith("N") or is_word(made):
            return made
        return next(filter(is_word, _respelled(made)), made)

    def _keeps_capital(self, form: str, tag: str) -> bool:
        if tag in PROPER:
            return True
        if tag not in CAPITALISED or not form[:1].isupper():
            return False
        if form.isupper() and len(form) > 1:
            return len(form) <= SHORT
        return bool(_longest(self.capitals, tag, form.lower()))


def apply_rule(form: str, rule: Rule) -> str:
    """Return what a rule makes of a form.

    Example:
        >>> apply_rule("ladies", Rule(3, "y"))
        'lady'
    """
    return form[: max(1, len(form) - rule.cut)] + rule.added


def _respelled(stem: str) -> Iterator[str]:
    """Yield other spellings of a stem: with or without a last e, a last letter doubled or not."""
    yield f"{stem}e"
    yield stem + stem[-1]
    if stem.endswith("e"):
        yield stem[:-1]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        yield stem[:-1]


def _longest(table: Mapping[Key, Outcome], tag: str, word: str) -> Outcome | None:
    """Return what a table says of the longest ending of a word that it holds."""
    for length in range(min(LONGEST_ENDING, len(word) - 1), -1, -1):
        found = table.get((tag, word[len(word) - length :]))
        if found is not None:
            return found
    return None


def write_rows(table: LemmaTable) -> Iterator[str]:
    """Yield the lines of a table, sorted: kind, tag, form or ending, and what becomes of it."""
    yield "kind\ttag\ttext\tresult"
    for (tag, form), lemma in sorted(table.words.items()):
        yield f"word\t{tag}\t{form}\t{lemma}"
    for (tag, ending), rule in sorted(table.endings.items()):
        yield f"ending\t{tag}\t{ending}\t{rule.cut}{rule.added}"
    for (tag, ending), keeps in sorted(table.capitals.items()):
        yield f"capital\t{tag}\t{ending}\t{'kept' if keeps else 'lost'}"


def read_rows(lines: Iterable[str]) -> LemmaTable:
    """Return the table that `write_rows` wrote; lines that begin with # are skipped."""
    words: dict[Key, str] = {}
    endings: dict[Key, Rule] = {}
    capitals: dict[Key, bool] = {}
    for line in lines:
        if line.startswith("# "):
            continue
        kind, tag, text, result = line.rstrip("\n").split("\t")
        if kind == "word":
            words[tag, text] = result
        elif kind == "ending":
            endings[tag, text] = Rule(int(result[0]), result[1:])
        elif kind == "capital":
            capitals[tag, text] = result == "kept"
    return LemmaTable(
        words=MappingProxyType(words),
        endings=MappingProxyType(endings),
        capitals=MappingProxyType(capitals),
    )
