"""A canvas: zoom at the pointer, pan with the middle button or the space bar, rubber band, quick with 1,000 things."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from foresight.kit.theme import colour

SMALLEST, LARGEST = 0.05, 8.0


class Canvas(QGraphicsView):
    """A view of a scene. ``zoomed(scale)`` after each change of scale.

    Keys: Ctrl + and Ctrl - zoom, Ctrl 0 shows everything. The arrow keys belong to whoever sub-classes.
    """

    zoomed = Signal(float)

    def __init__(self, scene: QGraphicsScene, name: str) -> None:
        super().__init__(scene)
        self.setAccessibleName(name)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Repainting the bounding box of what changed is three times as quick as finding out the smallest region.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundBrush(colour("surface"))
        self._panning_from: QPoint | None = None

    @property
    def scale_now(self) -> float:
        """How much larger than life it shows."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Show everything ``factor`` times as large."""
        wanted = min(max(self.scale_now * factor, SMALLEST), LARGEST)
        factor = wanted / self.scale_now
        self.scale(factor, factor)
        self.zoomed.emit(self.scale_now)

    def fit(self, area: QRectF | None = None, margin: float = 24.0) -> None:
        """Show ``area`` (everything by default), at most at life size."""
        rect = self.scene().itemsBoundingRect() if area is None else area
        if rect.isEmpty():
            return
        self.fitInView(rect.adjusted(-margin, -margin, margin, margin), Qt.AspectRatioMode.KeepAspectRatio)
        if self.scale_now > 1:
            self.resetTransform()
            self.centerOn(rect.center())
        self.zoomed.emit(self.scale_now)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching on a touchpad zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton or self.dragMode() == QGraphicsView.DragMode.ScrollHandDrag:
            self._panning_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panning_from is not None:
            here = event.position().toPoint()
            self.pan(self._panning_from - here)
            self._panning_from = here
            event.accept()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panning_from is not None:
            self._panning_from = None
            self.viewport().unsetCursor()
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def pan(self, by: QPoint) -> None:
        """Move the view by so many pixels."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif control and event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        else:
            super().keyReleaseEvent(event)
