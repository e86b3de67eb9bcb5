"""Noun phrases: from a head word to the words an annotator would mark, and who they name."""

from collections.abc import Iterator

from kg.lexicons import Grammar, Lexicon, fold
from kg.mentions.words import Word
from kg.model import ActorPhrase, Span

__all__ = [
    "DEFINITE",
    "actor_phrase",
    "conjuncts",
    "is_against",
    "is_definite",
    "is_nominal",
    "is_none",
    "phrase_words",
    "text_of",
    "whole_of",
    "whose",
]

INSIDE = frozenset(
    (
        "compound",
        "amod",
        "nmod:poss",
        "flat",
        "flat:name",
        "goeswith",
        "nmod:npmod",
        "fixed",
        "nmod:desc",
    )
)
AGAINST = "anti-"
PARTS = frozenset(("much", "most", "some", "many", "all", "both", "several", "few"))
BELONGING = ("of", "from")
WITHIN = ("in", "at", "across", "throughout", "inside")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))


def is_nominal(word: Word) -> bool:
    """Tell whether a word can head a phrase that names somebody or something."""
    return (
        word.pos in NOMINAL
        or word.name is not None
        or (word.pos in ("ADJ", "DET") and _is_group(word))
    )


def is_against(word: Word) -> bool:
    """Tell whether a word names whom something is against: "anti-Japanese marches"."""
    return word.text.lower().startswith(AGAINST)


def _is_group(word: Word) -> bool:
    """An adjective in a noun's place: "the wounded", "many", "others"."""
    return word.dep in ("nsubj", "nsubj:pass", "obj", "obl", "conj", "nmod", "iobj", "obl:agent")


def conjuncts(word: Word) -> Iterator[Word]:
    """Yield a word and the nouns coordinated with it, in text order.

    "US and Ukrainian envoys" is one phrase: an adjective's conjunct is no phrase of its own.
    """
    yield word
    for child in word.has("conj"):
        if is_nominal(child):
            yield from conjuncts(child)


def is_none(noun: Word) -> bool:
    """Tell whether a phrase says that there is nobody or nothing: "no casualties"."""
    return any(word.lemma == "no" for word in noun.has("det"))


def is_definite(noun: Word) -> bool:
    """Tell whether a phrase names what is known already: "the raid", "those raids"."""
    return any(word.lemma in DEFINITE for word in noun.has("det"))


def whole_of(word: Word, grammar: Grammar) -> Word:
    """Return whom a quantity counts: the soldiers of "one of their soldiers" and "scores of them".

    Any other word stands for itself.
    """
    is_quantity = word.pos == "NUM" or word.lemma in grammar.number_nouns
    if word.name is not None or not (is_quantity or word.lemma in PARTS):
        return word
    return next((w for w in word.has("nmod") if w.case == "of" and is_nominal(w)), word)


def phrase_words(head: Word, grammar: Grammar) -> list[Word]:
    """Return the words of the phrase without determiner, numeral, clauses and coordination."""
    inside = {head.index: head}
    if head.name is not None:
        _add_name(head, inside)
    for child in head.children:
        if _belongs(child, head, grammar):
            for word in _part(child):
                inside.setdefault(word.index, word)
    return _contiguous(head, inside)


def _add_name(head: Word, inside: dict[int, Word]) -> None:
    """A name is never cut: all words that carry the same name come along."""
    root = head
    for ancestor in head.ancestors():
        root = ancestor
    name = head.name
    if name is None:
        return
    for word in root.subtree():
        if word.name is name and word.dep not in ("det", "case"):
            inside[word.index] = word


def _belongs(child: Word, head: Word, grammar: Grammar) -> bool:
    is_number = child.tag == "CD" or child.text.lower() in grammar.numerals
    if is_number or child.lemma in grammar.not_modifiers or child.lemma.endswith("-year-old"):
        return False
    if child.dep == "amod" and child.index > head.index and child.children:
        return False  # "those responsible for it"
    if child.dep in INSIDE:
        return True
    if child.dep == "nmod":
        is_behind = child.case in BELONGING and child.index > head.index
        return is_behind and not _is_time(child) and not _is_charge(child, head, grammar)
    if child.dep == "appos":  # "Kremlin spokesman Dmitry Peskov" in some parses
        return child.index == head.index + 1 or (
            child.name is not None and child.name.first == head.index + 1
        )
    return child.dep == "punct" and child.text in ("-", "–", "'", "’", "/", '"', "“", "”")


def _is_charge(child: Word, head: Word, grammar: Grammar) -> bool:
    """Tell whether an of-phrase says of what somebody is accused, whatever it hangs on."""
    head = head.first_of_several()
    is_object = head.dep in ("obj", "nsubj:pass") and head.head.lemma in grammar.of_verbs
    return is_object and child.case == "of" and child.name is None


def _is_time(word: Word) -> bool:
    return word.lemma.isdigit() or word.lemma in ("year", "month", "week", "day", "age")


def _part(child: Word) -> Iterator[Word]:
    """The child's own words; below it, relative clauses, clauses and appositions stay out."""
    yield child
    for below in child.children:
        if below.dep in ("acl", "acl:relcl", "advcl", "appos", "parataxis", "dep"):
            continue
        if below.dep == "nmod" and below.case not in BELONGING:
            continue
        yield from _part(below)


def _contiguous(head: Word, inside: dict[int, Word]) -> list[Word]:
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    words = [inside[i] for i in range(first, last + 1)]
    while len(words) > 1 and words[0] is not head and _is_edge(words[0]):
        words = words[1:]
    while len(words) > 1 and words[-1] is not head and _is_edge(words[-1]):
        words = words[:-1]
    return words


def _is_edge(word: Word) -> bool:
    """Words that no phrase begins or ends with."""
    own = word.name is not None and word.dep not in ("det",)
    return not own and (word.pos in ("DET", "PUNCT", "ADP", "CCONJ", "NUM") or word.dep == "case")


def text_of(words: list[Word], text: str) -> Span:
    """Return the stretch of the article's text from the first to the last word."""
    start, end = words[0].start, words[-1].end
    return Span(start=start, end=end, text=text[start:end])


def whose(head: Word) -> tuple[str, ...]:
    """Return names and adjectives of belonging around a head, in text order.

    "Russian" of "Russian troops", "Ukraine" of "Ukraine's president", "Syria" of "the army of
    Syria"; not of "troops in Syria", who may be anybody's.
    """
    found = []
    for child in head.children:
        is_owner = child.dep == "nmod" and child.case in BELONGING
        if is_owner or child.dep in ("amod", "compound", "nmod:poss", "flat", "nmod:desc"):
            found += [
                w for w in conjuncts_of_modifier(child) if w.name is not None or w.pos == "ADJ"
            ]
    texts = [
        w.name.text if w.name is not None else w.text for w in sorted(found, key=lambda w: w.index)
    ]
    return tuple(dict.fromkeys(texts))


def conjuncts_of_modifier(word: Word) -> Iterator[Word]:
    """Yield a modifier and those coordinated with it ("US and Ukrainian")."""
    yield word
    for child in word.children:
        if child.dep in ("conj", "compound", "amod"):
            yield from conjuncts_of_modifier(child)


def actor_phrase(
    head: Word, text: str, lexicon: Lexicon, *, refers_to: str | None = None
) -> ActorPhrase:
    """Return the phrase that a head word stands for.

    Args:
        head: The head noun, name or pronoun.
        text: The article's text.
        lexicon: Its demonyms tell names from other modifiers.
        refers_to: The name that the phrase refers to, where reference was resolved.
    """
    words = phrase_words(head, lexicon.grammar)
    span = text_of(words, text)
    name, own = head.name, head.text.lower()
    if words[0] is head and is_against(head):
        at, own = span.start + len(AGAINST), own[len(AGAINST) :]
        span = Span(start=at, end=span.end, text=text[at : span.end])
    modifiers = tuple(
        m for m in whose(head) if m[:1].isupper() or fold(m) in lexicon.world.demonyms
    )
    return ActorPhrase(
        span=span,
        name=refers_to or span.text,
        head=own if name is not None or is_against(head) else head.lemma,
        label=name.label if name is not None else None,
        modifiers=modifiers,
        is_plural=head.tag in ("NNS", "NNPS") or head.lemma in ("they", "we", "people"),
        seat=_seat(head),
    )


def _seat(head: Word) -> str | None:
    """Return the name of the place that a phrase says its people are in: "police in Lagos"."""
    for place in head.has("nmod"):
        if place.case in WITHIN:
            for word in (place, *place.has("compound", "amod", "nmod:desc")):
                if word.name is not None and word.name.label in ("GPE", "LOC"):
                    return word.name.text
    return None
