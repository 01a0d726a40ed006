"""How different, how long and how complete the scenarios are."""

import json
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.methods.scenarios.analysis import (
    FIELDS,
    axis_drivers,
    chosen_events,
    compared_drivers,
    difference,
    differences,
    figures,
    length_words,
    missing,
    state_in,
    uneven,
    warnings,
    word_count,
)
from foresight.methods.scenarios.model import choose_axes
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.scenarios import Axis, DriverState, Event, Indicator, Scenario, Scenarios, overrule

DRIVERS = tuple(Driver(id=f"d{n}", title=f"Driver {n}") for n in range(5))
Direction = Literal[-1, 0, 1]


def states(*directions: Direction | None) -> tuple[DriverState, ...]:
    """A state for each driver in order; None leaves one out."""
    return tuple(
        DriverState(driver=driver.id, direction=direction)
        for driver, direction in zip(DRIVERS, directions, strict=False)
        if direction is not None
    )


def workshop(*scenarios: Scenario, x: Axis | None = None, y: Axis | None = None) -> Document:
    return Document().put(
        Drivers(drivers=DRIVERS), Scenarios(x_axis=x or Axis(), y_axis=y or Axis(), scenarios=scenarios)
    )


def test_difference_is_the_share_of_drivers_whose_state_differs() -> None:
    one = Scenario(name="One", states=states(1, 1, 0, -1, None))
    other = Scenario(name="Other", states=states(1, -1, 0, 1, 0))
    found = difference(workshop(one, other), one, other)
    assert (found.differing, found.compared, found.share) == (2, 4, 0.5)
    assert not found.alike


@pytest.mark.parametrize(("differing", "alike"), [(0, True), (1, True), (2, False), (5, False)])
def test_two_of_five_drivers_are_the_least_difference(differing: int, alike: bool) -> None:
    one = Scenario(states=states(0, 0, 0, 0, 0))
    other = Scenario(states=states(*[1 if n < differing else 0 for n in range(5)]))
    found = difference(workshop(one, other), one, other)
    assert found.share == differing / 5
    assert found.alike is alike


def test_nothing_in_common_cannot_be_compared() -> None:
    one, other = Scenario(states=states(1)), Scenario(states=states(None, 1))
    found = difference(workshop(one, other), one, other)
    assert found.share is None
    assert not found.alike


def test_words_are_compared_where_a_direction_is_not_said() -> None:
    one = Scenario(
        states=(DriverState(driver="d0", text="Open data"), DriverState(driver="d1", text="Few", direction=1))
    )
    other = Scenario(states=(DriverState(driver="d0", text=" open data"), DriverState(driver="d1", text="Many")))
    found = difference(workshop(one, other), one, other)
    assert (found.differing, found.compared) == (1, 2)


def test_the_driver_of_an_axis_stands_at_its_pole_until_more_is_said() -> None:
    low, high = Scenario(x="low"), Scenario(x="high", states=states(1))
    document = workshop(low, high, Scenario(), x=Axis(driver="d0", low="Little trust", high="Much trust"))
    assert state_in(document, low, "d0") == DriverState(driver="d0", text="Little trust")
    assert state_in(document, high, "d0") == DriverState(driver="d0", direction=1, text="Much trust")
    assert state_in(document, document[Scenarios].scenarios[2], "d0") is None
    assert difference(document, low, high).share == 1


def test_drivers_of_the_axes_are_compared_first() -> None:
    document = workshop(x=Axis(driver="d3"), y=Axis(driver="d1"))
    assert axis_drivers(document) == ("d3", "d1")
    assert [driver.id for driver in compared_drivers(document)] == ["d1", "d3", "d0", "d2", "d4"]


def test_four_scenarios_make_six_pairs() -> None:
    assert len(differences(workshop(*(Scenario() for _ in range(4))))) == 6


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("  \n", 0), ("one", 1), ("Trust – and data-sharing, it's 2040.", 5), ("Æ ø å\n\nto avsnitt", 5)],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


def test_the_length_is_said_against_the_band() -> None:
    assert length_words(0) == "Nothing written yet; aim for 120 to 250 words."
    assert length_words(1) == "1 word; 119 to go (aim for 120 to 250)."
    assert length_words(119) == "119 words; 1 to go (aim for 120 to 250)."
    assert length_words(120) == "120 words, as it should be (120 to 250)."
    assert length_words(250) == "250 words, as it should be (120 to 250)."
    assert length_words(260) == "260 words; 10 too many (aim for 120 to 250)."


@pytest.mark.parametrize(
    ("counts", "is_uneven"),
    [
        ((), False),
        ((200,), False),
        ((0, 200), False),
        ((100, 150), False),
        ((100, 151), True),
        ((0, 90, 100, 140), True),
    ],
)
def test_half_as_long_again_is_uneven(counts: tuple[int, ...], is_uneven: bool) -> None:
    assert uneven(counts) is is_uneven


def test_missing_fields_in_the_order_of_telling() -> None:
    assert missing(workshop(), Scenario()) == tuple(FIELDS)
    full = Scenario(
        name="n",
        tagline="t",
        narrative="n",
        day="d",
        timeline=(Event(year=2030, text="e"),),
        states=states(1, 1, 1, 1, 1),
        indicators=(Indicator(text="i"),),
        winners="w",
        losers="l",
        implications="i",
        opportunities="o",
        threats="t",
        signposts=("s",),
        desirability=3,
        likelihood=1,
        quote="q",
        image="i",
        sources="s",
    )
    document = workshop(full)
    assert missing(document, full) == ()
    assert missing(document, full.but(quote=" ", states=states(1, 1, 1, 1))) == ("states", "quote")


def test_three_events_are_chosen_for_print() -> None:
    events = [Event(year=year, text=str(year)) for year in (2040, 2027, 2031, 2033, 2038)]
    assert [event.year for event in chosen_events(events)] == [2027, 2033, 2040]
    assert [event.year for event in chosen_events(events, count=4)] == [2027, 2031, 2038, 2040]
    assert [event.year for event in chosen_events(events[:2])] == [2027, 2040]
    assert chosen_events([]) == ()


@given(st.lists(st.integers(1900, 2300), max_size=12), st.integers(2, 5))
def test_chosen_events_are_some_of_the_events_in_order(years: list[int], count: int) -> None:
    events = [Event(year=year, text=f"{number}") for number, year in enumerate(years)]
    chosen = chosen_events(events, count)
    assert len(chosen) == min(count, len(events))
    assert all(event in events for event in chosen)
    assert len({event.text for event in chosen}) == len(chosen)
    assert [event.year for event in chosen] == sorted(event.year for event in chosen)


def test_a_good_set_gives_no_warning() -> None:
    assert warnings(Document()) == ()
    good = [
        Scenario(narrative="word " * 150, states=states(-1, 0)),
        Scenario(narrative="word " * 200, states=states(1, 1)),
    ]
    assert warnings(workshop(*good)) == ()


def test_warnings_say_what_to_look_at() -> None:
    alike = [
        Scenario(name="Leap", narrative="w " * 100, states=states(0, 0, 0)),
        Scenario(narrative="w " * 160, states=states(0, 1, 0)),
    ]
    extra = [Scenario(x="low"), Scenario(), Scenario()]
    document = workshop(*alike, *extra, x=Axis(driver="d0"), y=Axis(driver="d1"))
    links = Drivers(drivers=DRIVERS, links=(Link(source="d0", target="d1", strength=2),))
    assert warnings(document.put(links)) == (
        "Not independent: “Driver 1” follows “Driver 0”: +2. "
        "Moving one moves the other, and two of the four corners will be hard to believe.",
        "“Leap” and “Scenario B” differ in 1 of 3 drivers: tell them further apart.",
        "The narratives are not equally long (Leap 100 and Scenario B 160 words).",
        "There are 5 scenarios; more than four are hard to keep apart.",
    )


def test_figures_hold_the_pairs_that_are_proposed_and_refused(sample: Document) -> None:
    change = choose_axes("d09", "d08").apply(sample)
    found = figures(overrule("d09", "d08", "We want to see it.").apply(change))
    assert found["overruled"] == "We want to see it."
    assert found["independence"] not in found["warnings"]
    assert figures(change)["independence"] in figures(change)["warnings"]
    assert found["proposals"][0]["score"] == pytest.approx(0.6562, abs=1e-4)
    refused = {tuple(pair["drivers"]): pair["words"] for pair in found["refused"]}
    assert refused["Trust in society", "Exclusion"].startswith(
        "Not independent: “Trust in society” follows “Exclusion”: −3, and back directly (−2)."
    )


def test_figures_are_plain_values() -> None:
    one, other = Scenario(name="One", x="low", states=states(1, 1)), Scenario(states=states(1, 0))
    found = figures(workshop(one, other, x=Axis(name="Trust", low="Little", high="Much")))
    assert json.loads(json.dumps(found)) == found
    assert found["axes"]["x"] == {"name": "Trust", "low": "Little", "high": "Much"}
    assert found["differences"] == [{"scenarios": ["One", "Scenario B"], "differing": 1, "compared": 2, "share": 0.5}]
    assert found["scenarios"][0]["letter"] == "A"
    assert found["scenarios"][0]["complete"] == pytest.approx(1 / 18, abs=1e-4)
    assert "tagline" in found["scenarios"][0]["missing"]
    assert figures(Document())["scenarios"] == []
