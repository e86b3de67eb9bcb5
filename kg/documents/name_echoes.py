"""Names that a text repeats: read once with certainty, they are the same where they are missed.

One sense per discourse (Gale, Church and Yarowsky 1992): within a text a name nearly always
names the same thing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kg.documents.name_spans import PROPER, lay_over
from kg.documents.word_list import WordList
from kg.lexicons import World, fold

__all__ = ["lay_echoes"]

UNECHOED = frozenset(("WEAPON", "EVENT"))  # plain words and words of the day
MISTAKEN = frozenset(("GPE", "LOC", "ORG"))  # labels that a last name alone gets by mistake
SHORTEST = 3  # letters
Words = tuple[str, ...]


def lay_echoes(doc: Doc, words: WordList, world: World) -> None:
    """Give missed words the name that the same words have elsewhere in the text.

    A person's last name alone counts as an echo of the whole name, also where it is taken for a
    place or body, if none that is known is called so. Names that are read in two ways in the
    text echo nowhere.

    Args:
        doc: The document.
        words: Its words.
        world: The places and actors that are known.
    """
    lay_over(doc, _last_names(doc, world))
    lay_over(doc, _echoes(doc, words, _names(doc)))


def _last_names(doc: Doc, world: World) -> Iterator[Span]:
    """Yield last names of people of the text that are read as places or bodies."""
    people = {e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1}
    for name in doc.ents:
        is_last = len(name) == 1 and name.label_ in MISTAKEN and name.text in people
        key = fold(name.text)
        if is_last and key not in world.places and key not in world.aliases:
            yield Span(doc, name.start, name.end, label="PERSON")


def _names(doc: Doc) -> dict[str, list[tuple[Words, str]]]:
    """Return the words and labels of the names, by first word, the longest first."""
    labels: dict[Words, set[str]] = defaultdict(set)
    for name in doc.ents:
        words = tuple(token.text for token in name)
        labels[words].add(name.label_)
        if name.label_ == "PERSON" and len(words) > 1:
            labels[words[-1:]].add(name.label_)
    found: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for words, told in sorted(labels.items(), key=lambda row: (-len(row[0]), row[0])):
        is_long = len(" ".join(words)) >= SHORTEST
        label = next(iter(told))
        if len(told) == 1 and label not in UNECHOED and is_long and words[0][0].isupper():
            found[words[0]].append((words, label))
    return found


def _echoes(
    doc: Doc, words: WordList, names: Mapping[str, list[tuple[Words, str]]]
) -> Iterator[Span]:
    for at in words.capitals:
        for name, label in names.get(words.words[at], ()):
            span = doc[at : at + len(name)]
            if tuple(words.words[at : at + len(name)]) == name and _may_be_a_name(span):
                yield Span(doc, _start(span, label), span.end, label=label)
                break


def _start(span: Span, label: str) -> int:
    """Return where a name begins: a person's with the given name before it."""
    before = span.doc[span.start - 1] if span.start else None
    if label != "PERSON" or before is None or before.ent_type_ != label:
        return span.start
    return next(e.start for e in span.doc.ents if e.end == span.start)


def _may_be_a_name(span: Span) -> bool:
    """Tell whether words are in no name, not all common, and no part of a longer one."""
    doc = span.doc
    if any(t.ent_type_ for t in span) or not any(t.tag_ in PROPER for t in span):
        return False
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    return not (_is_loose(before) or _is_loose(after))


def _is_loose(token: Token | None) -> bool:
    """Tell whether a word with a capital stands in no name: the name may go on there."""
    if token is None or token.ent_type_ or token.is_stop:
        return False
    return token.tag_ in PROPER or (token.is_alpha and token.text[0].isupper())
