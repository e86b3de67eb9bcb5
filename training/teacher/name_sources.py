"""Names from sets with other labels than ours, each word with the tags its set leaves possible."""

from collections.abc import Mapping

from spacy.tokens import Doc

from training.teacher.examples import NAME_LABELS, Reading

PLACES = ("GPE", "LOC", "FAC")
REST = ("NORP", "EVENT", "WEAPON", "O")
# What each set's own labels may be under ours; the convention of voa-names wins where they differ.
UNER = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": PLACES,
    "OTH": REST,
    "O": ("O", "NORP", "EVENT", "WEAPON"),
}
WIKIGOLD = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": PLACES,
    "MISC": REST,
    "O": ("O", "WEAPON", "FAC"),
}
CROSSNER = {
    "politician": ("PERSON",),
    "person": ("PERSON",),
    "organisation": ("ORG",),
    "politicalparty": ("ORG",),
    "country": ("GPE",),
    "location": PLACES,
    "election": ("EVENT",),
    "event": ("EVENT",),
    "misc": REST,
    "O": ("O", "NORP", "WEAPON", "FAC"),
}


def reading(rows: list[tuple[str, str]], labels: Mapping[str, tuple[str, ...]]) -> Reading:
    """Return a sentence with the name tags that its set leaves possible."""
    return Reading(
        words=tuple(word for word, _ in rows),
        names=tuple(_possible(tag, labels) for _, tag in rows),
    )


def _possible(tag: str, labels: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    part, _, label = tag.rpartition("-")
    for ours in labels[label]:
        if ours == "O":
            found.add("O")
        elif part and "O" not in labels[label]:
            found.add(f"{part}-{ours}")
        else:  # its borders are not ours
            found.update((f"B-{ours}", f"I-{ours}"))
    return frozenset(found)


def doc_reading(doc: Doc) -> Reading:
    """Return a sentence of voa-names: its tags are ours."""
    tags = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ in NAME_LABELS else "O" for t in doc]
    return Reading(words=tuple(t.text for t in doc), names=tuple(frozenset((tag,)) for tag in tags))
