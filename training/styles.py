"""The same sentences as other houses print them: quotation marks, capitals, headlines.

The corpora write straight quotes and full sentences; articles do not always. A few sentences of
each are therefore shown in another dress. What is known of the words stays true of them.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.corpora import Sentence, Word

# Shares of the sentences.
CURLY, LOWER, UPPER, LEAD, HEADLINE, UNSTOPPED = 0.35, 0.015, 0.015, 0.015, 0.03, 0.03
LEAD_WORDS = (3, 7)
SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "up",
        "with",
    )
)
Words = tuple[Word, ...]


def restyled(sentences: Iterable[Sentence], *, seed: int) -> Iterator[Sentence]:
    """Yield the sentences, some of them in another dress."""
    rng = random.Random(seed)
    for sentence in sentences:
        words = sentence.words
        if rng.random() < CURLY:
            words = curly(words)
        chance = rng.random()
        for share, dress in DRESSES:
            if chance < share:
                words = dress(words, rng)
                break
            chance -= share
        yield replace(sentence, words=words)


def tight(words: Words) -> Words:
    """Return words whose straight double quotes touch what they enclose."""
    found, opens = list(words), False
    for at, word in enumerate(words):
        if word.form != '"':
            continue
        opens = not opens
        if opens:
            found[at] = replace(found[at], space=False)
        elif at:
            found[at - 1] = replace(found[at - 1], space=False)
    return tuple(found)


def curly(words: Words) -> Words:
    """Return words with typographic quotation marks and apostrophes."""
    opens, found = False, []
    for word in words:
        form = word.form.replace("'", "’")
        if form == '"':
            opens = not opens
            form = "“" if opens else "”"
        found.append(replace(word, form=form))
    return tuple(found)


def _lower(words: Words, _: random.Random) -> Words:
    return tuple(replace(w, form=w.form.lower()) for w in words)


def _upper(words: Words, _: random.Random) -> Words:
    return tuple(replace(w, form=w.form.upper()) for w in words)


def _lead(words: Words, rng: random.Random) -> Words:
    length = rng.randint(*LEAD_WORDS)
    return tuple(replace(w, form=w.form.upper()) if n < length else w for n, w in enumerate(words))


def _headline(words: Words, rng: random.Random) -> Words:
    return tuple(
        replace(w, form=w.form if n and w.form in SMALL else w.form[:1].upper() + w.form[1:])
        for n, w in enumerate(_unstopped(words, rng))
    )


def _unstopped(words: Words, _: random.Random) -> Words:
    last = words[-1]
    if last.form != "." or len(words) == 1 or any(w.head == len(words) - 1 for w in words[:-1]):
        return words
    return words[:-1]


DRESSES = (
    (LOWER, _lower),
    (UPPER, _upper),
    (LEAD, _lead),
    (HEADLINE, _headline),
    (UNSTOPPED, _unstopped),
)
