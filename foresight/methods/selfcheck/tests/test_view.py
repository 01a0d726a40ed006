"""The window of the self-check as a person uses it: the deck, ratings with one key each, the picture, undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.methods.selfcheck.model import SelfCheck, rating_of
from foresight.methods.selfcheck.tests.rooms import rated, room
from foresight.methods.selfcheck.view import ADVICE, STRIPS, SelfCheckWorkspace
from foresight.methods.selfcheck.view_ratings import RatingsView
from foresight.methods.selfcheck.view_strips import StripsView
from foresight.model.groups import Groups

Opened = tuple[SelfCheckWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None) -> Opened:
    workspace, session = open_workspace("selfcheck", document)
    assert isinstance(workspace, SelfCheckWorkspace)
    return workspace, session


def ratings(workspace: SelfCheckWorkspace) -> RatingsView:
    assert isinstance(workspace.view, RatingsView)
    return workspace.view


def test_the_ready_made_advice_comes_with_a_button_and_may_be_added_to(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, None)
    empty = workspace.stack.currentWidget()
    assert isinstance(empty, EmptyState)
    QTest.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert len(session.document[SelfCheck].advice) == 21
    assert not workspace.is_deck_lacking()
    workspace.add()
    QTest.keyClicks(workspace.entry, "We say no in time.")
    QTest.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert session.document[SelfCheck].advice[-1].text == "We say no in time."
    session.undo()
    session.undo()
    assert session.document[SelfCheck].advice == ()


def test_a_sheet_is_one_key_a_sentence(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, room(2))
    grid = ratings(workspace).grid
    QTest.keyClicks(grid, "345671")
    values = [one.value for one in session.document[SelfCheck].ratings]
    assert values == [3, 4, 5, 1]
    assert {one.group for one in session.document[SelfCheck].ratings} == {"g1"}
    assert grid.currentIndex().row() == 4
    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert rating_of(session.document, "g1", "a-trying") is None
    assert grid.currentIndex().row() == 3
    session.undo()
    assert rating_of(session.document, "g1", "a-trying") is not None


def test_the_last_sentence_leads_to_the_next_table(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, room(2))
    grid = ratings(workspace).grid
    grid.setCurrentIndex(grid.model().index(20, 1))
    QTest.keyClicks(grid, "25")
    last, first = session.document[SelfCheck].ratings
    assert (last.group, last.advice, last.value) == ("g1", "a-backing", 2)
    assert (first.group, first.advice, first.value) == ("g2", "a-language", 5)


def test_a_rating_is_seen_to_count(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, rated({"Trust": (4, 4), "Silos": (1, 2, 5)}))
    view = ratings(workspace)
    view.grid.setCurrentIndex(view.grid.model().index(0, 3))
    assert view.said.text() == "Trust.\n2 groups rated so far: 4, 4."
    QTest.keyClicks(view.grid, "1")
    QTest.keyClick(view.grid, Qt.Key.Key_Up)
    assert view.said.text() == "Trust.\n2 of 3 groups rate it 4 or 5; median 4, and they see it differently."
    assert view.grid.model().index(0, 0).data() == "4"


def test_the_picture_has_the_most_disputed_first_or_the_weakest(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, rated({"Trust": (1, 1, 1), "Silos": (1, 5, 5)}))
    workspace.show_view(STRIPS)
    view = workspace.view
    assert isinstance(view, StripsView)
    assert not workspace.entry.isVisible()
    assert view.said.text().endswith("It fits least that: “Trust” (median 1).")
    before = view.figure.figure.grab().toImage()
    QTest.keyClick(view.order, Qt.Key.Key_Down)
    assert view.order.currentText() == "Weakest first"
    assert view.figure.figure.grab().toImage() != before


def test_without_groups_the_view_leads_to_the_room(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, room().put(Groups()))
    asked: list[str] = []
    workspace.wants_method.connect(asked.append)
    QTest.mouseClick(ratings(workspace).no_groups, Qt.MouseButton.LeftButton)
    assert asked == ["room"]


def test_advice_is_moved_and_deleted_with_its_ratings(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, rated({"Trust": (4, 4), "Silos": (1,)}))
    workspace.show_view(ADVICE)
    session.select("Trust")
    workspace.move_later()
    assert [one.id for one in session.document[SelfCheck].advice] == ["Silos", "Trust"]
    workspace.delete_selected()
    assert session.history.undo_label == "Delete advice (2 ratings)"
    assert len(session.document[SelfCheck].ratings) == 1
