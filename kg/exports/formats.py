"""The table of formats: one row is one format, and all that anyone has to know of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from kg.exports.claims import iter_claims_jsonl
from kg.exports.datasets import iter_acled, iter_gdelt, iter_icews, iter_plover, iter_ucdp
from kg.exports.jsonld import iter_context, iter_jsonld
from kg.exports.lines import iter_nquads, iter_ntriples
from kg.exports.networks import iter_gexf, iter_graphml
from kg.exports.rdf12 import iter_trig12
from kg.exports.tables import iter_actors_csv, iter_events_csv, iter_events_parquet, iter_skips_csv
from kg.exports.turtle import iter_trig, iter_turtle
from kg.exports.vocabularies import iter_ontology_turtle, iter_shapes_turtle

__all__ = ["EXPORTERS", "Exporter"]

# Called as iterate(graph, options=…); yields text or bytes, piece by piece.
Iterate: TypeAlias = Callable[..., Iterator[str]] | Callable[..., Iterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format.

    Attributes:
        description: What it is good for, in one line.
        file_name: What its file is called where only a folder is given; a file of this name is
            taken for this format before its ending is looked at.
        extensions: Endings of file names that mean this format, in lower case.
        iterate: Called with the graph and `options`; yields the file's content piece by piece.
        is_text: Whether the content is fit for a terminal.
    """

    description: str
    file_name: str
    extensions: tuple[str, ...]
    iterate: Iterate
    is_text: bool = True


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "turtle": Exporter(
            description="RDF for reading and for triple stores; all but the named graphs' names",
            file_name="graph.ttl",
            extensions=(".ttl",),
            iterate=iter_turtle,
        ),
        "trig": Exporter(
            description="RDF with one named graph for each article and one for the merged view",
            file_name="graph.trig",
            extensions=(".trig",),
            iterate=iter_trig,
        ),
        "nquads": Exporter(
            description="RDF with named graphs, one statement a line, sorted",
            file_name="graph.nq",
            extensions=(".nq",),
            iterate=iter_nquads,
        ),
        "ntriples": Exporter(
            description="RDF without named graphs, one statement a line, sorted",
            file_name="graph.nt",
            extensions=(".nt",),
            iterate=iter_ntriples,
        ),
        "jsonld": Exporter(
            description="RDF with named graphs as JSON, its context inside",
            file_name="graph.jsonld",
            extensions=(".jsonld",),
            iterate=iter_jsonld,
        ),
        "ontology": Exporter(
            description="the terms and concepts of the RDF formats, described; of no graph",
            file_name="ontology.ttl",
            extensions=(),
            iterate=iter_ontology_turtle,
        ),
        "shapes": Exporter(
            description="what the RDF formats keep to, in SHACL; of no graph",
            file_name="shapes.ttl",
            extensions=(),
            iterate=iter_shapes_turtle,
        ),
        "context": Exporter(
            description="the JSON-LD context alone, for JSON of other programs",
            file_name="context.jsonld",
            extensions=(),
            iterate=iter_context,
        ),
        "trig12": Exporter(
            description="RDF 1.2: as trig, and each claim reifies the statement that it makes",
            file_name="graph12.trig",
            extensions=(),
            iterate=iter_trig12,
        ),
        "graphml": Exporter(
            description="the network of actors and events for yEd, Cytoscape, igraph, networkx",
            file_name="graph.graphml",
            extensions=(".graphml",),
            iterate=iter_graphml,
        ),
        "gexf": Exporter(
            description="the network of actors and events for Gephi, with a time line",
            file_name="graph.gexf",
            extensions=(".gexf",),
            iterate=iter_gexf,
        ),
        "csv": Exporter(
            description="the table of events for spreadsheets",
            file_name="events.csv",
            extensions=(".csv",),
            iterate=iter_events_csv,
        ),
        "actors": Exporter(
            description="the table of actors for spreadsheets",
            file_name="actors.csv",
            extensions=(),
            iterate=iter_actors_csv,
        ),
        "skips": Exporter(
            description="the inputs that were not taken, and why, for spreadsheets",
            file_name="skipped.csv",
            extensions=(),
            iterate=iter_skips_csv,
        ),
        "jsonl": Exporter(
            description="all claims as JSON lines, joined with their events and actors",
            file_name="claims.jsonl",
            extensions=(".jsonl", ".ndjson"),
            iterate=iter_claims_jsonl,
        ),
        "plover": Exporter(
            description="the events in the fields of PLOVER's record, as JSON lines",
            file_name="events.plover.jsonl",
            extensions=(),
            iterate=iter_plover,
        ),
        "acled": Exporter(
            description="what happened in the columns of ACLED, for spreadsheets",
            file_name="events-acled.csv",
            extensions=(),
            iterate=iter_acled,
        ),
        "ucdp": Exporter(
            description="deadly organised violence in the columns of UCDP GED, for spreadsheets",
            file_name="events-ucdp.csv",
            extensions=(),
            iterate=iter_ucdp,
        ),
        "icews": Exporter(
            description="what happened in the columns of ICEWS, one row a pair of actors",
            file_name="events-icews.tab",
            extensions=(".tab",),
            iterate=iter_icews,
        ),
        "gdelt": Exporter(
            description="what happened in the 61 columns of GDELT 2, without header",
            file_name="events-gdelt.export.csv",
            extensions=(),
            iterate=iter_gdelt,
        ),
        "parquet": Exporter(
            description="the table of events for data frames (needs conflict-kg[parquet])",
            file_name="events.parquet",
            extensions=(".parquet",),
            iterate=iter_events_parquet,
            is_text=False,
        ),
    }
)
