"""The timelines of all worlds, on the same years."""

from typing import Any

import pytest

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.core.look import LOOKS, PRINT
from foresight.core.picture import Circle, Polygon, Text
from foresight.methods.scenarios.analysis import ways_told
from foresight.methods.scenarios.figure_time import timelines, timelines_height
from foresight.methods.scenarios.tests import samples
from foresight.methods.scenarios.view_time import TimeView
from foresight.model.scenarios import Event, Scenario, Scenarios, change_scenario
from foresight.reporting.drawing import text_width


def told(*ways: tuple[int, ...]) -> Document:
    """A world for each of these, with something that happens in each of the years."""
    events = [tuple(Event(year=year, text=f"It is {year}.") for year in years) for years in ways]
    worlds = [Scenario(id=f"s{n}", name=f"World {n}", timeline=each) for n, each in enumerate(events)]
    return Document().put(Scenarios(scenarios=tuple(worlds)))


def words(document: Document, width: float = 490) -> list[Text]:
    figure: Any = timelines(document, width, timelines_height(document, width), PRINT)
    return [shape for shape in figure.plain() if isinstance(shape, Text)]


def test_every_event_of_every_world_is_told_by_year() -> None:
    text = " ".join(word.text for word in words(told((2040, 2026, 2031), (2029,))))
    assert all(f"It is {year}." in text for year in (2026, 2029, 2031, 2040))
    assert text.index("It is 2026.") < text.index("It is 2031.") < text.index("It is 2040.")
    assert "World 0" in text
    assert "World 1" in text


def test_a_year_lies_at_the_same_place_in_all_worlds() -> None:
    shapes = timelines(told((2026, 2033), (2030, 2033, 2036)), 490, 300, PRINT).plain()
    circles = [shape.centre[0] for shape in shapes if isinstance(shape, Circle)]  # the first is beside the name
    corners = [shape.points for shape in shapes if isinstance(shape, Polygon) and len(shape.points) == 3]
    triangles = [sum(x for x, _y in points) / 3 for points in corners]
    assert circles[2] == pytest.approx(triangles[2])


def test_what_has_no_room_is_counted() -> None:
    many = told(tuple(range(2020, 2040)))
    assert sum("It is" in word.text for word in words(many)) == 5
    assert "and 15 more events" in " ".join(word.text for word in words(many))


@pytest.mark.parametrize("document", [Document(), samples.four(), samples.six(), told((2040,)), told((), (2026,))])
@pytest.mark.parametrize("width", [220.0, 490.0, 900.0])
def test_all_text_is_inside_the_picture(document: Document, width: float) -> None:
    height = timelines_height(document, width)
    for word in words(document, width):
        length = text_width(word.text, word.size, word.bold)
        left = word.place[0] - length * {"start": 0, "middle": 0.5, "end": 1}[word.anchor]
        assert -0.1 <= left <= left + length <= width + 0.1
        assert 0 <= word.place[1] <= height


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_the_picture_is_drawn_in_every_look(look: Any) -> None:
    assert timelines(samples.four(), 60, 20, look).plain()


def test_it_is_said_which_worlds_do_not_tell_their_way() -> None:
    assert ways_told(told((2026, 2040), (2031,))) == "How each world comes about, from 2026 to 2040."
    assert ways_told(told((2026,), ())) == "Not told yet how they come about: “World 1”."
    assert ways_told(told((), ())).startswith("No world has a timeline yet.")


def test_the_view_follows_what_is_told(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("scenarios", told((2026,), ()))
    workspace.show_view(4)
    view = workspace.view
    assert isinstance(view, TimeView)
    session.do(change_scenario("s1", timeline=(Event(year=2035, text="It begins."),)))
    assert view.message.text() == "How each world comes about, from 2026 to 2035."
    session.undo()
    assert view.message.text() == "Not told yet how they come about: “World 1”."
