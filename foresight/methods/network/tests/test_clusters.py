"""Clusters: a driver is in one at most, none is empty, all of it can be undone and is kept in the file."""

from foresight.core.decoding import decode
from foresight.core.document import Document, Id
from foresight.core.encoding import encode
from foresight.core.history import History
from foresight.core.integrity import remove
from foresight.core.methods import slice_kinds
from foresight.methods.network.clusters import change_cluster, clusters_of, free_name, group, ungroup, with_members
from foresight.methods.network.model import Cluster, Network
from foresight.methods.network.tests.networks import FIVE, network


def cluster(key: Id, drivers: str) -> Cluster:
    return Cluster(id=key, name=f"Cluster {key}", drivers=tuple(drivers))


def grouped(*clusters: Cluster) -> Document:
    document = network(FIVE)
    for one in clusters:
        document = group(one).apply(document)
    return document


def held(document: Document) -> dict[Id, str]:
    return {one.id: "".join(one.drivers) for one in document[Network].clusters}


def test_drivers_leave_the_cluster_they_were_in_and_an_empty_one_goes() -> None:
    document = grouped(cluster("x", "abc"), cluster("y", "cd"))
    assert held(document) == {"x": "ab", "y": "cd"}
    assert held(group(cluster("z", "ab")).apply(document)) == {"y": "cd", "z": "ab"}


def test_a_cluster_of_drivers_that_are_gone_is_not_made() -> None:
    document = network(FIVE)
    assert group(cluster("x", "pq")).apply(document) is document
    assert held(group(cluster("x", "ap")).apply(document)) == {"x": "a"}


def test_a_cluster_goes_with_its_last_driver() -> None:
    document = grouped(cluster("x", "ab"))
    assert held(remove(document, ["a"])) == {"x": "b"}
    assert held(remove(document, ["a", "b"])) == {}


def test_dissolving_keeps_the_drivers() -> None:
    document = grouped(cluster("x", "abc"), cluster("y", "de"))
    assert held(ungroup(["x"]).apply(document)) == {"y": "de"}
    assert held(ungroup(["a", "d", "e"]).apply(document)) == {"x": "bc"}
    assert len(ungroup(["x", "y"]).apply(document).slices) == len(document.slices)


def test_typing_a_name_is_one_step() -> None:
    history = History(grouped(cluster("x", "ab")))
    before = history.document
    for name in ("T", "Tr", "Trust"):
        history.do(change_cluster("x", name=name))
    assert history.document[Network].clusters[0].name == "Trust"
    history.undo()
    assert history.document is before


def test_what_is_selected_is_known_with_its_cluster() -> None:
    document = grouped(cluster("x", "ab"), cluster("y", "cd"))
    assert with_members(document, ["x", "b", "e", "ab"]) == ["a", "b", "e"]
    assert clusters_of(document, ["y", "a"]) == ["x", "y"]
    assert clusters_of(document, ["e"]) == []


def test_a_new_cluster_gets_a_name_that_is_free() -> None:
    document = grouped(Cluster(name="Cluster 1", drivers=("a",)), Cluster(name="Cluster 3", drivers=("b",)))
    assert free_name(document) == "Cluster 2"


def test_clusters_are_kept_in_the_file() -> None:
    document = grouped(cluster("x", "ab"))
    reading = decode(encode(document), slice_kinds())
    assert reading.document == document
    assert reading.repairs == ()
