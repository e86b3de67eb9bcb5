"""Lines of the page that are no part of the article: the list carries its own examples."""

import tomllib
from pathlib import Path

import pytest

import kg.articles
from kg.articles.boilerplate import is_boilerplate

DATA = tomllib.loads(
    Path(kg.articles.__file__).with_name("boilerplate.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("line", DATA["examples"])
def test_example_is_dropped(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", DATA["counterexamples"])
def test_counterexample_is_kept(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize("line", DATA["lines"])
def test_listed_line_is_dropped_in_capitals_and_as_a_button(line: str) -> None:
    assert is_boilerplate(line.upper())
    assert is_boilerplate(f"  » {line.capitalize()} →")


@pytest.mark.parametrize("key", ["lines", "starts"])
def test_list_has_no_line_twice(key: str) -> None:
    assert sorted(set(DATA[key])) == sorted(DATA[key])


@pytest.mark.parametrize("key", ["lines", "starts"])
def test_list_is_in_small_letters(key: str) -> None:
    assert [line for line in DATA[key] if line != line.lower()] == []


def test_long_line_is_prose_whatever_its_start() -> None:
    assert not is_boilerplate("Related: " + "the army moved on to the next village. " * 6)


@pytest.mark.parametrize("line", ["", " ", "***", "—", "12"])
def test_line_without_words_is_kept(line: str) -> None:
    assert not is_boilerplate(line)
