"""The glossary: every code has its words, and what is missing or wrong is named."""

import shutil
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicons import CODE_SETS, load_glossary
from kg.lexicons.glossary import cameo_codes
from kg.lexicons.loading import DATA

GLOSSARY = load_glossary()


@pytest.mark.parametrize("codes", CODE_SETS, ids=lambda codes: codes.__name__)
def test_every_code_has_a_meaning_of_its_own(codes: type) -> None:
    meanings = GLOSSARY.meanings[codes]
    assert list(meanings) == list(codes)
    assert all(meanings.values())
    assert len(set(meanings.values())) == len(meanings)


def test_every_type_mode_and_context_has_a_definition() -> None:
    modes = [mode for entry in GLOSSARY.events.types.values() for mode in entry.modes.values()]
    told = (*GLOSSARY.events.types.values(), *modes, *GLOSSARY.events.contexts)
    assert [each for each in told if not each.definition.endswith(".")] == []


def test_every_cameo_code_of_the_lexicon_and_every_root_has_a_label() -> None:
    assert cameo_codes(GLOSSARY.events) <= set(GLOSSARY.cameo)
    assert {f"{number:02}" for number in range(1, 21)} <= set(GLOSSARY.cameo)
    assert len(set(GLOSSARY.cameo.values())) == len(GLOSSARY.cameo)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lexicon that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("world")))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("codes.tsv", "Polarity\taffirmed", "Polarity\tsure", "'sure' is none of affirmed, denied"),
        ("codes.tsv", "Polarity\taffirmed", "Mood\taffirmed", "set 'Mood' is none of Polarity"),
        ("codes.tsv", "Bound\tabout\tnear the number", "Bound\tabout\t", "meaning is empty"),
        ("codes.tsv", "Sector\tCOP\tpolice\n", "", "no row tells what 'COP' means"),
        ("cameo.tsv", "195\tWeapons used from the air\n", "", "cameo.tsv:195: no row tells"),
        ("cameo.tsv", "084\tReturn or release\n", "", "cameo.tsv:084: no row tells"),
        ("cameo.tsv", "036\tIntent to meet or negotiate\n", "", "cameo.tsv:036: no row tells"),
        ("cameo.tsv", "code\tlabel", "code\tname", "the header must be code, label"),
    ],
)
def test_fault_is_named(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    change(folder / file, old, new)
    with pytest.raises(LexiconError) as caught:
        load_glossary(folder)
    assert fault in str(caught.value)
