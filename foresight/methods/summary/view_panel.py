"""The panel at the right: what the current sentence rests on, and what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.methods.summary.analysis import Sentence
from foresight.methods.summary.lines import Line


@dataclass(frozen=True)
class Act:
    """Something that can be done about a sentence, if it ``fits`` it."""

    title: str
    call: Callable[[], object]
    fits: Callable[[Sentence], bool] = lambda sentence: True


class Panel(QWidget):
    """Shows the sentence that ``current()`` gives: our words for it, its numbers now and when it was worded."""

    def __init__(self, current: Callable[[], Line | None], acts: Sequence[Act]) -> None:
        super().__init__()
        self._current, self._acts = current, tuple(acts)
        self._shown: Sentence | None = None
        self.setAccessibleName(_("Inspector"))
        self.hint = plain_label(_("Go to a sentence to see the numbers that it was made from."), "muted")
        self.heading = plain_label(_("Made from"), "semibold")
        self.counts = _table()
        self.changed = plain_label("", "danger")
        self.ours_title = plain_label(_("The program’s sentence"), "semibold")
        self.ours = plain_label("", "muted")
        self.buttons = [button(act.title, act.call) for act in acts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.hint, self.heading, self.changed, self.counts, self.ours_title, self.ours, *self.buttons):
            column.addWidget(widget)
        column.addStretch()

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show the current sentence, whatever is selected elsewhere."""
        line = self._current()
        sentence = line.sentence if line is not None and line.kind == "sentence" else None
        if sentence is not None and sentence == self._shown:
            return
        self._shown = sentence
        self.hint.setVisible(sentence is None)
        for widget in (self.heading, self.counts):
            widget.setVisible(sentence is not None)
        for made, act in zip(self.buttons, self._acts, strict=True):
            made.setVisible(sentence is not None and act.fits(sentence))
        is_own = sentence is not None and sentence.wording is not None
        self.ours_title.setVisible(is_own)
        self.ours.setVisible(is_own)
        self.changed.setVisible(sentence is not None and sentence.is_outdated)
        if sentence is not None:
            self._show(sentence)

    def _show(self, sentence: Sentence) -> None:
        self.ours.setText(sentence.finding.text)
        self.changed.setText(_("The numbers changed after you worded this. Does it still hold?"))
        rows = numbers(sentence)
        self.counts.setColumnHidden(1, not sentence.is_outdated)
        self.counts.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.counts.setItem(at, column, item)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, within reason."""
        self.counts.resizeRowsToContents()
        height = self.counts.horizontalHeader().sizeHint().height() + 4
        height += sum(self.counts.rowHeight(row) for row in range(self.counts.rowCount()))
        self.counts.setFixedHeight(min(height, 300))


def numbers(sentence: Sentence) -> list[tuple[str, str, str]]:
    """What was counted, how many when the leader worded the sentence, and how many now; "–" for none."""
    now = {one.label: one.count for one in sentence.basis}
    then = {one.label: one.count for one in sentence.wording.basis} if sentence.wording is not None else {}
    return [(label, then.get(label, "–"), now.get(label, "–")) for label in {**now, **then}]


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName(_("Numbers under the sentence"))
    table.setHorizontalHeaderLabels([_("What"), _("Then"), _("Now")])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(True)
    return table
