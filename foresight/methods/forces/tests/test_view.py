"""The window of the forces as a person uses it: typing, carrying, keying in, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from foresight.core.document import Document, Id
from foresight.core.words import speaking
from foresight.kit.cards import MIME
from foresight.kit.session import Session
from foresight.kit.stack import Stack
from foresight.methods.forces import view as workspace_module
from foresight.methods.forces.model import Force, Forces
from foresight.methods.forces.model_factors import Factors
from foresight.methods.forces.tests.rooms import forces, judged, room, triangle, with_worlds
from foresight.methods.forces.view import DIVIDED, FACTORS, TRIANGLE, WORLDS, ForcesWorkspace
from foresight.methods.forces.view_cards import spoken
from foresight.methods.forces.view_corners import CornersView
from foresight.methods.forces.view_factors import DividedView, FactorsView, effect_of
from foresight.methods.forces.view_panel import Panel
from foresight.methods.forces.view_worlds import WorldsView
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Direction, Trend, Trends

OpenWorkspace = Callable[[str, Document | None], tuple[ForcesWorkspace, Session]]
Key = Qt.Key


def corners_of(workspace: ForcesWorkspace) -> CornersView:
    workspace.show_view(TRIANGLE)
    assert isinstance(workspace.view, CornersView)
    return workspace.view


def held(session: Session) -> list[tuple[str, Direction, int]]:
    return [(force.text, force.corner, force.strength) for force in session.document[Forces].forces]


# The triangle


def test_from_nothing_forces_are_typed_in_every_corner(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", None)
    (begin,) = [one for one in workspace.findChildren(QPushButton) if one.text() == "Begin with the triangle"]
    begin.click()
    corners = corners_of(workspace).corners
    assert corners["weight"].entry.hasFocus()
    for corner, typed in (("weight", "Silos / 5"), ("push", "Fewer at work"), ("pull", "Help in time/4")):
        qtbot.keyClicks(corners[corner].entry, typed)  # type: ignore[index]
        qtbot.keyClick(corners[corner].entry, Key.Key_Return)  # type: ignore[index]
    assert held(session) == [("Silos", "weight", 5), ("Fewer at work", "push", 3), ("Help in time", "pull", 4)]
    assert corners["weight"].count.text() == "1 force, strength 5"
    view = corners_of(workspace)
    assert view.said.text() == (
        "No corner has more than half of the strength; the most, 5 of 12 points of strength, is in the weight of the "
        "past."
    )
    for _time in range(3):
        session.undo()
    assert session.document == Document(doc_id=session.document.doc_id)
    assert isinstance(workspace.view, CornersView)


def test_digits_say_how_strong_and_control_carries(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", triangle())
    corners = corners_of(workspace).corners
    stack = corners["weight"].stack
    stack.setFocus()
    qtbot.keyClick(stack, Key.Key_Down)
    assert session.selection == ("f2",)
    qtbot.keyClicks(stack, "1")
    qtbot.keyClick(stack, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    force = session.document.find("f2", Force)
    assert force is not None
    assert (force.corner, force.strength) == ("push", 1)
    assert corners["push"].stack.hasFocus()
    assert (corners["push"].stack.card, session.selection) == ("f2", ("f2",))
    qtbot.keyClick(corners["push"].stack, Key.Key_Left)
    assert corners["weight"].stack.hasFocus()
    assert session.history.undo_label == "Move force to another corner"
    session.undo()
    session.undo()
    assert session.document == triangle()


def test_a_force_moves_in_its_corner_and_a_factor_in_its_row(open_workspace: OpenWorkspace) -> None:
    start = judged(forces(("push", 1), ("pull", 2), ("push", 3), ("pull", 4)), money="", law="", silos="")
    workspace, session = open_workspace("forces", start)
    session.select("f3")
    workspace.move_later()
    assert session.document == start
    workspace.move_earlier()
    assert [force.id for force in session.document[Forces].forces] == ["f3", "f1", "f2", "f4"]
    workspace.move_later()
    assert [card.id for card in corners_of(workspace).corners["push"].stack.cards.held] == ["f1", "f3"]
    session.select("money")
    workspace.move_later()
    assert [factor.id for factor in session.document[Factors].factors] == ["law", "money", "silos"]
    for _time in range(3):
        session.undo()
    assert session.document == start


def test_delete_says_what_goes_along(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", with_worlds())
    stack = corners_of(workspace).corners["weight"].stack
    stack.setFocus()
    qtbot.keyClick(stack, Key.Key_Delete)
    assert session.document.find("f1", Force) is None
    assert session.history.undo_label == "Delete force (1 strength in a world)"
    session.undo()
    assert session.document == with_worlds()


def drop(source: Stack, target: Stack, card: Id) -> None:
    data = QMimeData()
    data.setData(MIME, card.encode())

    class Drop(QDropEvent):
        """As the window system sends it: the source of a drag is known to it alone."""

        def source(self) -> Stack:
            return source

    move, nothing = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    target.dropEvent(Drop(QPointF(20, 20), move, data, Qt.MouseButton.LeftButton, nothing))


def test_a_card_is_dropped_on_another_corner(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", triangle())
    corners = corners_of(workspace).corners
    source, target = corners["weight"].stack, corners["pull"].stack
    cards = source.cards
    assert bytes(cards.mimeData([cards.index(0)]).data(MIME).data()) == b"f1"
    drop(source, target, "f1")
    assert [card.id for card in target.cards.held] == ["f1", "f6", "f7"]
    assert session.selection == ("f1",)
    session.undo()
    assert session.document == triangle()


def test_new_forces_belong_to_the_group_that_is_chosen(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", triangle())
    view = corners_of(workspace)
    view.group.box.setCurrentIndex(2)
    view.group.box.activated.emit(2)
    qtbot.keyClicks(view.corners["pull"].entry, "Hope")
    qtbot.keyClick(view.corners["pull"].entry, Key.Key_Return)
    force = session.document[Forces].forces[-1]
    assert (force.text, force.group) == ("Hope", "g2")
    assert spoken(view.corners["pull"].stack.cards.held[-1]) == "Hope (strength 3 of 5), Table 2"


def test_trends_are_taken_over(monkeypatch: pytest.MonkeyPatch, open_workspace: OpenWorkspace) -> None:
    trends = Trends(trends=(Trend(id="t1", title="Budgets", direction="weight"), Trend(id="t2", title="Care")))
    workspace, session = open_workspace("forces", Document(doc_id="d").put(trends))
    offered: list[tuple[Id, str]] = []

    def pick(_parent: object, _title: str, items: list[tuple[Id, str]]) -> tuple[Id, ...]:
        offered.extend(items)
        return ("t1",)

    monkeypatch.setattr(workspace_module, "pick", pick)
    assert workspace.has_proposals()
    workspace.take_over()
    assert offered == [("t1", "Weight of the past: Budgets (trend)"), ("t2", "Push of the present: Care (trend)")]
    assert held(session) == [("Budgets", "weight", 3)]


def test_the_panel_changes_a_force_and_cannot_take_its_strength(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", triangle())
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    session.select("f1")
    fields = {field.name: field for field in panel.forms[Force].fields}
    fields["strength"].edited.emit(None)
    assert session.document == triangle()
    fields["corner"].edited.emit("pull")
    fields["strength"].edited.emit(2)
    assert held(session)[0] == ("Force 1", "pull", 2)
    session.undo()
    session.undo()
    assert session.document == triangle()


# Worlds


def worlds_of(workspace: ForcesWorkspace) -> WorldsView:
    workspace.show_view(WORLDS)
    assert isinstance(workspace.view, WorldsView)
    return workspace.view


def test_a_digit_says_how_strong_a_force_is_in_a_world(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", triangle())
    view = worlds_of(workspace)
    assert not view.picture.isVisible()
    cells = view.grid.cells.cells
    assert [cells.text(0, column) for column in range(4)] == ["Past", "5", "(5)", "(5)"]
    for key in "027":  # a 7 means nothing
        qtbot.keyClick(view.grid, key)
    levels = session.document[Forces].levels
    assert [(one.force, one.scenario, one.strength) for one in levels] == [("f1", "w1", 0), ("f2", "w1", 2)]
    assert view.grid.currentIndex().row() == 2
    assert view.picture.isVisible()
    qtbot.keyClick(view.grid, Key.Key_Up)
    qtbot.keyClick(view.grid, Key.Key_Delete)
    assert [one.force for one in session.document[Forces].levels] == ["f1"]
    view.grid.setCurrentIndex(view.grid.model().index(0, 1))
    qtbot.keyClick(view.grid, "4")
    assert held(session)[0] == ("Force 1", "weight", 4)
    for _time in range(4):
        session.undo()
    assert session.document == triangle()


def test_without_worlds_one_is_sent_to_make_some(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("forces", triangle().put(Scenarios()))
    view = worlds_of(workspace)
    with qtbot.waitSignal(workspace.wants_method) as sent:
        view.no_worlds.click()
    assert sent.args == ["scenarios"]


# Promoters and inhibitors


def test_one_key_a_judgement_and_on_to_the_next_factor(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    start = judged(forces(), money="", law="", silos="")
    workspace, session = open_workspace("forces", start)
    workspace.show_view(FACTORS)
    view = workspace.view
    assert isinstance(view, FactorsView)
    view.grid.setFocus()
    for key in "+-bx0":  # an x means nothing
        qtbot.keyClick(view.grid, key)
    said = [(one.group, one.factor, one.effect) for one in session.document[Factors].judgements]
    assert said == [
        ("g1", "money", "promotes"),
        ("g1", "law", "inhibits"),
        ("g1", "silos", "both"),
        ("g2", "money", "neither"),
    ]
    cells = view.grid.cells.cells
    assert [cells.text(row, 1) for row in range(3)] == ["+", "−", "±"]
    qtbot.keyClick(view.grid, Key.Key_Up)
    assert view.said.text() == "“Money” promotes for 1 group and does neither for 1 group (n = 2)."
    qtbot.keyClick(view.grid, Key.Key_Delete)
    assert len(session.document[Factors].judgements) == 3
    for _time in range(5):
        session.undo()
    assert session.document == start


@pytest.mark.parametrize(
    ("key", "effect"),
    [
        ("+", "promotes"),
        ("P", "promotes"),
        ("f", "promotes"),
        ("h", "inhibits"),
        ("−", "inhibits"),
        ("x", None),
        ("", None),
    ],
)
def test_keys_in_both_languages(key: str, effect: str | None) -> None:
    assert effect_of(key) == effect


def test_a_factor_is_typed_and_deleted(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("forces", None)
    workspace.add_factor()
    assert workspace.entry.hasFocus()
    qtbot.keyClicks(workspace.entry, "Regulation")
    qtbot.keyClick(workspace.entry, Key.Key_Return)
    (factor,) = session.document[Factors].factors
    assert factor.title == "Regulation"
    session.select(factor.id)
    assert workspace.has_selection()
    workspace.delete_selected()
    assert session.document[Factors].factors == ()


def test_what_divides_the_room_stands_first(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("forces", room())
    workspace.show_view(DIVIDED)
    view = workspace.view
    assert isinstance(view, DividedView)
    assert [tally.factor.id for tally in view.held] == ["money", "law", "leaders", "time", "silos"]
    assert view.said.text() == (
        "Promotes for some, inhibits for others, most divided first: “Money”, “Law” and “Leaders”."
    )


def test_the_window_speaks_norwegian(open_workspace: OpenWorkspace) -> None:
    with speaking("nb"):
        workspace, _session = open_workspace("forces", triangle())
        assert corners_of(workspace).said.text().startswith("Det som har vært, holder oss igjen: 13 av 24 styrkepoeng")


def test_a_strength_is_typed_after_a_slash_and_told_when_there_is_no_such(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    workspace, session = open_workspace("forces", triangle())
    entry = corners_of(workspace).corners["push"].entry
    refused: list[str] = []
    session.refused.connect(refused.append)
    assert entry.placeholderText() == "Force / strength, Enter"
    for typed in ("Silos / 9", "Silos/0", "Silos / 12"):
        entry.setText(typed)
        qtbot.keyClick(entry, Key.Key_Return)
        assert entry.text() == typed
    assert session.document == triangle()
    assert refused == ["The strength after the slash is a digit from 1 (weak) to 5 (strong): silos / 4."] * 3
    for typed in ("Open 24/7", "Only 1/3 / 4", "Silos/5"):
        entry.setText(typed)
        qtbot.keyClick(entry, Key.Key_Return)
    assert held(session)[-3:] == [("Open 24/7", "push", 3), ("Only 1/3", "push", 4), ("Silos", "push", 5)]
