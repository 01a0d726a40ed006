"""Edits of the cross as a whole."""

from foresight.core.document import Document
from foresight.methods.scenarios.model import add_named, choose_axes, free_corner, move_scenario, swap_axes
from foresight.methods.scenarios.tests import samples
from foresight.model.scenarios import Axis, Scenarios


def test_another_driver_takes_the_poles_of_the_old_one_away() -> None:
    document = choose_axes("d3", "d1").apply(samples.four())
    assert document[Scenarios].x_axis == Axis(driver="d3")
    assert document[Scenarios].y_axis == samples.four()[Scenarios].y_axis
    assert choose_axes(y="d1").apply(document) is document


def test_an_axis_of_ones_own_keeps_its_poles_when_it_gets_a_driver() -> None:
    document = Document().put(Scenarios(x_axis=Axis(name="Faith", low="little", high="much")))
    assert choose_axes("d0").apply(document)[Scenarios].x_axis == Axis(driver="d0", low="little", high="much")


def test_swapping_twice_is_as_before() -> None:
    document = samples.four()
    once = swap_axes().apply(document)
    part = once[Scenarios]
    assert (part.x_axis.driver, part.y_axis.driver) == ("d1", "d0")
    assert [(world.x, world.y) for world in part.scenarios] == [
        ("high", "low"),
        ("high", "high"),
        ("low", "low"),
        ("low", "high"),
    ]
    assert swap_axes().apply(once) == document


def test_a_scenario_moves() -> None:
    document = move_scenario("s3", 0).apply(samples.four())
    assert [world.id for world in document[Scenarios].scenarios] == ["s3", "s0", "s1", "s2"]


def test_a_named_scenario_takes_the_first_free_corner() -> None:
    crossed = choose_axes("d0", "d1").apply(samples.base())
    places = []
    for name in "abcde":
        crossed = add_named(name).apply(crossed)
        places.append((crossed[Scenarios].scenarios[-1].x, crossed[Scenarios].scenarios[-1].y))
    assert places == [("low", "high"), ("high", "high"), ("low", "low"), ("high", "low"), (None, None)]


def test_without_a_cross_a_named_scenario_stands_free() -> None:
    assert free_corner(samples.six()) is None
    first = add_named("Story").apply(Document())[Scenarios].scenarios[0]
    assert (first.name, first.x, first.y) == ("Story", None, None)
