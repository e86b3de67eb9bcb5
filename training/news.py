"""The news that a teacher reads for lessons, where it has been taught.

The annotated claims are few (4,000 sentences), and many words stand in one of them only. The
teacher, which has learned from them, knows more words.
"""

import argparse
from collections.abc import Iterable, Iterator

from spacy.language import Language

from kg.documents import annotate
from kg.lexicons import Lexicon
from kg.mentions.syntax import read_sentences
from kg.mentions.words import Sentence
from kg.model import Article
from training.corpora import CLAIMS, gold_lines, iter_rows, news_lines
from training.questions import Answers

__all__ = ["iter_news", "news_and_teacher"]


def news_and_teacher(
    options: argparse.Namespace, sentences: int
) -> tuple[list[str], Answers | None]:
    """Return sentences of the news that nobody annotated, spread over all, and who reads them.

    Args:
        options: `corpus`, `gold_claims`, and `work`, where the teacher lies; None for no teacher.
        sentences: How many, about.
    """
    if options.work is None:
        return [], None
    from training.teacher.answers import Answerer  # torch: only where it teaches

    annotated = (int(row["id"]) for row in iter_rows(options.corpus / CLAIMS))
    texts = list(news_lines(options.corpus, gold_lines(options.gold_claims).union(annotated)))
    teacher = Answerer.load(options.work / "teacher.pt", options.work / "answers.pt")
    return texts[:: max(1, len(texts) // sentences)], teacher


def iter_news(
    texts: Iterable[str], nlp: Language, lexicon: Lexicon
) -> Iterator[tuple[str, Sentence]]:
    """Yield the sentences that a pipeline finds in some texts, each with its text."""
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    for article, doc in annotate(articles, nlp):
        yield from ((article.text, each) for each in read_sentences(doc, lexicon.lemmas))
