"""Text on the window. User text is data: the labels here show it as it is, never as mark-up."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from foresight.kit.actions import plain
from foresight.kit.theme import font, icon

CLIP = 2_000
"""A label shows at most this many characters: Qt needs seconds for very long ones."""


def plain_label(text: str = "", role: str = "body", *, wrap: bool = True) -> QLabel:
    """A label that shows ``text`` literally. Roles: body, muted, small, danger, lead, title, display, semibold."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text[:CLIP])
    label.setWordWrap(wrap)
    if role in ("muted", "danger"):
        label.setProperty("role", role)
    elif role == "small":
        label.setProperty("role", "muted")
        label.setFont(font("small"))
    elif role == "semibold":
        label.setFont(font(semibold=True))
    elif role in ("lead", "title", "display"):
        label.setFont(font(role, semibold=role != "lead"))
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def told_label(role: str = "body") -> QLabel:
    """A plain label for sentences with what users wrote: a word that never ends does not make its window wide."""
    label = plain_label("", role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def tip_text(text: str) -> str:
    """What a tool tip must be given to show ``text`` literally (Qt would take some texts for mark-up)."""
    escaped = text[:CLIP].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>" if text else ""


def tip(target: QWidget | QGraphicsItem | QAction | QTableWidgetItem, text: str) -> None:
    """A tool tip that shows ``text`` literally."""
    target.setToolTip(tip_text(text))


def rule() -> QFrame:
    """A thin line between parts."""
    line = QFrame()
    line.setProperty("role", "line")
    return line


def button(text: str, clicked: Callable[[], object], *, icon_name: str = "", role: str = "") -> QPushButton:
    """A push button; role "primary" or "quiet"."""
    made = QPushButton(plain(text))
    made.setAutoDefault(True)  # so that Enter presses it too, not only Space
    if icon_name:
        made.setIcon(icon(icon_name, "on_accent" if role == "primary" else "ink"))
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


class EmptyState(QWidget):
    """What a workspace shows while it has nothing: what it is for, and how to begin."""

    def __init__(
        self, title: str, text: str, actions: list[tuple[str, Callable[[], object]]], icon_name: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        if icon_name:
            picture = QLabel()
            picture.setPixmap(icon(icon_name, "muted", 40).pixmap(40, 40))
            column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        heading = plain_label(title, "title", wrap=False)
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        body = plain_label(text, "muted")
        body.setFixedWidth(440)
        body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.setMinimumHeight(body.heightForWidth(440))  # an aligned label is else given two lines, whatever it says
        column.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for index, (label, act) in enumerate(actions):
            row.addWidget(button(label, act, role="primary" if index == 0 else ""))
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
