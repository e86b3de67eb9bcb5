"""All knowledge that is data, and its one loader."""

from kg.lexicons.argument_weights import ArgumentWeights
from kg.lexicons.cues import Cues
from kg.lexicons.event_loading import EventLexicon
from kg.lexicons.events import (
    Complement,
    Context,
    Entry,
    EventTypeEntry,
    Frame,
    Mode,
    Trigger,
    TriggerKind,
)
from kg.lexicons.folding import fold
from kg.lexicons.grammar import Grammar
from kg.lexicons.inflections import lemmas_of
from kg.lexicons.lemmas import Lemmas, mend_lemma
from kg.lexicons.loading import Lexicon, load_lexicon
from kg.lexicons.name_words import NameWords
from kg.lexicons.world import (
    ActorEntry,
    AliasEntry,
    Country,
    CountryWord,
    PlaceEntry,
    SectorWord,
    World,
)
from kg.lexicons.world_lookup import find_actor, find_country, find_place, sector_of

__all__ = [
    "ActorEntry",
    "AliasEntry",
    "ArgumentWeights",
    "Complement",
    "Context",
    "Country",
    "CountryWord",
    "Cues",
    "Entry",
    "EventLexicon",
    "EventTypeEntry",
    "Frame",
    "Grammar",
    "Lemmas",
    "Lexicon",
    "Mode",
    "NameWords",
    "PlaceEntry",
    "SectorWord",
    "Trigger",
    "TriggerKind",
    "World",
    "find_actor",
    "find_country",
    "find_place",
    "fold",
    "lemmas_of",
    "load_lexicon",
    "mend_lemma",
    "sector_of",
]
