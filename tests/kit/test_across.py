"""Grids with a column for each group."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.across import GroupGrid
from foresight.kit.grid import GridCells
from foresight.kit.labels import tip_text
from foresight.kit.session import Session
from foresight.model.groups import Group, Groups, add_group

WIDE = 840
"""Pixels of a workspace on a small laptop, beside the rail and the panel."""


def titles(grid: GroupGrid, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [grid.model().headerData(at, Qt.Orientation.Horizontal, role) for at in range(grid.model().columnCount())]


def cells(document: Document) -> GridCells:
    groups = document[Groups].groups
    return GridCells(
        ["We trust each other, and " * 3, "Silos"], ["All", *(group.name for group in groups)], lambda row, column: "5"
    )


def grid_of(qtbot: QtBot, count: int) -> tuple[GroupGrid, Session]:
    session = Session(Document().put(Groups(groups=tuple(Group(name=f"<b>Table {n}") for n in range(1, count + 1)))))
    grid = GroupGrid(session, "Ratings", cells, lambda row, column, character: None, names=320, first=72)
    qtbot.addWidget(grid)
    grid.resize(WIDE, 300)
    grid.show()
    grid.render_document(session.document)
    return grid, session


@pytest.mark.parametrize("count", [1, 5, 12, 16])
def test_all_groups_of_a_day_are_seen_at_once(qtbot: QtBot, count: int) -> None:
    grid, _session = grid_of(qtbot, count)
    qtbot.waitUntil(lambda: not grid.horizontalScrollBar().isVisible())
    assert grid.columnAt(grid.viewport().width() - 1) in (count, -1)


def test_numbers_stand_where_names_have_no_room_and_the_tip_has_the_name(qtbot: QtBot) -> None:
    grid, session = grid_of(qtbot, 3)
    assert titles(grid) == ["All", "<b>Table 1", "<b>Table 2", "<b>Table 3"]
    for n in range(4, 13):
        add = add_group(Group(name=f"<b>Table {n}"))
        session.do(add)
    grid.render_document(session.document)
    assert titles(grid) == ["All", *map(str, range(1, 13))]
    assert titles(grid, Qt.ItemDataRole.ToolTipRole)[12] == tip_text("<b>Table 12")
    assert titles(grid, Qt.ItemDataRole.AccessibleTextRole)[12] == "<b>Table 12"
    grid.resize(2 * WIDE, 300)
    assert titles(grid)[12] == "<b>Table 12"


def test_a_group_is_always_current_and_named(qtbot: QtBot) -> None:
    grid, session = grid_of(qtbot, 0)
    assert grid.corner.text() == ""
    session.do(add_group(Group(name="Table 1")))
    grid.render_document(session.document)
    assert grid.currentIndex().column() == 1
    assert grid.corner.text() == "Table 1"


def test_in_a_narrow_place_the_things_down_give_first(qtbot: QtBot) -> None:
    grid, _session = grid_of(qtbot, 12)
    grid.resize(640, 300)
    assert grid.verticalHeader().width() < 640 - 72 - 12 * 30
    qtbot.waitUntil(lambda: not grid.horizontalScrollBar().isVisible())
