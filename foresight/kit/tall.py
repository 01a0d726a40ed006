"""Figures that may be higher than their place: they scroll."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from foresight.kit.charts import FRAME, Draw, FigureView

NARROWEST = 200
"""Pixels; below it a figure is not drawn narrower."""


class TallFigure(QScrollArea):
    """A figure that is as high as it needs to be at the width of its place, and no lower than the place itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figure = FigureView(name)
        self._height: Callable[[float], float] | None = None
        self.setWidget(self.figure)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.figure)

    def show_figure(self, draw: Draw, described: str, height: Callable[[float], float]) -> None:
        """Show what ``draw`` draws; ``height(width)`` says how high it must be, both in points."""
        self._height = height
        self.figure.show_figure(draw, described)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._height is not None:
            width = max(self.viewport().width() - 2 * FRAME, NARROWEST) / self.figure.scale
            self.figure.setMinimumHeight(round(self._height(width) * self.figure.scale) + 2 * FRAME)
