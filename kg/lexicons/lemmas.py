"""Mend the lemmas of a trained pipeline with what the lexicons know.

A trained lemmatizer guesses wrongly at verbs that it has not seen ("invaded" -> "invad"), and a
wrong lemma hides a word from every table. Where the guess is in no table, the forms of the words
that are in them are tried.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.cues import Cues
from kg.lexicons.event_loading import EventLexicon
from kg.lexicons.events import TriggerKind
from kg.lexicons.grammar import Grammar
from kg.lexicons.inflections import lemmas_of

__all__ = ["Lemmas", "mend_lemma", "read_lemmas"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lemmas:
    """The verbs and nouns that the lexicons name, and irregular forms of verbs to their lemma."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    irregular: Mapping[str, str]


def read_lemmas(
    path: Path, events: EventLexicon, cues: Cues, grammar: Grammar, nouns: Iterable[str]
) -> Lemmas:
    """Gather the lemmas of all tables.

    Args:
        path: `irregular_verbs.tsv`.
        events: Its triggers name verbs and nouns.
        cues: Its words that take complements.
        grammar: Its classes.
        nouns: Further nouns, of people and sectors.
    """
    triggers = [t for entry in events.entries.values() for t in entry.triggers]
    heads = {t.lemmas[-1] for t in triggers if t.kind is not TriggerKind.VERB}
    verbs = {t.lemmas[0] for t in triggers if t.kind is not TriggerKind.NOUN}
    return Lemmas(
        verbs=frozenset(
            verbs
            | set(cues.complements)
            | cues.supports
            | grammar.object_control
            | grammar.occurrence
        ),
        nouns=frozenset(
            heads | grammar.instruments | grammar.harm_nouns | set(cues.complements) | set(nouns)
        ),
        irregular=MappingProxyType(_read_irregular(path)),
    )


def _read_irregular(path: Path) -> dict[str, str]:
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    pairs = (row.split("\t") for row in rows[1:])
    return {form: lemma for lemma, forms in pairs for form in forms.split()}


def mend_lemma(lemmas: Lemmas, form: str, tag: str, lemma: str) -> str:
    """Return the lemma of a word form, the pipeline's own where a table knows it.

    Args:
        lemmas: What the tables know.
        form: The word, lower case.
        tag: Its Penn Treebank tag.
        lemma: The pipeline's guess, lower case.
    """
    if tag.startswith("VB"):
        known = lemmas.verbs
        irregular = lemmas.irregular.get(form)
        if irregular is not None and (lemma not in known or tag in ("VBD", "VBN")):
            return irregular
    elif tag in ("NN", "NNS"):
        known = lemmas.nouns
    else:
        return lemma
    if lemma in known:
        return lemma
    return next((candidate for candidate in lemmas_of(form)[::-1] if candidate in known), lemma)
