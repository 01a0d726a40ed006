"""Rooms for the tests of the self-check."""

from collections.abc import Mapping, Sequence

from foresight.core.document import Document
from foresight.methods.selfcheck.deck import deck
from foresight.methods.selfcheck.model import Advice, SelfCheck, SelfRating
from foresight.model.groups import Group, Groups

DELPHI = (5, 4, 4, 5, 2, 4, 3, 5, 4, 1, 4, 5)
"""Twelve ratings whose measures are known."""


def room(groups: int = 12) -> Document:
    """Tables, and the ready-made advice that nobody has rated."""
    tables = tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(1, groups + 1))
    return Document().put(Groups(groups=tables), SelfCheck(advice=deck("en", "a-")))


def rated(ratings: Mapping[str, Sequence[int]]) -> Document:
    """Advice with the ratings of the first groups."""
    return room().put(
        SelfCheck(
            advice=tuple(Advice(id=name, text=f"{name}.") for name in ratings),
            ratings=tuple(
                SelfRating(group=f"g{n}", advice=name, value=value)
                for name, values in ratings.items()
                for n, value in enumerate(values, 1)
            ),
        )
    )
