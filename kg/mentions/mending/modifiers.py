"""Names and nouns that a parser hung wrong: whose envoys, who is taken hostage, how many died."""

from itertools import pairwise

from kg.mentions.words import Word

__all__ = [
    "BETWEEN",
    "STATES",
    "free_captives",
    "free_counted",
    "free_states",
    "join_modifiers",
    "join_owners",
]

STATES = frozenset(("dead", "wounded", "injured", "hurt", "homeless", "missing", "displaced"))
BETWEEN = frozenset(("between", "from"))
CAPTIVES = frozenset(("hostage", "captive", "prisoner"))


def join_modifiers(words: list[Word]) -> None:
    """In "US and Ukrainian envoys" both say whose envoys they are; neither stands alone."""
    for left, conjunction, right, noun in zip(words, words[1:], words[2:], words[3:], strict=False):
        if conjunction.text.lower() != "and" or not (_is_short_name(left) and right.tag == "JJ"):
            continue
        if (
            right.name is None
            or noun.tag not in ("NN", "NNS")
            or right.head is noun.head is left.head
        ):
            continue
        if left.head is noun or any(w.head is left and w.dep == "case" for w in words):
            continue
        for word in (left, right):
            _hang(word, noun, "amod", words)
        _hang(conjunction, right, "cc", words)


def _is_short_name(word: Word) -> bool:
    """Acronyms and adjectives of nations come before nouns; longer names seldom do."""
    if word.name is None:
        return False
    return word.text.replace(".", "").isupper() or word.tag == "JJ"


def _hang(word: Word, head: Word, dep: str, words: list[Word]) -> None:
    if head.is_below(word):  # never make a ring
        head.head, head.dep = (word.head, word.dep) if word.head is not word else (head, "ROOT")
    for below in words:
        if below.head is word and below is not head and below.dep in ("cc", "conj"):
            below.head = head
    word.head, word.dep = head, dep


def join_owners(words: list[Word]) -> None:
    """In "ministers of Egypt and Sudan" both own the ministers; Sudan is no minister."""
    for left, conjunction, right in zip(words, words[1:], words[2:], strict=False):
        owned = left.head
        if conjunction.text.lower() != "and" or left.dep != "nmod" or owned.tag != "NNS":
            continue
        is_side = right.dep == "conj" and right.head is owned
        if is_side and owned.name is None and _is_country(left) and _is_country(right):
            right.head = left


def _is_country(word: Word) -> bool:
    return word.name is not None and word.name.label == "GPE"


def free_captives(words: list[Word]) -> None:
    """In "took the mayor hostage" the mayor is taken; he describes no hostage."""
    for taken, captive in pairwise(words):
        verb = captive.head
        is_taken = verb.lemma in ("take", "hold") and captive.dep in ("obj", "obl", "obl:unmarked")
        if captive.lemma not in CAPTIVES or not is_taken or taken.dep not in ("compound", "amod"):
            continue
        if taken.head is captive and taken.pos in ("NOUN", "PROPN"):
            for word in words:
                if word.head is captive and word.index < taken.index:
                    word.head = taken
            taken.head, taken.dep, captive.dep = verb, "obj", "xcomp"


def free_states(words: list[Word]) -> None:
    """In "left ten men dead" it is the leaving that ends in death; "dead" tells nothing of the men.

    An adjective that describes a noun stands before it.
    """
    for state in words:
        noun = state.head
        if state.text.lower() not in STATES or state.dep not in ("amod", "acl"):
            continue
        top = noun.first_of_several()
        if noun.index < state.index and top.dep == "obj" and top.head.lemma == "leave":
            state.head, state.dep = top.head, "xcomp"


def free_freed(words: list[Word]) -> None:
    """In "let free ten men" the men are let free; an adjective has no object.

    Who lets others free somebody names them first.
    """
    for freed in words:
        state = freed.head
        is_state = state.pos == "ADJ" or (state.lemma == "free" and state.head.lemma == "let")
        is_next = state.index == state.head.index + 1
        if freed.dep == "obj" and state.dep == "xcomp" and is_state and is_next:
            freed.head = state.head


def free_counted(words: list[Word]) -> None:
    """In "killed between ten and twenty men" the men are killed; "between" leads to numbers."""
    acting = {w.head.index for w in words if w.dep in ("obj", "nsubj:pass")}
    for lead in words:
        noun = lead.head
        verb = noun.head
        is_led = lead.dep == "case" and lead.lemma in BETWEEN and noun.dep == "obl"
        if not is_led or verb.pos != "VERB" or verb.index in acting or noun.index < verb.index:
            continue
        numbers = [w for w in words if w.head is noun and w.dep == "nummod"]
        if any(w.head in numbers and w.dep in ("conj", "nmod", "obl") for w in words):
            noun.dep, lead.dep = "obj", "advmod"
