"""From a lexicon entry and the words around an action to PLOVER and CAMEO codes."""

import functools
from dataclasses import dataclass

from kg.claims.scopes import gap, scope_pieces
from kg.errors import LexiconError
from kg.lexicons import Context, Entry, EventLexicon, EventTypeEntry, Mode
from kg.lexicons.inflections import PhraseIndex, PhraseMatch, find_phrases, index_phrases
from kg.model import Article, EventType, Mention, Span

__all__ = ["PLOVER_QUADS", "Codes", "check_quads", "code_mention", "entry_of", "quad_of"]

PLOVER_QUADS = "plover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What the ontology says of one mention; fields as in `Claim`."""

    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    intensity: float


def check_quads(events: EventLexicon, quads: str) -> None:
    """Refuse the name of a quad table that no event type knows.

    Raises:
        LexiconError: If the table is unknown; the message names those that exist.
    """
    elsewhere = {name for entry in events.types.values() for name in entry.quads_elsewhere}
    tables = [PLOVER_QUADS, *sorted(elsewhere - {PLOVER_QUADS})]
    if quads not in tables:
        raise LexiconError(f"quad table {quads!r} does not exist; use one of {', '.join(tables)}")


def entry_of(events: EventLexicon, mention: Mention) -> Entry:
    """Return the lexicon entry that a mention matched, or the one that stands for learned words.

    Raises:
        LexiconError: If this lexicon has no such entry.
    """
    entry = events.find(mention.entry)
    if entry is None:
        raise LexiconError(
            f"article {mention.article_id}: a mention at {mention.action.start} was made by entry"
            f" {mention.entry!r}, which this lexicon lacks; code it with the lexicon that it was"
            " extracted with"
        )
    return entry


def code_mention(
    article: Article, mention: Mention, entry: Entry, events: EventLexicon, *, quads: str
) -> Codes:
    """Return the codes of a mention.

    The mode is the entry's own, else the one whose words stand in the mention's scope: the longest
    phrase first, then the one nearest to the action. CAMEO is the entry's, else the mode's, else
    the type's; intensity the mode's, else the type's.

    Args:
        article: The article.
        mention: The mention.
        entry: The entry that the mention matched.
        events: The lexicon's event types and contexts.
        quads: Name of the quad table; a type without a value there keeps PLOVER's.
    """
    type_entry = events.types[entry.event_type]
    name = entry.mode or _mode_name(article, mention, type_entry)
    mode = type_entry.modes.get(name) if name else None
    return Codes(
        event_type=entry.event_type,
        mode=name,
        contexts=_contexts(mention.sentence.text, events.contexts),
        cameo=entry.cameo or (mode.cameo if mode else type_entry.cameo),
        quad=quad_of(type_entry, quads),
        intensity=mode.intensity if mode else type_entry.intensity,
    )


def quad_of(type_entry: EventTypeEntry, quads: str) -> int:
    """Return a type's quad class in a table; PLOVER's where that table has none for it."""
    return type_entry.quads_elsewhere.get(quads, type_entry.quad)


def _mode_name(article: Article, mention: Mention, type_entry: EventTypeEntry) -> str | None:
    index = _mode_index(tuple(type_entry.modes.values()))
    if not index.by_first:
        return None
    pieces = (mention.action, *scope_pieces(article, mention))
    matches = [m for piece in pieces for m in find_phrases(index, piece.text, offset=piece.start)]
    own = [m.value for m in find_phrases(index, mention.lemma)]
    if not matches:
        return own[0] if own else None
    return min(matches, key=lambda m: _mode_rank(m, mention.action)).value


def _mode_rank(match: PhraseMatch, action: Span) -> tuple[int, int, int, str]:
    return -match.length, gap(match.start, match.end, action), match.start, match.value


@functools.lru_cache(maxsize=64)  # the claims of a sentence come one after another
def _contexts(sentence: str, contexts: tuple[Context, ...]) -> tuple[str, ...]:
    return tuple(sorted({m.value for m in find_phrases(_context_index(contexts), sentence)}))


@functools.lru_cache(maxsize=64)
def _mode_index(modes: tuple[Mode, ...]) -> PhraseIndex:
    return index_phrases((words, mode.name) for mode in modes for words in mode.words)


@functools.lru_cache(maxsize=8)
def _context_index(contexts: tuple[Context, ...]) -> PhraseIndex:
    return index_phrases((words, context.name) for context in contexts for words in context.words)
