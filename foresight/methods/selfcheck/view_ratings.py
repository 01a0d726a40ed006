"""The ratings: advice down, groups across. One digit says how well it fits and goes on to the next."""

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _, number
from foresight.kit.across import AcrossView, GroupGrid
from foresight.kit.grid import GridCells
from foresight.kit.keys import TAKE_BACK
from foresight.kit.session import Session
from foresight.methods.selfcheck.analysis import Checked, checked
from foresight.methods.selfcheck.model import AGREES_FROM, HIGH, LOW, SelfCheck, rate
from foresight.methods.selfcheck.sentences import said_of
from foresight.model.groups import Groups

SUM, NAME = 72, 320
"""Widths of the median, and (at most) of the advice, in pixels."""
LINES = 3
"""Kept for what the ratings say."""


class RatingsView(AcrossView):
    """How every group rates every piece of advice, and what the ratings of the current one say."""

    def __init__(self, session: Session) -> None:
        self.held: tuple[Checked, ...] = ()
        grid = GroupGrid(session, _("Ratings of the groups"), self._cells, self._key, names=NAME, first=SUM)
        super().__init__(session, grid, lines=LINES)
        self.grid.current_moved.connect(self._on_current)
        keys = _("1 not at all … 5 fully · Delete takes back · Enter or ↓ skips · ←→ other group")
        self.keys.offer([(str(value), str(value)) for value in range(LOW, HIGH + 1)], keys)

    def _cells(self, document: Document) -> GridCells:
        """The first column holds the median of all groups, the others one group each."""
        held = self.held = checked(document)
        groups = document[Groups].groups
        values = {(one.group, one.advice): one.value for one in document[SelfCheck].ratings}

        def value(row: int, column: int) -> int | None:
            return values.get((groups[column - 1].id, held[row].advice.id)) if column else None

        def text(row: int, column: int) -> str:
            said = held[row].said
            if column == 0:
                return number(said.median) if said else ""
            return str(value(row, column) or "")

        def tint(row: int, column: int) -> str:
            rated = value(row, column)
            if column == 0:
                return "raised"
            return "" if rated is None else "warm" if rated >= AGREES_FROM else "cool" if rated <= LOW + 1 else ""

        return GridCells(
            rows=[f"{one.number} {one.advice.text}" for one in held],
            columns=[_("Median"), *(group.name for group in groups)],
            text=text,
            tint=tint,
            spoken=lambda row, column: f"{held[row].advice.text}: {text(row, column)}",
        )

    def _at(self) -> tuple[Id, Id] | None:
        """The group and the advice of the current cell."""
        row, column = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        groups = self.session.document[Groups].groups
        if not (0 <= row < len(self.held) and 0 < column <= len(groups)):
            return None
        return groups[column - 1].id, self.held[row].advice.id

    def _key(self, _row: int, _column: int, character: str) -> Edit | None:
        at = self._at()
        digits = {str(value): value for value in range(LOW, HIGH + 1)}
        self.grid.hit = at is not None and character in digits
        if at is None or not (self.grid.hit or character == TAKE_BACK):
            return None
        return rate(*at, digits.get(character))

    def _on_current(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.held):
            self.session.select(self.held[row].advice.id)
        self.say()

    def say(self) -> None:
        """Show what the ratings of the current piece of advice say."""
        row = self.grid.currentIndex().row()
        one = self.held[row] if 0 <= row < len(self.held) else None
        self.said.setText(f"{one.advice.text}\n{said_of(one)}" if one else "")
