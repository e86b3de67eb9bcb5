"""All knowledge that is data, and its one loader."""

from kg.lexicons.conventions import Convention, Recoding
from kg.lexicons.cues import Cues
from kg.lexicons.datasets import (
    AcledCondition,
    AcledRule,
    AcledSubEvent,
    CountryCodes,
    DatasetCodes,
    Party,
    Side,
)
from kg.lexicons.event_loading import OLD_TYPES, EventLexicon
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
from kg.lexicons.feature_weights import FeatureWeights
from kg.lexicons.folding import fold
from kg.lexicons.glossary import CODE_SETS, Glossary, load_glossary
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
from kg.lexicons.world_lookup import find_actor, find_country, find_place, find_town, sector_of

__all__ = [
    "CODE_SETS",
    "OLD_TYPES",
    "AcledCondition",
    "AcledRule",
    "AcledSubEvent",
    "ActorEntry",
    "AliasEntry",
    "Complement",
    "Context",
    "Convention",
    "Country",
    "CountryCodes",
    "CountryWord",
    "Cues",
    "DatasetCodes",
    "Entry",
    "EventLexicon",
    "EventTypeEntry",
    "FeatureWeights",
    "Frame",
    "Glossary",
    "Grammar",
    "Lemmas",
    "Lexicon",
    "Mode",
    "NameWords",
    "Party",
    "PlaceEntry",
    "Recoding",
    "SectorWord",
    "Side",
    "Trigger",
    "TriggerKind",
    "World",
    "find_actor",
    "find_country",
    "find_place",
    "find_town",
    "fold",
    "lemmas_of",
    "load_glossary",
    "load_lexicon",
    "mend_lemma",
    "sector_of",
]
