"""RDF that we wrote, read back: a file enters, the articles and claims that it was made of leave.

Events and actors are not read: they are derived, and resolution computes them from the claims.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import ArticleError
from kg.exports.reading.articles import read_article
from kg.exports.reading.claims import ClaimReader
from kg.exports.reading.nodes import Nodes, load_nodes
from kg.graph.triples.articles import claim_spans
from kg.model import Article, Claim

__all__ = ["read_rdf"]


def read_rdf(path: str | Path) -> tuple[tuple[Article, ...], tuple[Claim, ...]]:
    """Return the articles and claims of a Turtle, TriG, N-Quads, N-Triples or JSON-LD file of ours.

    What was written comes back whole, but for characters that XML cannot hold, which are U+FFFD.
    Both are sorted by id.

    Args:
        path: The file; its extension says the format.

    Raises:
        ArticleError: If it cannot be read, is not RDF, or is not what we write: something is
            missing, or a text or quote was changed.
    """
    path = Path(path)
    nodes = load_nodes(path)
    try:
        articles = sorted(map(read_article, nodes.of_class("kg:Article")), key=lambda a: a.id)
        reader = ClaimReader(nodes)
        claims = sorted(map(reader.read, nodes.of_class("kg:Claim")), key=lambda c: c.id)
        _check_numbers(claims)
        _check_texts(articles, nodes)
        _check_spans(claims, {article.id: article for article in articles})
    except (LookupError, ValueError) as error:
        advice = "import files that kg wrote and nobody edited"
        raise ArticleError(f"{path}: {error.args[0]}; {advice}") from error
    return tuple(articles), tuple(claims)


def _check_numbers(claims: Sequence[Claim]) -> None:
    for claim in claims:
        for name, value, least, most in _numbers(claim):
            if not least <= value <= most:  # what is no number is within no limits
                raise ValueError(
                    f"claim {claim.id} has {name} {value}; it goes from {least} to {most}"
                )


def _numbers(claim: Claim) -> Iterator[tuple[str, float, float, float]]:
    """Yield the numbers of a claim, each with its property and its limits."""
    yield "kg:quad", claim.quad, 1, 4
    yield "kg:intensity", claim.intensity, -10, 10
    yield "kg:confidence", claim.confidence, 0, 1
    for count in claim.counts:
        yield "kg:value", count.value, 0, math.inf
    if claim.place is not None:
        yield "wgs:lat", claim.place.latitude or 0, -90, 90
        yield "wgs:long", claim.place.longitude or 0, -180, 180


def _check_texts(articles: Sequence[Article], nodes: Nodes) -> None:
    digests = {node.one("dcterms:identifier"): node for node in nodes.of_class("kg:Article")}
    for article in articles:
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        if digest != digests[article.id].one("kg:textSha256"):
            raise ValueError(f"the text of article {article.id} is not the one it was written with")


def _check_spans(claims: Sequence[Claim], article_by_id: Mapping[str, Article]) -> None:
    for claim in claims:
        if claim.article_id not in article_by_id:
            raise ValueError(f"claim {claim.id} is of article {claim.article_id}, which is missing")
        text = article_by_id[claim.article_id].text
        for span in claim_spans(claim):
            if text[span.start : span.end] != span.text:
                raise ValueError(f"claim {claim.id} quotes {span.text!r}, which is not there")
