"""CSV and TSV: columns by name, delimiters, quotes, and rows that are broken."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import READERS, Draft, OpenInput, ReadOptions

Drafts = Callable[..., list]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("extension", [".csv", ".tsv"])
def test_delimiter_is_found(drafts: Drafts, extension: str, delimiter: str) -> None:
    header = delimiter.join(["Headline", "Date", "Body"])
    row = delimiter.join(["Raid", "29 Aug 2025", '"Rebels, army; both | fled\tnorth."'])
    [draft] = drafts(extension, f"{header}\n{row}\n")
    assert (draft.title, draft.published) == ("Raid", "29 Aug 2025")
    assert draft.text == "Rebels, army; both | fled\tnorth."


def test_one_column_needs_no_delimiter(drafts: Drafts) -> None:
    assert [draft.text for draft in drafts(".csv", "text\nRebels fled\nTroops came\n")] == [
        "Rebels fled",
        "Troops came",
    ]


def test_excel_hint_and_mark_are_passed_over(drafts: Drafts) -> None:
    [draft] = drafts(".csv", "\ufeffsep=;\r\ntext;title\r\nRebels fled;Raid\r\n".encode())
    assert (draft.where, draft.text, draft.title) == ("input:3", "Rebels fled", "Raid")


def test_quoted_text_keeps_newlines_and_place(drafts: Drafts) -> None:
    found = drafts(".csv", 'text,title\n"One.\r\n\r\n""Two"".",A\n\nThree.,B\n')
    assert [(draft.where, draft.text) for draft in found] == [
        ("input:2", 'One.\n\n"Two".'),
        ("input:6", "Three."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_read(drafts: Drafts, encoding: str) -> None:
    [draft] = drafts(".csv", "text,title\nCafé “Kyiv”,é\n".encode(encoding))
    assert (draft.text, draft.title) == ("Café “Kyiv”", "é")


def test_field_larger_than_the_library_allows_is_read(drafts: Drafts) -> None:
    usual = csv.field_size_limit()
    big = "Rebels fled. " * 20_000
    [draft] = drafts(".csv", f'text\n"{big}"\n')
    assert draft.text == big
    assert csv.field_size_limit() == usual


def test_caller_names_the_columns(drafts: Drafts) -> None:
    content = "text,Story Lead,Paper\nno,Rebels fled,Courier\n"
    [draft] = drafts(".csv", content, columns={"text": "story lead", "source": "Paper"})
    assert (draft.text, draft.source) == ("Rebels fled", "Courier")


@pytest.mark.parametrize(
    ("content", "columns", "words"),
    [
        ("a,b\n1,2\n", {}, ["'a', 'b'", "text"]),
        ("a;b;c\n1;2;3\n", {}, ["'a', 'b', 'c'"]),
        ("text,b\n1,2\n", {"text": "Story"}, ["Story", "'text', 'b'"]),
        ("text,b\n1,2\n", {"source": "Paper"}, ["Paper", "'text', 'b'"]),
        (",".join(f"c{n}" for n in range(50)), {}, ["'c19' and 30 more"]),
        ('"' + "x" * 500 + '",b', {}, ["'" + "x" * 40 + "'"]),
    ],
)
def test_unknown_columns_are_named(
    drafts: Drafts, content: str, columns: dict[str, str], words: list[str]
) -> None:
    [skip] = drafts(".csv", content, columns=columns)
    assert (skip.where, skip.reason) == ("input", "bad column names")
    assert [word for word in words if word not in skip.detail] == []


def test_row_with_too_many_values_is_one_skip(drafts: Drafts) -> None:
    found = drafts(
        ".csv", "title,text\nA,Rebels, who fled, came back\nB,Troops came\nC,All left,,\n"
    )
    assert [one.where for one in found] == ["input:2", "input:3", "input:4"]
    assert [getattr(one, "reason", "") for one in found] == ["broken row", "", ""]


def test_row_with_too_few_values_lacks_the_rest(drafts: Drafts) -> None:
    [draft] = drafts(".csv", "text,title\nRebels fled\n")
    assert (draft.text, draft.title) == ("Rebels fled", None)


def test_quote_never_closed_ends_the_table_with_a_skip(drafts: Drafts) -> None:
    first, skip = drafts(".csv", 'text\nOne.\n"Two.\nThree.\nFour.\n')
    assert first.text == "One."
    assert (skip.where, skip.reason) == ("input:3", "broken row")
    assert "nothing below it was read" in skip.detail


def test_quote_left_open_in_the_last_line_is_a_skip(drafts: Drafts) -> None:
    [skip] = drafts(".csv", 'text\n"One.')
    assert (skip.where, skip.reason) == ("input:2", "broken row")


def test_stray_quote_beside_a_text_of_several_lines_is_no_harm(drafts: Drafts) -> None:
    found = drafts(".csv", 'text,title\n"One.\n\nTwo.",A 5" gun\nThree.,B\n')
    assert [draft.text for draft in found] == ["One.\n\nTwo.", "Three."]


def test_header_too_large_is_a_skip(drafts: Drafts) -> None:
    [skip] = drafts(".csv", "text," + "x" * 2000 + "\nOne.\n", max_bytes=1000)
    assert (skip.where, skip.reason) == ("input:1", "too large")


def test_quote_within_a_line_is_no_quote(drafts: Drafts) -> None:
    found = drafts(".csv", 'text,title\nA 5" gun,x\nB,y\n')
    assert [draft.text for draft in found] == ['A 5" gun', "B"]


@pytest.mark.parametrize("row", ["x" * 2000, '"' + "x\n" * 1000 + '"'], ids=["line", "field"])
def test_row_too_large_ends_the_table_with_a_skip(drafts: Drafts, row: str) -> None:
    first, skip = drafts(".csv", f"text\nOne.\n{row}\nTwo.\n", max_bytes=1000)
    assert first.text == "One."
    assert (skip.where, skip.reason) == ("input:3", "too large")


def test_value_in_no_encoding_costs_its_row(drafts: Drafts) -> None:
    first, skip, last = drafts(".csv", b"text\nOne.\nT\x81wo.\nThree.\n")
    assert (skip.where, skip.reason) == ("input:3", "wrong encoding")
    assert (first.text, last.text) == ("One.", "Three.")


def test_first_of_two_columns_of_one_name_counts(drafts: Drafts) -> None:
    [draft] = drafts(".csv", "text,text\nOne.,Two.\n")
    assert draft.text == "One."


@pytest.mark.parametrize("content", ["", "\n\n", "text\n", "sep=,\n"])
def test_table_without_rows_has_no_article(drafts: Drafts, content: str) -> None:
    assert drafts(".csv", content) == []


CELL = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(CELL, CELL), max_size=5), st.sampled_from(",;\t|"))
def test_written_tables_come_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "title"), *rows])
    stream = io.BufferedReader(io.BytesIO(written.getvalue().encode()))
    found = list(READERS[".csv"].read(OpenInput(where="x", stream=stream), ReadOptions()))
    assert [(d.text, d.title) for d in found if isinstance(d, Draft)] == [
        tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row) for row in rows
    ]
