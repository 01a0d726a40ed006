"""Missteps and experiments as tables, out to CSV and Excel."""

from collections.abc import Mapping, Sequence

from foresight.core.document import Document, Entity
from foresight.core.naming import Names, field_label
from foresight.core.words import _
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell
from foresight.model.missteps import RESULTS, Experiment, Misstep, Missteps
from foresight.model.scenarios import display_name

MISSTEP: Mapping[str, int] = {
    "text": 40,
    "failed": 40,
    "learnt": 40,
    "shared": 24,
    "group": 14,
    "when": 12,
    "note": 40,
}
"""The fields of a misstep in their columns, with their widths in characters."""
EXPERIMENT: Mapping[str, int] = {
    "text": 50,
    "scenario": 24,
    "driver": 24,
    "test": 40,
    "stop": 40,
    "by": 12,
    "owner": 20,
    "result": 16,
    "seen": 50,
}


def write_missteps(document: Document, ending: str) -> bytes:
    """All missteps, one to a row."""
    return write_table(_page(document, _("Missteps"), Misstep, document[Missteps].missteps, MISSTEP), ending)


def write_experiments(document: Document, ending: str) -> bytes:
    """All experiments, one to a row."""
    held = document[Missteps].experiments
    return write_table(_page(document, _("Experiments"), Experiment, held, EXPERIMENT), ending)


def _page(document: Document, name: str, kind: type[Entity], held: Sequence[Entity], fields: Mapping[str, int]) -> Page:
    rows: list[list[Cell]] = [[field_label(kind, field) for field in fields]]
    names = Names(document)
    rows += [[_cell(document, names, one, field) for field in fields] for one in held]
    return Page(name, rows, list(fields.values()))


def _cell(document: Document, names: Names, one: Entity, field: str) -> Cell:
    held: str | None = getattr(one, field)
    if not held:
        return ""
    if field == "scenario":
        return display_name(document, held)
    if field in ("group", "driver"):
        return names.of(held)
    return next((_(words) for result, words in RESULTS.items() if result == held), held) if field == "result" else held
