"""Every error that `kg` raises on purpose.

KgError
├── ArticleError      a file, feed or stream that cannot be read
├── LexiconError      a lexicon with faults, all of them named with file and line
├── PipelineError     a trained pipeline that is missing or unfit
├── ResolutionError   judgements that contradict each other
├── StoreError        a store that cannot be opened, is locked, or is of another version
├── ViewError         a page that cannot be rendered
├── ExportError       an output that cannot be written
├── QueryError        a query that is no SPARQL, or that cannot be run
├── PushError         a triple store that cannot be reached, refuses, or counts another number
└── ScoringError      gold or predictions that cannot be compared
"""

__all__ = [
    "ArticleError",
    "ExportError",
    "KgError",
    "LexiconError",
    "PipelineError",
    "PushError",
    "QueryError",
    "ResolutionError",
    "ScoringError",
    "StoreError",
    "ViewError",
]


class KgError(Exception):
    """Base of all errors of `kg`; its message says what happened, where, and what to do."""


class ArticleError(KgError):
    """An input cannot be read as articles."""


class LexiconError(KgError):
    """A lexicon is faulty; the message names every fault with file and line."""


class PipelineError(KgError):
    """A trained pipeline is missing, or lacks what `kg` needs of it."""


class ResolutionError(KgError):
    """Judgements contradict each other."""


class StoreError(KgError):
    """A store cannot be opened or is of a version that this program cannot read."""


class ViewError(KgError):
    """A page cannot be rendered."""


class ExportError(KgError):
    """An output cannot be written."""


class QueryError(KgError):
    """A query is no SPARQL, or cannot be run."""


class PushError(KgError):
    """A triple store cannot be reached, refuses, or does not hold what was sent."""


class ScoringError(KgError):
    """Gold or predictions cannot be compared."""
