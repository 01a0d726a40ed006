"""The window itself: where it stands, presenter size, panel, card, preferences."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.core.words import language
from foresight.kit.theme import font, look
from foresight.model.trends import Trends
from foresight.shell.dialogs import PreferencesDialog
from foresight.shell.preferences import Preferences
from foresight.shell.window import Window
from tests.shell.conftest import CONTROL, Dialogs, OpenWindow, menu_action, press, shown_texts


@pytest.fixture
def at_work(window: Window) -> Window:
    """The window with the sample, at the first thing worth seeing."""
    window.open_copy(SAMPLE_EN)
    return window


# Where it stands


def test_the_window_comes_up_where_it_was_left(open_window: OpenWindow) -> None:
    first, second = open_window(), Window(Preferences())
    for window in (first, second):
        window.setMinimumSize(300, 200)  # the screen of the tests is small
    first.setGeometry(QRect(40, 60, 610, 520))
    first.close()
    second.restore_place()

    assert second.geometry() == QRect(40, 60, 610, 520)
    second.deleteLater()


def test_a_place_that_is_on_no_screen_any_more_is_corrected(open_window: OpenWindow) -> None:
    first, second = open_window(), Window(Preferences())
    for window in (first, second):
        window.setMinimumSize(300, 200)
    first.setGeometry(QRect(9_000, 9_000, 5_000, 520))
    first.close()
    second.restore_place()

    assert QGuiApplication.primaryScreen().availableGeometry().contains(second.geometry())
    second.deleteLater()


def test_damaged_preferences_are_those_of_the_first_day(open_window: OpenWindow) -> None:
    first = open_window()
    first.preferences._settings.setValue("geometry", "nonsense")
    first.preferences._settings.setValue("language", "xx")
    first.preferences._settings.setValue("theme", 7)
    first.preferences._settings.setValue("recent", 5)
    second = open_window()

    assert (second.preferences.language, second.preferences.theme) == ("en", "light")
    assert second.preferences.recent == ()


# Presenter size


@pytest.mark.parametrize("back", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_presenter_size_shows_the_work_larger_and_comes_back(qtbot: QtBot, at_work: Window, back: Qt.Key) -> None:
    window, normal = at_work, font().pixelSize()
    at = window.at
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert font().pixelSize() > normal
    assert [part.isVisible() for part in (window.rail, window.panel, window.menu_bar)] == [False, False, False]
    assert window.at == at

    press(qtbot, window, back)
    assert not window.isFullScreen()
    assert font().pixelSize() == normal
    assert [part.isVisible() for part in (window.rail, window.panel, window.menu_bar)] == [True, True, True]


def test_the_keys_of_the_window_work_in_presenter_size(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    press(qtbot, window, Qt.Key.Key_F11)
    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.at == window.methods[0].id
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    assert window.session.document.slices
    press(qtbot, window, Qt.Key.Key_F11)


def test_a_window_closed_in_presenter_size_comes_up_as_an_ordinary_one(qtbot: QtBot, open_window: OpenWindow) -> None:
    first = open_window()
    press(qtbot, first, Qt.Key.Key_F11)
    first.close()
    second = Window(first.preferences)
    second.restore_place()

    assert not second.isFullScreen()
    second.deleteLater()


# Panel and card


def test_the_panel_can_be_put_away_and_stays_away(qtbot: QtBot, at_work: Window, open_window: OpenWindow) -> None:
    window = at_work
    assert window.panel.isVisible()
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    assert not window.panel.isVisible()

    second = open_window()
    second.open_copy(SAMPLE_EN)
    assert not second.panel.isVisible()
    menu_action(second, "Inspector").trigger()
    assert second.panel.isVisible()


def test_the_method_card_opens_with_f1_takes_the_focus_and_gives_it_back(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    workspace = window.workspace
    assert workspace is not None
    assert workspace.method.card is not None
    press(qtbot, window, Qt.Key.Key_F1)
    card = window.panel.card
    assert card is not None
    assert card.isAncestorOf(QApplication.focusWidget() or window)
    assert workspace.method.card.steps[0] in " ".join(shown_texts(card))

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.panel.card is None
    assert workspace.isAncestorOf(QApplication.focusWidget() or window)


def test_f1_again_puts_the_card_away_and_another_method_too(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    press(qtbot, window, Qt.Key.Key_F1)
    press(qtbot, window, Qt.Key.Key_F1)
    assert window.panel.card is None

    press(qtbot, window, Qt.Key.Key_F1)
    window.show_method(window.methods[-1].id)
    assert window.panel.card is None


def test_escape_puts_the_card_away(qtbot: QtBot, at_work: Window) -> None:
    press(qtbot, at_work, Qt.Key.Key_F1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert at_work.panel.card is None


def test_the_card_makes_room_for_what_is_selected(qtbot: QtBot, at_work: Window) -> None:
    press(qtbot, at_work, Qt.Key.Key_F1)
    at_work.session.select(at_work.session.document[Trends].trends[0].id)
    assert at_work.panel.card is None
    assert at_work.panel.isVisible()


def test_the_card_opens_although_the_panel_is_put_away(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    assert window.workspace is not None
    help_button = next(
        one
        for one in window.workspace.findChildren(QToolButton)
        if one.accessibleName() == "How to do this with a room"
    )
    qtbot.mouseClick(help_button, Qt.MouseButton.LeftButton)
    assert window.panel.card is not None

    window.panel.card.close_button.click()
    assert not window.panel.isVisible()


# Where one works


def test_alt_and_a_digit_go_to_each_method_and_the_rail_shows_where_one_is(qtbot: QtBot, at_work: Window) -> None:
    window = at_work
    for number, method in enumerate(window.methods[:9], 1):
        press(qtbot, window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.AltModifier)
        assert window.at == method.id
        assert [key for key, one in window.rail.buttons.items() if one.isChecked()] == [method.id]
        assert window.workspace is not None
        assert window.workspace.isAncestorOf(QApplication.focusWidget() or window)


def test_the_rail_scrolls_to_where_one_is(at_work: Window) -> None:
    at_work.resize(at_work.minimumSize())
    for method in (at_work.methods[-1], at_work.methods[0]):
        at_work.show_method(method.id)
        QApplication.processEvents()
        button = at_work.rail.buttons[method.id]
        assert button.visibleRegion().boundingRect() == button.rect()


def test_a_workspace_is_made_at_the_first_visit_and_kept(at_work: Window) -> None:
    window = at_work
    assert list(window.workspaces) == [window.at]
    first = window.workspace
    window.show_method(window.methods[0].id)
    window.show_method(next(iter(window.workspaces)))

    assert window.workspace is first


# Preferences


def test_preferences_are_taken_with_ok_only(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, PreferencesDialog)
        dialog.language.setCurrentIndex(dialog.language.findData("nb"))
        dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
        dialog.inspector.click()

    def choose_and_leave(dialog: QWidget) -> None:
        choose(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def choose_and_take(dialog: QWidget) -> None:
        choose(dialog)
        dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()

    dialogs.expect(choose_and_leave)
    press(qtbot, window, Qt.Key.Key_Comma, CONTROL)
    assert (language(), look().name, window.preferences.inspector_shown) == ("en", "light", True)

    dialogs.expect(choose_and_take)
    press(qtbot, window, Qt.Key.Key_Comma, CONTROL)
    assert (language(), look().name, window.preferences.inspector_shown) == ("nb", "dark", False)


def test_the_defaults_are_shown_and_taken_with_ok(window: Window, dialogs: Dialogs) -> None:
    window.speak("nb")
    window.show_theme("contrast")
    window.toggle_inspector()
    window.preferences.remember(SAMPLE_EN)

    def restore(dialog: QWidget) -> None:
        buttons = dialog.findChildren(QDialogButtonBox)[0]
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
        assert (language(), look().name) == ("nb", "contrast")
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    dialogs.expect(restore)
    window.preferences_dialog()

    assert (language(), look().name, window.preferences.inspector_shown) == ("en", "light", True)
    assert window.preferences.recent == (SAMPLE_EN,)


def test_what_program_this_is(window: Window, dialogs: Dialogs) -> None:
    dialogs.click("OK")
    menu_action(window, "About Foresight").trigger()

    assert "Foresight 0.1.0" in dialogs.seen[0]
