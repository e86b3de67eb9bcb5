"""Lemmas that the teacher spelled wrong, put right by what the treebanks and the vectors know.

The teacher sees wordpieces and picks a rule; now and then it cuts "upgraded" to "upgrad". The
treebanks know most words, and of the rest a rule is right whose outcome is a word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from training.corpora import Sentence, Word
from training.teacher.features import apply_lemma_rule, lemma_rule

OPEN_CLASSES = frozenset(("NOUN", "VERB", "ADJ", "ADV", "AUX"))
RULES_TRIED = 12  # the most frequent of a tag


@dataclass(frozen=True, slots=True, kw_only=True)
class LemmaMemory:
    """Lemmas by lower-cased form and tag, the rules of each tag, most frequent first, and words."""

    lemmas: dict[tuple[str, str], str]
    rules: dict[str, tuple[str, ...]]
    words: frozenset[str]


def remember(sentences: Iterable[Sentence], vocabulary: Set[str]) -> LemmaMemory:
    """Return what treebanks tell of lemmas.

    Args:
        sentences: With gold lemmas.
        vocabulary: Further words, in lower case, that a lemma may be.
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.upos in OPEN_CLASSES and word.lemma != "_":
                seen[word.form.lower(), word.xpos][word.lemma] += 1
                rules[word.xpos][lemma_rule(word.form.lower(), word.lemma)] += 1
    lemmas = {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
    return LemmaMemory(
        lemmas=lemmas,
        rules={
            tag: tuple(rule for rule, _ in counts.most_common(RULES_TRIED))
            for tag, counts in rules.items()
        },
        words=frozenset(lemmas.values()) | vocabulary,
    )


def mended(sentences: Iterable[Sentence], memory: LemmaMemory) -> Iterator[Sentence]:
    """Yield the sentences with their lemmas put right."""
    for sentence in sentences:
        words = tuple(replace(word, lemma=_lemma(word, memory)) for word in sentence.words)
        yield replace(sentence, words=words)


def _lemma(word: Word, memory: LemmaMemory) -> str:
    if word.upos not in OPEN_CLASSES:
        return word.lemma
    form = word.form.lower()
    known = memory.lemmas.get((form, word.xpos))
    if known is not None:
        return known
    if word.lemma in memory.words:
        return word.lemma
    made = (apply_lemma_rule(form, rule) for rule in memory.rules.get(word.xpos, ()))
    return next((lemma for lemma in made if lemma in memory.words), word.lemma)
