"""What all pages share: a template and its values in, one self-contained page or file out.

A page asks the network for nothing, runs no script but ours, and runs no text as markup.
"""

import base64
import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ViewError

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["data_block", "fragment", "render", "static", "write_text"]

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")

ANY_STYLE = "'unsafe-inline'"
"""For pages whose scripts set styles; the others name their style sheets by hash."""


def render(
    template: str,
    *,
    styles: tuple[str, ...],
    scripts: tuple[str, ...] = (),
    style_source: str | None = None,
    form_action: str = "'none'",
    values: Mapping[str, Any],
) -> str:
    """Return a page made of one of our templates, with a policy that names our scripts by hash.

    Args:
        template: Name of the template, which writes out everything that it is given escaped.
        styles: Style sheets, of our own making.
        scripts: Scripts, likewise.
        style_source: What the policy allows as styles; by default the style sheets by hash.
        form_action: Where forms may lead; a page in a file has none.
        values: What the template shows.
    """
    page = (
        _environment()
        .get_template(template)
        .render(
            policy=_policy(scripts, style_source or _hashes(styles), form_action),
            styles=styles,
            scripts=scripts,
            **values,
        )
    )
    return _SURROGATES.sub("\ufffd", page)  # halves of characters, which UTF-8 cannot hold


def fragment(template: str, **values: Any) -> str:
    """Return a part of a page, made of one of our templates."""
    return _environment().get_template(template).render(**values)


def write_text(path: str | Path, text: str) -> Path:
    """Write a page to a file in UTF-8, whole or not at all, and return its path.

    Raises:
        ViewError: If the file cannot be written.
    """
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise ViewError(
            f"{target}: the page cannot be written ({error.strerror}); "
            "name a file in a folder that exists and that you may write to."
        ) from error
    return target


def data_block(data: Mapping[str, Any]) -> str:
    """Return JSON that no parser of HTML can take for markup, and that UTF-8 can hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def static(*names: str) -> str:
    """Return our own scripts or style sheets of these names, one after the other."""
    folder = resources.files("kg.views") / "static"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def _policy(scripts: tuple[str, ...], style_source: str, form_action: str) -> str:
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {style_source}; "
        f"img-src data:; base-uri 'none'; form-action {form_action}"
    )


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{_digest(text)}'" for text in texts) or "'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("kg.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
