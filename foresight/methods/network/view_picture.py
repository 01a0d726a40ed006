"""The network drawn: links on a cached ground beneath the drivers, so that panning draws only what comes into sight."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QStyle

from foresight.core.document import Document, Id
from foresight.core.look import SIZES
from foresight.kit.canvas import Canvas
from foresight.kit.theme import colour, font
from foresight.methods.network.view_names import draw_names
from foresight.methods.network.view_nodes import FAR
from foresight.methods.network.view_scene import NetworkScene

SETTLED = 150
"""Milliseconds without movement after which everything is drawn in full again."""


FLIGHT = 220
"""Milliseconds that it takes to travel to a place out of sight."""
LEGIBLE = 0.7
"""One sees at least so large, compared to life size, what one has travelled to."""


class NetworkPicture(Canvas):
    """A canvas that shows a NetworkScene. ``looked`` when it shows another part of it."""

    looked = Signal()

    def __init__(self, scene: NetworkScene, name: str) -> None:
        super().__init__(scene, name)
        self.network = scene
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # one moves the picture itself, and "Show all" finds it again
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self._shown: frozenset[str] = frozenset()
        self._framed: QRectF | None = None
        """What is to be seen however large the picture is."""
        self._is_moving = False
        self._is_coarse = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(self._settle)
        self.zoomed.connect(lambda _scale: self._move())
        self._flight = QVariantAnimation(self)
        self._flight.valueChanged.connect(self._on_flight)

    def render_document(self, document: Document) -> None:
        """Show this document; when it has other drivers altogether, all of them."""
        self.network.render_document(document)
        now = frozenset(self.network.drivers)
        if now.isdisjoint(self._shown):
            self.fit()
        self._shown = now

    def fit(self, area: QRectF | None = None, margin: float = 24.0) -> None:
        """Show ``area`` (everything by default), at most at life size (a presenter's being larger).

        It stays in sight, however the window is sized, until the user looks elsewhere.
        """
        area = self.network.whole() if area is None else area
        if area.isEmpty():
            return
        self._framed = area.adjusted(-margin, -margin, margin, margin)
        self.fitInView(self._framed, Qt.AspectRatioMode.KeepAspectRatio)
        largest = font("lead").pixelSize() / SIZES["lead"]
        if self.scale_now > largest:
            self.resetTransform()
            self.scale(largest, largest)
            self.centerOn(area.center())
        self.zoomed.emit(self.scale_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._framed is not None:
            self.fit(self._framed, margin=0)
        self.looked.emit()

    def zoom_by(self, factor: float) -> None:
        self._framed = None
        super().zoom_by(factor)

    def pan(self, by: QPoint) -> None:
        self._framed = None
        super().pan(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._framed = None
        super().wheelEvent(event)

    def seen(self) -> QRectF:
        """The part of the scene that is shown."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def travel_to(self, middle: QPointF) -> None:
        """Show this point of the scene in the middle, at once."""
        self._framed = None
        self._flight.stop()
        self.centerOn(middle)

    def fly_to(self, driver: Id) -> None:
        """Travel to a driver, near enough to read it."""
        if self.scale_now < LEGIBLE:
            self.zoom_by(LEGIBLE / self.scale_now)
        goal = self.network.drivers[driver].pos()
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        self._flight.stop()
        self._flight.setDuration(FLIGHT if moves else 0)
        self._flight.setStartValue(self.seen().center())
        self._flight.setEndValue(goal)
        self._flight.start()

    def _on_flight(self, middle: QPointF) -> None:
        self._framed = None
        self.centerOn(middle)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._move()
        super().scrollContentsBy(dx, dy)

    def _move(self) -> None:
        self.looked.emit()
        self._is_moving = True
        self._settling.start()

    def _settle(self) -> None:
        self._is_moving = False
        if self._is_coarse:
            self._is_coarse = False
            self.resetCachedContent()
            self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("surface"))
        clip = cast(Iterable[QRect], painter.clipRegion())  # its stubs do not say that one may walk through it
        areas = [QRectF(area) for area in clip]
        if not self.network.draw_links(painter, areas or [QRectF(rect)], self._is_moving):
            self._is_coarse = True

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.network.draw_above(painter)
        if self.scale_now < FAR:
            draw_names(painter, self.network.named())
