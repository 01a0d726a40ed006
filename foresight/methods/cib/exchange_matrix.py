"""The cross-impact matrix as a table: the variant of the row acts on the variant of the column.

The first two rows hold the descriptor and the variant of each column, the first two columns those of each row; a
descriptor may be written once, in front of its first variant. An empty cell says nothing, or 0.
"""

from collections.abc import Mapping
from pathlib import Path

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal, Remark
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, quoted
from foresight.exchange.cells import all_different, same, whole_number
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import read_table, write_table
from foresight.exchange.table import Cell, Sheet
from foresight.methods.cib.drafting import Draft
from foresight.methods.cib.model import STRONGEST, CrossImpact, Impact, Variant, impacts, variants_of
from foresight.methods.cib.names import names

ITSELF = "–"
"""What stands where a descriptor meets itself."""
_NOTHING = {"", "-", "–", "—", "x"}

Heading = tuple[str, str]
"""A variant by name: its descriptor and its own."""
Values = Mapping[tuple[Heading, Heading], int]


def write(document: Document, ending: str) -> bytes:
    """All variants across and down, and a judgement in each cell."""
    headings, values = _headings(document), impacts(document)
    rows = [variant for variants in variants_of(document).values() for variant in variants]
    table: list[list[Cell]] = [
        ["", _("acts on →"), *(headings[row.id][0] for row in rows)],
        ["", "", *(headings[row.id][1] for row in rows)],
    ]
    table += [[*headings[row.id], *(_cell(row, column, values) for column in rows)] for row in rows]
    return write_table(Page(_("Matrix"), table, (24, 24, *(10 for _row in rows))), ending)


def _headings(document: Document) -> dict[Id, Heading]:
    """What each variant is called, with a number where another one before it is called the same."""
    named, held = names(document), variants_of(document)
    found: dict[Id, Heading] = {}
    for descriptor, title in zip(held, all_different(named[each] for each in held), strict=True):
        own = all_different(named[variant.id] for variant in held[descriptor])
        found |= {variant.id: (title, name) for variant, name in zip(held[descriptor], own, strict=True)}
    return found


def _cell(row: Variant, column: Variant, values: Mapping[tuple[Id, Id], Impact]) -> Cell:
    held = values.get((row.id, column.id))
    if held is not None:
        return held.value
    return ITSELF if row.descriptor == column.descriptor else None


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What the first sheet of this file would make of the matrix. Raises Problem."""
    book = read_table(path, tick)
    sheet = book.sheets[0]
    remarks: list[Remark] = []
    width = max(map(len, sheet.rows), default=0) if len(sheet.rows) > 1 else 0
    across = _named({at: ((0, at), (1, at)) for at in range(2, width)}, sheet, remarks)
    down = _named({at: ((at, 0), (at, 1)) for at in range(2, len(sheet.rows))}, sheet, remarks)
    if not (across and down) or whole_number(sheet.cell(1, 1)) is not None:  # a number: one row of headings only
        said = _("There is no matrix here: two rows and two columns in front must hold descriptors and variants.")
        raise Problem(said)
    values = _values(sheet, across, down, remarks)
    wanted = list(dict.fromkeys((*across.values(), *down.values())))
    after = document.put(_drafted(document, wanted, values))
    label = _("Import cross-impact matrix")
    edit = Edit(label, lambda held: after if held is document else held.put(_drafted(held, wanted, values)))
    return Proposal(edit, (*book.remarks, *remarks), book.notes)


def _named(
    places: Mapping[int, tuple[tuple[int, int], tuple[int, int]]], sheet: Sheet, remarks: list[Remark]
) -> dict[int, Heading]:
    """The variants of rows or columns; ``places`` are the cells of the descriptor and of the variant.

    Raises Problem for one that comes twice.
    """
    found: dict[int, Heading] = {}
    seen: set[Heading] = set()
    descriptor = ""
    for at, cells in places.items():
        title, name = (_title(sheet, row, column, remarks) for row, column in cells)
        descriptor = title or descriptor
        if not (descriptor and name):
            continue
        found[at] = descriptor, name
        if (sign := (same(descriptor), same(name))) in seen:
            said = _("{place}: the variant {name} of {descriptor} comes twice. Give every variant a name of its own.")
            place = sheet.place(*cells[1])
            raise Problem(said.format(place=place, name=quoted(name), descriptor=quoted(descriptor)))
        seen.add(sign)
    return found


def _title(sheet: Sheet, row: int, column: int, remarks: list[Remark]) -> str:
    text = sheet.cell(row, column)
    whole = clean_line(text, len(text))
    if len(whole) > LINE_LENGTH:
        said = _("The text is too long and is shortened to {n} characters.").format(n=LINE_LENGTH)
        remarks.append(Remark(said, sheet.place(row, column)))
    return whole[:LINE_LENGTH].strip()


def _values(sheet: Sheet, across: Mapping[int, Heading], down: Mapping[int, Heading], remarks: list[Remark]) -> Values:
    """The judgements, with a remark on each cell that is none."""
    found: dict[tuple[Heading, Heading], int] = {}
    for row in range(2, len(sheet.rows)):
        for column in range(2, len(sheet.rows[row])):
            text = sheet.cell(row, column)
            value = 0 if text.lower() in _NOTHING else whole_number(text)
            if row in down and column in across:
                if value is not None and abs(value) <= STRONGEST:
                    found[down[row], across[column]] = value
                    continue
                said = _("{text} is no judgement: a whole number from −{most} to {most} is needed. It is left out.")
                what = said.format(text=quoted(clean_line(text, 40)), most=STRONGEST)
                remarks.append(Remark(what, sheet.place(row, column)))
            elif value != 0:
                what = _("This cell has no variant in its row or column. It is left out.")
                remarks.append(Remark(what, sheet.place(row, column)))
    return found


def _drafted(document: Document, wanted: list[Heading], values: Values) -> CrossImpact:
    """The matrix with these judgements; what is not there is added. Raises Problem."""
    part = document[CrossImpact]
    draft = Draft(part)
    named = names(document)
    titles = all_different(named[each.id] for each in part.descriptors)
    descriptors = {same(title): each.id for title, each in zip(titles, part.descriptors, strict=True)}
    variants = {(same(title), same(name)): each for each, (title, name) in _headings(document).items()}
    ids: dict[Heading, Id] = {}
    for title, name in wanted:
        if same(title) not in descriptors:
            descriptors[same(title)] = draft.descriptor(None, title=title)
        sign = same(title), same(name)
        if sign not in variants:
            variants[sign] = draft.variant(None, descriptors[same(title)], title=name)
        ids[title, name] = variants[sign]
    for (row, column), value in values.items():
        draft.judge(ids[row], ids[column], value)
    return draft.part()
