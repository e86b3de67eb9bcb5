"""Laws that hold for any tree of any words, however wrong a parser is."""

from itertools import islice

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.mentions.syntax import read_sentences
from kg.model import Article

WORDS = (
    "rebels", "killed", "attack", "attacks", "said", "must", "withdraw", "not", "nobody", "no",
    "by", "of", "in", "on", "to", "and", "12", "dozens", "including", "children", "Kenya", "Kyiv",
    "Ukrainian", "US", "he", "they", "that", "who", "warned", "would", "denied", "talks", "held",
    "after", "according", ",", "“", "”", "-", "'s", "the", "troops", "deployed", "sanctions",
    "\n",
)  # fmt: skip
DEPS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "amod",
    "compound", "conj", "cc", "case", "mark", "det", "nummod", "aux", "aux:pass", "cop", "advmod",
    "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "appos", "flat",
    "fixed", "punct",
    "compound:prt", "expl", "dep", "pobj", "prep", "dobj", "agent", "pcomp", "nsubjpass",
)  # fmt: skip
TAGS = (
    "NN", "NNS", "NNP", "VBD", "VBN", "VBG", "VBZ", "VB", "MD", "IN", "DT", "CD", "JJ", "RB", "PRP",
    "WP", "CC", "POS", ".",
)  # fmt: skip
POS = ("NOUN", "PROPN", "VERB", "AUX", "ADP", "DET", "NUM", "ADJ", "ADV", "PRON", "PUNCT", "CCONJ")
LABELS = ("GPE", "ORG", "PERSON", "NORP", "LOC", "WEAPON", "DATE")
ENGLISH = spacy.blank("en")


@st.composite
def trees(draw):
    """A document whose words hang on each other in any tree of any words."""
    size = draw(st.integers(1, 14))

    def row(values):
        return draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, index in enumerate(order):
        heads[index] = order[draw(st.integers(0, place - 1))] if place else index
    labels = row(DEPS)
    deps = ["ROOT" if heads[n] == n else labels[n] for n in range(size)]
    words = row(WORDS)
    doc = Doc(
        ENGLISH.vocab, words=words, spaces=row((True, False)), tags=row(TAGS), pos=row(POS),
        lemmas=[word.lower() for word in words], heads=heads, deps=deps,
    )  # fmt: skip
    start = draw(st.integers(0, size - 1))
    end = draw(st.integers(start + 1, size))
    doc.ents = [Span(doc, start, end, label=draw(st.sampled_from(LABELS)))]
    return doc


def _spans(mention):
    yield from (mention.sentence, mention.action, *mention.scope, *mention.places)
    yield from (q.span for q in mention.quantities)
    yield from (p.span for p in (*mention.actors, *mention.targets, *mention.speakers))


@settings(deadline=None)  # the first run loads the lexicon
@given(trees())
def test_every_word_of_any_tree_hangs_under_one_root(doc):
    for sentence in read_sentences(doc, load_lexicon().lemmas):
        (root,) = (word for word in sentence.words if word.head is word)
        for word in sentence.words:
            above = [up.index for up in islice(word.ancestors(), len(sentence.words))]
            assert not above or above[-1] == root.index


@given(trees())
def test_any_tree_is_read_and_all_spans_slice_the_text(doc):
    found = extract_mentions(Article(id="a", text=doc.text), doc, load_lexicon())
    for mention in found:
        for span in _spans(mention):
            assert span.start < span.end
            assert doc.text[span.start : span.end] == span.text
        assert 0 <= mention.confidence <= 1
        assert not {p.span for p in mention.actors} & {p.span for p in mention.targets}
    assert list(found) == sorted(found, key=lambda m: (m.action.start, m.action.end, m.entry))
