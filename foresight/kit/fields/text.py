"""Fields in which one types."""

import datetime
import math
import re
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_line, clean_prose
from foresight.core.words import _
from foresight.kit.fields.base import MIXED, Field
from foresight.kit.limits import cut_at, limit_line, say_beside

TALL = 6
"""From so many lines on a field takes the room there is."""


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LineField(Field):
    """One line of text."""

    def __init__(self, name: str, label: str, hint: str = "", limit: int = LINE_LENGTH) -> None:
        super().__init__(name, label, hint)
        self.line = _Line()
        limit_line(self.line, limit)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(lambda text: self.edited.emit(self._value(text)))
        self.line.left.connect(self.left)
        self.put(self.line)

    def _value(self, text: str) -> Any:
        return clean_line(text, self.line.maxLength())

    def _text(self, value: Any) -> str:
        return str(value)

    def show_value(self, value: Any) -> None:
        self.line.setPlaceholderText(_("several values") if value is MIXED else self.hint)
        # What is being typed stays as it is typed (a trailing blank), as long as it means the same.
        if value is MIXED or self._value(self.line.text()) != value or not self.line.hasFocus():
            text = "" if value is MIXED else self._text(value)
            if text != self.line.text():
                self.line.setText(text)
                if not self.line.hasFocus():
                    self.line.setCursorPosition(0)  # a long text shows its beginning


class TagsField(LineField):
    """Several short texts, separated by commas, as a tuple."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(name, label, hint or _("separated by commas"), limit=2_000)

        self.line.textEdited.connect(self._say_length)

    def _value(self, text: str) -> tuple[str, ...]:
        return tuple(tag for tag in (clean_line(part) for part in text.split(",")) if tag)

    def _say_length(self, text: str) -> None:
        if any(len(part.strip()) > LINE_LENGTH for part in text.split(",")):
            say_beside(self.line, cut_at(LINE_LENGTH))

    def _text(self, value: Any) -> str:
        return ", ".join(value)


def read_day(text: str) -> str | None:
    """A day as people type it (2026-11-21, 21.11.2026, 21/11/2026) as ISO text; "" for nothing, None for no day."""
    text = text.strip()
    day_first = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text)
    try:
        if day_first:
            day, month, year = map(int, day_first.groups())
            return datetime.date(year, month, day).isoformat()
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        return None


class DateField(LineField):
    """A day as ISO text; what is not a day is not taken, and the label says so when the field is left."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, _("year-month-day, such as 2026-11-21"), limit=10)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._tidy)

    def _typed(self, text: str) -> None:
        day = read_day(text)
        if day is not None:
            self.edited.emit(day)

    def _tidy(self) -> None:
        day = read_day(self.line.text())
        if day is not None:
            self.line.setText(day)
        self.mark(_("{field}: not a day").format(field=self.label) if day is None else "")

    def show_value(self, value: Any) -> None:
        """Show a day, unless one is being typed."""
        if not self.line.hasFocus():
            super().show_value(value)
            self.mark()


class _Prose(QPlainTextEdit):
    left = Signal()
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ProseField(Field):
    """Running text. A field of a few ``lines`` grows with its text; one of six or more takes the room there is.

    More than ``limit`` characters stay visible, but only the first are taken, and the field says so.
    """

    def __init__(self, name: str, label: str, hint: str = "", lines: int = 3, limit: int = PROSE_LENGTH) -> None:
        super().__init__(name, label, hint)
        self.limit = limit
        self.text = _Prose()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(hint)
        self._lines = lines
        self.text.setMinimumHeight(self._height(lines))
        if lines < TALL:
            self.text.document().documentLayout().documentSizeChanged.connect(self._grow)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.text.resized.connect(self._grow)  # text set before the field is shown has no lines yet
            self._grow()
        self.text.textChanged.connect(self._say_length)
        self.text.textChanged.connect(lambda: self.edited.emit(self._value()))
        self.text.left.connect(self.left)
        self.put(self.text)

    def _height(self, lines: int) -> int:
        return math.ceil(QFontMetricsF(self.text.font()).lineSpacing() * lines) + 22  # frame, padding and margin

    def _grow(self) -> None:
        """As high as the text, up to twice the lines it begins with."""
        lines = int(self.text.document().documentLayout().documentSize().height())  # a plain text counts in lines
        self.text.setFixedHeight(self._height(min(max(lines, self._lines), 2 * self._lines)))

    def _clean(self, limit: int) -> str:
        return clean_prose(self.text.toPlainText(), limit)

    def _longest(self) -> int:
        """How long that is of which only so much is kept."""
        return len(self._clean(self.text.document().characterCount()))

    def _say_length(self) -> None:
        said = _("{field}: only the first {most} characters are kept").format(field=self.label, most=self.limit)
        self.mark(said if self._longest() > self.limit else "")

    def _value(self) -> Any:
        return self._clean(self.limit)

    def _text(self, value: Any) -> str:
        return str(value)

    def show_value(self, value: Any) -> None:
        self.text.setPlaceholderText(_("several values") if value is MIXED else self.hint)
        text = "" if value is MIXED else self._text(value)
        if value is MIXED or self._value() != value:
            with QSignalBlocker(self.text):
                at = self.text.textCursor().position()
                self.text.setPlainText(text)
                cursor = self.text.textCursor()
                cursor.setPosition(min(at, len(text)), QTextCursor.MoveMode.MoveAnchor)
                self.text.setTextCursor(cursor)
            self._say_length()


class WrappedField(ProseField):
    """One line, shown on several."""

    def _clean(self, limit: int) -> str:
        return clean_line(self.text.toPlainText(), limit)


class LinesField(ProseField):
    """Several texts, one a line, as a tuple."""

    def __init__(self, name: str, label: str, hint: str = "", lines: int = 3) -> None:
        super().__init__(name, label, hint or _("one a line"), lines, LINE_LENGTH)

    def _longest(self) -> int:
        return max(map(len, self.text.toPlainText().split("\n")))

    def _value(self) -> tuple[str, ...]:
        lines = (clean_line(line) for line in self.text.toPlainText().split("\n"))
        return tuple(line for line in lines if line)

    def _text(self, value: Any) -> str:
        return "\n".join(value)
