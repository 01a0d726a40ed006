"""The change journey in the sample: how many tables placed a card where is given, which of them did is drawn."""

from collections.abc import Iterator
from itertools import chain
from random import Random
from typing import Any

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import Language
from foresight.methods.journey.model import USUAL, Journey, usual_phases
from foresight.model.workshop import Workshop
from tests.sample_cards import PREFIX

PHASES = tuple(USUAL)


def journey(language: Language, written: dict[str, Any], selections: list[dict[str, Any]]) -> dict[str, Any]:
    """The usual phases, placements of the cards that the tables chose, and the individual answers."""
    discover()  # the phases are worded by the catalogue of their method
    phases = usual_phases().apply(Document().put(Workshop(language=language)))[Journey].phases
    return {
        "phases": [phase.model_dump() for phase in phases],
        "placements": list(_placements(written, selections)),
        "deep_dives": list(map(_answer, range(1, len(written["answers"]) + 1), written["answers"])),
    }


def _placements(written: dict[str, Any], selections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every table that chose a card placed it; the first of them on a second level too, where that is given."""
    notes = {(f"{PREFIX}{note['card']}", note["group"]): note["text"] for note in written["notes"]}
    for key, given in written["topics"].items():
        card, random = f"{PREFIX}{key}", Random(f"journey of {key}")
        groups = [one["group"] for one in selections if one["card"] == card]
        order = sorted(groups, key=lambda _group: random.random())
        places = list(chain.from_iterable([place[:3]] * place[3] for place in given["places"]))
        seconds = list(chain.from_iterable([place[:3]] * place[3] for place in given.get("also", ())))
        first = [_placement(card, *each, notes) for each in zip(order, places, strict=True)]
        yield from first
        yield from (_placement(card, *each, {}) for each in zip(order, seconds, strict=False))


def _placement(card: str, group: str, place: list[Any], notes: dict[tuple[str, str], str]) -> dict[str, Any]:
    level, low, high = place
    return {
        "card": card,
        "group": group,
        "level": level,
        "phases": list(PHASES[low - 1 : high]),
        "note": notes.get((card, group), ""),
    }


def _answer(number: int, written: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"deep-{number:02}",
        "card": f"{PREFIX}{written['card']}",
        "phase": PHASES[written["phase"] - 1] if "phase" in written else None,
        "participant": written["person"],
        "consent": written["consent"],
        "text": written["text"],
    }
