"""The words of a phrase that name somebody: those before them that only say how many go."""

from dataclasses import replace

from kg.claims.numerals import read_numeral
from kg.claims.tables import read_words
from kg.model import ActorPhrase

__all__ = ["head_words", "without_quantifiers"]

_LINKS = frozenset({"of", "the", "a", "an", "these", "those"})


def without_quantifiers(phrase: ActorPhrase) -> ActorPhrase:
    """Return a phrase whose name does not begin with how many there are.

    Names of people, bodies and places stay as they are, and so does a phrase of nothing else.

    Example:
        >>> from kg.model import Span
        >>> span = Span(start=0, end=26, text="hundreds of the wounded men")
        >>> phrase = ActorPhrase(span=span, name=span.text, head="man")
        >>> without_quantifiers(phrase).name
        'wounded men'
    """
    if phrase.label is not None:
        return phrase
    rest = _rest(phrase.name)
    return replace(phrase, name=rest) if rest != phrase.name else phrase


def _rest(name: str) -> str:
    words = name.split()
    while len(words) > 1 and (counted := _leading(words)):
        left = words[counted:]
        while len(left) > 1 and left[0].casefold() in _LINKS:
            left = left[1:]
        if not left:
            break
        words = left
    return " ".join(words)


def _leading(words: list[str]) -> int:
    """Return how many words at the beginning say how many, at most all but one."""
    if words[0].casefold() in read_words("phrases", "quantifiers"):
        return 1
    numeral = read_numeral(" ".join(words))
    if numeral is None:
        return 0
    return len(" ".join(words)[: numeral.end].split())


def head_words(text: str) -> str:
    """Return a noun phrase without what "of" adds to it.

    Example:
        >>> head_words("store of Norlandic missiles"), head_words("rebel fighters")
        ('store', 'rebel fighters')
    """
    return text.partition(" of ")[0]
