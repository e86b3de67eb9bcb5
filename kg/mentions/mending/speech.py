"""What was said, and by whom, where a parser made of it a part of something else."""

from kg.mentions.words import RELATIVES, Word

__all__ = [
    "free_asides",
    "free_blamed",
    "free_claimed",
    "free_reported",
    "free_said",
    "give_speaker",
    "swap_speaker",
]

SUBJECTS = ("nsubj", "nsubj:pass")
CLOSING = frozenset(('"', "”", "’", "'", "''"))
OBLIQUE = ("obl", "obl:unmarked", "obl:tmod", "obl:npmod")
TELLING = frozenset(("tell", "inform", "assure", "remind", "convince", "warn", "promise", "notify"))
SAYING = frozenset(
    ("say", "add", "report", "conclude", "announce", "warn", "state", "note", "write", "claim")
)
BELIEVING = frozenset(("believe", "think", "estimate", "suspect", "insist", "maintain"))
CLAIMS = frozenset(
    (
        *("accusation", "allegation", "charge", "claim", "complaint", "denial", "fear", "hint"),
        *("report", "rumor", "rumour", "speculation", "suggestion", "suspicion"),
    )
)
WHAT = ("obj", "ccomp", "xcomp", "obl")


def free_asides(words: list[Word]) -> None:
    """In "Rebels killed ten guards, police said" the police do no second deed beside the killing.

    A clause that an "and" joins has the "and"; one of saying that says nothing comments.
    """
    joined = {w.head.index for w in words if w.dep == "cc"}
    told = {w.head.index for w in words if w.dep in WHAT}
    complete = {w.head.index for w in words if w.dep in SUBJECTS}
    for verb in words:
        is_aside = verb.dep == "conj" and verb.index in complete - joined - told
        if is_aside and verb.lemma in SAYING | BELIEVING and verb.head.pos == "VERB":
            verb.dep = "parataxis"


def free_blamed(words: list[Word]) -> None:
    """In "blamed the raid on the army" the army is blamed, not raided."""
    led = {w.head.index for w in words if w.dep == "case" and w.text.lower() == "on"}
    for word in words:
        deed = word.head
        is_led = word.dep == "nmod" and word.index in led and deed.dep == "obj"
        if is_led and deed.head.lemma == "blame" and deed.head.pos == "VERB":
            word.head, word.dep = deed.head, "obl"


def free_reported(words: list[Word]) -> None:
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


def free_claimed(words: list[Word]) -> None:
    """In "rejected claims rebels had fled" the clause is what was claimed, as "that" would say.

    A clause that lacks nothing describes no noun; "the claims rebels made" lacks its object.
    """
    for verb in words:
        if verb.dep != "acl:relcl" or verb.head.lemma not in CLAIMS or verb.head.index > verb.index:
            continue
        below = [w for w in words if w.head is verb and w is not verb]
        subject = next((w for w in below if w.dep in SUBJECTS), None)
        is_whole = any(w.dep in ("obj", "cop", "aux:pass") for w in below)
        if subject is not None and subject.lemma not in RELATIVES and is_whole:
            verb.dep = "acl"


def give_speaker(words: list[Word]) -> None:
    """In '"We leave," announced General Dao' the general announces; nobody announces him."""
    has_subject = {w.head.index for w in words if w.dep in ("nsubj", "nsubj:pass", "iobj")}
    said = {w.head.index for w in words if w.dep == "ccomp" and w.index < w.head.index}
    for word in words:
        verb = word.head
        is_behind = word.dep == "obj" and word.index > verb.index
        if is_behind and verb.index in said - has_subject and verb.lemma not in TELLING:
            word.dep = "nsubj"


def free_said(words: list[Word]) -> None:
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


def swap_speaker(words: list[Word]) -> None:
    """In '"The mayor," said a guard, "was shot"' the guard speaks, and the mayor was shot.

    What stands within quotation marks before a verb of saying is no subject of it.
    """
    subjects = {w.head.index: w for w in words if w.dep in SUBJECTS}
    for clause in words:
        verb = clause.head
        quoted, speaker = subjects.get(verb.index), subjects.get(clause.index)
        if clause.dep != "ccomp" or verb.lemma not in SAYING or not (quoted and speaker):
            continue
        is_quoted = words[verb.index - 1].text in CLOSING and quoted.index < verb.index
        if is_quoted and verb.index < speaker.index < clause.index:
            quoted.head, quoted.dep = clause, speaker.dep
            speaker.head, speaker.dep = verb, "nsubj"
