"""What a machine can see of a window: text that is cut off, controls without a name, a picture with nothing in it."""

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QScrollArea, QToolButton, QWidget

CELL_PADDING = 12
"""Pixels left and right of the text of a cell together."""


def clipped(root: QWidget) -> Iterator[str]:
    """The visible texts below ``root`` that have less room than they need."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton) and shows_text(widget):
            need = widget.sizeHint().width()
            if need > widget.width():
                yield f"{type(widget).__name__} {widget.text()!r} needs {need}, has {widget.width()}"
        elif isinstance(widget, QScrollArea):
            yield from _clipped_page(widget)
        elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
            yield from _clipped_sections(widget)


def shows_text(button: QAbstractButton) -> bool:
    """Whether a button has words on it, not only an icon."""
    if isinstance(button, QToolButton) and not button.icon().isNull():
        return bool(button.text()) and button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text())


def _clipped_page(area: QScrollArea) -> Iterator[str]:
    fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    page, has = area.widget(), area.viewport().width()
    need = page.width() if page is not None and fixed else 0
    if need > has:
        yield f"page of {type(area).__name__} in {type(area.parentWidget()).__name__} needs {need}, has {has}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        need, has = label.heightForWidth(label.width()), label.height()
    else:
        need, has = label.sizeHint().width(), label.width()
    if need > has:
        yield f"{'wrapped ' if label.wordWrap() else ''}label {label.text()[:60]!r} needs {need}, has {has}"


def _clipped_sections(header: QHeaderView) -> Iterator[str]:
    model, metrics = header.model(), header.fontMetrics()
    wraps = bool(header.defaultAlignment() & Qt.TextFlag.TextWordWrap)
    for section in range(header.count()):
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        lines = title.split() if wraps else [title]
        need, has = max(map(metrics.horizontalAdvance, lines), default=0) + CELL_PADDING, header.sectionSize(section)
        if title and not header.isSectionHidden(section) and need > has:
            yield f"column {title!r} needs {need}, has {has}"


def is_blank(image: QImage) -> bool:
    """Whether the middle of the work area has next to nothing in it."""
    colours = set()
    for x, y in product(range(200, 1000, 5), range(250, min(650, image.height()), 5)):
        colours.add(image.pixel(x, y))
        if len(colours) >= 3:
            return False
    return True


def nameless(root: QWidget) -> set[str]:
    """The widgets that take the focus and that a screen reader could not name."""
    return {
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(root)
        and not widget.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    }
