"""Buttons that press the keys of a grid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.kit.grid import GridCells
from foresight.kit.keys import TAKE_BACK, KeyButtons
from foresight.kit.session import Session
from foresight.kit.stepping import SteppingGrid
from foresight.model.trends import Trend, add_trend


def test_a_button_does_to_the_current_cell_what_its_key_does(qtbot: QtBot, session: Session) -> None:
    pressed: list[tuple[int, int, str]] = []

    def cells(_document: Document) -> GridCells:
        return GridCells(rows=["one", "two"], columns=["all"], text=lambda _row, _column: "")

    def key(row: int, column: int, character: str) -> Edit:
        pressed.append((row, column, character))
        grid.hit = character != TAKE_BACK
        return add_trend(Trend(title=f"Trend {len(pressed)}"))

    window = QWidget()
    grid = SteppingGrid(session, "Grid", cells, key)
    grid.render_document(session.document)
    keys = KeyButtons(grid)
    column = QVBoxLayout(window)
    column.addWidget(grid)
    column.addWidget(keys)
    qtbot.addWidget(window)
    window.show()
    keys.offer([("a", "First"), ("-", "Neither")], "a first, - neither")
    assert [made.text() for made in keys.buttons] == ["A", "−", "Take back"]
    assert [made.accessibleName() for made in keys.buttons] == ["First", "Neither", "Take back"]

    grid.setCurrentIndex(grid.model().index(0, 0))
    for made in keys.buttons:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == [(0, 0, "a"), (1, 0, "-"), (1, 0, TAKE_BACK)]

    old = keys.buttons[0]
    keys.offer([("1", "1")], "")
    assert old.isHidden()
    assert [made.text() for made in keys.buttons] == ["1", "Take back"]
