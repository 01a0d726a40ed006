"""Drivers and links as another program has them, gathered into one edit, with a remark on everything that is left out.

Drivers are known by their titles. A row, cell or edge that is not understood is left out: nothing is guessed.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.edits import changed
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.problems import Problem
from foresight.core.proposals import Proposal, Remark
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_line, clean_prose
from foresight.core.words import _, quoted
from foresight.exchange.cells import all_different, same
from foresight.methods.network.model import place_new
from foresight.model.drivers import Driver, Drivers, Link

NEW_MOST = 500
"""New drivers in one file."""

Pair = tuple[Id, Id]


def titles(document: Document) -> dict[Id, str]:
    """What each driver is called in a file: its title, with a number where another one before it has the same."""
    drivers = document[Drivers].drivers
    names = all_different(driver.title for driver in drivers)
    return {driver.id: name for driver, name in zip(drivers, names, strict=True)}


class Draft:
    """What a file makes of the drivers and links of a document."""

    def __init__(self, document: Document) -> None:
        self.remarks: list[Remark] = []
        self._known = {same(title): driver for driver, title in titles(document).items()}
        self._are_listed = bool(self._known)
        self._new: dict[Id, Driver] = {}
        self._changes: dict[Id, dict[str, Any]] = {}
        self._old = {(link.source, link.target): link for link in document[Drivers].links}
        self._links = dict(self._old)

    def remark(self, what: str, where: str) -> None:
        """Say what is left out, and where it stands."""
        self.remarks.append(Remark(what, where))

    def driver(self, title: str, where: str, *, lists: bool = False) -> Id | None:
        """The driver with this title, a new one when there is none; None, with a remark, when the title is empty.

        Where there are drivers, a new title may be one of theirs, misspelt: a remark says so, unless it stands in a
        table that ``lists`` drivers.
        """
        self._are_listed |= lists
        whole = clean_line(title, len(title))
        if not whole:
            self.remark(_("The title of a driver is missing here."), where)
            return None
        known = self._known.get(same(whole))
        if known is not None:
            return known
        if len(whole) > LINE_LENGTH:
            said = _("The title of the driver is too long and is shortened to {n} characters.")
            self.remark(said.format(n=LINE_LENGTH), where)
        elif self._are_listed and not lists:
            said = _("There is no driver {name} yet. It is added. If it is only spelt differently, correct the file.")
            self.remark(said.format(name=quoted(clean_line(whole, 80))), where)
        made = Driver(title=whole[:LINE_LENGTH].strip())
        self._known[same(whole)] = self._known[same(made.title)] = made.id
        self._new[made.id] = made
        if len(self._new) > NEW_MOST:
            said = _(
                "The file names more than {n} drivers that are not in the workshop. Is it a list of something else?"
            )
            raise Problem(said.format(n=NEW_MOST))
        return made.id

    def prose(self, text: str, where: str) -> str:
        """Running text from a cell; with a remark where it is cut."""
        whole = clean_prose(text, len(text)).strip()
        if len(whole) > PROSE_LENGTH:
            self.remark(_("The text is too long and is shortened to {n} characters.").format(n=PROSE_LENGTH), where)
        return whole[:PROSE_LENGTH].strip()

    def change_driver(self, driver: Id, **fields: Any) -> None:
        """Give a driver these fields."""
        if driver in self._new:
            self._new[driver] = self._new[driver].but(**fields)
        else:
            self._changes.setdefault(driver, {}).update(fields)

    def link(self, source: Id, target: Id) -> Link | None:
        """The link from one driver to another as the file leaves it."""
        return self._links.get((source, target))

    def put_link(self, source: Id, target: Id, **fields: Any) -> None:
        """Make or change the link from one driver to another, which is not the same."""
        old = self._links.get((source, target))
        self._links[source, target] = old.but(**fields) if old else Link(source=source, target=target, **fields)

    def drop_link(self, source: Id, target: Id) -> None:
        """There is no link from one driver to the other."""
        self._links.pop((source, target), None)

    def proposal(self, remarks: Iterable[Remark] = (), notes: Iterable[str] = ()) -> Proposal:
        """All of it as one edit; ``remarks`` and ``notes`` are what was noticed before."""
        edit = self._edit()
        return Proposal(edit, (*remarks, *self.remarks), tuple(notes))

    def _edit(self) -> Edit:
        new, changes = tuple(self._new.values()), self._changes
        gone = [link.id for pair, link in self._old.items() if pair not in self._links]
        fresh = {pair: link for pair, link in self._links.items() if link is not self._old.get(pair)}

        def apply(document: Document) -> Document:
            if new:
                document = place_new(*new).apply(document)
            part = document[Drivers]
            for driver, fields in changes.items():
                part = changed(part, driver, **fields)
            return _linked(remove(document.put(part), gone), fresh)

        return Edit(_("Import drivers and links"), apply)


def _linked(document: Document, fresh: Mapping[Pair, Link]) -> Document:
    """``document`` with these links, each in the place of the one between the same drivers."""
    part = document[Drivers]
    there = {driver.id for driver in part.drivers}
    left = {pair: link for pair, link in fresh.items() if there.issuperset(pair)}
    if not left:
        return document
    kept = [left.pop((link.source, link.target), link) for link in part.links]
    return document.put(part.but(links=(*kept, *left.values())))
