"""Joining questions in the window, driven as a person does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.oracle.tests.test_joining import question, room
from foresight.methods.oracle.view_joining import JoiningView
from foresight.model.oracle import Oracle
from tests.looking import clipped

Open = Callable[[str, Document | None], tuple[Workspace, Session]]

ALIKE = 4


def joining_of(workspace: Workspace) -> JoiningView:
    workspace.show_view(ALIKE)
    assert isinstance(workspace.view, JoiningView)
    workspace.view.pairs.setFocus()
    return workspace.view


def test_enter_joins_the_current_pair(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", room())
    view = joining_of(workspace)
    assert view.said.text() == "1 pair of questions reads alike."
    assert view.pairs.cells.cells.text(0, 0) == "Which skills are scarce in 2040?\nTwo · 5 votes"
    assert list(clipped(workspace)) == []
    qtbot.keyClick(view.pairs, Qt.Key.Key_Return)
    assert question(session.document, "q3").votes == 7
    assert view.said.text() == "No two questions read alike."
    session.undo()
    assert session.document[Oracle] == room()[Oracle]


def test_delete_keeps_the_pair_apart_until_it_is_proposed_again(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", room())
    view = joining_of(workspace)
    assert view.again.isHidden()
    qtbot.keyClick(view.pairs, Qt.Key.Key_Delete)
    assert len(session.document[Oracle].questions) == 3
    assert view.held == ()
    qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    assert len(view.held) == 1
    session.undo()
    session.undo()
    assert session.document[Oracle].apart == ()


def test_selected_questions_are_joined_by_a_key(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", room())
    session.select("q2", "q1")
    qtbot.keyClick(workspace, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in session.document[Oracle].questions] == ["q2", "q3"]
    assert question(session.document, "q2").wordings == ("Which skills are scarce?",)
    session.undo()
    assert len(session.document[Oracle].questions) == 3


def test_reading_only(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", room())
    session.read_only = True
    view = joining_of(workspace)
    assert not view.join.isEnabled()
    with qtbot.waitSignal(session.refused):
        qtbot.keyClick(view.pairs, Qt.Key.Key_Return)
    assert len(session.document[Oracle].questions) == 3
