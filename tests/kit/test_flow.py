"""Widgets that flow as words do."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foresight.kit.flow import Flow


def flowing(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QWidget]]:
    root = QWidget()
    qtbot.addWidget(root)
    flow, made = Flow(root, spacing=10), []
    for width in widths:
        one = QWidget()
        one.setFixedSize(width, 20)
        flow.addWidget(one)
        made.append(one)
    return root, made


def test_a_full_line_is_followed_by_the_next(qtbot: QtBot) -> None:
    root, made = flowing(qtbot, 60, 60, 100, 30)
    root.resize(140, 100)
    root.show()
    assert [(one.x(), one.y()) for one in made] == [(0, 0), (70, 0), (0, 30), (110, 30)]
    assert root.heightForWidth(140) == 50
    assert root.heightForWidth(1_000) == 20
    assert root.minimumSizeHint().width() == 100


def test_what_is_wider_than_a_line_has_one_of_its_own(qtbot: QtBot) -> None:
    root, made = flowing(qtbot, 50, 300, 50)
    root.resize(100, 100)
    root.show()
    assert [one.y() for one in made] == [0, 30, 60]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    root, made = flowing(qtbot, 50, 50, 50)
    made[1].hide()
    root.resize(200, 100)
    root.show()
    assert made[2].geometry() == QRect(60, 0, 50, 20)
