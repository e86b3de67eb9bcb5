"""A small corpus for the whole program: eight short reports of our own, in four formats.

It holds a strike with two tolls, its denial, a copy of one text, talks, a siege, a protest,
sanctions, and a threat that never came true. What the program makes of it is written by
`write_outputs`, in every format there is.
"""

import csv
import importlib.util
import io
import json
from pathlib import Path

from kg.exports import EXPORTERS, export
from kg.graph import KnowledgeGraph
from kg.views import write_page

__all__ = ["ROOT", "outputs_of", "read_outputs", "write_corpus", "write_outputs"]

ROOT = Path(__file__).parents[1]
NEEDS = {"parquet": "pyarrow"}

STRIKE = (
    "id: strike\ntitle: Missiles hit market\nsource: Harbour Wire\npublished: 2024-03-04\n\n"
    "Russian missiles struck a market in Kharkiv on Monday, killing at least 12 people and wounding"
    " 30, the Ukrainian interior ministry said.\n\n"
    "Ukraine accused Russia of shelling civilians. President Volodymyr Zelenskiy condemned the"
    " attack.\n"
)
COPY = STRIKE.replace("id: strike", "id: copy").replace("Harbour Wire", "Meridian Press")
TOLL = (
    "---\nid: toll\nsource: Northgate Dispatch\npublished: 2024-03-05\n---\n\n"
    "# Toll rises in Kharkiv\n\n"
    "The missile strike on a market in Kharkiv on Monday killed 14 people, regional officials said"
    " on Tuesday. Russia denied that its forces had attacked the city.\n"
)
TALKS = (
    "id: talks\nsource: Meridian Press\npublished: 2024-03-06\n\n"
    "Turkish President Recep Tayyip Erdogan met Zelenskiy in Istanbul on Wednesday. Turkey urged"
    " Russia to release Ukrainian prisoners.\n"
)
LINES = (
    {
        "id": "siege",
        "text": "Fighters of the Rapid Support Forces attacked the Sudanese army in El Fasher on"
        " Saturday. At least 20 soldiers were killed, two doctors told Harbour Wire.",
        "published": "2024-03-03",
        "source": "Tidewater News",
    },
    {
        "id": "march",
        "text": "Thousands of protesters marched through Tbilisi on Thursday against the"
        " government. Georgian police detained 40 of them.",
        "published": "2024-03-08",
        "source": "Harbour Wire",
    },
)
ROWS = (
    ("id", "body", "day", "outlet"),
    (
        "sanctions",
        "The European Union imposed sanctions on Belarus on Friday.",
        "2024-03-08",
        "Continental Desk",
    ),
    (
        "threat",
        "Israel could strike Iran next week, Israeli officials said.",
        "2024-03-09",
        "Continental Desk",
    ),
)


def write_corpus(folder: Path) -> Path:
    """Write the corpus into a folder, in files of four formats, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    table = io.StringIO()
    csv.writer(table).writerows(ROWS)
    files = {
        "strike.txt": STRIKE,
        "copy.txt": COPY,
        "toll.md": TOLL,
        "talks.txt": TALKS,
        "wire.jsonl": "".join(json.dumps(line) + "\n" for line in LINES),
        "desk.csv": table.getvalue(),
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def write_outputs(graph: KnowledgeGraph, folder: Path) -> None:
    """Write a graph in every format that can be written here, and its page."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in EXPORTERS:
        if name not in NEEDS or importlib.util.find_spec(NEEDS[name]):
            export(graph, folder, to=name)
    write_page(graph, folder / "graph.html")


def read_outputs(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files of a folder, by name; the store is no output."""
    files = sorted(path for path in folder.iterdir() if path.name != "graph.kg")
    return {path.name: path.read_bytes() for path in files}


def outputs_of(graph: KnowledgeGraph, folder: Path) -> dict[str, bytes]:
    """Write all outputs of a graph into a folder and return their bytes by name."""
    write_outputs(graph, folder)
    return read_outputs(folder)
