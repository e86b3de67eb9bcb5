"""A pipeline component: words marked that known names are made of, before anything is read.

The word vectors of the bundled pipeline are made of a word's spelling and of this mark; so a town
that no training text holds is read as a town because the lexicon knows it for one. A mark says what
names there are, not what the word is here: "Fatima" is marked as a given name and as a town.

A mark is "B-" at the first word of a name and "I-" at the others, and a letter for each kind of
thing that bears the name: C country, T large and t small town, R region or water, D people of a
country, P person by full and p by last name, O organised group, B other body, n given name, e
event, l land or water of `known_names.tsv`. The networks have learned these letters: a new one
needs training.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicons import Lexicon, PlaceEntry, fold, load_lexicon
from kg.model import ActorKind, PlacePrecision

__all__ = ["make_name_marks"]

ORGANISED = frozenset(
    (
        *(ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.PARTY),
        *(ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.MILITARY),
    )
)
LARGE = 100_000  # inhabitants of a town; the names of smaller ones are oftener names of others
KNOWN = {"EVENT": "e", "LOC": "l"}
JOINTS = frozenset(("-", "‐", "‑", "’", "'", "."))  # what may stand between words of one name
BREAK = ""  # stands for what parts names, and is no word of any


class NameMarker:
    """Marks the longest known names, each word with its kinds and whether it is the first.

    Args:
        lexicon: What is known.
        passed_over: Words that are no mark of a name, whatever bears it ("Of" is a town).
    """

    def __init__(self, lexicon: Lexicon, passed_over: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._known = {
            fold(name): KNOWN[label]
            for name, label in lexicon.names.known.items()
            if label in KNOWN
        }
        world = lexicon.world
        names = {*world.places, *world.demonyms, *world.aliases, *lexicon.given_names, *self._known}
        self._names = names.difference(passed_over, ("",))
        self._longest = _longest(self._names)
        self._marks: dict[str, str] = {}  # of the names met so far

    def __call__(self, doc: Doc) -> Doc:
        """Mark the words of a document, in `Token.ent_kb_id_`."""
        words, places = _words(doc)
        at = 0
        while at < len(words):
            size, mark = self._longest_name(words, at)
            if size:
                first, last = places[at], places[at + size - 1]
                doc[first].ent_kb_id_ = f"B-{mark}"
                for place in range(first + 1, last + 1):
                    doc[place].ent_kb_id_ = f"I-{mark}"
            at += size or 1
        return doc

    def table(self) -> Iterator[tuple[str, str]]:
        """Yield all names that are marked, folded, with their marks, in their order."""
        for name in sorted(self._names):
            if mark := self._mark(name):
                yield name, mark

    def _longest_name(self, words: list[str], at: int) -> tuple[int, str]:
        """Return how many words the longest known name has that begins here, and its mark."""
        most = min(self._longest.get(words[at], 0), len(words) - at)
        for size in range(most, 0, -1):
            name = " ".join(words[at : at + size])
            if name in self._names and (mark := self._mark(name)):
                return size, mark
        return 0, ""

    def _mark(self, name: str) -> str:
        if name not in self._marks:
            self._marks[name] = "".join(sorted(set(self._kinds(name))))
        return self._marks[name]

    def _kinds(self, name: str) -> Iterator[str]:
        """Yield the letter of each kind of thing that bears a folded name."""
        world = self._lexicon.world
        if name in world.places:
            yield _place_mark(world.places[name][0])
        if name in world.demonyms:
            yield "D"
        for alias in world.aliases.get(name, ()):
            if entry := world.actors.get(alias.actor_id):
                yield _actor_mark(entry.kind, name)
        if name in self._lexicon.given_names:
            yield "n"
        if name in self._known:
            yield self._known[name]


def _words(doc: Doc) -> tuple[list[str], list[int]]:
    """Return the folded words of a document and the token of each."""
    words, places = [], []
    for place, token in enumerate(doc):
        text = token.text
        if text in JOINTS:
            continue
        for word in fold(text).split() or (BREAK,):
            words.append(word)
            places.append(place)
    return words, places


def _longest(names: Iterable[str]) -> dict[str, int]:
    """Return the number of words of the longest name that begins with each word."""
    found: dict[str, int] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        size = rest.count(" ") + 2 if rest else 1
        if size > found.get(first, 0):
            found[first] = size
    return found


def _place_mark(place: PlaceEntry) -> str:
    match place.precision:
        case PlacePrecision.COUNTRY:
            return "C"
        case PlacePrecision.CITY:
            return "T" if place.population >= LARGE else "t"
        case _:
            return "R"


def _actor_mark(kind: ActorKind, name: str) -> str:
    if kind is ActorKind.PERSON:
        return "P" if " " in name else "p"
    return "O" if kind in ORGANISED else "B"


@Language.factory("kg_name_marks")
def make_name_marks(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component; it runs before the token-to-vector layer."""
    return NameMarker(load_lexicon(), nlp.Defaults.stop_words)
