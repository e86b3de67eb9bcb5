"""What tests of the whole program share: each thing that takes time is made once a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import kg
from kg.articles import read_articles
from kg.graph import KnowledgeGraph
from kg.model import Article, Claim
from kg.pipeline import extract
from tests.corpus import outputs_of, write_corpus
from tests.terminal import Outcome, kg_here


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A folder that a command wrote, and what it said."""

    folder: Path
    outcome: Outcome


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small corpus; tests leave it as it is."""
    return write_corpus(tmp_path_factory.mktemp("corpus") / "articles")


@pytest.fixture(scope="session")
def graph(corpus: Path) -> KnowledgeGraph:
    """The graph of the small corpus."""
    return kg.build(corpus)


@pytest.fixture(scope="session")
def outputs(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All outputs of that graph, by name."""
    return outputs_of(graph, tmp_path_factory.mktemp("outputs"))


@pytest.fixture(scope="session")
def coded(corpus: Path) -> Sequence[tuple[Article, tuple[Claim, ...]]]:
    """The articles of the small corpus with their claims."""
    return tuple(extract(a for a in read_articles([corpus]) if isinstance(a, Article)))


@pytest.fixture(scope="session")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What `kg build` writes for the small corpus; tests only read it."""
    folder = tmp_path_factory.mktemp("built") / "out"
    return Built(folder=folder, outcome=kg_here("build", corpus, "-o", folder))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What `kg demo` writes: the sample corpus, in some ten seconds; tests only read it."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    return Built(folder=folder, outcome=kg_here("demo", "-o", folder))
