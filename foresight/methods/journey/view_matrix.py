"""The pictures: the matrix of all groups or of one, and the counts of every card in a list that sorts."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.kit.counted import CountedList
from foresight.kit.fields import StayingField
from foresight.kit.groups import group_choices
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column
from foresight.kit.tall import TallFigure
from foresight.methods.journey.analysis import FEWEST, Place, crowds, places
from foresight.methods.journey.model import LEVELS, Journey
from foresight.methods.journey.sentences import place_sentence, summary_sentence


class MatrixView(QWidget):
    """Where the groups place their cards, all together or one of them."""

    def __init__(self) -> None:
        super().__init__()
        self._document = Document()
        self.group = StayingField("group", _("Shown group"), group_choices, _("All groups"))
        self.group.edited.connect(lambda _group: self.render_document(self._document))
        self.said = plain_label("", "muted")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.tall = TallFigure(_("Change journey"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.group)
        top.addStretch()
        top.addWidget(button(_("Copy picture"), self.tall.figure.copy, icon_name="copy"))
        top.addWidget(button(_("Save picture…"), self.tall.figure.save, icon_name="image"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.tall, 1)
        self.setFocusProxy(self.tall)

    def render_document(self, document: Document) -> None:
        """Show this document; the group that is chosen stays chosen."""
        self._document = document
        self.group.render_document(document)
        self.said.setText(summary_sentence(document))
        held, cells = places(document, self.group.chosen), crowds(document, self.group.chosen)
        phases = document[Journey].phases

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.journey.figure import matrix

            return matrix(held, cells, phases, width, height, look)

        def high(width: float) -> float:
            from foresight.methods.journey.figure import matrix_height

            return matrix_height(held, phases, width)

        self.tall.show_figure(draw, self.said.text(), high)


class _Row:
    """A card as a row of a list."""

    def __init__(self, place: Place) -> None:
        self.place, self.id = place, place.card.id


class CountsView(CountedList):
    """Every card that was placed, with what its counts say in words."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            _("Counts"),
            _columns(),
            lambda held: [_Row(place) for place in places(held)],
            lambda document, row: place_sentence(document, row.place),
            _("Choose a topic to read what its counts say."),
        )


def _agreement(place: Place) -> float:
    """0..1; -1 where nothing is concluded."""
    agreed = place.agreement
    return -1 if agreed is None or place.n < FEWEST else agreed


def _columns() -> list[Column]:
    return [
        Column(_("No."), lambda row: str(row.place.number), key=lambda row: row.place.number, numeric=True, width=44),
        Column(_("Topic"), lambda row: row.place.card.title),
        Column(_("Groups"), lambda row: str(row.place.n), key=lambda row: row.place.n, numeric=True, width=62),
        Column(
            _("Phases"),
            lambda row: number(row.place.span),
            key=lambda row: row.place.span,
            numeric=True,
            width=64,
        ),
        Column(_("Cross-cutting"), lambda row: _("yes") if row.place.is_cross_cutting else "", width=112),
        Column(
            _("Agreement"),
            lambda row: "" if _agreement(row.place) < 0 else number(_agreement(row.place), 2),
            key=lambda row: _agreement(row.place),
            numeric=True,
            width=92,
        ),
        *(
            Column(
                _(name),
                partial(_sum_text, at),
                key=partial(_sum, at),
                numeric=True,
                spared=True,
                width=72,
            )
            for at, name in enumerate(LEVELS.values())
        ),
    ]


def _sum(level: int, row: _Row) -> int:
    """Groups that see the card on a level, counted in the phase where most do."""
    return max(row.place.heat[level], default=0)


def _sum_text(level: int, row: _Row) -> str:
    return str(_sum(level, row) or "")
