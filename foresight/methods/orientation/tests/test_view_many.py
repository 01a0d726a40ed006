"""Many answers and the second ballot in the window, driven as a person does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.orientation.model import Orientation
from foresight.methods.orientation.tests.test_analysis import room
from foresight.methods.orientation.tests.test_rounds import ballots
from foresight.methods.orientation.view import PeopleView
from foresight.methods.orientation.view_entry import SlipEntry
from foresight.methods.orientation.view_many import ManyView
from foresight.methods.orientation.view_people import AFTER
from foresight.methods.orientation.view_rounds import RoundsView
from tests.looking import clipped

Open = Callable[[str, Document | None], tuple[Workspace, Session]]


def many_of(workspace: Workspace, qtbot: QtBot) -> ManyView:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(workspace, Qt.Key.Key_V, modifiers)
    assert isinstance(workspace.view, ManyView)
    return workspace.view


def test_pasted_lines_are_taken_in_one_step_and_wrong_ones_stay(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    many = many_of(workspace, qtbot)
    assert many.lines.hasFocus()
    QApplication.clipboard().setText("Code\tNow\nB1\t3\nB2\t9\nB3\t4")
    qtbot.keyClick(many.lines, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.document[Orientation].raters == ()
    assert many.said.text() == "2 new people. 1 line is wrong."
    assert many.button.text() == "Take the answers of 2 people"
    assert many.wrong.cells.cells.text(0, 0) == "B2 9"

    qtbot.keyClick(many.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(each.code, each.line_now) for each in session.document[Orientation].raters] == [("B1", 3), ("B3", 4)]
    assert many.lines.toPlainText() == "Code\tNow\nB2\t9"
    assert not many.button.isEnabled()
    session.undo()
    assert session.document[Orientation].raters == ()
    assert isinstance(workspace.view, ManyView)


def test_a_tally_in_the_line_is_one_step(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    entry = workspace.findChild(SlipEntry)
    assert isinstance(entry, SlipEntry)
    qtbot.keyClicks(entry.line, "3: 12")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert [each.line_now for each in session.document[Orientation].raters] == [3] * 12
    session.undo()
    assert session.document[Orientation].raters == ()


def test_the_ballot_after_the_day_is_typed_by_code(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    entry = workspace.findChild(SlipEntry)
    assert isinstance(entry, SlipEntry)
    for slip in ("3 4", "2 4"):
        qtbot.keyClicks(entry.line, slip)
        qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    workspace.show_view(1)
    assert isinstance(workspace.view, PeopleView)
    assert workspace.view.people.isColumnHidden(AFTER)

    entry.ballots.box.setFocus()
    qtbot.keyClick(entry.ballots.box, Qt.Key.Key_Down)
    assert not workspace.view.people.isColumnHidden(AFTER)
    qtbot.keyClicks(entry.line, "2 4")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert [each.line_after for each in session.document[Orientation].raters] == [None, 4]
    session.undo()
    assert [each.line_after for each in session.document[Orientation].raters] == [None, None]


def test_after_answers_are_typed_down_the_table(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", ballots(("a", 3, 3), ("a", 3, None), ("a", 4, None)))
    workspace.show_view(1)
    assert isinstance(workspace.view, PeopleView)
    people = workspace.view.people
    people.setFocus()
    people.setCurrentIndex(people.cells.index(1, AFTER))
    for key in "45":
        qtbot.keyClicks(people, key)
        qtbot.keyClick(people, Qt.Key.Key_Return)
    assert [each.line_after for each in session.document[Orientation].raters] == [3, 4, 5]


def test_feedback_shows_groups_and_says_what_changed(open_workspace: Open) -> None:
    workspace, _session = open_workspace("orientation", ballots(*[("a", 3, 4)] * 3, *[("b", 4, 4)] * 3))
    workspace.show_view(3)
    assert isinstance(workspace.view, RoundsView)
    assert "further ahead than before" in workspace.view.strips.figure.accessibleDescription()
    assert list(clipped(workspace)) == []
    workspace.session.open(room(1, 1))
    assert workspace.view.said.text() == "Feedback needs at least three people with a point on the line."
