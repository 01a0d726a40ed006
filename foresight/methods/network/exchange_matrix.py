"""Links as a matrix: the driver of the row acts on the driver of the column.

A cell holds a signed strength, 3 or -2; ?2 is of undecided direction; P in front means only possible. An empty cell,
or 0, is no link.
"""

import re
from pathlib import Path
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.text import clean_line
from foresight.core.words import _, quoted
from foresight.exchange.cells import same
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import read_table, write_table
from foresight.exchange.table import Cell, Sheet
from foresight.methods.network.drafting import Draft, titles
from foresight.model.drivers import Drivers, Link

ITSELF = "–"
"""What stands where a driver meets itself."""

_entry = re.compile(r"(?P<potential>p)?\s*(?P<sign>[+\-−?])?\s*(?P<strength>[0-3])?(?:[.,]0+)?", re.IGNORECASE)
_nothing = {"", "0", "-", "–", "—", "x"}


def write(document: Document, ending: str) -> bytes:
    """All drivers across and down, and a link in each cell."""
    return write_table(page(document), ending)


def page(document: Document) -> Page:
    """The sheet of the matrix."""
    names = titles(document)
    links = {(link.source, link.target): link for link in document[Drivers].links}
    rows: list[list[Cell]] = [[_("acts on →"), *names.values()]]
    for source, name in names.items():
        rows.append([name, *(ITSELF if source == target else _cell(links.get((source, target))) for target in names)])
    return Page(_("Matrix"), rows, (30, *(14 for _name in names)))


def _cell(link: Link | None) -> Cell:
    if link is None:
        return None
    if link.sign == "?" or link.potential:
        sign = {"+": "", "-": "-", "?": "?"}[link.sign]
        return f"{'P' if link.potential else ''}{sign}{link.strength}"
    return link.signed_strength


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What the first sheet of this file would make of the links. Raises Problem."""
    book = read_table(path, tick)
    draft = Draft(document)
    if not read_sheet(book.sheets[0], draft, tick):
        raise Problem(_("There is no matrix here: the first row and the first column must hold the titles of drivers."))
    return draft.proposal(book.remarks, book.notes)


def read_sheet(sheet: Sheet, draft: Draft, tick: Tick) -> bool:
    """Read the links between the drivers of the rows and of the columns; whether there were any of both.

    Raises Problem for a title that comes twice.
    """
    width = max(map(len, sheet.rows), default=0)
    across = {at: title for at in range(1, width) if (title := sheet.cell(0, at) if sheet.rows else "")}
    down = {at: title for at in range(1, len(sheet.rows)) if (title := sheet.cell(at, 0))}
    for headings in (across, down):
        _require_different(list(headings.values()))
    sources = {row: draft.driver(title, sheet.place(row, 0)) for row, title in down.items()}
    targets = {column: draft.driver(title, sheet.place(0, column)) for column, title in across.items()}
    for row in range(1, len(sheet.rows)):
        for column in range(1, len(sheet.rows[row])):
            text = sheet.cell(row, column)
            if text and (row not in sources or column not in targets):
                draft.remark(
                    _("This cell has no driver in its row or column. It is left out."), sheet.place(row, column)
                )
    for row, source in sources.items():
        tick(row / len(sheet.rows))
        for column, target in targets.items():
            if source is not None and target is not None:
                _read_cell(sheet.cell(row, column), sheet.place(row, column), source, target, draft)
    return bool(across and down)


def _require_different(headings: list[str]) -> None:
    seen: set[str] = set()
    for heading in headings:
        if same(heading) in seen:
            said = _("The heading {heading} comes twice. Give every driver a title of its own.")
            raise Problem(said.format(heading=quoted(clean_line(heading, 60))))
        seen.add(same(heading))


def _read_cell(text: str, where: str, source: Id, target: Id, draft: Draft) -> None:
    if source == target:
        if text.lower() not in _nothing:
            draft.remark(_("A driver has no link to itself. This one is left out."), where)
        return
    old = draft.link(source, target)
    found = _entry.fullmatch(text)
    if not text:
        draft.drop_link(source, target)
    elif found is None:
        said = _(
            "{text} is not a link: write 0 to 3 with + or -, ?2 for undecided, P2 for only possible. It is left out."
        )
        draft.remark(said.format(text=quoted(clean_line(text, 60))), where)
    elif found["strength"] == "0" and (old is None or old.strength):
        draft.drop_link(source, target)
    else:
        fields: dict[str, Any] = {"potential": found["potential"] is not None}
        if found["strength"]:
            fields |= {"strength": int(found["strength"]), "sign": "+"}
        if found["sign"]:
            fields["sign"] = {"−": "-"}.get(found["sign"], found["sign"])
        draft.put_link(source, target, **fields)
