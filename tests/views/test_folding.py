import functools

import pytest

from benchmarks.regions import regions_graph
from kg.graph import KnowledgeGraph
from kg.views import ViewOptions, render_page
from kg.views.communities import find_communities
from kg.views.grounds import lay_out_groups
from kg.views.layout import Box, Link, lay_out
from kg.views.scene import Scene, build_scene
from tests.samples import sample_graph
from tests.terminal import printed_for_any_seed
from tests.views.page_parts import take_apart


@functools.cache
def regions() -> KnowledgeGraph:
    return regions_graph(actors=1000, events=3000)


@functools.cache
def folded() -> Scene:
    return build_scene(regions(), ViewOptions(fold_above=999))


def test_small_graph_is_not_folded() -> None:
    assert build_scene(sample_graph(), ViewOptions()).folds == ()
    assert build_scene(regions(), ViewOptions(fold_above=1000)).folds == ()


def test_regions_are_found_as_communities() -> None:
    network = regions().to_networkx()
    found = find_communities(network, dict(network.degree()), 1)
    assert [len(community.members) > 200 for community in found[:4]] == [True] * 4
    for community in found[:4]:
        regions_held = [int(id_.removeprefix("actor-")) // 250 for id_ in community.members]
        most = max(regions_held.count(region) for region in set(regions_held))
        assert most / len(regions_held) > 0.9


def test_every_actor_belongs_to_one_fold() -> None:
    scene = folded()
    members = [id_ for fold in scene.folds for id_ in fold.members]
    assert sorted(members) == sorted(node.id for node in scene.nodes if node.target_id is None)
    assert sum(fold.actors for fold in scene.folds) == scene.all_nodes


def test_small_communities_are_one_rest() -> None:
    import networkx as nx

    pairs = nx.MultiDiGraph([(f"a{number:03}", f"b{number:03}") for number in range(70)])
    found = find_communities(pairs, dict.fromkeys(pairs, 1), 1)
    assert [community.id for community in found] == [*map(str, range(60)), "rest"]
    assert len(found[-1].members) == 20


def test_each_fold_opens_to_its_most_active() -> None:
    scene = folded()
    drawn = {node.id for node in scene.nodes if node.is_drawn}
    for fold in scene.folds:
        assert drawn.issuperset(fold.members[:30])


def test_folded_page_places_folds_and_members() -> None:
    page = render_page(regions(), options=ViewOptions(fold_above=999, max_events=1500))
    network = take_apart(page).data["network"]
    nodes = {node["id"]: node for node in network["nodes"]}
    assert len(network["folds"]) >= 4
    for fold in network["folds"]:
        assert fold["size"] > 0
        assert {"x", "y"} <= fold.keys()
        assert any("x" in nodes[id_] for id_ in fold["members"])


def test_grounds_of_groups_do_not_overlap() -> None:
    boxes = [Box(id=f"{group}{number}", width=80, height=40) for group in "abc" for number in "123"]
    links = [Link(start=f"{group}1", end=f"{group}{number}") for group in "abc" for number in "23"]
    links.append(Link(start="a1", end="b1"))
    groups = {group: [f"{group}{number}" for number in "123"] for group in "abc"}
    points = lay_out_groups(boxes, links, groups, seed=1)
    assert set(points) == {box.id for box in boxes} | set(groups)
    for box in boxes:
        for other in boxes:
            if box.id < other.id:
                apart = [abs(a - b) for a, b in zip(points[box.id], points[other.id], strict=True)]
                assert apart[0] >= 79 or apart[1] >= 39


def test_without_groups_all_are_laid_out_together() -> None:
    boxes = [Box(id=name, width=80, height=40) for name in "abcd"]
    links = [Link(start="a", end="b")]
    assert lay_out_groups(boxes, links, {}, seed=1) == lay_out(boxes, links, seed=1)


@pytest.mark.slow
def test_folds_depend_on_no_hash_seed() -> None:
    code = (
        "from benchmarks.regions import regions_graph; from kg.views import ViewOptions;"
        "from kg.views.scene import build_scene;"
        "scene = build_scene(regions_graph(actors=300, events=900), ViewOptions(fold_above=1));"
        "print(scene.folds)"
    )
    assert printed_for_any_seed(code).startswith("(Fold(")
