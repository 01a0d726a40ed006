"""Pictures of every workspace and view as a small laptop shows them, in build/screenshots: for people to look at.

What a machine can see is asserted: that there is something in the picture, and that no text is cut off.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight.core.document import Document, Id
from foresight.core.look import Theme
from foresight.core.methods import Method, slice_kinds
from foresight.core.storage import load
from foresight.core.words import Language, speak
from foresight.kit.theme import apply_theme
from foresight.shell.preferences import Preferences
from foresight.shell.window import Window
from tests.looking import clipped, is_blank, nameless

FOLDER = Path(__file__).resolve().parents[1] / "build" / "screenshots"
SAMPLES: dict[Language, Path] = {"en": SAMPLE_EN, "nb": SAMPLE_NB}
LAPTOP = (1366, 768)
SMALLEST = (1024, 640)
LOOKS: tuple[tuple[Language, Theme], ...] = (("en", "light"), ("nb", "dark"))
"""Each language and each ground once: words decide where things lie, and a theme only what colour they have."""


def one_of_each(method: Method, document: Document) -> tuple[Id, ...]:
    """The first entity of every kind that the method reads."""
    found: dict[type, Id] = {}
    for part in method.slices:
        for entity in document[part].entities():
            found.setdefault(type(entity), entity.id)
    return tuple(found.values())


def settle() -> None:
    """Let everything come to rest: layouts, what is made in the background, and the layout of that."""
    QApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()
    for _layout in range(4):
        QApplication.processEvents()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, private_home: Path, request: pytest.FixtureRequest) -> Iterator[Window]:
    """The window in the language and theme of the test."""
    language, theme = request.getfixturevalue("language"), request.getfixturevalue("theme")
    preferences = Preferences()
    preferences.language, preferences.theme = language, theme
    speak(language)
    apply_theme(qapp, theme)
    made = Window(preferences)
    made.resize(*LAPTOP)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def faults_of_every_view(window: Window, document: Document, folder: str) -> set[str]:
    """Save a picture of every view of every method on this document; what is wrong with them."""
    window.session.open(document)
    (FOLDER / folder).mkdir(parents=True, exist_ok=True)
    faults: set[str] = set()
    for method in window.methods:
        window.show_method(method.id)
        workspace = window.workspace
        assert workspace is not None
        for index in range(max(workspace.view_count, 1)):
            workspace.show_view(index)
            window.session.select(*one_of_each(method, document))
            settle()
            image = window.grab().toImage()
            path = FOLDER / folder / f"{method.order}-{method.id}-{index + 1}.png"
            image.save(str(path), quality=80)  # packed less than usual, which is much quicker
            faults |= {f"{method.id} view {index + 1}: {fault}" for fault in clipped(window)}
            if is_blank(image):
                faults.add(f"{method.id} view {index + 1}: blank")
    return faults


@pytest.mark.parametrize(
    ("content", "language", "theme"), [*(("sample", *each) for each in LOOKS), ("empty", *LOOKS[1])]
)
def test_every_view_in_pictures(window: Window, language: Language, theme: Theme, content: str) -> None:
    document = load(SAMPLES[language], slice_kinds()) if content == "sample" else Document()
    faults = faults_of_every_view(window, document, f"{language}-{theme}-{content}")

    assert not faults, "\n".join(sorted(faults))


@pytest.mark.parametrize(("language", "theme"), [("nb", "light")])
def test_every_view_in_the_smallest_window(window: Window, language: Language, theme: Theme) -> None:
    window.resize(*SMALLEST)
    faults = faults_of_every_view(window, load(SAMPLES[language], slice_kinds()), "nb-smallest")

    assert not faults, "\n".join(sorted(faults))


@pytest.mark.parametrize(("language", "theme"), [("nb", "light")])
def test_every_view_in_presenter_size(window: Window, language: Language, theme: Theme) -> None:
    window.show_method(window.methods[0].id)
    window.presenter()
    settle()
    window.resize(*LAPTOP)
    faults = faults_of_every_view(window, load(SAMPLES[language], slice_kinds()), "nb-presenter")

    assert not faults, "\n".join(sorted(faults))


@pytest.mark.parametrize(("language", "theme"), LOOKS[:1])
def test_every_control_of_the_window_has_a_name(
    window: Window, language: Language, theme: Theme, sample: Document
) -> None:
    found = nameless(window)
    window.session.open(sample)
    window.show_method(window.methods[0].id)
    settle()
    found |= nameless(window)

    assert not found, "\n".join(sorted(found))


def test_a_cut_text_is_noticed(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    root = QWidget()
    qtbot.addWidget(root)
    short, long, wrapped = QLabel("short", root), QLabel("much longer than it has room for", root), QLabel(root)
    short.setGeometry(0, 0, 200, 20)
    long.setGeometry(0, 30, 40, 20)
    wrapped.setText("many words that need more than one line to be shown in so little room")
    wrapped.setWordWrap(True)
    wrapped.setGeometry(0, 60, 120, 20)
    button = QToolButton(root)
    button.setText("a button with a long text")
    button.setGeometry(0, 90, 30, 20)
    root.show()

    found = list(clipped(root))

    assert [text.split("'")[1][:4] for text in found] == ["much", "many", "a bu"]


def test_an_empty_picture_is_noticed(qapp: QApplication) -> None:
    image = QImage(*LAPTOP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)

    assert is_blank(image)
