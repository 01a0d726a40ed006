"""The pictures: every name is there, uncut and inside the frame, however many worlds there are."""

from typing import Any

import pytest

from foresight.core.document import Document
from foresight.core.look import LIGHT, LOOKS
from foresight.core.picture import Text
from foresight.methods.scenarios.figure import cross, cross_height
from foresight.methods.scenarios.figure_world import indicators, indicators_height, locator, timeline, timeline_height
from foresight.methods.scenarios.tests import samples
from foresight.model.scenarios import Scenario, Scenarios, sign
from foresight.reporting.drawing import text_width


def words(figure: Any) -> list[Text]:
    return [shape for shape in figure.plain() if isinstance(shape, Text)]


def eight() -> Document:
    part = samples.four()[Scenarios]
    extra = tuple(
        Scenario(name=f"Extra {n}", x="low" if n == 0 else None, y="low" if n == 0 else None) for n in range(4)
    )
    return samples.four().put(part.but(scenarios=(*part.scenarios, *extra)))


DOCUMENTS = {
    "empty": Document(),
    "four": samples.four(),
    "six": samples.six(),
    "eight": eight(),
    "long": samples.long_names(),
}


@pytest.mark.parametrize("width", [250.0, 482.0, 900.0])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_all_text_is_inside_the_frame_and_large_enough(document: Document, width: float) -> None:
    height = cross_height(document, width)
    for word in words(cross(document, width, height, LIGHT)):
        half = text_width(word.text, word.size, word.bold) * {"start": 0, "middle": 0.5, "end": 1}[word.anchor]
        left = word.place[0] - half
        assert word.size >= 8
        assert -0.1 <= left <= left + text_width(word.text, word.size, word.bold) <= width + 0.1
        assert 0 <= word.place[1] <= height


@pytest.mark.parametrize("width", [250.0, 482.0])
@pytest.mark.parametrize("document", [samples.four(), eight(), samples.long_names()], ids=["four", "eight", "long"])
def test_no_name_is_cut(document: Document, width: float) -> None:
    drawn = "".join(word.text for word in words(cross(document, width, cross_height(document, width), LIGHT)))
    for scenario in document[Scenarios].scenarios:
        assert scenario.name.replace(" ", "") in drawn.replace(" ", "")


def test_the_poles_are_spelt_out() -> None:
    drawn = {word.text for word in words(cross(samples.four(), 482, 220, LIGHT))}
    assert {"low", "high", "limited change", "redesign and transformation"} <= drawn
    assert {"Trust in society", "Will to change"} <= drawn


def test_all_worlds_are_set_in_one_size() -> None:
    figure = cross(samples.four(), 250, 200, LIGHT)
    assert len({word.size for word in words(figure) if word.bold and word.text in samples.NAMES}) == 1


def test_a_cross_that_is_too_low_still_draws() -> None:
    assert words(cross(samples.long_names(), 200, 120, LIGHT))


def test_from_the_fifth_world_on_marks_are_hollow() -> None:
    assert sign(0) == ("scenario_a", "circle", False)
    assert sign(3) == ("scenario_d", "diamond", False)
    assert sign(5) == ("scenario_b", "triangle", True)


@pytest.mark.parametrize("theme", list(LOOKS))
def test_the_locator_fills_the_corner_of_its_world(theme: Any) -> None:
    look = LOOKS[theme]
    on, off = Scenario(x="high", y="low"), Scenario()
    assert len(locator(on, 3, 40, 40, look).plain()) > 4
    assert len(locator(off, 3, 40, 40, look).plain()) == 4


def test_a_timeline_tells_every_event_with_its_year() -> None:
    events = samples.world(0).timeline
    height = timeline_height(events, 200)
    drawn = [word.text for word in words(timeline(events, 0, 200, height, LIGHT))]
    assert [text for text in drawn if text.isdigit()] == ["2026", "2029", "2032", "2040"]
    assert "The first shared register" in drawn
    assert words(timeline((), 0, 200, 20, LIGHT)) == []


def test_indicators_have_as_many_arrows_as_they_go_up_or_down() -> None:
    items = samples.world(0).indicators
    height = indicators_height(items, 200)
    shapes = indicators(items, 0, 200, height, LIGHT).plain()
    marks = [shape for shape in shapes if not isinstance(shape, Text)]
    assert len(marks) == 2 + 1 + 1 + 2
    assert [word.text for word in words(indicators(items, 0, 200, height, LIGHT))] == [item.text for item in items]
