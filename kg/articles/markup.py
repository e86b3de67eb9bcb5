"""HTML in, its words out, with a line for every block; what is not to be read is left out."""

from typing import Any

from trafilatura.utils import load_html

__all__ = ["load_page", "markup_to_text"]

_UNREAD = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "title", "form",
    "button", "select", "textarea", "nav", "footer", "figcaption", "audio", "video",
)  # fmt: skip
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
    "fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
)  # fmt: skip


def markup_to_text(markup: str) -> str:
    r"""Return the words of a page or of a piece of one.

    Args:
        markup: HTML, or text in which nothing is marked up.

    Example:
        >>> markup_to_text("<p>Rebels <b>fled</b>.</p>Troops &amp; tanks came.<script>x()</script>")
        'Rebels fled.\nTroops & tanks came.'
    """
    tree = load_page(f"<html><body><div>{markup}</div></body></html>")
    if tree is None:
        return ""
    for element in list(tree.iter(*_UNREAD)):
        element.drop_tree()
    # Line ends of the source are spaces to a reader; those that blocks make are set in their place.
    for element in list(tree.iter()):
        is_block = element.tag in _BLOCKS
        element.text = _edge(element.text, is_block=is_block)
        element.tail = _edge(element.tail, is_block=is_block)
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def load_page(page: str) -> Any:
    """Return the `lxml` tree of a page, its root `html` even if the page has none; None: empty."""
    tree = load_html(page)
    if tree is None or tree.tag != "html":
        tree = load_html(f"<html><body><div>{page}</div></body></html>")
    return tree


def _edge(text: str | None, *, is_block: bool) -> str:
    return ("\n" if is_block else "") + " ".join((text or "").split("\n"))
