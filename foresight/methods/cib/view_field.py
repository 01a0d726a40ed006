"""The morphological field: choose cells and see what still goes with them; say which two cannot go together."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.words import _, ngettext
from foresight.kit.flow import Flow
from foresight.kit.labels import button, plain_label
from foresight.kit.lists import fill
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.cib.analysis import board, kept
from foresight.methods.cib.listing import grouped
from foresight.methods.cib.model import CrossImpact, exclude, keep
from foresight.methods.cib.morphology import LISTED, Left, choose, left
from foresight.methods.cib.names import names
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_exclusions import Exclusions
from foresight.methods.cib.view_field_grid import FieldGrid

VARIANTS = Qt.ItemDataRole.UserRole


class FieldView(QWidget):
    """At the left the field, at the right what is left of it and what was ruled out."""

    opened = Signal()
    """The combination one looks at is to be explained."""

    def __init__(self, session: Session, chosen: Chosen) -> None:
        super().__init__()
        self.session, self.chosen = session, chosen
        self._runner = Runner(self)
        self._runner.done.connect(self._on_left)
        self._runner.failed.connect(_surface)
        self.cells: tuple[Id, ...] = ()
        """The chosen variants."""
        self._left: Left | None = None
        self.count = plain_label("", "lead")
        self.grid = FieldGrid(session)
        self.pair = button(_("Cannot go together"), self.rule_out)
        self.clear = button(_("Choose none"), self.choose_none)
        self.key = plain_label(
            _("Click cells, or press Space, to choose. With two chosen, X says that they cannot go together."), "small"
        )
        self.list = QListWidget()
        self.list.setAccessibleName(_("Combinations that are left"))
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.itemActivated.connect(lambda _item: self.explain())
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        self.first = plain_label("", "small")
        self.keep = button(_("Keep this combination"), self.keep_one)
        self.why = button(_("Why"), self.explain)
        self.exclusions = Exclusions(session)
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.grid.toggled.connect(self.toggle)
        self.grid.paired.connect(self.rule_out)

    def _lay_out(self) -> None:
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self.pair)
        under.addWidget(self.clear)
        under.addStretch()
        left_side = QVBoxLayout()
        left_side.setSpacing(8)
        left_side.addWidget(self.count)
        left_side.addWidget(self.grid, 1)
        left_side.addWidget(self.key)
        left_side.addLayout(under)
        buttons = Flow(spacing=8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.why)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(plain_label(_("Combinations that are left"), "semibold"))
        right.addWidget(self.list, 3)
        right.addWidget(self.first)
        right.addLayout(buttons)
        right.addSpacing(8)
        right.addWidget(self.exclusions, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left_side, 3)
        row.addLayout(right, 2)

    def render_document(self, document: Document) -> None:
        """Show the field of this document."""
        places = board(document).places
        self.cells = tuple(each for each in self.cells if each in places)
        self.grid.show_left(self.cells, self.grid.impossible)
        self.exclusions.render_document(document)
        self._ask()

    def toggle(self, variant: Id) -> None:
        """Choose a variant, or let it go."""
        document = self.session.document
        self.cells = choose(document, self.cells, variant)
        self.grid.show_left(self.cells, self.grid.impossible)
        self._ask()

    def choose_none(self) -> None:
        """Look at the whole field."""
        self.cells = ()
        self.grid.show_left((), self.grid.impossible)
        self._ask()

    def rule_out(self) -> None:
        """The two chosen variants cannot go together; the first of them stays chosen."""
        if len(self.cells) != 2:
            self.session.said.emit(_("Choose two cells first, of two descriptors."))
            return
        one, other = self.cells
        self.session.seal()
        self.cells = (one,)
        if self.session.do(exclude(one, other)):
            self.exclusions.show_pair(one, other)

    def _ask(self) -> None:
        self._show_buttons()
        self._runner.start(_left_of, self.session.document, self.cells)

    def _on_left(self, found: tuple[Document, Left]) -> None:
        document, self._left = found
        if document[CrossImpact] is not self.session.document[CrossImpact]:
            return  # when the present one is shown, it is asked about
        impossible = frozenset(board(document).places) - self._left.possible
        self.grid.show_left(self.cells, impossible)
        self.count.setText(_count_words(self._left, board(document).matrix.space))
        called = names(document)
        at = self.list.currentRow()
        with QSignalBlocker(self.list):
            rows = []
            for variants in self._left.combinations:
                told = called.told([each for each in variants if each not in self._left.chosen] or variants)
                text = _("{words} (kept)").format(words=told) if kept(document, variants) else told
                rows.append((text, {VARIANTS: variants}))
            fill(self.list, rows)
            self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))
        more = self._left.count.count > len(self._left.combinations) or not self._left.count.exact
        self.first.setText(_("The first {n} are listed.").format(n=LISTED))
        self.first.setVisible(more)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.pair.setEnabled(len(self.cells) == 2 and not self.session.read_only)
        self.clear.setEnabled(bool(self.cells))
        variants = self._current()
        self.keep.setEnabled(bool(variants) and kept(self.session.document, variants) is None)
        self.why.setEnabled(bool(variants))

    def _current(self) -> tuple[Id, ...]:
        """The current combination of the list; () for none."""
        return self.list.currentItem().data(VARIANTS) if self.list.currentRow() >= 0 else ()

    def keep_one(self) -> None:
        """Keep the current combination of the list."""
        if self._current():
            self.session.seal()
            self.session.do(keep(self._current()))

    def explain(self) -> None:
        """Look at the current combination of the list."""
        if self._current():
            self.chosen.choose(self._current())
            self.opened.emit()


def _count_words(held: Left, space: int) -> str:
    if not held.count.count and held.count.exact:
        return _("Nothing is left: what is chosen cannot all go together.")
    words = {"n": grouped(held.count.count), "space": grouped(space)}
    if not held.count.exact:
        return _("More than {n} of {space} combinations are left.").format(**words)
    return ngettext(
        "{n} of {space} combinations is left.", "{n} of {space} combinations are left.", held.count.count
    ).format(**words)


def _left_of(document: Document, chosen: tuple[Id, ...], tick: Tick) -> tuple[Document, Left]:
    return document, left(document, chosen, tick)


def _surface(error: Exception) -> None:
    """It does not fail; where it does, that is a bug, and must be seen."""
    raise error
