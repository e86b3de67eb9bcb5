"""`FIELD=COLUMN` on the command line."""

import pytest
import typer

from kg.cli.columns import parse_columns


@pytest.mark.parametrize(
    ("pairs", "columns"),
    [
        ([], {}),
        (["text=body"], {"text": "body"}),
        (["text=body", "published=day"], {"text": "body", "published": "day"}),
        (["text=a=b"], {"text": "a=b"}),
        (["text=The story"], {"text": "The story"}),
        (["text=a", "text=b"], {"text": "b"}),
    ],
    ids=["none", "one", "two", "equals sign", "space", "last counts"],
)
def test_pairs_are_read(pairs: list[str], columns: dict[str, str]) -> None:
    assert parse_columns(pairs) == columns


@pytest.mark.parametrize("pair", ["text", "text=", "=body", "=", ""])
def test_half_a_pair_is_wrong_usage(pair: str) -> None:
    with pytest.raises(typer.BadParameter, match="is not FIELD=COLUMN"):
        parse_columns([pair])
