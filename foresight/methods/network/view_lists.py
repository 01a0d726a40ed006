"""The network as two lists: what the canvas shows, for those who rather read or do not see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.network.analysis import ROLES, Part, parts
from foresight.methods.network.grading import graded
from foresight.methods.network.view_edits import deleted
from foresight.model.drivers import DELAYS, SIGNS, STRENGTHS, Driver, Drivers, Link, change_driver
from foresight.model.trends import CATEGORIES


@dataclass(frozen=True)
class DriverRow:
    """A driver with its number and its part in the network."""

    id: Id
    number: int
    driver: Driver
    part: Part


@dataclass(frozen=True)
class LinkRow:
    """A link with the titles of its ends."""

    id: Id
    source: str
    target: str
    link: Link


def driver_rows(document: Document) -> list[DriverRow]:
    """All drivers as rows."""
    held = parts(document)
    return [
        DriverRow(driver.id, number, driver, held[driver.id])
        for number, driver in enumerate(document[Drivers].drivers, 1)
    ]


def link_rows(document: Document) -> list[LinkRow]:
    """All links as rows."""
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    return [LinkRow(link.id, titles[link.source], titles[link.target], link) for link in document[Drivers].links]


class ListsView(QWidget):
    """Drivers above, links below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.drivers = ListView(session, _("Drivers"), _driver_columns(), driver_rows, self._deleted)
        self.links = ListView(session, _("Links"), self._link_columns(), link_rows, self._deleted)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for title, part in ((_("Drivers"), self.drivers), (_("Links"), self.links)):
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 8)
            column.addWidget(plain_label(title, "semibold", wrap=False))
            column.addWidget(part)
            halves.addWidget(half)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(halves)
        self.setFocusProxy(self.drivers)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.drivers.render_document(document)
        self.links.render_document(document)

    def _link_columns(self) -> list[Column]:
        return [
            Column(_("From"), lambda row: row.source),
            Column(_("To"), lambda row: row.target),
            Column(
                _("Strength"),
                lambda row: _(STRENGTHS[row.link.strength]),
                key=lambda row: row.link.strength,
                edit=self._grade,
                width=110,
            ),
            Column(_("Sign"), lambda row: _(SIGNS[row.link.sign]), edit=self._grade, width=150),
            Column(
                _("Delay"),
                lambda row: _(DELAYS[row.link.delay]),
                key=lambda row: list(DELAYS).index(row.link.delay),
                width=90,
            ),
            Column(_("Only possible"), lambda row: _("yes") if row.link.potential else "", width=110),
        ]

    def _deleted(self, ids: Sequence[Id]) -> Edit:
        made = deleted(self.session.document, ids)
        assert made is not None
        return made

    def _grade(self, row: LinkRow, text: str) -> Edit | None:
        """What is typed in a cell: 0 to 3 or a sign."""
        return graded(self.session.document, row.link.source, row.link.target, text) if len(text) == 1 else None


def _driver_columns() -> list[Column]:
    return [
        Column(_("No."), lambda row: str(row.number), key=lambda row: row.number, numeric=True, width=54),
        Column(
            _("Title"),
            lambda row: row.driver.title,
            edit=lambda row, text: change_driver(row.id, title=text) if text else None,
        ),
        Column(_("Category"), lambda row: _(CATEGORIES[row.driver.category]), width=130),
        Column(
            _("Influence"),
            lambda row: str(row.part.influence),
            key=lambda row: row.part.influence,
            numeric=True,
            width=100,
        ),
        Column(
            _("Dependence"),
            lambda row: str(row.part.dependence),
            key=lambda row: row.part.dependence,
            numeric=True,
            width=110,
        ),
        Column(_("Role"), lambda row: _(ROLES[row.part.role]), width=150),
    ]
