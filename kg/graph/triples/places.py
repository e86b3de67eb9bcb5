"""Places in RDF: one node for each way in which a place is known."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.graph.terms import Iri, Literal, Node, decimal, integer, text
from kg.graph.triples.scribes import Scribe, known
from kg.graph.vocabulary import NAMESPACES, Vocabulary
from kg.lexicons import fold
from kg.model import Place, Span

__all__ = ["place_iri", "place_nodes", "without_words"]

GEONAMES = "https://sws.geonames.org/{}/"

_NO_SPAN = Span(start=0, end=0, text="")
_MAX_SLUG = 40  # characters of the name that stay readable in an IRI
_NOT_SLUG = re.compile("[^a-z0-9]+")


def place_iri(vocabulary: Vocabulary, place: Place) -> Iri:
    """Return the IRI of a place: its name to read, and a hash of all that is known of it."""
    slug = _NOT_SLUG.sub("-", fold(place.name))[:_MAX_SLUG].strip("-")
    known = repr(without_words(place))
    digest = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return vocabulary.thing("place", *((slug, digest) if slug else (digest,)))


def without_words(place: Place) -> Place:
    """Return a place without the words that name it: what several claims can share."""
    return replace(place, span=_NO_SPAN)


def place_nodes(scribe: Scribe, place: Place, *, is_sem: bool) -> Iterator[Node]:
    """Yield a place with its point, if it is known.

    Args:
        scribe: Whose graph it is written in.
        place: The place; its span does not matter.
        is_sem: Whether something happened there, so that it is a `sem:Place` too.
    """
    node = place_iri(scribe.vocabulary, place)
    has_point = place.latitude is not None and place.longitude is not None
    types = ("kg:Place", *(("sem:Place",) if is_sem else ()), *(("geo:Feature",) * has_point))
    yield scribe.describe(
        node,
        types,
        (
            ("schema:name", text(place.name)),
            ("kg:country", known(text, place.country)),
            ("wgs:lat", known(decimal, place.latitude)),
            ("wgs:long", known(decimal, place.longitude)),
            ("kg:placePrecision", known(scribe.vocabulary.code, place.precision)),
        ),
    )
    if place.geonames_id is not None:
        yield from _geonames(scribe, node, place.geonames_id)
    if place.latitude is not None and place.longitude is not None:
        yield from _point(scribe, node, place.latitude, place.longitude)


def _geonames(scribe: Scribe, node: Iri, number: int) -> Iterator[Node]:
    link = Iri(GEONAMES.format(int(number)))
    yield scribe.say(node, (("kg:geonamesId", integer(number)), ("skos:exactMatch", link)))


def _point(scribe: Scribe, node: Iri, latitude: float, longitude: float) -> Iterator[Node]:
    local = node.value.rpartition("/")[2]
    geometry = scribe.vocabulary.thing("geometry", local)
    point = f"POINT({decimal(longitude).value} {decimal(latitude).value})"
    wkt = Literal(point, NAMESPACES["geo"] + "wktLiteral")
    yield scribe.say(node, (("geo:hasGeometry", geometry),))
    yield scribe.describe(geometry, ("geo:Geometry",), (("geo:asWKT", wkt),))
