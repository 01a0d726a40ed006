"""Pages: what is not shown has no say and no cost."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from foresight.kit.labels import plain_label
from foresight.shell.pages import Pages


class Asking(QWidget):
    """A page that counts how often it is asked how high it must be."""

    asked = 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return width


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def pages_in(window: QWidget, *widgets: QWidget) -> Pages:
    """Pages with these widgets that fill the window."""
    pages, column = Pages(), QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pages)
    for widget in widgets:
        pages.addWidget(widget)
    window.show()
    QApplication.processEvents()
    return pages


def test_pages_that_are_not_shown_are_not_asked_when_the_one_that_is_shown_changes(window: QWidget) -> None:
    shown, said, waiting, asking = QWidget(), plain_label(), QWidget(), Asking()
    QVBoxLayout(shown).addWidget(said)
    QVBoxLayout(waiting).addWidget(asking)
    pages = pages_in(window, shown, waiting)
    for index in (1, 0):
        pages.setCurrentIndex(index)
        QApplication.processEvents()
    before, wide = asking.asked, window.sizeHint().width()

    for count in (10, 20, 30):
        said.setText("Who pays? " * count)
        QApplication.processEvents()

    assert window.sizeHint().width() > wide
    assert asking.asked == before


def test_pages_need_the_room_of_the_page_that_is_shown(window: QWidget) -> None:
    small, large = QWidget(), QWidget()
    small.setMinimumSize(40, 30)
    large.setMinimumSize(400, 200)
    pages = pages_in(window, small, large)
    assert window.minimumSizeHint() == QSize(40, 30)

    pages.setCurrentWidget(large)
    QApplication.processEvents()

    assert window.minimumSizeHint() == QSize(400, 200)


def test_no_pages_need_no_room(window: QWidget) -> None:
    pages_in(window)
    assert window.minimumSizeHint() == QSize(0, 0)
