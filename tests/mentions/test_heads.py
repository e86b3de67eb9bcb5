"""What heads a phrase, and what hangs on it."""

import pytest

from kg.documents import annotate, load_pipeline
from kg.lexicons import load_lexicon
from kg.mentions import read_heads
from kg.model import Article, Head, Span

pytestmark = pytest.mark.pipeline

TEXT = (
    "President Ilan Dravo thanked the soldiers in Kessa. He praised their courage.\n"
    "The mayor told reporters that rebels had carried out an attack. It was over."
)


def heads(*phrases: str) -> tuple[Head | None, ...]:
    """Return the heads of phrases; words of one that stand apart are written with "…" between."""
    ((article, doc),) = annotate([Article(id="a", text=TEXT)], load_pipeline())
    spans = [tuple(span(words) for words in phrase.split("…")) for phrase in phrases]
    return read_heads(article, doc, spans, load_lexicon())


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def head(phrase: str) -> Head:
    (found,) = heads(phrase)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "word", "lemma"),
    [
        ("thanked", "thanked", "thank"),
        ("the soldiers in Kessa", "soldiers", "soldier"),
        ("Ilan Dravo", "dravo", None),
        ("He", "dravo", None),
        ("carried…attack", "carried", "carry"),
    ],
)
def test_head_of_a_phrase(phrase: str, word: str, lemma: str | None) -> None:
    found = head(phrase)
    assert found.word == word
    assert lemma is None or found.lemma == lemma


def test_arguments_are_what_takes_part() -> None:
    assert {"dravo", "soldier"} <= set(head("thanked").arguments)
    assert {"dravo", "courage"} <= set(head("praised").arguments)
    assert head("Kessa").arguments == ()


def test_words_of_saying_are_known() -> None:
    assert head("told").is_saying
    assert not head("thanked").is_saying


def test_sentence_is_told_by_its_first_character() -> None:
    assert [head(words).sentence for words in ("thanked", "told")] == [0, TEXT.index("The mayor")]


def test_pronoun_without_a_name_is_open() -> None:
    assert head("It").is_open
    assert not head("He").is_open


def test_no_word_has_no_head() -> None:
    assert heads("\n") == (None,)
