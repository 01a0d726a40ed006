"""Three circles for past, present and future: dominance, relatedness, and how they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.problems import EditRefused
from foresight.core.words import speaking
from foresight.methods.orientation.analysis import drawn_circles
from foresight.methods.orientation.circles import (
    Contact,
    circles_of,
    circles_text,
    contact,
    contacts,
    dominance,
    drawings,
    kind_of,
    relatedness,
)
from foresight.methods.orientation.figures import figures
from foresight.methods.orientation.findings import findings
from foresight.methods.orientation.model import Circle, Circles, Orientation, Rater
from foresight.methods.orientation.view import PictureView
from foresight.methods.orientation.view_panel import Panel


def drawn(text: str) -> Circles:
    found = circles_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 o 35 t 15", (2, 4, 2)),
        ("0 a 35 t 50", (0, 2, 4)),
        ("30 t 30 t 10", (2, 2, 2)),
        ("0 a 0 a 0", (0, 0, 0)),
    ],
)
def test_dominance(text: str, expected: tuple[int, int, int]) -> None:
    assert tuple(dominance(drawn(text)).values()) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Circle(radius=10), Circle(radius=10, x=30), "apart"),
        (Circle(radius=10), Circle(radius=10, x=20), "touching"),
        (Circle(radius=10), Circle(radius=10, x=21), "touching"),
        (Circle(radius=10), Circle(radius=10, x=12, y=5), "overlapping"),
        (Circle(radius=10), Circle(radius=3, x=7), "inside"),
        (Circle(radius=3, x=7), Circle(radius=10), "inside"),
        (Circle(radius=10), Circle(radius=0), "apart"),
    ],
)
def test_contact(one: Circle, other: Circle, expected: Contact) -> None:
    assert contact(one, other) == contact(other, one) == expected


@pytest.mark.parametrize(
    ("text", "related", "kind"),
    [
        ("20 a 30 a 20", 0, "atomistic"),
        ("20 t 30 a 20", 2, "continuous"),
        ("20 t 30 t 20", 4, "continuous"),
        ("20 o 30 t 20", 6, "integrated"),
        ("20 i 30 i 10", 12, "integrated"),
    ],
)
def test_relatedness(text: str, related: int, kind: str) -> None:
    assert (relatedness(drawn(text)), kind_of(drawn(text))) == (related, kind)


radii = st.integers(1, 200)
letters = st.sampled_from("atoi")


@given(radii, letters, radii, letters, radii)
def test_what_is_typed_is_what_is_drawn(a: int, first: str, b: int, second: str, c: int) -> None:
    text = f"{a} {first} {b} {second} {c}"
    assert circles_text(drawn(text)) == text


def test_typed_in_norwegian() -> None:
    assert contacts(drawn("20f35 b 15")) == ("apart", "touching")
    with speaking("nb"):
        assert circles_text(drawn("20 a 35 t 15")) == "20 f 35 b 15"


@pytest.mark.parametrize("typed", ["20 35 15", "20 x 35 t 15", "201 o 3 t 1", "20 o 35"])
def test_other_circles_are_refused(typed: str) -> None:
    with pytest.raises(EditRefused):
        circles_of(typed)


def test_many_drawings_together() -> None:
    assert drawings([]) is None
    assert circles_of(" ") is None
    held = [drawn(text) for text in ("20 o 35 t 15", "10 a 20 a 30", "10 t 10 t 10")]
    document = Document().put(Orientation(raters=tuple(Rater(circles=each) for each in held)))
    found = figures(document)["circles"]
    assert found == {
        "n": 3,
        "largest": {"past": 0, "present": 1, "future": 1},
        "kinds": {"atomistic": 1, "continuous": 1, "integrated": 1},
        "relatedness": pytest.approx(10 / 3),
    }
    discover()
    (finding,) = findings(document)
    assert finding.text == (
        "3 people drew circles. The largest one: past 0, present 1 and future 1. "
        "How the circles lie: 1 apart from each other, 1 touching each other and 1 lying in each other."
    )
    two = document.put(Orientation(raters=document[Orientation].raters[:2]))
    assert drawn_circles(two) is drawn_circles(Document()) is figures(two)["circles"] is None


@pytest.mark.parametrize("text", ["20 o 35 t 15", "0 a 0 a 0", "200 a 1 i 200", "5 i 200 t 1"])
def test_the_drawing_stays_inside_its_frame(text: str) -> None:
    from foresight.core.look import LIGHT
    from foresight.core.picture import Circle as Round
    from foresight.methods.orientation.figure_circles import three_circles

    found = drawings([drawn(text)] * 3)
    assert found is not None
    shapes = [shape for shape in three_circles(found, 240, 160, LIGHT).plain() if isinstance(shape, Round)]
    assert len(shapes) == 3
    tiny = 1e-6
    for shape in shapes:
        (x, y), radius = shape.centre, shape.radius
        assert radius - tiny <= x <= 240 - radius + tiny
        assert radius - tiny <= y <= 160 - radius + tiny


def test_circles_are_typed_in_the_panel_and_drawn_for_the_room(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    raters = tuple(Rater(id=f"r{i}", line_now=3, circles=drawn("20 o 35 t 15") if i else None) for i in range(3))
    workspace, session = open_workspace("orientation", Document().put(Orientation(raters=raters)))
    assert isinstance(workspace.view, PictureView)
    assert workspace.view.pictures.circles.isHidden()
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    session.select("r0")
    line = next(field for field in panel.form.fields if field.name == "circles").line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "10 a 20 i 30")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.document[Orientation].raters[0].circles == drawn("10 a 20 i 30")
    assert workspace.view.pictures.circles.accessibleDescription().startswith("3 people drew circles.")
    session.undo()
    assert session.document[Orientation].raters[0].circles is None
    assert workspace.view.pictures.circles.isHidden()
