"""Turn the corpora into what `spacy train` reads: binary documents and a vectors folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training.corpora import (
    Sentence,
    gold_lines,
    iter_name_rows,
    iter_rows,
    iter_sentences,
    name_docs,
    treebank_docs,
    trigger_docs,
)
from training.lemmas import mended, remember
from training.newer_names import more_towns, pools, renamed
from training.styles import restyled
from training.vectors import add_names, blank_with_vectors, read_words

TREEBANKS = ("ewt", "gum")
READ_BY_TEACHER = ("encyclopedia", "news")
VECTORS = "static-vectors-40k-128.npz"
SIZES = range(1, 15)  # sentences of a document: single ones too, as headlines and captions are
GOLD_COPIES = 2  # the treebanks' sentences beside the many that the teacher read; in other dress
ANNOTATED_COPIES = 3  # the annotated claims beside the news that the teacher read for events
TOWN = 50_000  # inhabitants of a place whose name gets a vector, and is given to others
SEED = 20
Words = tuple[str, ...]


def prepare(corpus: Path, gold_claims: Path, work: Path) -> None:
    """Write vectors and documents below `work`.

    Args:
        corpus: The folder of training corpora.
        gold_claims: Gold whose sentences (their `id` is a line number) are never trained on.
        work: A folder that may be deleted at any time; holds what the teacher has read.
    """
    nlp = blank_with_vectors(corpus / VECTORS)
    add_names(nlp, pools(nlp, TOWN))
    nlp.to_disk(work / "vectors")
    excluded = gold_lines(gold_claims)
    told = _told(work / "events.jsonl")
    docs = list(_training_docs(work, nlp, read_words(corpus / VECTORS), told))
    write_docs(docs, work / "student-train.spacy")
    for doc in docs:  # spans of events are the student's alone, and slow to read in every pass
        doc.spans.clear()
    write_docs(docs, work / "reader-train.spacy")
    names = prepare_tests(corpus, gold_claims, work, nlp)
    trees = [d for name in TREEBANKS for d in whole_docs(corpus / f"{name}-dev.conllu", nlp)]
    write_docs([*trees, *names], work / "reader-dev.spacy")
    claims = trigger_docs(corpus / "voa-claims.jsonl", nlp, held_out=False, excluded=excluded)
    annotated = list(claims)
    write_docs(
        [*annotated * ANNOTATED_COPIES, *_event_docs(work, nlp, told)],
        work / "triggers-train.spacy",
    )


def prepare_tests(corpus: Path, gold_claims: Path, work: Path, nlp: Language) -> list[Doc]:
    """Write what the finished pipeline is measured on, and return the held-out names.

    Args:
        corpus: The folder of training corpora.
        gold_claims: Gold whose sentences are never trained on, nor measured here.
        work: A folder that may be deleted at any time.
        nlp: Its tokenizer and vocabulary are used.
    """
    excluded = gold_lines(gold_claims)
    held_out = name_docs(corpus / "voa-names.jsonl", nlp, held_out=True, excluded=excluded)
    names = list(held_out)
    write_docs(names, work / "names-dev.spacy")
    for name in TREEBANKS:
        write_docs(whole_docs(corpus / f"{name}-test.conllu", nlp), work / f"{name}-test.spacy")
    write_docs(list(_news_docs(corpus, nlp)), work / "gum-news.spacy")
    write_docs(_named_docs(corpus, nlp), work / "uner-test.spacy")
    claims = trigger_docs(corpus / "voa-claims.jsonl", nlp, held_out=True, excluded=excluded)
    write_docs(claims, work / "triggers-dev.spacy")
    return names


def _told(path: Path) -> dict[Words, Words]:
    """Return the event type that each word of the news tells, by the words of a sentence."""
    return {tuple(row["words"]): tuple(row["events"]) for row in iter_rows(path)}


def _event_docs(work: Path, nlp: Language, told: Mapping[Words, Words]) -> Iterator[Doc]:
    """Yield the news that the teacher read, one document a sentence, tagged with its events."""
    for sentence in iter_sentences(work / "news.conllu"):
        words = [w.form for w in sentence.words]
        if events := told.get(tuple(words)):
            spaces = [w.space for w in sentence.words]
            yield Doc(nlp.vocab, words=words, spaces=spaces, tags=list(events))


def _training_docs(
    work: Path, nlp: Language, vocabulary: frozenset[str], told: Mapping[Words, Words]
) -> Iterator[Doc]:
    yield from gold_docs([work / f"{name}.conllu" for name in TREEBANKS], nlp)
    gold = (s for name in TREEBANKS for s in iter_sentences(work / f"{name}.conllu"))
    memory = remember(gold, vocabulary)
    names = more_towns(pools(nlp, TOWN))
    for name in READ_BY_TEACHER:
        sentences = mended(iter_sentences(work / f"{name}.conllu"), memory)
        sentences = _with_events(sentences, told)
        sentences = restyled(renamed(sentences, names, seed=SEED), seed=SEED)
        yield from treebank_docs(sentences, nlp.vocab, seed=SEED, sizes=SIZES)


def gold_docs(paths: Sequence[Path], nlp: Language) -> Iterator[Doc]:
    """Yield treebanks as they are, and again in other dress, in documents of few sentences."""
    for copy in range(GOLD_COPIES):
        for path in paths:
            sentences: Iterable[Sentence] = iter_sentences(path)
            if copy:
                sentences = restyled(sentences, seed=SEED + copy)
            yield from treebank_docs(sentences, nlp.vocab, seed=SEED + copy, sizes=SIZES)


def _with_events(sentences: Iterable[Sentence], told: Mapping[Words, Words]) -> Iterator[Sentence]:
    """Yield the sentences, the news with the events their words tell."""
    for sentence in sentences:
        events = told.get(tuple(w.form for w in sentence.words))
        if events:
            pairs = zip(sentence.words, events, strict=True)
            sentence = replace(sentence, words=tuple(replace(w, event=e) for w, e in pairs))
        yield sentence


def whole_docs(path: Path, nlp: Language) -> list[Doc]:
    """Return the documents of a treebank, whole."""
    return list(treebank_docs(iter_sentences(path), nlp.vocab))


def _news_docs(corpus: Path, nlp: Language) -> Iterator[Doc]:
    """Yield the news of GUM that nothing was trained on, its dev and test parts."""
    for split in ("dev", "test"):
        is_news = False
        kept = []
        for sentence in iter_sentences(corpus / f"gum-{split}.conllu"):
            if sentence.opens_document:
                is_news = sentence.document.startswith("GUM_news")
            if is_news:
                kept.append(sentence)
        yield from treebank_docs(kept, nlp.vocab)


def _named_docs(corpus: Path, nlp: Language) -> list[Doc]:
    """Return the test part of EWT with the names of UNER, in its own labels."""
    named = {
        tuple(word for word, _ in rows): [tag for _, tag in rows]
        for rows in iter_name_rows(corpus / "uner-ewt-test.iob2")
    }
    sentences = []
    for sentence in iter_sentences(corpus / "ewt-test.conllu"):
        words = tuple(w.form for w in sentence.words)
        tags = named.get(words) or ["O"] * len(words)  # a handful, where EWT mended its text later
        renamed = (
            replace(w, name="O" if tag.endswith("-OTH") else tag)
            for w, tag in zip(sentence.words, tags, strict=True)
        )
        sentences.append(replace(sentence, words=tuple(renamed)))
    return list(treebank_docs(sentences, nlp.vocab))


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write documents for `spacy train`."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)
