"""Lists that are as high as what they hold."""

from PySide6.QtWidgets import QListWidget

from foresight.kit.theme import scaled

MOST = 200


def fit_height(listed: QListWidget) -> None:
    """As high as its rows, at most ``MOST`` pixels."""
    height = sum(max(listed.sizeHintForRow(row), 24) for row in range(listed.count())) + 8
    listed.setFixedHeight(min(max(height, 32), scaled(MOST)))
