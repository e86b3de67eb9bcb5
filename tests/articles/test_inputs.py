"""Folders, patterns, links and what else a path may lead to."""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kg.articles import READERS, ReadOptions, read_articles
from kg.articles.globbing import expand_glob
from kg.articles.inputs import iter_files
from kg.articles.skips import SkipReason
from kg.errors import ArticleError
from kg.model import Article, Skip


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Rebels fled {name}.", encoding="utf-8")


def names_of(root: Path) -> list[str]:
    return [
        found.where if isinstance(found, Skip) else found.relative_to(root).as_posix()
        for found in iter_files(root, set())
    ]


def test_folder_is_walked_sorted_and_hidden_names_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.txt", ".hidden.txt", ".git/d.txt", "B.txt")
    assert names_of(tmp_path) == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_hidden_root_is_read(tmp_path: Path) -> None:
    make(tmp_path, ".notes/a.txt")
    assert names_of(tmp_path / ".notes") == ["a.txt"]


def test_unknown_extension_is_a_skip_that_names_the_known_ones(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "README")
    found = list(read_articles([tmp_path]))
    assert [skip.reason for skip in found if isinstance(skip, Skip)] == ["unknown format"] * 2
    assert [
        e for e in READERS for skip in found if isinstance(skip, Skip) and e not in skip.detail
    ] == []


def test_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.pdf")
    again = [tmp_path, tmp_path / "a.txt", f"{tmp_path}/*.txt", tmp_path / "b.pdf", tmp_path]
    assert [type(one) for one in read_articles(again)] == [Article, Skip]


@pytest.fixture
def nest(tmp_path: Path) -> Iterator[Callable[[str, int], None]]:
    """Nest folders of one name below `tmp_path`, and take them apart again.

    Left standing, they would be too deep for pytest's own sweeping.
    """
    names: list[str] = []

    def make_nested(name: str, times: int) -> None:
        names.append(name)
        here = os.open(tmp_path, os.O_RDONLY)
        for _ in range(times):
            os.mkdir(name, dir_fd=here)
            inner = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        file = os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here)
        os.write(file, b"Rebels fled.")
        os.close(file)
        os.close(here)

    yield make_nested
    old = tmp_path / "old"
    for name in names:
        while (tmp_path / name).is_dir():
            (tmp_path / name).rename(old)
            if (old / name).is_dir():
                (old / name).rename(tmp_path / name)
            shutil.rmtree(old)


def test_very_deep_folder_is_walked(tmp_path: Path, nest: Callable[[str, int], None]) -> None:
    nest("d", 1200)
    assert names_of(tmp_path) == ["d/" * 1200 + "a.txt"]
    assert len(expand_glob(f"{tmp_path}/**/*.txt")) == 1


def test_path_too_long_for_the_system_is_a_skip(
    tmp_path: Path, nest: Callable[[str, int], None]
) -> None:
    nest("d" * 200, 30)
    [skip] = iter_files(tmp_path, set())
    assert isinstance(skip, Skip)
    assert (skip.reason, skip.detail) == ("unreadable", "File name too long")


def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out/b.txt")
    root = tmp_path / "in"
    (root / "loop").symlink_to(root)
    (root / "self").symlink_to(root / "self")
    (root / "there").symlink_to(tmp_path / "out")
    (root / "twice").symlink_to(tmp_path / "out")
    (root / "z.txt").symlink_to(tmp_path / "out" / "b.txt")
    assert names_of(root) == ["a.txt", str(root / "self"), "there/b.txt"]


def test_link_to_nowhere_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    [skip] = read_articles([tmp_path / "a.txt"])
    assert skip == Skip(
        where=str(tmp_path / "a.txt"), reason="unreadable", detail="No such file or directory"
    )


def test_pipe_is_a_skip_and_nobody_waits(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [skip] = read_articles([tmp_path])
    assert isinstance(skip, Skip)
    assert skip.reason == "unreadable"
    assert "give -" in skip.detail


def test_device_is_a_skip() -> None:
    [skip] = read_articles(["/dev/null"])
    assert isinstance(skip, Skip)
    assert skip.reason == "unreadable"


@pytest.mark.parametrize("method", ["open", "iterdir", "stat"])
def test_what_may_not_be_read_is_a_skip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    make(tmp_path, "a/a.txt", "b.txt")
    usual = getattr(Path, method)

    def refuse(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path.name == ("a" if method == "iterdir" else "a.txt"):
            raise PermissionError(13, "Permission denied")
        return usual(path, *args, **kwargs)

    monkeypatch.setattr(Path, method, refuse)
    skip, article = read_articles([tmp_path])
    assert isinstance(skip, Skip)
    assert (skip.reason, skip.detail) == ("unreadable", "Permission denied")
    assert isinstance(article, Article)


def test_file_that_vanishes_is_a_skip(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "c.txt")
    found = read_articles([tmp_path])
    assert isinstance(next(found), Article)
    (tmp_path / "b.txt").unlink()
    skip, article = found
    assert isinstance(skip, Skip)
    assert skip.reason == "unreadable"
    assert isinstance(article, Article)


def test_name_that_is_no_text_is_shown_with_marks(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf")
    Path(name).write_bytes(b"x")
    [skip] = read_articles([tmp_path])
    assert isinstance(skip, Skip)
    assert skip.where.endswith("caf\ufffd.pdf")


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("?.txt", ["a.txt", "b.txt"]),
        ("[a].txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "in/c.txt", "in/deep/d.txt"]),
        ("in/**/*.txt", ["in/c.txt", "in/deep/d.txt"]),
        ("*/*.txt", ["in/c.txt"]),
        ("in/**", ["in", "in/deep"]),
        (".*/*.txt", [".hidden/e.txt"]),
        ("*/c.txt", ["in/c.txt"]),
        ("no/*.txt", []),
        ("*.txt/*", []),
    ],
)
def test_pattern_matches(tmp_path: Path, pattern: str, names: list[str]) -> None:
    make(tmp_path, "a.txt", "b.txt", "in/c.txt", "in/deep/d.txt", ".hidden/e.txt", "x.md")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in expand_glob(f"{tmp_path}/{pattern}")]
    assert [name for name in found if "loop" not in name] == names


def test_name_with_brackets_is_first_of_all_a_name(tmp_path: Path) -> None:
    make(tmp_path, "a[1].txt", "a1.txt")
    [article] = read_articles([f"{tmp_path}/a[1].txt"])
    assert isinstance(article, Article)
    assert article.text == "Rebels fled a[1].txt."


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("no-such.txt", "no such file"),
        ("no-such-*.txt", "nothing matches"),
        ("a\0b", "no such file"),
    ],
)
def test_path_that_does_not_exist_is_an_error_at_once(item: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        read_articles([item])


def test_standard_input_that_was_not_given_is_an_error_at_once() -> None:
    with pytest.raises(ArticleError, match="standard input"):
        read_articles(["-"])


def test_folder_without_files_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".hidden.txt").write_text("Rebels fled.", encoding="utf-8")
    (skip,) = read_articles([tmp_path])
    assert isinstance(skip, Skip)
    assert (skip.where, skip.reason) == (str(tmp_path), SkipReason.NO_FILE)


def test_folder_whose_files_were_read_before_is_no_skip(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("Rebels shelled the town on Friday.", encoding="utf-8")
    (article,) = read_articles([inner, tmp_path, f"{inner}/."])
    assert isinstance(article, Article)


class Failing(io.RawIOBase):
    """A file on a disk that fails."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> NoReturn:
        raise OSError(5, "Input/output error")


def test_error_of_the_disk_is_a_skip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "open", lambda *args: io.BufferedReader(Failing()))
    [skip] = read_articles([tmp_path], options=ReadOptions())
    assert isinstance(skip, Skip)
    assert skip.detail == "Input/output error"
