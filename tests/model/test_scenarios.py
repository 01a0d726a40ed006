"""Axes and worlds."""

import pytest

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.words import speaking
from foresight.model.drivers import Driver, Drivers
from foresight.model.scenarios import (
    DriverState,
    Scenario,
    Scenarios,
    add_cross,
    add_scenario,
    change_scenario,
    display_name,
    letter,
    remove_scenarios,
    set_axis,
    set_state,
    sign,
)


@pytest.fixture
def history() -> History:
    """Two scenarios and two drivers."""
    drivers = Drivers(drivers=(Driver(id="d", title="D"), Driver(id="e", title="E")))
    worlds = Scenarios(scenarios=(Scenario(id="s", name="Sun"), Scenario(id="r")))
    return History(Document().put(drivers, worlds))


def states(history: History) -> tuple[DriverState, ...]:
    return history.document[Scenarios].scenarios[0].states


def test_a_cross_has_a_world_in_every_corner_in_reading_order() -> None:
    history = History(Document())
    history.do(add_cross())
    corners = [(world.x, world.y) for world in history.document[Scenarios].scenarios]
    assert corners == [("low", "high"), ("high", "high"), ("low", "low"), ("high", "low")]
    assert not history.do(add_cross())


def test_a_cross_fills_only_the_free_corners(history: History) -> None:
    history.do(change_scenario("r", x="high", y="low"))
    history.do(add_cross())
    worlds = history.document[Scenarios].scenarios
    assert [(world.x, world.y) for world in worlds] == [
        (None, None), ("high", "low"), ("low", "high"), ("high", "high"), ("low", "low")
    ]  # fmt: skip


def test_states_are_set_changed_and_taken_away_in_their_order(history: History) -> None:
    history.do(set_state("s", "d", direction=1))
    history.do(set_state("s", "e", text="calm"))
    history.do(set_state("s", "d", text="rising"))
    assert states(history) == (
        DriverState(driver="d", direction=1, text="rising"),
        DriverState(driver="e", text="calm"),
    )
    assert not history.do(set_state("s", "d", direction=1))
    history.do(set_state("s", "d", direction=None))
    history.do(set_state("s", "d", text=""))
    assert states(history) == (DriverState(driver="e", text="calm"),)
    assert not history.do(set_state("s", "d", text=""))


def test_as_today_is_a_state_and_not_nothing(history: History) -> None:
    history.do(set_state("s", "d", direction=0))
    assert states(history) == (DriverState(driver="d", direction=0),)


def test_no_state_of_a_driver_or_in_a_world_that_is_gone(history: History) -> None:
    assert not history.do(set_state("s", "gone", direction=1))
    assert not history.do(set_state("gone", "d", direction=1))
    assert not history.do(set_state("s", "r", direction=1))


def test_axes_change_one_by_one(history: History) -> None:
    history.do(set_axis("x", driver="d", low="few", high="many"))
    history.do(set_axis("y", name="Trust"))
    part = history.document[Scenarios]
    assert (part.x_axis.driver, part.x_axis.low, part.x_axis.high, part.x_axis.name) == ("d", "few", "many", "")
    assert (part.y_axis.driver, part.y_axis.name) == (None, "Trust")
    assert not history.do(set_axis("y", name="Trust"))


def test_names_of_worlds(history: History) -> None:
    assert display_name(history.document, "s") == "Sun"
    assert display_name(history.document, "r") == "Scenario B"
    assert display_name(history.document, "gone") == ""
    with speaking("nb"):
        assert display_name(history.document, "r") == "Scenario B"
    history.do(remove_scenarios("s"))
    assert display_name(history.document, "r") == "Scenario A"


def test_letters_and_marks_tell_worlds_apart(history: History) -> None:
    assert [letter(index) for index in (0, 3, 25, 26, 30)] == ["A", "D", "Z", "27", "31"]
    assert sign(0) == ("scenario_a", "circle", False)
    assert sign(3) == ("scenario_d", "diamond", False)
    assert sign(5) == ("scenario_b", "triangle", True)
    assert len({sign(index) for index in range(8)}) == 8


def test_an_added_world_comes_last(history: History) -> None:
    history.do(add_scenario(Scenario(id="n", name="New")))
    assert [world.id for world in history.document[Scenarios].scenarios] == ["s", "r", "n"]
