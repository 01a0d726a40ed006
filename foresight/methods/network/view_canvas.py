"""The canvas on which one works: move, link and rename with the mouse; walk, link and grade with the keys."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from foresight.core.document import Id
from foresight.kit.session import Session
from foresight.methods.network.grading import graded
from foresight.methods.network.model import move_drivers
from foresight.methods.network.view_editing import EditableNetwork
from foresight.methods.network.view_nodes import DriverItem
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.walking import after, links_at, nearest

STEP = 20.0
"""How far Shift and an arrow move a driver."""
REACH = 7.0
"""How near in pixels one must click to meet a link."""
JITTER = 3.0
"""How far a driver may slip under a click without being moved."""

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkCanvas(EditableNetwork):
    """The network to work on. Signals: ``delete_wanted``, ``pin_wanted``, ``menu_wanted(QPoint)``."""

    delete_wanted = Signal()
    pin_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, session: Session, scene: NetworkScene) -> None:
        super().__init__(session, scene)
        self._dragged_from: dict[Id, QPointF] = {}
        self._walked_from: Id | None = None

    # Mouse

    def driver_at(self, event: QMouseEvent | QContextMenuEvent) -> DriverItem | None:
        """The driver under the pointer."""
        at = event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos()
        item = self.itemAt(at)
        return item if isinstance(item, DriverItem) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        panning = self.dragMode() == QGraphicsView.DragMode.ScrollHandDrag
        if event.button() != Qt.MouseButton.LeftButton or panning:
            super().mousePressEvent(event)
            return
        point, item = self.mapToScene(event.position().toPoint()), self.driver_at(event)
        if item is not None and (self.keeps_linking or item.on_handle(point)):
            self.linking.begin(item.id)
            self.show_mode()
            return
        link = None if item else self.network.link_at(point, REACH / self.scale_now)
        if link is not None:
            more = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            others = tuple(one for one in self.session.selection if one != link) if more else ()
            self.session.select(link, *others)
            return
        self.linking.cancel()
        if item is None:
            self.session.select()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.linking.source is not None:
            item = self.driver_at(event)
            self.linking.aim(item.id if item else None, self.mapToScene(event.position().toPoint()))
            self.viewport().update()
            return
        if isinstance(self.network.mouseGrabberItem(), DriverItem) and not self._dragged_from:
            chosen = [item for item in self.network.selectedItems() if isinstance(item, DriverItem)]
            self._dragged_from = {item.id: item.pos() for item in chosen}
            self.network.begin_drag(self._dragged_from)
        super().mouseMoveEvent(event)
        self.network.follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.linking.source is not None and event.button() == Qt.MouseButton.LeftButton:
            self.finish_link()
            return
        super().mouseReleaseEvent(event)
        if self._dragged_from:
            self._drop()

    def _drop(self) -> None:
        before, self._dragged_from = self._dragged_from, {}
        self.network.end_drag()
        now = {driver: self.network.drivers[driver].pos() for driver in before}
        far = max((now[driver] - before[driver]).manhattanLength() for driver in before)
        self.session.seal()
        moved = far > JITTER and self.session.do(move_drivers({key: (at.x(), at.y()) for key, at in now.items()}))
        if not moved:
            self.network.render_document(self.session.document)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.driver_at(event)
        point = self.mapToScene(event.position().toPoint())
        if item is not None:
            self.edit_title(item.id)
        elif self.network.link_at(point, REACH / self.scale_now) is None:
            self.begin_driver(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.driver_at(event)
        found = item.id if item else self.network.link_at(self.mapToScene(event.pos()), REACH / self.scale_now)
        if found is not None and found not in self.session.selection:
            self.session.select(found)
        self.menu_wanted.emit(event.globalPos())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self._arrow(ARROWS[Qt.Key(event.key())], event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._enter()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif not self._typed(event):
            super().keyPressEvent(event)

    def _typed(self, event: QKeyEvent) -> bool:
        """Whether a character meant something."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        text = event.text().lower()
        if text == "l":
            self.begin_link()
        elif text == "p" and self.driver is not None:
            self.pin_wanted.emit()
        elif text and self.link is not None:
            made = graded(self.session.document, self.link.source, self.link.target, text)
            return made is not None and (self.session.do(made) or True)
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.linking.source is not None:
            self.finish_link()
        elif self.driver is not None:
            self.edit_title(self.driver.id)

    def _escape(self) -> None:
        if self.linking.source is not None or self.keeps_linking:
            self.stop_linking()
        else:
            self.network.show_overlay(None)
            self.session.select()

    def _arrow(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        spots = {key: (item.x(), item.y()) for key, item in self.network.drivers.items()}
        if self.linking.source is not None:
            start = spots[self.linking.target or self.linking.source]
            self.linking.aim(nearest(spots, start, way) or self.linking.target)
            self.viewport().update()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            chosen = [one for one in self.session.selection if one in spots]
            there = {key: (spots[key][0] + STEP * way[0], spots[key][1] + STEP * way[1]) for key in chosen}
            self.session.do(move_drivers(there, folding=True))
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._walk_links(way[0] or way[1])
        else:
            self._walk(spots, way)

    def _walk(self, spots: dict[Id, tuple[float, float]], way: tuple[int, int]) -> None:
        """To the next driver; from a link to the driver at its beginning (left, up) or end (right, down)."""
        link, driver = self.link, self.driver
        if link is not None:
            to: Id | None = link.source if way[0] + way[1] < 0 else link.target
        elif driver is not None:
            to = nearest(spots, spots[driver.id], way)
        else:
            to = next(iter(spots), None)
        if to is not None:
            self._walked_from = to
            self.session.select(to)
            self.ensureVisible(self.network.drivers[to])

    def _walk_links(self, by: int) -> None:
        """To the next link of the driver one came from."""
        if self.driver is not None:
            self._walked_from = self.driver.id
        links = links_at(self.session.document, self._walked_from or "")
        to = after([link.id for link in links], self.link.id if self.link else None, by)
        if to is not None:
            self.session.select(to)
