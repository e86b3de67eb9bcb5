from collections.abc import Callable
from pathlib import Path

import pytest

from kg.exports import export
from tests.samples import sample_graph

FILES = [
    "sample.ttl",
    "sample.jsonld",
    "sample.graphml",
    "sample.gexf",
    "sample.csv",
    "sample.jsonl",
    "actors.csv",
]


@pytest.mark.parametrize("name", FILES)
def test_sample_is_written_as_reviewed(
    name: str, tmp_path: Path, assert_golden: Callable[[str, bytes], None]
) -> None:
    assert_golden(name, export(sample_graph(), tmp_path / name).read_bytes())
