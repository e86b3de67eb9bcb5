"""The graph as files of other programs, and back."""

from kg.exports.exporting import export, find_exporter
from kg.exports.formats import EXPORTERS, Exporter
from kg.exports.options import ExportOptions, Run
from kg.exports.reading import read_rdf
from kg.exports.validation import Violation, validate

__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "Exporter",
    "Run",
    "Violation",
    "export",
    "find_exporter",
    "read_rdf",
    "validate",
]
