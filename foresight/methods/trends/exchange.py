"""Trends as a table, one to a row: out to CSV and Excel, and back. A trend is known by its title."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.edits import added, changed
from foresight.core.history import Edit
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal, Remark
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_line, clean_prose
from foresight.core.words import N_, _, listed, quoted
from foresight.exchange.cells import all_different, columns, ignored, one_of, same
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import read_table, write_table
from foresight.exchange.table import Cell, Sheet
from foresight.model.trends import CATEGORIES, DIRECTIONS, KINDS, LIKELIHOODS, RINGS, STATUSES, Trend, Trends

FIELDS: dict[str, str] = {
    "title": N_("Title"),
    "summary": N_("Summary"),
    "category": N_("Category"),
    "kind": N_("Kind"),
    "ring": N_("Ring"),
    "likelihood": N_("Likelihood"),
    "direction": N_("Direction"),
    "time_to_impact": N_("Time to impact"),
    "status": N_("Status"),
    "owner": N_("Owner"),
    "tags": N_("Tags"),
    "description": N_("Description"),
}
"""The columns, by the field of a trend."""
WORDS: dict[str, Mapping[Any, str]] = {
    "category": CATEGORIES,
    "kind": KINDS,
    "ring": RINGS,
    "likelihood": LIKELIHOODS,
    "direction": DIRECTIONS,
    "status": STATUSES,
}
"""The fields that are one of several words."""
MAY_LACK = {"ring", "likelihood", "direction"}
"""Those of them that an empty cell empties; in other columns of words it leaves what is there."""
LENGTHS = {"title": LINE_LENGTH, "summary": 300, "time_to_impact": LINE_LENGTH, "owner": LINE_LENGTH}
WIDTHS = (36, 50, 16, 16, 12, 18, 22, 16, 14, 18, 24, 60)
BETWEEN = ", "
"""Between tags."""


def write(document: Document, ending: str) -> bytes:
    """All trends, one to a row."""
    trends = document[Trends].trends
    names = all_different(trend.title for trend in trends)
    rows: list[list[Cell]] = [[_(heading) for heading in FIELDS.values()]]
    rows += [[_cell(trend, name, field) for field in FIELDS] for trend, name in zip(trends, names, strict=True)]
    choices = {at: [_(word) for word in WORDS[field].values()] for at, field in enumerate(FIELDS) if field in WORDS}
    return write_table(Page(_("Trends"), rows, WIDTHS, choices), ending)


def _cell(trend: Trend, name: str, field: str) -> str:
    held = getattr(trend, field)
    if field == "title":
        return name
    if field == "tags":
        return BETWEEN.join(held)
    return _(WORDS[field][held]) if field in WORDS and held else held or ""


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What the first sheet of this file would make of the trends. Raises Problem."""
    book = read_table(path, tick)
    sheet = book.sheets[0]
    where, strange = columns(sheet, FIELDS, ("title",))
    draft = _Draft(document)
    for row in range(1, len(sheet.rows)):
        if not sheet.is_blank(row):
            cells = {field: sheet.cell(row, column) for field, column in where.items()}
            draft.take(cells, _placer(sheet, row, where))
    return Proposal(draft.edit(), (*book.remarks, *draft.remarks), (*book.notes, *ignored(strange)))


def _placer(sheet: Sheet, row: int, where: Mapping[str, int]) -> Callable[[str], str]:
    return lambda field: sheet.place(row, where[field])


class _Draft:
    """What a file makes of the trends of a document. A trend with a word that is not understood is left out."""

    def __init__(self, document: Document) -> None:
        self.remarks: list[Remark] = []
        trends = document[Trends].trends
        names = all_different(trend.title for trend in trends)
        self._known = {same(name): trend.id for name, trend in zip(names, trends, strict=True)}
        self._seen: set[str] = set()
        self._new: list[Trend] = []
        self._changes: dict[Id, dict[str, Any]] = {}

    def take(self, cells: Mapping[str, str], where: Callable[[str], str]) -> None:
        """Take one row over, or leave it out with a remark."""
        title = same(cells["title"])
        if not title:
            self.remarks.append(Remark(_("The title of a trend is missing here. The row is left out."), where("title")))
        elif title in self._seen:
            self.remarks.append(Remark(_("This trend came before. The row is left out."), where("title")))
        elif (fields := self._fields(cells, where)) is not None:
            self._seen.add(title)
            known = self._known.get(title)
            if known is None:
                self._new.append(Trend(**fields))
            else:
                self._changes[known] = {field: held for field, held in fields.items() if field != "title"}

    def _fields(self, cells: Mapping[str, str], where: Callable[[str], str]) -> dict[str, Any] | None:
        found: dict[str, Any] = {}
        good = True
        for field, text in cells.items():
            if field not in WORDS:
                found[field] = self._text(field, text, where)
            elif not text:
                found |= {field: None} if field in MAY_LACK else {}
            elif (word := one_of(text, WORDS[field])) is not None:
                found[field] = word
            else:
                wanted = listed([_(word) for word in WORDS[field].values()])
                said = _("{text} is none of these: {words}. The trend is left out.")
                shown = quoted(clean_line(text, 60))
                self.remarks.append(Remark(said.format(text=shown, words=wanted), where(field)))
                good = False
        return found if good else None

    def _text(self, field: str, text: str, where: Callable[[str], str]) -> str | tuple[str, ...]:
        if field == "tags":
            return tuple(tag for part in text.replace(";", ",").split(",") if (tag := clean_line(part)))
        limit = LENGTHS.get(field, PROSE_LENGTH)
        whole = clean_prose(text, len(text)).strip() if field == "description" else clean_line(text, len(text))
        if len(whole) > limit:
            self.remarks.append(
                Remark(_("The text is too long and is shortened to {n} characters.").format(n=limit), where(field))
            )
        return whole[:limit].strip()

    def edit(self) -> Edit:
        """All of it as one edit."""
        return Edit(_("Import trends"), lambda document: _done(document, self._new, self._changes))


def _done(document: Document, new: Iterable[Trend], changes: Mapping[Id, Mapping[str, Any]]) -> Document:
    part = document[Trends]
    for trend, fields in changes.items():
        part = changed(part, trend, **fields)
    return document.put(added(part, *new))
