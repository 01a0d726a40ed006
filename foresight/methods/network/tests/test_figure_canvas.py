"""The canvas on paper: the frames and names of clusters, and what the groups see differently."""

import pytest

from foresight.core.document import Document
from foresight.core.look import LIGHT
from foresight.core.picture import Circle, Path, Text
from foresight.core.spacing import Point
from foresight.methods.network.cluster_shape import cluster_shape
from foresight.methods.network.figure_canvas import canvas
from foresight.methods.network.figure_links import network as strongest_links
from foresight.methods.network.model import NODE, Cluster, Network, Placement
from foresight.methods.network.tests.networks import network
from foresight.model.groups import Group, Groups
from foresight.model.judgements import Judgement, Judgements
from foresight.reporting.drawing import Figure


def standing(spots: dict[str, Point], *clusters: Cluster) -> Document:
    """Drivers at these places, in these clusters."""
    placements = tuple(Placement(driver=driver, x=x, y=y) for driver, (x, y) in spots.items())
    return network({}, list(spots)).put(Network(placements=placements, clusters=clusters))


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in figure.plain() if isinstance(shape, Text)]


def test_members_that_stand_alone_share_one_box() -> None:
    shape = cluster_shape([(0, 0), (300, 100)], [(900, 900)])

    assert shape.boxes == ((-NODE[0] / 2 - 20, -NODE[1] / 2 - 20, 300 + NODE[0] / 2 + 20, 100 + NODE[1] / 2 + 20),)
    assert shape.bands == ()


def test_members_that_others_stand_between_are_joined_by_the_shortest_bands() -> None:
    shape = cluster_shape([(0, 0), (1000, 0), (500, 0)], [(250, 0)])

    assert len(shape.boxes) == 3
    assert shape.bands == (((0, 0), (500, 0)), ((500, 0), (1000, 0)))


@pytest.mark.parametrize("between", [{}, {"c": (400.0, 0.0)}], ids=["one box", "joined boxes"])
def test_a_cluster_is_framed_and_named_above_its_drivers_and_on_the_paper(between: dict[str, Point]) -> None:
    spots = {"a": (0.0, 0.0), "b": (800.0, 0.0)} | between
    figure = canvas(standing(spots, Cluster(name="Money", drivers=("a", "b"))), LIGHT)

    (name,) = [text for text in texts(figure) if text.text == "Money"]
    first = next(text for text in texts(figure) if text.text == "Driver a")
    frames = [
        shape for shape in figure.plain() if isinstance(shape, Path) and shape.fill.lower() == LIGHT.muted.lower()
    ]
    assert 0 < name.place[1] < first.place[1]
    assert len(frames) == (2 if between else 1)
    for shape in frames:
        for _step, points in shape.steps:
            assert all(0 <= x <= figure.width and 0 <= y <= figure.height for x, y in points)


def test_without_clusters_nothing_is_framed() -> None:
    figure = canvas(standing({"a": (0.0, 0.0)}), LIGHT)

    assert not [s for s in figure.plain() if isinstance(s, Path) and s.fill.lower() == LIGHT.muted.lower()]


def rings(figure: Figure) -> int:
    return sum(isinstance(shape, Circle) for shape in figure.plain())


def test_links_that_groups_see_differently_have_a_second_ring_and_the_key_says_what_it_means() -> None:
    judged = [Judgement(source="a", target="b", group=group, strength=n) for group, n in (("g", 1), ("h", 3))]
    groups = Groups(groups=(Group(id="g", name="G"), Group(id="h", name="H")))
    agreed = network({"ab": "+2", "bc": "+2"})
    contested = agreed.put(groups, Judgements(judgements=tuple(judged)))

    for draw in (lambda document: canvas(document, LIGHT), lambda document: strongest_links(document, 482, 300, LIGHT)):
        assert rings(draw(contested)) == rings(draw(agreed)) + 1
        assert any("Double ring" in text.text for text in texts(draw(contested)))
        assert not any("Double ring" in text.text for text in texts(draw(agreed)))
