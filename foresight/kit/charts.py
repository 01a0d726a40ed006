"""Figures on the screen: the drawing that goes into the brief, painted by Qt; and its way into files."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPdfWriter,
    QPen,
    QPolygonF,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from foresight.core.files import write_whole
from foresight.core.look import PRINT, SIZES, Look
from foresight.core.picture import Circle, Line, Point, Polygon, Shape, Text
from foresight.core.picture import Path as PathShape
from foresight.core.problems import Problem
from foresight.core.text import file_stem
from foresight.core.words import _
from foresight.kit.problems import tell
from foresight.kit.saving import ask_where
from foresight.kit.theme import font, look

Draw = Callable[[float, float, Look], Any]
"""(width, height, look) -> a foresight.reporting.drawing.Figure of that size."""

FRAME = 6
"""Pixels around a figure, where the frame of the focus is."""
EXPORT_SCALE = 3.0
"""Pixels to a point in exported pictures: 216 dots to an inch."""


def paint(painter: QPainter, shapes: Sequence[Shape]) -> None:
    """Paint plain shapes; one unit of the painter is one point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        match shape:
            case Line():
                painter.setPen(_pen(shape.colour, shape.width, shape.dash))
                painter.drawLine(QPointF(*shape.start), QPointF(*shape.end))
            case Circle():
                _set_paint(painter, shape)
                painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
            case Polygon():
                _set_paint(painter, shape)
                corners = QPolygonF([QPointF(*point) for point in shape.points])
                painter.drawPolygon(corners) if shape.closed else painter.drawPolyline(corners)
            case PathShape():
                _set_paint(painter, shape)
                painter.drawPath(_path(shape.steps))
            case Text():
                _paint_text(painter, shape)


def _pen(stroke: str, width: float, dash: tuple[float, ...]) -> QPen:
    if not stroke or width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pattern = [length / width for length in dash]
        pen.setDashPattern(pattern if len(pattern) % 2 == 0 else pattern * 2)
    return pen


def _set_paint(painter: QPainter, shape: Circle | Polygon | PathShape) -> None:
    painter.setPen(_pen(shape.stroke, shape.width, shape.dash))
    painter.setBrush(QColor(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)


def _path(steps: Sequence[tuple[str, tuple[Point, ...]]]) -> QPainterPath:
    path = QPainterPath()
    for name, points in steps:
        ends = [QPointF(*point) for point in points]
        if name == "move":
            path.moveTo(ends[0])
        elif name == "line":
            path.lineTo(ends[0])
        elif name == "curve":
            path.cubicTo(*ends)
        else:
            path.closeSubpath()
    return path


def _paint_text(painter: QPainter, text: Text) -> None:
    # Set at ten times the size and scaled down: Qt rounds small type to whole pixels, print does not.
    font = QFont(text.family)
    font.setPixelSize(max(round(text.size * 10), 1))
    font.setWeight(QFont.Weight.DemiBold if text.bold else QFont.Weight.Normal)
    font.setItalic(text.italic)
    width = QFontMetricsF(font).horizontalAdvance(text.text)
    shift = {"start": 0.0, "middle": -width / 2, "end": -width}[text.anchor]
    painter.save()
    painter.translate(QPointF(*text.place))
    painter.rotate(text.angle)
    painter.scale(0.1, 0.1)
    painter.setFont(font)
    painter.setPen(QColor(text.colour))
    painter.drawText(QPointF(shift, 0), text.text)
    painter.restore()


class FigureView(QWidget):
    """A figure that fills its place. The context menu copies it and saves it as PNG, SVG or PDF.

    ``scale`` is how many pixels a point of the figure takes, so that type is readable on the screen.
    """

    def __init__(self, name: str, scale: float = 1.35) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw: Draw | None = None
        self._draw_in_full: Draw | None = None
        self.scale = scale * font().pixelSize() / SIZES["body"]
        """Pixels to a point; grows with the type in presenter size."""
        self._painted: tuple[QSize, Look, tuple[Shape, ...]] | None = None

    def show_figure(self, draw: Draw, described: str, in_full: Draw | None = None) -> None:
        """Show what ``draw`` draws; ``described`` says in words what it shows.

        ``in_full`` draws it for files, where nothing on the screen beside it explains it.
        """
        self._draw, self._draw_in_full, self._painted = draw, in_full or draw, None
        self.setAccessibleDescription(described)
        self.update()

    def _size(self) -> QSizeF:
        """The size of the figure in points, inside the frame that shows the focus."""
        return QSizeF(self.width() - 2 * FRAME, self.height() - 2 * FRAME) / self.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._draw is None:
            return
        if self._painted is None or self._painted[0] != self.size() or self._painted[1] is not look():
            figure = self._draw(self._size().width(), self._size().height(), look())
            self._painted = self.size(), look(), figure.plain()
        painter = QPainter(self)
        painter.translate(FRAME, FRAME)
        painter.scale(self.scale, self.scale)
        paint(painter, self._painted[2])
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(QColor(look().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(_("Copy picture"), self.copy)
        menu.addAction(_("Save picture…"), self.save)
        menu.exec(event.globalPos())

    def copy(self) -> None:
        """Put the figure on the clipboard as a picture."""
        if self._draw is not None:
            QGuiApplication.clipboard().setImage(self._image())

    def save(self) -> None:
        """Ask for a name and save the figure as PNG, SVG or PDF."""
        kinds = {".png": _("Picture (*.png)"), ".svg": _("Drawing (*.svg)"), ".pdf": _("Document (*.pdf)")}
        path = ask_where(self, _("Save picture"), file_stem(self.accessibleName()) + ".png", kinds)
        if path is None:
            return
        try:
            self.export(path)
        except Problem as problem:
            tell(self, problem)

    def export(self, path: Path) -> None:
        """Write the figure, in the colours of print, to a .png, .svg or .pdf file. Raises FileProblem."""
        if self._draw is None:
            return
        made = QBuffer()
        made.open(QBuffer.OpenModeFlag.WriteOnly)
        size = self._size()
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setOutputDevice(made)
            generator.setSize(size.toSize())
            generator.setViewBox(QRectF(QPointF(0, 0), size))
            generator.setTitle(self.accessibleName())
            generator.setDescription(self.accessibleDescription())
            self._paint_on(QPainter(generator), size, 1.0)
        elif path.suffix.lower() == ".pdf":
            writer = QPdfWriter(made)
            writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
            writer.setPageMargins(QMarginsF(0, 0, 0, 0))
            writer.setTitle(self.accessibleName())
            self._paint_on(QPainter(writer), size, writer.resolution() / 72)
        else:
            QImageWriter(made, QByteArray(b"png")).write(self._image())
        write_whole(path, bytes(made.data().data()))

    def _image(self) -> QImage:
        size = self._size()
        image = QImage((size * EXPORT_SCALE).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(PRINT.surface))
        self._paint_on(QPainter(image), size, EXPORT_SCALE)
        return image

    def _paint_on(self, painter: QPainter, size: QSizeF, factor: float) -> None:
        assert self._draw_in_full is not None
        painter.scale(factor, factor)
        paint(painter, self._draw_in_full(size.width(), size.height(), PRINT).plain())
        painter.end()
