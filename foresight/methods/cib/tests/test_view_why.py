"""Why, the map and the field, worked with as a person does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.cib.analysis import board, kept
from foresight.methods.cib.model import CrossImpact, impacts, keep, remove_parts, set_impact
from foresight.methods.cib.tests.samples import chosen, somewhereland_document
from foresight.methods.cib.view import CrossImpactWorkspace
from foresight.methods.cib.view_field import FieldView
from foresight.methods.cib.view_map import MapView
from foresight.methods.cib.view_why import WhyView
from foresight.model.scenarios import Scenarios

WHY, MAP, FIELD = 4, 5, 6
AT_ODDS = (1, 2, 3, 1, 1, 2)
"""Somewhereland where the economy alone does not fit, by 1."""
HOLDS = "It holds together: in every descriptor the chosen variant has the best score."


@pytest.fixture
def document() -> Document:
    return somewhereland_document()


def opened(open_workspace: OpenWorkspace, document: Document, view: int) -> tuple[CrossImpactWorkspace, Session]:
    workspace, session = open_workspace("cib", document)
    assert isinstance(workspace, CrossImpactWorkspace)
    workspace.chosen.choose(chosen(document, AT_ODDS))
    workspace.show_view(view)
    return workspace, session


def solved(qtbot: QtBot, workspace: CrossImpactWorkspace) -> None:
    qtbot.waitUntil(lambda: not workspace.solving.busy and workspace.solving.answer is not None)


def press(qtbot: QtBot, listed: QListWidget, words: str) -> None:
    """Go to the row with these words, and press Enter."""
    rows = [listed.item(row).text() for row in range(listed.count())]
    listed.setFocus()
    listed.setCurrentRow(next(at for at, text in enumerate(rows) if words in text))
    qtbot.keyClick(listed, Qt.Key.Key_Return)


# Why


def why(workspace: Workspace) -> WhyView:
    assert isinstance(workspace.view, WhyView)
    return workspace.view


def test_it_begins_with_a_combination_that_holds(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, _session = open_workspace("cib", document)
    assert isinstance(workspace, CrossImpactWorkspace)
    workspace.show_view(WHY)
    view = why(workspace)
    qtbot.waitUntil(lambda: "starting points" in view.figures.text())
    assert workspace.chosen.variants == chosen(document, (1, 2, 2, 1, 1, 2))
    assert view.headline.text() == HOLDS
    assert view.figures.text().startswith("Consistency value 0, total impact +")
    assert not view.mending.isVisible()
    assert view.ending.text() == "It stays: nothing pulls it elsewhere."


def test_a_click_on_a_variant_looks_at_the_combination_with_it(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, WHY)
    view = why(workspace)
    assert view.headline.text() == "It does not hold together: in 1 descriptor another variant would win."
    assert view.reasons.text().startswith("C. Economy: “C2” (+2) beats “C3” (+1) by 1.")
    row = next(at for at, each in enumerate(view.balance.rows) if each.title == "C2")
    assert view.balance.rows[row].spoken == "C2: score +2, best score"
    item = view.balance.item(row)
    view.balance.scrollToItem(item)
    spot = view.balance.visualItemRect(item).center()
    qtbot.mouseClick(view.balance.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.headline.text() == HOLDS
    assert view.balance.rows[row].spoken == "C2: score +2, chosen, best score"
    assert session.document is document
    qtbot.keyClick(view.balance, Qt.Key.Key_Down)
    qtbot.keyClick(view.balance, Qt.Key.Key_Space)
    assert workspace.chosen.variants == chosen(document, AT_ODDS)


def test_a_proposed_judgement_is_carried_out_and_taken_back(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, WHY)
    view = why(workspace)
    words = "B. Foreign policy “B2” on C. Economy “C3”: 0 instead of −1"
    press(qtbot, view.mending.list, words)
    held = board(document).variants
    assert (held[1][1], held[2][2]) not in impacts(session.document)
    assert view.headline.text() == HOLDS
    session.undo()
    assert impacts(session.document)[held[1][1], held[2][2]].value == -1
    assert view.mending.isVisible()


def test_another_variant_changes_a_kept_combination(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    held = keep(chosen(document, AT_ODDS), "Bold").apply(document)
    workspace, session = opened(open_workspace, held, WHY)
    view = why(workspace)
    assert view.offer.box.currentText() == "“Bold” (kept)"
    qtbot.mouseClick(view.mending.button, Qt.MouseButton.LeftButton)
    assert session.document[CrossImpact].combinations[0].variants == chosen(document, (1, 2, 2, 1, 1, 2))
    assert view.headline.text() == HOLDS
    session.undo()
    assert session.document is held


def test_keeping_a_combination_with_the_reason(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, session = opened(open_workspace, document, WHY)
    keeping = why(workspace).keeping
    qtbot.mouseClick(keeping.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(keeping.name.line, "Bold")
    qtbot.keyClicks(keeping.why.text, "It may come")
    held = kept(session.document, chosen(document, AT_ODDS))
    assert held is not None
    assert (held.name, held.why) == ("Bold", "It may come")
    qtbot.mouseClick(keeping.scenario, Qt.MouseButton.LeftButton)
    assert [each.name for each in session.document[Scenarios].scenarios] == ["Bold"]
    assert keeping.made.text() == "It is the scenario “Bold”."
    assert not keeping.scenario.isVisible()
    session.undo()
    session.undo()
    session.undo()
    assert session.history.steps == ("Keep combination",)
    qtbot.mouseClick(keeping.button, Qt.MouseButton.LeftButton)
    assert session.document[CrossImpact].combinations == ()
    assert not keeping.why.isVisible()


def test_the_way_from_here_can_be_walked(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, _session = opened(open_workspace, document, WHY)
    workspace.chosen.choose(chosen(document, (2, 1, 3, 1, 1, 1)))
    view = why(workspace)
    assert [view.steps.item(row).text() for row in range(view.steps.count())] == [
        "1  D. Distribution of wealth becomes “D2”",
        "2  E. Social cohesion becomes “E2”",
    ]
    assert view.ending.text() == "It settles after 2 steps."
    press(qtbot, view.steps, "E2")
    assert workspace.chosen.variants == chosen(document, (2, 1, 3, 2, 2, 1))
    assert view.headline.text() == HOLDS


def test_the_nearest_that_holds_is_one_click_away(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, _session = opened(open_workspace, document, WHY)
    solved(qtbot, workspace)
    workspace.chosen.choose(chosen(document, (1, 1, 3, 1, 1, 1)))
    view = why(workspace)
    assert view.reasons.text().count("\n–") == 2
    qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
    assert view.reasons.text().count("\n–") == 5
    assert view.mending.title.text() == "No single change mends it."
    assert view.nearest.text() == "Look at the nearest that holds (2 different)"
    qtbot.mouseClick(view.nearest, Qt.MouseButton.LeftButton)
    assert view.headline.text() == HOLDS


# Map


def map_of(qtbot: QtBot, workspace: CrossImpactWorkspace) -> MapView:
    solved(qtbot, workspace)
    assert isinstance(workspace.view, MapView)
    return workspace.view


def cell(view: MapView, row: int, column: int) -> str:
    item = view.table.item(row, column)
    assert item is not None
    return item.text()


def is_ticked(view: MapView, row: int) -> bool:
    item = view.table.item(row, 0)
    return item is not None and item.checkState() == Qt.CheckState.Checked


def test_four_that_differ_most_become_scenarios_in_one_step(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, MAP)
    view = map_of(qtbot, workspace)
    assert view.table.rowCount() == 10
    assert view.said.text() == "10 combinations hold together, of 486."
    qtbot.mouseClick(view.pick_four, Qt.MouseButton.LeftButton)
    ticked = [row for row in range(10) if is_ticked(view, row)]
    assert ticked == [1, 3, 4, 8]
    first = view.naming.fields[0].line
    assert first.text() == "C1 and E3"
    first.selectAll()
    qtbot.keyClicks(first, "The leap")
    qtbot.mouseClick(view.naming.button, Qt.MouseButton.LeftButton)
    made = session.document[Scenarios].scenarios
    assert [each.name for each in made] == ["The leap", "A1 and B3", "A2 and B1", "A3 and B2"]
    assert [each.scenario for each in session.document[CrossImpact].combinations] == [each.id for each in made]
    assert made[0].narrative.startswith("A. Government: A1.\nB. Foreign policy: B3.")
    assert cell(view, 1, 1) == "The leap: A1 / B3 / C1 / D2 / E3 / F3"
    assert view.naming.made.text() == "4 of those picked are scenarios already."
    assert not view.naming.button.isVisible()
    with qtbot.waitSignal(workspace.wants_method) as asked:
        qtbot.mouseClick(view.naming.show_them, Qt.MouseButton.LeftButton)
    assert asked.args == ["scenarios"]
    session.undo()
    assert session.document is document


def test_ticking_by_hand_and_looking_at_one(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, _session = opened(open_workspace, document, MAP)
    view = map_of(qtbot, workspace)
    view.table.setFocus()
    view.table.setCurrentCell(2, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.picked == [chosen(document, (1, 3, 2, 1, 1, 2))]
    assert workspace.chosen.variants == view.picked[0]
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.picked == []
    assert not view.naming.button.isVisible()


def test_how_robust_they_are(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, session = opened(open_workspace, document, MAP)
    view = map_of(qtbot, workspace)
    qtbot.mouseClick(view.robust, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not workspace.surviving.busy)
    shares = [cell(view, row, 3) for row in range(10)]
    assert shares[:2] == ["4 % (3–6)", "38 % (35–41)"]
    assert view.explained.text().startswith("Number 2 held most often (38 %), number 1 least often (4 %).")
    workspace.chosen.choose(chosen(document, (1, 3, 1, 2, 3, 3)))
    workspace.show_view(WHY)
    assert "It held in 38 % of 1000 runs (35 to 41 %)." in why(workspace).figures.text()
    held = board(document).variants
    workspace.show_view(MAP)
    session.do(keep(workspace.chosen.variants))
    assert cell(view, 0, 3) == shares[0], "keeping one changes no judgement"
    session.do(set_impact(held[0][0], held[1][0], value=3))
    solved(qtbot, workspace)
    assert cell(view, 0, 3) == "", "of other judgements"


def test_trying_can_be_given_up(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, _session = opened(open_workspace, document, MAP)
    view = map_of(qtbot, workspace)
    qtbot.mouseClick(view.robust, Qt.MouseButton.LeftButton)
    assert view.cancel.isVisible()
    qtbot.mouseClick(view.cancel, Qt.MouseButton.LeftButton)
    assert not workspace.surviving.busy
    assert view.robust.isVisible()
    assert cell(view, 0, 3) == ""


def test_nothing_is_made_of_variants_that_are_gone(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, MAP)
    view = map_of(qtbot, workspace)
    view.pick()
    gone = board(document).variants[5][0]
    session.do(remove_parts(gone))
    assert view.table.rowCount() == 0
    assert not view.naming.button.isVisible()
    solved(qtbot, workspace)
    assert view.table.rowCount() > 0
    assert view.picked
    assert not any(gone in each for each in view.picked)


# Field


def field_of(workspace: Workspace) -> FieldView:
    assert isinstance(workspace.view, FieldView)
    return workspace.view


def click(qtbot: QtBot, view: FieldView, row: int, column: int) -> None:
    index = view.grid.model().index(row, column)
    view.grid.scrollTo(index)
    spot: QPoint = view.grid.visualRect(index).center()
    qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_two_cells_that_cannot_go_together(qtbot: QtBot, open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, session = opened(open_workspace, document, FIELD)
    view = field_of(workspace)
    qtbot.waitUntil(lambda: view.count.text() == "486 of 486 combinations are left.")
    click(qtbot, view, 0, 0)
    click(qtbot, view, 1, 2)
    qtbot.waitUntil(lambda: view.count.text() == "54 of 486 combinations are left.")
    qtbot.keyClick(view.grid, Qt.Key.Key_X)
    held = board(document).variants
    (pair,) = session.document[CrossImpact].exclusions
    assert {pair.one, pair.other} == {held[0][0], held[2][1]}
    qtbot.keyClicks(view.exclusions.reason.line, "No money")
    assert session.document[CrossImpact].exclusions[0].reason == "No money"
    assert view.exclusions.list.item(0).text() == "A. Government “A1” and C. Economy “C2”: No money"
    qtbot.waitUntil(lambda: view.count.text() == "108 of 486 combinations are left.")
    assert view.grid.impossible == {held[2][1]}
    session.undo()
    session.undo()
    assert session.document is document
    assert view.exclusions.none.isVisible()


def test_keys_choose_too_and_a_pair_is_allowed_again(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, FIELD)
    view = field_of(workspace)
    view.grid.setFocus()
    view.grid.setCurrentIndex(view.grid.model().index(0, 0))
    qtbot.keyClick(view.grid, Qt.Key.Key_X)
    assert session.document is document
    qtbot.keyClick(view.grid, Qt.Key.Key_Space)
    qtbot.keyClick(view.grid, Qt.Key.Key_Right)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.cells == chosen(document, (1, 1, 1, 1, 1, 1))[:2]
    qtbot.keyClick(view.grid, Qt.Key.Key_X)
    assert len(session.document[CrossImpact].exclusions) == 1
    qtbot.keyClick(view.exclusions.list, Qt.Key.Key_Delete)
    assert session.document[CrossImpact].exclusions == ()
    session.undo()
    assert len(session.document[CrossImpact].exclusions) == 1


def test_one_of_what_is_left_is_kept_and_explained(
    qtbot: QtBot, open_workspace: OpenWorkspace, document: Document
) -> None:
    workspace, session = opened(open_workspace, document, FIELD)
    view = field_of(workspace)
    qtbot.waitUntil(lambda: view.list.count() == 200)
    assert view.first.text() == "The first 200 are listed."
    view.list.setCurrentRow(1)
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    variants = chosen(document, (1, 1, 1, 1, 1, 2))
    assert kept(session.document, variants) is not None
    qtbot.waitUntil(lambda: "(kept)" in view.list.item(1).text())
    assert not view.keep.isEnabled()
    qtbot.mouseClick(view.why, Qt.MouseButton.LeftButton)
    assert isinstance(workspace.view, WhyView)
    assert workspace.chosen.variants == variants
