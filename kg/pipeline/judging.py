"""What an analyst says of two things: names and a word enter, a graph merged anew leaves."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import ResolutionError
from kg.graph import KnowledgeGraph, Store
from kg.model import Judgement
from kg.pipeline.merging import judge, withdraw

__all__ = ["Change", "Word", "judge_pair"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is said of a pair, by whom, when (an ISO time) and why; `is_undone` takes it back."""

    is_same: bool
    who: str
    when: str
    why: str = ""
    is_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a judgement did: itself, and the graph before and after it."""

    judgement: Judgement
    before: KnowledgeGraph
    after: KnowledgeGraph


def judge_pair(
    store: Store, left: str, right: str, word: Word, *, lexicon: tuple[Path, ...] = ()
) -> Change:
    """Keep or take back what is said of two actors or two events, and merge anew.

    Args:
        store: The store.
        left: Id or name of an actor, or id of an event or claim.
        right: The other one.
        word: What is said of them.
        lexicon: As of a build.

    Raises:
        ResolutionError: If it contradicts what was said of others, or the two are no pair.
        UnknownIdError: If the store holds nothing of the name.
    """
    before = store.load()
    kind, one, other = _pair(store, before, left, right)
    judgement = Judgement(
        kind=kind,
        left=one,
        right=other,
        is_same=word.is_same,
        who=word.who,
        when=word.when,
        why=word.why,
    )
    run = withdraw if word.is_undone else judge
    return Change(judgement=judgement, before=before, after=run(store, judgement, lexicon=lexicon))


def _pair(store: Store, graph: KnowledgeGraph, left: str, right: str) -> tuple[str, str, str]:
    """Return the kind of two things and the ids that a judgement on them holds on to."""
    (kind, one), (other_kind, other) = (_anchor(store, graph, asked) for asked in (left, right))
    if kind != other_kind:
        raise ResolutionError(
            f"{left!r} is an {kind}, {right!r} an {other_kind}; judge two actors or two events"
        )
    if one == other:
        raise ResolutionError(f"{left!r} and {right!r} are both {one} already; name two")
    return kind, one, other


def _anchor(store: Store, graph: KnowledgeGraph, asked: str) -> tuple[str, str]:
    """Return "event" and a claim, as events change their ids and claims never; or an actor.

    An actor that a judgement made part of another has no node of its own; its id is known all the
    same, so that the judgement can be taken back.
    """
    if any(asked in (kept.left, kept.right) for kept in store.judgements() if kept.kind == "actor"):
        return "actor", asked
    if asked.startswith("e-"):
        return "event", graph.event(store.current_event_id(asked)).lead_claim_id
    if asked.startswith("c-"):
        return "event", graph.claim(asked).id
    return "actor", graph.find_actor(asked).id
