"""Events of the news as lessons: `kg` finds them, the teacher says who is which side of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.drafts import Draft
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look, proposal
from kg.mentions.words import Sentence, Word
from training.arguments.lessons import Look, sides_of
from training.news import iter_news
from training.questions import SIDES, Answers, Asked, iter_answered, question

__all__ = ["news_looks"]

OWN_PHRASE = frozenset(("conj", "appos"))


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of the news, with what is seen of its candidates."""

    candidates: tuple[Word, ...]
    numbers: tuple[int, ...]  # of the candidates' words in the sentence
    proposed: dict[int, str]
    features: tuple[tuple[str, ...], ...]


def news_looks(texts: Iterable[str], nlp: Language, teacher: Answers) -> Iterator[Look]:
    """Yield the candidates of the events of some sentences, with the likeliest sides and odds.

    Args:
        texts: The sentences.
        nlp: The pipeline that reads them.
        teacher: It has learned to answer.
    """
    lexicon = load_lexicon()
    events = (
        event
        for _, sentence in iter_news(texts, nlp, lexicon)
        for event in _events(sentence, lexicon)
    )
    for event, answer in iter_answered(events, teacher):
        yield from _looks(event, answer.sides)


def _events(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[_Event, Asked]]:
    drafts = find_drafts(sentence, lexicon)
    numbers = {word.index: n for n, word in enumerate(sentence.words)}
    for draft in drafts:
        candidates = candidates_of(draft, sentence, lexicon)
        if candidates:
            yield _event(draft, candidates, drafts, numbers, lexicon), question(draft, sentence)


def _event(
    draft: Draft,
    candidates: tuple[Word, ...],
    drafts: Sequence[Draft],
    numbers: dict[int, int],
    lexicon: Lexicon,
) -> _Event:
    view = look(draft, candidates, drafts, lexicon)
    return _Event(
        candidates=candidates,
        numbers=tuple(numbers[word.index] for word in candidates),
        proposed={w.index: proposal(w, draft, lexicon) for w in candidates},
        features=tuple(tuple(features_of(w, draft, view, lexicon)) for w in candidates),
    )


def _looks(event: _Event, odds: Sequence[Sequence[float]]) -> Iterator[Look]:
    named: dict[str, dict[int, Word]] = {ACTOR: {}, TARGET: {}}
    sure = []
    for word, number in zip(event.candidates, event.numbers, strict=True):
        best = max(range(len(SIDES)), key=odds[number].__getitem__)
        sure.append(odds[number][best])
        if SIDES[best] in named:
            named[SIDES[best]][word.index] = word
    heads = {side: _heads(words) for side, words in named.items()}
    truth = sides_of(heads, event.candidates, event.proposed)
    for word, features, likely in zip(event.candidates, event.features, sure, strict=True):
        proposed, truly = event.proposed[word.index], truth.get(word.index, NEITHER)
        yield Look(features=features, proposed=proposed, truth=truly, odds=likely)


def _heads(words: Mapping[int, Word]) -> set[int]:
    """Return the words that stand for a side: "police" of "Kenyan police", not both.

    The teacher says of every word of a phrase that it belongs to a side.
    """
    return {
        index
        for index, word in words.items()
        if word.dep in OWN_PHRASE or not any(w.index in words for w in word.ancestors())
    }
