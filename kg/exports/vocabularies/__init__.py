"""What describes the graph's RDF, as files beside it: the ontology, and the shapes that it keeps.

Both are made from tables and lexicons, for any base IRI; what they are for the default base is
shipped as `ontology.ttl` and `shapes.ttl` in this folder (scripts/make_ontology.py writes them).
"""

from kg.exports.vocabularies.ontology import iter_ontology_turtle
from kg.exports.vocabularies.shapes import iter_shapes, iter_shapes_turtle

__all__ = ["iter_ontology_turtle", "iter_shapes", "iter_shapes_turtle"]
