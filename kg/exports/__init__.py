"""The graph as files of other programs, and back."""

from kg.exports.exporting import export, find_exporter
from kg.exports.formats import EXPORTERS, Exporter
from kg.exports.options import ExportOptions
from kg.exports.reading import read_rdf

__all__ = ["EXPORTERS", "ExportOptions", "Exporter", "export", "find_exporter", "read_rdf"]
