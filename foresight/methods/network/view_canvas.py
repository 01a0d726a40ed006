"""The canvas on which one works: move, link and rename with the mouse; walk, link and grade with the keys."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip

from foresight.core.document import Id
from foresight.kit.labels import tip_text
from foresight.kit.session import Session
from foresight.methods.network.clusters import with_members
from foresight.methods.network.grading import graded
from foresight.methods.network.view_dragging import Dragging
from foresight.methods.network.view_editing import EditableNetwork
from foresight.methods.network.view_focus import MOST
from foresight.methods.network.view_nodes import DriverItem
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.view_walking import Walking, Way
from foresight.methods.network.walking import nearest
from foresight.methods.network.words import link_in_words
from foresight.model.drivers import Link

REACH = 7.0
"""How near in pixels one must click to meet a link."""
EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Either adds what one points at to what is selected."""

AIR = 60.0
"""Around what is in focus."""

ARROWS: dict[int, Way] = {
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
        self.dragging = Dragging(session, scene)
        self.walking = Walking(self)
        self._pressed_at: QPointF | None = None
        """Where, in the scene, something that can be dragged was pressed."""

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
        self.extends_selection = bool(event.modifiers() & EXTENDING)
        found = None if item else self._thing_at(point)
        self.linking.cancel()
        self._pressed_at = point if item is not None or found in self.network.clusters else None
        if found is not None:
            others = [one for one in self.session.selection if one != found] if self.extends_selection else []
            self.session.select(found, *others)
            return
        if item is None and not self.extends_selection:
            self.session.select()
        super().mousePressEvent(_extending(event))

    def _thing_at(self, point: QPointF) -> Id | None:
        """The link or cluster at a point."""
        scale = self.scale_now
        return self.network.link_at(point, REACH / scale) or self.network.cluster_at(point, scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.mapToScene(event.position().toPoint())
        if self.linking.source is not None:
            item = self.driver_at(event)
            self.linking.aim(item.id if item else None, point)
            self.viewport().update()
        elif self._pressed_at is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if not self.dragging.is_on:
                self.dragging.begin(with_members(self.session.document, self.session.selection))
            self.dragging.shift(point - self._pressed_at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.linking.source is not None and event.button() == Qt.MouseButton.LeftButton:
            self.finish_link()
            return
        self._pressed_at = None
        super().mouseReleaseEvent(_extending(event))
        if self.dragging.is_on:
            self.dragging.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.driver_at(event)
        point = self.mapToScene(event.position().toPoint())
        found = None if item else self._thing_at(point)
        if item is not None:
            self.edit_title(item.id)
        elif found in self.network.clusters:
            self.edit_name(found)
        elif found is None:
            self.begin_driver(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.driver_at(event)
        found = item.id if item else self._thing_at(self.mapToScene(event.pos()))
        if found is not None and found not in self.session.selection:
            self.session.select(found)
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """A link under the pointer is told in words: it is no item, so Qt does not know it."""
        if isinstance(event, QHelpEvent) and self.itemAt(event.pos()) is None:
            found = self.network.link_at(self.mapToScene(event.pos()), REACH / self.scale_now)
            QToolTip.showText(event.globalPos(), self.link_told(found), self.viewport())
            return True
        return super().viewportEvent(event)

    def link_told(self, link: Id | None) -> str:
        """The tool tip of a link; "" for none."""
        found = self.session.document.find(link, Link) if link else None
        return tip_text(link_in_words(self.session.document, found.source, found.target)) if found else ""

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
        elif text == "f":
            self.step_focus()
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
        elif self.cluster is not None:
            self.edit_name(self.cluster.id)
        elif self.driver is not None:
            self.edit_title(self.driver.id)

    def _escape(self) -> None:
        if self.linking.source is not None or self.keeps_linking:
            self.stop_linking()
        elif self.focus.driver is not None:
            self.focus_on(None, 0)
        else:
            self.session.select()

    def _arrow(self, way: Way, modifiers: Qt.KeyboardModifier) -> None:
        if self.linking.source is not None:
            here = self.network.drivers[self.linking.target or self.linking.source].pos()
            self.linking.aim(nearest(self.walking.spots(), (here.x(), here.y()), way) or self.linking.target)
            self.viewport().update()
        elif modifiers & EXTENDING == EXTENDING:
            self.walking.to_driver(way, adding=True)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.walking.move(way)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.walking.along_links(way)
        else:
            self.walking.to_driver(way)

    # What is shown

    def show_links_from(self, least: int) -> None:
        """Show only links that are at least so strong (0..3)."""
        self.network.show_links_from(least)
        self.focus.render(self.session.document)

    def focus_on(self, driver: Id | None, steps: int) -> None:
        """Let a driver and its neighbours up to so many steps away stand out; 0 steps: none."""
        self.focus.set_to(self.session.document, driver, steps)
        if self.focus.overlay is not None:
            self.fit(self.network.extent(self.focus.overlay.drivers), AIR)

    def step_focus(self) -> None:
        """Focus on the selected driver; once more: one step farther; once more: no longer."""
        driver = self.driver.id if self.driver else self.focus.driver
        same = driver == self.focus.driver
        self.focus_on(driver, (self.focus.steps + 1) % (MOST + 1) if same else 1)


def _extending(event: QMouseEvent) -> QMouseEvent:
    """The event for Qt, which knows Control only where Shift extends a selection too."""
    if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return event
    modifiers = event.modifiers() | Qt.KeyboardModifier.ControlModifier
    at = event.position(), event.globalPosition()
    return QMouseEvent(event.type(), *at, event.button(), event.buttons(), modifiers)
