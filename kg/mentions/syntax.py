"""One adapter for syntax: spaCy's `Doc` in, sentences of plain words in one scheme out.

The scheme is Universal Dependencies version 2. Parses with ClearNLP labels (`en_core_web_*`) are
turned into it: prepositions become `case` of their object, passives and relative clauses get their
UD names. Nothing behind this module sees a spaCy object.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from kg.lexicons import Lemmas, mend_lemma
from kg.mentions.mending import mend_tree
from kg.mentions.words import Name, Sentence, Word
from kg.model import WORD_EVENTS

__all__ = ["read_sentences"]

FROM_CLEARNLP = {  # the labels that differ in name only; structure is handled below
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nounmod": "nmod",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "intj": "discourse",
    "quantmod": "advmod",
    "nummod": "nummod",
}

CLEARNLP = frozenset(("pobj", "prep", "nsubjpass", "dobj"))
COLUMNS: list[int | str] = [
    "ORTH",
    "LOWER",
    "LEMMA",
    "TAG",
    "POS",
    "DEP",
    "HEAD",
    "SPACY",
    "IS_SPACE",
]
SIGN = 2**63  # spaCy gives what may be negative without its sign
LEAST_ODDS = 0.03  # below it, a type is not worth a look


def read_sentences(doc: Doc, lemmas: Lemmas) -> Iterator[Sentence]:
    """Yield the sentences of a document that hold words, in order, their lemmas mended."""
    table = _Table(doc)
    is_clearnlp = not CLEARNLP.isdisjoint(table.deps)
    entities = doc.ents  # once: it goes through the whole document
    paragraph = 0
    for span in doc.sents:
        places = [n for n in range(span.start, span.end) if not table.is_blank[n]]
        if places:
            within = [e for e in entities if span.start <= e.start < span.end]
            words = [_word(table, n, index, lemmas) for index, n in enumerate(places)]
            tied = _Tied(words=words, number={n: index for index, n in enumerate(places)})
            names = _tie(tied, span.root.i, table, within, lemmas, is_clearnlp=is_clearnlp)
            start, end = words[0].start, words[-1].end
            yield Sentence(
                words=tuple(words),
                names=names,
                start=start,
                end=end,
                text=table.text[start:end],
                paragraph=paragraph,
            )
        if len(places) < span.end - span.start:
            blanks = set(range(span.start, span.end)).difference(places)
            paragraph += sum("\n" in table.texts[n] for n in blanks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tied:
    """The words of a sentence, and their places in it by their numbers in the document."""

    words: list[Word]
    number: dict[int, int]


class _Table:
    """What spaCy knows of a document's tokens, by their number.

    Read column by column: spaCy makes a new object of every token looked at.
    """

    def __init__(self, doc: Doc) -> None:
        strings = _Strings(doc.vocab.strings)
        rows = doc.to_array(COLUMNS)
        orths, lowers, lemmas, tags, poses, deps, heads, gaps, blanks = rows.T.tolist()
        self.texts, self.lowers, self.lemmas, self.tags, self.poses, self.deps = (
            [strings[number] for number in column]
            for column in (orths, lowers, lemmas, tags, poses, deps)
        )
        self.odds = _odds_of(doc)
        self.heads = [n + (way if way < SIGN else way - 2 * SIGN) for n, way in enumerate(heads)]
        self.is_blank = blanks
        whole = [word + " " * gap for word, gap in zip(self.texts, gaps, strict=True)]
        self.text = "".join(whole)
        self.starts = [0, *accumulate(map(len, whole))]


def _tie(
    tied: _Tied,
    root: int,
    table: _Table,
    entities: list[Span],
    lemmas: Lemmas,
    *,
    is_clearnlp: bool,
) -> tuple[Name, ...]:
    """Tie the words of a sentence to their heads and names, in place; return the names."""
    words, number = tied.words, tied.number
    top = number.get(root)
    if top is None:  # white space heads the sentence: the first word that hangs on it shall
        top = next(index for n, index in number.items() if table.heads[n] not in number)
    for n, index in number.items():
        words[index].head = words[number.get(table.heads[n], top)]
    if is_clearnlp:
        _to_universal(words)
    names = tuple(_names(entities, number))
    names = tuple(
        name for name in names if not _is_common(words[name.first : name.last + 1], lemmas)
    )
    for name in names:
        for word in words[name.first : name.last + 1]:
            word.name = name
    mend_tree(words)
    _link_children(words)
    return names


class _Strings(dict[int, str]):
    """What spaCy's numbers mean; it makes a new string at each look."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = text = self._strings[number]
        return text


def _word(table: _Table, n: int, index: int, lemmas: Lemmas) -> Word:
    text, tag, start = table.texts[n], table.tags[n], table.starts[n]
    return Word(
        index=index,
        text=text,
        lemma=mend_lemma(lemmas, table.lowers[n], tag, (table.lemmas[n] or text).lower()),
        pos=table.poses[n],
        tag=tag,
        dep=table.deps[n],
        start=start,
        end=start + len(text),
        odds=table.odds[n] if table.odds else None,
    )


def _is_common(words: list[Word], lemmas: Lemmas) -> bool:
    """A lone common noun that opens a sentence is no name, whatever its capital suggests."""
    first, *rest = words
    is_plain = first.tag in ("NN", "NNS", "CD") and first.lemma in lemmas.nouns
    return not rest and first.index == 0 and is_plain


def _odds_of(doc: Doc) -> list[dict[str, float]]:
    """Return, by token, the odds of event types worth a look; nothing where no pipeline tells."""
    if WORD_EVENTS not in doc.user_data:
        return []
    labels, scores = doc.user_data[WORD_EVENTS]
    rows, columns = (scores > LEAST_ODDS).nonzero()
    odds: list[dict[str, float]] = [{} for _ in range(len(doc))]
    told = zip(rows.tolist(), columns.tolist(), scores[rows, columns].tolist(), strict=True)
    for row, column, value in told:
        odds[row][labels[column]] = value
    return odds


def _link_children(words: list[Word]) -> None:
    for word in words:
        if word.head is not word:
            word.head.children.append(word)


def _names(entities: list[Span], number: dict[int, int]) -> Iterator[Name]:
    for ent in entities:
        inside = [number[n] for n in range(ent.start, ent.end) if n in number]
        if inside:
            yield Name(
                label=ent.label_,
                text=ent.text,
                start=ent.start_char,
                end=ent.end_char,
                first=inside[0],
                last=inside[-1],
            )


def _to_universal(words: list[Word]) -> None:
    """Turn ClearNLP's tree into UD's, in place, before children are linked."""
    for word in words:
        word.dep = FROM_CLEARNLP.get(word.dep, word.dep)
    for word in words:
        if word.dep in ("pobj", "pcomp") and word.head.dep in ("prep", "agent"):
            _raise_object(word, word.head)
    for word in words:
        if word.dep == "case" and word.text.lower() in ("'s", "’s", "'", "’"):
            word.tag = "POS"
        if word.dep == "prep":
            word.dep = "compound:prt" if word.head.is_verb else "case"


def _raise_object(word: Word, preposition: Word) -> None:
    """Let the object of a preposition take its place; the preposition marks its case."""
    governor = word if preposition.is_root else preposition.head
    is_clause = word.dep == "pcomp"
    word.head = governor
    if word.is_root:
        word.dep = "ROOT"
    elif is_clause:
        word.dep = "advcl"
    else:
        word.dep = "obl" if governor.is_verb else "nmod"
    preposition.head, preposition.dep = word, "mark" if is_clause else "case"
