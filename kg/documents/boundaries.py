"""A pipeline component: line breaks end sentences, datelines are no part of them."""

import re
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.lexicons import fold, load_lexicon
from kg.model import PlacePrecision

__all__ = ["make_boundaries", "set_boundaries"]

_CITY = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?"
_DAY = r"(?:, [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r"(?: \([^()\n]{2,40}\))?"
_DASH = r" ?[-–—_]{1,2} "
_DATELINE = re.compile(rf"^{_CITY}{_REGION}{_DAY}{_AGENCY}{_DASH}", re.MULTILINE)
# "Goma, North Kivu, Congo - ", and the day that some outlets open with.
_PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_PLACES = re.compile(rf"^{_PLACE}(?:, {_PLACE}){{1,2}} [-–—]{{1,2}} (?=[\"“A-Z])", re.MULTILINE)
# The same in words that are no capitals alone, told by an agency or a day: "Goma, May 3 (HW) - ".
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_OF_DAY = rf", {_MONTH} \d{{1,2}}(?:, \d{{4}})?"
_BY = r" \([A-Z][^()\n]{1,39}\)"
_DATED = re.compile(
    rf"^{_PLACE}(?:, {_PLACE}){{0,2}}"
    rf"(?:{_OF_DAY}(?:{_BY}(?:{_DASH}| )|(?:, [A-Z]{{2,6}})?{_DASH})|{_BY}{_DASH})(?=[\"“A-Z])",
    re.MULTILINE,
)
# "Goma - Rebels fled": a town alone, if the gazetteer knows it.
_TOWN = re.compile(rf"^(?P<town>{_PLACE}) [-–—]{{1,2}} (?=[\"“A-Z])", re.MULTILINE)
_DATE = re.compile(r"^[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4} +(?=[A-Z])", re.MULTILINE)
_CREDIT = re.compile(r"\b(?=(?:Image|Photo|Credit): [A-Z])")  # of a picture, behind its caption
_OPENINGS = (_DATELINE, _PLACES, _DATED, _DATE, _CREDIT)

_NUMBER = re.compile(
    r"^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)] +", re.MULTILINE
)  # of a list or paragraph
_OPENERS = frozenset("“‘([{«")
_CLOSERS = frozenset("”’)]}»")
_QUOTES = frozenset(('"', "'", "''", "“", "”", "’", "‘"))
_STOPPED = re.compile(r"(?:[A-Z]\.){2,}(?<!P\.S\.)|[ap]\.m\.")  # "U.S."; its stop may be the last
_CARELESS = re.compile(r"\bi\b|[a-z]{2}[.?!]+ +[a-z]")
_CAREFUL = re.compile(r"[a-z][.?!][\"”’]? +[\"“‘]?[A-Z]|\n[\"“‘]?[A-Z]")
_YES, _NO, _OPEN = 1, -1, 0  # as spaCy counts them
CARELESS_SHARE = 0.1  # of sentences that open in lower case, from which capitals tell nothing


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
    tokens = list(doc)  # made once, as a document makes them anew whenever it is asked
    breaks = [token.i for token in tokens if _is_break(token)]
    # One by one, every start would make spaCy look through the whole text again.
    found = _iter_starts(doc.text, tokens)
    starts = np.fromiter(found, dtype=np.int64, count=len(tokens)).view(np.uint64)
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # takes one row as well
    if breaks:
        doc.set_ents([], blocked=[doc[i : i + 1] for i in breaks], default="unmodified")
    return doc


def _iter_starts(text: str, tokens: Iterable[Token]) -> Iterator[int]:
    """Yield of each token whether a sentence starts with it: yes, no, or left to the parser."""
    opens = {match.end() for pattern in _OPENINGS for match in pattern.finditer(text)}
    opens |= {match.end() for match in _TOWN.finditer(text) if _is_town(match["town"])}
    numbered = {match.end() for match in _NUMBER.finditer(text)}
    is_careful = _is_careful(text)
    after_break = False
    before: Token | None = None
    for token in tokens:
        is_break = _is_break(token)
        if is_break:
            yield _NO if token.i else _OPEN
        elif after_break or token.idx in opens:
            yield _YES
        elif token.idx in numbered:
            yield _NO
        elif before is None or token.is_space:
            yield _OPEN
        else:
            yield _start_between(before, token, is_careful=is_careful)
        after_break = is_break or (after_break and token.is_space)
        if not token.is_space:
            before = token


def _is_town(name: str) -> bool:
    """Tell whether a town is called so, and no country ("Norland - Sudria talks failed")."""
    places = load_lexicon().world.places.get(fold(name), ())
    precisions = {place.precision for place in places}
    return PlacePrecision.CITY in precisions and PlacePrecision.COUNTRY not in precisions


def _is_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _start_between(before: Token, token: Token, *, is_careful: bool) -> int:
    if _goes_on(before, token) or (is_careful and _runs_on(before, token)):
        return _NO
    return _YES if _begins(before, token) else _OPEN


def _is_careful(text: str) -> bool:
    """Tell whether the sentences of a text open with capitals, as edited ones do."""
    careless = sum(1 for _ in _CARELESS.finditer(text))
    careful = sum(1 for _ in _CAREFUL.finditer(text))
    return careless <= CARELESS_SHARE * careful


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


def _runs_on(before: Token, token: Token) -> bool:
    """Tell whether no sentence of an edited text can begin at a token.

    None begins in lower case but after a colon, semicolon or dash, none with a mark that follows a
    word and opens nothing: in GUM (train) 1 of 73,434 words in lower case after a word does, and 1
    of 13,069 marks. Few begin with a capital after a word without a stop, and what the parser takes
    for such a start most often is none ("Food Standards Norland"); after words in capitals alone
    the parser decides.
    """
    if token.is_alpha and token.text[0].isupper() and before.is_alpha and before.whitespace_:
        return not before.is_upper
    if token.is_lower and token.is_alpha:
        return before.is_alpha or before.text in _CLOSERS or before.text[-1] in ".?!\"'"
    return before.is_alpha and token.is_punct and token.text not in _OPENERS | _QUOTES


def _begins(before: Token, token: Token) -> bool:
    """Tell whether a sentence must begin at a token.

    One does with a capital after a full stop inside quotation marks (EWT and GUM, train: 148 of
    151), with an opening quotation mark after a full stop, and with a capital function word after
    an abbreviation of letters ("the U.S. The …").
    """
    if not before.whitespace_:
        return False
    if before.text == "." and token.text in _QUOTES and not token.whitespace_:
        return token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()
    if not token.text[0].isupper():
        return False
    if before.text in _QUOTES and before.i:
        inside = before.nbor(-1)
        return inside.text == "." and not inside.whitespace_
    is_function_word = token.is_stop and token.is_title and len(token) > 1
    return is_function_word and bool(_STOPPED.fullmatch(before.text))
