"""Workshops that tests use."""

from typing import Any

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.model.commitments import Ask, Commitment, Commitments
from foresight.model.groups import Group, Groups
from foresight.model.workshop import Workshop

discover()  # loads the catalogues of the methods


def whole(key: str, **changes: Any) -> Commitment:
    """A commitment that says all it needs; its gain is confirmed."""
    said: dict[str, Any] = {
        "id": key,
        "text": f"Do {key}",
        "who": "Head of section",
        "step": "Ring them",
        "start": "2027-01-10",
        "measure": "Calls",
        "gain": "Fewer calls",
        "first_gain": "2027-06-01",
        "taker": "Call centre",
        "taker_in": "own",
        "confirmed": True,
    }
    return Commitment(**{**said, **changes})


def workshop(*commitments: Commitment, asks: tuple[Ask, ...] = (), follow_up: str = "") -> Document:
    """A workshop with two groups."""
    return Document(doc_id="doc").put(
        Workshop(title="Day one", date="2026-11-22", follow_up=follow_up),
        Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))),
        Commitments(commitments=commitments, asks=asks),
    )


def four() -> Document:
    """Four commitments, of which one lacks nearly everything and one was dropped, and three asks."""
    return workshop(
        whole("a", group="g1", elsewhere="The county"),
        whole("b", group="g1", confirmed=False, start="2027-03-01", status="begun"),
        Commitment(id="c", text="Do c", group="g2"),
        whole("d", status="dropped"),
        asks=(
            Ask(id="x", text="Share data", addressee="The white paper", votes=3),
            Ask(id="y", text="Let us try.", addressee="the White Paper", votes=7, group="g2"),
            Ask(id="z", text="Pay for spreading", addressee="The county"),
        ),
        follow_up="2027-02-01",
    )
