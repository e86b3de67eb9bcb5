"""From the numbers of a clause to counts of people: what is counted, how many, how surely.

A number becomes a count if it is of people and its verb or noun says what became of them (the
table of governors in `counts.toml`), or the event's lexicon entry does. Money, shares, ages,
distances and things are no counts, nor are words without a number ("several").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.claims.ellipsis import elliptic_quantities
from kg.claims.figures import Figure, is_measure, read_figures
from kg.claims.governors import kind_by_governor, kind_of
from kg.claims.tables import read_table, read_words
from kg.lexicons import Entry, World, fold, lemmas_of
from kg.model import Article, Count, CountKind, CountRelation, Mention, Quantity

__all__ = ["code_counts"]

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_REACH_CHARS = 200  # how far before its sentence "others" look back: about a sentence
_OF_THEM = re.compile(r"\s+of (?:them|those|these) (?:were|was|had|have|has)\b")
_ALONE = re.compile(r"[^,.;:]{0,40}\b(?:in|on) [^,.;:]{1,30} alone\b")


def code_counts(
    article: Article, mention: Mention, entry: Entry, world: World
) -> tuple[Count, ...]:
    """Return the counts that a mention states, in text order.

    One person beside those who are counted ("the mayor and six guards") counts on top of them, as
    a total only beside those who are told as others.

    Args:
        article: The article.
        mention: The mention, whose quantities are read.
        entry: Its lexicon entry, which says what a number of the action's own targets counts.
        world: Tells nouns that name people ("Kurd", "troop").
    """
    quantities = (*mention.quantities, *elliptic_quantities(article, mention))
    numbers = [quantity for quantity in quantities if not quantity.is_one]
    counts = {c for q in numbers for c in _counts(article, mention, q, entry, world)}
    for one in (quantity for quantity in quantities if quantity.is_one):
        told = {count.kind for count in counts if count.relation is CountRelation.TOTAL}
        counts |= {
            replace(count, relation=CountRelation.ADDITIONAL) if count.kind in told else count
            for count in _counts(article, mention, one, entry, world)
        }
    return tuple(sorted(counts, key=_rank))


def _rank(count: Count) -> tuple[object, ...]:
    kinds = list(CountKind)
    return count.span, kinds.index(count.kind), count.value, count.bound, count.relation, count.of


def _counts(
    article: Article, mention: Mention, quantity: Quantity, entry: Entry, world: World
) -> Iterator[Count]:
    for figure in read_figures(article.text, mention.sentence, quantity):
        before = article.text[mention.sentence.start : figure.start]
        if is_measure(before, article.text[figure.end : mention.sentence.end]):
            continue
        for kind in _kinds(quantity, figure, mention, entry):
            if _is_countable(quantity, figure, kind, world):
                yield Count(
                    kind=kind,
                    value=figure.value,
                    bound=figure.bound,
                    relation=_relation(article.text, mention, figure, kind),
                    of=quantity.of,
                    span=quantity.span,
                )


def _kinds(
    quantity: Quantity, figure: Figure, mention: Mention, entry: Entry
) -> tuple[CountKind, ...]:
    """Return what a number counts: by its governor, by its noun, else by the event's entry."""
    table = read_table("counts")
    words = (quantity.governor, quantity.of)
    if figure.value == 0:
        for word in words:
            if word in table["nothing"]:
                return tuple(CountKind(kind) for kind in table["nothing"][word])
    kind = kind_of(quantity.governor) or table["nouns"].get(quantity.of)
    if kind is not None:
        return (CountKind(kind),)
    if any(word in table["ambiguous"]["nouns"] for word in words):
        return ()
    is_own = bool(set(quantity.governor.split()) & set(mention.lemma.split()))
    return (entry.counts,) if entry.counts and is_own else ()


def _is_countable(quantity: Quantity, figure: Figure, kind: CountKind, world: World) -> bool:
    if quantity.of in read_table("counts")["nouns"]:  # "two arrests" are two people
        return True
    strict = read_table("counts")["strict"]
    is_people = _is_people(quantity.of, world)
    is_strict = kind in strict["kinds"] or quantity.governor in strict["governors"]
    if is_strict or quantity.is_one or _is_like_a_year(quantity, figure):
        return is_people is True
    return is_people is not False


def _is_like_a_year(quantity: Quantity, figure: Figure) -> bool:
    """Tell whether a number may be a year ("the 1988 crackdown"), as "1,988" cannot."""
    return quantity.number.isdecimal() and _FIRST_YEAR <= figure.value <= _LAST_YEAR


def _is_people(noun: str, world: World) -> bool | None:
    """Tell whether a noun names people; None where neither list nor lexicon knows."""
    people, things = read_words("counts", "people"), read_words("counts", "things")
    noun = noun.casefold()
    if not noun:
        return True
    if noun in things:
        return False
    head = noun.split()[-1]
    if head in people or fold(head) in world.sector_words:
        return True
    if any(fold(form) in world.demonyms for form in lemmas_of(head)):
        return True
    return False if head in things else None


def _relation(text: str, mention: Mention, figure: Figure, kind: CountKind) -> CountRelation:
    """Return how a count relates to others of its own kind.

    "Killing eight and wounding 15 others" sets the 15 beside the dead, not on top of other wounded,
    in one sentence or in two. "30 died in the capital alone" says that more died elsewhere, and
    "Six of them were killed" tells of all the dead among those named before.
    """
    before, after = text[mention.sentence.start : figure.start], text[figure.end :]
    if _ALONE.match(after):
        return CountRelation.PART_OF
    if figure.relation is CountRelation.PART_OF and _OF_THEM.match(after) and "," not in before:
        return CountRelation.TOTAL
    if figure.relation is not CountRelation.ADDITIONAL:
        return figure.relation
    first = max(0, mention.sentence.start - _REACH_CHARS)
    words = text[first : figure.start].split()
    told = [k for word in reversed(words) if (k := _kind_told(word)) is not None]
    if told and told[0] is kind:
        told = told[1:]
    is_beside = bool(told) and told[0] is not kind
    return CountRelation.TOTAL if is_beside else CountRelation.ADDITIONAL


def _kind_told(word: str) -> CountKind | None:
    kinds = kind_by_governor()
    return next((kinds[form] for form in lemmas_of(word.strip(".,;:()\"'")) if form in kinds), None)
