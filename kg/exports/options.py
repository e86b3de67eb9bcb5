"""What whoever exports may choose, whatever the format."""

from dataclasses import dataclass

from kg.graph.iris import DEFAULT_BASE_IRI

__all__ = ["ExportOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Choices of one export.

    Attributes:
        base_iri: What the IRIs of the RDF formats begin with.
    """

    base_iri: str = DEFAULT_BASE_IRI
