"""A pipeline component: line breaks end sentences, datelines are no part of them."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["make_boundaries", "set_boundaries"]

_CITY = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?"
_DAY = r"(?:, [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r"(?: \([^()\n]{2,40}\))?"
_DATELINE = re.compile(rf"^{_CITY}{_REGION}{_DAY}{_AGENCY} ?[-–—]{{1,2}} ", re.MULTILINE)


@Language.factory("kg_boundaries")
def make_boundaries(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component; it must run before the parser, which keeps the starts it finds."""
    return set_boundaries


def set_boundaries(doc: Doc) -> Doc:
    """Start a sentence after each line break and after each dateline.

    Headlines, datelines and lists carry no full stop; without this rule the parser would join a
    headline to the sentence below it, and take the city of a dateline for a subject.
    """
    opens = {match.end() for match in _DATELINE.finditer(doc.text)}
    after_break = False
    for token in doc:
        is_break = token.is_space and "\n" in token.text
        if is_break:
            token.is_sent_start = False if token.i else None
        elif after_break or token.idx in opens:
            token.is_sent_start = True
        after_break = is_break or (after_break and token.is_space)
    return doc
