"""Gerunds that a parser takes for clauses though they name an event: "fighting between the two".

Children are not linked yet, only heads.
"""

from kg.mentions.words import Word

__all__ = ["name_gerunds"]

OF_VERBS = frozenset(
    ("obj", "iobj", "aux", "aux:pass", "nsubj", "nsubj:pass", "xcomp", "ccomp", "compound:prt")
)
NOUN_PLACES = {
    "csubj": "nsubj",
    "csubj:pass": "nsubj:pass",
    "nsubj": "nsubj",
    "nsubj:pass": "nsubj:pass",
}
LEADS = frozenset(
    ("in", "during", "amid", "despite")
)  # "by fighting" and "after fighting" may be verbs


def name_gerunds(words: list[Word]) -> None:
    """Make nouns of gerunds that stand where nouns do and take nothing that only verbs take."""
    for word in words:
        if word.tag != "VBG" or word.pos == "NOUN":
            continue
        below = [w for w in words if w.head is word and w is not word]
        if any(w.dep in OF_VERBS for w in below):
            continue
        leads = [w for w in below if w.dep == "mark" and w.lemma in LEADS]
        if word.dep in NOUN_PLACES and not any(w.dep == "mark" for w in below):
            _make_noun(word, NOUN_PLACES[word.dep])
        elif word.dep == "advcl" and leads:
            _make_noun(word, "obl")
            for lead in leads:
                lead.dep = "case"


def _make_noun(word: Word, dep: str) -> None:
    word.dep, word.tag, word.pos = dep, "NN", "NOUN"
