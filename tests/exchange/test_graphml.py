"""GraphML: written by us and by others; entities are refused, damage is a problem."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.problems import Problem
from foresight.core.text import clean_prose
from foresight.exchange.graphml import read_graphml, write_graphml

YED = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" attr.name="Weight" attr.type="double"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Trust</y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"/>
    <edge id="e0" source="n0" target="n1"><data key="d9">-2.0</data></edge>
  </graph>
</graphml>"""


def test_the_labels_of_yed_and_the_names_of_keys_are_known() -> None:
    graph = read_graphml(YED.encode())

    assert graph.nodes == {"n0": {"label": "Trust"}, "n1": {}}
    assert [(edge.source, edge.target, edge.data) for edge in graph.edges] == [("n0", "n1", {"weight": "-2.0"})]
    assert graph.directed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "damaged or no GraphML"),
        ("name;value\nA;1\n", "damaged or no GraphML"),
        ("<graphml><graph></graphml>", "damaged or no GraphML"),
        ("<html/>", "no graph in the file"),
        ("<graphml/>", "no graph in the file"),
        ('<?xml version="1.0" encoding="klingon"?><graphml/>', "damaged or no GraphML"),
        ('<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>', "entities"),
        ('<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/hostname">]><graphml>&x;</graphml>', "entities"),
        ("<graphml>" + "<a>" * 30 + "</a>" * 30 + "</graphml>", "deeply nested"),
    ],
)
def test_what_is_no_graph_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_graphml(text.encode())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(clean_prose)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), TEXT, min_size=1))
def test_what_is_written_is_read_back(labels: dict[str, str]) -> None:
    nodes = {key: {"label": label} for key, label in labels.items()}
    graph = read_graphml(
        write_graphml(nodes, [("a", "b", {"weight": -2, "potential": True})] if len(nodes) > 1 else [])
    )

    for key, label in labels.items():
        wanted = label.replace("\ufffe", "").replace("\uffff", "").strip()
        assert graph.nodes[key].get("label", "") == wanted
    assert all(edge.data == {"weight": "-2", "potential": "True"} for edge in graph.edges)


@settings(deadline=None)
@given(st.integers(0, len(YED) - 1), st.text(st.sampled_from("<>/&;\"'a0 \x00é"), max_size=5), st.integers(0, 30))
def test_any_damage_is_a_graph_or_a_problem(at: int, put: str, gone: int) -> None:
    with contextlib.suppress(Problem):
        graph = read_graphml((YED[:at] + put + YED[at + gone :]).encode())
        assert all(isinstance(text, str) for data in graph.nodes.values() for text in data.values())
