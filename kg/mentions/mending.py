"""Mend slips that small parsers make again and again, before anything is read off the tree.

Each rule needs a pattern that no right parse shows; children are not linked yet, only heads.
"""

from kg.mentions.words import Word

__all__ = ["mend_tree"]

FINITE = ("VBD", "VBZ", "VBP")
OPENERS = ("mark", "nsubj", "nsubj:pass", "aux", "obl:agent", "expl")
CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as", "while", "when"))


def mend_tree(words: list[Word]) -> None:
    """Mend the heads of a sentence's words, in place."""
    _join_modifiers(words)
    _free_infinitives(words)
    _give_subject(words)


def _join_modifiers(words: list[Word]) -> None:
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
        conjunction.head, conjunction.dep = right, "cc"


def _is_short_name(word: Word) -> bool:
    """Acronyms and adjectives of nations come before nouns; longer names seldom do."""
    if word.name is None:
        return False
    return word.text.replace(".", "").isupper() or word.tag == "JJ"


def _hang(word: Word, head: Word, dep: str, words: list[Word]) -> None:
    if _is_below(head, word):  # never make a ring
        head.head, head.dep = (word.head, word.dep) if word.head is not word else (head, "ROOT")
    for below in words:
        if below.head is word and below is not head and below.dep in ("cc", "conj"):
            below.head = head
    word.head, word.dep = head, dep


def _is_below(word: Word, other: Word) -> bool:
    return any(ancestor is other for ancestor in word.ancestors())


def _free_infinitives(words: list[Word]) -> None:
    """What hangs on a verb describes no noun: in "plan to attack" the attack is what is planned."""
    to_verbs = {w.head.index for w in words if w.dep == "mark" and w.tag == "TO"}
    for word in words:
        if word.dep == "acl" and word.tag == "VB" and word.head.pos == "VERB":
            word.dep = "xcomp" if word.index in to_verbs else "advcl"


def _give_subject(words: list[Word]) -> None:
    """Give a finite verb without any subject the noun phrase right before it.

    "A strike on the port killed ten" with "killed" hung below "strike" or "port" as if it described
    it; "a day after a strike on the port killed ten" with the strike under a preposition. A finite
    verb without a relative word or conjunction describes nothing, it predicates.
    """
    _lower_led_subjects(words)
    opened = {word.head.index for word in words if word.dep in OPENERS}
    for verb in words:
        if verb.dep not in ("acl", "acl:relcl") or verb.tag not in FINITE or verb.index in opened:
            continue
        noun = _top_of_phrase(verb.head, verb)
        if noun.head is noun:
            _make_root(verb, noun, words)
        else:
            _make_clause(verb, noun, words)


def _lower_led_subjects(words: list[Word]) -> None:
    """No subject has a preposition: in "a strike on Kyiv killed" Kyiv belongs to the strike."""
    led = {w.head.index for w in words if w.dep == "case" and w.tag == "IN"}
    for word in words:
        verb = word.head
        if word.dep == "nsubj" and word.index in led and verb.dep in ("acl", "acl:relcl"):
            word.head, word.dep = verb.head, "nmod"


def _top_of_phrase(noun: Word, verb: Word) -> Word:
    """Climb from a noun before a verb to the head of its whole phrase."""
    while noun.dep in ("nmod", "compound", "flat", "appos") and noun.head.index < verb.index:
        noun = noun.head
    return noun


def _make_root(verb: Word, noun: Word, words: list[Word]) -> None:
    for word in words:
        if word.head is noun and word.index > verb.index:
            word.head = verb
    noun.head, noun.dep = verb, "nsubj"
    verb.head, verb.dep = verb, "ROOT"


def _make_clause(verb: Word, noun: Word, words: list[Word]) -> None:
    """Turn "after a strike", with a verb behind it, into the clause "after a strike killed"."""
    leads = [w for w in words if w.head is noun and w.dep == "case"]
    if not leads or leads[0].text.lower() not in CONJUNCTIONS:
        return
    verb.head, verb.dep = noun.head, "advcl"
    noun.head, noun.dep = verb, "nsubj"
    leads[0].head, leads[0].dep = verb, "mark"
    for word in words:
        if word.head is noun and word.index > verb.index:
            word.head = verb
