"""What people see: harmless text, grouped skips, aligned summaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.terminal import (
    fail,
    harmless,
    progress_bar,
    skip_lines,
    summary,
    write_line,
    write_note,
)
from kg.model import Skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, Łódź 🔥", "plain, Łódź 🔥"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\x9b2J\x90q\x9d", "2Jq"),
        ("over\rwritten\x08\x7f", "overwritten"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud800 letter", "half  letter"),
    ],
    ids=[
        *("plain", "lines", "colours", "title", "eight-bit", "overwriting", "direction"),
        *("width", "surrogate"),
    ],
)
def test_what_could_steer_a_terminal_is_left_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters(), max_size=50))
def test_harmless_text_holds_no_controls_and_stays_so(text: str) -> None:
    shown = harmless(text)
    assert all(char.isprintable() or char in "\n\t" for char in shown)
    assert harmless(shown) == shown
    shown.encode()


@pytest.mark.parametrize("write", [write_line, write_note])
def test_every_writer_is_harmless(write, capsys: pytest.CaptureFixture[str]) -> None:
    write("a\x1b[2Jb")
    captured = capsys.readouterr()
    assert captured.out + captured.err == "a[2Jb\n"
    assert (captured.err == "") is (write is write_line)


def test_failing_is_one_harmless_note_and_exit_code_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end:
        fail("nowhere\x1b: no such file")
    assert end.value.code == 1
    assert tuple(capsys.readouterr()) == ("", "kg: nowhere: no such file\n")


def test_skips_are_grouped_by_reason_with_the_first_places() -> None:
    skips = [Skip(where=f"news/{number}.txt", reason="no text") for number in range(7)]
    skips.append(Skip(where="news/rows.jsonl:3", reason="broken JSON"))
    assert list(skip_lines(skips)) == [
        "7 no text (0.txt, 1.txt, 2.txt, 3.txt, 4.txt …)",
        "1 broken JSON (rows.jsonl:3)",
    ]
    assert list(skip_lines([])) == []


def test_skips_of_one_reason_tell_what_they_share() -> None:
    skips = [
        Skip(where="a.doc", reason="unknown format", detail="not one of .txt"),
        Skip(where="b.doc", reason="unknown format", detail="not one of .txt"),
        Skip(where="c.jsonl:1", reason="broken JSON", detail="at column 2"),
        Skip(where="c.jsonl:9", reason="broken JSON", detail="at column 7"),
    ]
    assert list(skip_lines(skips)) == [
        "2 unknown format (a.doc, b.doc): not one of .txt",
        "2 broken JSON (c.jsonl:1, c.jsonl:9)",
    ]


def test_summary_is_aligned_with_numbers_grouped(capsys: pytest.CaptureFixture[str]) -> None:
    summary([("claims", 12345), ("seconds", 1.25), ("is strict", True), ("x", "\x1by")])
    assert capsys.readouterr().out.splitlines() == [
        "  claims     12,345",
        "  seconds    1.2",
        "  is strict  True",
        "  x          y",
    ]


def test_progress_is_silent_where_no_terminal_is(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("Reading") as progress:
        progress(3)
    assert tuple(capsys.readouterr()) == ("", "")
