"""The map of the combinations that hold, how robust they are, and the way from a few of them to scenarios."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.words import _, signed
from foresight.kit.charts import FigureView
from foresight.kit.flow import Flow
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import Answer, board
from foresight.methods.cib.choosing import made_of
from foresight.methods.cib.engine.choice import chart, most_different
from foresight.methods.cib.listing import count_told
from foresight.methods.cib.names import names
from foresight.methods.cib.robust import robust_words, share_words
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_naming import MOST_WORLDS, Naming
from foresight.methods.cib.view_solving import Solving
from foresight.methods.cib.view_surviving import MOST, Surviving
from foresight.model.scenarios import display_name

WANTED = 4
"""Scenarios that are picked at once."""
VALUE = 2
"""The column of the consistency value."""


class MapView(QWidget):
    """At the left the map, at the right the list with a tick for each that is to become a scenario."""

    def __init__(self, session: Session, chosen: Chosen, solving: Solving, surviving: Surviving) -> None:
        super().__init__()
        self.session, self.chosen, self.solving, self.surviving = session, chosen, solving, surviving
        self.picked: list[tuple[Id, ...]] = []
        """The combinations that are ticked."""
        self._shown: tuple[tuple[Id, ...], ...] = ()
        self._places: list[tuple[float, float]] = []
        self._charted: Answer | None = None
        self.map = FigureView(_("Map of combinations"))
        self.said = plain_label("", "muted")
        self.pick_four = button(_("Pick four that differ most"), self.pick)
        self.robust = button(_("How robust are they?"), self._ask)
        self.cancel = button(_("Cancel"), surviving.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Varying the judgements"))
        self.bar.setRange(0, 1_000)
        self.table = self._make_table()
        self.explained = plain_label("", "small")
        self.naming = Naming(session)
        self._lay_out()
        self.setFocusProxy(self.table)
        chosen.changed.connect(self._show_current)
        solving.answered.connect(self._show)
        surviving.changed.connect(self._show_survival)
        surviving.progressed.connect(lambda share: self.bar.setValue(round(share * 1_000)))

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(_("Combinations that hold together"))
        for column, title in enumerate(["", _("Combination"), _("Value"), _("Holds in")]):
            head = QTableWidgetItem(title)
            side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, head)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 62), (2, 60), (3, 130)):
            table.setColumnWidth(column, scaled(width))
        table.setMinimumWidth(scaled(380))
        table.itemChanged.connect(self._on_tick)
        table.currentCellChanged.connect(lambda row, *_rest: self._look_at(row))
        return table

    def _lay_out(self) -> None:
        buttons = Flow(spacing=8)
        for widget in (self.pick_four, self.robust, self.bar, self.cancel):
            buttons.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(buttons)
        right.addWidget(self.table, 1)
        right.addWidget(self.explained)
        right.addWidget(self.naming)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.said, 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self.map, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def render_document(self, document: Document) -> None:
        """Show the combinations of this document."""
        self.solving.ask(document)
        self._show()

    def _show(self) -> None:
        answer, document = self.solving.answer, self.session.document
        if answer is None or not _fits(answer, document):
            self._wait(document)
            return
        self._shown = answer.combinations[:MOST]
        self.picked = [each for each in self.picked if each in self._shown]
        if answer is not self._charted:
            self._charted = answer
            self._places = [(float(x), float(y)) for x, y in chart(answer.states[:MOST])]
        self.said.setText(_count_words(answer))
        self.pick_four.setEnabled(len(self._shown) > 1)
        self._fill(answer, document)
        self._show_survival()
        self._show_current()

    def _wait(self, document: Document) -> None:
        """Nothing to show as long as the combinations of other variants are searched."""
        self._shown, self._charted, self._places = (), None, []
        self.said.setText(self.solving.refused or _("Searching…"))
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
        self.map.hide()
        self.naming.show_picked(document, [])
        self._show_survival()
        self.pick_four.setEnabled(False)

    def _fill(self, answer: Answer, document: Document) -> None:
        called, worlds = names(document), made_of(document)
        values = answer.standing.consistency.tolist()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._shown))
            for row, variants in enumerate(self._shown):
                tick = QTableWidgetItem(str(row + 1))
                tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = variants in self.picked
                tick.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                told = called.told(variants)
                if variants in worlds:
                    told = f"{display_name(document, worlds[variants])}: {told}"
                value = QTableWidgetItem(signed(values[row]))
                value.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                words = QTableWidgetItem(told)
                tip(words, told)
                for column, item in enumerate((tick, words, value, QTableWidgetItem(""))):
                    self.table.setItem(row, column, item)

    def _show_survival(self) -> None:
        busy = self.surviving.busy
        self.robust.setVisible(not busy)
        self.robust.setEnabled(bool(self._shown) and not self.solving.busy)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if not busy:
            self.bar.setValue(0)
        held = [self.surviving.of(variants) for variants in self._shown]
        with QSignalBlocker(self.table):
            for row, one in enumerate(held):
                item = self.table.item(row, 3)
                if item is None:
                    continue
                item.setText(share_words(one) if one else "")
        known = {at: one for at, one in enumerate(held, 1) if one is not None}
        self.explained.setText(robust_words(known) if known else "")
        self.explained.setVisible(bool(known))

    def _show_current(self) -> None:
        """The combination that is looked at is the current row, and has a ring on the map."""
        if self._charted is None or not _fits(self._charted, self.session.document):
            return
        variants = self.chosen.inside(self.session.document)
        row = self._shown.index(variants) if variants in self._shown else -1
        with QSignalBlocker(self.table):
            self.table.setCurrentCell(row, max(self.table.currentColumn(), 0))
        self._draw(row)

    def _draw(self, current: int) -> None:
        from foresight.methods.cib.figure_map import distance_map

        ticked = frozenset(at for at, each in enumerate(self._shown) if each in self.picked)
        told = names(self.session.document).told
        described = "; ".join(f"{at} {told(each)}" for at, each in enumerate(self._shown[:20], 1))
        self.map.show_figure(partial(distance_map, self._places, ticked, current), described)
        self.map.setVisible(bool(self._shown))
        self.naming.show_picked(self.session.document, self.picked)

    def _look_at(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.chosen.choose(self._shown[row])

    def _on_tick(self, item: QTableWidgetItem) -> None:
        if item.column() != 0:
            return
        variants = self._shown[item.row()]
        if item.checkState() == Qt.CheckState.Checked and variants not in self.picked:
            if len(self.picked) == MOST_WORLDS:
                self.session.said.emit(_("At most {n} become scenarios at once.").format(n=MOST_WORLDS))
            else:
                self.picked.append(variants)
        elif item.checkState() == Qt.CheckState.Unchecked and variants in self.picked:
            self.picked.remove(variants)
        self._show()

    def pick(self) -> None:
        """Tick the four that differ most."""
        if self._charted is not None:
            found = most_different(self._charted.states[:MOST], WANTED)
            self.picked = [self._shown[at] for at in found]
            self._show()

    def _ask(self) -> None:
        if self._charted is not None:
            self.surviving.start(self._charted)
            self.cancel.setFocus()


def _fits(answer: Answer, document: Document) -> bool:
    """Whether the answer is of the variants that there are now."""
    return answer.board.variants == board(document).variants


def _count_words(answer: Answer) -> str:
    if not answer.count:
        return _("No combination holds together yet. “Why” tells what stands against each.")
    told = count_told(answer)
    return told + " " + _("The first {n} are shown.").format(n=MOST) if answer.count > MOST else told
