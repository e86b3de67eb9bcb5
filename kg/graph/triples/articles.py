"""One article in RDF: it, its claims, their counts and words enter, one named graph leaves.

Nothing here depends on other articles: to drop the graph is to retract the article. What several
articles share, outlets and places, is only pointed to, so that no statement stands in two graphs.
"""

import hashlib
from collections.abc import Iterator, Sequence

from kg.graph.iris import is_iri
from kg.graph.terms import Iri, Node, any_uri, clean, day, decimal, integer, text
from kg.graph.triples.places import place_iri
from kg.graph.triples.scribes import Fact, Scribe, known
from kg.graph.vocabulary import Vocabulary
from kg.model import ActorMention, Article, Claim, Count, Span

__all__ = ["article_nodes", "claim_spans", "numbered_mentions"]

# Property of a claim, the part of the mention's IRI, and the mentions, innermost speaker first.
Numbered = tuple[str, str, int, ActorMention]


def article_nodes(
    vocabulary: Vocabulary, article: Article, claims: Sequence[Claim]
) -> Iterator[Node]:
    """Yield the named graph of one article and its claims, each statement once."""
    scribe = Scribe(vocabulary, vocabulary.article_graph(article.id))
    yield _article(scribe, article)
    for claim in claims:
        yield from _claim(scribe, claim)
    for span in sorted({span for claim in claims for span in claim_spans(claim)}):
        yield from _mention(scribe, article.id, span)


def numbered_mentions(claim: Claim) -> Iterator[Numbered]:
    """Yield property, role, rank from 1, and mention, for every actor mention of a claim."""
    speakers = (claim.attributed_to,) if claim.attributed_to else ()
    roles = (
        ("kg:actorMention", "actor", claim.actors),
        ("kg:targetMention", "target", claim.targets),
        ("kg:speakerMention", "speaker", speakers),
        ("kg:outerSpeakerMention", "outer-speaker", claim.attribution_chain),
    )
    for name, role, mentions in roles:
        for rank, mention in enumerate(mentions, start=1):
            yield name, role, rank, mention


def claim_spans(claim: Claim) -> Iterator[Span]:
    """Yield every span of a claim, some maybe twice."""
    yield from (claim.action, claim.sentence)
    yield from (mention.span for mention in claim.actor_mentions)
    yield from (count.span for count in claim.counts)
    yield from (stated.span for stated in (claim.place, claim.time) if stated)


def _article(scribe: Scribe, article: Article) -> Node:
    source, url = article.source, article.url
    publisher = None if source is None else scribe.vocabulary.thing("source", source)
    body = clean(article.text)
    return scribe.describe(
        scribe.vocabulary.thing("article", article.id),
        ("kg:Article", "schema:NewsArticle", "prov:Entity"),
        (
            ("dcterms:identifier", text(article.id)),
            ("schema:headline", known(text, article.title)),
            ("schema:publisher", publisher),
            ("schema:datePublished", known(day, article.published)),
            ("schema:url", known(any_uri, url)),
            ("rdfs:seeAlso", Iri(url) if url is not None and is_iri(url) else None),
            ("kg:textSha256", text(hashlib.sha256(body.encode()).hexdigest())),
            ("schema:articleBody", text(body)),
        ),
    )


def _claim(scribe: Scribe, claim: Claim) -> Iterator[Node]:
    words, links = scribe.vocabulary, list[Fact]()
    for name, role, rank, mention in numbered_mentions(claim):
        mentioned = words.thing("actor-mention", claim.id, role, rank)
        links.append((name, mentioned))
        yield _actor_mention(scribe, claim, mentioned, rank, mention)
    for rank, count in enumerate(claim.counts, start=1):
        counted = words.thing("count", claim.id, rank)
        links.append(("kg:count", counted))
        yield _count(scribe, claim, counted, rank, count)
    facts = (*_coding(scribe, claim), *_circumstances(scribe, claim), *_making(scribe, claim))
    yield scribe.describe(
        words.thing("claim", claim.id), ("kg:Claim", "prov:Entity"), (*facts, *links)
    )


def _coding(scribe: Scribe, claim: Claim) -> Iterator[Fact]:
    words = scribe.vocabulary
    mode = claim.mode
    yield "dcterms:identifier", text(claim.id)
    yield "kg:eventType", words.event_type(claim.event_type)
    yield "kg:mode", None if mode is None else words.mode(claim.event_type, mode)
    for context in claim.contexts:
        yield "kg:context", words.context(context)
    yield "kg:cameo", text(claim.cameo)
    yield "kg:quad", integer(claim.quad)
    yield "kg:intensity", decimal(claim.intensity)
    yield "kg:polarity", words.code(claim.polarity)
    yield "kg:certainty", words.code(claim.certainty)
    yield "kg:temporality", words.code(claim.temporality)


def _circumstances(scribe: Scribe, claim: Claim) -> Iterator[Fact]:
    words = scribe.vocabulary
    if claim.place is not None:
        yield "kg:claimedPlace", place_iri(words, claim.place)
        yield "kg:placeEvidence", _words(scribe, claim, claim.place.span)
    if claim.time is not None:
        yield "kg:earliest", day(claim.time.earliest)
        yield "kg:latest", day(claim.time.latest)
        yield "kg:timePrecision", words.code(claim.time.precision)
        yield "kg:timeEvidence", _words(scribe, claim, claim.time.span)


def _making(scribe: Scribe, claim: Claim) -> Iterator[Fact]:
    yield "kg:actionLemma", text(claim.action_lemma)
    yield "kg:action", _words(scribe, claim, claim.action)
    yield "kg:sentence", _words(scribe, claim, claim.sentence)
    yield "kg:confidence", decimal(claim.confidence)
    yield "kg:madeByEntry", text(claim.made_by.entry)
    yield "kg:madeByFrame", text(claim.made_by.frame)
    yield "kg:madeByRule", text(claim.made_by.rule)
    yield "prov:wasDerivedFrom", scribe.vocabulary.thing("article", claim.article_id)


def _actor_mention(
    scribe: Scribe, claim: Claim, node: Iri, rank: int, mention: ActorMention
) -> Node:
    return scribe.describe(
        node,
        ("kg:ActorMention",),
        (
            ("schema:name", text(mention.name)),
            ("kg:evidence", _words(scribe, claim, mention.span)),
            ("kg:rank", integer(rank)),
            ("kg:lexiconId", known(text, mention.actor_id)),
            ("kg:country", known(text, mention.country)),
            ("kg:sector", known(scribe.vocabulary.sector, mention.sector)),
            ("kg:nameLabel", known(text, mention.label)),
        ),
    )


def _count(scribe: Scribe, claim: Claim, node: Iri, rank: int, count: Count) -> Node:
    words = scribe.vocabulary
    return scribe.describe(
        node,
        ("kg:Count",),
        (
            ("kg:evidence", _words(scribe, claim, count.span)),
            ("kg:rank", integer(rank)),
            ("kg:countKind", words.code(count.kind)),
            ("kg:value", integer(count.value)),
            ("kg:bound", words.code(count.bound)),
            ("kg:relation", words.code(count.relation)),
            ("kg:countOf", text(count.of)),
        ),
    )


def _mention(scribe: Scribe, article_id: str, span: Span) -> Iterator[Node]:
    words = scribe.vocabulary
    mention, position, quote = words.things(
        ("mention", "position", "quote"), article_id, span.start, span.end
    )
    source = ("oa:hasSource", words.thing("article", article_id))
    selectors = (("oa:hasSelector", position), ("oa:hasSelector", quote))
    yield scribe.describe(mention, ("kg:Mention",), (source, *selectors))
    offsets = (("oa:start", integer(span.start)), ("oa:end", integer(span.end)))
    yield scribe.describe(position, ("oa:TextPositionSelector",), offsets)
    yield scribe.describe(quote, ("oa:TextQuoteSelector",), (("oa:exact", text(span.text)),))


def _words(scribe: Scribe, claim: Claim, span: Span) -> Iri:
    return scribe.vocabulary.thing("mention", claim.article_id, span.start, span.end)
