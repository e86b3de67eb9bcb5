"""The gold of others, in rows of its shape: read, recognised, and compared."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ScoringError
from kg.lexicons import load_lexicon
from kg.model import Actor, ActorKind, ActorLink, Certainty, Claim, EventType, Polarity, Temporality
from kg.scoring import (
    Layout,
    Share,
    read_coded,
    read_factuality,
    read_layout,
    read_records,
    read_relations,
    read_toponyms,
    score_coded,
    score_factuality,
    score_records,
    score_relations,
    score_toponyms,
    with_countries,
)
from tests.scoring.test_claim_scores import TEXT, claim

RELATION = {"source": "the Rebels", "target": "Qorya", "penta": "4", "root": "ASSAULT"}
SPANS = [
    ["Source-1", 0, 6, "Rebels"],
    ["Action-1", 7, 14, "shelled"],
    ["Target-1", 15, 20, "Qorya"],
    ["Time", 24, 30, "Monday"],
]


def write(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def coded(*relations: dict[str, str], cameo_class: int | None = None) -> dict[str, Any]:
    return {"key": "1", "sentence": TEXT, "plv": list(relations), "cameo_class": cameo_class}


def found(**changes: Any) -> Claim:
    return dataclasses.replace(claim(), **changes)


@pytest.mark.parametrize(
    ("row", "layout"),
    [
        ({"id": "1", "text": TEXT, "claims": []}, Layout.CLAIMS),
        ({"event": "e", "claims": []}, Layout.CLUSTERS),
        ({"actor": "a", "mentions": []}, Layout.CLUSTERS),
        (coded(), Layout.RELATIONS),
        ({"round": 1, "sentence": TEXT, "coders": []}, Layout.CODERS),
        ({"text": TEXT, "targets": []}, Layout.FACTUALITY),
        ({"id": "1", "text": TEXT, "toponyms": []}, Layout.TOPONYMS),
        ({"doc": "1", "topic": "1", "tokens": [], "mentions": []}, Layout.CHAINS),
        ([], Layout.RECORDS),
        ("a", Layout.CLAIMS),
    ],
)
def test_layout_is_known_by_the_keys(row: Any, layout: Layout, tmp_path: Path) -> None:
    assert read_layout(write(tmp_path / "gold.jsonl", row)) is layout


@pytest.mark.parametrize("reader", [read_relations, read_coded, read_factuality, read_toponyms])
@pytest.mark.parametrize("row", [[], {"text": TEXT}, {"id": 1, "text": 5, "toponyms": [1]}])
def test_bad_row_names_file_and_line(reader: Any, row: Any, tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match=r"gold\.jsonl:1: no gold"):
        reader(write(tmp_path / "gold.jsonl", row))


# --- relations ------------------------------------------------------------------------------------

RETREAT = {"root": "YIELD"}


@pytest.mark.parametrize(
    ("relation", "claims", "root", "right", "swapped"),
    [
        ({}, [claim()], 1, 1, 0),
        ({}, [], 0, 0, 0),
        ({}, [claim(event_type=EventType.COERCE)], 0, 0, 0),
        ({}, [claim(actors=("Qorya",), targets=("Rebels",))], 1, 0, 1),
        ({}, [claim(), claim(actors=("Qorya",), targets=("Rebels",))], 1, 1, 0),
        ({}, [claim(actors=("Rebels", "Qorya"), targets=())], 1, 1, 0),
        ({}, [claim(targets=())], 1, 0, 0),
        (RETREAT, [claim(event_type=EventType.RETREAT)], 1, 1, 0),
        (RETREAT, [claim(event_type=EventType.CONCEDE)], 1, 1, 0),
        (RETREAT, [claim()], 0, 0, 0),
    ],
)
def test_relations_are_found_or_swapped(
    relation: dict[str, str],
    claims: list[Claim],
    root: int,
    right: int,
    swapped: int,
    tmp_path: Path,
) -> None:
    gold = read_relations(write(tmp_path / "gold.jsonl", coded(RELATION | relation)))
    scores = score_relations(gold, claims)
    shares = (scores.root_found, scores.relation_found, scores.swapped)
    assert shares == tuple(Share(right=n, of=1) for n in (root, right, swapped))


@pytest.mark.parametrize(
    ("made", "is_noisy"),
    [
        (claim(), True),
        (found(polarity=Polarity.DENIED), False),
        (found(temporality=Temporality.FUTURE), False),
        (claim(event_type=EventType.CONSULT), False),
    ],
)
def test_neutral_sentence_is_noisy_where_a_deed_is_read(
    made: Claim, is_noisy: bool, tmp_path: Path
) -> None:
    gold = read_relations(write(tmp_path / "gold.jsonl", coded(cameo_class=0)))
    assert score_relations(gold, [made]).noisy_neutral == Share(right=is_noisy, of=1)


# --- records --------------------------------------------------------------------------------------


def side(*codes: str) -> list[dict[str, str]]:
    return [{"code": code, "actorText": f"people of {code}"} for code in codes]


def record(event: str, source: Any, target: Any, text: str = TEXT) -> dict[str, Any]:
    return {"id": "1", "text": text, "event": event, "source": source, "target": target}


def records(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return path


def of(event_type: str, actors: str, targets: str, action: str = "shelled") -> Claim:
    """Return a claim between people of some countries, written "NOR SWE"."""
    made = claim(
        event_type=EventType(event_type),
        action=action,
        actors=tuple("Rebels" for _ in actors.split()),
        targets=tuple("Qorya" for _ in targets.split()),
    )
    from_each = (
        tuple(
            dataclasses.replace(mention, country=None if code == "?" else code)
            for mention, code in zip(mentions, codes.split(), strict=True)
        )
        for mentions, codes in ((made.actors, actors), (made.targets, targets))
    )
    its_actors, its_targets = from_each
    return dataclasses.replace(made, actors=its_actors, targets=its_targets)


@pytest.mark.parametrize(
    ("row", "made", "shares"),
    [
        (("ASSAULT", side("NOR"), side("SWE")), of("ASSAULT", "NOR", "SWE"), "1/1/1 1/1/1"),
        (("FIGHT", side("NOR"), side("SWE")), of("ASSAULT", "NOR", "SWE"), "1/1/1 1/1/1"),
        (("DEMAND", side("JAP"), ""), of("REQUEST", "JPN", ""), "1/1/1 1/1/1"),
        (("AID", {"code": "NOR"}, None), of("AID", "NOR", ""), "1/1/1 1/1/1"),
        (("ACCUSE", side("IMG"), side("NOR")), of("ACCUSE", "NGO", "NOR"), "1/1/1 1/1/1"),
        (("ASSAULT", side("NOR"), side("SWE")), of("ASSAULT", "SWE", "NOR"), "1/1/1 0/1/1"),
        (("ASSAULT", side("NOR"), side("SWE")), of("COERCE", "NOR", "SWE"), "0/1/1 0/1/1"),
        (("ASSAULT", side("NOR"), None), of("ASSAULT", "NOR", "SWE"), "1/1/1 0/1/1"),
        (("ASSAULT", side("NOR"), side("SWE")), of("ASSAULT", "?", "SWE"), "1/1/1 0/1/1"),
        (("ASSAULT", side("NOR", "FIN"), side("SWE")), of("ASSAULT", "NOR", "SWE"), "1/1/1 1/1/2"),
        (("CONSULT", side("NOR"), side("SWE")), of("CONSULT", "SWE", "NOR"), "1/1/1 1/1/1"),
        (("CONSULT", side("NOR"), side("SWE")), of("CONSULT", "SWE NOR", ""), "1/1/1 1/1/1"),
        (("AGREE", side("NOR", "SWE"), ""), of("AGREE", "SWE NOR", ""), "1/1/1 1/1/1"),
        (("AGREE", side("NOR"), ""), of("AGREE", "SWE NOR", ""), "1/1/1 1/2/1"),
    ],
)
def test_records_are_compared_by_type_and_countries(
    row: tuple[str, Any, Any], made: Claim, shares: str, tmp_path: Path
) -> None:
    scores = score_records(read_records(records(tmp_path, record(*row))), [made]).all_claims
    ratios = (scores.event_type, scores.triple)
    assert " ".join(f"{r.right}/{r.predicted}/{r.gold}" for r in ratios) == shares


@pytest.mark.parametrize(
    ("made", "actors", "targets"),
    [
        (of("CONSULT", "SWE", "NOR"), 1, 1),
        (of("CONSULT", "SWE NOR", ""), 2, 0),
        (of("CONSULT", "FIN", "NOR"), 0, 1),
    ],
)
def test_who_consults_may_stand_on_either_side(
    made: Claim, actors: int, targets: int, tmp_path: Path
) -> None:
    gold = read_records(records(tmp_path, record("CONSULT", side("NOR"), side("SWE"))))
    scores = score_records(gold, [made]).all_claims
    assert (scores.actor_country.right, scores.target_country.right) == (actors, targets)


def test_first_claim_of_a_sentence_is_scored_apart(tmp_path: Path) -> None:
    gold = read_records(records(tmp_path, record("ASSAULT", side("NOR"), side("SWE"))))
    made = [of("COERCE", "NOR", "SWE", "Monday"), of("ASSAULT", "NOR", "SWE")]
    scores = score_records(gold, made)
    assert (scores.all_claims.event_type.predicted, scores.first_claim.event_type.predicted) == (
        2,
        1,
    )
    assert scores.first_claim.triple.f1 == 1.0


def test_merged_actors_tell_the_country_that_words_do_not() -> None:
    made = of("ASSAULT", "?", "SWE")
    links = [
        ActorLink(article_id="1", start=m.span.start, end=m.span.end, actor_id=name, rule="noun")
        for m, name in ((made.actors[0], "x-1"), (made.targets[0], "x-2"))
    ]
    known = [
        Actor(id=name, name="people", kind=ActorKind.CIVILIANS, country=country)
        for name, country in (("x-1", "NOR"), ("x-2", "FIN"))
    ]
    (told,) = with_countries([made], known, links)
    assert (told.actors[0].country, told.targets[0].country) == ("NOR", "SWE")


def test_records_of_one_text_are_one_sentence_and_the_header_is_none(tmp_path: Path) -> None:
    rows = [
        {"event": "DOCUMENT"},
        record("ASSAULT", side("NOR"), side("SWE")),
        record("ACCUSE", side("SWE"), side("NOR")),
        record("AID", side("SWE"), side("NOR"), text="Another."),
    ]
    path = records(tmp_path, *rows)
    assert read_layout(path) is Layout.RECORDS
    assert [(one.text, len(one.events)) for one in read_records(path)] == [
        (TEXT, 2),
        ("Another.", 1),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"event": "ASSAULT"}]', "record 1 is none"),
        ('[{"event": "WAR", "text": "a"}]', "record 1 is none"),
        ('[{"event": "YIELD", "text": "a"}]', "CONCEDE or RETREAT"),
        ('[{"event": "AID", "text": null}]', "None is no text"),
        ('[{"event": "DOCUMENT"}]', "no record"),
        ("[]", "no record"),
        ("[", "JSON list"),
        ('{"event": "ASSAULT"}', "no JSON list"),
    ],
)
def test_bad_records_say_what_is_wrong(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScoringError, match=told):
        read_records(path)


# --- coders ---------------------------------------------------------------------------------------


def coder(*spans: list[Any], relevant: str = "True") -> dict[str, Any]:
    return {"spans": list(spans), "relevant": relevant, "penta": None, "cameo": None}


def coding(number: int, *coders: dict[str, Any]) -> dict[str, Any]:
    return {"round": number, "sentence": TEXT, "coders": list(coders)}


def test_latest_round_counts(tmp_path: Path) -> None:
    rows = [coding(2, coder(*SPANS)), coding(1, coder())]
    gold = read_coded(write(tmp_path / "gold.jsonl", *rows))
    assert score_coded(gold, [claim()]).f1 == {"actor": 1.0, "action": 1.0, "target": 1.0}


def test_coders_are_averaged_and_those_without_a_say_left_out(tmp_path: Path) -> None:
    coders = [coder(*SPANS), coder(SPANS[1]), coder(*SPANS, relevant="False")]
    gold = read_coded(write(tmp_path / "gold.jsonl", coding(1, *coders)))
    scores = score_coded(gold, [claim()])
    assert scores.marked == (1, 1)
    assert scores.f1 == {"actor": 0.5, "action": 1.0, "target": 0.5}


def test_spans_match_where_they_overlap(tmp_path: Path) -> None:
    wide, apart = ["Source-1", 0, 14, "Rebels shelled"], ["Source-2", 24, 30, "Monday"]
    gold = read_coded(write(tmp_path / "gold.jsonl", coding(1, coder(wide, apart))))
    scores = score_coded(gold, [claim(), claim(action="Monday", targets=())])
    assert scores.f1["actor"] == pytest.approx(2 / 3)
    assert scores.f1["action"] == 0.0


def test_who_says_so_counts_as_an_actor(tmp_path: Path) -> None:
    rebels, monday = claim(actors=("Rebels", "Monday")).actors
    told = dataclasses.replace(claim(), attributed_to=monday)
    spans = [["Source-1", rebels.span.start, rebels.span.end, "Rebels"]]
    said = [["Source-2", monday.span.start, monday.span.end, "Monday"]]
    gold = read_coded(write(tmp_path / "gold.jsonl", coding(1, coder(*spans, *said))))
    assert score_coded(gold, [told]).f1["actor"] == 1.0
    assert score_coded(gold, [claim()]).f1["actor"] == pytest.approx(2 / 3)


# --- factuality -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "made", "score"),
    [
        (3.0, claim(), 1.0),
        (-3.0, claim(), 0.0),
        (-1.2, found(polarity=Polarity.DENIED), 1.0),
        (-1.0, found(certainty=Certainty.POSSIBLE), 1.0),
        (2.0, found(certainty=Certainty.PROBABLE), 1.0),
        (2.2, found(certainty=Certainty.PROBABLE), 0.0),
    ],
)
def test_factuality_is_told_by_polarity_and_certainty(
    label: float, made: Claim, score: float, tmp_path: Path
) -> None:
    row = {"text": TEXT, "targets": [{"span1": [1, 2], "label": label}]}
    scores = score_factuality(read_factuality(write(tmp_path / "gold.jsonl", row)), [made])
    assert (scores.found, scores.macro_f1) == (Share(right=1, of=1), score)


def test_heads_outside_of_actions_are_not_found(tmp_path: Path) -> None:
    row = {"text": TEXT, "targets": [{"span1": [4, 5], "label": 3.0}]}
    scores = score_factuality(read_factuality(write(tmp_path / "gold.jsonl", row)), [claim()])
    assert (scores.found, scores.macro_f1) == (Share(right=0, of=1), 0.0)


# --- places ---------------------------------------------------------------------------------------

PLACED = "Talks moved from Lyon to Xanaduville."


def toponym(phrase: str, country: str | None, *point: str | None) -> dict[str, Any]:
    start = PLACED.index(phrase)
    latitude, longitude = point or (None, None)
    return {
        "start": start,
        "end": start + len(phrase),
        "phrase": phrase,
        "country": country,
        "latitude": latitude,
        "longitude": longitude,
        "geonames_id": None,
    }


@pytest.mark.parametrize(
    ("one", "country", "located", "near"),
    [
        (toponym("Lyon", "France", "45.7", "4.8"), (1, 1), (1, 1), (1, 1)),
        (toponym("Lyon", "Spain", "40.4", "-3.7"), (0, 1), (1, 1), (0, 1)),
        (toponym("Lyon", None), (0, 0), (0, 0), (0, 0)),
        (toponym("Xanaduville", "France", "45.7", "4.8"), (0, 1), (0, 1), (0, 1)),
    ],
    ids=["right", "elsewhere", "gold knows nothing", "name unknown"],
)
def test_names_are_put_on_the_map(
    one: dict[str, Any],
    country: tuple[int, int],
    located: tuple[int, int],
    near: tuple[int, int],
    tmp_path: Path,
) -> None:
    row = {"id": "1", "title": "", "published": "", "text": PLACED, "toponyms": [one]}
    gold = read_toponyms(write(tmp_path / "gold.jsonl", row))
    scores = score_toponyms(gold, load_lexicon().world)
    shares = [(s.right, s.of) for s in (scores.country, scores.located, scores.near)]
    assert shares == [country, located, near]
