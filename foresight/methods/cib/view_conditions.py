"""What combinations are looked for: how strictly they must hold, with what in them, and without what."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.words import _, ngettext
from foresight.kit.flow import Flow
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.picking import pick
from foresight.kit.session import Session
from foresight.kit.theme import icon, scaled
from foresight.methods.cib.model import (
    STRONGEST,
    CrossImpact,
    exclude,
    force,
    set_tolerance,
    variants_of,
)
from foresight.methods.cib.names import names

CHIPS = 12
"""Shown of each kind; more would leave no room for the combinations, and the buttons before them lead to all."""
CHIP = 320
"""Pixels at most."""


class Conditions(QWidget):
    """A slider for the tolerance; chips for what is forced and excluded, each with a button that changes the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.tolerance = QSlider(Qt.Orientation.Horizontal)
        self.tolerance.setRange(0, STRONGEST)
        self.tolerance.setPageStep(1)
        self.tolerance.setFixedWidth(scaled(160))
        self.tolerance.setAccessibleName(_("Inconsistency that is tolerated"))
        self.tolerance.valueChanged.connect(lambda value: session.do(set_tolerance(value)))
        self.tolerance.sliderReleased.connect(session.seal)
        self.strict = plain_label()
        self.only = button(_("Only worlds where…"), self._choose_forced, icon_name="filter")
        self.never = button(_("Cannot go together…"), self._choose_excluded, icon_name="unlink")
        self._forced, self._excluded = _Chips(self.only), _Chips(self.never)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.tolerance)
        first.addWidget(self.strict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._forced)
        column.addWidget(self._excluded)

    def render_document(self, document: Document) -> None:
        """Show what is looked for in this document."""
        part, name = document[CrossImpact], names(document)
        with QSignalBlocker(self.tolerance):
            self.tolerance.setValue(part.tolerance)
        self.strict.setText(tolerance_told(part.tolerance))
        self._forced.show_chips([(name.full(each), partial(self._do, force(each, False))) for each in part.forced])
        apart = _("not {one} with {other}")
        self._excluded.show_chips(
            [
                (
                    apart.format(one=name.full(held.one), other=name.full(held.other)),
                    partial(self._do, exclude(held.one, held.other, False)),
                )
                for held in part.exclusions
            ]
        )
        for widget in (self.tolerance, self._forced, self._excluded):
            widget.setEnabled(not self.session.read_only)

    def _do(self, edit: Edit) -> None:
        self.session.seal()
        self.session.do(edit)

    def _items(self) -> list[tuple[Id, str]]:
        document = self.session.document
        name = names(document)
        return [(each.id, name.full(each.id)) for several in variants_of(document).values() for each in several]

    def _choose_forced(self) -> None:
        before = self.session.document[CrossImpact].forced
        chosen = pick(self.window(), _("Only worlds where…"), self._items(), before)
        if chosen is not None:
            changes = [
                force(each, each in chosen) for each in {*before, *chosen} if (each in before) != (each in chosen)
            ]
            if changes:
                self._do(together(_("Choose what worlds must have"), changes))

    def _choose_excluded(self) -> None:
        chosen = pick(self.window(), _("Choose two variants that cannot go together"), self._items())
        if chosen is None:
            return
        owner = names(self.session.document).owner
        if len(chosen) != 2 or owner[chosen[0]] == owner[chosen[1]]:
            self.session.refused.emit(_("Tick two variants of different descriptors."))
            return
        self._do(exclude(*chosen))


def tolerance_told(tolerance: int) -> str:
    """How strictly combinations must hold together, in words."""
    if not tolerance:
        return _("Strictly: in no descriptor is another variant better.")
    return ngettext(
        "Weakly: another variant may be better by up to {n} point.",
        "Weakly: another variant may be better by up to {n} points.",
        tolerance,
    ).format(n=tolerance)


class _Chips(QWidget):
    """A button, and after it a few words, each of which a click takes away."""

    def __init__(self, opener: QPushButton) -> None:
        super().__init__()
        self._flow = Flow(self)
        self._flow.addWidget(opener)
        self._texts: list[str] = []

    def show_chips(self, chips: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Hold these and no others; rebuilt only when something is different."""
        texts = [text for text, _remove in chips]
        if texts == self._texts:
            return
        self._texts = texts
        while self._flow.count() > 1:
            item = self._flow.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for text, remove in chips[:CHIPS]:
            self._flow.addWidget(_chip(text, remove))
        if len(chips) > CHIPS:
            more = len(chips) - CHIPS
            said = ngettext("and {n} more", "and {n} more", more).format(n=more)
            self._flow.addWidget(plain_label(said, "small", wrap=False))


def _chip(text: str, remove: Callable[[], None]) -> QPushButton:
    made = button("", remove)
    made.setIcon(icon("x"))
    made.setText(
        made.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, scaled(CHIP - 48)).replace("&", "&&")
    )
    made.setAccessibleName(_("Take away: {condition}").format(condition=text))
    tip(made, text)
    return made
