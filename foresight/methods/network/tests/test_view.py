"""The workspace as a person works in it: mouse and keys, then undo."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.network import view
from foresight.methods.network.model import NODE, move_drivers, pinned, places
from foresight.methods.network.tests.networks import FIVE, network
from foresight.methods.network.view import NetworkWorkspace, candidates
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_canvas import NetworkCanvas
from foresight.methods.network.view_lists import ListsView
from foresight.methods.network.view_loops import LoopsView
from foresight.methods.network.view_matrix import MatrixView
from foresight.model.drivers import Drivers, change_driver, link_between, set_link

OpenWorkspace = Callable[[str, Document | None], tuple[Workspace, Session]]

CANVAS, MATRIX, PLANE, LOOPS, LIST = range(5)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
Key = Qt.Key

ROW = {"a": (0.0, 0.0), "b": (300.0, 0.0), "c": (600.0, 0.0)}


def row() -> Document:
    """Three drivers beside each other, one link."""
    return move_drivers(ROW).apply(network({"ab": "+1"}, "abc"))


def opened(open_workspace: OpenWorkspace, document: Document | None, index: int = CANVAS) -> tuple[Any, Session]:
    workspace, session = open_workspace("network", document)
    assert isinstance(workspace, NetworkWorkspace)
    workspace.show_view(index)
    return workspace.view, session


def canvas_of(open_workspace: OpenWorkspace, document: Document | None = None) -> tuple[NetworkCanvas, Session]:
    board, session = opened(open_workspace, row() if document is None else document)
    assert isinstance(board, Board)
    board.canvas.setFocus()
    return board.canvas, session


def send(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    point = QPointF(at)
    event = QMouseEvent(kind, point, widget.mapToGlobal(point), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(canvas: NetworkCanvas, start: QPointF, end: QPointF) -> None:
    """Press, move in steps, release; points of the scene."""
    viewport = canvas.viewport()
    one, other = canvas.mapFromScene(start), canvas.mapFromScene(end)
    send(viewport, QEvent.Type.MouseButtonPress, one, LEFT, LEFT)
    for step in range(1, 6):
        send(viewport, QEvent.Type.MouseMove, one + (other - one) * step / 5, NONE, LEFT)
    send(viewport, QEvent.Type.MouseButtonRelease, other, LEFT, NONE)


def selected(session: Session) -> list[str]:
    return list(session.selection)


def spot(canvas: NetworkCanvas, driver: str) -> QPointF:
    return canvas.network.drivers[driver].pos()


def click(canvas: NetworkCanvas, at: QPointF) -> None:
    viewport, point = canvas.viewport(), canvas.mapFromScene(at)
    send(viewport, QEvent.Type.MouseButtonPress, point, LEFT, LEFT)
    send(viewport, QEvent.Type.MouseButtonRelease, point, LEFT, NONE)


def test_a_drag_from_the_handle_links_and_keys_grade_the_link(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    before = session.document
    drag(canvas, spot(canvas, "b") + QPointF(NODE[0] / 2, 0), spot(canvas, "c"))
    made = link_between(session.document, "b", "c")
    assert made is not None
    assert selected(session) == [made.id]
    for character in "3-dp":
        qtbot.keyClicks(canvas, character)
    graded = link_between(session.document, "b", "c")
    assert graded is not None
    assert (graded.strength, graded.sign, graded.delay, graded.potential) == (3, "-", "medium", True)
    for _step in range(5):
        session.undo()
    assert session.document is before


def test_a_drag_that_ends_nowhere_links_nothing(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    before = session.document
    drag(canvas, spot(canvas, "b") + QPointF(NODE[0] / 2, 0), QPointF(450, 200))
    drag(canvas, spot(canvas, "b") + QPointF(NODE[0] / 2, 0), spot(canvas, "b"))
    assert session.document is before


def test_a_link_is_drawn_with_keys_only(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    session.select("c")
    qtbot.keyClick(canvas, Key.Key_L)
    qtbot.keyClick(canvas, Key.Key_Left)
    qtbot.keyClick(canvas, Key.Key_Left)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert link_between(session.document, "c", "a") is not None
    session.undo()
    assert link_between(session.document, "c", "a") is None


def test_escape_leaves_linking(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    before = session.document
    session.select("c")
    qtbot.keyClick(canvas, Key.Key_L)
    qtbot.keyClick(canvas, Key.Key_Left)
    qtbot.keyClick(canvas, Key.Key_Escape)
    qtbot.keyClick(canvas, Key.Key_Left)
    assert selected(session) == ["b"]
    assert session.document is before


def test_arrows_walk_drivers_and_links(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    visited: list[str] = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(canvas, key)
        visited += session.selection
    assert visited == ["a", "b", "c", "b"]
    qtbot.keyClick(canvas, Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert selected(session) == ["ab"]
    qtbot.keyClick(canvas, Key.Key_Left)
    assert selected(session) == ["a"]


def test_a_driver_is_dragged_in_one_step_and_nothing_else_moves(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    before = session.document
    drag(canvas, spot(canvas, "b"), spot(canvas, "b") + QPointF(20, 120))
    found = places(session.document)
    assert found["b"] == pytest.approx((320, 120), abs=2)
    assert (found["a"], found["c"]) == (ROW["a"], ROW["c"])
    assert session.history.steps == ("Move driver",)
    session.undo()
    assert session.document is before
    assert spot(canvas, "b") == QPointF(300, 0)


def test_a_click_that_slips_moves_nothing(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    before = session.document
    drag(canvas, spot(canvas, "b"), spot(canvas, "b") + QPointF(1, 1))
    assert session.document is before
    assert spot(canvas, "b") == QPointF(300, 0)
    assert selected(session) == ["b"]


def test_shift_and_arrows_move_in_one_step(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    session.select("b")
    for _turn in range(3):
        qtbot.keyClick(canvas, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert places(session.document)["b"] == (300, 60)
    assert len(session.history.steps) == 1


def test_in_a_workshop_that_is_read_only_a_dragged_driver_goes_back(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    session.read_only = True
    drag(canvas, spot(canvas, "b"), spot(canvas, "b") + QPointF(0, 150))
    assert spot(canvas, "b") == QPointF(300, 0)


def test_a_click_selects_the_link_under_the_pointer(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace)
    click(canvas, canvas.network.curves["ab"].middle)
    assert selected(session) == ["ab"]
    click(canvas, QPointF(150, 250))
    assert selected(session) == []


def test_deleting_a_driver_says_what_goes_along(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace, network(FIVE))
    before, stood = session.document, places(session.document)
    session.select("c")
    qtbot.keyClick(canvas, Key.Key_Delete)
    assert session.history.undo_label == "Delete driver (6 links)"
    assert len(session.document[Drivers].links) == 4
    assert places(session.document) == {key: stood[key] for key in "abde"}
    session.undo()
    assert session.document == before


def test_double_click_renames_a_driver_and_adds_one_on_empty_ground(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    canvas, session = canvas_of(open_workspace)
    send(canvas.viewport(), QEvent.Type.MouseButtonDblClick, canvas.mapFromScene(spot(canvas, "a")), LEFT, LEFT)
    qtbot.keyClicks(canvas.editor, "Trust")
    qtbot.keyClick(canvas.editor, Key.Key_Return)
    assert [driver.title for driver in session.document[Drivers].drivers] == ["Trust", "Driver b", "Driver c"]
    send(canvas.viewport(), QEvent.Type.MouseButtonDblClick, canvas.mapFromScene(QPointF(300, 160)), LEFT, LEFT)
    qtbot.keyClicks(canvas.editor, "Silos")
    qtbot.keyClick(canvas.editor, Key.Key_Return)
    made = session.document[Drivers].drivers[-1]
    assert made.title == "Silos"
    assert places(session.document)[made.id] == pytest.approx((300, 160), abs=2)
    assert session.history.steps == ("Change driver", "Add driver")


def test_everything_stays_in_sight_until_one_looks_elsewhere(open_workspace: OpenWorkspace) -> None:
    canvas, _session = canvas_of(open_workspace, network(FIVE))

    def in_sight() -> bool:
        return canvas.mapToScene(canvas.viewport().rect()).boundingRect().contains(canvas.network.extent())

    assert in_sight()
    canvas.resize(300, 200)
    assert in_sight()
    canvas.zoom_by(3)
    canvas.resize(280, 190)
    assert not in_sight()
    canvas.fit()
    assert in_sight()


def test_an_edit_touches_only_what_it_changes(open_workspace: OpenWorkspace) -> None:
    canvas, session = canvas_of(open_workspace, network(FIVE))
    drivers, curves = dict(canvas.network.drivers), dict(canvas.network.curves)
    session.do(change_driver("a", title="Other"))
    session.do(set_link("a", "b", strength=1))
    assert canvas.network.drivers == drivers
    changed = {link for link, curve in canvas.network.curves.items() if curve is not curves[link]}
    assert changed == {"ab"}


def test_layout_keeps_pinned_drivers_and_is_undone_at_once(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("network", network(FIVE))
    assert isinstance(workspace, NetworkWorkspace)
    before = session.document
    session.select("c")
    workspace.toggle_pin()
    assert pinned(session.document) == {"c"}
    stood = places(session.document)
    workspace.arrange_by_role()
    found = places(session.document)
    assert found["c"] == stood["c"]
    assert found["a"] != stood["a"]
    session.undo()
    session.undo()
    assert session.document is before


def test_a_large_layout_is_made_in_the_background(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    names = [f"n{at}" for at in range(120)]
    workspace, session = open_workspace("network", network({}, names))
    assert isinstance(workspace, NetworkWorkspace)
    stood = places(session.document)
    with qtbot.waitSignal(workspace.runner.done, timeout=20_000):
        workspace.untangle()
        assert places(session.document) == stood
    assert session.history.undo_label == "Arrange drivers"


def test_a_layout_is_dropped_when_the_network_has_changed(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    names = [f"n{at}" for at in range(120)]
    workspace, session = open_workspace("network", network({}, names))
    assert isinstance(workspace, NetworkWorkspace)
    with qtbot.waitSignal(workspace.runner.done, timeout=20_000):
        workspace.untangle()
        session.do(change_driver("n1", title="Other"))
    assert session.history.undo_label == "Change driver"


def test_digits_and_signs_fill_the_matrix(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    matrix, session = opened(open_workspace, row(), MATRIX)
    assert isinstance(matrix, MatrixView)
    before = session.document
    grid = matrix.grid
    grid.setCurrentIndex(grid.model().index(2, 3))
    qtbot.keyClicks(grid, "2")
    qtbot.keyClicks(grid, "-")
    link = link_between(session.document, "b", "c")
    assert link is not None
    assert link.signed_strength == -2
    assert grid.model().index(2, 3).data() == "−2"
    assert matrix.said.text() == "Driver b → Driver c: moderate, opposite direction"
    assert [grid.model().index(0, column).data() for column in (1, 2, 3)] == ["0", "1", "2"]
    assert [grid.model().index(line, 0).data() for line in (1, 2, 3)] == ["1", "2", "0"]
    qtbot.keyClicks(grid, "0")
    assert link_between(session.document, "b", "c") is None
    for _step in range(3):
        session.undo()
    assert session.document is before


def test_arrows_walk_the_matrix_and_select_the_link(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    matrix, session = opened(open_workspace, row(), MATRIX)
    grid = matrix.grid
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 2)
    assert selected(session) == []
    qtbot.keyClick(grid, Key.Key_Right)
    assert selected(session) == ["a"]
    qtbot.keyClick(grid, Key.Key_Left)
    assert selected(session) == ["ab"]
    qtbot.keyClicks(grid, "x")
    qtbot.keyClick(grid, Key.Key_Delete)
    assert session.document[Drivers].links == ()


def test_a_double_click_in_the_matrix_links_an_empty_pair_and_selects_a_link(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    matrix, session = opened(open_workspace, row(), MATRIX)
    before = session.document

    def double_click(line: int, column: int) -> None:
        place = matrix.grid.visualRect(matrix.grid.model().index(line, column)).center()
        for press in (qtbot.mouseClick, qtbot.mouseDClick):
            press(matrix.grid.viewport(), LEFT, pos=place)

    double_click(2, 3)
    made = link_between(session.document, "b", "c")
    assert made is not None
    assert made.signed_strength == 1
    assert selected(session) == [made.id]
    after = session.document
    for line, column in ((1, 2), (2, 2), (0, 1), (2, 0)):
        double_click(line, column)
    assert session.document is after
    double_click(1, 2)
    assert selected(session) == ["ab"]
    session.undo()
    assert session.document is before


def test_names_in_the_matrix_are_cut_with_a_mark(open_workspace: OpenWorkspace) -> None:
    matrix, _session = opened(open_workspace, change_driver("a", title="Word " * 30).apply(row()), MATRIX)
    assert matrix.grid.verticalHeader().textElideMode() == Qt.TextElideMode.ElideRight


def test_the_matrix_goes_to_the_link_that_is_selected(open_workspace: OpenWorkspace) -> None:
    document = set_link("c", "a").apply(row())
    matrix, session = opened(open_workspace, document, MATRIX)
    link = link_between(document, "c", "a")
    assert link is not None
    session.select(link.id)
    assert (matrix.grid.currentIndex().row(), matrix.grid.currentIndex().column()) == (3, 1)
    assert selected(session) == [link.id]


def test_a_loop_is_chosen_shown_and_named(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = change_driver("e", title="Silos").apply(change_driver("d", title="Trust").apply(network(FIVE)))
    loops, session = opened(open_workspace, document, LOOPS)
    assert isinstance(loops, LoopsView)
    before = session.document
    assert loops.count.text() == "5 loops of at most 6 links"
    qtbot.keyClicks(loops.search, "silos trust")
    assert loops.list.count() == 3
    loops.search.clear()
    loops.list.setCurrentRow(0)
    assert loops.chosen is not None
    strong = {item.id for item in loops.picture.network.drivers.values() if item.opacity() == 1}
    assert strong == set(loops.chosen.drivers)
    assert loops.said.text().endswith(": reinforcing.")
    qtbot.keyClicks(loops.name, "Silo spiral")
    assert loops.list.item(0).text().startswith("R1 Silo spiral")
    session.undo()
    assert session.document == before
    assert loops.name.text() == ""


def test_many_links_have_their_loops_sought_in_the_background(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    names = "abcdefghijklmnopqrst"
    full = network({one + other: "+1" for one in names for other in names if one != other})
    loops, _session = opened(open_workspace, full, LOOPS)
    qtbot.waitUntil(lambda: loops.list.count() > 0, timeout=20_000)
    assert loops.count.text() == (
        "More than 10000 loops of at most 6 links. The first 200 are listed; the filter finds the others."
    )


def test_the_list_shows_and_changes_drivers_and_links(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    lists, session = opened(open_workspace, row(), LIST)
    assert isinstance(lists, ListsView)
    model = lists.links.model
    assert [model.index(0, column).data() for column in range(4)] == ["Driver a", "Driver b", "Weak", "Same direction"]
    model.setData(model.index(0, 2), "3")
    assert session.document[Drivers].links[0].strength == 3
    assert not model.setData(model.index(0, 2), "strong")
    lists.drivers.table.selectRow(0)
    qtbot.keyClick(lists.drivers.table, Key.Key_Delete)
    assert session.history.undo_label == "Delete driver (1 link and 1 placement)"


def test_an_empty_network_says_how_to_begin(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("network", None)
    assert isinstance(workspace, NetworkWorkspace)
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    qtbot.keyClicks(workspace.entry, "Trust")
    qtbot.keyClick(workspace.entry, Key.Key_Return)
    assert [driver.title for driver in session.document[Drivers].drivers] == ["Trust"]
    assert isinstance(workspace.stack.currentWidget(), Board)


def test_drivers_are_made_from_trends_the_critical_ones_first(
    qtbot: QtBot, open_workspace: OpenWorkspace, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = sample.put(Drivers())
    offered = candidates(document)
    assert offered[0][1].endswith("Critical uncertainties")
    monkeypatch.setattr(view, "pick", lambda _parent, _title, items: tuple(entity for entity, _text in items[:2]))
    workspace, session = open_workspace("network", document)
    assert isinstance(workspace, NetworkWorkspace)
    workspace.make_from_trends()
    assert [driver.trends for driver in session.document[Drivers].drivers] == [(one,) for one, _text in offered[:2]]
    assert {one for one, _text in offered[:2]}.isdisjoint(one for one, _text in candidates(session.document))
    session.undo()
    assert session.document is document


def test_the_selected_link_turns_around(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("network", row())
    assert isinstance(workspace, NetworkWorkspace)
    session.select("ab")
    assert workspace.has_turnable()
    workspace.turn_selected()
    assert link_between(session.document, "b", "a") is not None
    assert link_between(session.document, "a", "b") is None


@pytest.mark.parametrize("index", range(5))
def test_every_view_shows_the_sample_and_changes_nothing(
    open_workspace: OpenWorkspace, sample: Document, index: int
) -> None:
    shown, session = opened(open_workspace, sample, index)
    assert shown.isVisible()
    assert session.document is sample
    assert selected(session) == []
