"""The window: an edit until it is painted, and panning a large network."""

import itertools
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.methods import discover, resolve
from foresight.kit.canvas import Canvas
from foresight.kit.session import Session
from foresight.kit.theme import apply_theme
from foresight.kit.workspace import Workspace
from foresight.model.drivers import change_driver
from foresight.model.trends import change_trend
from tests.bench.big import large_network, workshop_with_links
from tests.bench.measure import FRAME, Row, limit_row, median

EDITS = 40
STEPS = 60


def rows() -> list[Row]:
    """Edits in the two largest workspaces, and panning."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    return [
        _edit(app, "trends", "t00007", change_trend),
        _edit(app, "network", "d0007", change_driver),
        _panning(app),
    ]


def _edit(app: QApplication, method: str, target: str, change: Callable[..., Edit]) -> Row:
    workspace, session = opened(app, method, workshop_with_links())
    session.select(target)
    app.processEvents()
    counter = itertools.count()

    def once() -> None:
        session.seal()
        session.do(change(target, title=f"Another title {next(counter)}"))
        app.processEvents()

    seconds = median(once, EDITS)
    workspace.deleteLater()
    return limit_row(f"one text edit with undo step and repaint, {method}", seconds, FRAME)


def opened(app: QApplication, method_id: str, document: Document) -> tuple[Workspace, Session]:
    """A workspace in its window, on a document."""
    method = next(method for method in discover() if method.id == method_id)
    assert method.workspace is not None
    session = Session(document)
    workspace: Workspace = resolve(method.workspace)(session, method)
    panel = workspace.inspector
    workspace.resize(1366, 768)
    workspace.show()
    if panel is not None:
        panel.resize(312, 700)
        panel.show()
    app.processEvents()
    return workspace, session


def _panning(app: QApplication) -> Row:
    workspace, _session = opened(app, "network", large_network())
    app.processEvents()
    canvas = workspace.findChildren(Canvas)[0]
    canvas.resetTransform()
    times = []
    for step in range(STEPS):
        begin = time.perf_counter()
        canvas.pan(QPoint(9, 6) if step % 20 < 10 else QPoint(-9, -6))
        canvas.viewport().repaint()
        times.append(time.perf_counter() - begin)
    return limit_row("pan a network of 1,000 nodes and 3,000 links, a frame", statistics.median(times), 0.008)
