"""A pipeline component: names mended by the words that they are made of.

A trained pipeline tells names by their look and company and is unsure of the rare kinds. Some words
leave no doubt: what ends in "Hospital" is a facility, what opens with "Lake" a place, and known
groups are in the lexicon. Conventions: docs/names.md.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.documents.known_names import KnownNames
from kg.documents.name_arms import ArmsFinder
from kg.documents.name_echoes import lay_echoes
from kg.documents.name_edges import mend_edges
from kg.documents.name_neighbours import lay_told
from kg.documents.name_spans import NAME_TAGS, NOUNS, is_title, lay_over, names_within
from kg.documents.name_table import NameTable
from kg.documents.towns import namesake_spans, town_spans
from kg.documents.word_list import WordList
from kg.lexicons import Lexicon, NameWords, fold, load_lexicon
from kg.model import ActorKind, PlacePrecision

__all__ = ["make_name_words"]

LONGEST_NAME = 7
SHORTEST_ALIAS = 4  # characters of a lone word that names a group
GROUPS = frozenset((ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO))
PARTICLES = frozenset(("de", "del", "la", "al", "el", "bin", "ul", "e", "da", "do"))
# Labels of what stands before "airport", whether it is a part of the name found or not.
FOLLOWED = frozenset(("GPE", "LOC", "PERSON", "ORG", "EVENT", "FAC"))
MISTAKEN_FOR = {  # labels that what ends or opens with a telling word gets by mistake
    "FAC": frozenset(("ORG", "GPE", "LOC", "NORP", "PERSON", "EVENT")),
    "ORG": frozenset(("FAC",)),
}
TITLED = 0.6  # share of capitals among a sentence's longer words from which it is a headline
_DATELINE = re.compile(
    r"^(?P<town>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*)(?P<land>, [A-Z][\w. ]+)?"
    r"(?: \((?P<agency>[A-Z][\w ]+)\))? [-–—]{1,2} ",
    re.MULTILINE,
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class NameMender:
    """Lays the names that words tell over those that the trained pipeline found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = KnownNames(lexicon)
        self._words = lexicon.names
        self._world = lexicon.world
        self._heads = _by_last_word(lexicon.names.heads)
        self._followers = _by_last_word(lexicon.names.followers)
        self._arms = ArmsFinder(lexicon)
        self._groups = NameTable((text, "ORG") for text in group_names(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Mend the names of a document."""
        words = WordList.of(doc)
        towns = [*town_spans(doc, words, self._world), *namesake_spans(doc, self._lexicon)]
        lay_over(doc, [*self._known_groups(doc, words), *self._told(doc, words), *towns])
        self._known(doc, words)
        lay_told(doc, self._lexicon)
        mend_edges(doc, self._lexicon)
        lay_echoes(doc, words, self._world)
        return doc

    def _known_groups(self, doc: Doc, words: WordList) -> Iterator[Span]:
        for label, start, end in self._groups.spans(words):
            span = Span(doc, start, end, label=label)
            is_folk = len(span) > 1 and doc[start].ent_type_ in ("GPE", "NORP")
            if not is_folk and not any(len(e) > len(span) for e in names_within(span)):
                yield span

    def _told(self, doc: Doc, words: WordList) -> Iterator[Span]:
        for sentence in doc.sents:
            found = [*_by_openers(sentence, words, self._words)]
            if not _is_headline(sentence, words):
                found += _by_heads(sentence, words, self._heads)
            found = [span for span in found if not self._is_of_a_title(span)]
            yield from (span for span in found if _may_replace(span) or self._is_water(span))
            yield from _by_followers(sentence, words, self._followers)
        yield from self._by_datelines(doc, words.text)
        yield from self._arms(doc, words.text)

    def _by_datelines(self, doc: Doc, text: str) -> Iterator[Span]:
        """Yield the town and the agency that open a report: "QORYA, Norland (Agency) - ".

        Words in capitals alone ("BREAKING - ") are a town only if one is called so.
        """
        for match in _DATELINE.finditer(text):
            is_known = fold(match["town"]) in self._world.places
            told = is_known or match["land"] or match["agency"]
            for part, label in (("town", "GPE"), ("agency", "ORG")) if told else ():
                span = doc.char_span(*match.span(part), label=label) if match[part] else None
                if span is not None and _is_whole(span):
                    yield span

    def _is_of_a_title(self, span: Span) -> bool:
        """Tell whether a title follows ("Qorya Police Chief"): then it is whose title that is."""
        after = span.doc[span.end] if span.end < len(span.doc) else None
        is_titled = after is not None and after.is_title and is_title(after.text, self._world)
        return span.label_ == "ORG" and is_titled

    def _is_water(self, span: Span) -> bool:
        """Tell whether a name that opens with "Lake" and is taken for a town is none."""
        there = [(e.start, e.end, e.label_) for e in names_within(span)]
        is_same = there == [(span.start, span.end, "GPE")]
        places = self._world.places.get(fold(span.text), ())
        is_town = any(place.precision is PlacePrecision.CITY for place in places)
        return span.label_ == "LOC" and is_same and not is_town


def group_names(lexicon: Lexicon) -> Iterator[str]:
    """Yield the names of groups and organisations that name nothing else."""
    world = lexicon.world
    for aliases in world.aliases.values():
        for alias in aliases:
            entry = world.actors.get(alias.actor_id)
            if entry is None or entry.kind not in GROUPS:
                continue
            words = alias.text.split()
            lone = len(words) == 1
            is_plain = not all(w[0].isupper() or w in PARTICLES or "-" in w for w in words)
            is_doubtful = lone and (
                len(alias.text) < SHORTEST_ALIAS or _is_common(alias.text, lexicon)
            )
            if not (is_plain or is_doubtful or fold(alias.text) in world.places):
                yield alias.text


def _is_common(text: str, lexicon: Lexicon) -> bool:
    return text.lower() in lexicon.lemmas.nouns


@Language.factory("kg_name_words")
def make_name_words(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component; it runs after the parser and the names of the pipeline."""
    return NameMender(load_lexicon())


def _is_whole(span: Span) -> bool:
    """Tell whether no name that a document has reaches over the borders of a span, or parts it."""
    return all((e.start, e.end) == (span.start, span.end) for e in names_within(span))


def _may_replace(span: Span) -> bool:
    """Tell whether a name may take the place of those found there.

    Never of a longer one ("Black Sea fleet"), nor of one that is the same but for its label, unless
    it is an event ("Operation Storm"), a facility taken for a body or a place, or a body for one.
    """
    there = names_within(span)
    same = [e for e in there if (e.start, e.end) == (span.start, span.end)]
    if any(len(e) > len(span) or e.end > span.end for e in there):
        return False
    if span.label_ == "EVENT":
        return True
    mistaken = MISTAKEN_FOR.get(span.label_, frozenset())
    return all(e.label_ in mistaken for e in same)


def _is_headline(sentence: Span, words: WordList) -> bool:
    """Tell whether most longer words have capitals and no stop follows: capitals tell nothing."""
    start, end = sentence.start, sentence.end
    text = words.text[words.starts[start] : words.ends[end - 1]]
    if text.rstrip("\"'”’) \n")[-1:] in (".", "?", "!"):
        return False
    long = [word for word in words.words[start:end] if len(word) > 3 and word.isalpha()]
    return sum(word[0].isupper() for word in long) >= TITLED * max(1, len(long))


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def _by_last_word(table: Mapping[str, str]) -> Phrases:
    """Return phrases and their labels by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for text, label in sorted(table.items(), key=lambda row: -len(row[0].split())):
        words = tuple(text.split())
        found.setdefault(words[-1], []).append((words, label))
    return {last: tuple(rows) for last, rows in found.items()}


def _endings(sentence: Span, words: WordList, phrases: Phrases) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of the longest phrases that stand in a sentence."""
    lower = words.in_lower_case
    for end in range(sentence.start + 1, sentence.end + 1):
        for phrase, label in phrases.get(lower[end - 1], ()):
            start = end - len(phrase)
            if start >= sentence.start and phrase == tuple(lower[start:end]):
                yield start, end, label
                break


def _by_heads(sentence: Span, words: WordList, heads: Phrases) -> Iterator[Span]:
    doc = sentence.doc
    for start, end, label in _endings(sentence, words, heads):
        if not (words.words[end - 1][0].isupper() and doc[end - 1].tag_ in NOUNS):
            continue
        first = _opens(doc, start, sentence.start)
        if first < start and not _agrees(doc, end - 1, label):
            yield Span(doc, first, end, label=label)


def _agrees(doc: Doc, position: int, label: str) -> bool:
    return doc[position].ent_type_ == label


def _opens(doc: Doc, start: int, least: int) -> int:
    """Return where a name begins whose last words begin at a token."""
    first = at = start
    while at > least and start - at < LONGEST_NAME:
        token = doc[at - 1]
        if _is_part(token) and not (at - 1 == least and token.tag_ not in ("NNP", "NNPS")):
            first = at - 1
        elif not (token.text in ("-", *PARTICLES) and first < start):
            break
        at -= 1
    return first


def _is_part(token: Token) -> bool:
    if _ORDINAL.fullmatch(token.lower_):
        return True
    return token.text[0].isupper() and token.tag_ in NAME_TAGS


def _by_openers(sentence: Span, words: WordList, known: NameWords) -> Iterator[Span]:
    doc, lower = sentence.doc, words.in_lower_case
    for start in words.capitals_within(sentence.start, sentence.end - 1):
        label, at = known.openers.get(lower[start].rstrip(".")), start + 1
        if lower[at] == "of":
            label, at = known.openers_of.get(lower[start]), at + 1
        if label is None:
            continue
        end = at
        if label == "EVENT" and words.words[at].isdigit():  # "Operation 1027"
            end += 1
        while end < sentence.end and doc[end].text[0].isupper() and doc[end].tag_ in NAME_TAGS:
            end += 1
        if end > at and not _agrees(doc, start, label):
            yield Span(doc, start, end, label=label)


def _by_followers(sentence: Span, words: WordList, followers: Phrases) -> Iterator[Span]:
    doc = sentence.doc
    for start, end, label in _endings(sentence, words, followers):
        if start == sentence.start or not doc[start].is_lower:
            continue
        before = doc[start - 1]
        if before.ent_type_ in FOLLOWED and not (_runs_on(before) and _runs_on(doc[end - 1])):
            name = next(e for e in doc.ents if e.start <= before.i < e.end)
            if name.end in (start, end):
                yield Span(doc, name.start, end, label=label)


def _runs_on(token: Token) -> bool:
    """Tell whether a token's name goes on behind it."""
    return token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"
