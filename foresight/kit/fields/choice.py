"""Fields in which one chooses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QToolButton,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.fields.base import MIXED, Field
from foresight.kit.labels import button, told_label
from foresight.kit.picking import pick


class _Choice(QComboBox):
    """May be narrower than its longest text; its list is not. Scrolling the form with the wheel must not change what
    happens to lie under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Number(QSpinBox):
    """As _Choice."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(5, 0, 5, 0)  # style sheets do not reach the line inside
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of a few; ``none`` is the text for no choice, or "" when there must be one."""

    def __init__(self, name: str, label: str, options: Mapping[Any, str], none: str = "") -> None:
        super().__init__(name, label)
        self._none = none
        self.box = _Choice()
        self._values: list[Any] = []
        self.offer(options)
        self.box.activated.connect(lambda index: self.edited.emit(self._values[index]))
        self.put(self.box)

    def offer(self, options: Mapping[Any, str]) -> None:
        """Let these be what one chooses from."""
        self._values = [*([None] if self._none else []), *options]
        texts = [*([self._none] if self._none else []), *options.values()]
        if texts != [self.box.itemText(index) for index in range(self.box.count())]:
            self.box.clear()
            self.box.addItems(texts)

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
        self.box = _Choice()
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


class StayingField(RefField):
    """What new things are typed in for: it stays chosen as long as it is there. Hidden where there is no choice."""

    def __init__(
        self, name: str, label: str, choices: Callable[[Document], Sequence[tuple[Id, str]]], none: str
    ) -> None:
        super().__init__(name, label, choices, none)
        self.chosen: Id | None = None
        self.title.hide()
        self.edited.connect(self.choose)

    def choose(self, chosen: Id | None) -> None:
        """Let this be what new things are typed in for."""
        self.chosen = chosen

    def render_document(self, document: Document) -> None:
        """Learn what there is to choose from."""
        self.show_document(document)
        if self.chosen not in self._ids:
            self.chosen = None
        self.show_value(self.chosen)
        self.setVisible(len(self._ids) > 1)


class RefsField(Field):
    """Several other entities, chosen from a list; ``choices(document)`` lists (id, text)."""

    def __init__(self, name: str, label: str, choices: Callable[[Document], Sequence[tuple[Id, str]]]) -> None:
        super().__init__(name, label)
        self._choices = choices
        self._items: Sequence[tuple[Id, str]] = ()
        self._value: tuple[Id, ...] = ()
        self.shown = told_label()
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
        self.box = _Number()
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
