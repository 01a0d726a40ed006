"""The command palette: type a few letters of a command, a method or a thing in the workshop, press Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.methods import Method
from foresight.core.naming import own_name
from foresight.core.words import _
from foresight.kit.lists import fill
from foresight.kit.theme import colour

SHOWN_MOST = 60
HINT = Qt.ItemDataRole.UserRole
PADDING = 8
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """Something that can be found and done."""

    text: str
    hint: str
    """Where it is or what it does; found like the text."""
    act: Callable[[], object]
    keys: str = ""


def command_entries(actions: Sequence[QAction]) -> list[Entry]:
    """The actions that are possible now, with their keys."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        Entry(made.text().replace("&&", "&"), "", made.trigger, made.shortcut().toString(native))
        for made in actions
        if made.isEnabled()
    ]


def method_entries(methods: Sequence[Method], show: Callable[[str], object]) -> list[Entry]:
    """The methods, to go to."""
    return [Entry(_(method.title), _("Go to"), partial(show, method.id)) for method in methods]


def thing_entries(methods: Sequence[Method], document: Document, go_to: Callable[[str, Id], object]) -> list[Entry]:
    """Everything in the workshop that has a name, to go to in the method where its kind is at home."""
    homes = {kind: method for method in methods for kind in method.home_of}
    parts = [(homes[kind], part) for kind, part in document.slices.items() if kind in homes]
    return [
        Entry(name, _(method.title), partial(go_to, method.id, entity.id))
        for method, part in parts
        for entity in part.entities()
        if (name := own_name(entity))
    ]


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that hold every typed word, those where a word begins with it first; at most SHOWN_MOST."""
    wanted = typed.casefold().split()

    def rank(entry: Entry) -> tuple[int, int]:
        text = entry.text.casefold()
        starts = sum(text.startswith(word) or f" {word}" in text for word in wanted)
        return -starts, len(text)

    found = [entry for entry in entries if all(word in f"{entry.text} {entry.hint}".casefold() for word in wanted)]
    return (sorted(found, key=rank) if wanted else found)[:SHOWN_MOST]


class _Row(QStyledItemDelegate):
    """The text at the left, the hint or the keys at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hint = str(index.data(HINT) or "")
        style: Any = option  # its fields are there, but not in the stubs
        place = style.rect
        taken = style.fontMetrics.horizontalAdvance(hint) + 2 * PADDING
        super().paint(painter, option, index)
        painter.setPen(colour("muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(place.width() - taken, 0, -PADDING, 0), side, hint)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        style: Any = option
        taken = style.fontMetrics.horizontalAdvance(str(index.data(HINT) or "")) + 3 * PADDING
        style.text = style.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, style.rect.width() - taken
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height() + PADDING)


def _held(entry: Entry) -> dict[int, str]:
    """What the line of an entry holds besides its text."""
    aside = entry.hint or entry.keys
    return {HINT: aside, Qt.ItemDataRole.AccessibleTextRole: f"{entry.text}, {aside}".rstrip(", ")}


class Palette(QDialog):
    """A line and a list."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Search or command"))
        self.resize(560, 420)
        self._entries = list(entries)
        self._shown: list[Entry] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Search or command"))
        self.line.setAccessibleName(_("Search or command"))
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self._choose)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.itemActivated.connect(lambda _item: self._choose())
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._filter("")

    def _filter(self, typed: str) -> None:
        self._shown = matching(self._entries, typed)
        fill(self.list, [(entry.text, _held(entry)) for entry in self._shown])
        if self._shown:
            self.list.setCurrentRow(0)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            entry = self._shown[row]
            self.accept()
            entry.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the line walk the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
        if step is None:
            return super().eventFilter(watched, event)
        count = max(self.list.count(), 1)
        self.list.setCurrentRow((self.list.currentRow() + step) % count)
        return True
