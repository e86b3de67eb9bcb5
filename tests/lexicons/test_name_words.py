"""Words that tell what a name names: the files are read whole, and every fault is told."""

import pytest

from kg.lexicons import fold, load_lexicon
from kg.lexicons.faults import Faults
from kg.lexicons.loading import DATA
from kg.lexicons.name_words import load_name_words
from kg.model import PlacePrecision


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Zorva Dam\tBUILDING", "'BUILDING' is no label"),
        ("Zorva Dam\tFAC\nZorva Dam\tLOC", "'Zorva Dam' stands there twice"),
        ("Zorva Dam", "has 1 cells, not 2"),
    ],
)
def test_faults_of_known_names_are_told_with_their_line(row, told, tmp_path):
    path = tmp_path / "known_names.tsv"
    path.write_text(f"name\tlabel\n{row}\n", encoding="utf-8")
    faults = Faults()
    load_name_words(DATA / "names.toml", path, faults)
    with pytest.raises(Exception, match="known_names") as caught:
        faults.raise_any()
    assert told in str(caught.value)


def test_known_names_name_nothing_else():
    lexicon = load_lexicon()
    towns = {
        name
        for name, places in lexicon.world.places.items()
        if any(p.precision is PlacePrecision.CITY for p in places)
    }
    words = [n for n, label in lexicon.names.known.items() if label in ("FAC", "WEAPON", "EVENT")]
    assert not [name for name in words if fold(name) in towns | set(lexicon.given_names)]
    assert not [name for name in words if " " not in name and name.lower() in lexicon.lemmas.nouns]
