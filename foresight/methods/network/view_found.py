"""What was found in the network: a list to choose from, the chosen one in the picture and in words."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.network.view_overlay import Overlay
from foresight.methods.network.view_picture import NetworkPicture
from foresight.methods.network.view_scene import NetworkScene

MARGIN = 70.0
"""Around what the picture shows."""


class FoundView(QWidget):
    """The picture at the left, the list at the right, the words below the picture.

    ``picture`` and ``found`` are what screen readers call the picture and the list. Sub-classes put what else they
    have into ``left`` and ``column``, list what was found with ``offer``, and say in ``say`` and ``emphasise`` what the
    chosen one is.
    """

    def __init__(self, session: Session, scene: NetworkScene, picture: str, found: str) -> None:
        super().__init__()
        self.session = session
        self.picture = NetworkPicture(scene, picture)
        self.picture.setInteractive(False)
        self.runner = Runner(self)
        self.count = plain_label("", "muted")
        self.list = QListWidget()
        self.list.setAccessibleName(found)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.currentRowChanged.connect(lambda _row: self.say())
        self.said = plain_label("", "lead")
        self._document = session.document
        self._overlay: Overlay | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.addWidget(self.picture, 1)
        self.left.addWidget(self.said)
        self.right = QWidget()
        self.column = QVBoxLayout(self.right)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(self.left, 1)
        row.addWidget(self.right, 1)

    def offer(self, texts: Sequence[str], chosen: int | None) -> None:
        """List these texts, with the one at this index chosen, without it the first; and say what it is."""
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(texts)
            self.list.setCurrentRow(chosen if chosen is not None else 0 if texts else -1)
        self.say()

    def say(self) -> None:
        """Say in words what is chosen in the list, and show it in the picture."""
        raise NotImplementedError

    def emphasise(self) -> None:
        """Show in the picture what is chosen in the list."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.emphasise()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.picture.network.drop_overlay(self._overlay)
