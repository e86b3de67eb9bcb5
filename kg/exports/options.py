"""What whoever exports may choose, whatever the format."""

from dataclasses import dataclass

from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.triples.runs import Run

__all__ = ["ExportOptions", "Run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Choices of one export.

    Attributes:
        base_iri: What the IRIs of the RDF formats begin with.
        run: Written into RDF, in a named graph of its own, if it is given: who made the file, when
            and with what. The same graph then no longer gives the same bytes.
    """

    base_iri: str = DEFAULT_BASE_IRI
    run: Run | None = None
