"""Bytes in, text out; what is neither Unicode nor Windows-1252 is refused, never guessed."""

import codecs
import re

from kg.articles.drafts import OpenInput
from kg.articles.skips import SkipReason
from kg.model import Skip

__all__ = ["bom_encoding", "declared_charset", "decode", "is_binary", "read_bytes", "read_text"]

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES = 8192
_CONTROL_SHARE = 0.05
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# Eight-bit charsets that pages declare; the WHATWG reads both Latin-1 and ASCII as Windows-1252.
_AS_WINDOWS_1252 = frozenset({"iso8859-1", "ascii", "cp1252"})
_CHARSETS = frozenset(
    {
        *("iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15"),
        *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
        *("koi8-r", "koi8-u", "mac-roman", "shift_jis", "euc_jp", "euc_kr"),
        *("gbk", "gb2312", "gb18030", "big5"),
    }
)


def read_bytes(opened: OpenInput, *, limit: int) -> bytes | Skip:
    """Return everything that an input holds, or the skip that says why not.

    Args:
        opened: The input.
        limit: The most bytes that are taken.
    """
    data = opened.stream.read(limit + 1)
    if len(data) > limit:
        detail = f"more than {limit:,} bytes for one text; split it"
        return Skip(where=opened.where, reason=SkipReason.TOO_LARGE, detail=detail)
    return data


def read_text(opened: OpenInput, *, limit: int) -> str | Skip:
    """Return the whole text of an input, or the skip that says why not."""
    data = read_bytes(opened, limit=limit)
    if isinstance(data, Skip):
        return data
    try:
        return decode(data)
    except UnicodeError as error:
        return Skip(where=opened.where, reason=SkipReason.WRONG_ENCODING, detail=_advice(error))


def _advice(error: UnicodeError) -> str:
    at = f"byte {error.start:,}: " if isinstance(error, UnicodeDecodeError) else ""
    return f"{at}neither UTF-8 nor Windows-1252; save it as UTF-8"


def decode(data: bytes, *, charset: str | None = None) -> str:
    r"""Return the text that bytes stand for.

    A byte order mark decides, then whether they are sound UTF-8, then the declared charset. What
    is left is read as Windows-1252, unless most of its accented letters are sound UTF-8: such a
    text is damaged, and reading it otherwise would garble every accent.

    Args:
        data: The bytes.
        charset: What the input itself declares; names we do not know count for nothing.

    Raises:
        UnicodeError: If the bytes are text in none of these.

    Example:
        >>> decode(b"Kyiv\x92s caf\xe9"), decode("Łódź".encode("utf-16"))
        ('Kyiv’s café', 'Łódź')
    """
    if encoding := bom_encoding(data):
        return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _known(charset)
        if declared is None and _is_damaged_utf8(data):
            raise
        return data.decode(declared or "cp1252")


def bom_encoding(data: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start names, None without one."""
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def declared_charset(page: bytes) -> str | None:
    """Return the charset that a web page's `meta` element declares, None where it has none."""
    found = _CHARSET.search(page[:_HEAD_BYTES])
    return found.group(1).decode("ascii") if found else None


def is_binary(data: bytes) -> bool:
    r"""Tell whether bytes are no text at all, by those at the start.

    Example:
        >>> is_binary(b"\x89PNG\x00\x01"), is_binary("Łódź\n".encode())
        (True, False)
    """
    head = data[:_HEAD_BYTES]
    if not head or bom_encoding(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" in head or controls > _CONTROL_SHARE * len(head)


def _known(charset: str | None) -> str | None:
    try:
        name = codecs.lookup(charset or "").name
    except LookupError:
        return None
    if name in _AS_WINDOWS_1252:
        return "cp1252"
    return name if name in _CHARSETS else None


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    accented = sum(1 for char in text if char > "\x7f") - broken
    return accented >= broken
