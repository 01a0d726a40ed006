"""A link while it is being drawn: from where, to where, and the line one sees meanwhile."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from foresight.core.document import Id
from foresight.kit.theme import colour
from foresight.methods.network.view_scene import NetworkScene


class Linking:
    """No link is being drawn while ``source`` is None."""

    def __init__(self, scene: NetworkScene) -> None:
        self._scene = scene
        self._pointer = QPointF()
        self.source: Id | None = None
        self.target: Id | None = None

    def begin(self, source: Id) -> None:
        """Draw from this driver."""
        self.cancel()
        self.source = source
        self._pointer = self._scene.drivers[source].pos()

    def aim(self, target: Id | None, pointer: QPointF | None = None) -> None:
        """Draw to this driver, or to a point where there is none."""
        self._mark(False)
        self.target = target if target != self.source else None
        self._mark(True)
        item = self._scene.drivers.get(self.target or "")
        self._pointer = item.pos() if item else pointer or self._pointer

    def finish(self) -> tuple[Id, Id] | None:
        """Stop; from where to where, if it came somewhere."""
        ends = (self.source, self.target)
        self.cancel()
        return (ends[0], ends[1]) if ends[0] and ends[1] else None

    def cancel(self) -> None:
        """Stop."""
        self._mark(False)
        self.source = self.target = None

    def _mark(self, is_target: bool) -> None:
        item = self._scene.drivers.get(self.target or "")
        if item is not None:
            item.set_target(is_target)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        item = self._scene.drivers.get(self.source or "")
        if item is not None:
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(item.pos(), self._pointer)
