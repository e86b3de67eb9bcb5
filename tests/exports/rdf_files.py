"""RDF files as sets of plain tuples, by either parser, so that they can be compared."""

import subprocess
from pathlib import Path

import pyoxigraph
import rdflib

__all__ = ["DATASETS", "GRAPHS", "RAPTOR", "oxigraph_quads", "raptor_triples", "rdflib_quads"]

RAPTOR = {".ttl": "turtle", ".nt": "ntriples", ".nq": "nquads", ".trig": "trig"}


# Extension: format of pyoxigraph, format of rdflib.
GRAPHS = {".ttl": ("TURTLE", "turtle"), ".nt": ("N_TRIPLES", "nt")}
DATASETS = {
    ".trig": ("TRIG", "trig"),
    ".nq": ("N_QUADS", "nquads"),
    ".jsonld": ("JSON_LD", "json-ld"),
}


def oxigraph_quads(file: Path) -> set[tuple[str, ...]]:
    """Return the statements as Oxigraph reads them; no graph name where there is none."""
    rdf_format = getattr(pyoxigraph.RdfFormat, (GRAPHS | DATASETS)[file.suffix][0])
    return {
        (*map(str, (q.subject, q.predicate, q.object)), getattr(q.graph_name, "value", ""))
        for q in pyoxigraph.parse(path=str(file), format=rdf_format)
    }


def rdflib_quads(file: Path) -> set[tuple[str, ...]]:
    """Return the statements as rdflib reads them, written as Oxigraph writes terms."""
    rdf_format = (GRAPHS | DATASETS)[file.suffix][1]
    if file.suffix in GRAPHS:
        graph = rdflib.Graph().parse(file, format=rdf_format)
        return {(*map(_term, triple), "") for triple in graph}
    dataset = rdflib.Dataset()
    dataset.parse(file, format=rdf_format)
    return {(*map(_term, quad[:3]), str(quad[3])) for quad in dataset.quads()}


def raptor_triples(file: Path) -> set[tuple[str, ...]]:
    """Return the statements as Raptor reads them, an implementation in C of its own."""
    command = ["rapper", "-q", "-i", RAPTOR[file.suffix], "-o", "ntriples", str(file)]
    done = subprocess.run(command, capture_output=True, check=True)
    triples = pyoxigraph.parse(done.stdout, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return {(*map(str, (t.subject, t.predicate, t.object)), "") for t in triples}


def _term(term: rdflib.term.Node) -> str:
    if isinstance(term, rdflib.URIRef):
        return str(pyoxigraph.NamedNode(str(term)))
    assert isinstance(term, rdflib.Literal)
    datatype = None if term.datatype is None else pyoxigraph.NamedNode(str(term.datatype))
    return str(pyoxigraph.Literal(str(term), datatype=datatype, language=term.language))
