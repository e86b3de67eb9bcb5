"""The teacher's examples: sentences of words with whatever is known of them.

Sources disagree about names: one has no weapons, one takes countries for locations. So a sentence
carries, word by word, the set of name tags that its source leaves possible, and the teacher is
told no more than that.
"""

from dataclasses import dataclass

from training.corpora import Sentence
from training.teacher.features import lemma_rule

NAME_LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WEAPON")
NAME_TAGS = ("O", *(f"{part}-{label}" for label in NAME_LABELS for part in "BI"))
ANY_NAME = frozenset(NAME_TAGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """Tags, lemma rules and dependencies of a sentence; a head is a word number, 0 the root."""

    tags: tuple[str, ...]
    kinds: tuple[str, ...]  # universal tag and features
    rules: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence to learn from; a part that is not known is None."""

    words: tuple[str, ...]
    syntax: Syntax | None = None
    names: tuple[frozenset[str], ...] | None = None


def syntax_of(sentence: Sentence) -> Syntax:
    """Return what a treebank says of a sentence."""
    words = sentence.words
    return Syntax(
        tags=tuple(w.xpos for w in words),
        kinds=tuple(f"{w.upos}|{w.feats}" for w in words),
        rules=tuple(lemma_rule(w.form, w.lemma) for w in words),
        heads=tuple(0 if w.dep == "ROOT" else w.head + 1 for w in words),
        deps=tuple(w.dep for w in words),
    )
