"""Choosing from a list: type to filter, Space to tick, Enter to accept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from foresight.core.document import Id
from foresight.core.words import _

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
        for entity, text in items:
            item = QListWidgetItem(text)
            item.setData(_ID, entity)
            if many:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if entity in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if not many and entity in chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and items:
            self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: None if many else self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(buttons)

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
