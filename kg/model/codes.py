"""The closed sets of the ontology and of the claim layer.

Event types, sectors: PLOVER manual, draft 2.0. What each type means, its modes, scores and CAMEO
codes stand in the lexicons.
"""

from enum import StrEnum

__all__ = [
    "WORD_EVENTS",
    "ActorKind",
    "Bound",
    "Certainty",
    "CountKind",
    "CountRelation",
    "EventStatus",
    "EventType",
    "PlacePrecision",
    "Polarity",
    "Sector",
    "Temporality",
    "TimePrecision",
    "TollRule",
]


WORD_EVENTS = "kg_triggers"  # key of a parsed document under which word-by-word event odds stand


class EventType(StrEnum):
    """What was done (PLOVER's sixteen event types)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def is_reciprocal(self) -> bool:
        """Tell whether both sides of such an event act alike, so that their order says nothing."""
        return self in _RECIPROCAL


_RECIPROCAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


class Polarity(StrEnum):
    """Whether a claim says that it happened, or that it did not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How surely a claim is put."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Temporality(StrEnum):
    """When, seen from the report; `historical` is background, a year or more old."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    HISTORICAL = "historical"


class EventStatus(StrEnum):
    """What the claims behind an event make of it."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    CANDIDATE = "candidate"
    HISTORICAL = "historical"


class CountKind(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"
    MISSING = "missing"
    DEPLOYED = "deployed"


class Bound(StrEnum):
    """How a stated number bounds the true one."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class CountRelation(StrEnum):
    """How a stated number relates to the others of its event.

    `part_of`: included in another ("including two children"); `additional`: on top of another
    ("another three"); `update`: replaces an earlier one ("the toll rose to 15").
    """

    TOTAL = "total"
    PART_OF = "part_of"
    ADDITIONAL = "additional"
    UPDATE = "update"


class TollRule(StrEnum):
    """How the best of several numbers is chosen.

    `latest`: what the article published last states. `median`: the middle one of the independent
    stories, the lower of two in the middle. `cautious`: the lowest that any report states.
    """

    LATEST = "latest"
    MEDIAN = "median"
    CAUTIOUS = "cautious"


class TimePrecision(StrEnum):
    """How finely a time is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class PlacePrecision(StrEnum):
    """How finely a place is given."""

    POINT = "point"
    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


class ActorKind(StrEnum):
    """Sort of actor; it decides colour and shape in views and the class in RDF."""

    COUNTRY = "country"
    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed group"
    PARTY = "party"
    IGO = "intergovernmental organisation"
    NGO = "non-governmental organisation"
    COMPANY = "company"
    MEDIA = "media"
    COURT = "court"
    LEGISLATURE = "legislature"
    PERSON = "person"
    CIVILIANS = "civilians"
    PLACE = "place"
    OTHER = "other"


class Sector(StrEnum):
    """PLOVER's sectors of society (manual draft 2.0, section on actor codes)."""

    COP = "COP"
    GOV = "GOV"
    JUD = "JUD"
    LEG = "LEG"
    MIL = "MIL"
    PRM = "PRM"
    PTY = "PTY"
    REB = "REB"
    SPY = "SPY"
    UAF = "UAF"
    UNK = "UNK"
    AGR = "AGR"
    BUS = "BUS"
    CRM = "CRM"
    CVL = "CVL"
    EDU = "EDU"
    ELI = "ELI"
    JRN = "JRN"
    LAB = "LAB"
    MED = "MED"
    REF = "REF"
    OPP = "OPP"
    PRE = "PRE"
    REL = "REL"
    SOC = "SOC"
