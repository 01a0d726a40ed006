"""The summary as one reads it: chapters, notes, sentences and quotes below each other; arrows walk, Enter writes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from foresight.core.history import Edit
from foresight.core.text import clean_prose
from foresight.core.words import Language, _
from foresight.kit.limits import kept
from foresight.kit.session import Session
from foresight.methods.summary.lines import Line, state_of
from foresight.methods.summary.model import reword, take_back, write_note
from foresight.methods.summary.view_line import LINE, LineDelegate

Index = QModelIndex | QPersistentModelIndex
LONGEST = 2_000
"""Characters of a sentence or a note."""


def change(line: Line, language: Language, text: str) -> Edit:
    """The edit that makes ``text`` of a note or a sentence; the program's own sentence again takes its place back."""
    if line.sentence is None:
        return write_note(line.key, language, text)
    if text.strip() in ("", line.sentence.finding.text):
        return take_back(line.key, language)
    return reword(line.key, language, text, line.sentence.basis)


class _Lines(QAbstractListModel):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.language: Language = "en"
        self.lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = state_of(line)
            text = line.text or _("Add a note to this chapter")
            return f"{text} ({state})" if state else text
        return line if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.lines[index.row()].is_written:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.session.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.lines[index.row()]
        text = kept(self.session, clean_prose(str(value)).strip(), LONGEST)
        if text == line.text:
            return False
        self.session.seal()
        return self.session.do(change(line, self.language, text))


class SummaryText(QListView):
    """All lines. ``moved()`` when another one is the current one, ``left_out()`` on Delete."""

    moved = Signal()
    left_out = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.held = _Lines(session)
        self.setModel(self.held)
        self.setAccessibleName(_("Sentences of the summary"))
        self.type = LineDelegate(self)
        self.setItemDelegate(self.type)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @property
    def line(self) -> Line | None:
        """The current line."""
        row = self.currentIndex().row()
        return self.held.lines[row] if 0 <= row < len(self.held.lines) else None

    def show_lines(self, lines: Sequence[Line], language: Language) -> None:
        """Show these; the current line stays the current one, whatever it says now."""
        before, self.held.language = self.line, language
        same = [(one.kind, one.key) for one in self.held.lines] == [(one.kind, one.key) for one in lines]
        if same:
            changed = [
                (at, old) for at, (old, new) in enumerate(zip(self.held.lines, lines, strict=True)) if old != new
            ]
            self.held.lines = tuple(lines)
            if any(self.type.height(old) != self.type.height(lines[at]) for at, old in changed):
                self.scheduleDelayedItemsLayout()
            for at, _old in changed:
                self.update(self.held.index(at))  # dataChanged would lay out all lines anew
        else:
            with QSignalBlocker(self.selectionModel()):
                self.held.beginResetModel()
                self.held.lines = tuple(lines)
                self.held.endResetModel()
            self.go_to(before)
        self.moved.emit()

    def go_to(self, wanted: Line | None) -> None:
        """To the line that was this one; else to the first sentence."""
        at = self._row(lambda one: wanted is not None and (one.kind, one.key) == (wanted.kind, wanted.key))
        at = self._row(lambda one: one.kind == "sentence") if at is None else at
        if at is not None:
            self.setCurrentIndex(self.held.index(at))

    def go_to_next_outdated(self) -> bool:
        """To the next sentence below, or from the top, whose numbers changed; False when there is none."""
        rows = [at for at, one in enumerate(self.held.lines) if one.kind == "sentence" and _is_outdated(one)]
        if rows:
            now = self.currentIndex().row()
            self.setCurrentIndex(self.held.index(next((row for row in rows if row > now), rows[0])))
        return bool(rows)

    def write(self, key: str, kind: str) -> None:
        """Let the line of this kind with this key be written."""
        at = self._row(lambda one: (one.kind, one.key) == (kind, key))
        if at is not None:
            self.setCurrentIndex(self.held.index(at))
            self.setFocus()
            self.edit(self.currentIndex())

    def _row(self, fits: Any) -> int | None:
        return next((at for at, one in enumerate(self.held.lines) if fits(one)), None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() == 1:
            self.scrollToTop()  # to the heading above it
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.left_out.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # Qt stays where the first line is a heading
            written = [at for at, one in enumerate(self.held.lines) if one.is_written]
            if written:
                self.setCurrentIndex(self.held.index(written[0 if event.key() == Qt.Key.Key_Home else -1]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _is_outdated(line: Line) -> bool:
    return line.sentence is not None and line.sentence.is_outdated and not line.sentence.is_out
