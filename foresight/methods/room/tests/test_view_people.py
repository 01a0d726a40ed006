"""The page of the people, driven as a person does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.workspace import Workspace
from foresight.methods.room import view
from foresight.methods.room.tests.test_codes import ROOM, TABLES, people
from foresight.methods.room.view_people import PeoplePage
from foresight.model.groups import Group, Groups, Participant

CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(workspace: Workspace) -> PeoplePage:
    workspace.show_view(2)
    assert isinstance(workspace.view, PeoplePage)
    return workspace.view


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_line(text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)


def test_codes_are_typed_one_after_the_other(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", ROOM)
    page = page_of(workspace)
    assert page.blank.isVisible()
    press(Qt.Key.Key_Insert)
    type_line("K1")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)  # the first group
    page.entry.setFocus()
    type_line("K2 Ministry")
    type_line("Kari Nordmann")  # refused, and stays to be corrected

    assert people(session.document) == [("K1", None, ""), ("K2", "a", "Ministry")]
    assert page.entry.line.text() == "Kari Nordmann"
    assert page.sum.text() == "2 codes for 5 people · Ministry 1"
    session.undo()
    session.undo()
    assert session.document is ROOM
    assert page.blank.isVisible()


def test_a_column_is_pasted_in_one_step(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", ROOM)
    page_of(workspace).entry.setFocus()
    QApplication.clipboard().setText("01-1\tMunicipality\n01-2\tState agency\n\n01-3\n")

    press(Qt.Key.Key_V, CONTROL)

    assert people(session.document) == [
        ("01-1", None, "Municipality"), ("01-2", None, "State agency"), ("01-3", None, "")
    ]  # fmt: skip
    session.undo()
    assert session.document is ROOM


def test_a_column_with_a_name_in_it_is_refused_whole(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = open_workspace("room", ROOM)
    page_of(workspace).entry.setFocus()
    QApplication.clipboard().setText("01-1\nNordmann\n")

    with qtbot.waitSignal(session.refused) as said:
        press(Qt.Key.Key_V, CONTROL)

    assert said.args is not None
    assert "“Nordmann” is no code" in said.args[0]
    assert session.document is ROOM


def test_codes_for_everybody_and_back(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", ROOM)
    page = page_of(workspace)
    fill = next(made for made in workspace.window_actions if made.objectName() == "fill_up")

    fill.trigger()

    assert [code for code, _group, _kind in people(session.document)] == ["01-1", "01-2", "01-3", "03-1", "03-2"]
    assert page.list.isVisible()
    assert not fill.isEnabled()
    session.undo()
    assert session.document is ROOM
    assert fill.isEnabled()


def test_somebody_is_put_in_a_group_by_its_number(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    document = Document().put(Groups(groups=TABLES, participants=(Participant(id="p", code="1"),)))
    workspace, session = open_workspace("room", document)
    page = page_of(workspace)
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.list.model.index(0, 1))

    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "3")
    with qtbot.waitSignal(session.changed):
        press(Qt.Key.Key_Return)

    assert people(session.document) == [("1", "c", "")]
    session.undo()
    assert session.document is document


def test_the_selected_people_are_put_in_a_group_together(
    open_workspace: OpenWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = tuple(Participant(id=f"p{n}", code=str(n)) for n in range(3))
    document = Document().put(Groups(groups=TABLES, participants=some))
    workspace, session = open_workspace("room", document)
    page = page_of(workspace)
    page.list.table.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    monkeypatch.setattr(view, "pick", lambda _parent, _title, items, many: (items[1][0],))

    press(Qt.Key.Key_G, CONTROL)

    assert [group for _code, group, _kind in people(session.document)] == ["b", "b", "b"]
    session.undo()
    assert session.document is document


def test_a_name_needs_consent_and_goes_with_it(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    document = Document().put(Groups(participants=(Participant(id="p", code="1"),)))
    workspace, session = open_workspace("room", document)
    inspector = workspace.inspector
    assert inspector is not None
    qtbot.addWidget(inspector)
    inspector.show()
    session.select("p")
    name = next(line for line in inspector.findChildren(QLineEdit) if line.placeholderText() == "only with consent")
    (consent,) = inspector.findChildren(QCheckBox)
    assert not name.isEnabled()

    QTest.keyClick(consent, Qt.Key.Key_Space)
    QTest.keyClicks(name, "Kari Nordmann")
    assert session.document[Groups].participants[0].name == "Kari Nordmann"
    QTest.keyClick(consent, Qt.Key.Key_Space)

    assert session.document[Groups].participants[0] == Participant(id="p", code="1")
    assert not name.isEnabled()


def test_delete_takes_somebody_away(open_workspace: OpenWorkspace) -> None:
    document = Document().put(Groups(groups=TABLES, participants=(Participant(id="p", code="1"),)))
    workspace, session = open_workspace("room", document)
    page = page_of(workspace)
    page.list.table.setFocus()
    page.list.table.selectRow(0)

    press(Qt.Key.Key_Delete, CONTROL)

    assert people(session.document) == []
    assert session.history.undo_label == "Delete participant"
    session.undo()
    assert session.document is document


def test_a_hundred_groups_show_their_codes(open_workspace: OpenWorkspace) -> None:
    tables = tuple(Group(id=f"g{n}", name=f"Table {n}", size=9) for n in range(1, 101))
    workspace, session = open_workspace("room", Document().put(Groups(groups=tables)))
    page = page_of(workspace)

    next(made for made in workspace.window_actions if made.objectName() == "fill_up").trigger()

    assert page.sum.text() == "900 codes for 900 people"
    last = page.list.model.index(899, 0)
    assert [last.siblingAtColumn(column).data() for column in range(2)] == ["100-9", "Table 100"]
    assert len(session.document[Groups].participants) == 900
