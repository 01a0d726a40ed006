"""All links in the appendix of the brief."""

from foresight.core.brief import Cell, Table
from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.network.report_appendix import sections
from foresight.model.drivers import Driver, Drivers, Link


def test_every_link_stands_there_with_what_was_said_about_it() -> None:
    drivers = tuple(Driver(id=name.lower(), title=name) for name in ("Trust", "Silos", "Budget"))
    links = (
        Link(source="silos", target="trust", strength=3, sign="-", delay="long", confidence=4, rationale="Letters."),
        Link(source="trust", target="budget", strength=2, sign="?", potential=True),
        Link(source="trust", target="silos", strength=0),
    )
    (section,) = sections(Document().put(Drivers(drivers=drivers, links=links)))
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in table.rows] == [
        ["Trust", "Silos", "0", "Short", "–", "–"],
        ["Trust", "Budget", "±2, only possible", "Short", "–", "–"],
        ["Silos", "Trust", "−3", "Long", "4", "Letters."],
    ]


def test_without_links_there_is_no_appendix(sample: Document) -> None:
    assert sections(sample.put(sample[Drivers].but(links=()))) == ()


def test_it_speaks_norwegian(sample: Document) -> None:
    discover()  # brings the catalogue
    with speaking("nb"):
        (section,) = sections(sample)
    assert section.title == "Alle koblinger mellom drivkreftene"
