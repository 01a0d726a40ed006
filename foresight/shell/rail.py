"""The rail at the left: all methods in working order, by stage of the day."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from foresight.core.methods import GROUPS, Method
from foresight.core.words import _
from foresight.kit.actions import plain
from foresight.kit.labels import plain_label, tip
from foresight.kit.theme import font, icon


class _Buttons(QWidget):
    """The buttons; Up and Down walk them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Rail(QScrollArea):
    """``chosen(id)`` when a method is asked for."""

    chosen = Signal(str)

    def __init__(self, methods: Sequence[Method]) -> None:
        super().__init__()
        self.setFixedWidth(168)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Methods"))
        page = _Buttons()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        stage = ""
        for method in methods:
            if method.group != stage:
                stage = method.group
                heading = plain_label(_(GROUPS[method.group]), "small")
                heading.setContentsMargins(8, 10 if self.buttons else 0, 0, 2)
                column.addWidget(heading)
            column.addWidget(self._button(method))
        column.addStretch()
        self.setWidget(page)

    def _button(self, method: Method) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "rail")
        made.setText(plain(_(method.title)))
        made.setFont(font())
        made.setIcon(icon(method.icon))
        made.setIconSize(QSize(18, 18))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tip(made, _(method.purpose))
        made.setAccessibleName(_(method.title))
        made.setAccessibleDescription(_(method.purpose))
        made.clicked.connect(lambda _checked=False: self.chosen.emit(method.id))
        self._group.addButton(made)
        self.buttons[method.id] = made
        return made

    def show_method(self, method_id: str) -> None:
        """Mark this method as the present one; none when there is no such method."""
        self._group.setExclusive(method_id in self.buttons)
        for key, button in self.buttons.items():
            button.setChecked(key == method_id)
