"""Promoters and inhibitors: factors down, groups across; one key says what a factor does where a group comes from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.words import _, listed, quoted
from foresight.kit.across import AcrossView, GroupGrid
from foresight.kit.grid import GridCells
from foresight.kit.keys import TAKE_BACK
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.tall import TallFigure
from foresight.methods.forces.analysis import FactorTally, factor_tallies, most_divided_first
from foresight.methods.forces.model_factors import EFFECTS, Effect, Factors, judge_factor
from foresight.methods.forces.sentences import factor_sentence
from foresight.model.groups import Groups

MARKS: dict[Effect, str] = {"promotes": "+", "inhibits": "−", "both": "±", "neither": "0"}
TINTS: dict[Effect, str] = {"promotes": "warm", "inhibits": "cool", "both": "watch", "neither": ""}
KEYS: dict[Effect, str] = {"promotes": "+pf", "inhibits": "-−ih", "both": "b±", "neither": "0n"}
"""The keys of each answer, in English and Norwegian."""
NAME, SUM = 260, 72
"""Widths of the names at most, and of the sum, in pixels."""
LINES = 2
"""Kept for what the counts say."""
NAMED = 3
"""Factors that are named above the picture."""


def effect_of(character: str) -> Effect | None:
    """The answer that a key stands for."""
    return next((effect for effect, keys in KEYS.items() if character and character.casefold() in keys), None)


class FactorGrid(GroupGrid):
    """What every group says of every factor; the first column holds what all say together."""

    def __init__(self, session: Session) -> None:
        self.held: tuple[FactorTally, ...] = ()
        self.groups: tuple[Id, ...] = ()
        name = _("Promoters and inhibitors")
        super().__init__(session, name, self._make_cells, self._pressed, names=NAME, first=SUM)

    def _make_cells(self, document: Document) -> GridCells:
        self.held = factor_tallies(document)
        groups = document[Groups].groups
        self.groups = tuple(group.id for group in groups)
        said = {(one.factor, one.group): one.effect for one in document[Factors].judgements}
        held, ids = self.held, self.groups

        def effect(row: int, column: int) -> Effect | None:
            return said.get((held[row].factor.id, ids[column - 1])) if column else None

        def text(row: int, column: int) -> str:
            if column == 0:
                return f"{held[row].votes.a} : {held[row].votes.b}" if held[row].votes.said else ""
            found = effect(row, column)
            return MARKS[found] if found else ""

        def tint(row: int, column: int) -> str:
            found = effect(row, column)
            return "raised" if column == 0 else TINTS[found] if found else ""

        def spoken(row: int, column: int) -> str:
            found = effect(row, column)
            said_here = _(EFFECTS[found]) if found else text(row, column)
            return f"{held[row].factor.title}: {said_here}"

        return GridCells(
            rows=[f"{tally.number} {tally.factor.title}" for tally in held],
            columns=[_("All"), *(group.name for group in groups)],
            text=text,
            tint=tint,
            spoken=spoken,
        )

    def _pressed(self, row: int, column: int, character: str) -> Edit | None:
        found = effect_of(character)
        self.hit = found is not None
        if not (0 <= row < len(self.held) and 0 < column <= len(self.groups)):
            self.hit = False
            return None
        if found or character == TAKE_BACK:
            return judge_factor(self.groups[column - 1], self.held[row].factor.id, found)
        return None

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a sign that is typed must not lead to a cell that begins with it."""


class FactorsView(AcrossView):
    """The grid, and what the counts of the current factor say."""

    grid: FactorGrid

    def __init__(self, session: Session) -> None:
        super().__init__(session, FactorGrid(session), lines=LINES)
        self.grid.current_moved.connect(self._on_current)
        keys = _("+ promotes · - inhibits · b both · 0 neither · Delete takes back · Enter or ↓ skips")
        self.keys.offer([(KEYS[effect][0], _(name)) for effect, name in EFFECTS.items()], keys)

    def _on_current(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.grid.held):
            self.session.select(self.grid.held[row].factor.id)
        self.say()

    def say(self) -> None:
        """Show what the counts say of the current factor."""
        row = self.grid.currentIndex().row()
        there = 0 <= row < len(self.grid.held)
        nothing = _("Type the first factor below: something that may help change along or hold it back.")
        self.said.setText(factor_sentence(self.grid.held[row]) if there else "" if self.grid.held else nothing)


class DividedView(QWidget):
    """Bars for every factor that somebody judged, those that divide the groups most first."""

    def __init__(self) -> None:
        super().__init__()
        self.held: tuple[FactorTally, ...] = ()
        self.said = plain_label("")
        self.picture = TallFigure(_("Promoters and inhibitors"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.picture, 1)
        self.setFocusProxy(self.picture)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        held = self.held = tuple(one for one in most_divided_first(factor_tallies(document)) if one.votes.said)
        self.said.setText(divided_summary(held))
        self.picture.setVisible(bool(held))

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.forces.figure_factors import bars

            return bars(held, width, height, look)

        def needed(width: float) -> float:
            from foresight.methods.forces.figure_factors import bars_height

            return bars_height(held, width)

        self.picture.show_figure(draw, self.said.text(), needed)


def divided_summary(held: tuple[FactorTally, ...]) -> str:
    """Which factors promote for some and inhibit for others."""
    if not held:
        return _("No group has judged a factor yet. Type in what they say under “Promoters and inhibitors”.")
    divided = [quoted(tally.factor.title) for tally in held if tally.is_divided]
    if not divided:
        return _("No factor promotes for some and inhibits for others.")
    said = _("Promotes for some, inhibits for others, most divided first: {factors}.")
    return said.format(factors=listed(divided[:NAMED]))
