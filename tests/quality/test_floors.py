"""The quality gate: scores on our own gold must not fall below the floors of floors.toml."""

import tomllib

import pytest

import kg
from benchmarks import pin_floors
from benchmarks.pin_floors import FLOORS, Scores, hashes_of_gold, measure, pin
from tests.conftest import Built

PINNED = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
MEASURED = ("claims", "merging", "open", "held", "names")
RE_PIN = "python -m benchmarks.pin_floors"


@pytest.fixture(scope="module")
def scores(demo: Built) -> Scores:
    """Today's scores, of the graph that `kg demo` built."""
    return measure(kg.load(demo.folder))


def test_gold_is_the_gold_that_the_floors_were_pinned_on() -> None:
    advice = f"the gold has changed: look at the scores, then pin the floors anew: {RE_PIN}"
    assert PINNED["gold"] == hashes_of_gold(), advice


@pytest.mark.pipeline
@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table in MEASURED for name in PINNED[table]]
)
def test_score_is_no_lower_than_its_floor(table: str, name: str, scores: Scores) -> None:
    score, floor = scores[table][name], PINNED[table][name]
    advice = f"mend it, or where the loss is worth its gain: {RE_PIN} --allow-lower"
    assert score >= floor, f"{table}.{name} has fallen to {score:.3f}; {advice}"


@pytest.mark.pipeline
@pytest.mark.slow
def test_every_score_has_a_floor(scores: Scores) -> None:
    assert {table: set(scores[table]) for table in MEASURED} == {
        table: set(PINNED[table]) for table in MEASURED
    }


# --- pinning -------------------------------------------------------------------------------------

OTHER = '# About floors.\n\n[sentences]  # by hand\npassing = 0.5\n\n[after]\nname = "x"\n'
HASHES = {"gold.jsonl": "a1"}


def pinned(text: str, score: float, *, allow_lower: bool = False) -> str:
    return pin(text, {"claims": {"type_f1": score}}, HASHES, allow_lower=allow_lower)


def floor_of(text: str) -> float:
    floor: float = tomllib.loads(text)["claims"]["type_f1"]
    return floor


@pytest.mark.parametrize(
    ("score", "floor"), [(0.8, 0.79), (0.7839, 0.773), (1.0, 0.99), (0.005, 0.0)]
)
def test_floor_is_pinned_a_little_below_the_score(score: float, floor: float) -> None:
    assert floor_of(pinned("", score)) == floor


def test_floor_rises_and_falls_only_when_allowed() -> None:
    text = pinned("", 0.8)
    assert floor_of(pinned(text, 0.9)) == 0.89
    assert floor_of(pinned(text, 0.7)) == 0.79
    assert floor_of(pinned(text, 0.7, allow_lower=True)) == 0.69


def test_other_tables_stay_as_they_are() -> None:
    text = pinned(OTHER, 0.8)
    assert text.startswith(OTHER)
    assert tomllib.loads(text)["gold"] == HASHES
    assert pinned(text, 0.8) == text
    between = text + "\n[last]\nname = 1\n"
    assert pinned(between, 0.9) == between.replace("0.790", "0.890")


def test_pinned_names_are_those_of_the_files() -> None:
    assert set(PINNED["gold"]) == {path.name for path in pin_floors.GOLD}
