"""Places on the canvas and names of loops: what an edit changes, and what a deletion takes along."""

from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.integrity import remove
from foresight.core.survey import dangling
from foresight.methods.network import model
from foresight.methods.network.model import (
    Network,
    loop_names,
    move_drivers,
    name_loop,
    pin,
    place_new,
    places,
    settle,
    turn_link,
)
from foresight.methods.network.tests.networks import FIVE, network
from foresight.model.drivers import Driver, Drivers, remove_drivers


def test_drivers_without_a_placement_stand_apart_around_the_middle() -> None:
    found = places(network({}, "abcdefghijkl"))
    assert found["a"] == (0, 0)
    assert len(set(found.values())) == 12


def test_moving_one_driver_moves_no_other() -> None:
    document = network(FIVE)
    before = places(document)
    after = places(move_drivers({"a": (333.3, 20)}).apply(document))
    assert after == {**before, "a": (333.3, 20)}
    assert places(remove(settle(document), ["a"])) == {key: before[key] for key in "bcde"}


def test_moving_to_where_it_stands_changes_nothing() -> None:
    document = move_drivers({"a": (1, 2)}).apply(network(FIVE))
    assert move_drivers({"a": (1, 2)}).apply(document) is document
    assert pin(["a"], False).apply(document) is document


def test_new_drivers_get_free_places() -> None:
    document = place_new(Driver(id="x", title="X"), Driver(id="y", title="Y"), at=(500, 500)).apply(network(FIVE))
    found = places(document)
    assert found["x"] == (500, 500)
    assert len(set(found.values())) == 7
    assert [driver.id for driver in document[Drivers].drivers] == [*"abcde", "x", "y"]


@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), min_size=5, max_size=5))
def test_places_stay_within_reach(points: list[tuple[float, float]]) -> None:
    document = move_drivers(dict(zip("abcde", points, strict=True))).apply(network(FIVE))
    held = document[Network].placements
    assert all(abs(placement.x) <= model.FAR and abs(placement.y) <= model.FAR for placement in held)


def test_a_loop_has_one_name_wherever_one_begins_to_read_it() -> None:
    document = name_loop(["d", "e", "c"], "Silo spiral").apply(network(FIVE))
    assert loop_names(document) == {("c", "d", "e"): "Silo spiral"}
    assert loop_names(name_loop(["e", "c", "d"], "Spiral").apply(document)) == {("c", "d", "e"): "Spiral"}
    assert loop_names(name_loop(["c", "d", "e"], "").apply(document)) == {}


def test_a_driver_takes_its_place_and_the_names_of_its_loops_along() -> None:
    document = name_loop(["c", "d", "e"], "Silo spiral").apply(network(FIVE))
    document = name_loop(["c", "d"], "Trust").apply(move_drivers({"e": (9, 9)}).apply(document))
    after = remove_drivers("e").apply(document)
    assert loop_names(after) == {("c", "d"): "Trust"}
    assert "e" not in {placement.driver for placement in after[Network].placements}
    assert dangling(after) == set()


def test_a_name_of_a_loop_whose_driver_does_not_exist_is_found_when_a_file_is_read() -> None:
    document = name_loop(["c", "x"], "Nowhere").apply(network(FIVE))
    assert dangling(document) == {"x"}
    assert dangling(Document()) == set()


def test_a_link_turns_unless_there_is_one_the_other_way() -> None:
    document = network({"ab": "-3", "bc": "+1", "cb": "+2"})
    turned = turn_link("ab").apply(document)
    (link,) = [link for link in turned[Drivers].links if link.id == "ab"]
    assert (link.source, link.target, link.sign, link.strength) == ("b", "a", "-", 3)
    assert turn_link("bc").apply(document) is document
