"""Polish the trained pipeline on what annotators gave, and average what comes of it.

The networks learned most of what they know from a teacher's readings, which are many and not always
right. Here they go over the treebanks once more, together with the annotated names, in two courses:
one sees the sentences of the names without trees, the other with the trees that the pipeline itself
reads there and with other names in a third of them. A part of each leads back to what was there
before: the weights that go on are the mean of the pipeline's and of both courses'.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from training.corpora import (
    DOCUMENT,
    PARAGRAPH,
    Sentence,
    Word,
    gold_lines,
    name_docs,
    treebank_docs,
)
from training.newer_names import more_towns, pools, renamed
from training.prepare import (
    GOLD_COPIES,
    SEED,
    SIZES,
    TOWN,
    TREEBANKS,
    gold_docs,
    write_docs,
)
from training.styles import restyled

__all__ = ["COURSES", "POLISHED", "average", "prepare_courses", "read_named"]

COURSES = ("names", "readings")
POLISHED = ("tok2vec", "tagger", "morphologizer", "parser", "ner")
NAMES = "voa-names.jsonl"


def prepare_courses(corpus: Path, gold_claims: Path, work: Path) -> None:
    """Write the documents of both courses; they are checked on those of the reader.

    Args:
        corpus: The folder of training corpora.
        gold_claims: Gold whose sentences are never trained on.
        work: Where the trained pipeline lies; the documents are written there.
    """
    nlp = spacy.load(work / "triggers" / "model-best", exclude=["triggers"])
    excluded = gold_lines(gold_claims)
    named = list(name_docs(corpus / NAMES, nlp, held_out=False, excluded=excluded))
    trees = list(gold_docs([corpus / f"{name}-train.conllu" for name in TREEBANKS], nlp))
    for course, docs in zip(COURSES, (named, list(_readings(named, nlp))), strict=True):
        mixed = [*trees, *docs]
        random.Random(SEED).shuffle(mixed)
        write_docs(mixed, work / f"polish-{course}-train.spacy")


def _readings(named: Sequence[Doc], nlp: Language) -> Iterator[Doc]:
    """Yield the sentences of the names with the trees that the pipeline reads in them."""
    sentences = list(read_named(named, nlp))
    names = more_towns(pools(nlp, TOWN))
    seed = SEED + GOLD_COPIES
    dressed = restyled(renamed(sentences, names, seed=seed), seed=seed)
    yield from treebank_docs(dressed, nlp.vocab, seed=seed, sizes=SIZES)


def read_named(named: Sequence[Doc], nlp: Language) -> Iterator[Sentence]:
    """Yield what is one sentence to the pipeline, in paragraphs as short as those of articles."""
    count = 0
    for truth, doc in zip(named, nlp.pipe([doc.text for doc in named]), strict=True):
        if len(list(doc.sents)) != 1 or any(token.is_space for token in doc):
            continue
        yield Sentence(
            words=tuple(_words(doc, truth)),
            opens_document=count % DOCUMENT == 0,
            opens_paragraph=count % PARAGRAPH == 0,
        )
        count += 1


def _words(doc: Doc, truth: Doc) -> Iterator[Word]:
    for token, named in zip(doc, truth, strict=True):
        label = f"{named.ent_iob_}-{named.ent_type_}" if named.ent_type_ else "O"
        yield Word(
            form=token.text,
            lemma=token.lemma_,
            upos=token.pos_,
            xpos=token.tag_,
            feats=str(token.morph),
            head=token.head.i,
            dep=token.dep_,
            space=bool(token.whitespace_) or token.i + 1 == len(doc),
            name=label,
        )


def average(before: Path, courses: Sequence[Path], out: Path) -> None:
    """Write a pipeline whose weights are the mean of one's before and of what came of it.

    Args:
        before: The pipeline that the courses began with; its event words stay as they are.
        courses: The pipelines that they led to.
        out: Where the mean is written.
    """
    nlp = spacy.load(before)
    others = [spacy.load(path) for path in courses]
    for name in POLISHED:
        _take_mean(nlp.get_pipe(name).model, [other.get_pipe(name).model for other in others])
    nlp.to_disk(out)


def _take_mean(model: Model, others: Sequence[Model]) -> None:
    layers = (model.walk(), *(other.walk() for other in others))
    for layer, *its in zip(*layers, strict=True):
        for name in layer.param_names:
            if layer.has_param(name):
                params = [layer.get_param(name), *(other.get_param(name) for other in its)]
                layer.set_param(name, sum(params) / len(params))
