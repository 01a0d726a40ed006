"""Fields of a form: each shows one field of an entity and sends what the user makes of it.

A form shows one entity or several; where several differ a field says so, and editing it changes all of them in one
undo step.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Entity, Id, Value
from foresight.core.history import Edit, together
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_line, clean_prose
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.picking import pick
from foresight.kit.session import Session

MIXED = object()
"""What a field shows when the entities differ."""


class Field(QWidget):
    """A labelled field. ``edited(value)`` when the user changed it; ``left()`` when the focus went."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.name, self.label, self.hint = name, label, hint
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.title = plain_label(label, "small")
        self.column.addWidget(self.title)

    def put(self, widget: QWidget) -> None:
        """Add the widget in which the user works."""
        widget.setAccessibleName(self.label)
        if self.hint:
            widget.setAccessibleDescription(self.hint)
        self.title.setBuddy(widget)
        self.column.addWidget(widget)
        self.setFocusProxy(widget)

    def show_value(self, value: Any) -> None:
        """Show a value, or MIXED."""
        raise NotImplementedError

    def show_document(self, document: Document) -> None:
        """Learn what choices there are; most fields need nothing."""


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
        self.line.setMaxLength(limit)
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


class TagsField(LineField):
    """Several short texts, separated by commas, as a tuple."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(name, label, hint or _("separated by commas"), limit=2_000)

    def _value(self, text: str) -> tuple[str, ...]:
        return tuple(tag for tag in (clean_line(part) for part in text.split(",")) if tag)

    def _text(self, value: Any) -> str:
        return ", ".join(value)


class DateField(LineField):
    """A day as ISO text; what is not a day is not taken."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, _("year-month-day, such as 2026-11-21"), limit=10)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(self._typed)

    def _typed(self, text: str) -> None:
        import datetime

        if not text.strip():
            self.edited.emit("")
            return
        try:
            self.edited.emit(datetime.date.fromisoformat(text.strip()).isoformat())
        except ValueError:
            return  # not a day yet: go on typing

    def show_value(self, value: Any) -> None:
        if not self.line.hasFocus():
            super().show_value(value)


class _Prose(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ProseField(Field):
    """Running text."""

    def __init__(self, name: str, label: str, hint: str = "", lines: int = 3, limit: int = PROSE_LENGTH) -> None:
        super().__init__(name, label, hint)
        self.limit = limit
        self.text = _Prose()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(hint)
        height = self.text.fontMetrics().lineSpacing() * lines + 20
        self.text.setMinimumHeight(height)
        if lines < 6:
            self.text.setMaximumHeight(height * 2)
        self.text.textChanged.connect(lambda: self.edited.emit(self._value()))
        self.text.left.connect(self.left)
        self.put(self.text)

    def _value(self) -> Any:
        return clean_prose(self.text.toPlainText(), self.limit)

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


class LinesField(ProseField):
    """Several texts, one a line, as a tuple."""

    def __init__(self, name: str, label: str, hint: str = "", lines: int = 3) -> None:
        super().__init__(name, label, hint or _("one a line"), lines)

    def _value(self) -> tuple[str, ...]:
        lines = (clean_line(line) for line in self.text.toPlainText().split("\n"))
        return tuple(line for line in lines if line)

    def _text(self, value: Any) -> str:
        return "\n".join(value)


class ChoiceField(Field):
    """One of a few; ``none`` is the text for no choice, or "" when there must be one."""

    def __init__(self, name: str, label: str, options: Mapping[Any, str], none: str = "") -> None:
        super().__init__(name, label)
        self.box = QComboBox()
        self._values: list[Any] = [None] if none else []
        if none:
            self.box.addItem(none)
        for value, text in options.items():
            self._values.append(value)
            self.box.addItem(text)
        self.box.activated.connect(lambda index: self.edited.emit(self._values[index]))
        self.put(self.box)

    def show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(-1 if value is MIXED or value not in self._values else self._values.index(value))


class RefField(Field):
    """One other entity or none; ``choices(document)`` lists (id, text)."""

    def __init__(
        self, name: str, label: str, choices: Callable[[Document], Sequence[tuple[Id, str]]], none: str
    ) -> None:
        super().__init__(name, label)
        self._choices, self._none = choices, none
        self._ids: list[Id | None] = [None]
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.activated.connect(lambda index: self.edited.emit(self._ids[index]))
        self.put(self.box)

    def show_document(self, document: Document) -> None:
        items = self._choices(document)
        texts = [self._none, *(text for _id, text in items)]
        self._ids = [None, *(entity for entity, _text in items)]
        if texts != [self.box.itemText(index) for index in range(self.box.count())]:
            self.box.clear()
            self.box.addItems(texts)

    def show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(-1 if value is MIXED or value not in self._ids else self._ids.index(value))


class RefsField(Field):
    """Several other entities, chosen from a list; ``choices(document)`` lists (id, text)."""

    def __init__(self, name: str, label: str, choices: Callable[[Document], Sequence[tuple[Id, str]]]) -> None:
        super().__init__(name, label)
        self._choices = choices
        self._items: Sequence[tuple[Id, str]] = ()
        self._value: tuple[Id, ...] = ()
        self.shown = plain_label("", "body")
        self.column.addWidget(self.shown)
        choose = button(_("Choose…"), self._choose)
        self.put(choose)
        choose.setAccessibleName(_("Choose: {field}").format(field=label))

    def show_document(self, document: Document) -> None:
        self._items = self._choices(document)

    def show_value(self, value: Any) -> None:
        self._value = () if value is MIXED else tuple(value)
        titles = dict(self._items)
        text = "\n".join(titles.get(entity, "?") for entity in self._value)
        self.shown.setText(_("several values") if value is MIXED else text)
        self.shown.setVisible(bool(self.shown.text()))

    def _choose(self) -> None:
        chosen = pick(self.window(), self.label, self._items, self._value)
        if chosen is not None:
            self.edited.emit(chosen)


class NumberField(Field):
    """A whole number; ``none`` is the text for no number, or "" when there must be one."""

    def __init__(self, name: str, label: str, low: int, high: int, none: str = "") -> None:
        super().__init__(name, label)
        self._none = none
        self._low = low
        self.box = QSpinBox()
        self.box.setRange(low - 1 if none else low, high)
        self.box.setSpecialValueText(none)
        self.box.setGroupSeparatorShown(False)
        self.box.setKeyboardTracking(False)
        self.box.valueChanged.connect(lambda number: self.edited.emit(None if none and number < low else number))
        self.put(self.box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            missing = value is MIXED or value is None
            self.box.setValue(self.box.minimum() if missing else int(value))


class _Degrees(QWidget):
    """A row of buttons that hears digits."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.digit.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.digit.emit(-1)
        else:
            super().keyPressEvent(event)


class DegreeField(Field):
    """A degree on a short scale such as 1 to 5: a row of buttons; digits choose, Delete clears, a second click too.

    ``ends`` say what the lowest and the highest mean.
    """

    def __init__(self, name: str, label: str, low: int = 1, high: int = 5, ends: tuple[str, str] | None = None) -> None:
        super().__init__(name, label if ends is None else f"{label} ({low} = {ends[0]}, {high} = {ends[1]})")
        self._low, self._high = low, high
        self._value: Any = None
        row = _Degrees()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.group = QButtonGroup(row)
        self.group.setExclusive(False)
        for degree in range(low, high + 1):
            one = QToolButton()
            one.setText(str(degree))
            one.setCheckable(True)
            one.setMinimumWidth(34)
            one.setAccessibleName(f"{label} {degree}")
            self.group.addButton(one, degree)
            layout.addWidget(one)
        layout.addStretch()
        self.group.idClicked.connect(self._clicked)
        row.digit.connect(self._typed)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.put(row)
        self.setFocusProxy(self.group.buttons()[0])

    def _clicked(self, degree: int) -> None:
        self.edited.emit(None if degree == self._value else degree)
        self.show_value(self._value)

    def _typed(self, degree: int) -> None:
        if degree == -1:
            self.edited.emit(None)
        elif self._low <= degree <= self._high:
            self.edited.emit(degree)

    def show_value(self, value: Any) -> None:
        self._value = value
        for degree in range(self._low, self._high + 1):
            self.group.button(degree).setChecked(degree == value)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self.title.hide()
        self.box = QCheckBox(label.replace("&", "&&"))
        self.box.clicked.connect(lambda checked: self.edited.emit(bool(checked)))
        self.put(self.box)

    def show_value(self, value: Any) -> None:
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if value is MIXED else _state(bool(value)))


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked


class Form(QScrollArea):
    """Fields of one or several entities, below each other.

    ``write(id, **changes)`` gives the edit for one entity.
    """

    def __init__(self, session: Session, fields: Sequence[Field | QWidget], write: Callable[..., Edit]) -> None:
        super().__init__()
        self.session, self.write = session, write
        self.fields = [field for field in fields if isinstance(field, Field)]
        self.shown: tuple[Entity, ...] = ()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for field in fields:
            column.addWidget(field)
        column.addStretch()
        self.setWidget(page)
        for field in self.fields:
            field.edited.connect(lambda value, field=field: self._write(field.name, value))
            field.left.connect(session.seal)

    def show_entities(self, document: Document, entities: Sequence[Entity]) -> None:
        """Show these (all of one kind, at least one)."""
        self.shown = tuple(entities)
        for field in self.fields:
            field.show_document(document)
            field.show_value(_common(self.shown, field.name))
            field.setEnabled(not self.session.read_only)

    def _write(self, name: str, value: Any) -> None:
        edits = [self.write(entity.id, **{name: value}) for entity in self.shown]
        if len(edits) == 1:
            self.session.do(edits[0])
        elif edits:
            several = together(edits[0].label, edits)
            ids = tuple(entity.id for entity in self.shown)
            self.session.do(Edit(several.label, several.apply, merge=(ids, name)))


def _common(entities: Sequence[Value], name: str) -> Any:
    values = [getattr(entity, name) for entity in entities]
    return values[0] if all(value == values[0] for value in values) else MIXED
