"""Grids that are typed in one key after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from foresight.kit.grid import Grid


class SteppingGrid(Grid):
    """A grid that goes on to the cell below when a key was understood (``hit`` says so), or on Enter."""

    hit = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step()
            return
        self.hit = False
        super().keyPressEvent(event)
        if self.hit:
            self.step()

    def step(self) -> None:
        """Down to the next row; after the last one to the first row of the next column."""
        at, rows, columns = self.currentIndex(), self.model().rowCount(), self.model().columnCount()
        if at.row() + 1 < rows:
            self.setCurrentIndex(self.model().index(at.row() + 1, at.column()))
        elif at.column() + 1 < columns:
            self.setCurrentIndex(self.model().index(0, at.column() + 1))
