"""`kg extract`: articles as JSON lines in, claims as JSON lines out."""

import dataclasses
from collections.abc import Iterator

import typer

from kg.cli.options import Convention, Lexicon, MinConfidence, Pipeline, Quads, Workers
from kg.cli.terminal import skip_lines, write_note

__all__ = ["extract"]


def extract(
    lexicon: Lexicon = None,
    pipeline: Pipeline = None,
    workers: Workers = 1,
    quads: Quads = "plover",
    convention: Convention = "plover",
    min_confidence: MinConfidence = None,
) -> None:
    """Read articles from standard input and write their claims, one JSON object a line.

    Articles: {"id", "text", "published"?, "title"?, "source"?, "url"?}. Claims come in the order
    of the articles; offsets count characters of the text as given.

    Examples:
      kg extract < articles.jsonl > claims.jsonl
    """
    from kg.articles import iter_exact
    from kg.model import Article, Skip, claim_to_record, dumps
    from kg.pipeline import BuildOptions
    from kg.pipeline import extract as run

    skips: list[Skip] = []

    def articles() -> Iterator[Article]:
        for item in iter_exact(typer.get_binary_stream("stdin")):
            if isinstance(item, Skip):
                skips.append(item)
            else:
                yield item

    options = BuildOptions(
        lexicon=tuple(lexicon or ()),
        pipeline=pipeline,
        workers=workers,
        quads=quads,
        convention=convention,
    )
    if min_confidence is not None:
        options = dataclasses.replace(options, min_confidence=min_confidence)
    out = typer.get_binary_stream("stdout")
    for _, claims in run(articles(), options=options):
        for claim in claims:
            out.write(dumps(claim_to_record(claim)).encode("utf-8") + b"\n")
    out.flush()
    for line in skip_lines(skips):
        write_note(f"skipped: {line}")
