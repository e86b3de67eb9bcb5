"""The columns of every table, in output order, with their pandas types."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.graph.terms import clean

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ACTOR_COLUMNS",
    "ARTICLE_COLUMNS",
    "CLAIM_COLUMNS",
    "EVENT_COLUMNS",
    "Columns",
    "Frame",
    "Row",
    "build_frame",
    "frame_of",
]

Row: TypeAlias = Mapping[str, Any]
Columns: TypeAlias = Mapping[str, str]
Frame: TypeAlias = "pd.DataFrame"

_TEXT, _INT, _MAYBE_INT, _FLOAT = "string", "int64", "Int64", "float64"


def _columns(**dtype_by_name: str) -> Columns:
    return MappingProxyType(dtype_by_name)


ARTICLE_COLUMNS = _columns(
    article_id=_TEXT,
    source=_TEXT,
    published=_TEXT,
    title=_TEXT,
    url=_TEXT,
    story_id=_TEXT,
    claims=_INT,
    text=_TEXT,
)
CLAIM_COLUMNS = _columns(
    claim_id=_TEXT,
    article_id=_TEXT,
    event_id=_TEXT,
    event_type=_TEXT,
    mode=_TEXT,
    contexts=_TEXT,
    cameo=_TEXT,
    quad=_INT,
    intensity=_FLOAT,
    actor_ids=_TEXT,
    actors=_TEXT,
    target_ids=_TEXT,
    targets=_TEXT,
    action=_TEXT,
    place=_TEXT,
    country=_TEXT,
    latitude=_FLOAT,
    longitude=_FLOAT,
    date_earliest=_TEXT,
    date_latest=_TEXT,
    date_precision=_TEXT,
    polarity=_TEXT,
    certainty=_TEXT,
    temporality=_TEXT,
    attributed_to=_TEXT,
    attribution_chain=_TEXT,
    counts=_TEXT,
    sentence=_TEXT,
    confidence=_FLOAT,
    entry=_TEXT,
)
EVENT_COLUMNS = _columns(
    event_id=_TEXT,
    status=_TEXT,
    event_type=_TEXT,
    mode=_TEXT,
    contexts=_TEXT,
    quad=_INT,
    intensity=_FLOAT,
    cameo=_TEXT,
    actor_ids=_TEXT,
    actors=_TEXT,
    actor_countries=_TEXT,
    actor_sectors=_TEXT,
    target_ids=_TEXT,
    targets=_TEXT,
    target_countries=_TEXT,
    target_sectors=_TEXT,
    date_earliest=_TEXT,
    date_latest=_TEXT,
    date_precision=_TEXT,
    place=_TEXT,
    country=_TEXT,
    latitude=_FLOAT,
    longitude=_FLOAT,
    place_precision=_TEXT,
    killed_low=_MAYBE_INT,
    killed_best=_MAYBE_INT,
    killed_high=_MAYBE_INT,
    injured_low=_MAYBE_INT,
    injured_best=_MAYBE_INT,
    injured_high=_MAYBE_INT,
    articles=_INT,
    sources=_INT,
    stories=_INT,
    first_published=_TEXT,
    sentence=_TEXT,
    url=_TEXT,
    confidence=_FLOAT,
)
ACTOR_COLUMNS = _columns(
    actor_id=_TEXT,
    name=_TEXT,
    kind=_TEXT,
    country=_TEXT,
    sector=_TEXT,
    aliases=_TEXT,
    wikidata=_TEXT,
    events_as_actor=_INT,
    events_as_target=_INT,
    articles=_INT,
)


def build_frame(rows: Iterable[Row], columns: Columns) -> "pd.DataFrame":
    """Return rows as a data frame that has every column and type even where there is no row."""
    import pandas as pd

    listed = list(rows)
    return pd.DataFrame(
        {
            name: pd.Series([_cell(row[name]) for row in listed], dtype=dtype)
            for name, dtype in columns.items()
        }
    )


def frame_of(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Frame:
    """Return rows of any values as a data frame; pandas finds the types.

    Example:
        >>> frame_of(["n"], [(1,), (2,)])["n"].sum()
        np.int64(3)
    """
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns))


def _cell(value: object) -> object:
    """A cell that every table format can hold: half a surrogate pair is no text for Arrow."""
    return clean(value) if isinstance(value, str) else value
