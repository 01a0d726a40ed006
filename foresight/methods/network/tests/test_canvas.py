"""The canvas as an instrument, worked with mouse and keys: select, move, cluster, focus, filter, find, travel."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.methods.network.clusters import group
from foresight.methods.network.model import Cluster, Network, move_drivers, places
from foresight.methods.network.tests.networks import network
from foresight.methods.network.view import NetworkWorkspace
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_find import matches
from foresight.methods.network.view_nodes import FAR, TEXT_SIZES
from foresight.methods.network.view_overlay import Overlay
from foresight.model.drivers import Drivers, change_driver

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
SQUARE = {"a": (0.0, 0.0), "b": (400.0, 20.0), "c": (0.0, 300.0), "d": (400.0, 300.0)}


def square() -> Document:
    """Four drivers, a chain of links of rising strength."""
    return move_drivers(SQUARE).apply(network({"ab": "+1", "bd": "+2", "dc": "-3"}, "abcd"))


class Room:
    """The workspace with its canvas, and hands."""

    def __init__(self, workspace: NetworkWorkspace, session: Session, qtbot: QtBot) -> None:
        self.workspace, self.session, self.qtbot = workspace, session, qtbot
        assert isinstance(workspace.view, Board)
        self.board = workspace.view
        self.canvas = workspace.view.canvas
        self.scene = self.canvas.network
        self.canvas.setFocus()

    @property
    def selected(self) -> set[str]:
        return set(self.session.selection)

    def mouse(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton, keys: Any) -> None:
        widget = self.canvas.viewport()
        point = QPointF(self.canvas.mapFromScene(at))
        QApplication.sendEvent(widget, QMouseEvent(kind, point, widget.mapToGlobal(point), button, held, keys))

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start, LEFT, LEFT, keys)
        for step in range(1, 5):
            self.mouse(QEvent.Type.MouseMove, start + (end - start) * (step / 4), NONE, LEFT, keys)
        self.mouse(QEvent.Type.MouseButtonRelease, end, LEFT, NONE, keys)

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, LEFT, LEFT, keys)
        self.mouse(QEvent.Type.MouseButtonRelease, at, LEFT, NONE, keys)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN, on: QWidget | None = None) -> None:
        self.qtbot.keyClick(on or self.canvas, key, keys)

    def spot(self, driver: str) -> QPointF:
        return self.scene.drivers[driver].pos()

    def name_of(self, cluster: str) -> QPointF:
        return self.scene.clusters[cluster].name_area(self.canvas.scale_now).center()

    def faded(self) -> set[str]:
        return {driver for driver, item in self.scene.drivers.items() if item.opacity() < 1}


@pytest.fixture
def room(qtbot: QtBot, open_workspace: OpenWorkspace) -> Room:
    workspace, session = open_workspace("network", square())
    assert isinstance(workspace, NetworkWorkspace)
    return Room(workspace, session, qtbot)


@pytest.mark.parametrize("keys", [CONTROL, SHIFT])
def test_clicks_with_a_key_held_select_several_and_take_one_out_again(room: Room, keys: Qt.KeyboardModifier) -> None:
    room.click(room.spot("a"))
    room.click(room.spot("b"), keys)
    room.click(room.spot("d"), keys)
    assert room.selected == {"a", "b", "d"}
    room.click(room.spot("b"), keys)
    assert room.selected == {"a", "d"}
    room.click(room.scene.curves["ab"].middle, keys)
    assert room.selected == {"a", "d", "ab"}
    room.click(room.spot("c"), keys)
    assert room.selected == {"a", "c", "d", "ab"}
    room.click(QPointF(200, 150))
    assert room.selected == set()


def test_the_keyboard_goes_to_the_canvas_first(room: Room) -> None:
    room.board.tools.search.setFocus()
    room.workspace.take_focus()
    assert room.canvas.hasFocus()


def test_a_rubber_band_selects_and_adds(room: Room) -> None:
    room.drag(QPointF(-120, -50), QPointF(120, 340))
    assert room.selected == {"a", "c"}
    room.drag(QPointF(290, -50), QPointF(510, 70), SHIFT)
    assert room.selected == {"a", "b", "c"}


def test_arrows_with_control_and_shift_select_one_more(room: Room) -> None:
    room.session.select("a")
    room.press(Key.Key_Right, CONTROL | SHIFT)
    assert list(room.session.selection) == ["b", "a"]
    room.press(Key.Key_Down, CONTROL | SHIFT)
    room.press(Key.Key_Up, CONTROL | SHIFT)
    assert list(room.session.selection) == ["b", "d", "a"], "one goes back over what is selected"
    assert room.canvas.accessibleDescription() == "3 selected"
    room.press(Key.Key_Left)
    assert list(room.session.selection) == ["a"]


def test_all_are_selected_and_moved_together_in_one_step(room: Room) -> None:
    before = room.session.document
    room.press(Key.Key_A, CONTROL)
    assert room.selected == set("abcd")
    room.drag(room.spot("a"), room.spot("a") + QPointF(60, 40))
    found = places(room.session.document)
    moved = {key: (found[key][0] - x, found[key][1] - y) for key, (x, y) in SQUARE.items()}
    assert all(by == pytest.approx((60, 40), abs=2) for by in moved.values())
    assert room.session.history.steps == ("Move drivers",)
    room.session.undo()
    assert room.session.document is before


def test_selected_drivers_are_aligned_and_distributed(room: Room) -> None:
    before = room.session.document
    room.session.select("a", "b")
    assert not room.workspace.has_three()
    room.workspace.align_bottom()
    assert places(room.session.document) == {**SQUARE, "a": (0, 20), "b": (400, 20)}
    room.session.undo()
    assert room.session.document is before


def test_a_cluster_is_made_named_moved_and_dissolved(room: Room) -> None:
    before = room.session.document
    room.session.select("a", "c")
    room.press(Key.Key_G, CONTROL)
    room.qtbot.keyClicks(room.canvas.editor, "Trust")
    room.press(Key.Key_Return, on=room.canvas.editor)
    (made,) = room.session.document[Network].clusters
    assert (made.name, made.drivers) == ("Trust", ("a", "c"))
    assert room.selected == {made.id}
    assert room.canvas.accessibleDescription() == "Trust: 2 drivers"
    room.drag(room.name_of(made.id), room.name_of(made.id) + QPointF(100, 0))
    found = places(room.session.document)
    assert (found["a"][0], found["c"][0]) == pytest.approx((100, 100), abs=2)
    assert (found["b"], found["d"]) == (SQUARE["b"], SQUARE["d"])
    assert room.scene.clusters[made.id].frame.contains(room.spot("a"))
    room.press(Key.Key_Delete)
    assert room.session.document[Network].clusters == ()
    assert len(room.session.document[Drivers].drivers) == 4
    assert room.scene.clusters == {}
    assert room.session.history.steps == ("Group drivers", "Change cluster", "Move drivers", "Delete cluster")
    for _step in range(4):
        room.session.undo()
    assert room.session.document is before


def test_a_cluster_is_worked_with_keys_only(room: Room) -> None:
    room.session.select("a", "b")
    room.workspace.make_cluster()
    room.press(Key.Key_Escape, on=room.canvas.editor)
    room.session.select("a")
    room.press(Key.Key_A, CONTROL | SHIFT)
    (made,) = room.session.document[Network].clusters
    assert room.selected == {made.id}
    room.press(Key.Key_Down, SHIFT)
    found = places(room.session.document)
    assert (found["a"], found["b"]) == ((0, 20), (400, 40))
    room.press(Key.Key_Return)
    room.qtbot.keyClicks(room.canvas.editor, "State")
    room.press(Key.Key_Return, on=room.canvas.editor)
    assert room.session.document[Network].clusters[0].name == "State"
    room.press(Key.Key_G, CONTROL | SHIFT)
    assert room.session.document[Network].clusters == ()


def test_the_frame_of_a_cluster_takes_in_its_drivers_and_no_others(room: Room) -> None:
    room.session.do(group(Cluster(id="x", name="Ends", drivers=("a", "b"))))
    item = room.scene.clusters["x"]
    assert item.path.contains(QPointF(200, 60)), "a rectangle where nobody else stands"
    room.session.do(move_drivers({"c": (380.0, 10.0), "b": (400.0, 200.0)}))
    boxes = {driver: found.sceneBoundingRect().center() for driver, found in room.scene.drivers.items()}
    assert {driver for driver, spot in boxes.items() if item.path.contains(spot)} == {"a", "b"}
    assert item.path.contains(QPointF(200, 100)), "bands join what belongs together"


def test_focus_shows_neighbours_a_step_farther_and_ends(room: Room) -> None:
    room.session.select("a")
    room.press(Key.Key_F)
    assert room.faded() == {"c", "d"}
    room.press(Key.Key_F)
    assert room.faded() == {"c"}
    assert room.board.tools.steps.currentText() == "Neighbours, 2 steps"
    room.press(Key.Key_Down)
    assert room.selected == {"d"}, "one walks only where the focus is"
    room.press(Key.Key_Escape)
    assert room.faded() == set()
    assert room.selected == {"d"}


def test_focus_follows_the_document_and_survives_another_view(room: Room) -> None:
    room.session.select("a")
    room.press(Key.Key_F)
    room.workspace.show_view(3)
    room.workspace.show_view(0)
    assert room.faded() == {"c", "d"}
    room.session.select("b")
    room.workspace.delete_selected()
    assert room.faded() == {"c", "d"}
    room.session.select("a")
    room.workspace.delete_selected()
    assert room.faded() == set()
    assert room.board.tools.steps.currentIndex() == 0


def test_weak_links_are_hidden_and_not_met(room: Room) -> None:
    middle = room.scene.curves["ab"].middle
    room.workspace.show_moderate_links()
    room.click(middle)
    assert room.selected == set()
    room.click(room.scene.curves["bd"].middle)
    assert room.selected == {"bd"}
    assert room.board.tools.shown.currentText() == "Moderate and strong links"
    room.workspace.show_every_link()
    room.click(middle)
    assert room.selected == {"ab"}


def test_a_hidden_link_is_seen_when_it_stands_out(room: Room) -> None:
    room.workspace.show_strong_links()
    room.session.select()
    at = room.canvas.mapFromScene(room.scene.curves["ab"].middle)
    hidden = room.canvas.viewport().grab().toImage().pixel(at + QPoint(5, 0))
    room.scene.show_overlay(Overlay.of("ab", ["ab"]))
    picture = room.canvas.viewport().grab().toImage()
    assert any(picture.pixel(at + QPoint(step, 0)) != hidden for step in range(-8, 9))


def test_control_and_arrows_walk_along_links(room: Room) -> None:
    room.session.select("a")
    visited: list[str] = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left):
        room.press(key, CONTROL)
        visited += room.session.selection
    assert visited == ["ab", "b", "bd", "ab", "a", "a"]


def test_hidden_links_are_not_walked(room: Room) -> None:
    room.workspace.show_strong_links()
    room.session.select("a")
    with room.qtbot.waitSignal(room.session.said) as said:
        room.press(Key.Key_Right, CONTROL)
    assert said.args == ["No link leads from here."]
    assert room.selected == {"a"}


def test_part_of_a_title_finds_and_flies(room: Room) -> None:
    room.session.do(change_driver("d", title="Trust in the state"))
    room.session.do(change_driver("c", title="State finances"))
    room.canvas.zoom_by(8)
    room.canvas.centerOn(room.spot("a"))
    room.press(Key.Key_F, CONTROL)
    line = room.board.tools.search
    assert line.hasFocus()
    room.qtbot.keyClicks(line, "state")
    assert room.board.hint.text() == "Found: 2. Enter goes to the first."
    for driver in ("c", "d", "c"):
        room.press(Key.Key_Return, on=line)
        assert room.selected == {driver}
    room.press(Key.Key_Return, SHIFT, on=line)
    assert room.selected == {"d"}
    room.qtbot.waitUntil(lambda: room.canvas.seen().contains(room.spot("d")))
    room.press(Key.Key_Escape, on=line)
    assert room.canvas.hasFocus()


def test_titles_are_found_by_every_word_those_first_that_begin_so() -> None:
    document = network({}, "abc")
    for driver, title in {"a": "The trust of citizens", "b": "Trust", "c": "Silos"}.items():
        document = change_driver(driver, title=title).apply(document)
    assert [one.id for one in matches(document, " TRUST")] == ["b", "a"]
    assert [one.id for one in matches(document, "citizens trust")] == ["a"]
    assert matches(document, "  ") == []


def test_what_is_selected_elsewhere_comes_to_sight(room: Room) -> None:
    room.canvas.zoom_by(4)
    room.canvas.centerOn(room.spot("a"))
    room.session.select("d")
    assert not room.canvas.seen().contains(room.spot("d")), "the view stays while one works in it"
    room.workspace.entry.setFocus()
    room.session.select("c")
    assert room.canvas.seen().contains(room.spot("c"))


def test_the_overview_map_travels_by_mouse_and_keys_and_can_be_hidden(room: Room) -> None:
    room.canvas.zoom_by(4)
    small = room.board.map
    goal = small.from_scene(room.scene.drivers["d"].sceneBoundingRect()).center().toPoint()
    room.qtbot.mouseClick(small, LEFT, pos=goal)
    assert room.canvas.seen().contains(room.spot("d"))
    before = room.canvas.seen().center().x()
    small.setFocus()
    room.press(Key.Key_Left, on=small)
    assert room.canvas.seen().center().x() < before
    room.press(Key.Key_M, CONTROL)
    assert not small.isVisible()
    room.workspace.toggle_map()
    assert small.isVisible()


def test_things_are_told_when_one_points_at_them(room: Room) -> None:
    at = room.canvas.mapFromScene(room.scene.curves["dc"].middle)
    spot = room.canvas.viewport().mapToGlobal(at)
    QApplication.sendEvent(room.canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, spot))
    assert QToolTip.text() == "<qt>Driver d → Driver c: strong, opposite direction</qt>"
    room.session.do(change_driver("a", title="A & <b>"))
    assert room.scene.drivers["a"].toolTip().startswith("<qt>A &amp; &lt;b&gt;<br>")


def test_a_link_runs_around_a_driver_in_its_way(room: Room) -> None:
    def is_hidden() -> bool:
        box = room.scene.drivers["c"].sceneBoundingRect()
        path = room.scene.curves["ab"].path
        return any(box.contains(path.pointAtPercent(share / 20)) for share in range(2, 19))

    room.session.do(move_drivers({"a": (-300.0, 0.0), "b": (500.0, 0.0)}))
    usual = room.scene.curves["ab"].bend
    room.session.do(move_drivers({"c": (100.0, -60.0)}))
    assert not is_hidden()
    assert room.scene.curves["ab"].bend != usual
    room.session.undo()
    assert room.scene.curves["ab"].bend == usual


def test_an_overlay_fades_the_others_until_it_is_dropped(room: Room) -> None:
    first, second = Overlay({"a": "up", "b": "unclear"}, frozenset({"ab"})), Overlay.of("cd")
    room.scene.show_overlay(first)
    assert room.faded() == {"c", "d"}
    room.canvas.viewport().repaint()
    room.scene.show_overlay(second)
    room.scene.drop_overlay(first)
    assert room.faded() == {"a", "b"}
    room.scene.drop_overlay(second)
    assert room.faded() == set()


def test_titles_grow_when_one_zooms_out_as_far_as_they_are_seen_whole(room: Room) -> None:
    room.session.do(change_driver("a", title="Trust"))
    room.session.do(change_driver("b", title="Cooperation between sectors, agencies and everybody else"))
    short, long = room.scene.drivers["a"], room.scene.drivers["b"]
    assert (short.text_size(1.0), long.text_size(1.0)) == (TEXT_SIZES[0], TEXT_SIZES[0])
    assert short.text_size(FAR) == TEXT_SIZES[-1]
    assert long.text_size(0.6) < short.text_size(0.4)


def test_zoomed_far_out_what_is_selected_or_in_focus_is_named(room: Room) -> None:
    room.canvas.zoom_by(0.5 * FAR / room.canvas.scale_now)
    beside = room.canvas.mapFromScene(room.spot("b")) + QPoint(30, 0)
    ground = room.canvas.viewport().grab().toImage().pixel(beside)
    room.session.select("b")
    room.press(Key.Key_F)
    assert [(name.title, name.is_chosen) for name in room.scene.named()] == [
        ("Driver b", True),
        ("Driver a", False),
        ("Driver d", False),
    ]
    room.canvas.zoom_by(0.5 * FAR / room.canvas.scale_now)
    beside = room.canvas.mapFromScene(room.spot("b")) + QPoint(20, 0)
    assert room.canvas.viewport().grab().toImage().pixel(beside) != ground


def test_the_menu_holds_every_action_once(room: Room) -> None:
    from PySide6.QtWidgets import QMenu

    from foresight.kit.actions import fill_menu

    menu = QMenu()
    for _turn in range(2):
        fill_menu(menu, room.workspace.actions_for_menu())
    inner = [one.menu() for one in menu.actions() if one.menu() is not None]
    assert [one.title() for one in inner if isinstance(one, QMenu)] == ["Cluster", "Align", "Arrange", "Show"]
    shown = [one for one in menu.actions() if one.menu() is None]
    for one in inner:
        assert isinstance(one, QMenu)
        shown += one.actions()
    assert len(shown) == len(room.workspace.actions_for_menu())


def test_a_point_of_the_screen_is_the_same_on_the_map_and_back(room: Room) -> None:
    small = room.board.map
    box = small.from_scene(room.scene.drivers["b"].sceneBoundingRect())
    back = small.to_scene(box.center())
    assert (back - room.scene.drivers["b"].sceneBoundingRect().center()).manhattanLength() < 1
    assert small.rect().contains(QPoint(round(box.center().x()), round(box.center().y())))
