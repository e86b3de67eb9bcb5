"""The codes of other data sets: every type, mode, sector and country is decided."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicons import Party, load_lexicon
from kg.lexicons.dataset_loading import load_dataset_codes
from kg.lexicons.faults import Faults
from kg.lexicons.loading import DATA
from kg.model import ActorKind, EventType, Sector

LEXICON = load_lexicon()
CODES = LEXICON.datasets
KINDS_OF_EVENTS = [
    (event_type, mode)
    for event_type, entry in LEXICON.events.types.items()
    for mode in (None, *entry.modes)
]


@pytest.mark.parametrize(("event_type", "mode"), KINDS_OF_EVENTS)
def test_type_and_mode_are_covered_by_acled_or_said_not_to_be(
    event_type: EventType, mode: str | None
) -> None:
    *others, last = CODES.acled_rules[event_type, mode]
    assert last.condition is None
    assert last.contexts == ()
    assert all(rule.condition or rule.contexts for rule in others)


def test_acled_has_25_sub_event_types_of_six_types() -> None:
    lines = (DATA / "datasets" / "acled_sub_events.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert len(rows) == 25
    assert len({row[1] for row in rows}) == 6


@pytest.mark.parametrize("code", [*Sector, *ActorKind])
def test_sector_and_kind_have_a_side(code: str) -> None:
    assert code in CODES.sides


def test_every_country_has_its_codes() -> None:
    assert set(CODES.countries) == set(LEXICON.world.countries)
    numbers = [codes.iso_numeric for codes in CODES.countries.values() if codes.iso_numeric]
    fips = [codes.fips for codes in CODES.countries.values() if codes.fips]
    assert len(numbers) == len(set(numbers)) > 240
    assert len(fips) == len(set(fips)) > 235


CAMEO = {mode.cameo for entry in LEXICON.events.types.values() for mode in entry.modes.values()}
CAMEO |= {entry.cameo for entry in LEXICON.events.types.values()}
CAMEO |= {entry.cameo for entry in LEXICON.events.entries.values() if entry.cameo}


@pytest.mark.parametrize("cameo", sorted(CAMEO))
def test_cameo_code_has_score_and_class(cameo: str) -> None:
    assert CODES.goldstein_of(cameo) is not None
    assert cameo[:2] in CODES.gdelt_quads


@pytest.mark.parametrize("event_type", EventType)
def test_class_of_the_root_is_that_of_the_type(event_type: EventType) -> None:
    entry = LEXICON.events.types[event_type]
    assert CODES.gdelt_quads[entry.cameo[:2]] == entry.quads_elsewhere["gdelt"]


SIDES = {
    "sector first": (ActorKind.PERSON, "REB", Party.GROUP, True, "2"),
    "kind else": (ActorKind.COUNTRY, None, Party.STATE, True, "1"),
    "state without arms": (ActorKind.PERSON, "GOV", Party.STATE, False, "1"),
    "government": (ActorKind.GOVERNMENT, "GOV", Party.STATE, True, "1"),
    "of no state": (ActorKind.IGO, "GOV", None, False, "8"),
    "unknown sector": (ActorKind.POLICE, "UNK", Party.STATE, True, "1"),
    "nothing known": (ActorKind.OTHER, None, None, False, None),
}


@pytest.mark.parametrize(("kind", "sector", "party", "fights", "inter"), SIDES.values(), ids=SIDES)
def test_side(
    kind: ActorKind, sector: str | None, party: Party | None, fights: bool, inter: str | None
) -> None:
    side = CODES.side(kind, sector)
    assert (side.party, side.fights, side.acled_inter) == (party, fights, inter)


FAULTS = {
    "sides.tsv": [
        ("COP\tstate\tyes\t1", "COP\tstate\tperhaps\t1", "fights 'perhaps' is neither yes nor no"),
        ("COP\tstate\tyes\t1", "COP\tstate\tyes\t9", "acled_inter '9' is none of 1, 2"),
        ("COP\tstate", "CAP\tstate", "'CAP' is no sector and no kind of actor"),
        ("COP\tstate", "CAP\tstate", "sides.tsv:COP: no line tells"),
        ("GOV\tstate", "COP\tstate", "code 'COP' stands in line"),
    ],
    "acled.tsv": [
        ("AID\t\t", "AID\tdrone\t", "mode 'drone' is none of AID"),
        ("AID\t\t", "AID\tdrone\t", "acled.tsv:AID without mode: needs a line"),
        ("AID\t\t\t", "AID\t\tdeaths\t", "acled.tsv:AID without mode: needs a line"),
        ("\tAttack\t", "\tAttacks\t", "'Attacks' is none of acled_sub_events.tsv"),
        ("AID\t\t\t\tno\t\t", "AID\t\t\t\tno\tOther\t", "is not covered and yet 'Other'"),
        ("peacekeeping;territory", "peace", "context 'peace' is none of contexts.toml"),
        ("Peaceful protest\tactor", "Peaceful protest\t", "crowd None does not fit"),
        ("\tcivilians\t", "\tnobody\t", "if 'nobody' is none of armed"),
    ],
    "acled_sub_events.tsv": [("Protests\tDemonstrations\t6", "\tDemonstrations\t6", "is empty")],
    "ucdp.tsv": [
        ("group\tgroup\t2", "group\tgroup\t4", "type_of_violence '4' is none of 1, 2, 3"),
        ("group\tgroup\t2", "state\tgroup\t2", "these two sides stand above too"),
        ("group\tgroup\t2", "gang\tgroup\t2", "actor 'gang' is none of state, group, civilians"),
    ],
    "goldstein.tsv": [
        ("01\t0\t1", "01\t11\t1", "goldstein '11' is no number from -10 to 10"),
        ("01\t0\t1", "01\t0\t5", "gdelt_quad '5' is none of 1, 2, 3, 4"),
    ],
    "countries.tsv": [("UKR\t804", "UKX\t804", "'UKX' is no alpha-3 code of world/countries.tsv")],
}
CHANGES = [(file, *change) for file, changes in FAULTS.items() for change in changes]


@pytest.fixture
def loaded_with(tmp_path: Path) -> Callable[[str, str, str], None]:
    def load(file: str, old: str, new: str) -> None:
        folder = tmp_path / "datasets"
        shutil.copytree(DATA / "datasets", folder)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")
        faults = Faults()
        load_dataset_codes(folder, LEXICON.events, LEXICON.world.countries, faults)
        faults.raise_any()

    return load


@pytest.mark.parametrize(("file", "old", "new", "message"), CHANGES)
def test_fault_is_named_with_its_place(
    file: str, old: str, new: str, message: str, loaded_with: Callable[[str, str, str], None]
) -> None:
    with pytest.raises(LexiconError) as caught:
        loaded_with(file, old, new)
    assert message in str(caught.value)
    assert f"{file}:" in str(caught.value)
