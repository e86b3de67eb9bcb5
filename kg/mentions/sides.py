"""Phrases that name several countries' people at once, taken apart into one side each.

"US and Ukrainian envoys" and "the leaders of Russia and Ukraine" are one noun phrase each, but two
sides of what they did.
"""

from dataclasses import replace

from kg.lexicons import Lexicon, find_country
from kg.mentions.phrases import actor_phrase, conjuncts, conjuncts_of_modifier, text_of
from kg.mentions.words import Word
from kg.model import ActorPhrase

__all__ = ["side_phrases"]


def side_phrases(
    head: Word, text: str, lexicon: Lexicon, *, refers_to: str | None = None
) -> tuple[ActorPhrase, ...]:
    """Return the phrase that a head stands for, or one phrase for each country that it names."""
    whole = actor_phrase(head, text, lexicon, refers_to=refers_to)
    if head.name is not None or not whole.is_plural or refers_to is not None:
        return (whole,)
    before = _countries_before(head, lexicon)
    if len(before) > 1:
        return _split_before(head, before, whole, text)
    behind = _countries_behind(head, lexicon)
    if len(behind) > 1:
        return _split_behind(head, behind, whole, text)
    return (whole,)


def _countries_before(head: Word, lexicon: Lexicon) -> list[Word]:
    """Adjectives and names of different countries before a head, in text order."""
    found = [
        word
        for child in head.children
        if child.dep in ("amod", "compound", "nmod:poss") and child.index < head.index
        for word in conjuncts_of_modifier(child)
    ]
    return _distinct_countries(sorted(found, key=lambda w: w.index), lexicon)


def _countries_behind(head: Word, lexicon: Lexicon) -> list[Word]:
    """Countries in an of-phrase behind a head ("leaders of Russia and Ukraine")."""
    owners = [w for child in head.has("nmod") if child.case == "of" for w in conjuncts(child)]
    return _distinct_countries(owners, lexicon)


def _distinct_countries(words: list[Word], lexicon: Lexicon) -> list[Word]:
    by_country: dict[str, Word] = {}
    for word in words:
        name = word.name.text if word.name is not None else word.text
        country = find_country(lexicon.world, name)
        if country is not None:
            by_country.setdefault(country, word)
    return list(by_country.values())


def _split_before(
    head: Word, countries: list[Word], whole: ActorPhrase, text: str
) -> tuple[ActorPhrase, ...]:
    *others, last = countries
    parts = [_part(word, f"{_name(word)} {head.text}", whole, text) for word in others]
    span = text_of([last, head], text)
    return (*parts, replace(whole, span=span, name=span.text, modifiers=(_name(last),)))


def _split_behind(
    head: Word, countries: list[Word], whole: ActorPhrase, text: str
) -> tuple[ActorPhrase, ...]:
    first, *others = countries
    span = text_of([head, first], text)
    mine = replace(whole, span=span, name=span.text, modifiers=(_name(first),))
    return (mine, *(_part(w, f"{head.text} of {_name(w)}", whole, text) for w in others))


def _part(word: Word, name: str, whole: ActorPhrase, text: str) -> ActorPhrase:
    """One side, marked by the word of its country, named by the whole phrase."""
    return replace(whole, span=text_of([word], text), name=name, modifiers=(_name(word),))


def _name(word: Word) -> str:
    return word.name.text if word.name is not None else word.text
