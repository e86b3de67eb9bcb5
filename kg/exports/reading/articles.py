"""A node enters, the article that it was made of leaves."""

from datetime import date

from kg.exports.reading.nodes import Node
from kg.model import Article

__all__ = ["read_article"]


def read_article(node: Node) -> Article:
    """Return the article of a node.

    Raises:
        LookupError: If the node lacks something.
        ValueError: If a value is none of its kind.
    """
    published, publisher = node.maybe("schema:datePublished"), node.maybe("schema:publisher")
    return Article(
        id=node.id,
        text=node.one("schema:articleBody"),
        title=node.maybe("schema:headline"),
        source=node.nodes.node(publisher).one("schema:name") if publisher else None,
        published=date.fromisoformat(published) if published else None,
        url=node.maybe("schema:url"),
    )
