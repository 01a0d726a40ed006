"""How the tables of the sample rate themselves: the ready-made advice with the ratings of tests/samples."""

from typing import Any

from foresight.core.methods import discover
from foresight.core.words import Language
from foresight.methods.selfcheck.deck import deck

PREFIX = "a-"


def selfcheck(language: Language, written: dict[str, Any], groups: list[str]) -> dict[str, Any]:
    """The advice in this language; every row of ratings goes by the order of the tables, 0 is none."""
    discover()  # so that the words of the method are known in Norwegian
    advice = [one.model_dump() for one in deck(language, PREFIX)]
    rows: dict[str, list[int]] = written["ratings"]
    ratings = [
        {"group": group, "advice": f"{PREFIX}{key}", "value": value}
        for key, values in rows.items()
        for group, value in zip(groups, values, strict=True)
        if value
    ]
    return {"advice": advice, "ratings": ratings}
