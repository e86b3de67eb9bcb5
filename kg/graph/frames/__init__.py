"""The graph as tables: records enter, pandas data frames leave.

Several values of one cell are joined by `;`, in the order of the ids beside them; days are ISO
strings; what is not known is missing. pandas is loaded by the first table, not before.
"""

from kg.graph.frames.actors import actors_frame
from kg.graph.frames.articles import articles_frame
from kg.graph.frames.claims import claims_frame
from kg.graph.frames.columns import (
    ACTOR_COLUMNS,
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    Frame,
    frame_of,
)
from kg.graph.frames.events import events_frame

__all__ = [
    "ACTOR_COLUMNS",
    "ARTICLE_COLUMNS",
    "CLAIM_COLUMNS",
    "EVENT_COLUMNS",
    "Frame",
    "actors_frame",
    "articles_frame",
    "claims_frame",
    "events_frame",
    "frame_of",
]
