"""How the columns of a list share its width."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from foresight.kit.theme import scaled

LEAST = 120
"""Pixels of a column that takes what is left, before others become narrower for it."""
TITLE_PADDING = 18
"""Pixels beside the title of a column."""


def share_width(table: QTableView, titles: Sequence[str], widths: Sequence[int]) -> None:
    """In a narrow list columns give of their ``widths``, as far as their titles allow, to those of width 0.

    Those take what is left; widths are in pixels at the usual size of type.
    """
    metrics = table.horizontalHeader().fontMetrics()
    wide = {at: scaled(width) for at, width in enumerate(widths) if width}
    gives = {at: max(wide[at] - metrics.horizontalAdvance(titles[at]) - TITLE_PADDING, 0) for at in wide}
    missing = sum(wide.values()) + (len(widths) - len(wide)) * scaled(LEAST) - table.viewport().width()
    share = min(max(missing / max(sum(gives.values()), 1), 0), 1)
    for at, width in wide.items():
        table.setColumnWidth(at, round(width - share * gives[at]))
