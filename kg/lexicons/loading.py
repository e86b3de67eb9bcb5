"""The one loader: files in, one frozen and cached `Lexicon` out."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.lexicons.cue_loading import load_cues
from kg.lexicons.cues import Cues
from kg.lexicons.dataset_loading import load_dataset_codes
from kg.lexicons.datasets import DatasetCodes
from kg.lexicons.event_loading import EventLexicon, load_events
from kg.lexicons.faults import Faults
from kg.lexicons.feature_weights import (
    ARGUMENTS,
    SURENESS,
    TEMPORALITY,
    FeatureWeights,
    load_feature_weights,
)
from kg.lexicons.given_names import load_given_names
from kg.lexicons.grammar import Grammar, load_grammar
from kg.lexicons.lemmas import Lemmas, read_lemmas
from kg.lexicons.name_words import NameWords, load_name_words
from kg.lexicons.world import World
from kg.lexicons.world_loading import load_world

__all__ = ["DATA", "Lexicon", "load_lexicon"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All rule and name data, validated and frozen.

    `arguments` weigh who is actor and who is target, `temporality` when an event is, `sureness` how
    likely it is told. `given_names` are folded, each with the gender that it tells, "f" or "m".
    """

    events: EventLexicon
    cues: Cues
    grammar: Grammar
    lemmas: Lemmas
    world: World
    arguments: FeatureWeights
    temporality: FeatureWeights
    sureness: FeatureWeights
    names: NameWords
    datasets: DatasetCodes
    given_names: Mapping[str, str]


@functools.cache
def load_lexicon(extra: tuple[Path, ...] = ()) -> Lexicon:
    """Return the bundled lexicon, with a project's own actor lists laid over it.

    Args:
        extra: TSV files of actors and aliases; later files win.

    Raises:
        LexiconError: If any file has faults; the message names all of them.
    """
    faults = Faults()
    events = load_events(DATA, faults)
    cues = load_cues(DATA / "cues.toml", faults)
    grammar = load_grammar(DATA / "grammar.toml", faults)
    world = load_world(DATA / "world", extra, faults)
    arguments = load_feature_weights(DATA / "arguments.tsv", ARGUMENTS, faults)
    temporality = load_feature_weights(DATA / "temporality.tsv", TEMPORALITY, faults)
    sureness = load_feature_weights(DATA / "sureness.tsv", SURENESS, faults)
    names = load_name_words(DATA / "names.toml", DATA / "known_names.tsv", faults)
    datasets = load_dataset_codes(DATA / "datasets", events, world.countries, faults)
    given_names = load_given_names(DATA / "given_names.tsv", faults)
    faults.raise_any()
    lemmas = read_lemmas(DATA / "irregular_verbs.tsv", events, cues, grammar, world.sector_words)
    return Lexicon(
        events=events,
        cues=cues,
        grammar=grammar,
        lemmas=lemmas,
        world=world,
        arguments=arguments,
        temporality=temporality,
        sureness=sureness,
        names=names,
        datasets=datasets,
        given_names=given_names,
    )
