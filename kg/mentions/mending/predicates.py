"""Which verb a clause has, and its subject, where a parser took a participle for it."""

from itertools import pairwise

from kg.mentions.words import Word

__all__ = [
    "FINITE",
    "free_infinitives",
    "free_results",
    "give_subject",
    "lower_participle",
    "make_root",
    "raise_infinitives",
    "raise_participle",
    "raise_subjects",
    "share_out_subjects",
]

SUBJECTS = ("nsubj", "nsubj:pass")
NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD")
FINITE = ("VBD", "VBZ", "VBP")
OPENERS = ("mark", *SUBJECTS, "aux", "obl:agent", "expl")
OBLIQUE = ("obl", "obl:unmarked", "obl:tmod", "obl:npmod")
CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as", "while", "when"))


def raise_subjects(words: list[Word]) -> None:
    """An auxiliary has no subject, its verb has; and "heavy fighting" is one noun, no clause."""
    for word in words:
        if word.dep in SUBJECTS and word.head.dep in ("aux", "aux:pass", "cop"):
            word.head = word.head.head
    for adjective, noun in pairwise(words):
        is_clause = noun.dep == "csubj" and noun.tag == "VBG"
        if is_clause and adjective.head is noun and adjective.tag == "JJ":
            adjective.dep, noun.dep, noun.tag, noun.pos = "amod", "nsubj", "NN", "NOUN"


def share_out_subjects(words: list[Word]) -> None:
    """Give a clause the subject before it: in "one was killed and four others were hurt" the four.

    A noun is not coordinated with a verb; it is the subject of the verb that is, if that has none.
    """
    opened = {w.head.index for w in words if w.dep in SUBJECTS}
    helped = {w.head.index: w.dep for w in words if w.dep in ("aux", "aux:pass")}
    joined = {w.head.index for w in words if w.dep == "cc"}
    for noun in words:
        first = noun.head
        is_slip = noun.dep == "conj" and noun.tag in NOUNS and first.tag.startswith("VB")
        if not is_slip or noun.index not in joined:
            continue
        verbs = (w for w in words[noun.index + 1 :] if w.dep == "conj" and w.head is first)
        verb = next((w for w in verbs if w.tag.startswith("VB")), None)
        if verb is not None and verb.index in helped and verb.index not in opened:
            is_passive = helped[verb.index] == "aux:pass"
            noun.head, noun.dep = verb, "nsubj:pass" if is_passive else "nsubj"


def free_infinitives(words: list[Word]) -> None:
    """What hangs on a verb describes no noun: in "plan to attack" the attack is what is planned."""
    to_verbs = {w.head.index for w in words if w.dep == "mark" and w.tag == "TO"}
    for word in words:
        if word.dep == "acl" and word.tag == "VB" and word.head.pos == "VERB":
            word.dep = "xcomp" if word.index in to_verbs else "advcl"


def raise_infinitives(words: list[Word]) -> None:
    """In "blew it up in order to free troops" the troops are freed; nobody calls them free.

    What "to" leads to as a conjunction is a verb, though it could be an adjective.
    """
    for to, verb in pairwise(words):
        noun = verb.head
        is_led = to.text.lower() == "to" and to.dep == "mark" and to.head is verb
        if is_led and verb.dep == "amod" and noun.index > verb.index and noun.head is not noun:
            verb.head, verb.dep, verb.tag, verb.pos = noun.head, "advcl", "VB", "VERB"
            noun.head, noun.dep = verb, "obj"


def raise_participle(words: list[Word]) -> None:
    """In "Kenya eased restrictions" with a noun for its root, the participle is the verb.

    A participle right behind a noun describes no later noun, unless a verb stands elsewhere.
    """
    root = next((w for w in words if w.head is w), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or _has_predicate(root, words):
        return
    for subject, verb in pairwise(words):
        is_inside = verb.head is root and verb.dep == "amod" and verb.index < root.index
        is_subject = subject.head in (root, verb) and subject.pos in ("NOUN", "PROPN")
        if is_inside and is_subject and verb.tag in ("VBN", "VBD"):
            _predicate(verb, subject, root, words)
            return


def _has_predicate(root: Word, words: list[Word]) -> bool:
    return any(
        w.head is root and w.dep in ("cop", "nsubj:outer", "aux", "acl:relcl") for w in words
    )


def _predicate(verb: Word, subject: Word, noun: Word, words: list[Word]) -> None:
    """Make a participle the root, what stands before it its subject, the old root its object."""
    for word in words:
        if word.head is not noun or word in (noun, verb, subject):
            continue
        if word.index < subject.index:
            word.head = subject if word.dep in ("det", "amod", "compound", "nummod") else verb
        elif word.dep in ("punct", "conj", "cc", "advcl", "parataxis", "obl", "obl:unmarked"):
            word.head = verb
    subject.head, subject.dep = verb, "nsubj"
    noun.head, noun.dep = verb, "obj"
    verb.head, verb.dep, verb.tag, verb.pos = verb, "ROOT", "VBD", "VERB"


def lower_participle(words: list[Word]) -> None:
    """In "a station crowded with people burned" a participle stands where the verb should.

    A participle that describes the noun right before it, while a verb without subject and with an
    object hangs on the noun that the participle's own preposition leads to, gives way to that verb.
    """
    opened = {w.head.index for w in words if w.dep in OPENERS}
    helped = {w.head.index for w in words if w.dep == "aux"}
    acting = {w.head.index for w in words if w.dep in ("obj", "obl:unmarked")}
    for verb in words:
        noun = verb.head
        participle = noun.head
        is_slip = verb.dep in ("acl", "acl:relcl") and verb.tag in ("VBD", "VBN", "VBZ")
        is_led = noun.dep in OBLIQUE and verb.index == noun.index + 1
        if not (is_slip and is_led) or verb.index in opened or verb.index not in acting:
            continue
        if participle.tag in ("VBD", "VBN") and 0 < participle.index not in helped:
            before = words[participle.index - 1]
            is_noun = before.pos in ("NOUN", "PROPN") and before.dep != "nsubj"
            if is_noun and not _stays_below(before, participle, verb):
                _give_place(verb, participle, before, words)


def _stays_below(word: Word, participle: Word, verb: Word) -> bool:
    """Tell whether a word will still be below a participle that has given its place to a verb."""
    branches = (up for up in (word, *word.ancestors()) if up.head is participle)
    branch = next(branches, None)
    return branch is not None and branch is not participle and not _moves(branch, participle, verb)


def _moves(word: Word, participle: Word, verb: Word) -> bool:
    """Subjects and all that stands behind the verb go over to it."""
    is_side = word.dep in SUBJECTS or word.index > verb.index
    return word.head is participle and is_side


def _give_place(verb: Word, participle: Word, before: Word, words: list[Word]) -> None:
    """Put a verb in the place of a participle, which then describes the noun before it."""
    is_root = participle.head is participle
    verb.head, verb.dep = (verb if is_root else participle.head), participle.dep
    verb.tag, participle.tag = "VBD", "VBN"
    for word in words:
        if _moves(word, participle, verb):
            word.head = verb
            word.dep = "nsubj" if word.dep in SUBJECTS else word.dep
    participle.head, participle.dep = before, "acl"


def free_results(words: list[Word]) -> None:
    """In "struck as people slept, killing ten" the strike kills, not the sleepers."""
    marks = {w.head.index: w.text.lower() for w in words if w.dep == "mark"}
    for before, verb in pairwise(words):
        clause = verb.head
        is_result = verb.dep == "advcl" and verb.tag == "VBG" and verb.index not in marks
        is_aside = clause.dep == "advcl" and marks.get(clause.index) in ("as", "while", "when")
        if is_result and is_aside and before.text == "," and clause.index < verb.index:
            verb.head = clause.head


def give_subject(words: list[Word]) -> None:
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
            make_root(verb, noun, words)
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


def make_root(verb: Word, noun: Word, words: list[Word]) -> None:
    """Make a verb the root and a noun its subject; what stands behind it goes over to it."""
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
