"""The workspace of signposts, driven as a person does."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidgetItem

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.fields import LineField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.rows import RowsField
from foresight.kit.session import Session
from foresight.methods.signposts.model import Signpost, Signposts
from foresight.methods.signposts.tests.samples import signpost, three, workshop
from foresight.methods.signposts.tests.test_model import worlds
from foresight.methods.signposts.view import SignpostsWorkspace, WorldView
from foresight.methods.signposts.view_calendar import CalendarView
from foresight.methods.signposts.view_card import read_date, read_direction
from foresight.methods.signposts.view_grid import BoardView, ExpectationGrid

Opened = tuple[SignpostsWorkspace, Session]
TODAY = datetime.date(2026, 11, 22)


def opened(open_workspace: OpenWorkspace, document: Document | None = None) -> Opened:
    workspace, session = open_workspace("signposts", document)
    assert isinstance(workspace, SignpostsWorkspace)
    workspace.today = lambda: TODAY
    return workspace, session


def grid(workspace: SignpostsWorkspace) -> ExpectationGrid:
    assert isinstance(workspace.view, BoardView)
    return workspace.view.grid


def held(session: Session) -> tuple[Signpost, ...]:
    return session.document[Signposts].signposts


def test_a_signpost_is_typed_and_expected_with_the_keyboard(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, workshop())
    workspace.add()
    QTest.keyClicks(workspace.entry, "Applicants under 35")
    QTest.keyClick(workspace.entry, Qt.Key.Key_Return)
    made = held(session)[0]
    table = grid(workspace)
    table.go_to(made.id)
    for key in ("+", "+", "+"):
        QTest.keyClicks(table, key)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClicks(table, "-")
    assert [held(session)[0].expected(world) for world in ("w0", "w1")] == [2, -1]
    assert table.cells.cells.text(0, 3) == "very well (1.5)"
    QTest.keyClicks(table, "0")
    assert held(session)[0].expected("w1") == 0
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert held(session)[0].expected("w1") is None
    session.undo()
    assert held(session)[0].expected("w1") is None
    session.undo()
    assert [each.text for each in held(session)] == ["Applicants under 35"]


def test_keys_do_nothing_beside_the_worlds(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, three())
    table, document = grid(workspace), session.document
    for column in (0, 3, 4):
        table.setCurrentIndex(table.cells.index(0, column))
        QTest.keyClicks(table, "+0")
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert session.document is document


def test_a_cell_says_itself_to_those_who_do_not_see_it(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, three())
    spoken = grid(workspace).cells.cells.spoken
    assert spoken is not None
    assert [spoken(0, column) for column in range(5)] == [
        "Share of a",
        "Share of a, Fast lane: sharply up",
        "Share of a, Long table: sharply down",
        "Share of a, Tells apart: very well (2.0)",
        "Share of a, Seen: sharply up",
    ]


def test_what_tells_nothing_apart_is_said_below_the_grid(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, three())
    assert isinstance(workspace.view, BoardView)
    assert workspace.view.remarks.text().startswith("1 signpost tells nothing apart")
    alone, _other = opened(open_workspace, workshop(signpost("a"), worlds=1))
    assert isinstance(alone.view, BoardView)
    assert alone.view.remarks.text().startswith("There are no two worlds yet")


def observations(workspace: SignpostsWorkspace) -> RowsField:
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    return next(each for each in panel.forms[Signpost].fields if isinstance(each, RowsField))


def test_an_observation_is_written_down_with_the_day_it_is(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, workshop(signpost("a", 2, -2)))
    assert workspace.inspector is not None
    session.select("a")
    field = observations(workspace)
    field.table.setItem(0, 0, QTableWidgetItem("++"))
    field.table.setItem(0, 1, QTableWidgetItem("1.6.2026"))
    field.table.setItem(0, 2, QTableWidgetItem("Two laws in one month"))
    (seen,) = held(session)[0].observations
    assert (seen.value, seen.date, seen.note) == (2, "2026-06-01", "Two laws in one month")
    field.table.setItem(1, 0, QTableWidgetItem("-"))
    assert [(each.date, each.value) for each in held(session)[0].observations] == [
        ("2026-06-01", 2),
        ("2026-11-22", -1),
    ]
    field.table.setItem(1, 1, QTableWidgetItem("tomorrow"))
    assert field.message.text() == "“tomorrow” does not fit here."
    session.undo()
    session.undo()
    assert len(held(session)[0].observations) < 2


def test_the_answer_follows_every_observation(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, three())
    workspace.show_view(1)
    view = workspace.view
    assert isinstance(view, WorldView)
    assert "most like “Fast lane”" in view.said.text()
    assert "not a forecast" in view.caution.text()
    assert workspace.inspector is not None
    session.select("a")
    observations(workspace).table.setItem(1, 0, QTableWidgetItem("--"))
    assert "most like “Long table”" in view.said.text()
    session.undo()
    assert "most like “Fast lane”" in view.said.text()


def test_the_calendar_says_what_is_due_today(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, three())
    workspace.show_view(2)
    view = workspace.view
    assert isinstance(view, CalendarView)
    assert view.due.text() == "1 signpost is due: “Share of a”."
    model = view.list.model
    assert [[model.columns[at].text(row) for at in (0, 5)] for row in model.rows] == [
        ["Share of a", "2026-11-20, due"],
        ["Share of b", "2027-03-01"],
        ["Share of c", ""],
    ]
    model.setData(model.index(0, 2), "Analysis unit")
    assert held(session)[0].owner == "Analysis unit"
    session.undo()
    assert held(session)[0].owner == ""


def test_fields_of_a_signpost_are_changed_in_the_panel(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, three())
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    session.select("b")
    panel.show()
    form = panel.forms[Signpost]
    line = next(each for each in form.fields if each.name == "threshold")
    assert isinstance(line, LineField)
    QTest.keyClicks(line.line, "Two in a row")
    assert held(session)[1].threshold == "Two in a row"
    session.undo()
    assert held(session)[1].threshold == ""


def test_signposts_are_taken_from_the_scenarios(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, worlds().put(Signposts()))
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    workspace.take()
    assert [each.text for each in held(session)] == ["Share who trust", "Hours of volunteers", "A law", "A strike"]
    assert not workspace.may_take()
    session.undo()
    assert held(session) == ()


def test_signposts_move_and_go(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, three())
    session.select("c")
    assert grid(workspace).currentIndex().row() == 2
    workspace.move_earlier()
    workspace.move_earlier()
    workspace.move_earlier()
    workspace.move_later()
    assert [each.id for each in held(session)] == ["a", "c", "b"]
    workspace.delete_selected()
    assert [each.id for each in held(session)] == ["a", "b"]
    assert not workspace.has_selection()
    session.undo()
    assert len(held(session)) == 3


@pytest.mark.parametrize(("text", "direction"), [("++", 2), ("+", 1), ("0", 0), ("-", -1), ("−−", -2)])
def test_directions_are_read_as_they_are_written(text: str, direction: int) -> None:
    assert read_direction(text) == direction


@pytest.mark.parametrize("text", ["", "3", "up", "+-"])
def test_other_texts_are_no_direction(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_direction(text)


def test_days_are_read_as_people_type_them() -> None:
    assert read_date("3.2.2026") == read_date("2026-02-03") == "2026-02-03"
    with pytest.raises(ValueError, match=r"31\.2"):
        read_date("31.2.2026")
