"""Columns share the width of a list, and the legend wraps."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from foresight.kit.legend import Legend
from foresight.kit.table import Column
from foresight.kit.widths import LEAST, TITLE_PADDING, share_width

TITLES = ["From", "Sign", "Strength"]
WIDTHS = [0, 150, 110]


def shared(qtbot: QtBot, width: int, *, spared: bool = False, firm: bool = False) -> tuple[QTableView, list[int]]:
    """The widths of the columns in a list so wide, of which the last can be spared or is firm."""
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(1, 3, table)
    model.setHorizontalHeaderLabels(TITLES)
    table.setModel(model)
    table.verticalHeader().hide()
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.resize(width, 200)
    table.show()
    columns = [Column(title, str, width=usual) for title, usual in zip(TITLES, WIDTHS, strict=True)]
    share_width(table, [*columns[:-1], replace(columns[-1], spared=spared, firm=firm)])
    return table, [table.columnWidth(at) for at in range(3)]


def test_with_room_enough_columns_have_their_widths(qtbot: QtBot, themed: QApplication) -> None:
    table, found = shared(qtbot, 600)
    assert found[1:] == [150, 110]
    assert sum(found) == table.viewport().width()


def test_in_a_narrow_list_the_others_give_to_the_one_that_takes_the_rest(qtbot: QtBot, themed: QApplication) -> None:
    table, found = shared(qtbot, 330)
    assert abs(found[0] - LEAST) <= 1
    metrics = table.horizontalHeader().fontMetrics()
    for title, width, usual in zip(TITLES[1:], found[1:], WIDTHS[1:], strict=True):
        assert metrics.horizontalAdvance(title) + TITLE_PADDING <= width < usual


def test_in_a_narrow_list_a_column_of_days_stays_as_wide_as_they_are(qtbot: QtBot, themed: QApplication) -> None:
    _table, found = shared(qtbot, 330, firm=True)
    assert found[1] < WIDTHS[1]
    assert found[2] == WIDTHS[2]


def test_what_can_be_spared_goes_before_a_title_is_cut_and_no_sooner(qtbot: QtBot, themed: QApplication) -> None:
    table, found = shared(qtbot, 220, spared=True)
    assert table.isColumnHidden(2)
    assert found[0] >= LEAST
    table, found = shared(qtbot, 330, spared=True)
    assert not table.isColumnHidden(2)


def test_a_legend_takes_as_many_rows_as_it_needs(qtbot: QtBot, themed: QApplication) -> None:
    around = QWidget()
    entries = [("given", "Driving factor", ""), ("critical", "Critical factor", ""), ("watch", "Result factor", "")]
    legend = Legend(entries)
    legend.setParent(around)
    qtbot.addWidget(around)
    legend.resize(600, 20)
    around.show()
    wide = legend.sizeHint().height()
    legend.resize(130, 60)
    assert legend.sizeHint().height() > 2 * wide
    legend.resize(600, 60)
    assert legend.sizeHint().height() == wide
