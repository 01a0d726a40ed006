"""How the columns of a list share its width."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from foresight.kit.theme import scaled

if TYPE_CHECKING:
    from foresight.kit.table import Column

LEAST = 120
"""Pixels of a column that takes what is left, before others become narrower for it."""
TITLE_PADDING = 18
"""Pixels beside the title of a column."""


def share_width(table: QTableView, columns: "Sequence[Column]") -> None:
    """In a narrow list columns give of their widths, as far as their titles allow, to those of width 0.

    Those take what is left; widths are in pixels at the usual size of type. Where that is not enough, the columns that
    can be spared go, the last first.
    """
    least = [_least(table, column) for column in columns]
    shown, has = set(range(len(columns))), table.viewport().width()
    for at in reversed(range(len(columns))):
        if columns[at].spared and sum(least[each] for each in shown) > has:
            shown.remove(at)
        table.setColumnHidden(at, at not in shown)
    wide = {at: scaled(columns[at].width) for at in shown if columns[at].width}
    gives = {at: max(wide[at] - least[at], 0) for at in wide}
    missing = sum(wide.values()) + sum(least[at] for at in shown - wide.keys()) - has
    share = min(max(missing / max(sum(gives.values()), 1), 0), 1)
    for at, width in wide.items():
        table.setColumnWidth(at, round(width - share * gives[at]))


def _least(table: QTableView, column: "Column") -> int:
    """How narrow a column may become."""
    titled = table.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + TITLE_PADDING
    usual = column.width if column.firm else 0 if column.width else LEAST
    return max(titled, scaled(usual))
