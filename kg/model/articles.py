"""One published text, and what became of an input that is none."""

import hashlib
from dataclasses import dataclass
from datetime import date

__all__ = ["Article", "Skip", "article_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    r"""One published text.

    `text` is what every character offset refers to: Unicode NFC, newlines as `\n`, boilerplate
    lines removed. `source` is the outlet, never a person.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Skip:
    """One input that was not taken.

    `where` is a path, or a path and a line (`news.jsonl:7`), or an article id; `reason` a short
    constant ("not English", "broken JSON", …) that the summary counts by; `detail` says more.
    """

    where: str
    reason: str
    detail: str = ""


def article_id(
    *, source: str | None, url: str | None, published: date | None, title: str | None, text: str
) -> str:
    """Return the id of an article that brings none: `a-` and 16 hex digits of its content's hash.

    Example:
        >>> article_id(source=None, url=None, published=None, title=None, text="Rebels fled.")
        'a-ebf07800494ef6a9'
    """
    day = published.isoformat() if published else ""
    parts = (source or "", url or "", day, title or "", text)
    content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return "a-" + hashlib.sha256(content).hexdigest()[:16]
