"""Finding one's way in the workspace, for its tests."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Id
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.cib.model import CrossImpact, impacts, variants_of
from foresight.methods.cib.view_matrix import MatrixView
from foresight.methods.cib.view_scenarios import ScenariosView

MATRIX, SCENARIOS, TABLEAU = 1, 2, 3

PATIENCE = 20_000
"""Milliseconds to wait for what is computed in the background: much longer than it takes."""

T = TypeVar("T", bound=QWidget)


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
    qtbot.waitUntil(lambda: not made.solving.busy and not made.solving.weighing, timeout=PATIENCE)


def cell(made: MatrixView, row: int, column: int) -> None:
    made.grid.setCurrentIndex(made.grid.model().index(row, column))


def value(session: Session, source: Id, target: Id) -> int | None:
    held = impacts(session.document).get((source, target))
    return None if held is None else held.value


def titles(session: Session) -> list[tuple[str, list[str]]]:
    part, held = session.document[CrossImpact], variants_of(session.document)
    return [(each.title, [variant.title for variant in held[each.id]]) for each in part.descriptors]
