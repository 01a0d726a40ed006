"""The window driven as a person does: descriptors typed, the matrix judged by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document, Id
from foresight.kit.session import Session
from foresight.methods.cib import view
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.model import CrossImpact, Impact, impacts, keep, set_impact, variants_of
from foresight.methods.cib.tests.matrices import somewhereland, somewhereland_expected
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document
from foresight.methods.cib.tests.views import (
    MATRIX,
    PATIENCE,
    SCENARIOS,
    TABLEAU,
    cell,
    matrix_of,
    scenarios_of,
    shown,
    titles,
    value,
)
from foresight.methods.cib.view_descriptors import DescriptorsView
from foresight.methods.cib.view_matrix import MatrixView
from foresight.methods.cib.view_panel import JudgementPanel, Panel
from foresight.model.drivers import Driver, Drivers, add_drivers
from tests.looking import clipped, nameless


@pytest.fixture
def somewhere() -> Document:
    return somewhereland_document()


# Everything at once


def test_somewhereland_typed_in_the_window_has_its_ten_scenarios(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("cib", None)
    assert isinstance(workspace, view.CrossImpactWorkspace)
    scores = somewhereland()
    for at, size in enumerate(scores.sizes):
        letter = "ABCDEF"[at]
        qtbot.keyClicks(workspace.entry, f"{letter}: " + " / ".join(f"{letter}{place + 1}" for place in range(size)))
        qtbot.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert titles(session)[3] == ("D", ["D1", "D2"])

    made = matrix_of(workspace)
    for row, column in zip(*scores.scores.nonzero(), strict=True):
        cell(made, int(row), int(column))
        score = int(scores.scores[row, column])
        qtbot.keyClicks(made.grid, f"{score}" if score < 0 else str(score))
    assert len(session.document[CrossImpact].impacts) == 126
    assert made.check.text() == "All judgement groups sum to 0."

    listed = scenarios_of(workspace, qtbot)
    assert listed.count.text() == "10 combinations hold together, of 486."
    expected = sorted(somewhereland_expected()["scenarios_1based"], key=lambda each: each["z"])
    grid = listed.grid.model()
    found = [[grid.index(row, column).data() for column in range(grid.columnCount())] for row in range(10)]
    assert found == [
        [
            str(each["consistency_value"]),
            str(each["TIS"]),
            str(each["basin_global"]),
            "",
            *(f"{letter}{place}" for letter, place in zip("ABCDEF", each["z"], strict=True)),
        ]
        for each in expected
    ]


# Descriptors


def test_descriptors_are_made_of_drivers_that_are_ticked(
    monkeypatch: pytest.MonkeyPatch, open_workspace: OpenWorkspace
) -> None:
    drivers = Driver(title="Trust"), Driver(title="Oil price")
    workspace, session = open_workspace("cib", add_drivers(drivers).apply(Document()))
    offered: list[tuple[str, str]] = []

    def pick(_parent: object, _title: str, items: list[tuple[str, str]]) -> tuple[str, ...]:
        offered.extend(items)
        return (drivers[1].id,)

    monkeypatch.setattr(view, "pick", pick)
    button = next(each for each in workspace.findChildren(QPushButton) if each.text() == "From drivers…")
    button.click()
    assert [text for _driver, text in offered] == ["Trust", "Oil price"]
    assert titles(session) == [("Oil price", ["less", "as today", "more"])]
    offered.clear()
    assert isinstance(workspace, view.CrossImpactWorkspace)
    workspace.choose_drivers()
    assert [text for _driver, text in offered] == ["Trust"]
    session.undo()
    session.undo()
    assert titles(session) == []
    assert len(session.document[Drivers].drivers) == 2


def test_variants_are_typed_renamed_moved_and_deleted(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = shown(workspace, 0, DescriptorsView)
    economy = somewhere[CrossImpact].descriptors[2]
    session.select(economy.id)
    assert made.heading.text() == "Variants of C. Economy"
    qtbot.keyClicks(made.entry, "C4")
    qtbot.keyClick(made.entry, Qt.Key.Key_Return)
    fourth = variants_of(session.document)[economy.id][3]
    session.select(fourth.id)
    assert isinstance(workspace, view.CrossImpactWorkspace)
    workspace.move_earlier()
    workspace.move_earlier()
    assert titles(session)[2] == ("C. Economy", ["C1", "C4", "C2", "C3"])
    workspace.delete_selected()
    assert titles(session)[2] == ("C. Economy", ["C1", "C2", "C3"])
    for _step in range(4):
        session.undo()
    assert session.document is somewhere


def test_the_ninth_variant_has_no_place(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("cib", None)
    assert isinstance(workspace, view.CrossImpactWorkspace)
    refusals: list[str] = []
    session.refused.connect(refusals.append)
    qtbot.keyClicks(workspace.entry, "Many: " + " / ".join("abcdefghi"))
    qtbot.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert refusals == ["A descriptor has at most 8 variants."]
    assert workspace.entry.text().startswith("Many")
    for _back in range(4):
        qtbot.keyClick(workspace.entry, Qt.Key.Key_Backspace)
    qtbot.keyClick(workspace.entry, Qt.Key.Key_Return)
    made = shown(workspace, 0, DescriptorsView)
    assert len(titles(session)[0][1]) == 8
    assert made.full.isVisible()
    assert not made.entry.isVisible()


# Matrix


@pytest.fixture
def matrix(open_workspace: OpenWorkspace) -> tuple[MatrixView, Session, list[Id]]:
    """An empty matrix of 2, 3 and 2 variants."""
    workspace, session = open_workspace("cib", document_of(Matrix((2, 3, 2), somewhereland().scores[:7, :7] * 0)))
    made = matrix_of(workspace)
    made.grid.setFocus()
    return made, session, [variant.id for variant in session.document[CrossImpact].variants]


def test_keys_judge_walk_and_clear(qtbot: QtBot, matrix: tuple[MatrixView, Session, list[Id]]) -> None:
    made, session, ids = matrix
    before = session.document
    qtbot.keyClicks(made.grid, "2")
    qtbot.keyClick(made.grid, Qt.Key.Key_Right)
    qtbot.keyClicks(made.grid, "-3")
    qtbot.keyClick(made.grid, Qt.Key.Key_Down)
    qtbot.keyClicks(made.grid, "1")
    assert [value(session, ids[row], ids[column]) for row, column in ((0, 2), (0, 3), (1, 3))] == [2, -3, 1]
    assert made.said.text() == "A “a2” promotes B “b2”: +1"
    assert session.selection == (ids[1], ids[3])
    qtbot.keyClick(made.grid, Qt.Key.Key_Delete)
    assert value(session, ids[1], ids[3]) is None
    for _step in range(4):
        session.undo()
    assert session.document is before


def test_a_descriptors_own_block_is_passed_by(qtbot: QtBot, matrix: tuple[MatrixView, Session, list[Id]]) -> None:
    made, session, _ids = matrix
    model = made.grid.model()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert (made.grid.currentIndex().row(), made.grid.currentIndex().column()) == (0, 2)
    qtbot.keyClick(made.grid, Qt.Key.Key_Left)
    assert made.grid.currentIndex().column() == 2
    cell(made, 1, 5)
    qtbot.keyClick(made.grid, Qt.Key.Key_Down)
    qtbot.keyClick(made.grid, Qt.Key.Key_Down)
    qtbot.keyClick(made.grid, Qt.Key.Key_Down)
    qtbot.keyClick(made.grid, Qt.Key.Key_Down)
    assert made.grid.currentIndex().row() == 4
    qtbot.keyClicks(made.grid, "3")
    assert len(session.document[CrossImpact].impacts) == 1


def test_ctrl_and_arrows_go_from_block_to_block(qtbot: QtBot, matrix: tuple[MatrixView, Session, list[Id]]) -> None:
    made, _session, _ids = matrix
    control = Qt.KeyboardModifier.ControlModifier
    steps = (
        (Qt.Key.Key_Right, (0, 5)),
        (Qt.Key.Key_Down, (2, 5)),
        (Qt.Key.Key_Left, (2, 0)),
        (Qt.Key.Key_Down, (5, 0)),
    )
    for key, place in steps:
        qtbot.keyClick(made.grid, key, control)
        assert (made.grid.currentIndex().row(), made.grid.currentIndex().column()) == place
    qtbot.keyClick(made.grid, Qt.Key.Key_Down, control)
    assert made.grid.currentIndex().row() == 5


def test_numbers_to_20_are_typed_in_full(qtbot: QtBot, matrix: tuple[MatrixView, Session, list[Id]]) -> None:
    made, session, ids = matrix
    said: list[str] = []
    session.said.connect(said.append)
    for text, expected in (("-12", -12), ("21", -12)):
        qtbot.keyClick(made.grid, Qt.Key.Key_Return)
        editor = made.grid.focusWidget()
        assert editor is not None
        editor.selectAll()  # type: ignore[attr-defined]
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert value(session, ids[0], ids[2]) == expected
    assert said == ["A judgement is a whole number from −20 to 20."]


def test_deleting_in_the_matrix_never_deletes_variants(matrix: tuple[MatrixView, Session, list[Id]]) -> None:
    made, session, _ids = matrix
    cell(made, 0, 3)
    workspace = made.window()
    assert isinstance(workspace, view.CrossImpactWorkspace)
    assert len(session.selection) == 2
    assert not workspace.has_selection()
    workspace.delete_selected()
    assert len(session.document[CrossImpact].variants) == 7


def test_reason_and_confidence_of_a_cell(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, session = open_workspace("cib", somewhere)
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    panel.show()
    made = matrix_of(workspace)
    place = made.grid.visualRect(made.grid.model().index(0, 3)).center()
    qtbot.mouseClick(made.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(panel.stack.currentWidget(), JudgementPanel)
    assert panel.judgement.source.text() == "A. Government: A1"
    assert panel.judgement.target.text() == "B. Foreign policy: B1"
    number, sure, reason = panel.judgement.form.fields
    sure.group.button(4).click()  # type: ignore[attr-defined]
    qtbot.keyClicks(reason.text, "They never did")  # type: ignore[attr-defined]
    number.box.setValue(-1)  # type: ignore[attr-defined]
    variants = somewhere[CrossImpact].variants
    assert impacts(session.document)[variants[0].id, variants[3].id] == Impact(
        source=variants[0].id, target=variants[3].id, value=-1, confidence=4, reason="They never did"
    )
    for _step in range(3):
        session.undo()
    assert session.document is somewhere


def test_the_balance_of_the_combination_stands_below(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = matrix_of(workspace)
    made.chosen.choose(chosen(somewhere, (2, 1, 3, 1, 1, 1)))
    strip = made.strip.grid.model()
    sums = [strip.index(0, column).data() for column in range(17)]
    assert sums == ["0", "3", "−3", "2", "1", "−3", "−9", "−1", "10", "−7", "7", "4", "−1", "−3", "2", "−1", "−1"]
    assert [strip.index(1, column).data() for column in range(17)] == [
        *("", "•", "", "•", "", "", "", "", "•", "−14", "", "•", "", "", "•", "", "")
    ]
    assert "D. Distribution of wealth would rather be “D2”, by 14" in made.stands.text()
    cell(made, 10, 0)
    qtbot.keyClick(made.grid, Qt.Key.Key_Space)
    assert made.chosen.variants == chosen(somewhere, (2, 1, 3, 2, 1, 1))
    down = made.grid.verticalHeader()
    place = QPoint(down.width() - 10, down.sectionViewportPosition(9) + 5)
    qtbot.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.chosen.variants == chosen(somewhere, (2, 1, 3, 1, 1, 1))
    assert session.document is somewhere


def test_how_many_hold_together_follows_what_is_typed(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = matrix_of(workspace)
    qtbot.waitUntil(lambda: made.found.text() == "10 combinations hold together, of 486.", timeout=PATIENCE)
    assert made.solving.weights is None
    cell(made, 3, 0)
    qtbot.keyClicks(made.grid, "9")
    edited = solve(session.document).count
    assert edited != 10
    qtbot.waitUntil(lambda: made.found.text().startswith(f"{edited} "), timeout=PATIENCE)
    session.undo()
    qtbot.waitUntil(lambda: made.found.text().startswith("10 "), timeout=PATIENCE)
    listed = scenarios_of(workspace, qtbot)
    assert listed.grid.model().index(0, 2).data() == "35"


def test_groups_are_made_to_sum_to_0_by_a_button(open_workspace: OpenWorkspace, somewhere: Document) -> None:
    variants = somewhere[CrossImpact].variants
    document = somewhere
    for target in variants[3:6]:
        held = impacts(document).get((variants[0].id, target.id))
        document = set_impact(variants[0].id, target.id, value=(held.value if held else 0) + 2).apply(document)
    workspace, session = open_workspace("cib", document)
    made = matrix_of(workspace)
    assert made.check.text() == "1 judgement group does not sum to 0: A. Government “A1” → B. Foreign policy (+6)"
    assert made.mend.isVisible()
    made.mend.click()
    assert made.check.text() == "All judgement groups sum to 0."
    assert not made.mend.isVisible()
    assert set(session.document[CrossImpact].impacts) == set(somewhere[CrossImpact].impacts)
    session.undo()
    assert session.document is document


# What one sees


@pytest.mark.parametrize("width", [886, 540])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document, width: int
) -> None:
    workspace, session = open_workspace("cib", keep(chosen(somewhere, (1, 1, 1, 1, 1, 1)), "Calm").apply(somewhere))
    workspace.resize(width, 560)
    faults: set[str] = set()
    for index in (0, MATRIX, SCENARIOS, TABLEAU):
        workspace.show_view(index)
        QThreadPool.globalInstance().waitForDone()
        for _layout in range(4):
            QApplication.processEvents()
        faults |= set(clipped(workspace)) | nameless(workspace)
    assert not faults, "\n".join(sorted(faults))
    assert session.history.undo_label is None
