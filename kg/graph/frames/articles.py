"""The table of articles."""

from collections import Counter
from typing import TYPE_CHECKING

from kg.graph.frames.cells import iso
from kg.graph.frames.columns import ARTICLE_COLUMNS, Row, build_frame
from kg.graph.records import Records
from kg.model import Article

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["articles_frame"]


def articles_frame(records: Records) -> "pd.DataFrame":
    """Return one row per article, sorted by id, with the columns `ARTICLE_COLUMNS`."""
    story_by_article = {id_: story.id for story in records.stories for id_ in story.article_ids}
    claims = Counter(claim.article_id for claim in records.claims)
    rows = (
        _row(article, story_by_article.get(article.id), claims[article.id])
        for article in records.articles
    )
    return build_frame(rows, ARTICLE_COLUMNS)


def _row(article: Article, story_id: str | None, claims: int) -> Row:
    return {
        "article_id": article.id,
        "source": article.source,
        "published": iso(article.published),
        "title": article.title,
        "url": article.url,
        "story_id": story_id,
        "claims": claims,
        "text": article.text,
    }
