"""The network as GraphML, for programs that draw and analyse graphs: out, and back in."""

from functools import partial
from pathlib import Path
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.text import clean_line
from foresight.core.words import _, quoted
from foresight.exchange.cells import one_of
from foresight.exchange.files import read_small
from foresight.exchange.graphml import Edge, Graph, read_graphml, write_graphml
from foresight.methods.network.drafting import Draft, titles
from foresight.methods.network.exchange_links import FIELDS, TOGETHER, read_link
from foresight.model.drivers import Drivers
from foresight.model.trends import CATEGORIES

LABELS = ("label", "title", "name")
"""Where other programs keep what a node is called."""


def write(document: Document, ending: str) -> bytes:
    """Drivers as nodes, links as edges whose weight is the signed strength."""
    names = titles(document)
    nodes = {
        driver.id: {"label": names[driver.id], "description": driver.description, "category": driver.category}
        for driver in document[Drivers].drivers
    }
    edges = []
    for link in document[Drivers].links:
        data: dict[str, Any] = {"weight": link.signed_strength, "strength": link.strength, "sign": link.sign}
        data |= {"delay": link.delay, "potential": link.potential, "rationale": link.rationale}
        data |= {} if link.confidence is None else {"confidence": link.confidence}
        edges.append((link.source, link.target, data))
    return write_graphml(nodes, edges)


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What this graph would make of drivers and links. Raises Problem."""
    graph = read_graphml(read_small(path))
    if not graph.nodes:
        raise Problem(_("The graph has no nodes."))
    draft = Draft(document)
    if not graph.directed:
        draft.remark(
            _("The graph has no directions: each edge is read as a link from its first node to its second."), ""
        )
    names = _read_nodes(graph, draft)
    seen: set[tuple[Id, Id]] = set()
    for number, edge in enumerate(graph.edges, 1):
        if number % TOGETHER == 0:
            tick(number / len(graph.edges))
        where = _("edge {n}").format(n=number)
        missing = next((node for node in (edge.source, edge.target) if node not in names), None)
        if missing is not None:
            said = _("There is no node {name}. This link is left out.")
            draft.remark(said.format(name=quoted(clean_line(missing, 60))), where)
            continue
        read_link(_cells(edge, names), partial(_place, where), draft, seen)
    return draft.proposal()


def _place(edge: str, field: str) -> str:
    return f"{edge}, {_(FIELDS[field])}"


def _read_nodes(graph: Graph, draft: Draft) -> dict[str, str]:
    """Take the drivers over; what each node is called, by its id."""
    names: dict[str, str] = {}
    for number, (node, data) in enumerate(graph.nodes.items(), 1):
        names[node] = next((data[label] for label in LABELS if label in data), node)
        driver = draft.driver(names[node], _("node {n}").format(n=number))
        if driver is None:
            continue
        if "description" in data:
            draft.change_driver(driver, description=draft.prose(data["description"], _("node {n}").format(n=number)))
        category = one_of(data.get("category", ""), CATEGORIES)
        if category is not None:
            draft.change_driver(driver, category=category)
    return names


def _cells(edge: Edge, names: dict[str, str]) -> dict[str, str]:
    """The edge as a row of the table of links; a weight is a signed strength where there is no other."""
    cells = {field: text for field, text in edge.data.items() if field in FIELDS}
    if "strength" not in cells and "weight" in edge.data:
        cells["strength"] = edge.data["weight"]
    return {**cells, "source": names[edge.source], "target": names[edge.target]}
