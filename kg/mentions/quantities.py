"""Numbers of people and things in an event's clause."""

from collections.abc import Iterator, Mapping, Sequence

from kg.lexicons import Lexicon
from kg.mentions.mending.modifiers import BETWEEN, STATES
from kg.mentions.phrases import DEFINITE, conjuncts, is_definite
from kg.mentions.words import Word
from kg.model import Quantity, Span

__all__ = ["read_quantities"]

NO_NUMBERS = frozenset(("no", "several", "many"))
ONE_PERSON = frozenset(("him", "her", "himself", "herself"))
NOBODY = frozenset(("nobody", "none"))
ANOTHER = "another"
TOTAL = "total"


def read_quantities(
    words: list[tuple[Word, str]], text: str, lexicon: Lexicon
) -> Iterator[Quantity]:
    """Yield the numbers stated of some heads, each once, in text order.

    Args:
        words: Heads of the phrases that a number may count (targets, and what is deployed), each
            with the lemma of the word that says what became of it.
        text: The article's text.
        lexicon: Its numerals and bounds.
    """
    seen: set[int] = set()
    for head, governor in words:
        for quantity in _of_all(list(conjuncts(head)), governor, text, lexicon):
            if quantity.span.start not in seen:
                seen.add(quantity.span.start)
                yield quantity


def _of_all(
    together: Sequence[Word], governor: str, text: str, lexicon: Lexicon
) -> Iterator[Quantity]:
    """Yield the numbers of phrases joined by "and", and each one who stands beside a number.

    "Killed the mayor and six guards" leaves seven dead; of the mayor alone no number is said.
    """
    counted = [list(_of(w, _state_after(w) or governor, text, lexicon)) for w in together]
    is_counted = any(q.number.lower() not in NO_NUMBERS for found in counted for q in found)
    for word, found in zip(together, counted, strict=True):
        yield from found
        if not found and is_counted and _is_one_person(word):
            span = Span(start=word.start, end=word.end, text=word.text)
            of = "" if word.name is not None or word.pos == "PRON" else word.lemma
            yield Quantity(span=span, number="", of=of, governor=governor, is_one=True)


def _is_one_person(word: Word) -> bool:
    """Tell whether a word means one person: a name, "him", "the mayor"; claims ask what it is."""
    if word.name is not None:
        return word.name.label == "PERSON"
    if word.pos == "PRON":
        return word.text.lower() in ONE_PERSON
    return word.tag == "NN" and bool(word.has("det", "nmod:poss"))


def _of(head: Word, governor: str, text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    number = _number(head, lexicon)
    if number is not None:
        yield _quantity(head, number, governor, text, lexicon)
    elif _is_counted_above(head, lexicon):
        yield from _of(_first_number(head.head, lexicon), governor, text, lexicon)
    for child in head.children:
        is_part = child.dep in ("nmod", "acl", "advcl", "appos", "obl") and child.case in (
            "including",
            "among",
            "with",
        )
        is_size = child.dep == "nmod" and child.case == "of" and _tells_size(head, child)
        if (is_part or is_size) and _number(child, lexicon) is not None:
            yield from _of(child, governor, text, lexicon)


def _state_after(number: Word) -> str | None:
    """Return what a bare number's people are, by the word behind it: "and eight wounded"."""
    if number.pos != "NUM":
        return None
    after = number.sentence().get(number.index + 1)
    return after.text.lower() if after is not None and after.text.lower() in STATES else None


def _tells_size(head: Word, child: Word) -> bool:
    """Tell whether a number says how many a noun is: "a family of five", "a total of 40 men"."""
    return head.lemma == TOTAL or (child.pos == "NUM" and not head.has("nummod"))


def _number(head: Word, lexicon: Lexicon) -> list[Word] | None:
    """Return the words of the number that counts a head, or that the head itself is."""
    numeral = head.first("nummod") or _mistaken_numeral(head, lexicon)
    if numeral is not None:
        words = [w for w in numeral.subtree() if w.dep not in ("acl", "advcl", "nmod")]
        return words[1:] if words[0].lemma in BETWEEN and len(words) > 1 else words
    if _is_number(head, lexicon) or head.lemma in NOBODY:
        own = [w for w in head.children if _is_of_number(w) and w.index < head.index]
        return sorted([*own, head], key=lambda w: w.index)
    if head.lemma == ANOTHER:  # "killed one soldier and wounded another"
        return [head]
    counting = next((w for w in head.has("det") if _counts(w, head)), None)
    if counting is not None:
        return [counting]
    plural = next((w for w in head.has("amod") if w.lemma in ("several", "many")), None)
    return [plural] if plural is not None else None


def _is_counted_above(head: Word, lexicon: Lexicon) -> bool:
    """Tell whether a number before them counts all: "hundreds of people", not "one of the men"."""
    is_whole = not head.has("nmod:poss") and not is_definite(head)
    is_of = head.dep == "nmod" and head.case == "of" and not head.is_root
    return is_of and is_whole and _is_number(head.head, lexicon)


def _first_number(number: Word, lexicon: Lexicon) -> Word:
    """Return the first of numbers that make one: the tens of "tens of thousands of people"."""
    while _is_counted_above(number, lexicon):
        number = number.head
    return number


def _is_number(word: Word, lexicon: Lexicon) -> bool:
    return word.lemma in lexicon.grammar.number_nouns or word.pos == "NUM"


def _is_of_number(word: Word) -> bool:
    """Tell whether a word before a number is part of it: "a dozen", not "the three"."""
    if word.dep == "det":
        return word.lemma not in DEFINITE
    return word.dep in ("nummod", "compound", "amod")


def _counts(determiner: Word, head: Word) -> bool:
    """Tell whether a determiner is a number: "no soldier", "another soldier", not "another two"."""
    return determiner.lemma == "no" or (determiner.lemma == ANOTHER and head.tag in ("NN", "NNP"))


def _mistaken_numeral(head: Word, lexicon: Lexicon) -> Word | None:
    """A numeral before its noun that the parser calls something else."""
    before = [w for w in head.has("compound", "amod", "det", "nmod") if w.index < head.index]
    numerals = lexicon.grammar.numerals
    return next((w for w in before if w.tag == "CD" or w.text.lower() in numerals), None)


def _quantity(
    head: Word, number: list[Word], governor: str, text: str, lexicon: Lexicon
) -> Quantity:
    counted = head
    while _is_number(counted, lexicon) and (of := _led_by_of(counted)) is not None:
        counted = of
        if _is_number(of, lexicon):
            number = [*number, of]  # "tens of thousands"
    core = [w for w in number if w.text.lower() not in lexicon.grammar.bounds or w.pos == "NUM"]
    by_index = head.sentence()
    number = _with_half(core or number, by_index)
    first = _with_bounds(number[0], by_index, lexicon)
    start, end = first.start, max(counted.end, number[-1].end, head.end)
    is_bare = counted is head and (_is_number(head, lexicon) or head.lemma == ANOTHER)
    return Quantity(
        span=Span(start=start, end=end, text=text[start:end]),
        number=text[number[0].start : number[-1].end],
        of="" if is_bare else counted.lemma,
        governor=governor,
    )


def _led_by_of(word: Word) -> Word | None:
    return next((w for w in word.has("nmod") if w.case == "of"), None)


def _with_half(number: list[Word], by_index: Mapping[int, Word]) -> list[Word]:
    """Return a number with the half before it, wherever that hangs: "half a dozen"."""
    before = by_index.get(number[0].index - 1)
    is_half = before is not None and before.lemma == "half" and number[0].lemma == "a"
    return [before, *number] if before is not None and is_half else number


def _with_bounds(number: Word, by_index: Mapping[int, Word], lexicon: Lexicon) -> Word:
    """Return the first of the bounding words before a number ("at least", "more than")."""
    first = number
    while (before := by_index.get(first.index - 1)) is not None:
        if before.text.lower() not in lexicon.grammar.bounds:
            break
        first = before
    return first
