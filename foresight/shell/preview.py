"""What a file would change, before it does: the remarks on its cells, and everything that comes, changes or goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from foresight.core.differences import Difference, line, summary
from foresight.core.proposals import Proposal, Remark
from foresight.core.words import _, ngettext
from foresight.kit.labels import button, plain_label

WRAPPED = 500
"""Remarks; of more of them the long ones are cut off: measuring each takes time."""


class Preview(QDialog):
    """Accepted: the user wants the changes."""

    def __init__(self, parent: QWidget | None, name: str, proposal: Proposal, found: Sequence[Difference]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=name))
        self.resize(760, 560)
        self.remarks = _remarks(proposal.remarks)
        self.changes = QListWidget()
        self.changes.setAccessibleName(_("What changes"))
        self.changes.setWordWrap(True)
        self.changes.addItems([line(each) for each in found])
        self.import_button = button(
            _("Import the rest") if proposal.remarks else _("Import"), self.accept, role="primary"
        )
        self.cancel_button = button(_("Cancel") if found else _("Close"), self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            plain_label(summary(found) if found else _("Nothing in this file would change anything."), "lead")
        )
        for note in proposal.notes:
            column.addWidget(plain_label(note, "muted"))
        if proposal.remarks:
            n = len(proposal.remarks)
            said = ngettext("{n} place in the file needs a look:", "{n} places in the file need a look:", n)
            column.addWidget(plain_label(said.format(n=n), "semibold"))
            column.addWidget(self.remarks, 1)
        if found:
            column.addWidget(plain_label(_("What changes:"), "semibold"))
            column.addWidget(self.changes, 1)
        column.addLayout(self._row(bool(found)))
        first = self.remarks if proposal.remarks else self.import_button if found else self.cancel_button
        first.setFocus()

    def _row(self, has_changes: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if has_changes:
            row.addWidget(plain_label(_("One step of undo takes it all back."), "small"), 1)
            row.addWidget(self.cancel_button)
            row.addWidget(self.import_button)
            self.import_button.setDefault(True)
        else:
            row.addStretch()
            row.addWidget(self.cancel_button)
        return row


def _remarks(remarks: Sequence[Remark]) -> QTableWidget:
    table = QTableWidget(len(remarks), 2)
    table.setAccessibleName(_("What needs a look"))
    table.setHorizontalHeaderLabels([_("Where"), _("What")])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    for at, remark in enumerate(remarks):
        table.setItem(at, 0, QTableWidgetItem(remark.where))
        table.setItem(at, 1, QTableWidgetItem(remark.what))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    if len(remarks) <= WRAPPED:
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.selectRow(0)
    return table
