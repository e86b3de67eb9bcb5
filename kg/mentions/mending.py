"""Mend slips that small parsers make again and again, before anything is read off the tree.

Each rule needs a pattern that no right parse shows; children are not linked yet, only heads. Each
leaves a tree: a rule that would hang a word below itself leaves the sentence alone.
"""

from itertools import pairwise

from kg.mentions.gerunds import name_gerunds
from kg.mentions.parting import part_names
from kg.mentions.words import Word

__all__ = ["mend_tree"]

SUBJECTS = ("nsubj", "nsubj:pass")
FINITE = ("VBD", "VBZ", "VBP")
OPENERS = ("mark", *SUBJECTS, "aux", "obl:agent", "expl")
CAPTIVES = frozenset(("hostage", "captive", "prisoner"))
OBLIQUE = ("obl", "obl:unmarked", "obl:tmod", "obl:npmod")
TELLING = frozenset(("tell", "inform", "assure", "remind", "convince", "warn", "promise", "notify"))
SAYING = frozenset(
    ("say", "add", "report", "conclude", "announce", "warn", "state", "note", "write", "claim")
)
CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as", "while", "when"))


def mend_tree(words: list[Word]) -> None:
    """Mend the heads of a sentence's words, in place."""
    part_names(words)
    _join_modifiers(words)
    _raise_subjects(words)
    _free_infinitives(words)
    _join_owners(words)
    _free_captives(words)
    _raise_participle(words)
    _free_blamed(words)
    _free_reported(words)
    _free_said(words)
    _give_speaker(words)
    _lower_participle(words)
    _free_results(words)
    _give_subject(words)
    name_gerunds(words)


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
        _hang(conjunction, right, "cc", words)


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


def _raise_subjects(words: list[Word]) -> None:
    """An auxiliary has no subject, its verb has; and "heavy fighting" is one noun, no clause."""
    for word in words:
        if word.dep in SUBJECTS and word.head.dep in ("aux", "aux:pass", "cop"):
            word.head = word.head.head
    for adjective, noun in pairwise(words):
        is_clause = noun.dep == "csubj" and noun.tag == "VBG"
        if is_clause and adjective.head is noun and adjective.tag == "JJ":
            adjective.dep, noun.dep, noun.tag, noun.pos = "amod", "nsubj", "NN", "NOUN"


def _free_infinitives(words: list[Word]) -> None:
    """What hangs on a verb describes no noun: in "plan to attack" the attack is what is planned."""
    to_verbs = {w.head.index for w in words if w.dep == "mark" and w.tag == "TO"}
    for word in words:
        if word.dep == "acl" and word.tag == "VB" and word.head.pos == "VERB":
            word.dep = "xcomp" if word.index in to_verbs else "advcl"


def _join_owners(words: list[Word]) -> None:
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


def _free_captives(words: list[Word]) -> None:
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


def _free_blamed(words: list[Word]) -> None:
    """In "blamed the raid on the army" the army is blamed, not raided."""
    led = {w.head.index for w in words if w.dep == "case" and w.text.lower() == "on"}
    for word in words:
        deed = word.head
        is_led = word.dep == "nmod" and word.index in led and deed.dep == "obj"
        if is_led and deed.head.lemma == "blame" and deed.head.pos == "VERB":
            word.head, word.dep = deed.head, "obl"


def _free_reported(words: list[Word]) -> None:
    """In "said on Friday that troops had left" the clause is what was said, not about Friday.

    Likewise in "told the court that troops had left".
    """
    marked = {w.head.index for w in words if w.dep == "mark" and w.text.lower() == "that"}
    complete = {w.head.index for w in words if w.dep in SUBJECTS}
    for verb in words:
        day = verb.head
        is_clause = verb.dep in ("acl", "acl:relcl") and verb.index in marked & complete
        is_told = day.dep in ("obj", "iobj") and day.head.lemma in TELLING
        if not is_clause or day.head.pos != "VERB" or day.head is verb:
            continue
        if day.dep in OBLIQUE or is_told:
            verb.head, verb.dep = day.head, "ccomp"


def _give_speaker(words: list[Word]) -> None:
    """In '"We leave," announced General Dao' the general announces; nobody announces him."""
    has_subject = {w.head.index for w in words if w.dep in ("nsubj", "nsubj:pass", "iobj")}
    said = {w.head.index for w in words if w.dep == "ccomp" and w.index < w.head.index}
    for word in words:
        verb = word.head
        is_behind = word.dep == "obj" and word.index > verb.index
        if is_behind and verb.index in said - has_subject and verb.lemma not in TELLING:
            word.dep = "nsubj"


def _free_said(words: list[Word]) -> None:
    """In "The force will bomb it, the minister said" the clause before is what he said."""
    marked = {w.head.index for w in words if w.dep in ("mark", "case")}
    complete = {w.head.index for w in words if w.dep in SUBJECTS}
    has_said = {w.head.index for w in words if w.dep == "ccomp"}
    for clause in words:
        verb = clause.head
        is_bare = clause.dep == "advcl" and clause.index in complete - marked
        is_before = clause.index < verb.index and verb.lemma in SAYING
        if is_bare and is_before and verb.index in complete - has_said:
            clause.dep = "ccomp"


def _raise_participle(words: list[Word]) -> None:
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


def _lower_participle(words: list[Word]) -> None:
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


def _free_results(words: list[Word]) -> None:
    """In "struck as people slept, killing ten" the strike kills, not the sleepers."""
    marks = {w.head.index: w.text.lower() for w in words if w.dep == "mark"}
    for before, verb in pairwise(words):
        clause = verb.head
        is_result = verb.dep == "advcl" and verb.tag == "VBG" and verb.index not in marks
        is_aside = clause.dep == "advcl" and marks.get(clause.index) in ("as", "while", "when")
        if is_result and is_aside and before.text == "," and clause.index < verb.index:
            verb.head = clause.head


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
