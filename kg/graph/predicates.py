"""The predicates and classes of the RDF model, as tables: the order of every Turtle block.

Where a known vocabulary has a word, that word is used: SEM, PROV-O, Web Annotation, Schema.org,
GeoSPARQL, SKOS; `kg:` is ours.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["CLASSES", "PREDICATES", "Predicate"]


class Predicate(NamedTuple):
    """One property: its name, what its values are ("iri" or a datatype), what it says."""

    name: str
    value: str
    meaning: str
    parent: str | None = None


# The order is that of the properties within a block of Turtle.
PREDICATES = (
    Predicate("rdf:type", "iri", "what it is"),
    Predicate("dcterms:identifier", "xsd:string", "its id in claims.jsonl, events.csv, actors.csv"),
    Predicate("rdfs:label", "xsd:string", "a text to show"),
    Predicate("skos:altLabel", "xsd:string", "another text that named an actor"),
    Predicate(
        "schema:name", "xsd:string", "name of an outlet or place; what an actor mention means"
    ),
    Predicate("schema:headline", "xsd:string", "title of an article"),
    Predicate("schema:publisher", "iri", "outlet of an article"),
    Predicate("schema:datePublished", "xsd:date", "day an article was published"),
    Predicate("schema:url", "xsd:anyURI", "address of an article, as given"),
    Predicate("rdfs:seeAlso", "iri", "the address as a link, where it is a valid one"),
    Predicate("kg:textSha256", "xsd:string", "SHA-256 of the article's body"),
    Predicate("schema:articleBody", "xsd:string", "the text that all offsets refer to"),
    Predicate("schema:hasPart", "iri", "an article of a story"),
    Predicate("kg:firstArticle", "iri", "the article of a story published first"),
    Predicate("kg:story", "iri", "the story of an article: copies of one text share it"),
    Predicate("kg:status", "iri", "what its claims make of an event"),
    Predicate("kg:eventType", "iri", "PLOVER event type"),
    Predicate("kg:mode", "iri", "PLOVER mode of the type"),
    Predicate("kg:context", "iri", "PLOVER context"),
    Predicate("sem:eventType", "iri", "type or mode of an event that happened"),
    Predicate("kg:cameo", "xsd:string", "CAMEO code"),
    Predicate("kg:quad", "xsd:integer", "1 and 2 cooperation, 3 and 4 conflict; 2 and 4 material"),
    Predicate("kg:intensity", "xsd:decimal", "−10 conflict to 10 cooperation"),
    Predicate("kg:about", "iri", "event or candidate that a claim reports or denies"),
    Predicate("kg:actor", "iri", "who did it", "sem:hasActor"),
    Predicate("kg:target", "iri", "to whom it was done", "sem:hasActor"),
    Predicate("sem:hasActor", "iri", "actor or target of an event that happened"),
    Predicate("kg:claimedActor", "iri", "who does it, by a claim or in a candidate"),
    Predicate("kg:claimedTarget", "iri", "to whom, by a claim or in a candidate"),
    Predicate("kg:attributedTo", "iri", "merged actor who says so", "prov:wasAttributedTo"),
    Predicate("kg:place", "iri", "where it happened", "sem:hasPlace"),
    Predicate("sem:hasPlace", "iri", "place of an event that happened"),
    Predicate("kg:claimedPlace", "iri", "where, by a claim or in a candidate"),
    Predicate("kg:earliest", "xsd:date", "first day it can have begun"),
    Predicate("kg:latest", "xsd:date", "last day it can have ended"),
    Predicate("kg:timePrecision", "iri", "how finely the time is given"),
    Predicate("sem:hasEarliestBeginTimeStamp", "xsd:date", "kg:earliest, of what happened"),
    Predicate("sem:hasLatestEndTimeStamp", "xsd:date", "kg:latest, of what happened"),
    Predicate("kg:polarity", "iri", "affirmed or denied"),
    Predicate("kg:certainty", "iri", "certain, probable or possible"),
    Predicate("kg:temporality", "iri", "past, present, future or historical"),
    Predicate("kg:actionLemma", "xsd:string", "lemma of the words of the event"),
    Predicate("kg:action", "iri", "the words of the event"),
    Predicate("kg:sentence", "iri", "the sentence that makes the claim"),
    Predicate("kg:actorMention", "iri", "words that name an actor"),
    Predicate("kg:targetMention", "iri", "words that name a target"),
    Predicate("kg:speakerMention", "iri", "words that name the innermost speaker"),
    Predicate("kg:outerSpeakerMention", "iri", "words that name a speaker further out"),
    Predicate("kg:placeEvidence", "iri", "the words for the place"),
    Predicate("kg:timeEvidence", "iri", "the words for the time"),
    Predicate("kg:count", "iri", "a number of people that the claim states"),
    Predicate("kg:evidence", "iri", "the words for an actor mention or count"),
    Predicate("kg:rank", "xsd:integer", "its place among its like in the claim, from 1"),
    Predicate("kg:lexiconId", "xsd:string", "id of a known actor, by the words alone"),
    Predicate("kg:refersTo", "iri", "the merged actor behind an actor mention"),
    Predicate("kg:linkRule", "xsd:string", "the rule that found the merged actor"),
    Predicate("kg:country", "xsd:string", "ISO 3166 alpha-3, IGO or NGO"),
    Predicate("kg:sector", "iri", "PLOVER sector"),
    Predicate("kg:nameLabel", "xsd:string", "label of a name: PERSON, ORG, GPE, …"),
    Predicate("kg:partOf", "iri", "actor that an actor belongs to"),
    Predicate("kg:role", "iri", "an office or membership"),
    Predicate("kg:title", "xsd:string", "name of an office"),
    Predicate("kg:roleAt", "iri", "actor at which an office is held"),
    Predicate("kg:since", "xsd:date", "first day in office"),
    Predicate("kg:until", "xsd:date", "last day in office"),
    Predicate("kg:countKind", "iri", "killed, injured, detained, …"),
    Predicate("kg:value", "xsd:integer", "the number stated"),
    Predicate("kg:bound", "iri", "exactly, at least, at most or about"),
    Predicate("kg:relation", "iri", "total, part of, additional or update"),
    Predicate("kg:countOf", "xsd:string", "noun counted"),
    Predicate("kg:tally", "iri", "what all claims of an event say of one kind of count"),
    Predicate("kg:low", "xsd:integer", "lowest number"),
    Predicate("kg:best", "xsd:integer", "number chosen by kg:rule"),
    Predicate("kg:high", "xsd:integer", "highest number"),
    Predicate("kg:highIsOpen", "xsd:boolean", "whether the highest number was 'at least'"),
    Predicate("kg:rule", "xsd:string", "how kg:best was chosen"),
    Predicate("kg:reportedBy", "iri", "claim that reports an event"),
    Predicate("kg:deniedBy", "iri", "claim that denies it"),
    Predicate("kg:leadClaim", "iri", "claim whose sentence represents it"),
    Predicate("kg:articleCount", "xsd:integer", "articles that report it"),
    Predicate("kg:sourceCount", "xsd:integer", "outlets that report it"),
    Predicate("kg:storyCount", "xsd:integer", "independent texts that report it"),
    Predicate("kg:firstPublished", "xsd:date", "day of its first report"),
    Predicate(
        "kg:confidence", "xsd:decimal", "0 to 1: chance that the claim, or one claim, is right"
    ),
    Predicate("kg:mergeReason", "iri", "why two of its claims were held to report one event"),
    Predicate("kg:score", "xsd:decimal", "likeness of the two claims"),
    Predicate("kg:because", "xsd:string", "one part of that score, in words"),
    Predicate("kg:madeByEntry", "xsd:string", "lexicon entry that made a claim"),
    Predicate("kg:madeByFrame", "xsd:string", "argument frame that made it"),
    Predicate("kg:madeByRule", "xsd:string", "grammatical rule that made it"),
    Predicate("prov:wasDerivedFrom", "iri", "article of a claim; claims of a tally"),
    Predicate("prov:used", "iri", "the two claims of a merge reason"),
    Predicate("oa:hasSource", "iri", "article that the words stand in"),
    Predicate("oa:hasSelector", "iri", "position and quote of the words"),
    Predicate("oa:start", "xsd:integer", "first character, from 0"),
    Predicate("oa:end", "xsd:integer", "character after the last"),
    Predicate("oa:exact", "xsd:string", "the words"),
    Predicate("geo:hasGeometry", "iri", "point of a place"),
    Predicate("geo:asWKT", "geo:wktLiteral", "POINT(longitude latitude), WGS 84"),
    Predicate("wgs:lat", "xsd:decimal", "latitude in degrees"),
    Predicate("wgs:long", "xsd:decimal", "longitude in degrees"),
    Predicate("kg:geonamesId", "xsd:integer", "number in GeoNames"),
    Predicate("kg:placePrecision", "iri", "point, city, district, province or country"),
    Predicate("skos:exactMatch", "iri", "the same in Wikidata or GeoNames"),
)

CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "kg:Actor": "who or what can act, merged over all articles",
        "kg:ActorMention": "words of one claim that name an actor, a target or a speaker",
        "kg:Article": "one published text",
        "kg:Claim": "what one sentence asserts: the unit of truth",
        "kg:Count": "a number of people that one claim states",
        "kg:Event": "one occurrence that was reported to have happened; derived from claims",
        "kg:EventCandidate": "one that is feared, planned, threatened or denied only",
        "kg:Mention": "a piece of an article's text",
        "kg:MergeReason": "why two claims were held to report one event",
        "kg:Place": "where",
        "kg:Role": "an office or membership",
        "kg:Source": "an outlet",
        "kg:Story": "articles that are copies of one text",
        "kg:Tally": "lowest, best and highest number over the claims of one event",
        "foaf:Person": "",
        "geo:Feature": "",
        "geo:Geometry": "",
        "oa:TextPositionSelector": "",
        "oa:TextQuoteSelector": "",
        "org:Organization": "",
        "prov:Activity": "",
        "prov:Entity": "",
        "schema:NewsArticle": "",
        "schema:NewsMediaOrganization": "",
        "sem:Actor": "",
        "sem:Event": "",
        "sem:Place": "",
    }
)
