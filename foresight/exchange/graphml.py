"""Graphs as GraphML: nodes and edges with texts on them. Written by networkx, read without entities.

Read here and not by networkx, which raises whatever it stumbles upon. The labels of yEd are known too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError  # only their names; defusedxml parses

from foresight.core.problems import Problem
from foresight.core.words import _
from foresight.exchange.table import CELLS_MOST, clean

DEPTH_MOST = 20
"""Of elements inside each other."""


@dataclass(frozen=True)
class Edge:
    """An edge, by the ids of its nodes."""

    source: str
    target: str
    data: Mapping[str, str]


@dataclass(frozen=True)
class Graph:
    """What a GraphML file holds; all values are texts."""

    nodes: Mapping[str, Mapping[str, str]]
    edges: tuple[Edge, ...]
    directed: bool


def read_graphml(text: bytes) -> Graph:
    """The first graph of a GraphML file. Raises Problem."""
    root = _parsed(text)
    graph = next((one for one in root if _name(one) == "graph"), None) if _name(root) == "graphml" else None
    if graph is None:
        raise Problem(_("There is no graph in the file. A GraphML file is wanted."))
    names = {one.get("id", ""): one.get("attr.name", one.get("id", "")) for one in root if _name(one) == "key"}
    nodes: dict[str, dict[str, str]] = {}
    edges: list[Edge] = []
    for one in graph:
        if _name(one) == "node":
            nodes[one.get("id", "")] = dict(_data(one, names))
        elif _name(one) == "edge":
            edges.append(Edge(one.get("source", ""), one.get("target", ""), dict(_data(one, names))))
    return Graph(nodes, tuple(edges), graph.get("edgedefault") != "undirected")


def write_graphml(nodes: Mapping[str, Mapping[str, Any]], edges: Iterable[tuple[str, str, Mapping[str, Any]]]) -> bytes:
    """A directed graph; the values are texts, numbers or booleans."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for node, data in nodes.items():
        graph.add_node(node, **_clean(data))
    for source, target, data in edges:
        graph.add_edge(source, target, **_clean(data))
    written = BytesIO()
    networkx.write_graphml_xml(graph, written)
    return written.getvalue()


def _clean(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what XML cannot hold."""
    return {
        name: clean(value).replace("\ufffe", "").replace("\uffff", "") if isinstance(value, str) else value
        for name, value in data.items()
    }


def _parsed(text: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    depth = count = 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(text), events=("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > DEPTH_MOST or count > CELLS_MOST:
                raise Problem(_("The graph is too large or too deeply nested."))
    except DefusedXmlException as error:
        said = _("The file defines XML entities or a document type. It is not read, because that can do harm.")
        raise Problem(said, details=str(error)) from error
    except (ParseError, ValueError, LookupError) as error:  # the last two for encodings that it only claims to have
        raise Problem(_("The file is damaged or no GraphML file."), details=str(error)) from error
    assert root is not None  # a text without any element does not parse
    return root


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _data(element: Element, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands on a node or an edge, by the names of the keys in small letters; a label of yEd as "label"."""
    for data in element:
        if _name(data) != "data":
            continue
        text = data.text or ""
        for inner in data.iter():
            if _name(inner) in ("NodeLabel", "EdgeLabel") and (inner.text or "").strip():
                yield "label", clean(inner.text or "").strip()
        name = names.get(data.get("key", ""), data.get("key", ""))
        if text.strip():
            yield name.strip().lower(), clean(text).strip()
