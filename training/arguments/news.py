"""Events of the news as lessons: `kg` finds them, and the teacher says who is which side of them.

The annotated claims are few (4,000 sentences), and many words stand in one of them only. The
teacher, which has learned sides from them (`training/teacher/sides.py`), knows more words.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from kg.documents import annotate
from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.drafts import Draft
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look, proposal
from kg.mentions.syntax import read_sentences
from kg.mentions.words import Sentence, Word
from kg.model import Article
from training.arguments.lessons import Look, sides_of
from training.teacher.sides import SIDES, Asked, SideReader

__all__ = ["news_looks"]

SURE = 0.7  # odds of a side below which the teacher is not believed
OWN_PHRASE = frozenset(("conj", "appos"))
CHUNK = 4000  # events that are asked about at once


@dataclass(frozen=True, slots=True)
class _Question:
    """An event of the news, with what is seen of its candidates."""

    asked: Asked
    candidates: tuple[Word, ...]
    numbers: tuple[int, ...]  # of the candidates' words in the sentence
    proposed: dict[int, str]
    features: tuple[tuple[str, ...], ...]


def news_looks(texts: Iterable[str], nlp: Language, reader: SideReader) -> Iterator[Look]:
    """Yield the candidates of the events of some sentences, with the sides the teacher is sure of.

    Args:
        texts: The sentences.
        nlp: The pipeline that reads them.
        reader: The teacher.
    """
    lexicon = load_lexicon()
    articles = (Article(id=str(n), text=text) for n, text in enumerate(texts))
    questions = (
        question
        for _, doc in annotate(articles, nlp)
        for sentence in read_sentences(doc, lexicon.lemmas)
        for question in _questions(sentence, lexicon)
    )
    while chunk := list(itertools.islice(questions, CHUNK)):
        odds = reader.odds([question.asked for question in chunk])
        for question in chunk:
            if question.asked in odds:
                yield from _looks(question, odds[question.asked])


def _questions(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Question]:
    drafts = find_drafts(sentence, lexicon)
    numbers = {word.index: n for n, word in enumerate(sentence.words)}
    words = tuple(word.text for word in sentence.words)
    for draft in drafts:
        candidates = candidates_of(draft, sentence, lexicon)
        if candidates:
            yield _question(draft, candidates, drafts, words, numbers, lexicon)


def _question(
    draft: Draft,
    candidates: tuple[Word, ...],
    drafts: Sequence[Draft],
    words: tuple[str, ...],
    numbers: dict[int, int],
    lexicon: Lexicon,
) -> _Question:
    view = look(draft, candidates, drafts, lexicon)
    event = sorted({numbers[word.index] for word in draft.hit.words})
    return _Question(
        asked=Asked(words=words, event=tuple(event), type=str(draft.entry.event_type)),
        candidates=candidates,
        numbers=tuple(numbers[word.index] for word in candidates),
        proposed={w.index: proposal(w, draft, lexicon) for w in candidates},
        features=tuple(tuple(features_of(w, draft, view, lexicon)) for w in candidates),
    )


def _looks(question: _Question, odds: Sequence[Sequence[float]]) -> Iterator[Look]:
    named: dict[str, dict[int, Word]] = {ACTOR: {}, TARGET: {}}
    sure = set()
    for word, number in zip(question.candidates, question.numbers, strict=True):
        best = max(range(len(SIDES)), key=odds[number].__getitem__)
        if odds[number][best] >= SURE:
            sure.add(word.index)
            if SIDES[best] in named:
                named[SIDES[best]][word.index] = word
    heads = {side: _heads(words) for side, words in named.items()}
    truth = sides_of(heads, question.candidates, question.proposed)
    for word, features in zip(question.candidates, question.features, strict=True):
        if word.index in sure:
            proposed = question.proposed[word.index]
            truly = truth.get(word.index, NEITHER)
            yield Look(features=features, proposed=proposed, truth=truly)


def _heads(words: Mapping[int, Word]) -> set[int]:
    """Return the words that stand for a side: "police" of "Kenyan police", not both.

    The teacher says of every word of a phrase that it belongs to a side.
    """
    return {
        index
        for index, word in words.items()
        if word.dep in OWN_PHRASE or not any(w.index in words for w in word.ancestors())
    }
