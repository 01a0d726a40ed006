"""The whole network as a workbook with instructions, to be filled in in Excel and read back."""

from pathlib import Path

from foresight.core.document import Document
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.text import clean_line
from foresight.core.words import N_, _, quoted
from foresight.exchange.cells import columns, ignored, one_of
from foresight.exchange.excel_writing import Page, write_excel
from foresight.exchange.files import read_book
from foresight.exchange.table import Cell, Sheet
from foresight.methods.network import exchange_links, exchange_matrix
from foresight.methods.network.drafting import Draft, titles
from foresight.model.drivers import Drivers
from foresight.model.trends import CATEGORIES

SHEETS = {
    "instructions": N_("Instructions"),
    "drivers": N_("Drivers"),
    "matrix": N_("Matrix"),
    "links": N_("Links"),
}
FIELDS: dict[str, str] = {"title": N_("Title"), "description": N_("Description"), "category": N_("Category")}
DETAILS = ("source", "target", "delay", "confidence", "rationale")
"""What the sheet of links adds to the matrix."""


def write(document: Document, ending: str) -> bytes:
    """A workbook with instructions, drivers, matrix and the details of links; for an empty workshop a template."""
    names = titles(document)
    rows: list[list[Cell]] = [[_(heading) for heading in FIELDS.values()]]
    rows += [[names[one.id], one.description, _(CATEGORIES[one.category])] for one in document[Drivers].drivers]
    categories = {list(FIELDS).index("category"): [_(text) for text in CATEGORIES.values()]}
    return write_excel(
        [
            Page(_("Instructions"), _instructions(), (100,), is_text=True),
            Page(_("Drivers"), rows, (32, 60, 18), categories),
            exchange_matrix.page(document),
            exchange_links.page(document, DETAILS),
        ]
    )


def _instructions() -> list[list[Cell]]:
    lines = (
        _("How to fill in this workbook"),
        _("Drivers: one to a row. The title is how a driver is known in the whole workbook."),
        _(
            "Matrix: the titles stand in the first column and again in the first row. "
            "The driver of the row acts on the driver of the column."
        ),
        _(
            "In a cell: 1 weak, 2 moderate, 3 strong; with a minus where more of the one gives less of the other. "
            "Empty: no link."
        ),
        _("?2 is a link whose direction is undecided. P2 is one that is not at work today but may come to be."),
        _("Links: what else is known of a link in the matrix. Delay: short, medium or long. Confidence: 1 to 5."),
        _("Save the workbook as .xlsx and read it with File > Import. Everything is shown before anything is changed."),
        _("A link that is emptied in the matrix is removed. A title that is changed makes a new driver."),
    )
    return [[line] for line in lines]


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What this workbook would make of drivers and links. Raises Problem."""
    book = read_book(path, tick)
    found: dict[str, Sheet] = {}
    notes = list(book.notes)
    for sheet in book.sheets:
        key = one_of(sheet.name, SHEETS)
        if key is not None and key not in found:
            found[key] = sheet
        elif sheet.rows:
            notes.append(_("The sheet {name} was not read.").format(name=quoted(sheet.name)))
    if not {"drivers", "matrix", "links"} & found.keys():
        raise Problem(
            _("The workbook has none of the sheets Drivers, Matrix and Links. Export one to see how it is made.")
        )
    draft = Draft(document)
    if "drivers" in found and found["drivers"].rows:
        notes += _read_drivers(found["drivers"], draft)
    has_matrix = "matrix" in found and exchange_matrix.read_sheet(found["matrix"], draft, tick)
    if "links" in found and found["links"].rows:
        notes += exchange_links.read_sheet(found["links"], draft, tick, only_known=has_matrix)
    return draft.proposal(book.remarks, notes)


def _read_drivers(sheet: Sheet, draft: Draft) -> tuple[str, ...]:
    where, strange = columns(sheet, FIELDS, ("title",))
    for row in range(1, len(sheet.rows)):
        cells = {field: sheet.cell(row, column) for field, column in where.items()}
        driver = (
            None if sheet.is_blank(row) else draft.driver(cells["title"], sheet.place(row, where["title"]), lists=True)
        )
        if driver is None:
            continue
        if "description" in cells:
            draft.change_driver(
                driver, description=draft.prose(cells["description"], sheet.place(row, where["description"]))
            )
        category = one_of(cells.get("category", ""), CATEGORIES)
        if category is not None:
            draft.change_driver(driver, category=category)
        elif cells.get("category"):
            said = _("{text} is not a category. The driver is taken without it.")
            shown = quoted(clean_line(cells["category"], 60))
            draft.remark(said.format(text=shown), sheet.place(row, where["category"]))
    return ignored(strange)
