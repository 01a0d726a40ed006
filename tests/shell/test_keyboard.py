"""By keyboard alone: Tab comes to every control, one always sees where one is, no key means two things."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.core.document import Id
from foresight.core.methods import Method, discover
from foresight.core.words import LANGUAGES, Language
from foresight.kit.focus import reading_order
from foresight.methods.wishes.model import Wishes
from foresight.shell.window import Window
from tests.looking import nameless
from tests.shell.conftest import ALT, press

METHODS = [method for method in discover() if method.workspace]
STEPS_MOST = 400

each_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


def described(widget: QWidget) -> str:
    """A control in words, for a failing test."""
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {name!r} in {type(widget.parentWidget()).__name__}"


def controls(window: Window) -> set[QWidget]:
    """Everything that the keyboard should reach."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    }


def pictured(window: Window, widget: QWidget) -> QImage:
    """What a control looks like now, with a little around it."""
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()).adjusted(-3, -3, 3, 3)
    return window.grab(place.intersected(window.rect())).toImage()


def walk(qtbot: QtBot, window: Window, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the focus is back where it began; where it came to."""
    first = QApplication.focusWidget()
    assert first is not None
    met = [first]
    for _step in range(STEPS_MOST):
        qtbot.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None, f"no focus after {described(met[-1])}"
        if now is first:
            return met
        met.append(now)
    raise AssertionError(f"Tab goes round in {[described(one) for one in met[-8:]]}")


def one_of_each(method: Method, window: Window) -> list[Id]:
    """The first thing of every kind that the method works with."""
    found: dict[type, Id] = {}
    for part in method.slices:
        for entity in window.session.document[part].entities():
            found.setdefault(type(entity), entity.id)
    return list(found.values())


def test_tab_comes_to_every_control_of_the_welcome_page(qtbot: QtBot, window: Window) -> None:
    window.preferences.remember(SAMPLE_EN)
    window.show_welcome()
    QApplication.processEvents()
    met = set(walk(qtbot, window))

    assert {described(one) for one in controls(window) - met} == set()


@each_method
def test_tab_comes_to_every_control_of_a_workspace_and_its_panel(qtbot: QtBot, window: Window, method: Method) -> None:
    window.open_copy(SAMPLE_EN)
    window.show_method(method.id)
    window.session.select(*one_of_each(method, window)[:1])
    assert window.workspace is not None
    for view in range(max(window.workspace.view_count, 1)):
        window.workspace.show_view(view)
        window.workspace.take_focus()
        QApplication.processEvents()
        before = controls(window)
        met = walk(qtbot, window)

        # Coming to a thing may select it, and then the panel shows other controls than before.
        assert {described(one) for one in before & controls(window) - set(met)} == set()


def test_tab_goes_through_the_window_in_the_order_one_reads_it(qtbot: QtBot, window: Window) -> None:
    window.open_copy(SAMPLE_EN)
    assert window.workspace is not None
    parts = [window.top_bar, window.rail, window.workspace, window.panel, window.status]
    window.session.select(*one_of_each(window.workspace.method, window)[:1])
    QApplication.processEvents()
    met = walk(qtbot, window)
    order = [at for one in met for at, part in enumerate(parts) if part.isAncestorOf(one)]
    begin = order.index(0)
    seen = list(dict.fromkeys(order[begin:] + order[:begin]))

    assert seen == sorted(seen)
    back = walk(qtbot, window, Qt.Key.Key_Backtab)
    assert [described(one) for one in back[1:]] == [described(one) for one in reversed(met[1:])]


@each_method
def test_one_sees_where_the_focus_is(qtbot: QtBot, window: Window, method: Method) -> None:
    QApplication.setCursorFlashTime(0)
    window.open_copy(SAMPLE_EN)
    window.show_method(method.id)
    window.session.select(*one_of_each(method, window)[:1])
    QApplication.processEvents()
    unseen: set[str] = set()
    for widget in walk(qtbot, window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = pictured(window, widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        QApplication.processEvents()
        if focused == pictured(window, widget):
            unseen.add(described(widget))

    assert unseen == set()


def test_the_arrows_walk_the_rail(qtbot: QtBot, window: Window) -> None:
    buttons = list(window.rail.buttons.values())
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is buttons[1]
    qtbot.keyClick(buttons[1], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is buttons[0]

    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)
    assert window.at == METHODS[0].id


def test_the_menus_open_by_their_letters(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F, ALT)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    assert shown.title() == "&File"
    shown.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_the_menus_are_unlike(language: Language, window: Window) -> None:
    window.open_copy(SAMPLE_EN)
    window.speak(language)
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title.replace("&&", "")]

    assert len(letters) == 4
    assert len(set(letters)) == 4


@each_method
def test_no_key_means_two_things(window: Window, method: Method) -> None:
    window.open_copy(SAMPLE_EN)
    window.show_method(method.id)
    assert window.workspace is not None
    actions: set[QAction] = {*window.actions(), *window.workspace.actions()}
    actions |= {one for menu in window.menuBar().findChildren(QMenu) for one in menu.actions()}
    keys = Counter(key.toString() for one in actions for key in one.shortcuts())
    keys.update(QKeySequence(f"Ctrl+{number}").toString() for number in range(1, window.workspace.view_count + 1))

    assert [key for key, times in keys.items() if times > 1] == []


def test_the_keys_of_a_workspace_work_from_the_panel(qtbot: QtBot, window: Window) -> None:
    window.open_copy(SAMPLE_EN)
    window.show_method("wishes")
    workspace = window.workspace
    assert workspace is not None
    count = len(window.session.document[Wishes].wishes)
    window.session.select(window.session.document[Wishes].wishes[0].id)
    first = next(reading_order(window.panel))
    first.setFocus()

    qtbot.keySequence(first, "Ctrl+2")
    assert (workspace.view_index, QApplication.focusWidget()) == (1, first)
    qtbot.keySequence(first, "Ctrl+Del")
    assert len(window.session.document[Wishes].wishes) == count
    qtbot.keySequence(first, "Ins")
    assert workspace.isAncestorOf(QApplication.focusWidget() or window)


def test_a_view_that_is_new_has_the_keyboard_where_it_wants_it(qtbot: QtBot, window: Window) -> None:
    window.open_copy(SAMPLE_EN)
    window.show_method("dilemmas")
    qtbot.keySequence(QApplication.focusWidget(), "Ctrl+2")
    workspace = window.workspace
    assert workspace is not None
    assert workspace.view is not None
    assert QApplication.focusWidget() is workspace.view.focusProxy()


def test_the_keyboard_stays_at_work_when_its_control_goes(window: Window) -> None:
    window.open_copy(SAMPLE_EN)
    window.show_method("wishes")
    workspace, now = window.workspace, QApplication.focusWidget()
    assert workspace is not None
    assert now is not None
    assert workspace.isAncestorOf(now)
    now.hide()

    assert QApplication.focusWidget() is not now
    assert workspace.isAncestorOf(QApplication.focusWidget() or window)


@each_method
def test_every_control_has_a_name(window: Window, method: Method) -> None:
    found = nameless(window)
    window.open_copy(SAMPLE_EN)
    window.show_method(method.id)
    window.session.select(*one_of_each(method, window)[:1])
    QApplication.processEvents()
    found |= nameless(window)
    window.method_card()
    found |= nameless(window)

    assert found == set()
