"""`key: value` lines at the head of a text, and what only looks like them."""

import pytest

from kg.articles.headers import split_front_matter, split_header

BODY = "Rebels fled the town."


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("title: Raid", {"title": "Raid"}),
        ("TITLE:   Raid  ", {"title": "Raid"}),
        ("title: Raid: nine dead", {"title": "Raid: nine dead"}),
        ('title: "Raid"', {"title": "Raid"}),
        (
            "source: Courier\npublished: 2025-08-29",
            {"source": "Courier", "published": "2025-08-29"},
        ),
        ("date: 29 August 2025", {"published": "29 August 2025"}),
        ("published: 2025-08-29\ndate: 2020-01-01", {"published": "2025-08-29"}),
        ("url: https://a.example/x?y=1", {"url": "https://a.example/x?y=1"}),
        ("id: n-1\nsource:", {"id": "n-1"}),
    ],
)
def test_header_is_read_and_taken_away(head: str, fields: dict[str, str]) -> None:
    assert split_header(f"\n{head}\n\n{BODY}") == (fields, BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        f"Kyiv: {BODY}\n\nMore.",
        f"title: Raid\n{BODY}\n\nMore.",
        "title: Raid\nauthor: Someone\n\nMore.",
        "title: Raid",
        "title: Raid\nsource: Courier",
    ],
)
def test_text_without_header_stays_whole(text: str) -> None:
    assert split_header(text) == ({}, text)


def test_front_matter_may_hold_other_keys() -> None:
    head = '---\ntitle: "Raid"\ntags:\n  - sahel\nauthor: Someone\ndate: 2025-08-29\n---\n'
    fields = {"title": "Raid", "published": "2025-08-29"}
    assert split_front_matter(head + BODY) == (fields, BODY)


def test_front_matter_without_end_is_text() -> None:
    assert split_front_matter(f"---\n{BODY}") == ({}, f"---\n{BODY}")


def test_markdown_may_have_a_plain_header() -> None:
    assert split_front_matter(f"title: Raid\n\n{BODY}") == ({"title": "Raid"}, BODY)
