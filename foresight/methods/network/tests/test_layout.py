"""Automatic layout: keeps what is pinned, covers nothing, gives the same picture again."""

import itertools
import math
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.progress import Cancelled
from foresight.core.spacing import Point
from foresight.methods.network.clusters import group
from foresight.methods.network.layout import ARRANGEMENTS, arranged
from foresight.methods.network.model import (
    NODE,
    Arrangement,
    Cluster,
    Network,
    arrange,
    move_drivers,
    pin,
    place_new,
    places,
)
from foresight.methods.network.tests.networks import FIVE, network, networks
from foresight.model.drivers import Driver, Drivers, Link, set_link

EVERY = pytest.mark.parametrize("how", list(ARRANGEMENTS))


def covered(points: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """The pairs of drivers that lie on each other."""
    return [
        (one, other)
        for (one, (x1, y1)), (other, (x2, y2)) in itertools.combinations(points.items(), 2)
        if abs(x1 - x2) < NODE[0] and abs(y1 - y2) < NODE[1]
    ]


@EVERY
def test_pinned_drivers_stay_where_they_are(how: Arrangement) -> None:
    document = pin(["b", "d"], True).apply(network(FIVE))
    document = move_drivers({"b": (700.0, -300.0)}).apply(document)
    found = arranged(document, how)
    assert found["b"] == pytest.approx((700, -300))
    assert found["d"] == pytest.approx(places(document)["d"])
    assert found["a"] != pytest.approx(places(document)["a"])


@EVERY
@settings(max_examples=25, deadline=None)
@given(links=networks(), held=st.sets(st.sampled_from("abcdefg"), max_size=2))
def test_no_driver_covers_another_and_the_same_document_gives_the_same_layout(
    how: Arrangement, links: dict[str, str], held: set[str]
) -> None:
    document = network(links, "abcdefg")
    document = pin(held, True).apply(document)
    found = arranged(document, how)
    assert found == arranged(document, how)
    assert covered(found) == []


@EVERY
def test_nothing_gives_nothing_and_one_driver_stays(how: Arrangement) -> None:
    assert arranged(Document(), how) == {}
    assert arranged(network({}, "a"), how)["a"] == pytest.approx((0, 0), abs=5)


def test_driving_factors_stand_left_of_result_factors() -> None:
    found = arranged(network({"ab": "+3", "ac": "+3", "db": "+3", "dc": "+2"}), "layers")
    assert max(found["a"][0], found["d"][0]) < min(found["b"][0], found["c"][0])


def test_linked_drivers_come_nearer_than_others() -> None:
    document = network({"ab": "+3", "cd": "+3", "ef": "+3"})
    found = arranged(document, "forces")

    def distance(one: str, other: str) -> float:
        (x1, y1), (x2, y2) = found[one], found[other]
        return ((x1 - x2) / 2) ** 2 + (y1 - y2) ** 2

    assert distance("a", "b") < distance("a", "c")
    assert distance("c", "d") < distance("c", "f")


def test_a_layout_can_be_stopped() -> None:
    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        arranged(network(FIVE), "forces", tick=stop)


def ring_of_stars(count: int) -> Document:
    """A ring of hubs, each with four drivers around it."""
    links = {}
    names = [f"{hub:02}{leaf}" for hub in range(count) for leaf in "habcd"]
    drivers = tuple(Driver(id=name, title=name) for name in names)
    for hub in range(count):
        links[f"{hub:02}h", f"{(hub + 1) % count:02}h"] = 2
        links.update({(f"{hub:02}h", f"{hub:02}{leaf}"): 3 for leaf in "abcd"})
    made = tuple(Link(id=one + other, source=one, target=other, strength=n) for (one, other), n in links.items())
    return Document().put(Drivers(drivers=drivers, links=made))


def moved(before: dict[str, Point], after: dict[str, Point]) -> float:
    """How far drivers moved on the average."""
    return fmean(math.dist(spot, after[driver]) for driver, spot in before.items())


def test_a_new_driver_finds_its_place_and_the_picture_stays_known() -> None:
    document = ring_of_stars(12)
    document = arrange(arranged(document, "forces"), "forces").apply(document)
    before = places(document)
    document = place_new(Driver(id="new", title="New"), at=(5000.0, 5000.0)).apply(document)
    document = set_link("new", "03h", strength=3).apply(document)
    after = arranged(document, "forces")
    afresh = arranged(document.put(Network()), "forces")
    assert moved(before, after) <= 0.1 * moved(before, afresh)
    assert math.dist(after["new"], after["03h"]) < 1000
    assert covered(after) == []


def test_untangling_twice_moves_hardly_anything() -> None:
    document = ring_of_stars(12)
    document = arrange(arranged(document, "forces"), "forces").apply(document)
    assert moved(places(document), arranged(document, "forces")) < 20


def test_drivers_of_a_cluster_come_together() -> None:
    document = network({}, "abcdefghijkl")
    apart = arranged(document, "forces")
    together = arranged(group(Cluster(name="Both", drivers=("b", "l"))).apply(document), "forces")
    assert math.dist(together["b"], together["l"]) < 0.7 * math.dist(apart["b"], apart["l"])
