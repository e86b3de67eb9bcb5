"""Articles with phrases in, their claims and the head word of each phrase out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.documents import annotate, load_pipeline
from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions, read_heads
from kg.model import Article, Claim, Head, Span
from kg.pipeline.extraction import code_sure
from kg.pipeline.options import BuildOptions

__all__ = ["HeadedArticle", "Phrases", "extract_with_heads"]

Phrases: TypeAlias = tuple[tuple[Span, ...], ...]  # each as the spans that it is made of


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedArticle:
    """An article, its claims, and the head of each phrase asked for; None where no word stands."""

    article: Article
    claims: tuple[Claim, ...]
    heads: tuple[Head | None, ...]


def extract_with_heads(
    articles: Iterable[Article],
    phrases: Mapping[str, Phrases],
    *,
    options: BuildOptions | None = None,
) -> Iterator[HeadedArticle]:
    """Yield each article with its claims and the heads of phrases of it, from one parse.

    Args:
        articles: The articles.
        phrases: The phrases of each article, by its id.
        options: How to read and extract; processes do not count.
    """
    options = options or BuildOptions()
    lexicon = load_lexicon(options.lexicon)
    for article, doc in annotate(articles, load_pipeline(options.pipeline)):
        yield HeadedArticle(
            article=article,
            claims=code_sure(article, extract_mentions(article, doc, lexicon), lexicon, options),
            heads=read_heads(article, doc, phrases.get(article.id, ()), lexicon),
        )
