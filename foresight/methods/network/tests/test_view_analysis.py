"""Plane, loops and what-if as a person uses them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.network.model import Network, name_loop
from foresight.methods.network.tests.networks import FIVE, network
from foresight.methods.network.view import NetworkWorkspace
from foresight.methods.network.view_loops import LoopsView
from foresight.methods.network.view_overlay import Overlay
from foresight.methods.network.view_plane import PlaneView
from foresight.methods.network.view_whatif import WhatIfView
from foresight.model.drivers import remove_drivers, set_link

OpenWorkspace = Callable[[str, Document | None], tuple[Workspace, Session]]
Key = Qt.Key

PLANE, LOOPS, WHAT_IF = 2, 3, 6


def plane_of(open_workspace: OpenWorkspace, document: Document) -> tuple[PlaneView, Session]:
    workspace, session = open_workspace("network", document)
    workspace.show_view(PLANE)
    assert isinstance(workspace.view, PlaneView)
    return workspace.view, session


def what_if_of(open_workspace: OpenWorkspace, document: Document) -> tuple[WhatIfView, Session]:
    workspace, session = open_workspace("network", document)
    workspace.show_view(WHAT_IF)
    assert isinstance(workspace.view, WhatIfView)
    return workspace.view, session


def choose(qtbot: QtBot, box: QComboBox, key: Qt.Key, times: int = 1) -> None:
    box.setFocus()
    for _time in range(times):
        qtbot.keyClick(box, key)


def answers(view: WhatIfView) -> list[str]:
    return [view.list.item(row).text() for row in range(view.list.count())]


def overlay_of(view: WhatIfView) -> Overlay:
    held = view.picture.network.overlay
    assert held is not None
    return held


def test_who_climbs_stands_first_and_why_is_told(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    view, session = plane_of(open_workspace, network(FIVE))
    model = view.list.model
    assert [model.index(row, 1).data() for row in range(5)] == [f"Driver {one}" for one in "acdeb"]
    assert [model.index(0, column).data() for column in (2, 3)] == ["2 → 1 (+1)", "5 → 4 (+1)"]
    assert view.said.text() == "Choose a driver to see why it climbs or falls."
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Key.Key_Down)
    view.list.table.selectRow(0)
    assert list(session.selection) == ["a"]
    assert view.said.text() == (
        "When paths count, “Driver a” climbs from rank 2 to 1 in influence, through “Driver b”.\n"
        "Influence 4, dependence 0. Driving factor.\n"
        "Rank 3 in leverage: all that it moves within 3 links."
    )
    assert view.outcome.text() == "Paths of 3 links and more give one and the same order."


def test_without_feedback_there_are_direct_ranks_and_the_reason(open_workspace: OpenWorkspace) -> None:
    view, _session = plane_of(open_workspace, network({"ab": "+3", "bc": "+1"}))
    assert [view.list.model.index(row, 2).data() for row in range(3)] == ["1", "2", "3"]
    assert view.outcome.text().startswith("No feedback, no indirect ranking")


def test_what_is_only_possible_counts_as_chosen_and_this_can_be_undone(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    document = set_link("b", "a", potential=True).apply(network({"ab": "+3", "bc": "+1"}))
    view, session = plane_of(open_workspace, document)
    assert view.potential.isVisible()
    choose(qtbot, view.potential.box, Key.Key_Down, 2)
    assert session.document[Network].potential_strength == 2
    assert view.list.model.rows[0].influence.indirect is not None
    while session.document is not document:
        session.undo()
    assert view.potential.box.currentText() == "Nothing"
    assert view.list.model.rows[0].influence.indirect is None


def test_the_choice_is_hidden_while_all_links_are_at_work(open_workspace: OpenWorkspace) -> None:
    view, _session = plane_of(open_workspace, network(FIVE))
    assert not view.potential.isVisible()


def test_loops_are_as_long_as_the_room_wants(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = name_loop("cde", "Silo spiral").apply(network(FIVE))
    workspace, session = open_workspace("network", set_link("c", "e", delay="long").apply(document))
    workspace.show_view(LOOPS)
    view = workspace.view
    assert isinstance(view, LoopsView)
    before = session.document
    texts = [view.list.item(row).text() for row in range(view.list.count())]
    assert any(text.endswith("Silo spiral: Driver c → Driver d → Driver e → Driver c") for text in texts)
    assert sum(text.endswith("(delay: long)") for text in texts) == 2
    choose(qtbot, view.length.box, Key.Key_Home)
    assert session.document[Network].longest_loop == 2
    assert view.count.text() == "3 loops of at most 2 links"
    session.undo()
    assert session.document is before
    assert view.list.count() == 5


def test_the_driver_with_most_leverage_is_asked_about_first(open_workspace: OpenWorkspace) -> None:
    view, _session = what_if_of(open_workspace, network(FIVE))
    assert [view.driver.box.itemText(row) for row in range(3)] == ["1  Driver e", "2  Driver b", "3  Driver a"]
    assert view.driver.box.currentText() == "1  Driver e"


def test_a_driver_is_held_up_then_down_and_the_way_stands_out(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("network", network(FIVE))
    session.select("a")
    workspace.show_view(WHAT_IF)
    view = workspace.view
    assert isinstance(view, WhatIfView)
    assert answers(view) == ["1  Driver b: up", "2  Driver c: undecided", "3  Driver e: undecided", "4  Driver d: up"]
    assert overlay_of(view).drivers == {"a": "held up", "b": "up", "c": "unclear", "d": "up", "e": "unclear"}
    assert overlay_of(view).links == {"ab"}
    view.list.setFocus()
    qtbot.keyClick(view.list, Key.Key_Down)
    assert overlay_of(view).links == {"ac", "ab", "bc"}
    assert view.said.text() == "“Driver c” is undecided: pushed up directly and down through “Driver b”."
    choose(qtbot, view.way.box, Key.Key_Down)
    assert answers(view)[0] == "1  Driver b: down"
    assert view.said.text() == "“Driver c” is undecided: pushed down directly and up through “Driver b”."
    assert overlay_of(view).drivers["a"] == "held down"
    choose(qtbot, view.links.box, Key.Key_Home)
    assert answers(view) == ["1  Driver b: down", "2  Driver c: down"]
    workspace.show_view(LOOPS)
    loops = view.picture.network.overlay
    assert loops is not None
    assert set(loops.drivers.values()) == {""}
    workspace.show_view(0)
    assert view.picture.network.overlay is None


def test_the_answer_follows_what_is_edited(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("network", network(FIVE))
    session.select("a")
    workspace.show_view(WHAT_IF)
    view = workspace.view
    assert isinstance(view, WhatIfView)
    session.do(set_link("a", "b", sign="-"))
    assert answers(view)[0] == "1  Driver b: down"
    session.do(remove_drivers("a"))
    assert view.driver.box.currentText() == "1  Driver e"
    session.undo()
    session.undo()
    assert len(answers(view)) == 2


def test_a_driver_that_acts_on_nothing_says_so(open_workspace: OpenWorkspace) -> None:
    view, _session = what_if_of(open_workspace, network({}, "ab"))
    assert view.count.text() == "It pushes no other driver."
    assert view.said.text() == ""


def test_many_links_are_followed_in_the_background(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    names = "abcdefghijklmnopqrst"
    full = network({one + other: "+1" for one in names for other in names if one != other})
    view, _session = what_if_of(open_workspace, full)
    qtbot.waitUntil(lambda: view.list.count() == 19, timeout=20_000)
    assert view.count.text() == "19 drivers are pushed, the hardest first"


@pytest.mark.parametrize("index", [PLANE, LOOPS, WHAT_IF])
def test_views_of_the_analysis_change_nothing(open_workspace: OpenWorkspace, sample: Document, index: int) -> None:
    workspace, session = open_workspace("network", sample)
    assert isinstance(workspace, NetworkWorkspace)
    workspace.show_view(index)
    assert session.document is sample
