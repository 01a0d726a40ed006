"""Small networks for tests: drivers are letters, links are "source+target": "sign+strength"."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.methods.network.loops import find_loops
from foresight.model.drivers import Driver, Drivers, Link

FIVE = {
    "ab": "+3",
    "ac": "+1",
    "bc": "-2",
    "be": "+2",
    "cd": "+2",
    "ce": "-1",
    "dc": "+2",
    "de": "-1",
    "ec": "-3",
    "ed": "-2",
}
"""Demography, budget, digital, trust, silos: the example with published numbers."""

SIGNED = {"ab": "+3", "bc": "-2", "ca": "?1"}


def network(links: Mapping[str, str], drivers: Sequence[str] | None = None) -> Document:
    """A document with these links, and with the drivers they join or those given."""
    ids = drivers if drivers is not None else sorted({end for ends in links for end in ends})
    return Document().put(
        Drivers(
            drivers=tuple(Driver(id=one, title=f"Driver {one}") for one in ids),
            links=tuple(
                Link.model_validate(
                    {"id": ends, "source": ends[0], "target": ends[1], "sign": value[0], "strength": int(value[1])}
                )
                for ends, value in links.items()
            ),
        )
    )


def networks(strengths: str = "123") -> st.SearchStrategy[dict[str, str]]:
    """Networks of at most seven drivers."""
    names = "abcdefg"
    ends = [one + other for one in names for other in names if one != other]
    values = [sign + strength for sign in "+-?" for strength in strengths]
    return st.dictionaries(st.sampled_from(ends), st.sampled_from(values), max_size=20)


def letters(document: Document) -> set[str]:
    """The loops of a document as strings of drivers, each from its first letter."""
    return {"".join(loop.drivers) for loop in find_loops(document).loops}
