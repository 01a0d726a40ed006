"""The window driven as a person does: combinations found while one edits, and kept; the tableau."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.core.history import together
from foresight.methods.cib import view, view_conditions
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.model import CrossImpact, add_descriptor, exclude, force, keep, set_impact
from foresight.methods.cib.tests.matrices import somewhereland, somewhereland_expected
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document
from foresight.methods.cib.tests.views import (
    PATIENCE,
    SCENARIOS,
    TABLEAU,
    matrix_of,
    scenarios_of,
    settle,
    shown,
)
from foresight.methods.cib.view_panel import Panel
from foresight.methods.cib.view_scenarios import ScenariosView
from foresight.methods.cib.view_tableau import TableauView


@pytest.fixture
def somewhere() -> Document:
    return somewhereland_document()


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


def test_conditions_that_leave_nothing_are_named(
    qtbot: QtBot, open_workspace: OpenWorkspace, somewhere: Document
) -> None:
    ids = [variant.id for variant in somewhere[CrossImpact].variants]
    workspace, session = open_workspace(
        "cib", together("", [exclude(ids[0], each) for each in ids[3:6]]).apply(somewhere)
    )
    made = scenarios_of(workspace, qtbot)
    session.do(force(ids[0]))
    settle(made, qtbot)
    assert made.count.text() == "0 combinations hold together, of 486."
    assert made.note.text().startswith("None holds together like this. Take back a condition above,")


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
        qtbot.waitUntil(made.stop.isVisible, timeout=PATIENCE)
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
