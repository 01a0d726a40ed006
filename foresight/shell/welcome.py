"""The first page: begin, go on, or look at a sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from foresight.core.folders import RESOURCES, SCENARIOS
from foresight.core.words import _, language
from foresight.kit.actions import plain
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.theme import icon

FILE_PADDING = 28
"""Pixels of a button with a file that are neither icon nor name."""


def samples() -> list[Path]:
    """The sample workshops, those in the present language first."""
    found = sorted(SCENARIOS.glob("*.foresight"))
    return sorted(found, key=lambda path: f".{language()}." not in path.name)


def templates() -> list[Path]:
    """Beginnings in the present language, without anybody's answers."""
    return sorted((SCENARIOS / "templates").glob(f"*.{language()}.foresight"))


def spoken_name(path: Path) -> str:
    """``public-sector-2040.en.foresight`` as people say it: "Public sector 2040"."""
    words = path.name.split(".")[0].replace("-", " ")
    return words[:1].upper() + words[1:]


class _File(QPushButton):
    """A button with the name of a file, which is cut with … where room is short."""

    def __init__(self, title: str) -> None:
        super().__init__(icon("brief"), plain(title))
        self.setProperty("role", "file")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        room = self.width() - self.iconSize().width() - FILE_PADDING
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class Welcome(QScrollArea):
    """Signals say what was chosen: ``new_wanted()``, ``open_wanted()``, ``file_chosen(Path)``, ``copy_chosen(Path)``
    for a sample or template, ``forget_wanted()`` to clear the recent files."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_chosen = Signal(object)
    copy_chosen = Signal(object)
    forget_wanted = Signal()

    def __init__(self, recent: tuple[Path, ...]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Welcome"))
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(24)
        column.addLayout(self._head())
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self._begin(), 1)
        cards.addWidget(self._recent(recent), 1)
        cards.addWidget(self._samples(), 1)
        column.addLayout(cards)
        column.addWidget(plain_label(_("You can also drop a workshop file onto the window."), "muted"))
        column.addStretch()
        self.setWidget(page)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        mark = QSvgWidget(str(RESOURCES / "icons" / "foresight.svg"))
        mark.setFixedSize(56, 56)
        row.addWidget(mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label("Foresight", "display", wrap=False))
        words.addWidget(plain_label(_("A day about the future, from trends to a printed brief."), "muted"))
        row.addLayout(words, 1)
        return row

    def _card(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(plain_label(title, "lead"))
        return frame, column

    def _begin(self) -> QFrame:
        frame, column = self._card(_("Begin"))
        self.first = button(_("New workshop"), self.new_wanted.emit, icon_name="plus", role="primary")
        column.addWidget(self.first)
        column.addWidget(button(_("Open…"), self.open_wanted.emit, icon_name="open"))
        if templates():
            column.addWidget(plain_label(_("New from template"), "small"))
        for path in templates():
            column.addWidget(self._file(path, spoken_name(path), copy=True))
        column.addStretch()
        return frame

    def _recent(self, recent: tuple[Path, ...]) -> QFrame:
        frame, column = self._card(_("Recent"))
        if not recent:
            column.addWidget(plain_label(_("Workshops you open appear here."), "muted"))
        for path in recent:
            one = self._file(path, path.stem, copy=False)
            one.setEnabled(path.exists())
            column.addWidget(one)
        if recent:
            column.addWidget(button(_("Clear list"), self.forget_wanted.emit, role="quiet"))
        column.addStretch()
        return frame

    def _samples(self) -> QFrame:
        frame, column = self._card(_("Look at a sample"))
        column.addWidget(plain_label(_("A whole day, filled in. It opens as a copy: change it as you like."), "muted"))
        for path in samples():
            column.addWidget(self._file(path, spoken_name(path), copy=True))
        column.addStretch()
        return frame

    def _file(self, path: Path, title: str, *, copy: bool) -> QPushButton:
        wanted = self.copy_chosen if copy else self.file_chosen
        made = _File(title)
        made.clicked.connect(lambda _checked=False: wanted.emit(path))
        tip(made, str(path))
        return made
