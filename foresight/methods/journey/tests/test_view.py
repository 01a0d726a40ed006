"""The window of the change journey as a person uses it: placing by keys and mouse, answers, phases, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.kit.session import Session
from foresight.methods.journey.model import DeepDive, Journey, Level, placement_of
from foresight.methods.journey.placing import level_typed, sheet_of
from foresight.methods.journey.tests.rooms import PHASES, gathering, placed, room
from foresight.methods.journey.view import ANSWERS, JourneyWorkspace
from foresight.methods.journey.view import PHASES as PHASES_VIEW
from foresight.methods.journey.view_answers import AnswersView
from foresight.methods.journey.view_matrix import CountsView, MatrixView
from foresight.methods.journey.view_panel import AnswerForm, CardNotes, Panel
from foresight.methods.journey.view_phases import PhasesView
from foresight.methods.journey.view_place import PlaceView
from foresight.model.cards import Card, Cards, select_card
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes

OpenWorkspace = Callable[[str, Document | None], tuple[JourneyWorkspace, Session]]
Key = Qt.Key
MATRIX, COUNTS = 1, 2


@pytest.fixture
def sheet_opened(open_workspace: OpenWorkspace) -> Callable[[Document], tuple[PlaceView, Session]]:
    def opened(document: Document) -> tuple[PlaceView, Session]:
        workspace, session = open_workspace("journey", document)
        view = workspace.view
        assert isinstance(view, PlaceView)
        view.grid.setFocus()
        return view, session

    return opened


SheetOpened = Callable[[Document], tuple[PlaceView, Session]]


def press(qtbot: QtBot, view: PlaceView, *keys: str | Qt.Key) -> int:
    for key in keys:
        qtbot.keyClick(view.grid, key)
    return len(keys)


def lying(session: Session, group: str, card: str, level: Level) -> str:
    """The numbers of the phases in which a card lies."""
    held = placement_of(session.document, group, card, level)
    return "".join(str(PHASES.index(phase) + 1) for phase in held.phases) if held else ""


# Placing


def test_a_level_and_two_digits_place_a_card_over_phases(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(room())
    press(qtbot, view, "s", "2", "4", Key.Key_Return, "c", "5", "3", Key.Key_Return, "1")
    assert lying(session, "g1", "silos", "systemic") == "234"
    assert lying(session, "g1", "law", "cultural") == "345"
    assert lying(session, "g1", "spread", "cultural") == "1"
    assert view.progress.text() == "3 of 4 cards placed"
    assert [view.grid.model().index(0, at).data() for at in range(5)] == ["", "S", "S", "S", ""]
    session.undo()
    session.undo()
    assert lying(session, "g1", "law", "cultural") == ""
    assert lying(session, "g1", "silos", "systemic") == "234"
    session.undo()
    assert session.document == room()


def test_a_sheet_of_fifteen_cards_takes_four_keys_a_card(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    deck = {f"c{n}": f"Topic {n}" for n in range(15)}
    view, session = sheet_opened(room(2, cards=deck))
    typed = sum(press(qtbot, view, "psc"[n % 3], "1", "3", Key.Key_Return) for n in range(15))
    assert typed == 60
    assert len(session.document[Journey].placements) == 15
    assert {one.group for one in session.document[Journey].placements} == {"g1"}
    assert view.grid.group == "g2"


def test_single_phases_come_and_go_and_delete_takes_the_card_off(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(room())
    press(qtbot, view, "x", Key.Key_Right, Key.Key_Right, "x", Key.Key_Right, Key.Key_Space)
    assert lying(session, "g1", "silos", "project") == "134"
    press(qtbot, view, "x")
    assert lying(session, "g1", "silos", "project") == "13"
    press(qtbot, view, "9", "s", "2", Key.Key_Delete)
    assert lying(session, "g1", "silos", "systemic") == ""
    assert lying(session, "g1", "silos", "project") == "13"


def test_two_digits_on_two_cards_are_two_placements(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(room())
    press(qtbot, view, "2", Key.Key_Down, "4")
    assert (lying(session, "g1", "silos", "project"), lying(session, "g1", "law", "project")) == ("2", "4")
    press(qtbot, view, "1", "3")
    assert lying(session, "g1", "law", "project") == "3"


def test_dragging_over_cells_places_the_card_there(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(room())
    port = view.grid.viewport()

    def middle(row: int, column: int) -> QPoint:
        return view.grid.visualRect(view.grid.model().index(row, column)).center()

    view.turn_to("systemic")
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(1, 1))
    qtbot.mouseMove(port, middle(1, 2))
    qtbot.mouseMove(port, middle(1, 3))
    assert view.grid.is_dragged(1, 2, "systemic")
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(1, 3))
    assert lying(session, "g1", "law", "systemic") == "234"
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=middle(0, 0))
    assert lying(session, "g1", "silos", "systemic") == ""
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=middle(1, 1))
    assert lying(session, "g1", "law", "systemic") == "34"
    session.undo()
    session.undo()
    assert session.document == room()


def test_a_group_sees_the_cards_that_it_chose_and_walks_to_the_next(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(select_card("g1", "law").apply(room()))
    assert list(view.grid.cells.cells.rows) == ["2 Regulation"]
    press(qtbot, view, "p", "1", "+")
    assert len(view.grid.cells.cells.rows) == 4
    press(qtbot, view, "2", "-")
    assert view.grid.group == "g1"
    assert lying(session, "g2", "silos", "project") == "2"
    view.whole.click()
    assert len(view.grid.cells.cells.rows) == 4


def test_why_a_card_lies_there(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(placed(room(), "silos", "12"))
    view.note.line.setFocus()
    qtbot.keyClicks(view.note.line, "It is everywhere")
    held = placement_of(session.document, "g1", "silos", "project")
    assert held is not None
    assert held.note == "It is everywhere"
    press(qtbot, view, "s")
    assert (view.note.isEnabled(), view.note.line.text()) == (False, "")
    session.undo()
    assert session.document == placed(room(), "silos", "12")


def test_letters_mean_levels_in_both_languages() -> None:
    assert [level_typed(key) for key in "psCx"] == ["project", "systemic", "cultural", None]
    with speaking("nb"):
        assert [level_typed(key) for key in "PskC"] == ["project", "systemic", "cultural", None]


def test_a_sheet_keeps_cards_that_were_placed_though_not_chosen() -> None:
    document = placed(select_card("g1", "law").apply(room()), "silos", "12")
    sheet = sheet_of(document, "g1")
    assert [number for number, _card in sheet.cards] == [1, 2]
    assert sheet.levels["silos", PHASES[0]] == ("project",)
    assert sheet.placed == 1


# Empty, matrix, counts


def test_from_nothing_to_phases_and_what_else_is_needed(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("journey", None)
    (begin,) = [one for one in workspace.findChildren(QPushButton) if one.text() == "Use the usual phases"]
    begin.click()
    assert len(session.document[Journey].phases) == 5
    view = workspace.view
    assert isinstance(view, PlaceView)
    for missing, method in ((view.no_groups, "room"), (view.no_cards, "dilemmas")):
        with qtbot.waitSignal(workspace.wants_method) as sent:
            missing.click()
        assert sent.args == [method]
    session.undo()
    assert session.document[Journey] == Journey()


def test_the_matrix_of_one_group(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("journey", gathering())
    workspace.show_view(MATRIX)
    view = workspace.view
    assert isinstance(view, MatrixView)
    assert view.said.text().startswith("3 groups placed 3 topics. 1 of 3 topics runs through")
    high = view.tall.figure.minimumHeight()
    view.group.box.setCurrentIndex(2)
    view.group.box.activated.emit(2)
    assert view.group.chosen == "g2"
    assert view.tall.figure.minimumHeight() < high


def test_counts_in_a_table_and_in_words(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("journey", gathering())
    workspace.show_view(COUNTS)
    view = workspace.view
    assert isinstance(view, CountsView)
    shown = [[view.list.model.index(row, column).data() for column in range(9)] for row in range(3)]
    assert shown == [
        ["1", "Silos", "3", "4", "yes", "0.73", "", "3", ""],
        ["2", "Regulation", "3", "1", "", "0.17", "2", "", ""],
        ["3", "Diffusion", "1", "2", "", "", "", "", "1"],
    ]
    session.select("silos")
    assert "It is cross-cutting." in view.said.text()


# Individual answers


def test_slips_are_typed_one_after_the_other(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("journey", room())
    workspace.add_answer()
    view = workspace.view
    assert isinstance(view, AnswersView)
    qtbot.keyClicks(view.entry.code, "01-1")
    qtbot.keyClick(view.entry.code, Key.Key_Return)
    view.entry.consent.click()
    for text in ("2 Ask those who use it", "Stay with it"):
        qtbot.keyClicks(view.entry.line, text)
        qtbot.keyClick(view.entry.line, Key.Key_Return)
    view.entry.code.setFocus()
    view.entry.code.clear()
    qtbot.keyClicks(view.entry.code, "Kari N")
    qtbot.keyClicks(view.entry.line, "4 No")
    with qtbot.waitSignal(session.refused):
        qtbot.keyClick(view.entry.line, Key.Key_Return)
    first, second = session.document[Journey].deep_dives
    assert (first.text, first.phase, first.consent) == ("Ask those who use it", PHASES[1], True)
    assert (second.text, second.phase, second.consent) == ("Stay with it", None, True)
    assert not view.entry.consent.isChecked()
    assert [person.code for person in session.document[Groups].participants] == ["01-1"]
    shown = [[column.list.item(row).text() for row in range(column.list.count())] for column in view.columns]
    assert shown == [[], ["Ask those who use it  (01-1)"], [], [], [], ["Stay with it  (01-1)"]]
    session.undo()
    session.undo()
    assert session.document == room()


def test_answers_move_between_phases_and_are_deleted(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = gathering()
    workspace, session = open_workspace("journey", document)
    workspace.show_view(ANSWERS)
    view = workspace.view
    assert isinstance(view, AnswersView)
    column = view.columns[0].list
    column.setFocus()
    column.setCurrentRow(0)
    qtbot.keyClick(column, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert session.document[Journey].deep_dives[0].phase == PHASES[1]
    beside = view.columns[1].list
    assert beside.currentRow() == 0
    qtbot.keyClick(beside, Key.Key_Delete)
    assert len(session.document[Journey].deep_dives) == 2
    session.undo()
    session.undo()
    assert session.document is document


def test_the_answers_begin_with_the_card_one_was_at(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("journey", gathering())
    card = session.document[Cards].cards[-1].id
    session.select(card)
    workspace.show_view(ANSWERS)
    view = workspace.view
    assert isinstance(view, AnswersView)
    assert view.entry.card == card


def test_an_answer_becomes_a_quote_in_one_step(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = gathering()
    workspace, session = open_workspace("journey", document)
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    first, second, _third = document[Journey].deep_dives
    session.select(second.id)
    form = panel.forms[DeepDive]
    assert isinstance(form, AnswerForm)
    assert not form.take.isEnabled()
    assert not workspace.may_take()
    session.select(first.id)
    qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)
    (quote,) = session.document[Quotes].quotes
    assert (quote.text, quote.about, quote.consent) == (first.text, first.card, True)
    assert (form.take.isEnabled(), form.state.text()) == (False, "It is among the quotes, without the code.")
    session.undo()
    assert session.document is document


def test_the_panel_of_a_card_says_what_the_groups_noted(qtbot: QtBot, sheet_opened: SheetOpened) -> None:
    view, session = sheet_opened(gathering())
    press(qtbot, view, "s")
    qtbot.keyClicks(view.note.line, "Everywhere")
    panel = Panel(session)
    qtbot.addWidget(panel)
    panel.render_selection(session.document, ("silos",))
    form = panel.forms[Card]
    assert isinstance(form, CardNotes)
    assert form.notes.text() == "Table 1, systemic: Everywhere"


# Phases


def test_phases_are_typed_moved_renamed_and_reset(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("journey", room())
    workspace.show_view(PHASES_VIEW)
    view = workspace.view
    assert isinstance(view, PhasesView)
    assert not workspace.are_phases_unusual()
    qtbot.keyClicks(view.entry, "Afterwards")
    qtbot.keyClick(view.entry, Key.Key_Return)
    made = session.document[Journey].phases[-1]
    session.select(made.id)
    assert (workspace.may_move_back(), workspace.may_move_on()) == (True, False)
    workspace.move_back()
    assert [phase.name for phase in session.document[Journey].phases][-2:] == ["Afterwards", "Diffusion and operation"]
    assert view.list.model.setData(view.list.model.index(4, 1), "After")
    assert session.document[Journey].phases[4].name == "After"
    workspace.use_usual_phases()
    assert session.document == room()
    for _step in range(4):
        session.undo()
    assert session.document == room()
    session.select(PHASES[0])
    workspace.delete_selected()
    assert len(session.document[Journey].phases) == 4
