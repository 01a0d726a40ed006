"""Placing: one group after the other, its cards over the phases."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.fields import ChoiceField, LineField
from foresight.kit.flow import Flow
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.session import Session
from foresight.methods.journey.analysis import places
from foresight.methods.journey.model import LEVELS, Level, note_placement, placement_of
from foresight.methods.journey.placing import letter
from foresight.methods.journey.sentences import place_sentence
from foresight.methods.journey.view_place_grid import PlaceGrid
from foresight.model.cards import Cards
from foresight.model.groups import Group, Groups

LINES = 2
"""Lines kept for what the counts say, so that the grid stays where it is while one types."""


class PlaceView(QWidget):
    """The sheet of the group that is chosen, and what all groups say about the present card."""

    wants = Signal(str)
    """The id of the method in which what is missing is made."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.grid = PlaceGrid(session)
        self.grid.current_moved.connect(self._on_current)
        self.grid.level_wanted.connect(self.turn_to)
        self.grid.group_wanted.connect(self._step_group)
        self.grid.finished.connect(lambda: self._step_group(1))
        self.group = ChoiceField("group", _("Group"), {})
        self.group.title.hide()
        self.group.edited.connect(self.choose)
        self.levels = QButtonGroup(self)
        self.whole = QCheckBox(_("All topics"))
        self.whole.clicked.connect(self._show_whole_deck)
        self.progress, self.said = plain_label("", "semibold", wrap=False), plain_label()
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.said.setMinimumHeight(LINES * self.said.fontMetrics().lineSpacing())
        self.note = LineField("note", _("Why the group placed it there"))
        self.note.edited.connect(self._write_note)
        self.note.left.connect(session.seal)
        self.no_groups = button(_("Add groups first"), lambda: self.wants.emit("room"), role="primary")
        self.no_cards = button(_("Add cards first"), lambda: self.wants.emit("dilemmas"), role="primary")
        self._lay_out()
        self.setFocusProxy(self.grid)

    def _lay_out(self) -> None:
        top = Flow(spacing=12)
        for one in (self.group, self._level_buttons(), self.whole, self.progress):
            top.addWidget(one)
        missing = QHBoxLayout()
        missing.setSpacing(8)
        missing.addWidget(self.no_groups)
        missing.addWidget(self.no_cards)
        missing.addStretch()
        letters = "/".join(letter(level).lower() for level in LEVELS)
        how = _("{letters} level · two digits from–to · x one phase · Delete takes away · Enter next card · + − group")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(missing)
        column.addWidget(self.grid, 1)
        column.addWidget(self.said)
        column.addWidget(self.note)
        column.addWidget(plain_label(how.format(letters=letters), "small"))

    def _level_buttons(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, (level, name) in enumerate(LEVELS.items()):
            one = QToolButton()
            one.setText(_(name))
            one.setCheckable(True)
            one.setAccessibleName(_("Level: {name}").format(name=_(name)))
            tip(one, letter(level))
            self.levels.addButton(one, at)
            row.addWidget(one)
        self.levels.idClicked.connect(lambda at: self.turn_to(tuple(LEVELS)[at]))
        return made

    def turn_to(self, level: Level) -> None:
        """Place on another level."""
        self.grid.level = level
        self.levels.button(tuple(LEVELS).index(level)).setChecked(True)
        self.grid.setFocus()
        self._say()

    def choose(self, group: Id) -> None:
        """Show the sheet of a group, from its first card on."""
        self.session.seal()
        self.grid.group = group
        self.render_document(self.session.document)
        self.grid.setCurrentIndex(self.grid.cells.index(0, 0))
        self.grid.setFocus()

    def _step_group(self, by: int) -> None:
        ids = [group.id for group in self.session.document[Groups].groups]
        at = ids.index(self.grid.group) + by if self.grid.group in ids else -1
        if 0 <= at < len(ids):
            self.choose(ids[at])

    def _show_whole_deck(self, checked: bool) -> None:
        self.grid.whole_deck = checked
        self.render_document(self.session.document)

    def render_document(self, document: Document) -> None:
        """Show this document; the group that is chosen stays chosen."""
        groups = document[Groups].groups
        if document.find(self.grid.group, Group) is None:
            self.grid.group = groups[0].id if groups else ""
        self.group.offer({group.id: group.name for group in groups})
        self.group.show_value(self.grid.group)
        self.levels.button(tuple(LEVELS).index(self.grid.level)).setChecked(True)
        self.no_groups.setVisible(not groups)
        self.no_cards.setVisible(not document[Cards].cards)
        self.grid.render_document(document)
        self._say()

    def _at(self) -> tuple[Id, Id] | None:
        """The group and the present card."""
        card = self.grid.card_at(self.grid.currentIndex().row())
        return (self.grid.group, card) if card and self.grid.group else None

    def _on_current(self, row: int, _column: int) -> None:
        card = self.grid.card_at(row)
        if card is not None:
            self.session.select(card)
        self._say()

    def _say(self) -> None:
        document, at = self.session.document, self._at()
        place = next((each for each in places(document) if at is not None and each.card.id == at[1]), None)
        self.said.setText(place_sentence(document, place) if place else "")
        n, sheet = len(self.grid.sheet.cards), self.grid.sheet
        self.progress.setText(_("{n} of {all} cards placed").format(n=sheet.placed, all=n) if n else "")
        held = placement_of(document, *at, self.grid.level) if at else None
        self.note.setEnabled(held is not None and not self.session.read_only)
        self.note.show_value(held.note if held else "")

    def _write_note(self, text: str) -> None:
        at = self._at()
        if at is not None:
            self.session.do(note_placement(*at, self.grid.level, text))
