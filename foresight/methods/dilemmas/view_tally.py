"""The tally: cards down, groups across. One key says what a group thinks of a card and goes on to the next."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.across import AcrossView, GroupGrid
from foresight.kit.fields import LineField
from foresight.kit.grid import GridCells
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.dilemmas.keying import ROUNDS, TAKEN_BACK, Cell, Round, ballot_of, how_to, keyed, keys_of, marks
from foresight.methods.dilemmas.view_counts import votes_in_short
from foresight.model.cards import comment, vote_of
from foresight.model.groups import Group, Groups
from foresight.model.patterns import pattern_of
from foresight.model.tallies import Tally, most_disputed_first, tallies

SUM, NAME, CELL = 72, 220, 38
"""Widths of the sum, of the names (at most) and of a vote such as ×2 A (at least), in pixels."""
LINES = 3
"""Kept for what the counts say."""
SHIFT = 120
"""The width of the sum where it also says what was before."""


class TallyView(AcrossView):
    """What every group said in the round that is chosen, and what the counts say of the current card."""

    def __init__(self, session: Session) -> None:
        self.round: Round = "chosen"
        self.held: tuple[Tally, ...] = ()
        self.marks: dict[Cell, str] = {}
        name = _("Tally of the groups")
        grid = GroupGrid(session, name, self._cells, self._key, names=NAME, first=SUM, narrowest=CELL)
        super().__init__(session, grid, lines=LINES)
        self.grid.current_moved.connect(self._on_current)
        self.rounds = QButtonGroup(self)
        self.progress = plain_label("", "semibold")
        self.comment = LineField("comment", _("What the group said about it"))
        self.comment.edited.connect(self._write_comment)
        self.comment.left.connect(session.seal)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        for at, text in enumerate(ROUNDS.values()):
            one = QToolButton()
            one.setText(_(text))
            one.setCheckable(True)
            one.setAccessibleName(_(text))
            self.rounds.addButton(one, at)
            top.addWidget(one)
        self.rounds.idClicked.connect(lambda at: self.turn_to(list(ROUNDS)[at]))
        top.addSpacing(12)
        top.addWidget(self.progress, 1)
        self.column.insertLayout(0, top)
        self.column.insertWidget(self.column.indexOf(self.keys), self.comment)

    def turn_to(self, chosen: Round) -> None:
        """Show and type another round, from its first card on."""
        self.session.seal()
        self.round = chosen
        self.render_document(self.session.document)
        self.grid.setCurrentIndex(self.grid.model().index(0, max(self.grid.currentIndex().column(), 1)))
        self.grid.setFocus()

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.rounds.button(list(ROUNDS).index(self.round)).setChecked(True)
        self.keys.offer(keys_of(self.round), how_to(self.round))
        self.grid.first = SHIFT if self.round == "after" else SUM
        super().render_document(document)

    def _cells(self, document: Document) -> GridCells:
        """The first column holds what all groups say together, the others one group each."""
        held = tallies(document)
        self.held = most_disputed_first(held, before=True) if self.round == "after" else held
        self.marks = marks(document, self.round)
        rows, groups, shown = self.held, document[Groups].groups, self.marks

        def text(row: int, column: int) -> str:
            if column == 0:
                return self._sum(rows[row])
            return shown.get((groups[column - 1].id, rows[row].card.id), "")

        def tint(row: int, column: int) -> str:
            said = text(row, column)
            return "raised" if column == 0 else "cool" if "B" in said else "given" if "A" in said else ""

        return GridCells(
            rows=[f"{tally.number} {tally.card.title}" for tally in rows],
            columns=[_("All"), *(group.name for group in groups)],
            text=text,
            tint=tint,
            spoken=lambda row, column: f"{rows[row].card.title}: {text(row, column)}",
        )

    def _sum(self, tally: Tally) -> str:
        if self.round == "nominated":
            return str(tally.nominations)
        if self.round == "chosen":
            return str(tally.selections)
        return votes_in_short(tally.first, *([tally.second] if self.round == "after" else []))

    def _at(self) -> tuple[Id, Id] | None:
        """The group and the card of the current cell."""
        row, column = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        groups = self.session.document[Groups].groups
        if not (0 <= row < len(self.held) and 0 < column <= len(groups)):
            return None
        return groups[column - 1].id, self.held[row].card.id

    def _key(self, row: int, column: int, character: str) -> Edit | None:
        at = self._at()
        made = keyed(self.session.document, self.round, *at, character) if at else None
        self.grid.hit = made is not None and character != TAKEN_BACK
        return made

    def _on_current(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.held):
            self.session.select(self.held[row].card.id)
        self.say()

    def say(self) -> None:
        """Show what the counts say of the current card, and what the group said about it."""
        at, document = self._at(), self.session.document
        row = self.grid.currentIndex().row()
        self.said.setText(pattern_of(self.held[row]) if 0 <= row < len(self.held) else "")
        self.progress.setText(self._progress(at[0]) if at else "")
        held = vote_of(document, *at, ballot_of(self.round)) if at else None
        self.comment.setEnabled(held is not None and not self.session.read_only)
        self.comment.show_value(held.comment if held else "")

    def _progress(self, group: Id) -> str:
        """``Table 3: 14 of 21 cards``, in this round."""
        held = self.session.document.find(group, Group)
        n = sum((group, tally.card.id) in self.marks for tally in self.held)
        said = _("{group}: {n} of {all} cards")
        return said.format(group=held.name if held else "", n=n, all=len(self.held))

    def _write_comment(self, text: str) -> None:
        at = self._at()
        if at is not None:
            self.session.do(comment(*at, text, ballot_of(self.round)))
