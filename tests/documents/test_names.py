"""The marked texts that names are measured on (benchmarks/names.py), and how they are read."""

import pytest

from benchmarks.names import FURTHER, HELD, MARKED, Name, read_marked, score_names
from kg.documents import load_pipeline

LABELS = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WEAPON"}


def test_marks_become_offsets(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text("[Mali|GPE] and [UN|ORG].\n=====\nNo one.\n", encoding="utf-8")
    (first, names), (second, none) = read_marked(path)
    assert (first, second) == ("Mali and UN.\n", "No one.\n")
    assert names == [
        Name(start=0, end=4, label="GPE", text="Mali"),
        Name(start=9, end=11, label="ORG", text="UN"),
    ]
    assert none == []


@pytest.mark.parametrize(("path", "count"), [(MARKED, 20), (FURTHER, 50), (HELD, 20)])
def test_there_are_so_many_texts_and_every_label(path, count):
    texts = list(read_marked(path))
    assert len(texts) == count
    assert {name.label for _, names in texts for name in names} == LABELS
    assert all(text[n.start : n.end] == n.text for text, names in texts for n in names)


@pytest.mark.pipeline
def test_the_pipeline_has_these_labels_and_no_other():
    assert set(load_pipeline().get_pipe("ner").labels) == LABELS


@pytest.mark.pipeline
def test_what_is_missed_and_what_is_invented_is_told(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text("Rebels left [Baghdad|ORG] for Paris.\n", encoding="utf-8")
    scores = score_names(path)
    assert [n.text for n in scores.missed] == ["Baghdad"]
    assert [n.text for n in scores.invented] == ["Paris"]
    assert scores.errors == 2.0
