"""Missteps and experiments as tables, out to CSV and Excel."""

from collections.abc import Mapping

from foresight.core.document import Document
from foresight.core.words import _
from foresight.exchange.entities import Words, write_entities
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
    return write_entities(document, ending, _("Missteps"), Misstep, document[Missteps].missteps, MISSTEP)


def write_experiments(document: Document, ending: str) -> bytes:
    """All experiments, one to a row."""
    words: Words = {
        "scenario": lambda scenario: display_name(document, scenario) if scenario else "",
        "result": lambda result: _(RESULTS[result]),
    }
    held = document[Missteps].experiments
    return write_entities(document, ending, _("Experiments"), Experiment, held, EXPERIMENT, words)
