"""Reading treebanks and name sets."""

import json
from dataclasses import replace

import pytest
import spacy

from training.corpora import (
    EVENTS,
    Sentence,
    Word,
    gold_lines,
    iter_name_rows,
    iter_sentences,
    treebank_docs,
    trigger_docs,
)

TREES = """\
# newdoc id = one
# newpar
1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tcan\tcan\tAUX\tMD\t_\t3\taux\t_\tName=O
2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\tName=O
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tName=O
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tName=O

# newpar
1\tMali\tMali\tPROPN\tNNP\t_\t2\tnsubj\t_\tName=B-GPE
2\tvoted\tvote\tVERB\tVBD\t_\t0\troot\t_\tName=O|SpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tName=O

# newdoc id = two
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tName=O
"""


@pytest.fixture
def docs(tmp_path):
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    return list(treebank_docs(iter_sentences(path), spacy.blank("en").vocab))


def test_documents_keep_their_paragraphs(docs):
    first, second = docs
    assert first.text.split("\n")[0] == "cannotgo ."
    assert first.text.split("\n")[-1] == "Mali voted. "
    assert second.text == "Yes "


def test_trees_names_and_sentence_starts_are_kept(docs):
    first = docs[0]
    assert [(t.text, t.head.text, t.dep_) for t in first if t.dep_ in ("ROOT", "nsubj")] == [
        ("go", "go", "ROOT"),
        ("Mali", "voted", "nsubj"),
        ("voted", "voted", "ROOT"),
    ]
    assert [(e.text, e.label_) for e in first.ents] == [("Mali", "GPE")]
    assert [s.text.strip() for s in first.sents] == ["cannotgo .", "Mali voted."]


def test_documents_are_cut_at_a_size(tmp_path):
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    cut = treebank_docs(iter_sentences(path), spacy.blank("en").vocab, sizes=range(1, 2))
    assert len(list(cut)) == 3


def test_documents_know_their_names(tmp_path):
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    assert [s.document for s in iter_sentences(path)] == ["one", "", "two"]


NAME_ROWS = {
    "two columns": ("Mali B-LOC\nvoted O\n", [("Mali", "B-LOC"), ("voted", "O")]),
    "numbered": ("1\tMali\tB-LOC\t-\n2\tvoted\tO\t-\n", [("Mali", "B-LOC"), ("voted", "O")]),
    "names that open inside": ("In O\nMali I-LOC\n", [("In", "O"), ("Mali", "B-LOC")]),
    "stray labels": ("Mali B-O\nvoted O\n", [("Mali", "O"), ("voted", "O")]),
    "comments and heads": ("# text\n-DOCSTART- O\nMali B-LOC\n", [("Mali", "B-LOC")]),
}


@pytest.mark.parametrize(("content", "rows"), NAME_ROWS.values(), ids=NAME_ROWS)
def test_name_sets_are_read(content, rows, tmp_path):
    path = tmp_path / "names"
    path.write_text(content, encoding="utf-8")
    assert list(iter_name_rows(path)) == [rows]


def test_events_are_known_of_some_words_only():
    word = Word(
        form="hit", lemma="hit", upos="VERB", xpos="VBD", feats="", head=0, dep="ROOT", space=True
    )
    told = Sentence(
        words=(replace(word, event="ASSAULT"),), opens_document=True, opens_paragraph=True
    )
    untold = Sentence(words=(word,), opens_document=False, opens_paragraph=False)
    (doc,) = treebank_docs([told, untold], spacy.blank("en").vocab)
    assert [(span.start, span.label_) for span in doc.spans[EVENTS]] == [(0, "ASSAULT")]


def test_the_words_of_an_action_are_whole_words(tmp_path):
    claim = {"type": "ASSAULT", "action": "war"}
    row = {"id": "1", "text": "He warned of war.", "claims": [claim]}
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (doc,) = trigger_docs(path, spacy.blank("en"), held_out=False)
    assert [token.text for token in doc if token.tag_ == "ASSAULT"] == ["war"]


def test_gold_lines_are_never_read(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text('{"id": "1", "text": "War.", "claims": []}\n', encoding="utf-8")
    assert gold_lines(path) == {1}
    assert (
        list(trigger_docs(path, spacy.blank("en"), held_out=False, excluded=gold_lines(path))) == []
    )
