"""`kg lexicon check`: faults with file and line; what a corpus names and no list knows."""

from pathlib import Path

import pytest

from benchmarks.worlds import write_store
from kg.graph import KnowledgeGraph
from kg.graph.suggestions import unknown_actors, unlisted_actions
from kg.lexicons import load_lexicon
from kg.model import MadeBy
from tests.samples import BRIGADE, sample_claim, sample_graph
from tests.terminal import kg_here

HEAD = "alias\tactor_id\tname\tkind\tcountry\tsector\tsince\tuntil\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_store(sample_graph(), tmp_path / "graph.kg")
    return tmp_path


def test_bundled_lexicons_are_sound() -> None:
    outcome = kg_here("lexicon", "check")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert f"{len(load_lexicon().world.actors):,}" in outcome.stdout


def test_faults_of_a_list_are_told_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(HEAD + "The Band\tband\tThe Band\tgang\tXXX\tREB\t\t\n", encoding="utf-8")
    outcome = kg_here("lexicon", "check", "--lexicon", file)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "mine.tsv:2" in outcome.stderr


def test_unknown_actors_are_suggested(folder: Path) -> None:
    outcome = kg_here("lexicon", "check", "--suggest", folder, "--least", 1)
    assert outcome.exit_code == 0
    known = [a.name for a in unknown_actors(sample_graph().records, least=1)]
    assert "Mara Quell" in known
    assert all(name.split()[0] in outcome.stdout for name in known)
    assert "xno-mil" not in outcome.stdout  # the lexicon knows it


def test_only_what_is_named_is_suggested() -> None:
    names = {actor.name for actor in unknown_actors(sample_graph().records, least=1)}
    assert BRIGADE in names
    assert not names & {"students", "people", "civilians"}


def test_suggestions_come_most_frequent_first() -> None:
    mentions = [actor.mentions for actor in unknown_actors(sample_graph().records, least=1)]
    assert mentions == sorted(mentions, reverse=True)


def test_unlisted_actions_are_those_that_only_the_pipeline_found() -> None:
    from dataclasses import replace

    graph, claim = sample_graph(), sample_claim("a-wire-2", "shelled")
    learned = replace(claim, made_by=MadeBy(entry="ASSAULT.learned", frame="attack", rule="active"))
    rest = [c for c in graph.records.claims if c.id != claim.id]
    changed = KnowledgeGraph(
        articles=graph.records.articles,
        claims=[*rest, learned],
        resolution=graph.records.resolution,
    )
    assert unlisted_actions(graph.records) == ()
    (action,) = unlisted_actions(changed.records)
    assert (action.lemma, action.event_type, action.claims) == ("shell", "ASSAULT", 1)
    assert action.example == "A convoy of refugees was shelled on Thursday."


def test_list_of_unknown_actors_is_one_that_kg_takes(folder: Path) -> None:
    listed = kg_here("lexicon", "check", "--suggest", folder, "--tsv", "--least", 1)
    assert listed.stdout.startswith(HEAD)
    (line,) = (row for row in listed.stdout.splitlines() if row.startswith("Mara Quell"))
    file = folder / "mine.tsv"
    file.write_text(HEAD + line.replace("XSU", "SSD") + "\n", encoding="utf-8")
    assert kg_here("lexicon", "check", "--lexicon", file).exit_code == 0


FAULTY = {
    "other action": (("lexicon", "mend"), "the only action is check"),
    "list of nothing": (("lexicon", "check", "--tsv"), "name a graph"),
}


@pytest.mark.parametrize(("arguments", "told"), FAULTY.values(), ids=FAULTY)
def test_faulty_call_is_told(arguments: tuple[str, ...], told: str) -> None:
    outcome = kg_here(*arguments)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert told in outcome.stderr
