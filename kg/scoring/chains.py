"""Gold of coreference in, articles with phrases and their chains out.

Each line is an article: `{"doc", "topic", "tokens", "mentions"}`, a token `[sentence, word]`, a
mention `{"kind", "tokens", "chain"}` with its tokens by number. Phrases of one chain, in whatever
article, speak of one thing. The text is made of the tokens again, a line a sentence; a first
sentence that is a web address becomes the address of the article.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.model import Article, Span
from kg.scoring.rows import read_rows

__all__ = ["ChainKind", "ChainedArticle", "ChainedPhrase", "read_chains"]

_ENDINGS = ("s", "m", "d", "re", "ve", "ll")  # of "he's", "I'm", "we're"
_NO_SPACE_BEFORE = frozenset(
    (*".,;:!?)%", "n't", "''", *(f"{mark}{end}" for mark in "'’" for end in ("", *_ENDINGS)))
)
_NO_SPACE_AFTER = frozenset(("(", "$", "``", "#"))
_QUOTES = {"``": '"', "''": '"'}
_SCHEMES = ("http", "https")


class ChainKind(StrEnum):
    """What a phrase speaks of."""

    EVENT = "event"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedPhrase:
    """A phrase that speaks of an event or a participant: its words, and the chain that it is in."""

    kind: ChainKind
    spans: tuple[Span, ...]
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedArticle:
    """An article of a topic with its phrases, in the order of the file."""

    article: Article
    topic: str
    phrases: tuple[ChainedPhrase, ...]


def read_chains(path: Path) -> tuple[ChainedArticle, ...]:
    """Read a file of articles with chains; phrases of other kinds (time, place) are left out.

    Raises:
        ScoringError: If a line is no such article; the message names file and line.
    """
    what = "chains; a line needs doc, topic, tokens and mentions"
    return read_rows(path, _article, what=what)


def _article(row: dict[str, Any]) -> ChainedArticle:
    tokens = [(int(sentence), str(word)) for sentence, word in row["tokens"]]
    address = _address(tokens)
    text, spans = _text(tokens, first=len(address))
    return ChainedArticle(
        article=Article(id=str(row["doc"]), text=text, url="".join(address) or None),
        topic=str(row["topic"]),
        phrases=tuple(
            ChainedPhrase(
                kind=ChainKind(one["kind"]),
                spans=tuple(spans[number] for number in one["tokens"]),
                chain=str(one["chain"]),
            )
            for one in row["mentions"]
            if one["kind"] in set(ChainKind)
        ),
    )


def _address(tokens: Sequence[tuple[int, str]]) -> list[str]:
    """Return the words of the first sentence if it is a web address."""
    if not tokens or tokens[0][1].lower() not in _SCHEMES:
        return []
    return [word for sentence, word in tokens if sentence == tokens[0][0]]


def _text(tokens: Sequence[tuple[int, str]], *, first: int) -> tuple[str, dict[int, Span]]:
    """Return the text of the tokens from the first on, and where each stands in it, by number."""
    spans: dict[int, Span] = {}
    text = ""
    for number in range(first, len(tokens)):
        word = _QUOTES.get(tokens[number][1], tokens[number][1])
        text += _gap(tokens, number) if number > first else ""
        spans[number] = Span(start=len(text), end=len(text) + len(word), text=word)
        text += word
    return text, spans


def _gap(tokens: Sequence[tuple[int, str]], number: int) -> str:
    """Return what stands between a token and the one before it."""
    (before_sentence, before), (sentence, word) = tokens[number - 1], tokens[number]
    if sentence != before_sentence:
        return "\n"
    return "" if word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER else " "
