"""One adapter for syntax: spaCy's `Doc` in, sentences of plain words in one scheme out.

The scheme is Universal Dependencies version 2. Parses with ClearNLP labels (`en_core_web_*`) are
turned into it: prepositions become `case` of their object, passives and relative clauses get their
UD names. Nothing behind this module sees a spaCy object.
"""

from collections.abc import Iterator

from spacy.strings import StringStore
from spacy.tokens import Doc, Span, Token

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
LEAST_ODDS = 0.03  # below it, a type is not worth a look


def read_sentences(doc: Doc, lemmas: Lemmas) -> Iterator[Sentence]:
    """Yield the sentences of a document that hold words, in order, their lemmas mended."""
    strings = _Strings(doc.vocab.strings)
    labels = {strings[label] for label in set(doc.to_array("DEP").tolist())}
    is_clearnlp = not CLEARNLP.isdisjoint(labels)
    # Once: each of these goes through the whole document.
    entities, text = doc.ents, doc.text
    paragraph = 0
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if tokens:
            within = [e for e in entities if span.start <= e.start < span.end]
            words = [_word(token, index, lemmas, strings) for index, token in enumerate(tokens)]
            names = _tie(span, tokens, words, within, lemmas, is_clearnlp=is_clearnlp)
            start, end = words[0].start, words[-1].end
            yield Sentence(
                words=tuple(words),
                names=names,
                start=start,
                end=end,
                text=text[start:end],
                paragraph=paragraph,
            )
        paragraph += sum("\n" in token.text for token in span if token.is_space)


def _tie(
    span: Span,
    tokens: list[Token],
    words: list[Word],
    entities: list[Span],
    lemmas: Lemmas,
    *,
    is_clearnlp: bool,
) -> tuple[Name, ...]:
    """Tie the words of a sentence to their heads and names, in place; return the names."""
    number = {token.i: index for index, token in enumerate(tokens)}
    top = number.get(span.root.i)
    if top is None:  # white space heads the sentence: the first word that hangs on it shall
        top = next(index for index, token in enumerate(tokens) if token.head.i not in number)
    root = words[top]
    for token, word in zip(tokens, words, strict=True):
        word.head = words[number[token.head.i]] if token.head.i in number else root
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
    _tell_odds(span.doc, tokens, words)
    return names


class _Strings(dict[int, str]):
    """What spaCy's numbers mean; it makes a new string at each look."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = text = self._strings[number]
        return text


def _word(token: Token, index: int, lemmas: Lemmas, strings: _Strings) -> Word:
    text, tag = strings[token.orth], strings[token.tag]
    lemma = (strings[token.lemma] or text).lower()
    return Word(
        index=index,
        text=text,
        lemma=mend_lemma(lemmas, strings[token.lower], tag, lemma),
        pos=token.pos_,
        tag=tag,
        dep=strings[token.dep],
        start=token.idx,
        end=token.idx + len(text),
    )


def _is_common(words: list[Word], lemmas: Lemmas) -> bool:
    """A lone common noun that opens a sentence is no name, whatever its capital suggests."""
    first, *rest = words
    is_plain = first.tag in ("NN", "NNS", "CD") and first.lemma in lemmas.nouns
    return not rest and first.index == 0 and is_plain


def _tell_odds(doc: Doc, tokens: list[Token], words: list[Word]) -> None:
    if WORD_EVENTS not in doc.user_data:
        return
    labels, scores = doc.user_data[WORD_EVENTS]
    block = scores[[token.i for token in tokens]]
    rows, columns = (block > LEAST_ODDS).nonzero()
    odds: list[dict[str, float]] = [{} for _ in words]
    told = zip(rows.tolist(), columns.tolist(), block[rows, columns].tolist(), strict=True)
    for row, column, value in told:
        odds[row][labels[column]] = value
    for word, its in zip(words, odds, strict=True):
        word.odds = its


def _link_children(words: list[Word]) -> None:
    for word in words:
        if word.head is not word:
            word.head.children.append(word)


def _names(entities: list[Span], number: dict[int, int]) -> Iterator[Name]:
    for ent in entities:
        inside = [number[token.i] for token in ent if token.i in number]
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
