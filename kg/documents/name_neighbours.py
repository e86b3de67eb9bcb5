"""Labels of names that the words beside them tell: "the city of …", "… island"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kg.documents.name_spans import NOUNS, lay_over
from kg.lexicons import Lexicon, fold

__all__ = ["lay_told"]

MISTAKEN = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))  # labels that neighbours may correct
LEADING = frozenset(("in", "near", "outside"))  # to a place, seldom to somebody
LONGEST_CUE = 2  # words before a name


def lay_told(doc: Doc, lexicon: Lexicon) -> None:
    """Give names the label that their neighbours tell, where nothing is known of them.

    Among the annotated news a name has the label of a word of the list behind or before it 9 times
    in 10 at least, countries and large towns left aside.
    """
    lay_over(doc, _told(doc, lexicon))


def _told(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    for name in doc.ents:
        if name.label_ not in MISTAKEN:
            continue
        key = fold(name.text)
        known = lexicon.world.country_words.get(key)
        if known is not None and known.code is not None:
            continue
        label = _before(name, lexicon.names.before) or _whereabouts(name, lexicon)
        if label is None and key not in lexicon.world.places:
            label = _after(name, lexicon.names.after)
        if label is not None and label != name.label_:
            yield Span(doc, name.start, name.end, label=label)


def _before(name: Span, labels: Mapping[str, str]) -> str | None:
    words = [t.lower_ for t in name.doc[max(0, name.start - LONGEST_CUE) : name.start]]
    cues = (" ".join(words[at:]) for at in range(len(words)))
    return next((labels[cue] for cue in cues if cue in labels), None)


def _whereabouts(name: Span, lexicon: Lexicon) -> str | None:
    """Return that a lone word behind "in" or "near" is a place, if nobody known is called so."""
    if name.label_ != "PERSON" or len(name) > 1 or not name.start or not name[0].is_title:
        return None
    is_led = _leads_to_a_place(name.doc[name.start - 1])
    is_owner = name.end < len(name.doc) and name.doc[name.end].tag_ == "POS"
    is_known = fold(name.text) in lexicon.world.aliases or fold(name.text) in lexicon.given_names
    return "GPE" if is_led and not is_owner and not is_known else None


def _leads_to_a_place(token: Token) -> bool:
    """Tell whether a word leads to a place: "at" does behind a noun, but one is shot at, too."""
    is_behind_noun = token.i > 0 and token.nbor(-1).tag_ in NOUNS
    return token.lower_ in LEADING or (token.lower_ == "at" and is_behind_noun)


def _after(name: Span, labels: Mapping[str, str]) -> str | None:
    if name.end >= len(name.doc) or not name.doc[name.end].is_lower:
        return None
    return labels.get(name.doc[name.end].text)
