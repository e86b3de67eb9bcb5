"""Every entry's own examples and counterexamples, read by the whole extractor."""

import tomllib
from pathlib import Path

import pytest

from kg.documents import load_pipeline
from kg.lexicons import Entry, load_lexicon
from kg.mentions import extract_mentions
from kg.model import Article

FLOORS = tomllib.loads(
    (Path(__file__).parent.parent / "quality" / "floors.toml").read_text(encoding="utf-8")
)["examples"]
pytestmark = pytest.mark.pipeline


def entries_in(sentence: str) -> set[str]:
    doc = load_pipeline()(sentence)
    mentions = extract_mentions(Article(id="e", text=sentence), doc, load_lexicon())
    return {mention.entry for mention in mentions}


def all_entries() -> list[Entry]:
    return list(load_lexicon().events.entries.values())


def test_examples_give_their_event_type():
    pairs = [(entry, text) for entry in all_entries() for text in entry.examples]
    found = sum(
        any(name.startswith(f"{entry.event_type}.") for name in entries_in(text))
        for entry, text in pairs
    )
    assert found / len(pairs) >= FLOORS["examples"]


def test_counterexamples_do_not_give_their_entry():
    pairs = [(entry, text) for entry in all_entries() for text in entry.counterexamples]
    spared = sum(entry.id not in entries_in(text) for entry, text in pairs)
    assert spared / len(pairs) >= FLOORS["counterexamples"]
