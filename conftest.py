"""What every test has, in tests/ and beside the methods alike."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foresight.core import words
from foresight.core.document import Document
from foresight.core.folders import SCENARIOS
from foresight.core.methods import discover, resolve, slice_kinds
from foresight.core.storage import load
from foresight.kit.session import Session
from foresight.kit.theme import apply_theme
from foresight.kit.workspace import Workspace

SAMPLE_EN = SCENARIOS / "public-sector-2040.en.foresight"
SAMPLE_NB = SCENARIOS / "offentlig-sektor-2040.nb.foresight"

for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
    # In milliseconds: the usual 5 s are too few on a machine that is busy.
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": 60_000}

OpenWorkspace = Callable[[str, Document | None], tuple[Workspace, Session]]


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what the program keeps, and English; nothing of one test reaches another."""
    home = tmp_path / "home"
    monkeypatch.setenv("FORESIGHT_HOME", str(home))
    words.speak("en")
    return home


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """When the next test begins, no widget of this one is alive, nothing is in the clipboard and the theme is light."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
        for widget in app.topLevelWidgets():
            widget.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.clipboard().clear()
        apply_theme(app, "light")  # costs nothing, now that there is no widget


@pytest.fixture(scope="session")
def sample() -> Document:
    """The English sample workshop."""
    return load(SAMPLE_EN, slice_kinds())


@pytest.fixture
def session() -> Session:
    """An empty workshop."""
    return Session()


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application with the light theme."""
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def open_workspace(qtbot: QtBot, themed: QApplication) -> OpenWorkspace:
    """Open the workspace of a method on a document (an empty one for None), as it is on a small laptop."""

    def opened(method_id: str, document: Document | None = None) -> tuple[Workspace, Session]:
        method = next(method for method in discover() if method.id == method_id)
        assert method.workspace is not None
        session = Session(document)
        workspace = resolve(method.workspace)(session, method)
        qtbot.addWidget(workspace)
        workspace.resize(1366 - 180 - 300, 768 - 90)
        with qtbot.waitActive(workspace):
            workspace.show()
            workspace.activateWindow()
        return workspace, session

    return opened
