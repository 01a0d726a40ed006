"""Language and theme change while the program runs; what is open, selected and shown stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.core.document import Document
from foresight.core.look import LOOKS, THEMES, Theme
from foresight.core.words import LANGUAGE_NAMES, _, language, speaking
from foresight.kit.theme import look
from foresight.model.trends import Trends
from foresight.shell.window import Window
from tests.shell.conftest import OpenWindow, edit, menu_action


@pytest.fixture
def at_work(window: Window, sample: Document) -> Window:
    """The sample with a trend selected, in the second way of looking of the second method."""
    window.open_copy(SAMPLE_EN)
    window.show_method(window.methods[1].id)
    window.session.select(sample[Trends].trends[4].id)
    assert window.workspace is not None
    window.workspace.show_view(1)
    return window


def own_texts(root: QWidget) -> set[str]:
    """The texts of the window itself: menus, buttons, labels, names for screen readers."""
    texts = {action.text() for menu in root.findChildren(QMenu) for action in [menu.menuAction(), *menu.actions()]}
    texts |= {action.toolTip() for action in root.findChildren(QAction)}
    for widget in root.findChildren(QWidget):
        texts |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        if isinstance(widget, QLineEdit):
            texts.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            texts |= {widget.itemText(index) for index in range(widget.count())}
    return {text for text in texts if text}


def in_both(text: str) -> bool:
    """Whether a text is written the same in both languages."""
    with speaking("nb"):
        return _(text) == text


def test_the_language_changes_everything_that_is_seen_at_once(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    document, selection, at = window.session.document, window.session.selection, window.at
    button = next(one for one in window.status.findChildren(QAbstractButton) if one.text() == "nb")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert language() == window.preferences.language == "nb"
    assert window.session.document is document
    assert (window.session.selection, window.at) == (selection, at)
    assert window.workspace is not None
    assert window.workspace.view_index == 1
    assert menu_action(window, "Lagre som …").isEnabled()
    assert window.status.state.text().startswith("Ikke i noen fil ennå · 36 trender · ")


def test_no_english_is_left_in_norwegian(at_work: Window) -> None:
    window = at_work
    edit(window, "Titled")
    parts = (window.menuBar(), window.top_bar, window.rail, window.status)
    before = {text for part in parts for text in own_texts(part)}
    window.speak("nb")
    QApplication.processEvents()
    parts = (window.menuBar(), window.top_bar, window.rail, window.status)
    after = {text for part in parts for text in own_texts(part)}
    named = {*LANGUAGE_NAMES.values(), "en", "nb", "Titled", "<qt>Titled</qt>"}

    assert {text for text in before & after if not in_both(text.replace("&&", "&"))} - named == set()
    assert len(after) > 40


def test_the_other_language_is_kept_for_the_next_start(open_window: OpenWindow) -> None:
    first = open_window()
    menu_action(first, "Norsk bokmål").trigger()
    first.close()
    second = open_window()

    assert second.preferences.language == "nb"
    assert menu_action(second, "Åpne …").isEnabled()


def test_the_button_of_the_language_that_is_spoken_is_marked(window: Window) -> None:
    def marked() -> list[str]:
        return [one.text() for one in window.status.findChildren(QAbstractButton) if one.isChecked()]

    assert marked() == ["en"]
    window.speak("nb")
    assert marked() == ["nb"]
    button = next(one for one in window.status.findChildren(QAbstractButton) if one.isChecked())
    assert button.grab().toImage().pixelColor(4, button.height() // 2) == QColor(look().selection)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_colours_the_window_and_keeps_what_is_shown(theme: Theme, at_work: Window) -> None:
    window = at_work
    document, selection, at = window.session.document, window.session.selection, window.at
    name = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}[theme]
    menu_action(window, name).trigger()
    QApplication.processEvents()

    assert look() is LOOKS[theme]
    assert (window.session.document, window.session.selection, window.at) == (document, selection, at)
    ground = window.grab().toImage().pixelColor(4, window.height() // 2)
    assert ground == QColor(LOOKS[theme].ground)
    assert menu_action(window, name).isChecked()
    assert window.preferences.theme == theme


def test_unsaved_work_outlives_both(at_work: Window) -> None:
    window = at_work
    edit(window, "Unsaved")
    window.speak("nb")
    window.show_theme("dark")

    assert window.file.is_modified
    window.commands["undo"].trigger()
    assert not window.file.is_modified


def test_building_anew_leaves_nothing_of_the_old_window_behind(qtbot: QtBot, at_work: Window) -> None:
    window = at_work

    def parts() -> int:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        return len(window.findChildren(QWidget)) + len(window.findChildren(QAction)) + len(window.actions())

    window.speak("en")
    before = parts()
    for _time in range(3):
        window.speak("en")

    assert parts() == before
