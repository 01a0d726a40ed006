"""The workspace of missteps, driven as a person does."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.methods.missteps.tests.samples import tried, worlds
from foresight.methods.missteps.view import EXPERIMENTS, GROUNDS, MISSTEPS, MisstepsWorkspace
from foresight.methods.missteps.view_grounds import GroundsView
from foresight.methods.missteps.view_lists import ExperimentsView, MisstepsView
from foresight.model.missteps import Missteps

Opened = tuple[MisstepsWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None = None, view: int = MISSTEPS) -> Opened:
    workspace, session = open_workspace("missteps", document)
    assert isinstance(workspace, MisstepsWorkspace)
    workspace.today = lambda: datetime.date(2026, 11, 22)
    workspace.show_view(view)
    return workspace, session


def type_in(workspace: MisstepsWorkspace, *texts: str) -> None:
    """Type into whatever has the keyboard, each text with Enter."""
    for text in texts:
        line = workspace.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_misstep_is_four_short_lines_and_the_next_one_follows(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds())
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    workspace.add()
    workspace.entry.group.box.setCurrentIndex(2)
    workspace.entry.group.box.activated.emit(2)
    type_in(workspace, "A portal", "Nobody came", "Go to where they are", "The county")
    type_in(workspace, "A survey", "", "", "")
    first, second = session.document[Missteps].missteps
    assert (first.text, first.failed, first.learnt, first.shared, first.group) == (
        "A portal",
        "Nobody came",
        "Go to where they are",
        "The county",
        "g2",
    )
    assert (second.text, second.failed, second.group) == ("A survey", "", "g2")
    assert isinstance(workspace.view, MisstepsView)
    assert workspace.view.said.text().startswith("1 group told of 2 missteps.")
    session.undo()
    session.undo()
    assert session.document[Missteps] == Missteps()


def test_a_table_is_pasted_in_one_step_and_one_row_fills_the_fields(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds())
    workspace.add()
    line = workspace.entry.lines["text"]
    QApplication.clipboard().setText("A portal\tNobody came\t\tThe county\tin 2016\nA survey\t\tAsk first")
    QTest.keySequence(line, "Ctrl+V")
    told = [(one.text, one.failed, one.learnt, one.shared, one.note) for one in session.document[Missteps].missteps]
    assert told == [("A portal", "Nobody came", "", "The county", "in 2016"), ("A survey", "", "Ask first", "", "")]
    session.undo()
    assert session.document[Missteps] == Missteps()
    QApplication.clipboard().setText("A portal\tNobody came\t\tThe county")
    QTest.keySequence(line, "Ctrl+V")
    assert [line.text() for line in workspace.entry.lines.values()] == ["A portal", "Nobody came", "", "The county"]
    QTest.keyClick(workspace.entry.lines["shared"], Qt.Key.Key_Return)
    assert session.document[Missteps].missteps[0].shared == "The county"


def test_without_what_was_tried_nothing_is_added(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds())
    workspace.entry.lines["shared"].setFocus()
    type_in(workspace, "The county")
    assert session.document[Missteps].missteps == ()
    assert workspace.focusWidget() is workspace.entry.lines["text"]


def test_an_assumption_is_typed_and_filled_in_beside(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds(), EXPERIMENTS)
    workspace.add_experiment()
    type_in(workspace, "People share data")
    made = session.document[Missteps].experiments[0]
    session.select(made.id)
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    form = panel.stack.currentWidget()
    fields = {field.name: field for field in form.fields}  # type: ignore[union-attr]
    QTest.keyClicks(fields["by"].line, "2026-03-01")
    QTest.keyClicks(fields["owner"].line, "Analysis unit")
    held = session.document[Missteps].experiments[0]
    assert (held.text, held.by, held.owner, held.result) == ("People share data", "2026-03-01", "Analysis unit", "open")
    view = workspace.view
    assert isinstance(view, ExperimentsView)
    assert "1 experiment is overdue" in view.said.text()
    workspace.mark_held()
    assert session.document[Missteps].experiments[0].result == "held"
    assert "overdue" not in view.said.text()
    session.undo()
    assert session.document[Missteps].experiments[0].result == "open"


def test_a_day_is_typed_in_the_list_and_what_is_no_day_is_refused(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, tried(), EXPERIMENTS)
    view = workspace.view
    assert isinstance(view, ExperimentsView)
    said: list[str] = []
    session.refused.connect(said.append)
    by, result = view.list.model.index(0, 4), view.list.model.index(0, 6)
    assert (by.data(), result.data()) == ("2026-03-01", "Overdue")
    assert not view.list.model.setData(by, "soon")
    assert said == ["Write a day as year-month-day, such as 2026-11-21."]
    assert view.list.model.setData(by, "24.12.2026")
    assert (by.data(), result.data()) == ("2026-12-24", "Not known yet")


def test_x_puts_to_the_test_what_a_world_rests_on(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds(), GROUNDS)
    view = workspace.view
    assert isinstance(view, GroundsView)
    view.grid.setCurrentIndex(view.grid.model().index(0, 0))
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    QTest.keyClicks(view.grid, "x")
    made = session.document[Missteps].experiments
    assert [(one.text, one.scenario) for one in made] == [("Change: high", "w0")]
    assert view.grid.currentIndex().row() == 2
    assert view.said.text() == "Of what the worlds take for granted, 1 of 5 is put to the test."
    QTest.keyClick(view.grid, Qt.Key.Key_Up)
    assert session.selection == (made[0].id,)
    QTest.keyClicks(view.grid, "x")
    assert session.document[Missteps].experiments == made
    assert not workspace.may_put()
    session.undo()
    assert session.document[Missteps].experiments == ()
    workspace.put()
    assert session.selection == (session.document[Missteps].experiments[0].id,)


def test_without_worlds_the_view_leads_to_where_they_are_made(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, None, GROUNDS)
    view = workspace.view
    asked: list[str] = []
    assert isinstance(view, GroundsView)
    workspace.wants_method.connect(asked.append)
    QTest.mouseClick(view.no_worlds.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert asked == ["scenarios"]


def test_what_fell_is_told_and_what_is_told_is_deleted(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, tried(), EXPERIMENTS)
    session.select("e1")
    assert not workspace.has_fallen()
    session.select("e2")
    workspace.tell()
    told = session.document[Missteps].missteps[-1]
    assert (told.text, told.learnt) == ("Change: low", "They changed.")
    assert session.selection == (told.id,)
    workspace.delete_selected()
    assert session.history.undo_label == "Delete misstep"
    assert len(session.document[Missteps].missteps) == 3
