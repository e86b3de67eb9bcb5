"""Who made a file of RDF, when and with what, in PROV's words: a graph of its own, on request.

It is no part of the graph: all else depends on the articles alone, this on clock and versions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kg.graph.iris import mint_iri
from kg.graph.terms import XSD, Iri, Literal, Node, text
from kg.graph.triples.scribes import Scribe
from kg.graph.vocabulary import Vocabulary

__all__ = ["Run", "run_nodes"]

NAME = "conflict-kg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of kg.

    Attributes:
        at: When it ended, with its time zone.
        version: The version of kg.
        pipeline: Name and version of the pipeline that read the articles, "kg_news 0.2.0"; None
            where the store does not say.
    """

    at: datetime
    version: str
    pipeline: str | None = None


def run_nodes(words: Vocabulary, run: Run, graphs: Iterable[Iri]) -> Iterator[Node]:
    """Yield a run, the programs that took part, and the named graphs that it made."""
    scribe = Scribe(words, words.runs_graph)
    stamp = run.at.isoformat(timespec="seconds")
    activity = Iri(mint_iri(words.base_iri, "id", "run", stamp))
    programs = {NAME: run.version}
    if run.pipeline is not None:
        name, _, version = run.pipeline.rpartition(" ")
        programs[name or run.pipeline] = version
    agents = {
        Iri(mint_iri(words.base_iri, "id", "agent", f"{name}-{version}")): (name, version)
        for name, version in programs.items()
    }
    ended = Literal(stamp, XSD + "dateTime")
    taking_part = (("prov:wasAssociatedWith", agent) for agent in agents)
    yield scribe.describe(activity, ("prov:Activity",), (("prov:endedAtTime", ended), *taking_part))
    for agent, (name, version) in agents.items():
        facts = (("schema:name", text(name)), ("schema:softwareVersion", text(version)))
        yield scribe.describe(agent, ("prov:SoftwareAgent",), facts)
    for graph in graphs:
        yield scribe.say(graph, (("prov:wasGeneratedBy", activity),))
