"""Links judged by groups: typed in the matrix as one table after the other, compared in the list of disagreements."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.network.tests.networks import network
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_disagreements import DisagreementsView, voices
from foresight.methods.network.view_matrix import MatrixView
from foresight.model.drivers import Drivers, change_driver, link_between, set_link
from foresight.model.groups import Group, Groups, remove_groups
from foresight.model.judgements import Judgements, judge, judgement_of, verdicts

OpenWorkspace = Callable[[str, Document | None], tuple[Workspace, Session]]


def room() -> Document:
    groups = tuple(Group(id=f"g{n}", name=f"Table {n}") for n in (1, 2))
    return network({"ab": "+1"}, "abc").put(Groups(groups=groups))


def shown(open_workspace: OpenWorkspace, document: Document, kind: type[QWidget]) -> tuple[Workspace, Session]:
    """The workspace with the view of this kind shown."""
    workspace, session = open_workspace("network", document)
    for index in range(workspace.view_count):
        workspace.show_view(index)
        if isinstance(workspace.view, kind):
            break
    return workspace, session


def type_as(qtbot: QtBot, matrix: MatrixView, voice: int, row: int, column: int, keys: str) -> None:
    """Choose a voice with the keyboard, go to a cell and type."""
    matrix.voice.box.setFocus()
    step = voice - matrix.voice.box.currentIndex()
    for _step in range(abs(step)):
        qtbot.keyClick(matrix.voice.box, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
    matrix.grid.setCurrentIndex(matrix.grid.model().index(row, column))
    qtbot.keyClicks(matrix.grid, keys)


def test_a_table_types_its_strengths_and_the_network_shows_the_median(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    workspace, session = shown(open_workspace, room(), MatrixView)
    matrix, before = workspace.view, session.document
    assert isinstance(matrix, MatrixView)
    type_as(qtbot, matrix, 1, 2, 3, "3-")
    assert judgement_of(session.document, "b", "c", "g1") is not None
    assert matrix.grid.model().index(2, 3).data() == "−3"
    assert matrix.grid.model().index(1, 2).data() == "", "Table 1 has not judged a to b"
    assert matrix.voice.progress.text() == "1 of 6 pairs judged"
    type_as(qtbot, matrix, 2, 2, 3, "1")
    link = link_between(session.document, "b", "c")
    assert link is not None
    assert (link.strength, link.sign) == (2, "-")
    qtbot.keyClick(matrix.grid, Qt.Key.Key_Delete)
    assert judgement_of(session.document, "b", "c", "g2") is None
    while session.history.undo_label:
        session.undo()
    assert session.document is before


def test_without_groups_nobody_is_asked_whose_judgement_it_is(open_workspace: OpenWorkspace) -> None:
    workspace, session = shown(open_workspace, network({"ab": "+1"}, "abc"), MatrixView)
    matrix = workspace.view
    assert isinstance(matrix, MatrixView)
    assert not matrix.voice.isVisible()
    session.do(judge("a", "b", "g1", 3))
    assert not session.document[Judgements].judgements


def test_a_table_that_goes_leaves_the_matrix_to_the_room(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = shown(open_workspace, room(), MatrixView)
    matrix = workspace.view
    assert isinstance(matrix, MatrixView)
    type_as(qtbot, matrix, 2, 1, 2, "3")
    session.do(remove_groups("g2"))
    assert matrix.voice.group is None
    assert matrix.grid.model().index(1, 2).data() == "+3"


def test_disagreements_are_listed_told_and_settled(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = room()
    for source, target, group, strength, sign in (
        ("a", "b", "g1", 1, "+"),
        ("a", "b", "g2", 2, "+"),
        ("b", "c", "g1", 3, "+"),
        ("b", "c", "g2", 3, "-"),
    ):
        document = judge(source, target, group, strength, sign).apply(document)  # type: ignore[arg-type]
    workspace, session = shown(open_workspace, document, DisagreementsView)
    view = workspace.view
    assert isinstance(view, DisagreementsView)
    model = view.list.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Driver b", "Driver a"]
    assert [model.index(0, column).data() for column in range(2, 6)] == ["+3  −3", "3.0", "?3", "?3"]
    assert view.said.text() == "Groups disagree on 2 of 2 judged pairs."
    assert not view.take.isEnabled()
    link = link_between(session.document, "b", "c")
    assert link is not None
    session.select(link.id)
    assert view.voices.text().endswith("Table 1 +3 · Table 2 −3")
    before = session.document
    session.do(set_link("b", "c", sign="+"))
    assert view.said.text().endswith("1 link says something else than the median.")
    qtbot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    assert session.document[Drivers] == before[Drivers]
    session.undo()
    held = link_between(session.document, "b", "c")
    assert held is not None
    assert held.sign == "+"


def test_nothing_judged_says_where_to_begin(open_workspace: OpenWorkspace) -> None:
    workspace, session = shown(open_workspace, room(), DisagreementsView)
    view = workspace.view
    assert isinstance(view, DisagreementsView)
    assert view.said.text().startswith("No group has judged a link yet.")
    session.do(remove_groups("g1", "g2"))
    assert view.said.text().startswith("There are no groups yet. Add them under Room")


def test_the_panel_of_a_link_says_what_each_table_said(open_workspace: OpenWorkspace) -> None:
    document = judge("a", "b", "g2", 3).apply(judge("a", "b", "g1", 1).apply(room()))
    workspace, session = shown(open_workspace, document, MatrixView)
    session.select("ab")
    panel = workspace.inspector
    assert panel is not None
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Table 1 +1 · Table 2 +3 · median +2" in texts
    assert voices(document, verdicts(document)["a", "b"]) == "Table 1 +1 · Table 2 +3"


def test_the_canvas_marks_links_that_groups_see_differently(open_workspace: OpenWorkspace) -> None:
    workspace, session = shown(open_workspace, room(), Board)
    board = workspace.view
    assert isinstance(board, Board)
    curves = board.canvas.network.curves
    session.do(judge("a", "b", "g1", 3))
    session.do(judge("a", "b", "g2", 2))
    assert not curves["ab"].is_contested, "one step apart is no dispute"
    session.do(judge("a", "b", "g2", 1))
    assert curves["ab"].is_contested
    session.do(change_driver("a", title="Other"))
    assert curves["ab"].is_contested
    session.do(judge("a", "b", "g2", 3))
    assert not curves["ab"].is_contested
