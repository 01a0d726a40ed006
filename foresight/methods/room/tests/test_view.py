"""The room's workspace, driven as a person does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.kit.fields import Field
from foresight.methods.room.view import RoomWorkspace
from foresight.methods.room.view_frame import FramePage, MessagesField
from foresight.methods.room.view_groups import GroupsPage
from foresight.model.groups import Group, Groups, Participant
from foresight.model.ratings import Rating, Ratings
from foresight.model.workshop import Workshop

THREE = Document().put(
    Groups(
        groups=(Group(id="a", name="Alpha", size=8), Group(id="b", name="Beta"), Group(id="c", name="Gamma", size=7))
    )
)


def frame(workspace: QWidget) -> FramePage:
    assert isinstance(workspace, RoomWorkspace)
    workspace.show_view(0)
    assert isinstance(workspace.view, FramePage)
    return workspace.view


def field(workspace: QWidget, name: str) -> Field:
    return next(field for field in frame(workspace).form.fields if field.name == name)


def groups_page(workspace: QWidget) -> GroupsPage:
    assert isinstance(workspace, RoomWorkspace)
    workspace.show_view(1)
    assert isinstance(workspace.view, GroupsPage)
    return workspace.view


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def names(document: Document) -> list[str]:
    return [group.name for group in document[Groups].groups]


def show_cell(page: GroupsPage, row: int, column: int) -> None:
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.list.model.index(row, column))


def test_typing_a_title_is_one_step_that_can_be_undone(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    field(workspace, "title").setFocus()

    QTest.keyClicks(focused(), "Framtid 2040 ")
    assert session.document[Workshop].title == "Framtid 2040"
    session.undo()

    assert session.document == Document(doc_id=session.document.doc_id)
    assert session.history.undo_label is None


def test_tab_walks_from_the_title_to_the_question(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    field(workspace, "title").setFocus()

    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "What then?")

    assert session.document[Workshop].question == "What then?"


def test_every_field_of_the_workshop_is_on_the_page(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("room", None)

    assert {field.name for field in frame(workspace).form.fields} == set(Workshop.model_fields)


def test_the_page_shows_all_of_the_sample(open_workspace: OpenWorkspace, sample: Document) -> None:
    workspace, session = open_workspace("room", sample)
    texts = [text for widget in frame(workspace).findChildren(QWidget) for text in _texts(widget)]
    workshop = sample[Workshop]

    for expected in (workshop.title, workshop.question, workshop.date, *workshop.messages, "104, as in the groups"):
        assert expected in texts
    assert session.document is sample


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLineEdit):
        return [widget.text()]
    plain = getattr(widget, "toPlainText", None)
    return [plain()] if plain is not None else []


def test_a_message_says_how_many_words_it_has(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    messages = field(workspace, "messages")
    assert isinstance(messages, MessagesField)
    messages.setFocus()

    QTest.keyClicks(focused(), "Plan for both")
    assert messages.parts[0].title.text() == "Message 1 · 3 words"
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "word " * 26)

    assert messages.parts[1].title.text() == "Message 2 · 26 words, at most 25"
    assert messages.parts[1].title.property("role") == "danger"
    assert session.document[Workshop].messages == ("Plan for both", ("word " * 26).strip())


def test_an_emptied_message_keeps_the_others_where_they_are_typed(open_workspace: OpenWorkspace) -> None:
    document = Document().put(Workshop(messages=("one", "two", "three")))
    workspace, session = open_workspace("room", document)
    messages = field(workspace, "messages")
    assert isinstance(messages, MessagesField)

    messages.parts[0].setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    assert session.document[Workshop].messages == ("two", "three")
    assert [part.message for part in messages.parts] == ["", "two", "three"]

    session.undo()
    assert [part.message for part in messages.parts] == ["one", "two", "three"]
    assert session.document is document


def test_a_file_with_more_messages_shows_them_all(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("room", Document().put(Workshop(messages=("1", "2", "3", "4", "5"))))
    messages = field(workspace, "messages")

    assert isinstance(messages, MessagesField)
    assert [part.message for part in messages.parts] == ["1", "2", "3", "4", "5"]


def test_scrolling_over_a_number_does_not_change_it(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    box = field(workspace, "horizon").focusProxy()
    assert box is not None
    field(workspace, "title").setFocus()

    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)

    assert session.document[Workshop].horizon == 2040
    assert session.history.undo_label is None


def test_nothing_said_about_participants_means_the_sum_of_the_groups(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", THREE)
    box = field(workspace, "participants").focusProxy()
    assert box is not None
    box.setFocus()

    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "40")
    press(Qt.Key.Key_Return)
    assert session.document[Workshop].participants == 40
    session.undo()

    assert session.document[Workshop].participants is None
    assert box.property("text") == "15, as in the groups"


def test_enter_adds_a_group_and_waits_for_the_next(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    page = groups_page(workspace)
    page.entry.setFocus()

    for text in ("Table 1, 8, Health", "Table 2"):
        QTest.keyClicks(page.entry, text)
        press(Qt.Key.Key_Return)

    assert [(group.name, group.size, group.sector) for group in session.document[Groups].groups] == [
        ("Table 1", 8, "Health"),
        ("Table 2", None, ""),
    ]
    assert page.sum.text() == "2 groups, 8 participants in all"
    assert page.entry.text() == ""
    session.undo()
    assert names(session.document) == ["Table 1"]


def test_pasted_lines_become_groups_in_one_step(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", None)
    page = groups_page(workspace)
    page.entry.setFocus()
    QGuiApplication.clipboard().setText("North, 6\n\nSouth, 7\n")

    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(session.document) == ["North", "South"]
    session.undo()

    assert names(session.document) == []


def test_insert_leads_to_the_entry_line(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("room", None)
    frame(workspace).setFocus()

    press(Qt.Key.Key_Insert)

    assert groups_page(workspace).entry.hasFocus()


@pytest.mark.parametrize(
    ("column", "typed", "expected"), [(0, "Beta 2", ("Beta 2", None, "")), (1, "9", ("Beta", 9, ""))]
)
def test_a_cell_is_edited_in_place(
    open_workspace: OpenWorkspace, qtbot: QtBot, column: int, typed: str, expected: tuple[str, int | None, str]
) -> None:
    workspace, session = open_workspace("room", THREE)
    page = groups_page(workspace)
    show_cell(page, 1, column)

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), typed)
    with qtbot.waitSignal(session.changed):
        press(Qt.Key.Key_Return)

    beta = session.document[Groups].groups[1]
    assert (beta.name, beta.size, beta.sector) == expected
    session.undo()
    assert session.document is THREE


def test_a_size_that_is_no_number_is_refused_with_the_reason(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = open_workspace("room", THREE)
    page = groups_page(workspace)
    show_cell(page, 0, 1)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "many")

    with qtbot.waitSignal(session.refused) as refusal:
        press(Qt.Key.Key_Return)

    assert refusal.args == ["The number of people is a whole number from 0 to 10,000. Type digits only."]
    assert session.document is THREE


def test_alt_and_arrows_move_the_selected_group(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", THREE)
    page = groups_page(workspace)
    show_cell(page, 0, 0)
    alt = Qt.KeyboardModifier.AltModifier

    press(Qt.Key.Key_Down, alt)
    assert names(session.document) == ["Beta", "Alpha", "Gamma"]
    press(Qt.Key.Key_Down, alt)
    press(Qt.Key.Key_Down, alt)
    assert names(session.document) == ["Beta", "Gamma", "Alpha"]
    press(Qt.Key.Key_Up, alt)
    assert names(session.document) == ["Beta", "Alpha", "Gamma"]
    for _step in range(3):
        session.undo()

    assert session.document is THREE
    assert session.selection == ("a",)


def test_somebody_who_is_selected_cannot_be_moved_among_the_groups(open_workspace: OpenWorkspace) -> None:
    group, person = Group(name="Table 1"), Participant(code="P1")
    workspace, session = open_workspace("room", Document().put(Groups(groups=(group,), participants=(person,))))
    session.select(person.id)

    enabled = {made.objectName(): made.isEnabled() for made in workspace.window_actions}
    assert not any(enabled[name] for name in ("move_up", "move_down"))
    assert enabled["put_in_group"]
    assert enabled["delete_selected"]


def test_deleting_a_group_says_what_goes_along(open_workspace: OpenWorkspace) -> None:
    document = THREE.put(Ratings(ratings=(Rating(subject="b", group="a", impact=4.0), Rating(subject="c", group="a"))))
    workspace, session = open_workspace("room", document)
    show_cell(groups_page(workspace), 0, 0)

    press(Qt.Key.Key_Delete)
    assert names(session.document) == ["Beta", "Gamma"]
    assert session.document[Ratings].ratings == ()
    assert session.history.undo_label == "Delete group (2 ratings)"
    session.undo()

    assert session.document is document


def test_the_inspector_changes_the_selected_group(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = open_workspace("room", THREE)
    inspector = workspace.inspector
    assert inspector is not None
    qtbot.addWidget(inspector)
    inspector.show()
    session.select("b")
    line = next(line for line in inspector.findChildren(QLineEdit) if line.text() == "Beta")

    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Bord B")

    assert names(session.document) == ["Alpha", "Bord B", "Gamma"]


def test_the_room_speaks_norwegian(open_workspace: OpenWorkspace) -> None:
    with speaking("nb"):
        workspace, _session = open_workspace("room", THREE)
        page = groups_page(workspace)

    assert page.sum.text() == "3 grupper, 15 deltakere i alt"
    assert workspace.accessibleName() == "Rommet"


def test_a_room_without_groups_says_how_to_begin(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = open_workspace("room", None)
    page = groups_page(workspace)
    add, sample = page.blank.findChildren(QPushButton)
    assert not page.list.isVisible()

    with qtbot.waitSignal(workspace.wants_sample):
        qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(focused(), "Table 1")
    press(Qt.Key.Key_Return)

    assert page.list.isVisible()
    assert not page.blank.isVisible()
    session.undo()
    assert page.blank.isVisible()


def test_groups_are_pasted_from_a_table(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("room", THREE)
    groups_page(workspace).entry.setFocus()
    QApplication.clipboard().setText("Delta\t9\tHealth, state\nEpsilon\t\t\n")

    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    added = session.document[Groups].groups[3:]
    assert [(group.name, group.size, group.sector) for group in added] == [
        ("Delta", 9, "Health, state"), ("Epsilon", None, "")
    ]  # fmt: skip
    session.undo()
    assert session.document is THREE
