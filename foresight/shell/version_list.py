"""The list of versions: when, what it is called, how large."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from foresight.core.backups import Version
from foresight.core.words import _, byte_size, spoken_moment


class VersionList(QTableWidget):
    """Newest first; one is chosen wherever there is any."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(_("Versions"))
        self.setHorizontalHeaderLabels([_("Kept"), _("Name"), _("File size")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self._versions: tuple[Version, ...] = ()

    def show_versions(self, versions: Sequence[Version], chosen: Version | None = None) -> None:
        """Show these, with ``chosen`` (or else the first) chosen."""
        self._versions = tuple(versions)
        paths = [version.path for version in versions]
        row = paths.index(chosen.path) if chosen is not None and chosen.path in paths else 0
        self.blockSignals(True)  # what is chosen on the way is nobody's choice
        self.setRowCount(len(versions))
        for at, version in enumerate(versions):
            for column, text in enumerate((spoken_moment(version.time), version.name, byte_size(version.size))):
                self.setItem(at, column, QTableWidgetItem(text))
        if versions:
            self.setCurrentCell(row, 0)
        self.blockSignals(False)

    def chosen(self) -> Version | None:
        """The chosen version, None where there is none."""
        row = self.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None
