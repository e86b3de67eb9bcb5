"""Words for arms, with the models before them: "roadside bomb", "F-16 jets"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.documents.name_spans import NAME_TAGS, NOUNS, is_lone_name, names_within
from kg.lexicons import Lexicon, NameWords, fold

__all__ = ["ArmsFinder"]

LONGEST_MODEL = 3
LONGEST_LETTERS = 5  # of a model ("GBU-57")
FOLK = frozenset(("GPE", "NORP", "PERSON", "ORG", "LOC"))


class ArmsFinder:
    """Finds words for arms that are in no name yet."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the pattern of a lexicon's words for arms."""
        self._world = lexicon.world
        self._pattern = _pattern(lexicon.names)

    def __call__(self, doc: Doc, text: str) -> Iterator[Span]:
        """Yield words for arms that are in no name yet, their model before them ("F-16 jets").

        Args:
            doc: The document.
            text: All its text, which a document puts together anew whenever it is asked.
        """
        for match in self._pattern.finditer(text):
            span = doc.char_span(*match.span(), label="WEAPON")
            if span is None or not _is_plain_noun(span[-1]):
                continue
            names = names_within(span)
            may_be_people = bool(match["with_model"])  # "Zaghawa fighters"
            start = self._model_before(span, may_be_people=may_be_people)
            start = min((start, *(e.start for e in names)))
            end = max((span.end, *(e.end for e in names)))
            if start < span.start or not match["with_model"]:
                yield Span(doc, start, end, label="WEAPON")

    def _model_before(self, span: Span, *, may_be_people: bool) -> int:
        """Return where the name of a model begins that stands before words for arms."""
        doc, least = span.doc, span.sent.start
        at = _numbered_before(span)
        while at > least and span.start - at < LONGEST_MODEL:
            is_mistaken = not may_be_people and self._is_mistaken_for_somebody(doc[at - 1])
            if not is_mistaken and not _is_model(doc[at - 1]):
                break
            at -= 1
        return at

    def _is_mistaken_for_somebody(self, token: Token) -> bool:
        """Tell whether a lone name of nobody known touches words for arms ("Typhon launchers")."""
        is_lone = token.ent_type_ == "PERSON" and is_lone_name(token)
        return is_lone and fold(token.text) not in self._world.aliases


def _is_plain_noun(token: Token) -> bool:
    """Tell whether a word is a common noun; in lower case it is no last name either."""
    if token.is_lower:
        return token.tag_ in NOUNS
    if token.tag_ in ("NNS", "NNPS") and token.ent_type_ in ("GPE", "LOC", "ORG", "PERSON"):
        return is_lone_name(token)  # nobody and no place is called "Warships"
    return token.tag_ in ("NN", "NNS") and token.ent_type_ in ("", "WEAPON")


def _is_model(token: Token) -> bool:
    if token.ent_type_ in FOLK or token.ent_type_ in ("DATE", "CARDINAL"):
        return False
    if not any(c.isupper() for c in token.text):
        return False
    is_name = token.tag_ in ("NNP", "NNPS") or not token.is_sent_start
    return (is_name and token.tag_ in NAME_TAGS) or any(c.isdigit() for c in token.text)


def _numbered_before(span: Span) -> int:
    """Return where letters with a number begin that stand before words for arms ("F-16 jets").

    The tokenizer parts them at the hyphen; taken for a place or a body they are none.
    """
    doc, number = span.doc, span.start - 1
    if number - 2 < span.sent.start or doc[number - 1].text != "-":
        return span.start
    letters = doc[number - 2]
    is_model = doc[number].text[0].isdigit() and letters.text[0].isupper() and letters.is_alpha
    is_short = len(letters) <= LONGEST_LETTERS and not letters.whitespace_
    return letters.i if is_model and is_short else span.start


def _pattern(words: NameWords) -> re.Pattern[str]:
    """Return the pattern of words for arms, their qualifiers before them."""
    nouns, qualifiers, with_model = (
        "|".join(map(re.escape, sorted(group, key=lambda w: (-len(w), w))))
        for group in (words.arms, words.arms_qualifiers, words.arms_with_model)
    )
    return re.compile(
        rf"(?<![\w-])(?:(?:{qualifiers})[ -])*?"
        rf"(?:(?:{nouns})s?|(?P<with_model>(?:{with_model})s?))(?![\w-])",
        re.IGNORECASE,
    )
