"""Actions: annotated methods of a workspace (or window); menus, toolbar and palette are made from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from foresight.core.words import _
from foresight.kit.theme import icon

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class ActionMark:
    """What an action is called and how it is reached."""

    title: str
    shortcut: str
    icon: str
    enabled: str
    primary: bool
    menu: str


def action(
    title: str, *, shortcut: str = "", icon: str = "", enabled: str = "", primary: bool = False, menu: str = ""
) -> Callable[[F], F]:
    """Make a method an action.

    ``title`` is marked with N_; ``enabled`` names a method that says whether the action is possible now; a ``primary``
    action is a button in the header of the workspace; ``menu``, marked too, is the title of the menu inside the menu
    in which it stands.
    """

    def mark(function: F) -> F:
        function.__action__ = ActionMark(title, shortcut, icon, enabled, primary, menu)  # type: ignore[attr-defined]
        return function

    return mark


def plain(text: str) -> str:
    """``text`` for a button or menu, where a single & would mark a shortcut letter."""
    return text.replace("&", "&&")


def actions_of(owner: QWidget) -> list[QAction]:
    """The actions of a widget as QActions that work while the focus is inside it, in the order of definition."""
    found: dict[str, ActionMark] = {}
    for kind in reversed(type(owner).__mro__):
        for name, member in vars(kind).items():
            mark = getattr(member, "__action__", None)
            if isinstance(mark, ActionMark):
                found[name] = mark
    return [_made(owner, name, mark) for name, mark in found.items()]


def _made(owner: QWidget, name: str, mark: ActionMark) -> QAction:
    made = QAction(icon(mark.icon), plain(_(mark.title)), owner)
    made.setObjectName(name)
    made.setProperty("primary", mark.primary)
    made.setProperty("enabled_by", mark.enabled)
    made.setProperty("menu", _(mark.menu) if mark.menu else "")
    if mark.shortcut:
        made.setShortcut(QKeySequence(mark.shortcut))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setToolTip(f"{_(mark.title)} ({made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
    made.triggered.connect(lambda _checked=False: getattr(owner, name)())
    owner.addAction(made)
    return made


def is_for_window(shortcut: QKeySequence) -> bool:
    """Whether a key of a workspace may work wherever one is: not those with which one types, moves and deletes."""
    name = shortcut.toString()
    return name == "Ins" or (name.startswith("Ctrl+") and name[-2] == "+" and name[-1].isalpha())


class ActionButton(QToolButton):
    """A button that does what an action does, and follows what it says.

    Not ``setDefaultAction``: with it Qt (6.11) loses 144 bytes for good each time the action changes.
    """

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.action = action
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(action.iconText())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self.action.iconText())
        self.setIcon(self.action.icon())
        self.setEnabled(self.action.isEnabled())
        self.setToolTip(self.action.toolTip())  # which is safe already


def fill_menu(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Let ``menu`` hold these actions and no others; those that name a menu inside it stand in that one."""
    for old in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.setParent(None)
        old.deleteLater()
    menu.clear()
    inner: dict[str, QMenu] = {}
    for made in actions:
        title = made.property("menu")
        if title and title not in inner:
            inner[title] = menu.addMenu(plain(title))
        (inner[title] if title else menu).addAction(made)


def refresh_enabled(owner: QWidget) -> None:
    """Ask every action of ``owner`` whether it is possible now."""
    for made in owner.actions():
        condition = made.property("enabled_by")
        if condition:
            made.setEnabled(bool(getattr(owner, condition)()))
