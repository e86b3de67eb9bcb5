"""Where names begin and end: titles, directions and whereabouts outside, "Inc." inside.

Conventions: docs/names.md, "Spans".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.documents.name_spans import PROPER
from kg.lexicons import Lexicon, fold

__all__ = ["mend_edges"]

FULL_NAME = 2  # words left of a name behind a title that may be a part of it ("Sheikh Hasina")


def mend_edges(doc: Doc, lexicon: Lexicon) -> None:
    """Cut names to their conventional borders, and leave out what is said on a stage."""
    found = [part for name in doc.ents for part in _parts(name, lexicon)]
    doc.ents = [_with_form(span, lexicon) for span in found]


def _parts(name: Span, lexicon: Lexicon) -> Iterator[Span]:
    if name.label_ == "PERSON":
        if not _is_stage_direction(name):
            yield from _person(name, lexicon)
    elif name.label_ == "ORG":
        if not _is_stage_direction(name):
            yield name
    elif name.label_ in ("GPE", "LOC", "NORP"):
        yield _without_direction(name, lexicon)
    else:
        yield name


def _is_stage_direction(name: Span) -> bool:
    """Tell whether a word stands alone in brackets, with a full stop ("(Applause.)")."""
    doc = name.doc
    if len(name) > 1 or not name.start or name.end >= len(doc):
        return False
    return doc[name.start - 1].text == "(" and doc[name.end].text == "."


def _person(name: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Yield a person without titles, and the country apart ("Nikolay Davydenko of Russia")."""
    doc, start = name.doc, name.start
    while name.end - start > FULL_NAME and _is_title(doc[start].lower_, lexicon):
        start += 1
    for token in doc[start : name.end]:
        rest = doc[token.i + 1 : name.end]
        if token.lower_ == "of" and token.i - start >= FULL_NAME and _is_country(rest, lexicon):
            yield Span(doc, start, token.i, label="PERSON")
            yield Span(doc, token.i + 1, name.end, label="GPE")
            return
    yield Span(doc, start, name.end, label="PERSON")


def _is_title(word: str, lexicon: Lexicon) -> bool:
    return word.rstrip(".") in lexicon.world.titles and fold(word) not in lexicon.given_names


def _is_country(span: Span, lexicon: Lexicon) -> bool:
    known = lexicon.world.country_words.get(fold(span.text)) if len(span) else None
    return known is not None and known.code is not None and span.text[0].isupper()


def _without_direction(name: Span, lexicon: Lexicon) -> Span:
    """Return a place or people without the direction before it ("southwest Pakistan")."""
    world, doc = lexicon.world, name.doc
    first = name[0]
    is_direction = first.lower_ in world.place_words and world.place_words[first.lower_] is None
    after = doc[name.end].tag_ if name.end < len(doc) else ""
    if len(name) == 1 or not is_direction or after in PROPER:  # "South Michigan Avenue"
        return name
    key, rest = fold(name.text), doc[name.start + 1 : name.end]
    if key in world.places or key in world.country_words or not _is_country(rest, lexicon):
        return name
    is_people = fold(rest.text) in world.demonyms and name.label_ == "NORP"
    if is_people:
        return Span(doc, rest.start, rest.end, label="NORP") if first.is_lower else name
    return Span(doc, rest.start, rest.end, label="GPE") if name.label_ == "GPE" else name


def _with_form(name: Span, lexicon: Lexicon) -> Span:
    """Return a firm with its legal form behind a comma ("Google, Inc.")."""
    doc, end = name.doc, name.end
    if name.label_ != "ORG" or end + 1 >= len(doc) or doc[end].text != ",":
        return name
    form = doc[end + 1]
    if form.ent_type_ or form.lower_.rstrip(".") not in lexicon.names.legal_forms:
        return name
    return Span(doc, name.start, end + 2, label="ORG")
