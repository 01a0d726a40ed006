"""The workspace of the way back, driven as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.fields import NumberField, RefsField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.kit.table import ListView
from foresight.methods.backcasting.model import Milestone, WayBack
from foresight.methods.backcasting.tests.test_analysis import step, way, whole
from foresight.methods.backcasting.view import BackcastingWorkspace, WayView

Opened = tuple[BackcastingWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None = None) -> Opened:
    workspace, session = open_workspace("backcasting", document)
    assert isinstance(workspace, BackcastingWorkspace)
    return workspace, session


def held(session: Session) -> list[tuple[int, str]]:
    return [(each.year, each.text) for each in session.document[WayBack].milestones]


def test_from_nothing_to_a_way_with_the_keyboard(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace)
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    QTest.keyClicks(workspace.goal.field.line, "Nobody asks twice")
    workspace.add()
    for line in ("2038 one way in", "2031 one log"):
        QTest.keyClicks(workspace.entry, line)
        QTest.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert session.document[WayBack].goal == "Nobody asks twice"
    assert held(session) == [(2038, "one way in"), (2031, "one log")]
    with qtbot.waitSignal(session.refused) as said:
        QTest.keyClicks(workspace.entry, "one more log")
        QTest.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert said.args[0].startswith("Begin with a year")
    assert workspace.entry.text() == "one more log"
    assert isinstance(workspace.view, WayView)
    session.undo()
    session.undo()
    assert held(session) == []
    session.undo()
    assert session.document[WayBack].goal == ""


def test_what_does_not_hold_together_is_said_and_goes_when_it_is_put_right(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, way(step("a", 2027, "b"), step("b", 2033), step("c", 2038)))
    view = workspace.view
    assert isinstance(view, WayView)
    assert view.checks.text().startswith("“Step a” (2027) needs “Step b” (2033), which comes later.")
    session.select("a")
    assert isinstance(workspace.inspector, Inspector)
    year = next(each for each in workspace.inspector.forms[Milestone].fields if each.name == "year")
    assert isinstance(year, NumberField)
    year.box.setValue(2034)
    assert "comes later" not in view.checks.text()
    session.undo()
    assert "comes later" in view.checks.text()


def steps_list(workspace: BackcastingWorkspace) -> ListView:
    workspace.show_view(1)
    assert isinstance(workspace.view, ListView)
    return workspace.view


def test_the_list_runs_from_the_horizon_back_and_takes_what_is_typed(
    open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    workspace, session = opened(open_workspace, whole())
    model = steps_list(workspace).model
    assert [[column.text(row) for column in model.columns[:5]] for row in model.rows] == [
        ["3", "2036", "Step c", "", "1, 2"],
        ["2", "2032", "Step b", "", "1"],
        ["1", "2027", "Step a", "The state", ""],
    ]
    model.setData(model.index(2, 1), "2029")
    model.setData(model.index(0, 3), "Parliament")
    assert (2029, "Step a") in held(session)
    assert session.document[WayBack].milestones[0].actor == "Parliament"
    with qtbot.waitSignal(session.refused) as said:
        model.setData(model.index(2, 1), "soon")
    assert said.args == ["A year is a number from 1900 to 2300."]
    session.undo()
    session.undo()
    assert (2027, "Step a") in held(session)


def test_the_panel_shows_what_comes_first(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, whole())
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    session.select("c")
    field = next(each for each in panel.forms[Milestone].fields if isinstance(each, RefsField))
    assert field.shown.text() == "2027  Step a\n2032  Step b"
    field.edited.emit(("c", "b"))
    assert session.document[WayBack].milestones[0].needs == ("b",)


def test_a_step_is_deleted_and_comes_back(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, whole())
    view = steps_list(workspace)
    view.table.selectRow(2)
    workspace.delete_selected()
    assert [year for year, _text in held(session)] == [2036, 2032]
    assert session.document[WayBack].milestones[0].needs == ("b",)
    session.undo()
    assert len(held(session)) == 3


def test_a_long_way_scrolls(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, way(*(step(f"{n}", 2000 + n) for n in range(40))))
    assert isinstance(workspace.view, WayView)
    stairs = workspace.view.stairs
    assert stairs.figure.height() > stairs.viewport().height()
