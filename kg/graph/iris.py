"""The one place where IRIs are made: ids and names enter, IRIs that every parser takes leave."""

import functools
import hashlib
import re
from urllib.parse import quote

from kg.errors import ExportError

__all__ = ["DEFAULT_BASE_IRI", "MAX_SEGMENT", "check_base_iri", "is_base_iri", "is_iri", "mint_iri"]

DEFAULT_BASE_IRI = "https://w3id.org/conflict-kg/"

MAX_SEGMENT = 400  # characters; Virtuoso 7 refuses IRIs beyond some 1,900 bytes
KEPT = 120  # characters of a longer one that stay readable

# RFC 3986, narrowed to http(s) with a plain host: what every triple store takes.
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})"
_HOST = r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
_IRI = re.compile(rf"{_HOST}(?:/{_CHARACTER}*)?(?:\?(?:{_CHARACTER}|\?)*)?(?:#{_CHARACTER}*)?")
_BASE = re.compile(rf"{_HOST}/(?:{_CHARACTER}*/)?")
_DOTS = re.compile(r"\.+")


def mint_iri(base_iri: str, *parts: str) -> str:
    """Return the IRI of a thing: the base and its parts, one path segment each.

    Whatever a part holds, it stays within its segment: all but letters, digits and `-._~` is
    percent-encoded as UTF-8. Of a segment longer than triple stores take, the beginning is kept and
    a hash of the part stands for the rest. Two different parts never give one IRI, unless SHA-256
    does.

    Args:
        base_iri: Absolute, ending in `/` (see `check_base_iri`).
        parts: Kinds, ids or names, of any characters.

    Raises:
        ExportError: If the base is no base.

    Example:
        >>> mint_iri("https://w3id.org/conflict-kg/", "id", "source", "U.S. Army <News>")
        'https://w3id.org/conflict-kg/id/source/U.S.%20Army%20%3CNews%3E'
    """
    return check_base_iri(base_iri) + "/".join(map(_segment, parts))


@functools.cache
def check_base_iri(base_iri: str) -> str:
    """Return a base IRI unchanged if IRIs can be made from it.

    Raises:
        ExportError: If it is not an absolute http or https IRI that ends in `/`.

    Example:
        >>> check_base_iri("https://data.example/war/")
        'https://data.example/war/'
    """
    if not is_base_iri(base_iri):
        raise ExportError(
            f"base IRI {base_iri!r} cannot be used: give an absolute http or https IRI of plain "
            f"ASCII letters that ends in '/', such as {DEFAULT_BASE_IRI!r}"
        )
    return base_iri


def is_base_iri(text: str) -> bool:
    """Tell whether IRIs can be made from a base.

    Example:
        >>> is_base_iri("https://data.example/war/"), is_base_iri("https://data.example/war")
        (True, False)
    """
    return _BASE.fullmatch(text) is not None


def is_iri(text: str) -> bool:
    """Tell whether a text found in the world (an article's URL) can be written as an IRI.

    Example:
        >>> is_iri("https://news.example/a?b=%20c"), is_iri("javascript:alert(1)"), is_iri("a b")
        (True, False, False)
    """
    return _IRI.fullmatch(text) is not None


def _segment(part: str) -> str:
    if _DOTS.fullmatch(part):  # a reader that normalises paths would climb out of the folder
        return part.replace(".", "%2E")
    segment = quote(part, safe="", errors="surrogatepass")
    if len(segment) <= MAX_SEGMENT:
        return segment
    digest = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()
    kept = segment[:KEPT].rpartition("%")[0] if "%" in segment[KEPT - 2 : KEPT] else segment[:KEPT]
    return f"{kept}!{digest[:32]}"  # no other segment holds an exclamation mark
