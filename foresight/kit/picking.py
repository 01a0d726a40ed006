"""Choosing from a list: type to filter, Space to tick, Enter to accept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout, QWidget

from foresight.core.document import Id
from foresight.core.words import _
from foresight.kit.lists import fill

_ID = Qt.ItemDataRole.UserRole


class Picker(QDialog):
    """A list of things, some of them ticked."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        items: Sequence[tuple[Id, str]],
        chosen: Sequence[Id] = (),
        *,
        many: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 480)
        self._many = many
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Type to filter"))
        self.search.setAccessibleName(_("Type to filter"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        fill(self.list, [(text, self._held(entity, entity in chosen)) for entity, text in items])
        current = [row for row, (entity, _text) in enumerate(items) if entity in chosen and not many]
        if items:
            self.list.setCurrentRow(current[-1] if current else 0)
        self.list.itemActivated.connect(lambda _item: None if many else self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(buttons)

    def _held(self, entity: Id, is_chosen: bool) -> dict[int, Any]:
        """What the line of an entity holds; where many may be chosen, it can be ticked."""
        tick = Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        return {_ID: entity} | ({Qt.ItemDataRole.CheckStateRole: tick} if self._many else {})

    def chosen(self) -> tuple[Id, ...]:
        """The ids of what is ticked (or current, when only one may be chosen)."""
        if not self._many:
            current = self.list.currentItem()
            return (current.data(_ID),) if self.list.currentRow() >= 0 and not current.isHidden() else ()
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
            first = first or (None if item.isHidden() else item)
        if first is not None:
            self.list.setCurrentItem(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search line walk the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.setFocus()
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def pick(
    parent: QWidget | None, title: str, items: Sequence[tuple[Id, str]], chosen: Sequence[Id] = (), *, many: bool = True
) -> tuple[Id, ...] | None:
    """Let the user choose; the ids, or None when it was cancelled."""
    dialog = Picker(parent, title, items, chosen, many=many)
    return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
