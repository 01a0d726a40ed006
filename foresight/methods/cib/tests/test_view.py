"""The window driven as a person does: descriptors typed, the matrix judged by keys, combinations found and kept."""

from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document, Id
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.cib import view, view_conditions
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.model import CrossImpact, Impact, add_descriptor, impacts, keep, set_impact, variants_of
from foresight.methods.cib.tests.matrices import somewhereland, somewhereland_expected
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document
from foresight.methods.cib.view_descriptors import DescriptorsView
from foresight.methods.cib.view_matrix import MatrixView
from foresight.methods.cib.view_panel import JudgementPanel, Panel
from foresight.methods.cib.view_scenarios import ScenariosView
from foresight.methods.cib.view_tableau import TableauView
from foresight.model.drivers import Driver, Drivers, add_drivers
from tests.looking import clipped, nameless

MATRIX, SCENARIOS, TABLEAU = 1, 2, 3

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def somewhere() -> Document:
    return somewhereland_document()


def shown(workspace: Workspace, index: int, kind: type[T]) -> T:
    workspace.show_view(index)
    QApplication.processEvents()
    assert isinstance(workspace.view, kind)
    return workspace.view


def matrix_of(workspace: Workspace) -> MatrixView:
    return shown(workspace, MATRIX, MatrixView)


def scenarios_of(workspace: Workspace, qtbot: QtBot) -> ScenariosView:
    made = shown(workspace, SCENARIOS, ScenariosView)
    settle(made, qtbot)
    return made


def settle(made: ScenariosView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not made.solving.busy and not made.solving.weighing)


def cell(made: MatrixView, row: int, column: int) -> None:
    made.grid.setCurrentIndex(made.grid.model().index(row, column))


def value(session: Session, source: Id, target: Id) -> int | None:
    held = impacts(session.document).get((source, target))
    return None if held is None else held.value


def titles(session: Session) -> list[tuple[str, list[str]]]:
    part, held = session.document[CrossImpact], variants_of(session.document)
    return [(each.title, [variant.title for variant in held[each.id]]) for each in part.descriptors]


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
    qtbot.waitUntil(lambda: made.found.text() == "10 combinations hold together, of 486.")
    assert made.solving.weights is None
    cell(made, 3, 0)
    qtbot.keyClicks(made.grid, "9")
    edited = solve(session.document).count
    assert edited != 10
    qtbot.waitUntil(lambda: made.found.text().startswith(f"{edited} "))
    session.undo()
    qtbot.waitUntil(lambda: made.found.text().startswith("10 "))
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


# Combinations


def test_the_list_follows_every_edit(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    variants = somewhere[CrossImpact].variants
    session.do(set_impact(variants[0].id, variants[3].id, value=3))
    session.do(set_impact(variants[0].id, variants[3].id, value=20))
    settle(made, qtbot)
    assert made.solving.answer is not None
    with_edit = made.solving.answer.count
    assert made.count.text().startswith(str(with_edit))
    assert with_edit != 10
    session.undo()
    settle(made, qtbot)
    assert made.count.text() == "10 combinations hold together, of 486."


def test_opening_the_list_leaves_the_combination_one_looks_at(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, _session = open_workspace("cib", somewhere)
    made = matrix_of(workspace)
    looked_at = chosen(somewhere, (3, 3, 3, 1, 1, 1))
    made.chosen.choose(looked_at)
    listed = scenarios_of(workspace, qtbot)
    assert made.chosen.variants == looked_at
    assert listed.grid.line is None
    assert not listed.keep.isEnabled()
    made.chosen.choose(listed.grid.lines[3].variants)
    assert listed.grid.currentIndex().row() == 3
    qtbot.keyClick(listed.grid, Qt.Key.Key_Down)
    assert made.chosen.variants == listed.grid.lines[4].variants


def test_names_and_reasons_do_not_make_it_search_again(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    answer = made.solving.answer
    assert answer is not None
    session.do(keep(answer.combinations[0], "Calm"))
    settle(made, qtbot)
    assert made.solving.answer is answer
    assert made.grid.model().index(0, 3).data() == "Calm"


def test_weaker_consistency_by_the_slider(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    for tolerance, count in list(somewhereland_expected()["count_inconsistency_le"].items())[1:4]:
        qtbot.keyClick(made.conditions.tolerance, Qt.Key.Key_Right)
        settle(made, qtbot)
        assert session.document[CrossImpact].tolerance == int(tolerance)
        assert made.count.text() == f"{count} combinations hold together, of 486."
    session.undo()
    assert session.document is somewhere


def test_only_worlds_with_what_is_ticked_and_none_with_what_cannot_go_together(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    ids = [variant.id for variant in somewhere[CrossImpact].variants]
    answers = [(ids[2],), (ids[3], ids[11])]
    monkeypatch.setattr(view_conditions, "pick", lambda *_args: answers.pop(0))
    made.conditions.only.click()
    settle(made, qtbot)
    states = [each["z"] for each in somewhereland_expected()["scenarios_1based"]]
    third = sorted(z for z in states if z[0] == 3)
    assert made.count.text() == f"{len(third)} combinations hold together, of 486."
    made.conditions.never.click()
    settle(made, qtbot)
    left = [z for z in third if not (z[1] == 1 and z[4] == 1)]
    assert len(left) < len(third)
    assert [line.variants for line in made.grid.lines] == [chosen(somewhere, z) for z in left]
    for text in ("A. Government “A3”", "not B. Foreign policy “B1” with E. Social cohesion “E1”"):
        chip = next(each for each in made.findChildren(QPushButton) if each.accessibleName() == f"Take away: {text}")
        chip.click()
    settle(made, qtbot)
    assert made.count.text() == "10 combinations hold together, of 486."
    for _step in range(4):
        session.undo()
    assert session.document is somewhere


def test_two_variants_of_one_descriptor_are_no_pair(
    monkeypatch: pytest.MonkeyPatch, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = shown(workspace, SCENARIOS, ScenariosView)
    refusals: list[str] = []
    session.refused.connect(refusals.append)
    ids = tuple(variant.id for variant in somewhere[CrossImpact].variants[:2])
    monkeypatch.setattr(view_conditions, "pick", lambda *_args: ids)
    made.conditions.never.click()
    assert refusals == ["Tick two variants of different descriptors."]
    assert session.document is somewhere


def test_a_combination_is_kept_named_and_let_go(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    made = scenarios_of(workspace, qtbot)
    made.grid.setCurrentIndex(made.grid.model().index(2, 0))
    assert made.chosen.variants == made.grid.lines[2].variants
    qtbot.keyClick(made.grid, Qt.Key.Key_K)
    (kept,) = session.document[CrossImpact].combinations
    assert kept.variants == made.grid.lines[2].variants
    assert session.selection == (kept.id,)
    form = panel.things.forms[type(kept)]
    qtbot.keyClicks(form.fields[0].line, "Calm")  # type: ignore[attr-defined]
    qtbot.keyClicks(form.fields[1].text, "nobody plans for it")  # type: ignore[attr-defined]
    (kept,) = session.document[CrossImpact].combinations
    assert (kept.name, kept.why) == ("Calm", "nobody plans for it")
    assert made.keep.text() == "No longer keep it"
    made.keep.click()
    assert session.document[CrossImpact].combinations == ()
    for _step in range(4):
        session.undo()
    assert session.document is somewhere


def test_columns_sort_by_a_click_and_by_a_key(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, _session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    header = made.grid.horizontalHeader()

    def column(at: int) -> list[int]:
        return [int(made.grid.model().index(row, at).data()) for row in range(10)]

    place = QPoint(header.sectionViewportPosition(1) + 8, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert column(1) == sorted(column(1), reverse=True)
    made.grid.setCurrentIndex(made.grid.model().index(0, 2))
    qtbot.keyClick(made.grid, Qt.Key.Key_S)
    assert column(2) == sorted(column(2), reverse=True)
    qtbot.keyClick(made.grid, Qt.Key.Key_S)
    assert column(2) == sorted(column(2))


def test_a_search_that_is_stopped_says_so(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    pool = QThreadPool.globalInstance()
    threads = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    gate = Event()
    pool.start(gate.wait)  # nothing else is begun before it is opened
    variants = somewhere[CrossImpact].variants
    try:
        session.do(set_impact(variants[0].id, variants[3].id, value=3))
        qtbot.waitUntil(made.stop.isVisible)
        assert made.count.text() == "Searching…"
        made.stop.click()
    finally:
        gate.set()
        pool.setMaxThreadCount(threads)
    settle(made, qtbot)
    assert made.count.text() == "Stopped: 0 combinations found so far, of 486. There may be more."
    assert not made.stop.isVisible()
    session.undo()
    settle(made, qtbot)
    assert made.count.text() == "10 combinations hold together, of 486."


def test_more_variants_than_can_be_searched_are_told(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    document = document_of(
        Matrix((9, 2), somewhereland().scores[:11, :11] * 0), [("Wide", list("abcdefghi")), ("B", list("xy"))]
    )
    part = document[CrossImpact]
    if len(part.variants) == 10:  # the edits make eight at most; a file may have more
        extra = part.variants[0].but(id="ninth", title="i")
        document = document.put(part.but(variants=(*part.variants[:8], extra, *part.variants[8:])))
    workspace, _session = open_workspace("cib", document)
    made = scenarios_of(workspace, qtbot)
    assert made.count.text().startswith("Wide has more than 8 variants")
    assert made.grid.lines == []


def test_enter_leads_to_why(qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document) -> None:
    workspace, _session = open_workspace("cib", somewhere)
    made = scenarios_of(workspace, qtbot)
    made.grid.setCurrentIndex(made.grid.model().index(6, 0))
    qtbot.keyClick(made.grid, Qt.Key.Key_Return)
    assert workspace.view_index == view.WHY
    assert made.chosen.variants == made.grid.lines[6].variants


def test_what_is_kept_and_lacks_a_descriptor_is_named(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    document = keep(chosen(somewhere, (1, 2, 2, 1, 1, 2)), "Calm").apply(somewhere)
    workspace, _session = open_workspace("cib", add_descriptor("Weather", ["wet", "dry"]).apply(document))
    made = scenarios_of(workspace, qtbot)
    assert made.note.text().startswith("Kept, but without a variant of every descriptor: Calm.")


# Tableau


def test_the_tableau_shows_all_those_far_apart_and_those_kept(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    workspace, session = open_workspace("cib", somewhere)
    scenarios_of(workspace, qtbot)
    made = shown(workspace, TABLEAU, TableauView)
    assert made.said.text() == "10 combinations, neighbours as alike as possible."
    made.choice.edited.emit("far")
    assert len(made.shown) == 6
    made.choice.edited.emit("kept")
    assert made.said.text() == "No combination is kept yet: choose one in the list and keep it."
    assert not made.save.isEnabled()
    session.do(keep(chosen(somewhere, (1, 2, 2, 1, 1, 2)), "Calm"))
    assert made.said.text() == "1 combination."
    assert made.figure.accessibleDescription() == "Calm: A1 / B2 / C2 / D1 / E1 / F2"
    made.copy.click()
    assert not QApplication.clipboard().image().isNull()


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
