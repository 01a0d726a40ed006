"""The window of the oracle, driven as a person does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QStackedWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document, Id
from foresight.core.methods import discover
from foresight.kit.cards import MIME
from foresight.kit.inspector import Inspector
from foresight.kit.session import Session
from foresight.kit.stack import Stack
from foresight.kit.table import ListView
from foresight.kit.workspace import Workspace
from foresight.methods.oracle.tests.test_analysis import asked
from foresight.methods.oracle.view import OracleWorkspace, QuestionEntry
from foresight.methods.oracle.view_answers import AnswersView, Findings
from foresight.methods.oracle.view_panel import AnswersField
from foresight.methods.oracle.view_wall import Wall
from foresight.model.oracle import Oracle, Question, Theme
from foresight.model.scenarios import Scenario, Scenarios, change_scenario
from tests.looking import clipped

Open = Callable[[str, Document | None], tuple[Workspace, Session]]


def question(session: Session, wanted: Id) -> Question:
    found = session.document.find(wanted, Question)
    assert found is not None
    return found


def wall_of(workspace: Workspace) -> Wall:
    assert isinstance(workspace.view, Wall)
    return workspace.view


def stack_of(workspace: Workspace, theme: Id | None) -> Stack:
    return next(column.stack for column in wall_of(workspace).columns if column.stack.theme == theme)


def at_card(workspace: Workspace, theme: Id | None, card: Id) -> Stack:
    """The stack of a theme with the focus on a card."""
    stack = stack_of(workspace, theme)
    stack.setFocus()
    assert stack.go_to(card)
    return stack


def shown(workspace: Workspace) -> dict[str, list[Id]]:
    """The names and cards of the columns."""
    return {column.name.text(): [each.id for each in column.stack.cards.held] for column in wall_of(workspace).columns}


def editor() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_questions_are_typed_one_after_the_other(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", None)
    assert workspace.is_empty(session.document)
    qtbot.keyClick(workspace, Qt.Key.Key_Insert)
    entry = workspace.findChild(QuestionEntry)
    assert isinstance(entry, QuestionEntry)
    assert entry.line.hasFocus()
    for text in ("What did you stop doing?", "Who is at work?"):
        qtbot.keyClicks(entry.line, text)
        qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert [each.text for each in session.document[Oracle].questions] == ["What did you stop doing?", "Who is at work?"]
    assert list(shown(workspace)) == ["No theme"]
    session.undo()
    session.undo()
    assert workspace.is_empty(session.document)


def test_new_questions_go_to_the_chosen_theme(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    entry = workspace.findChild(QuestionEntry)
    assert isinstance(entry, QuestionEntry)
    entry.theme.box.setFocus()
    qtbot.keyClick(entry.theme.box, Qt.Key.Key_Down)
    qtbot.keyClicks(entry.line, "Whose data?")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert session.document[Oracle].questions[-1].themes == ("data",)


def test_control_and_an_arrow_carries_a_card(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    stack = at_card(workspace, "data", "q1")
    qtbot.keyClick(stack, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert question(session, "q1").themes == ("work",)
    beside = stack_of(workspace, "work")
    assert beside.hasFocus()
    assert beside.card == "q1"
    qtbot.keyClick(beside, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert question(session, "q1").themes == ("data",)
    session.undo()
    session.undo()
    assert question(session, "q1").themes == ("data",)
    assert session.document == asked_like(session)


def asked_like(session: Session) -> Document:
    """asked(), as the same document."""
    return Document(asked().slices, doc_id=session.document.doc_id)


def test_arrows_walk_the_columns(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    stack = at_card(workspace, "data", "q2")
    qtbot.keyClick(stack, Qt.Key.Key_Down)
    assert session.selection == ("q1",)
    qtbot.keyClick(stack, Qt.Key.Key_Right)
    assert stack_of(workspace, "work").hasFocus()
    assert session.selection == ("q2",)
    assert session.history.undo_label is None


def test_plus_and_minus_vote(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    stack = at_card(workspace, "data", "q1")
    qtbot.keyClicks(stack, "+++")
    assert question(session, "q1").votes == 6
    assert shown(workspace)["Data"] == ["q1", "q2"]
    assert stack.card == "q1"
    qtbot.keyClicks(stack, "-")
    assert question(session, "q1").votes == 5
    session.undo()
    assert question(session, "q1").votes == 3


def drop(source: Stack, target: Stack, card: Id) -> None:
    data = QMimeData()
    data.setData(MIME, card.encode())
    nothing, move = Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction

    class Drop(QDropEvent):
        """As the window system sends it: the source of a drag is known to it alone."""

        def source(self) -> Stack:
            return source

    target.dropEvent(Drop(QPointF(20, 20), move, data, Qt.MouseButton.LeftButton, nothing))


def test_a_card_is_dropped_on_another_theme(open_workspace: Open) -> None:
    workspace, session = open_workspace("oracle", asked())
    drop(stack_of(workspace, "data"), stack_of(workspace, "work"), "q1")
    assert question(session, "q1").themes == ("work",)
    drop(stack_of(workspace, None), stack_of(workspace, "data"), "q4")
    assert question(session, "q4").themes == ("data",)
    assert list(shown(workspace)) == ["Data", "Work"]
    session.undo()
    session.undo()
    assert session.document == asked_like(session)
    assert list(shown(workspace)) == ["No theme", "Data", "Work"]


def test_what_is_dragged_is_the_card(open_workspace: Open) -> None:
    workspace, _session = open_workspace("oracle", asked())
    cards = stack_of(workspace, "data").cards
    assert bytes(cards.mimeData([cards.index(1)]).data(MIME).data()) == b"q1"
    assert cards.flags(cards.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_double_click_changes_the_text_in_place(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    stack = at_card(workspace, "data", "q1")
    place = stack.visualRect(stack.currentIndex()).center()
    qtbot.mouseClick(stack.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(stack.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(editor(), QPlainTextEdit)
    qtbot.keyClicks(editor(), "Did data flow freely?")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert question(session, "q1").text == "Did data flow freely?"
    session.undo()
    assert question(session, "q1").text == "Did data flow?"


def test_delete_and_undo(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    stack = at_card(workspace, "work", "q3")
    qtbot.keyClick(stack, Qt.Key.Key_Delete)
    assert shown(workspace)["Work"] == ["q2", "q5"]
    assert session.history.undo_label == "Delete question"
    session.undo()
    assert shown(workspace)["Work"] == ["q2", "q3", "q5"]


def test_a_theme_is_added_named_and_deleted(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(workspace, Qt.Key.Key_N, both)
    qtbot.keyClicks(editor(), "Trust")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert [theme.name for theme in session.document[Oracle].themes] == ["Data", "Work", "Trust"]
    qtbot.keyClick(editor(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [theme.name for theme in session.document[Oracle].themes] == ["Data", "Work"]
    for _ in range(3):
        session.undo()
    assert session.document == asked_like(session)


def test_deleting_a_theme_keeps_its_questions(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    wall_of(workspace).show_theme("data")
    assert session.selection == ("data",)
    qtbot.keyClick(editor(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert shown(workspace) == {"No theme": ["q1", "q4"], "Work": ["q2", "q3", "q5"]}
    session.undo()
    assert list(shown(workspace)) == ["No theme", "Data", "Work"]


def test_answers_are_typed_into_the_table(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    workspace.show_view(1)
    assert isinstance(workspace.view, AnswersView)
    grid = workspace.view.answers
    assert grid.cells.cells.rows[0] == "Who shares? (5)"
    assert list(grid.cells.cells.columns) == ["The leap", "Scenario B"]
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(1, 1))
    assert session.selection == ("q3",)
    qtbot.keyClick(grid, Qt.Key.Key_F)
    qtbot.keyClicks(editor(), "ew of us")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert question(session, "q3").answers == {"leap": "Many", "paths": "few of us"}
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert question(session, "q3").answers == {"leap": "Many"}
    session.undo()
    session.undo()
    assert session.document == asked_like(session)


def test_without_worlds_the_answers_say_what_is_missing(open_workspace: Open) -> None:
    workspace, _session = open_workspace("oracle", Document().put(Oracle(questions=(Question(text="Who?"),))))
    workspace.show_view(1)
    assert isinstance(workspace.view, AnswersView)
    assert workspace.view.hint.isVisible()
    assert not workspace.view.answers.isVisible()


def test_the_list_changes_votes(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    workspace.show_view(2)
    assert isinstance(workspace.view, ListView)
    table = workspace.view.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(editor(), "8")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: question(session, "q1").votes == 8)
    session.undo()
    assert question(session, "q1").votes == 3


def test_the_list_refuses_votes_that_are_no_number(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    workspace.show_view(2)
    assert isinstance(workspace.view, ListView)
    model = workspace.view.model
    with qtbot.waitSignal(session.refused) as said:
        assert not model.setData(model.index(0, 4), "many")
    assert said.args == ["Votes are a whole number, such as 7."]
    assert question(session, "q1").votes == 3


def test_the_list_keeps_long_questions_whole(open_workspace: Open) -> None:
    workspace, session = open_workspace("oracle", asked())
    workspace.show_view(2)
    assert isinstance(workspace.view, ListView)
    model = workspace.view.model
    assert model.setData(model.index(0, 0), "long " * 70)
    assert question(session, "q1").text == ("long " * 70).strip()


def test_findings(open_workspace: Open) -> None:
    workspace, _session = open_workspace("oracle", asked())
    workspace.show_view(3)
    assert isinstance(workspace.view, Findings)
    drivers, worlds = workspace.view.drivers.cells.cells, workspace.view.worlds.cells.cells
    assert list(drivers.rows) == ["Tech", "Trust", "Age"]
    assert [drivers.text(0, column) for column in range(4)] == ["2", "10", "1", "Critical uncertainty"]
    assert [worlds.text(row, 0) for row in range(2)] == ["3 of 5", "2 of 5"]
    assert list(workspace.view.open.cells.cells.rows) == ["Did data flow?", "What did you stop doing?"]


def test_findings_are_readable_in_a_small_window(open_workspace: Open) -> None:
    workspace, _session = open_workspace("oracle", asked())
    workspace.show_view(3)
    workspace.resize(544, 600)
    QApplication.processEvents()
    assert workspace.view is not None
    assert not list(clipped(workspace.view))


def test_the_panel_writes_an_answer(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    qtbot.addWidget(panel)
    panel.show()
    session.select("q1")
    answers = panel.findChild(AnswersField)
    assert isinstance(answers, AnswersField)
    qtbot.keyClicks(answers.fields["leap"].text, "Yes, it did")
    assert question(session, "q1").answers == {"leap": "Yes, it did"}
    session.undo()
    assert question(session, "q1").answers == {}
    assert answers.fields["leap"].text.toPlainText() == ""


def test_without_worlds_the_panel_has_no_heading_for_answers(themed: QApplication) -> None:
    field = AnswersField()
    for worlds, is_hidden in (((), True), ((Scenario(name="The leap"),), False), ((), True)):
        field.show_document(Document().put(Scenarios(scenarios=worlds)))
        assert field.title.isHidden() is is_hidden


def test_a_new_world_gets_its_field_and_its_mark(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    qtbot.addWidget(panel)
    session.select("q1")
    worlds = session.document[Scenarios].scenarios
    session.open(session.document.put(Scenarios(scenarios=(*worlds, Scenario(id="third", name="Third")))))
    session.select("q1")
    answers = panel.findChild(AnswersField)
    assert isinstance(answers, AnswersField)
    assert list(answers.fields) == ["leap", "paths", "third"]
    assert "Third" in [label.text() for label in wall_of(workspace).findChildren(QLabel)]


@pytest.mark.parametrize("text", ["<b>bold</b> & <img src=x>", "Tom & Jerry?"])
def test_user_text_is_no_markup(open_workspace: Open, text: str) -> None:
    document = Document().put(Oracle(themes=(Theme(name=text),), questions=(Question(text=text),)))
    workspace, _session = open_workspace("oracle", document)
    assert [column.name.text() for column in wall_of(workspace).columns] == ["No theme", text]
    cards = stack_of(workspace, None).cards
    assert cards.data(cards.index(0)) == text
    labels = wall_of(workspace).findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())


def test_the_wall_goes_to_a_question_that_was_found_elsewhere(open_workspace: Open) -> None:
    questions = tuple(Question(id=f"q{i}", text=f"Question {i}?", themes=("t",)) for i in range(60))
    document = Document().put(Oracle(themes=(Theme(id="t", name="T"),), questions=questions))
    workspace, session = open_workspace("oracle", document)
    stack = stack_of(workspace, "t")
    session.select("q59")
    assert stack.card == "q59"
    assert stack.viewport().rect().contains(stack.visualRect(stack.currentIndex()).center())


def test_the_keyboard_begins_on_the_wall(themed: QApplication, qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(QWidget())
    with qtbot.waitActive(pages):
        pages.show()
        pages.activateWindow()
    method = next(method for method in discover() if method.id == "oracle")
    workspace = OracleWorkspace(Session(asked()), method)
    pages.addWidget(workspace)
    pages.setCurrentWidget(workspace)
    workspace.take_focus()
    assert wall_of(workspace).isAncestorOf(editor())


def test_the_key_wraps_where_room_is_short(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    key = wall_of(workspace).key

    def rows() -> int:
        return len({entry.y() for entry in key.entries})

    qtbot.waitUntil(lambda: rows() == 1)
    for world in session.document[Scenarios].scenarios:
        session.do(change_scenario(world.id, name="A world with a name so long that nobody wants to read all of it"))
    workspace.resize(560, 600)
    qtbot.waitUntil(lambda: rows() > 1)
    assert not list(clipped(key))


def test_cards_speak(open_workspace: Open) -> None:
    workspace, _session = open_workspace("oracle", asked())
    cards = stack_of(workspace, "data").cards
    spoken = [cards.data(cards.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == [
        "Who shares? (5 votes; answered in The leap and Scenario B)",
        "Did data flow? (3 votes; not answered yet)",
    ]


def test_two_hundred_questions_under_one_theme(open_workspace: Open, qtbot: QtBot) -> None:
    questions = tuple(Question(id=f"q{i}", text=f"Question {i}? " * 20, themes=("t",)) for i in range(200))
    workspace, _session = open_workspace(
        "oracle", Document().put(Oracle(themes=(Theme(id="t", name="T"),), questions=questions))
    )
    stack = at_card(workspace, "t", "q199")
    qtbot.keyClicks(stack, "+")
    assert stack.cards.held[0].id == "q199"
    assert stack.currentIndex().row() == 0


def test_reading_only(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("oracle", asked())
    session.read_only = True
    workspace.render_document(session.document)
    stack = at_card(workspace, "data", "q1")
    with qtbot.waitSignal(session.refused):
        qtbot.keyClicks(stack, "+")
    assert question(session, "q1").votes == 3
    assert not stack.cards.flags(stack.cards.index(0)) & Qt.ItemFlag.ItemIsEditable
