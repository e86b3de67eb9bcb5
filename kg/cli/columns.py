"""`FIELD=COLUMN` on the command line."""

import typer

__all__ = ["parse_columns"]


def parse_columns(pairs: list[str]) -> dict[str, str]:
    """Return field to column.

    Example:
        >>> parse_columns(["text=body"])
        {'text': 'body'}

    Raises:
        typer.BadParameter: If a pair has no equals sign.
    """
    columns = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not (field and equals and column):
            raise typer.BadParameter(f"{pair!r} is not FIELD=COLUMN, such as text=body")
        columns[field] = column
    return columns
