"""Links as a table, one to a row: out to CSV and Excel, and back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.text import clean_line
from foresight.core.words import N_, _, quoted
from foresight.exchange.cells import columns, ignored, one_of, whole_number, yes_or_no
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import read_table, write_table
from foresight.exchange.table import Cell, Sheet
from foresight.methods.network.drafting import Draft, titles
from foresight.model.drivers import DELAYS, SIGNS, STRENGTHS, Drivers, Link, Sign

FIELDS: dict[str, str] = {
    "source": N_("From"),
    "target": N_("To"),
    "strength": N_("Strength"),
    "sign": N_("Sign"),
    "delay": N_("Delay"),
    "confidence": N_("Confidence"),
    "rationale": N_("Rationale"),
    "potential": N_("Only possible"),
}
"""The columns, by the field of a link."""
WIDTHS = (28, 28, 10, 18, 10, 12, 50, 14)
SHORT_SIGNS: dict[Sign, str] = {"+": N_("same"), "-": N_("opposite"), "?": N_("undecided")}

TOGETHER = 100
"""Links that are read before anybody hears of it."""

Where = Callable[[str], str]
"""Names the cell of a field to the user."""


def write(document: Document, ending: str) -> bytes:
    """All links, one to a row."""
    return write_table(page(document), ending)


def page(document: Document, fields: tuple[str, ...] = tuple(FIELDS)) -> Page:
    """The sheet of all links, with these columns."""
    names = titles(document)
    rows: list[list[Cell]] = [[_(FIELDS[field]) for field in fields]]
    rows += [[_cell(link, field, names) for field in fields] for link in document[Drivers].links]
    offered = {"sign": SIGNS.values(), "delay": DELAYS.values(), "potential": (N_("Yes"), N_("No"))}
    choices = {at: [_(word) for word in offered[field]] for at, field in enumerate(fields) if field in offered}
    return Page(_("Links"), rows, [dict(zip(FIELDS, WIDTHS, strict=True))[field] for field in fields], choices)


def _cell(link: Link, field: str, names: Mapping[Id, str]) -> Cell:
    match field:
        case "source" | "target":
            return names[getattr(link, field)]
        case "sign":
            return _(SIGNS[link.sign])  # in words: a cell that is + or - alone looks like the start of a formula
        case "delay":
            return _(DELAYS[link.delay])
        case "potential":
            return _("Yes") if link.potential else ""
        case _:
            held: Cell = getattr(link, field)
            return held


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What the first sheet of this file would make of the links. Raises Problem."""
    book = read_table(path, tick)
    draft = Draft(document)
    notes = read_sheet(book.sheets[0], draft, tick)
    return draft.proposal(book.remarks, (*book.notes, *notes))


def read_sheet(sheet: Sheet, draft: Draft, tick: Tick, *, only_known: bool = False) -> tuple[str, ...]:
    """Read links row by row; with ``only_known`` none is made that there is not. Returns notes, raises Problem."""
    where, strange = columns(sheet, FIELDS, ("source", "target"))
    seen: set[tuple[Id, Id]] = set()
    for row in range(1, len(sheet.rows)):
        if row % TOGETHER == 0:
            tick(row / len(sheet.rows))
        if sheet.is_blank(row):
            continue
        cells = {field: sheet.cell(row, column) for field, column in where.items()}

        def place(field: str, row: int = row) -> str:
            return sheet.place(row, where.get(field))

        read_link(cells, place, draft, seen, only_known=only_known)
    return ignored(strange)


def read_link(
    cells: Mapping[str, str], where: Where, draft: Draft, seen: set[tuple[Id, Id]], *, only_known: bool = False
) -> None:
    """Take one link over, or leave it out with a remark; ``seen`` are the pairs that came before."""
    found = _fields(cells, where, draft)
    source = draft.driver(cells["source"], where("source")) if found is not None else None
    target = draft.driver(cells["target"], where("target")) if source is not None else None
    if found is None or source is None or target is None:
        return
    named = f"{clean_line(cells['source'], 80)} → {clean_line(cells['target'], 80)}"
    if source == target:
        draft.remark(_("A driver has no link to itself. This one is left out."), where("target"))
    elif (source, target) in seen:
        draft.remark(_("The link {link} came before. This one is left out.").format(link=named), where("target"))
    elif only_known and draft.link(source, target) is None:
        draft.remark(_("The matrix has no link {link}. This row is left out.").format(link=named), where("target"))
    else:
        seen.add((source, target))
        draft.put_link(source, target, **found)


def _fields(cells: Mapping[str, str], where: Where, draft: Draft) -> dict[str, Any] | None:
    """The fields of a link; None, with a remark on every cell that is not understood."""
    found: dict[str, Any] = {}
    good = True
    for field, text in cells.items():
        if field in READERS and text:
            understand, wanted = READERS[field]
            found[field] = understand(text)
            if found[field] is None:
                said = _("{text} is not {wanted}. This link is left out.")
                draft.remark(said.format(text=quoted(clean_line(text, 60)), wanted=_(wanted)), where(field))
                good = False
        elif field in EMPTY:
            found[field] = draft.prose(text, where(field)) or EMPTY[field]
    if (found.get("strength") or 0) < 0:
        if found.get("sign", "-") != "-":
            draft.remark(
                _("A strength below 0 and another sign contradict each other. This link is left out."), where("sign")
            )
            good = False
        found |= {"strength": -found["strength"], "sign": "-"}
    return found if good else None


def _strength(text: str) -> int | None:
    """-3..3."""
    number = whole_number(text)
    strength = one_of(text, dict(enumerate(STRENGTHS))) if number is None else number
    return strength if strength in range(-3, 4) else None


def _sign(text: str) -> Sign | None:
    return "-" if text == "−" else one_of(text, SIGNS) or one_of(text, SHORT_SIGNS)


def _confidence(text: str) -> int | None:
    number = whole_number(text)
    return number if number in range(1, 6) else None


READERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "strength": (_strength, N_("a strength (0, 1, 2 or 3)")),
    "sign": (_sign, N_("a direction (same, opposite or undecided)")),
    "delay": (lambda text: one_of(text, DELAYS), N_("a delay (short, medium or long)")),
    "confidence": (_confidence, N_("a confidence (1 to 5)")),
    "potential": (yes_or_no, N_("yes or no")),
}
"""What a text in a column means (None: nothing), and what it should have been."""
EMPTY: dict[str, Any] = {"confidence": None, "potential": False, "rationale": ""}
"""What an empty cell means, in columns where it means anything."""
