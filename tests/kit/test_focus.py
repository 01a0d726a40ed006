"""Where the Tab key goes: the order of the layouts, not that in which widgets came about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foresight.kit.focus import reading_order, step_focus


def field(name: str) -> QLineEdit:
    """A control that takes the Tab key."""
    made = QLineEdit()
    made.setObjectName(name)
    return made


def shown(qtbot: QtBot, root: QWidget) -> QWidget:
    """The widget on the screen."""
    qtbot.addWidget(root)
    with qtbot.waitActive(root):
        root.show()
        root.activateWindow()
    return root


def focused() -> QWidget:
    """What has the focus."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


def names(root: QWidget) -> str:
    return "".join(widget.objectName() for widget in reading_order(root))


@pytest.fixture
def page() -> QWidget:
    """Fields a to f, made and added in another order than they are read in."""
    root = QWidget()
    made = {name: field(name) for name in "fedcba"}
    row, grid = QHBoxLayout(), QGridLayout()
    grid.addWidget(made["f"], 1, 1)
    grid.addWidget(made["e"], 1, 0)
    grid.addWidget(made["d"], 0, 1)
    grid.addWidget(made["c"], 0, 0)
    row.addWidget(made["a"])
    row.addWidget(made["b"])
    column = QVBoxLayout(root)
    column.addLayout(grid)
    column.insertLayout(0, row)
    return root


def test_layouts_are_read_in_lines(qtbot: QtBot, page: QWidget) -> None:
    assert names(shown(qtbot, page)) == "abcdef"


def test_only_what_takes_the_key_now_counts(qtbot: QtBot, page: QWidget) -> None:
    found = {one.objectName(): one for one in page.findChildren(QLineEdit)}
    found["a"].hide()
    found["b"].setEnabled(False)
    found["c"].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    found["d"].setFocusProxy(found["e"])

    assert names(shown(qtbot, page)) == "ef"


def test_the_page_of_a_stack_that_is_shown_and_what_lies_in_no_layout(qtbot: QtBot) -> None:
    root = QWidget()
    stack, loose = QStackedWidget(root), field("z")
    loose.setParent(root)
    for name in "ab":
        stack.addWidget(field(name))
    stack.setCurrentIndex(1)

    assert names(shown(qtbot, root)) == "bz"


def test_the_focus_goes_on_back_and_round(qtbot: QtBot, page: QWidget) -> None:
    root = shown(qtbot, page)
    found = {one.objectName(): one for one in root.findChildren(QLineEdit)}
    found["e"].setFocus()
    met = ""
    for _step in range(3):
        assert step_focus(root, focused(), forward=True)
        met += focused().objectName()
    for _step in range(2):
        assert step_focus(root, focused(), forward=False)
        met += focused().objectName()

    assert met == "fabaf"


def test_from_elsewhere_there_is_no_step(qtbot: QtBot, page: QWidget) -> None:
    root = shown(qtbot, page)

    assert not step_focus(root, QLabel("elsewhere"), forward=True)
    assert not step_focus(root, None, forward=True)


def test_what_gets_the_focus_is_scrolled_into_view(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(field(str(number)))
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    root = QWidget()
    QVBoxLayout(root).addWidget(area)
    root.resize(300, 200)
    shown(qtbot, root)
    first = next(reading_order(root))
    first.setFocus()
    assert step_focus(root, first, forward=False)

    last = focused()
    assert last.objectName() == "39"
    assert not last.visibleRegion().isEmpty()
