"""Drivers while they are dragged; they are moved in the document, in one step, when they are let go."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from foresight.core.document import Id
from foresight.kit.session import Session
from foresight.methods.network.model import move_drivers
from foresight.methods.network.view_scene import NetworkScene

JITTER = 3.0
"""How far a driver may slip under a click without being moved."""


class Dragging:
    """Nothing is dragged while ``is_on`` is False."""

    def __init__(self, session: Session, scene: NetworkScene) -> None:
        self._session, self._scene = session, scene
        self._from: dict[Id, QPointF] = {}

    @property
    def is_on(self) -> bool:
        """Whether something is being dragged."""
        return bool(self._from)

    def begin(self, drivers: Iterable[Id]) -> None:
        """From now on these drivers move."""
        self._from = {driver: self._scene.drivers[driver].pos() for driver in drivers}
        self._scene.begin_drag(self._from)

    def shift(self, by: QPointF) -> None:
        """Put them so far from where they began."""
        for driver, start in self._from.items():
            self._scene.drivers[driver].setPos(start + by)
        self._scene.follow()

    def end(self) -> None:
        """Let them go; what only slipped, or may not be moved, goes back."""
        before, self._from = self._from, {}
        self._scene.end_drag()
        now = {driver: self._scene.drivers[driver].pos() for driver in before}
        far = max((now[driver] - before[driver]).manhattanLength() for driver in before)
        self._session.seal()
        moved = far > JITTER and self._session.do(move_drivers({key: (at.x(), at.y()) for key, at in now.items()}))
        if not moved:
            self._scene.render_document(self._session.document)
