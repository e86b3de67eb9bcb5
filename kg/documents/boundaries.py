"""A pipeline component: line breaks end sentences, datelines are no part of them."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

__all__ = ["make_boundaries", "set_boundaries"]

_CITY = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?"
_DAY = r"(?:, [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r"(?: \([^()\n]{2,40}\))?"
_DATELINE = re.compile(rf"^{_CITY}{_REGION}{_DAY}{_AGENCY} ?[-–—]{{1,2}} ", re.MULTILINE)


_NUMBER = re.compile(
    r"^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)] +", re.MULTILINE
)  # of a list or paragraph
_OPENERS = frozenset("“‘([{«")
_CLOSERS = frozenset("”’)]}»")
_QUOTES = frozenset(('"', "'", "''", "“", "”", "’", "‘"))


@Language.factory("kg_boundaries")
def make_boundaries(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component; it must run before the parser, which keeps the starts it finds."""
    return set_boundaries


def set_boundaries(doc: Doc) -> Doc:
    """Start a sentence after each line break and after each dateline; forbid impossible starts.

    Headlines, datelines and lists carry no full stop; without this rule the parser would join a
    headline to the sentence below it, and take the city of a dateline for a subject. Where nothing
    is set the parser decides. No name holds a line break either.
    """
    opens = {match.end() for match in _DATELINE.finditer(doc.text)}
    numbered = {match.end() for match in _NUMBER.finditer(doc.text)}
    after_break = False
    breaks: list[Span] = []
    before: Token | None = None
    for token in doc:
        is_break = token.is_space and "\n" in token.text
        if is_break:
            breaks.append(doc[token.i : token.i + 1])
            token.is_sent_start = False if token.i else None
        elif after_break or token.idx in opens:
            token.is_sent_start = True
        elif token.idx in numbered or (before is not None and _goes_on(before, token)):
            token.is_sent_start = False
        after_break = is_break or (after_break and token.is_space)
        if not token.is_space:
            before = token
    if breaks:
        doc.set_ents([], blocked=breaks, default="unmodified")
    return doc


def _goes_on(before: Token, token: Token) -> bool:
    """Tell whether no sentence can begin at a token.

    None begins with what closes (a bracket, a quotation mark that touches the word before it, a
    comma) or after a comma, even one inside a quotation mark ("…," he said).
    """
    text = token.text
    touches = before.idx + len(before) == token.idx
    if text in _CLOSERS or text in (",", ".", "?", "!", ";", ":") or (touches and text in _QUOTES):
        return touches or text != "’"
    last = before.nbor(-1) if before.text in _QUOTES and before.i else before
    return last.text == "," and text not in _OPENERS
