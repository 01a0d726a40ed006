"""How a line of the summary looks: headings, sentences with what is special about them, quotes set in."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QPlainTextEdit, QStyle, QStyleOptionViewItem, QWidget

from foresight.core.words import _
from foresight.kit.editing import ProseDelegate
from foresight.kit.labels import CLIP
from foresight.kit.theme import colour, font, scaled
from foresight.methods.summary.lines import Kind, Line, state_of

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
WIDEST = 720
"""Pixels a line of text takes at most, at the usual size."""
LEFT: dict[Kind, int] = {"chapter": 8, "note": 20, "sentence": 20, "quote": 44}
ABOVE: dict[Kind, int] = {"chapter": 18, "note": 2, "sentence": 4, "quote": 2}
BELOW = 4
EDITED = 3
"""Lines that there are at least room for where one writes."""


class LineDelegate(ProseDelegate):
    """Paints lines as wide as the list allows, and lets notes and sentences be written in their place."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), self.height(index.data(LINE)))

    def height(self, line: Line) -> int:
        """How high a line is, in the list as wide as it is now."""
        height = _height(said(line), self._width(line), _font(line).toString())
        if state_of(line):
            height += QFontMetrics(font("small")).lineSpacing()
        return height + ABOVE[line.kind] + BELOW

    def _width(self, line: Line) -> int:
        return max(80, min(self._view.viewport().width() - LEFT[line.kind] - 16, scaled(WIDEST)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        inner = QRect(rect.left() + LEFT[line.kind], rect.top() + ABOVE[line.kind], self._width(line), rect.height())
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            back = inner.adjusted(-8, -3, 8, 0)
            back.setBottom(rect.bottom() - 1)
            painter.fillRect(back, colour("selection"))
        painter.setFont(_font(line))
        painter.setPen(colour(_ink(line)))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        used = painter.drawText(inner, flags, said(line))
        if line.kind == "chapter":
            painter.setPen(colour("line"))
            painter.drawLine(inner.left(), rect.bottom() - 1, inner.right(), rect.bottom() - 1)
        if special := state_of(line):
            painter.setFont(font("small"))
            is_warning = line.sentence is not None and line.sentence.is_outdated and not line.sentence.is_out
            painter.setPen(colour("danger" if is_warning else "muted"))
            below = QRect(inner.left(), inner.top() + used.height(), inner.width(), inner.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, special)
        painter.restore()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        super().setEditorData(editor, index)
        if isinstance(editor, QPlainTextEdit) and index.data(LINE).kind == "sentence":
            cursor = editor.textCursor()  # a sentence is put right more often than written anew
            cursor.movePosition(cursor.MoveOperation.End)
            editor.setTextCursor(cursor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rect: QRect = option.rect
        least = (EDITED + 1) * QFontMetrics(font()).lineSpacing()
        height = max(rect.height() + QFontMetrics(font()).lineSpacing(), least)
        top = min(rect.top(), max(0, self._view.viewport().height() - height))
        editor.setGeometry(rect.left() + LEFT[line.kind] - 8, top, self._width(line) + 16, height)


def said(line: Line) -> str:
    """What is painted of a line."""
    return _("Add a note to this chapter") if line.kind == "note" and not line.text else line.text[:CLIP]


def _ink(line: Line) -> str:
    is_faint = line.kind == "quote" or (line.kind == "note" and not line.text)
    is_out = line.kind == "sentence" and line.sentence is not None and line.sentence.is_out
    return "muted" if is_faint or is_out else "ink"


def _font(line: Line) -> QFont:
    made = font("lead", semibold=True) if line.kind == "chapter" else font()
    made.setItalic(line.kind == "quote" or line.kind == "note")
    made.setStrikeOut(line.kind == "sentence" and line.sentence is not None and line.sentence.is_out)
    return made


@lru_cache(maxsize=4_000)
def _height(text: str, width: int, typeface: str) -> int:
    """The height of a text in a column of this width."""
    made = QFont()
    made.fromString(typeface)
    return QFontMetrics(made).boundingRect(QRect(0, 0, width, 100_000), Qt.TextFlag.TextWordWrap, text).height()
