"""From claims to the merged view, whenever what is stored has changed."""

from pathlib import Path

from kg.graph import KnowledgeGraph, Store
from kg.lexicons import load_lexicon
from kg.model import Judgement, TollRule
from kg.resolution import ResolveOptions, check_judgements, resolve

__all__ = ["TOLLS", "judge", "refresh", "remove", "withdraw"]

TOLLS = "tolls"  # the key under which a store notes its rule for the best of several numbers


def refresh(store: Store, *, lexicon: tuple[Path, ...] = ()) -> KnowledgeGraph:
    """Merge everything in a store anew, keep the result there, and return the graph.

    The rule for the best of several numbers is the one that the store notes (`TOLLS`).
    """
    resolution = resolve(
        store.articles(),
        store.claims(),
        load_lexicon(lexicon),
        judgements=store.judgements(),
        options=ResolveOptions(tolls=TollRule(store.get_meta(TOLLS) or TollRule.LATEST)),
    )
    store.save_resolution(resolution)
    return store.load()


def remove(store: Store, article_id: str, *, lexicon: tuple[Path, ...] = ()) -> KnowledgeGraph:
    """Take an article and all that stood on it alone out of a store, and merge anew."""
    load_lexicon(lexicon)  # a faulty one must not stop us between removing and merging
    store.remove(article_id)
    return refresh(store, lexicon=lexicon)


def judge(store: Store, judgement: Judgement, *, lexicon: tuple[Path, ...] = ()) -> KnowledgeGraph:
    """Keep what an analyst said of two actors or claims, and merge anew.

    It takes the place of what was said of the same pair before, and wins over every score.

    Raises:
        ResolutionError: If it contradicts what was said of other pairs; nothing is changed.
    """
    load_lexicon(lexicon)  # a faulty one must not stop us between keeping and merging
    pair = {judgement.left, judgement.right}
    others = [
        kept
        for kept in store.judgements()
        if kept.kind != judgement.kind or {kept.left, kept.right} != pair
    ]
    check_judgements((*others, judgement))
    store.add_judgement(judgement)
    return refresh(store, lexicon=lexicon)


def withdraw(
    store: Store, judgement: Judgement, *, lexicon: tuple[Path, ...] = ()
) -> KnowledgeGraph:
    """Take back what was said of a pair, if anything was, and merge anew."""
    load_lexicon(lexicon)
    store.remove_judgement(judgement.kind, judgement.left, judgement.right)
    return refresh(store, lexicon=lexicon)
