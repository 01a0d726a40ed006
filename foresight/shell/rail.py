"""The rail at the left: all methods in working order, by stage of the day.

Tab comes to one of its buttons, that of the present method; the arrow keys go to the others.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from foresight.core.methods import GROUPS, Method
from foresight.core.words import _
from foresight.kit.actions import plain
from foresight.kit.labels import plain_label, tip
from foresight.kit.theme import font, icon


class _Button(QToolButton):
    """Leaves the arrow keys to the rail; Qt would take them for Tab."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
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
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 5, 12)
        column.setSpacing(1)
        self.buttons: dict[str, QToolButton] = {}
        stage = ""
        for method in methods:
            if method.group != stage:
                stage = method.group
                heading = plain_label(_(GROUPS[method.group]), "small")
                heading.setContentsMargins(8, 8 if self.buttons else 0, 0, 1)
                column.addWidget(heading)
            column.addWidget(self._button(method))
        column.addStretch()
        self.setWidget(page)

    def _button(self, method: Method) -> QToolButton:
        made = _Button()
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
        self.buttons[method.id] = made
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
        buttons = list(self.buttons.values())
        at = next((index for index, one in enumerate(buttons) if one.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        target = buttons[(at + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target)

    def show_method(self, method_id: str) -> None:
        """Mark this method as the present one; none when there is no such method."""
        first = method_id if method_id in self.buttons else next(iter(self.buttons), "")
        for key, button in self.buttons.items():
            button.setChecked(key == method_id)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if key == first else Qt.FocusPolicy.NoFocus)
        self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to the present method, with the heading or neighbour beside it."""
        for button in self.buttons.values():
            if button.isChecked():
                self.ensureWidgetVisible(button, 0, button.height())
