"""A driver on the canvas. Zoomed out its title is set larger, if the box holds it; zoomed far out it has none."""

import math
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from foresight.core.look import SIZES, Look
from foresight.core.words import _
from foresight.kit.labels import tip
from foresight.kit.marks import paint_mark
from foresight.kit.theme import colour, font, look, scaled
from foresight.methods.network.analysis import ROLE_TINTS, ROLES, Role
from foresight.methods.network.model import NODE
from foresight.methods.network.view_overlay import Badge, paint_badge
from foresight.model.drivers import Driver

FAR = 0.22
"""Below this scale there is no text."""
TEXT_SIZES = (SIZES["lead"], 17, 20, 23, 26, 30, 34)
"""In which titles are set, in pixels at life size: the smallest that can be read on the screen, else the largest."""
READABLE = 11.0
"""The height of type, in pixels of the screen, that titles do not fall below if the box holds them."""
SMALLEST = 6.0
"""The same for titles that would not be seen whole."""
SAMPLE = 100
"""Titles that are looked at to find a size for all."""
MOST = 0.6
ROLE_MARKS: dict[Role, str] = {"driving": "triangle", "critical": "diamond", "result": "square", "autonomous": "circle"}
"""The mark on the upper edge of a driver beside its tint; those in the pack have none."""
HANDLE = 7.0
"""Radius of the handle at a driver's right edge; a drag from it makes a link."""
_BODY = QRectF(-NODE[0] / 2, -NODE[1] / 2, *NODE)
_BOUNDS = _BODY.adjusted(-3, -9, HANDLE + 2, 3)
_INSET = 8.0
_MARKS_AT = _BODY.topLeft() + QPointF(13, 0)
_SIGN = 10.0


class DriverItem(QGraphicsItem):
    """A driver: a box with its title, tinted by its role."""

    def __init__(self, driver: Driver, common: Callable[[int], int]) -> None:
        """``common`` gives the size in which most titles are set where one would like this one."""
        super().__init__()
        self._common = common
        self.id = driver.id
        self.driver: Driver | None = None
        self.role: Role = "platoon"
        self.pinned = False
        self.is_target = False
        """Whether a link is just being drawn to it."""
        self._badge: Badge = ""
        self._is_hovered = False
        self._lines: dict[int, list[Line]] = {}
        self._whole: dict[int, bool] = {}
        self.setZValue(1)
        self.setAcceptHoverEvents(True)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def show_driver(self, driver: Driver, role: Role, pinned: bool) -> None:
        """Show this driver, repainting only when something is different."""
        if self.driver is driver and (self.role, self.pinned) == (role, pinned):
            return
        if self.driver is None or self.driver.title != driver.title:
            self._lines, self._whole = {}, {}
        self.driver, self.role, self.pinned = driver, role, pinned
        tip(self, f"{driver.title}\n{_(ROLES[role])}" + (f", {_('pinned')}" if pinned else ""))
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show that a link is just being drawn to it, or no longer."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def set_badge(self, badge: Badge) -> None:
        """Show a sign in the corner, or none."""
        if badge != self._badge:
            self._badge = badge
            self.update()

    def boundingRect(self) -> QRectF:
        return _BOUNDS

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(_BODY)
        path.addEllipse(QPointF(_BODY.right(), 0), HANDLE, HANDLE)
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def on_handle(self, point: QPointF) -> bool:
        """Whether a point of the scene lies on the handle."""
        here = point - self.pos()
        return math.hypot(here.x() - NODE[0] / 2, here.y()) <= HANDLE + 3

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        chosen = self.isSelected() or self.is_target
        painter.setBrush(_brush(look(), ROLE_TINTS[self.role]))
        painter.setPen(_edge(look(), chosen))
        scale = painter.worldTransform().m11()
        if scale < FAR:
            painter.drawRect(_BODY)
            return
        painter.drawRoundedRect(_BODY, 6, 6)
        size = self.text_size(scale)
        painter.setFont(title_font(size))
        painter.setPen(_ink(look()))
        for place, text in self.lines(size):
            painter.drawStaticText(place, text)
        self._paint_signs(painter)
        if chosen or self._is_hovered:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(QPointF(_BODY.right(), 0), HANDLE, HANDLE)

    def _paint_signs(self, painter: QPainter) -> None:
        """Draw the mark of its role, a pin, and the badge of an overlay."""
        mark = ROLE_MARKS.get(self.role)
        if mark:
            paint_mark(painter, mark, _MARKS_AT, _SIGN, "muted")
        if self.pinned:
            head = _MARKS_AT + QPointF(16, -2)
            painter.setPen(QPen(colour("ink"), 1.5))
            painter.drawLine(head, head + QPointF(0, 9))
            painter.setBrush(colour("ink"))
            painter.drawEllipse(head, 4, 4)
        if self._badge:
            painter.setFont(title_font(SIZES["lead"]))
            paint_badge(painter, self._badge)

    def lines(self, size: int) -> list["Line"]:
        """The lines of its title in type of this size, each with its upper left corner."""
        if size not in self._lines:
            assert self.driver is not None
            self._lines[size] = title_lines(self.driver.title, size)
        return self._lines[size]

    def text_size(self, scale: float) -> int:
        """The size of its title at this scale: readable, as most others have it, or smaller to be seen whole."""
        wanted = scaled(READABLE) / scale
        size = self._common(next((size for size in TEXT_SIZES if size >= wanted), TEXT_SIZES[-1]))
        smaller = [one for one in reversed(TEXT_SIZES) if one <= size and one * scale >= SMALLEST] or [size]
        return next((one for one in smaller if self.is_whole(one)), smaller[-1])

    def is_whole(self, size: int) -> bool:
        """Whether its title fits into the box in type of this size, and no word is broken."""
        assert self.driver is not None
        if size not in self._whole:
            metrics, wide = QFontMetricsF(title_font(size)), NODE[0] - 2 * _INSET
            fits = all(metrics.horizontalAdvance(word) <= wide for word in self.driver.title.split())
            self._whole[size] = fits and not any(text.text().endswith("…") for _place, text in self.lines(size))
        return self._whole[size]


def common_size(items: Sequence[DriverItem], size: int) -> int:
    """The largest type up to ``size`` in which most titles are whole, of every so many of the items."""
    some = items[:: len(items) // SAMPLE + 1]
    sizes = (one for one in reversed(TEXT_SIZES) if one <= size)
    return next((one for one in sizes if sum(item.is_whole(one) for item in some) >= MOST * len(some)), TEXT_SIZES[0])


Line = tuple[QPointF, QStaticText]


@cache
def _brush(theme: Look, token: str) -> QBrush:
    return QBrush(QColor(theme[token]))


@cache
def _edge(theme: Look, chosen: bool) -> QPen:
    return QPen(QColor(theme["accent" if chosen else "muted"]), 2.5 if chosen else 1.0)


@cache
def _ink(theme: Look) -> QPen:
    return QPen(QColor(theme["ink"]))


@cache
def title_font(size: int) -> QFont:
    """The font of titles in this size, whatever the size of type in the window: the box is of one size too."""
    made = font("lead")
    made.setPixelSize(size)
    return made


def title_lines(title: str, size: int) -> list[Line]:
    """A title wrapped and centred in the box; the last line may be shortened."""
    metrics = QFontMetricsF(title_font(size))
    rows = _wrapped(title, size, NODE[0] - 2 * _INSET, max(1, int(NODE[1] / metrics.lineSpacing())))
    top = -len(rows) * metrics.lineSpacing() / 2
    found = []
    for at, row in enumerate(rows):
        text = QStaticText(row)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=title_font(size))
        found.append((QPointF(-metrics.horizontalAdvance(row) / 2, top + at * metrics.lineSpacing()), text))
    return found


def _wrapped(title: str, size: int, width: float, most: int) -> list[str]:
    """At most so many rows that fit into a width."""
    layout = QTextLayout(title, title_font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    rows: list[str] = []
    while (line := layout.createLine()).isValid() and len(rows) < most:
        line.setLineWidth(width)
        start = line.textStart()
        rows.append(title[start:] if len(rows) == most - 1 else title[start : start + line.textLength()].rstrip())
    layout.endLayout()
    metrics = QFontMetricsF(title_font(size))
    return [metrics.elidedText(row, Qt.TextElideMode.ElideRight, width) for row in rows]
