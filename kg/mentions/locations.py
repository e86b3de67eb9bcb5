"""Where an event is said to be: names of places in its clause, nearest first."""

from collections.abc import Iterable, Iterator

from kg.lexicons import Grammar
from kg.mentions.phrases import conjuncts
from kg.mentions.words import Word
from kg.model import Span

__all__ = ["is_located", "read_places"]

Ranked = tuple[int, int, Word]  # how near the place stands, where in the sentence, its word
LED = ("obl", "nmod", "advmod", "obl:npmod", "obl:unmarked", "nmod:unmarked")
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


def read_places(
    action: Iterable[Word],
    actors: Iterable[Word],
    targets: Iterable[Word],
    text: str,
    grammar: Grammar,
    *,
    is_material: bool,
) -> tuple[Span, ...]:
    """Return the places of an event, the best first.

    Args:
        action: Head words of the event, the support verb included.
        actors: Head words of its actors: what troops in Mali do is done in Mali.
        targets: Head words of its targets: a town attacked is where it happened.
        text: The article's text.
        grammar: Prepositions and class nouns of places.
        is_material: Whether it is a deed; what is said to a country is not said there.
    """
    action, targets = list(action), list(targets)
    ranked = [*_around_action(action, grammar, is_material=is_material)]
    ranked += _around_targets(targets, grammar, is_material=is_material)
    for word in actors:
        ranked += [(4, w.index, w) for w in _under(word, grammar.locative, grammar)]
    if is_material and not ranked:
        ranked += _anywhere(action, grammar)
    words = [word for _, _, word in sorted(ranked, key=lambda row: row[:2])]
    return tuple(dict.fromkeys(_span(word, text, grammar) for word in words))


def is_located(noun: Word, grammar: Grammar) -> bool:
    """Tell whether a noun has a day or a place of its own ("Sunday's rally", "blast in Kabul")."""
    dated = noun.has("nmod:poss", "compound", "nmod", *LED)
    if any(word.lemma in grammar.time_nouns for word in dated):
        return True
    return any(True for _ in _under(noun, grammar.locative, grammar))


def _around_action(action: list[Word], grammar: Grammar, *, is_material: bool) -> Iterator[Ranked]:
    for word in action:
        yield from ((0, w.index, w) for w in _under(word, grammar.locative, grammar))
        for thing in word.has("obj"):  # "attended the talks in Cairo"
            yield from ((3, w.index, w) for w in _under(thing, grammar.locative, grammar))
        if is_material:
            yield from ((1, w.index, w) for w in word.has("obj") if _is_place(w, grammar))
            yield from ((5, w.index, w) for w in _under(word, grammar.reaching, grammar))
        for verb in (w for w in word.ancestors() if w.is_verb):
            places = _under(verb, grammar.locative - {"on"}, grammar)
            yield from ((6, w.index, w) for w in places)


def _around_targets(
    targets: list[Word], grammar: Grammar, *, is_material: bool
) -> Iterator[Ranked]:
    for word in targets:
        yield from ((2, w.index, w) for w in _under(word, grammar.locative, grammar))
        if not is_material:
            continue
        if _is_place(word, grammar):
            yield 1, word.index, word
        towns = [w for w in word.has("nmod", "nmod:poss", "compound") if _is_town(w)]
        yield from ((3, w.index, w) for w in towns)


def _anywhere(action: list[Word], grammar: Grammar) -> Iterator[Ranked]:
    """A deed told without a place of its own happened where its sentence says that things did."""
    *_, top = action[0], *action[0].ancestors()
    for word in top.subtree():
        yield from ((7, w.index, w) for w in _under(word, grammar.locative - {"on"}, grammar))


def _under(word: Word, prepositions: frozenset[str], grammar: Grammar) -> Iterator[Word]:
    for child in word.children:
        is_led = child.dep in LED and child.case.split(" ")[0] in prepositions
        is_direction = child.lemma in grammar.directions  # "north of Baghdad"
        if not (is_led or is_direction):
            continue
        for place in conjuncts(child):
            if _is_place(place, grammar):
                yield place
            yield from _under(place, grammar.locative | {"of"}, grammar)


def _is_place(word: Word, grammar: Grammar) -> bool:
    if word.name is not None:
        return word.name.label in PLACE_LABELS
    return word.lemma in grammar.class_nouns and any(
        _is_town(w) for w in word.has("compound", "nmod", "amod")
    )


def _is_town(word: Word) -> bool:
    return word.name is not None and word.name.label in PLACE_LABELS


def _span(word: Word, text: str, grammar: Grammar) -> Span:
    """The name, with the class noun after it ("Wardak province")."""
    name = word.name
    if name is None:
        inner = next((w for w in word.has("compound", "nmod", "amod") if _is_town(w)), word)
        start = inner.name.start if inner.name is not None else word.start
        if inner.index > word.index and inner.name is not None:  # "the city of Pokrovsk"
            return Span(start=inner.name.start, end=inner.name.end, text=inner.name.text)
        return Span(
            start=min(start, word.start), end=word.end, text=text[min(start, word.start) : word.end]
        )
    end = name.end
    after = word.head
    if (
        word.dep in ("compound", "amod")
        and after.index == name.last + 1
        and after.lemma in grammar.class_nouns
    ):
        end = after.end
    return Span(start=name.start, end=end, text=text[name.start : end])
