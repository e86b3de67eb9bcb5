"""Where names begin and end: titles, directions, kinds and whereabouts outside, "Inc." inside.

Conventions: docs/names.md, "Spans".
"""

from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Doc, Span, Token

from kg.documents.name_spans import PROPER, is_title
from kg.lexicons import Lexicon, fold

__all__ = ["mend_edges"]

FULL_NAME = 2  # words left of a name behind a title that may be a part of it ("Sheikh Hasina")
DIRECTED = 2  # words of a direction with its continent
NICKNAME = 4  # words of a nickname, at most
OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
ADJECTIVES = frozenset(("JJ", "VBN", "VBG", "CD"))  # tags of words before a name in lower case


def mend_edges(doc: Doc, lexicon: Lexicon) -> None:
    """Cut names to their conventional borders, and leave out what is said on a stage."""
    found = [part for name in _nicknamed(doc) for part in _parts(name, lexicon)]
    ends = {"ORG": lexicon.names.legal_forms, "PERSON": lexicon.names.generations}
    longer = (_with_ending(span, ends.get(span.label_, frozenset())) for span in found)
    doc.ents = list(_arms_joined(longer))


def _nicknamed(doc: Doc) -> Iterator[Span]:
    """Yield the names of a document, a person's with a nickname in quotes as one."""
    whole = [span for name in doc.ents if name.label_ == "PERSON" for span in _around(name)]
    taken = {i for span in whole for i in range(span.start, span.end)}
    yield from whole
    yield from (e for e in doc.ents if taken.isdisjoint(range(e.start, e.end)))


def _around(name: Span) -> Iterator[Span]:
    """Yield the name of a person whose nickname stands behind the given name.

    "Joe “El Lobo” Bloggs": between quotation marks a few words, behind them the last name.
    """
    doc, opening = name.doc, name.end
    if opening >= len(doc) or doc[opening].text not in OPENING:
        return
    marks = (t.i for t in doc[opening + 1 : opening + 2 + NICKNAME] if t.text in CLOSING)
    closing = next(marks, None)
    if closing is None or closing + 1 >= len(doc) or not doc[opening + 1].text[0].isupper():
        return
    last = doc[closing + 1]
    if last.tag_ in PROPER and last.text[0].isupper() and doc[closing - 1].text[-1].isalpha():
        end = last.i + 1
        if last.ent_type_ == "PERSON" and last.ent_iob_ == "B":
            end = next(e.end for e in doc.ents if e.start == last.i)
        yield Span(doc, name.start, end, label="PERSON")


def _parts(name: Span, lexicon: Lexicon) -> Iterator[Span]:
    if name.label_ in ("PERSON", "ORG") and _is_stage_direction(name):
        return
    if name.label_ in ("PERSON", "GPE") and _is_plain_opening(name, lexicon):
        return
    if len(name) > 1 and name[-1].is_title and name[-1].lower_ in lexicon.names.unmarked:
        return  # "the Budapest Memorandum"
    if name.label_ == "PERSON":
        yield from _person(name, lexicon)
    elif name.label_ == "ORG":
        yield from _body(name, lexicon)
    elif name.label_ in ("GPE", "LOC", "NORP"):
        yield _without_kind(_place(name, lexicon), lexicon)
    elif name.label_ == "FAC":
        yield _without_kind(name, lexicon)
    else:
        yield name


def _is_stage_direction(name: Span) -> bool:
    """Tell whether a word stands alone in brackets, with a full stop ("(Applause.)")."""
    doc = name.doc
    if len(name) > 1 or not name.start or name.end >= len(doc):
        return False
    return doc[name.start - 1].text == "(" and doc[name.end].text == "."


def _is_plain_opening(name: Span, lexicon: Lexicon) -> bool:
    """Tell whether a name is the plural of a plain noun that opens a sentence ("Looters fled")."""
    word = name[0]
    if len(name) > 1 or word.tag_ != "NNS" or not word.is_sent_start or not word.is_title:
        return False
    noun = word.lower_.removesuffix("s")
    return noun in lexicon.world.sector_words or noun in lexicon.lemmas.nouns


def _person(name: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Yield a person without titles, and the country apart ("Nikolay Davydenko of Russia")."""
    doc, start = name.doc, name.start
    while name.end - start > FULL_NAME and _is_outside(doc[start].text, lexicon):
        start += 1
    for token in doc[start : name.end]:
        rest = doc[token.i + 1 : name.end]
        if token.lower_ == "of" and token.i - start >= FULL_NAME and _is_country(rest, lexicon):
            yield Span(doc, start, token.i, label="PERSON")
            yield Span(doc, token.i + 1, name.end, label="GPE")
            return
    yield Span(doc, start, name.end, label="PERSON")


def _is_outside(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word before a name is a title, and nobody's given name."""
    return is_title(word, lexicon.world) and fold(word) not in lexicon.given_names


def _is_country(span: Span, lexicon: Lexicon) -> bool:
    known = lexicon.world.country_words.get(fold(span.text)) if len(span) else None
    return known is not None and known.code is not None and span.text[0].isupper()


def _body(name: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Yield a body without adjectives, its kind, and its seat ("joint African Union forum in …").

    A country behind "in" is part of the name ("al-Qaida in Iraq"), a town is not.
    """
    doc, start, end = name.doc, name.start, name.end
    while end - start > 1 and _is_plain_adjective(doc[start]):
        start += 1
    if doc[start].text == "-" or not doc[start].text[0].isupper():
        start = name.start
    while end - start > 1 and _is_capital(doc, end) and _is_kind(doc[end - 1], lexicon):
        end -= 1
    for token in doc[start + 1 : end - 1]:
        seat = doc[token.i + 1 : end]
        if token.text == "in" and _is_town(seat, lexicon):
            yield Span(doc, start, token.i, label="ORG")
            yield Span(doc, seat.start, seat.end, label="GPE")
            return
    yield Span(doc, start, end, label="ORG")


def _is_plain_adjective(token: Token) -> bool:
    return token.is_lower and token.is_alpha and token.tag_ in ADJECTIVES


def _is_kind(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a last word says what a body is, or who is of it ("Hamas militants")."""
    if token.text in lexicon.names.kinds:
        return True
    people = token.text.removesuffix("s")
    return token.is_lower and token.tag_ == "NNS" and people in lexicon.world.sector_words


def _is_capital(doc: Doc, end: int) -> bool:
    """Tell whether the last word but one has a capital: "Labour party", but "ruling party"."""
    return bool(doc[end - 2].text[0].isupper())


def _is_town(span: Span, lexicon: Lexicon) -> bool:
    key = fold(span.text)
    return key in lexicon.world.places and not _is_country(span, lexicon)


def _place(name: Span, lexicon: Lexicon) -> Span:
    """Return a place or people without the direction before it ("southwest Pakistan").

    A direction and a continent are a place without a government ("east Africa").
    """
    world, doc = lexicon.world, name.doc
    first = name[0]
    is_direction = first.lower_ in world.place_words and world.place_words[first.lower_] is None
    after = doc[name.end].tag_ if name.end < len(doc) else ""
    if len(name) == 1 or not is_direction or after in PROPER:  # "South Michigan Avenue"
        return name
    key, rest = fold(name.text), doc[name.start + 1 : name.end]
    known = world.country_words.get(key)
    is_state = known is not None and known.code is not None
    if len(name) == DIRECTED and rest.text.lower() in lexicon.names.continents and not is_state:
        return Span(doc, name.start, name.end, label="LOC")
    if key in world.places or known is not None or not _is_country(rest, lexicon):
        return name
    if name.label_ == "GPE":
        return Span(doc, rest.start, rest.end, label="GPE")
    is_people = name.label_ == "NORP" and fold(rest.text) in world.demonyms and first.is_lower
    return Span(doc, rest.start, rest.end, label="NORP") if is_people else name


def _without_kind(name: Span, lexicon: Lexicon) -> Span:
    """Return a place without the lower-case noun that says what it is ("the Oskil river")."""
    is_kind = len(name) > 1 and name[-1].text in lexicon.names.place_kinds
    is_town = name.label_ == "GPE" and fold(name.text) in lexicon.world.places  # "Gaza city"
    if is_kind and not is_town and _is_capital(name.doc, name.end):
        return Span(name.doc, name.start, name.end - 1, label=name.label_)
    return name


def _with_ending(name: Span, endings: Set[str]) -> Span:
    """Return a name with what belongs behind it ("Google, Inc.", "Martin Luther King, Jr.")."""
    doc, at = name.doc, name.end
    if at < len(doc) and doc[at].text == ",":
        at += 1
    if at >= len(doc) or doc[at].ent_type_ not in ("", name.label_):
        return name
    is_ending = doc[at].lower_.rstrip(".") in endings and doc[at].text[0].isupper()
    return Span(doc, name.start, at + 1, label=name.label_) if is_ending else name


def _arms_joined(names: Iterable[Span]) -> Iterator[Span]:
    """Yield names in order, arms that touch as one ("AK-47" and "rifles"), none inside another."""
    last: Span | None = None
    for name in sorted(names, key=lambda span: (span.start, -span.end)):
        if last is None:
            last = name
        elif name.label_ == last.label_ == "WEAPON" and last.end == name.start:
            last = Span(name.doc, last.start, name.end, label="WEAPON")
        elif name.start >= last.end:
            yield last
            last = name
    if last is not None:
        yield last
