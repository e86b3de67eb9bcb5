"""Why an input was not taken: the reasons that the summary counts by, in one place."""

from enum import StrEnum

__all__ = ["SkipReason"]


class SkipReason(StrEnum):
    """What stands in `Skip.reason` when this room makes the skip."""

    BAD_COLUMNS = "bad column names"
    BINARY = "binary"
    BROKEN_JSON = "broken JSON"
    BROKEN_ROW = "broken row"
    ID_TAKEN = "id taken by another text"
    NO_FILE = "no file"
    NO_TEXT = "no text"
    NOT_ENGLISH = "not English"
    TOO_LARGE = "too large"
    UNKNOWN_FORMAT = "unknown format"
    UNREADABLE = "unreadable"
    WRONG_ENCODING = "wrong encoding"
