"""Elements of SVG: attributes and texts enter, markup leaves; the one place that escapes them."""

from kg.graph.markup import escaped

__all__ = ["element", "label", "shortened"]

MUTED = "#5b6672"


def element(name: str, *children: str, **attributes: object) -> str:
    """Return an element; `_` in an attribute's name stands for a hyphen, numbers are rounded.

    Args:
        name: The element.
        *children: Markup inside.
        **attributes: Values; None leaves one out.

    Example:
        >>> element("rect", x=1.2345, stroke_width=2, fill='"><script>')
        '<rect x="1.2" stroke-width="2" fill="&quot;&gt;&lt;script&gt;"/>'
    """
    given = "".join(
        f' {key.replace("_", "-") if key != "viewBox" else key}="{escaped(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def label(
    text: str,
    *,
    x: float,
    y: float,
    size: float = 12,
    fill: str = MUTED,
    anchor: str | None = None,
    weight: int | None = None,
    halo: str | None = None,
) -> str:
    """Return a text; `halo` is the colour of a rim that parts it from what is below."""
    rim: dict[str, object] = {
        "stroke": halo,
        "stroke_width": 3,
        "paint_order": "stroke",
        "stroke_linejoin": "round",
    }
    return element(
        "text",
        escaped(text),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=anchor,
        font_weight=weight,
        **(rim if halo else {}),
    )


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters.

    Example:
        >>> shortened("Armed Forces of Norland", 12)
        'Armed Force…'
    """
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _number(value: object) -> object:
    return f"{round(value, 1):g}" if isinstance(value, float) else value
