"""One driver and its neighbours stand out, until one leaves."""

from PySide6.QtCore import QObject, Signal

from foresight.core.document import Document, Id
from foresight.methods.network.view_overlay import Overlay
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.walking import around
from foresight.model.drivers import Driver, Drivers

MOST = 2
"""Steps; farther away nearly everything is a neighbour."""


class Focus(QObject):
    """Off while ``driver`` is None. ``changed`` when it begins, ends or goes elsewhere."""

    changed = Signal()

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__()
        self._scene = scene
        self.driver: Id | None = None
        self.steps = 0
        self.overlay: Overlay | None = None

    def set_to(self, document: Document, driver: Id | None, steps: int) -> None:
        """Focus on a driver and those at most ``steps`` (1 or 2) links away; None or 0: on none."""
        self.driver, self.steps = (driver, steps) if driver is not None and steps else (None, 0)
        if self.driver is None:
            self._scene.drop_overlay(self.overlay)
            self.overlay = None
        else:
            self.render(document)
        self.changed.emit()

    def render(self, document: Document) -> None:
        """Show what it is on; it ends when the driver is no longer there."""
        if self.driver is None:
            return
        if document.find(self.driver, Driver) is None:
            self.set_to(document, None, 0)
            return
        seen = [link for link in document[Drivers].links if self._scene.links.shows_link(link)]
        near = around(seen, self.driver, self.steps)
        drivers = [driver.id for driver in document[Drivers].drivers if driver.id in near]
        inside = (link.id for link in seen if link.source in near and link.target in near)
        self.overlay = Overlay.of(drivers, inside)
        self._scene.show_overlay(self.overlay)
