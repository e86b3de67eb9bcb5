import pytest

from kg.views.facts import safe_link
from kg.views.options import ViewOptions
from kg.views.scene import Tie, build_scene
from kg.views.sentences import mark_sentence
from tests.samples import sample_claims, sample_graph


def ties() -> dict[str, Tie]:
    return {tie.id: tie for tie in build_scene(sample_graph(), ViewOptions()).ties}


def test_talks_are_mutual() -> None:
    (talks,) = (tie for tie in ties().values() if tie.event_type == "CONSULT")
    assert talks.is_mutual
    assert talks.start < talks.end


def test_threatened_attack_is_a_candidate_apart() -> None:
    (threatened,) = (tie for tie in ties().values() if tie.is_candidate)
    assert (threatened.start, threatened.event_type) == ("xno", "ASSAULT")


def test_denied_strike_is_disputed() -> None:
    assert {tie.start for tie in ties().values() if tie.is_disputed} == {"xno-air-force"}


def test_unnamed_actor_gets_a_mark_for_each_target() -> None:
    scene = build_scene(sample_graph(), ViewOptions())
    (unnamed,) = (node for node in scene.nodes if node.kind == "unnamed")
    assert unnamed.actor_id == "unnamed"
    assert unnamed.target_id in {node.id for node in scene.nodes}


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://news.example/1?q=1&x=%22", True),
        ("http://news.example", True),
        ("HTTPS://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://news.example", False),
        ("data:text/html,x", False),
        ("//news.example", False),
        ("https:/news.example", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_links_to_the_web_are_kept(url: str | None, is_safe: bool) -> None:
    assert safe_link(url) == (url if is_safe else None)


@pytest.mark.parametrize("claim", sample_claims(), ids=lambda claim: claim.id)
def test_pieces_join_to_the_sentence(claim: object) -> None:
    pieces = mark_sentence(claim)
    assert "".join(text for text, _ in pieces) == claim.sentence.text
    assert any(role == "action" for _, role in pieces)
