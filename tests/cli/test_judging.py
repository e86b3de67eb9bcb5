"""`kg explain`, `kg same` and `kg different`: why it is so, and how to say that it is not."""

from pathlib import Path

import pytest

import kg
from kg.graph import Store
from kg.model import Event
from kg.pipeline import adopt
from tests.samples import sample_articles, sample_claim, sample_claims
from tests.terminal import Outcome, kg_here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "graph.kg", create=True) as store:
        adopt(store, sample_articles(), sample_claims())
    return tmp_path


def strike(folder: Path) -> Event:
    return next(event for event in kg.load(folder).records.events if event.tolls)


def ids_of(folder: Path, kind: str) -> set[str]:
    return {row.id for row in getattr(kg.load(folder).records, kind)}


def say(word: str, folder: Path, one: str, other: str, *more: object) -> Outcome:
    return kg_here(word, folder, one, other, "--who", "desk", *more)


# --- explaining ---------------------------------------------------------------------------------


def test_event_is_explained_by_claims_tolls_denials_and_reasons(folder: Path) -> None:
    event = strike(folder)
    told = kg_here("explain", folder, event.id)
    assert (told.exit_code, told.stderr) == (0, "")
    claim = sample_claim("a-herald-1", "killed")
    for words in (
        f"{event.id}  ASSAULT (aerial)",
        "disputed, confidence",
        f"reported by {len(event.claim_ids)} claims:",
        f"{claim.id}  2024-03-05, Harbour Herald, a-herald-1, ",
        claim.sentence.text,
        "said by health ministry of Sudria",
        f"made by {claim.made_by.entry}, frame act, rule active",
        "denied by 2 claims:",
        "killed: 9 to 12 or more, best 9 (rule: latest)",
        f"{claim.id}: 'at least 12 civilians'",
        "held to be one event because:",
    ):
        assert words in told.stdout, words


def test_claim_is_explained_by_its_words(folder: Path) -> None:
    claim = sample_claim("a-herald-1", "killed")
    told = kg_here("explain", folder, claim.id).stdout
    assert 'actor: "Norland\'s air force" at' in told
    assert "taken for Norland air force (xno-air-force)" in told
    assert f"event: {strike(folder).id}" in told


def test_actor_is_explained_by_the_words_taken_for_it(folder: Path) -> None:
    actor = kg.load(folder).find_actor("Mara Quell")
    told = kg_here("explain", folder, "mara quell").stdout
    assert told == kg_here("explain", folder, actor.id).stdout
    assert "named 1 times:" in told
    assert "'President Mara Quell of Sudria'" in told


def test_hostile_words_do_not_steer_the_terminal(folder: Path) -> None:
    claim = sample_claim("a-hostile", "seized")
    assert "\u202e" not in kg_here("explain", folder, claim.id).stdout


def test_part_of_a_name_is_led_on(folder: Path) -> None:
    told = kg_here("explain", folder, "Quell").stderr
    actor = kg.load(folder).find_actor("Mara Quell")
    assert f"did you mean Mara Quell ({actor.id})?" in told


def test_unknown_id_is_told(folder: Path) -> None:
    told = kg_here("explain", folder, "e-0000")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "holds no event, claim or actor 'e-0000'" in told.stderr


# --- judging ------------------------------------------------------------------------------------


def test_two_actors_become_one_and_two_again(folder: Path) -> None:
    before = ids_of(folder, "actors")
    one, other = (kg.load(folder).find_actor(name).id for name in ("Mara Quell", "students"))
    done = say("same", folder, "Mara Quell", "students", "--why", "her pupils")
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(ids_of(folder, "actors")) == len(before) - 1
    survivor = next(iter({one, other} & ids_of(folder, "actors")))
    assert "judged by desk" in kg_here("explain", folder, survivor).stdout
    assert "her pupils" in kg_here("explain", folder, survivor).stdout
    assert say("same", folder, one, other, "--undo").exit_code == 0
    assert ids_of(folder, "actors") == before


def test_claims_of_one_event_are_kept_apart(folder: Path) -> None:
    event = strike(folder)
    one, other = event.claim_ids[0], event.claim_ids[-1]
    assert say("different", folder, one, other, "--why", "two strikes").exit_code == 0
    graph = kg.load(folder)
    assert graph.event_of(one) != graph.event_of(other)
    assert say("different", folder, one, other, "--undo").exit_code == 0
    assert kg.load(folder).event_of(one) == kg.load(folder).event_of(other)


def test_events_become_one_by_their_claims(folder: Path) -> None:
    graph = kg.load(folder)
    shelling, attack = (
        graph.event_of(sample_claim(article, action).id)
        for article, action in (("a-wire-2", "shelled"), ("a-hostile", "attacked"))
    )
    assert shelling
    assert attack
    assert say("same", folder, shelling, attack).exit_code == 0
    merged = kg.load(folder)
    assert merged.event_of(sample_claim("a-wire-2", "shelled").id) == merged.event_of(
        sample_claim("a-hostile", "attacked").id
    )


def test_judgement_holds_for_every_later_build(folder: Path) -> None:
    event = strike(folder)
    say("different", folder, event.claim_ids[0], event.claim_ids[-1])
    judged = kg.load(folder)
    with Store.open(folder / "graph.kg") as store:
        adopt(store, sample_articles(), sample_claims())
    assert kg.load(folder) == judged


def test_exports_are_renewed(folder: Path) -> None:
    event = strike(folder)
    say("different", folder, event.claim_ids[0], event.claim_ids[-1])
    events = (folder / "events.csv").read_text("utf-8-sig").splitlines()
    assert len(events) == len(kg.load(folder).records.events) + 1


def test_later_word_takes_the_place_of_the_earlier(folder: Path) -> None:
    event = strike(folder)
    one, other = event.claim_ids[0], event.claim_ids[-1]
    say("different", folder, one, other)
    assert say("same", folder, other, one).exit_code == 0
    with Store.open(folder / "graph.kg") as store:
        (kept,) = store.judgements()
    assert kept.is_same


def test_contradiction_is_refused_and_changes_nothing(folder: Path) -> None:
    one, two, three = strike(folder).claim_ids[:3]
    say("same", folder, one, two)
    say("same", folder, two, three)
    before = kg.load(folder)
    refused = say("different", folder, one, three)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "contradict each other" in refused.stderr
    assert kg.load(folder) == before
    with Store.open(folder / "graph.kg") as store:
        assert len(store.judgements()) == 2


FAULTY = {
    "nobody": ("nobody at all", "students", "holds no"),
    "one and the same": ("students", "students", "name two"),
    "actor and claim": ("students", "CLAIM", "judge two actors or two events"),
}


@pytest.mark.parametrize(("one", "other", "told"), FAULTY.values(), ids=FAULTY)
def test_faulty_pair_is_told(folder: Path, one: str, other: str, told: str) -> None:
    claim = sample_claim("a-wire-2", "shelled").id
    refused = say("same", folder, one, other.replace("CLAIM", claim))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert told in refused.stderr
