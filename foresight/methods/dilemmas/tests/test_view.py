"""The window of the dilemmas as a person uses it: typing the deck, keying in the rounds, quotes, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.methods.dilemmas.tests.rooms import gathering, room
from foresight.methods.dilemmas.view import DilemmasWorkspace
from foresight.methods.dilemmas.view_counts import CountsView
from foresight.methods.dilemmas.view_panel import Panel
from foresight.methods.dilemmas.view_patterns import PatternsView
from foresight.methods.dilemmas.view_quotes import QuotesView
from foresight.methods.dilemmas.view_tally import TallyView
from foresight.model.cards import Card, Cards, vote_of
from foresight.model.quotes import Quotes

OpenWorkspace = Callable[[str, Document | None], tuple[DilemmasWorkspace, Session]]
Key = Qt.Key
DECK, TALLY, PATTERNS, MAP, COUNTS, QUOTES = range(6)


class Typist:
    """Presses keys on a widget and counts them."""

    def __init__(self, qtbot: QtBot, tally: TallyView) -> None:
        self.qtbot, self.tally, self.count = qtbot, tally, 0

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            self.count += 1
            self.qtbot.keyClick(self.tally.grid, key)


@pytest.fixture
def tally_of(qtbot: QtBot, open_workspace: OpenWorkspace) -> Callable[[Document], tuple[TallyView, Session]]:
    def opened(document: Document) -> tuple[TallyView, Session]:
        workspace, session = open_workspace("dilemmas", document)
        workspace.show_view(TALLY)
        assert isinstance(workspace.view, TallyView)
        workspace.view.grid.setFocus()
        return workspace.view, session

    return opened


TallyOf = Callable[[Document], tuple[TallyView, Session]]


def test_a_sheet_takes_at_most_forty_keystrokes(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, session = tally_of(room())
    typist = Typist(qtbot, tally)
    skipped = {1, 8, 15, 16, 18, 20}
    for at in range(21):
        typist.press(Key.Key_Return if at in skipped else "ab"[at % 2])
    part = session.document[Cards]
    assert typist.count <= 40
    assert len(part.selections) == len(part.votes) == 15
    assert {vote.group for vote in part.votes} == {"g1"}
    assert [vote.answer for vote in part.votes[:3]] == ["a", "a", "b"]
    assert tally.progress.text() == "Table 2: 0 of 21 cards"


def test_two_keystrokes_a_vote_and_one_step_back(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, session = tally_of(room(3))
    typist = Typist(qtbot, tally)
    typist.press(Key.Key_Down, "b")
    vote = vote_of(session.document, "g1", "k-mindset")
    assert (vote.answer if vote else "", typist.count) == ("b", 2)
    assert session.history.undo_label == "Choose card and vote"
    session.undo()
    assert session.document[Cards] == room(3)[Cards]


def test_the_last_card_leads_to_the_next_group(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, session = tally_of(room(2))
    tally.grid.setCurrentIndex(tally.grid.model().index(20, 1))
    Typist(qtbot, tally).press("x")
    at = tally.grid.currentIndex()
    assert (at.row(), at.column()) == (0, 2)
    assert [one.card for one in session.document[Cards].selections] == ["k-structure"]


def test_rounds_are_typed_apart(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, session = tally_of(room(3))
    typist = Typist(qtbot, tally)
    qtbot.mouseClick(tally.rounds.button(0), Qt.MouseButton.LeftButton)
    typist.press("x", "x", Key.Key_Up, Key.Key_Delete)
    qtbot.mouseClick(tally.rounds.button(2), Qt.MouseButton.LeftButton)
    typist.press("b", "+", "-")
    part = session.document[Cards]
    assert [one.card for one in part.nominations] == ["k-change"]
    assert part.selections == ()
    assert [vote.answer for vote in part.votes] == ["b", "both", "none"]
    index = tally.grid.model().index
    assert [index(row, 1).data() for row in range(3)] == ["B", "+", "−"]
    assert index(0, 0).data() == "0 : 1"


def test_a_vote_is_seen_to_count(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, _session = tally_of(gathering())
    qtbot.mouseClick(tally.rounds.button(2), Qt.MouseButton.LeftButton)
    tally.grid.setCurrentIndex(tally.grid.model().index(5, 12))
    assert tally.said.text().endswith(
        "All 12 groups that voted chose “The division into sectors stands in the way of innovation”."
    )
    Typist(qtbot, tally).press("b", Key.Key_Up)
    assert "11 of 12 groups (92%) chose" in tally.said.text()


def test_after_the_discussion_the_most_disputed_stands_first(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", gathering())
    workspace.vote_again()
    tally = workspace.view
    assert isinstance(tally, TallyView)
    rows = [tally.grid.cells.cells.rows[row] for row in range(3)]
    assert rows == ["3 Driven by employees or leaders", "9 Regulation", "10 Frames and capacity"]
    Typist(qtbot, tally).press("a")
    second = vote_of(session.document, "g1", "k-driven", 2)
    assert second is not None
    assert [tally.grid.cells.cells.rows[row] for row in range(3)] == rows
    assert tally.grid.model().index(0, 0).data() == "6 : 6 → 1 : 0"


def test_what_a_group_said_about_its_vote(qtbot: QtBot, tally_of: TallyOf) -> None:
    tally, session = tally_of(gathering())
    tally.grid.setCurrentIndex(tally.grid.model().index(5, 1))
    qtbot.keyClicks(tally.comment.line, "It goes all the way up")
    vote = vote_of(session.document, "g1", "k-silos")
    assert vote is not None
    assert vote.comment == "It goes all the way up"
    tally.grid.setCurrentIndex(tally.grid.model().index(0, 1))
    assert (tally.comment.isEnabled(), tally.comment.line.text()) == (False, "")
    session.undo()
    assert session.document == gathering()


def test_without_groups_one_is_sent_to_them(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("dilemmas", room(0))
    workspace.show_view(TALLY)
    tally = workspace.view
    assert isinstance(tally, TallyView)
    with qtbot.waitSignal(workspace.wants_method) as sent:
        tally.no_groups.click()
    assert sent.args == ["room"]


def test_from_nothing_to_the_deck_and_a_card_of_ones_own(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", None)
    (begin,) = [one for one in workspace.findChildren(QPushButton) if one.text() == "Add the ready-made deck"]
    begin.click()
    assert len(session.document[Cards].cards) == 21
    assert not workspace.is_deck_lacking()
    workspace.add_card()
    workspace.entry.category.box.setCurrentIndex(2)
    workspace.entry.category.box.activated.emit(2)
    qtbot.keyClicks(workspace.entry.line, "Law / It helps / It stops us / or so")
    qtbot.keyClick(workspace.entry.line, Key.Key_Return)
    card = session.document[Cards].cards[-1]
    steering = session.document[Cards].categories[1].id
    assert (card.title, card.a, card.b, card.category) == ("Law", "It helps", "It stops us / or so", steering)
    session.undo()
    session.undo()
    assert session.document == Document(doc_id=session.document.doc_id)


def test_a_deck_is_pasted_from_a_spreadsheet(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", room(2))
    assert isinstance(workspace, DilemmasWorkspace)
    QApplication.clipboard().setText("Law\tIt helps\tIt stops us\nMoney\t\tIt is late")
    qtbot.keyClick(workspace.entry.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(card.title, card.a, card.b) for card in session.document[Cards].cards[-2:]] == [
        ("Law", "It helps", "It stops us"),
        ("Money", "", "It is late"),
    ]
    session.undo()
    assert session.document == room(2)


def test_quotes_are_taken_down_beside_their_card(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", room())
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    session.select("k-silos")
    (field,) = panel.forms[Card].findChildren(QuotesField)
    qtbot.keyClicks(field.entry, "Each silo shines")
    qtbot.keyClick(field.entry, Key.Key_Return)
    panel.render_selection(session.document, session.selection)
    (quote,) = session.document[Quotes].quotes
    assert (quote.text, quote.about, quote.consent) == ("Each silo shines", "k-silos", False)
    field.rows[0].consent.box.click()
    assert session.document[Quotes].quotes[0].consent
    session.select("k-law")
    assert field.rows == []
    session.select("k-silos")
    field.rows[0].delete.click()
    assert session.document[Quotes].quotes == ()


def test_counts_in_a_table_and_in_words(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", gathering())
    workspace.show_view(COUNTS)
    view = workspace.view
    assert isinstance(view, CountsView)
    shown = [view.list.model.index(8, column).data() for column in range(7)]
    assert shown == ["9 Regulation", "0", "11", "−92%", "6 : 5 → 3 : 8", "0.55", "Clear majority"]
    session.select("k-unlearning")
    assert view.said.text().startswith("“Unlearning of old practice” was nominated by 10 of 12 groups (83%)")


def test_orders_of_the_bars(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("dilemmas", gathering())
    workspace.show_view(PATTERNS)
    view = workspace.view
    assert isinstance(view, PatternsView)
    assert [tally.number for tally in view.bars.held] == [3, 10, 9, 6, 16]
    view.order.setFocus()
    qtbot.keyClick(view.order, Key.Key_Down)
    assert [tally.number for tally in view.bars.held] == [6, 3, 10, 9, 16]
    assert view.said.text() == (
        "Shared agenda: “Silos”, “Frames and capacity” and “Regulation”. "
        "A fight worth having: “Driven by employees or leaders”."
    )


def test_all_quotes_are_typed_and_agreed_to_in_one_list(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", room())
    workspace.show_view(QUOTES)
    view = workspace.view
    assert isinstance(view, QuotesView)
    view.entry.about.box.setCurrentIndex(6)
    view.entry.about.box.activated.emit(6)
    for text in ("It moves nobody", "Nor us"):
        qtbot.keyClicks(view.entry.line, text)
        qtbot.keyClick(view.entry.line, Key.Key_Return)
    assert [quote.about for quote in session.document[Quotes].quotes] == ["k-silos", "k-silos"]
    rows = [[view.list.model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [["It moves nobody", "Silos (card)", "", "No"], ["Nor us", "Silos (card)", "", "No"]]
    view.list.table.selectRow(1)
    workspace.let_print()
    assert [quote.consent for quote in session.document[Quotes].quotes] == [False, True]
    assert view.said.text() == "2 quotes; 1 may be printed."
    qtbot.keyClick(view.list.table, Key.Key_Delete)
    assert [quote.text for quote in session.document[Quotes].quotes] == ["It moves nobody"]
    for _step in range(4):
        session.undo()
    assert session.document == room()
    assert (view.nothing.isVisible(), view.list.isVisible()) == (True, False)


def test_quotes_can_be_typed_before_there_are_cards(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("dilemmas", None)
    workspace.show_view(QUOTES)
    view = workspace.view
    assert isinstance(view, QuotesView)
    view.entry.consent.box.click()
    qtbot.keyClicks(view.entry.line, "Begin")
    qtbot.keyClick(view.entry.line, Key.Key_Return)
    assert [(quote.text, quote.about, quote.consent) for quote in session.document[Quotes].quotes] == [
        ("Begin", None, True)
    ]
