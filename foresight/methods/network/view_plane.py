"""The influence x dependence plane, and beside it who climbs and who falls when paths count."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _, signed
from foresight.kit.charts import FigureView
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.theme import scaled
from foresight.methods.network.analysis import ROLES, parts, roles_in_words
from foresight.methods.network.leverage import DEPTH, leverage
from foresight.methods.network.model import Network, count_potential
from foresight.methods.network.ranking import Side, displaced, explained, outcome_in_words, ranking, ranks
from foresight.model.drivers import STRENGTHS, Driver, Drivers

WIDTH = 410
"""Pixels of the list at most: it and the picture share a small window."""

ROOMY = 640
"""Pixels of the view from which on there is room for the ranks by dependence."""
DEPENDENCE = 3
"""The column of those."""


@dataclass(frozen=True)
class Rank:
    """One rank: by direct links, and by paths when there is such an order."""

    direct: int
    indirect: int | None

    @classmethod
    def of(cls, side: Side, at: int) -> "Rank":
        """The rank of the driver at this place."""
        return cls(side.direct_rank[at], side.indirect_rank[at] if side.indirect else None)

    @property
    def climb(self) -> int:
        """How many ranks higher by paths."""
        return 0 if self.indirect is None else self.direct - self.indirect

    def __str__(self) -> str:
        if self.indirect is None:
            return str(self.direct)
        return f"{self.direct} → {self.indirect}" + (f" ({signed(self.climb)})" if self.climb else "")


@dataclass(frozen=True)
class RankRow:
    """A driver with its ranks."""

    id: Id
    number: int
    title: str
    influence: Rank
    dependence: Rank


def rank_rows(document: Document) -> list[RankRow]:
    """All drivers, those first that climb most in influence when paths count."""
    found = ranking(document)
    drivers = document[Drivers].drivers
    return [
        RankRow(drivers[at].id, at + 1, drivers[at].title, Rank.of(found.influence, at), Rank.of(found.dependence, at))
        for at in displaced(found)
    ]


class PlaneView(QWidget):
    """The figure of the brief at the left, the list at the right, in a sentence why the chosen one climbs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._document = session.document
        self.figure = FigureView(_("Influence and dependence"), scale=1.5)
        self.list = ListView(session, _("Ranks of drivers"), _columns(), rank_rows)
        self.said = plain_label()
        self.outcome = plain_label("", "small")
        self.potential = ChoiceField(
            "potential_strength",
            _("Links that are only possible count as"),
            {at: _("Nothing") if at == 0 else _(text) for at, text in enumerate(STRENGTHS)},
        )
        self.potential.edited.connect(lambda strength: session.do(count_potential(strength)))
        session.selection_changed.connect(self._show_chosen)
        self._lay_out()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        right = QWidget()
        right.setMaximumWidth(scaled(WIDTH))
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(plain_label(_("Ranks by direct links → when paths through others count too"), "small"))
        beside.addWidget(self.list, 1)
        beside.addWidget(self.said)
        beside.addWidget(self.outcome)
        beside.addWidget(self.potential)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.figure, 1)
        text = _("Arrows lead to where a driver stands when paths through others count too.")
        left.addWidget(plain_label(text, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(right, 1)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self._document = document
        self.list.render_document(document)
        self.outcome.setText(outcome_in_words(ranking(document)))
        self.potential.setVisible(any(link.potential for link in document[Drivers].links))
        self.potential.show_value(document[Network].potential_strength)
        self.potential.setEnabled(not self.session.read_only)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.table.setColumnHidden(DEPENDENCE, self.width() < scaled(ROOMY))

    def _show_chosen(self) -> None:
        """The picture with the selected driver, and why it climbs."""
        from foresight.methods.network.figure import plane

        document = self._document
        first = self.session.selection[:1]
        driver = document.find(first[0], Driver) if first else None
        draw = partial(plane, document, with_list=False, chosen=driver.id if driver else None)
        self.figure.show_figure(draw, roles_in_words(document), partial(plane, document))
        self.said.setText(
            _about(document, driver.id) if driver else _("Choose a driver to see why it climbs or falls.")
        )


def _about(document: Document, driver: Id) -> str:
    """Why it climbs, its sums and role, and its leverage."""
    part = parts(document)[driver]
    sums = _("Influence {influence}, dependence {dependence}").format(
        influence=part.influence, dependence=part.dependence
    )
    levers = leverage(document)
    rank = dict(zip(levers, ranks(list(levers.values())), strict=True))[driver]
    lever = _("Rank {rank} in leverage: all that it moves within {n} links.").format(rank=rank, n=DEPTH)
    return "\n".join(filter(None, (explained(document, driver), f"{sums}. {_(ROLES[part.role])}.", lever)))


def _columns() -> list[Column]:
    return [
        Column(_("No."), lambda row: str(row.number), key=lambda row: row.number, numeric=True, width=44),
        Column(_("Driver"), lambda row: row.title),
        Column(
            _("Influence"),
            lambda row: str(row.influence),
            key=lambda row: (-row.influence.climb, row.influence.direct),
            width=116,
        ),
        Column(
            _("Dependence"),
            lambda row: str(row.dependence),
            key=lambda row: (-row.dependence.climb, row.dependence.direct),
            width=116,
            spared=True,
        ),
    ]
