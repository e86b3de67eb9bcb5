"""What the components that mend names share: spans that meet, and spans laid over others."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.lexicons import World, fold

__all__ = [
    "NAME_TAGS",
    "NOUNS",
    "PROPER",
    "is_beside_a_name",
    "is_lone_name",
    "is_title",
    "lay_over",
    "meet",
    "names_within",
]

PROPER = frozenset(("NNP", "NNPS"))  # tags
NOUNS = frozenset(("NN", "NNS", *PROPER))
NAME_TAGS = frozenset((*NOUNS, "JJ", "FW", "CD", "VBG", "VBN"))  # of words inside names


def meet(one: Span, other: Span) -> bool:
    """Tell whether two spans share a word."""
    return one.start < other.end and other.start < one.end


def names_within(span: Span) -> list[Span]:
    """Return the names that a document has where a span is, in text order."""
    doc, at, found = span.doc, span.start, []
    while at < span.end:
        name = _name_at(doc, at)
        at = at + 1 if name is None else name.end
        if name is not None:
            found.append(name)
    return found


def _name_at(doc: Doc, at: int) -> Span | None:
    """Return the name that a word is part of; a document's list of all names costs far more."""
    label, start, end = doc[at].ent_type_, at, at + 1
    if not label:
        return None
    while doc[start].ent_iob_ != "B":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=label)


def lay_over(doc: Doc, found: Iterable[Span]) -> None:
    """Put names into a document, in the place of those that they meet; the longest wins."""
    spans = filter_spans(found)
    if spans:
        taken = {i for span in spans for i in range(span.start, span.end)}
        kept = (e for e in doc.ents if taken.isdisjoint(range(e.start, e.end)))
        doc.ents = [*kept, *spans]


def is_title(word: str, world: World) -> bool:
    """Tell whether a word is a title or an office: "Gen.", "president", "Tánaiste"."""
    return fold(word.rstrip(".")) in world.titles


def is_lone_name(token: Token) -> bool:
    """Tell whether a word is a name of its own, of that word alone."""
    goes_on = token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"
    return token.ent_iob_ == "B" and not goes_on


def is_beside_a_name(token: Token) -> bool:
    """Tell whether a word touches another proper noun, so that it may be part of a longer name."""
    sides = (token.i - 1, token.i + 1)
    return any(0 <= i < len(token.doc) and token.doc[i].tag_ in PROPER for i in sides)
