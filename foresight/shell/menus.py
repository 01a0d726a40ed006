"""The menu bar. The menu of the present method stands before Help; the recent files are looked up when asked for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from foresight.core.look import THEMES
from foresight.core.methods import Method
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, N_, _
from foresight.kit.actions import fill_menu, plain
from foresight.kit.labels import tip
from foresight.kit.theme import icon
from foresight.kit.workspace import Workspace
from foresight.shell.preferences import Preferences, theme_name

SAVING = ("save_workshop", "save_workshop_as")
EXCHANGE = ("merge_files", "import_file", "export_file")
VERSIONS = ("keep_version", "show_versions")
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("&File"), ("new_workshop", "open_workshop", "recent", "", *SAVING, "", *VERSIONS, "", *EXCHANGE, "", "quit")),
    (N_("&Edit"), ("undo", "redo", "", "search", "", "preferences_dialog")),
    (N_("&View"), ("toggle_inspector", "presenter", "", "methods", "", "language", "theme")),
    ("method", ()),
    (N_("&Help"), ("method_card", "shortcuts", "", "welcome", "about")),
)
"""The actions of the window by menu; "" is a separator, and some names stand for what ``MenuBar`` makes itself."""


class MenuBar(QMenuBar):
    """Signals say what was chosen."""

    file_chosen = Signal(object)
    forget_wanted = Signal()
    method_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], methods: Sequence[Method], preferences: Preferences) -> None:
        super().__init__()
        self._actions, self._methods, self._preferences = actions, methods, preferences
        self.method_actions: list[QAction] = []
        """Go to each method."""
        own = {
            "recent": self._add_recent,
            "methods": self._add_methods,
            "language": self._add_languages,
            "theme": self._add_themes,
        }
        for title, names in MENUS:
            menu = self.addMenu(_(title))
            if title == "method":
                self._method_menu = menu
            for name in names:
                if name in own:
                    own[name](menu)
                elif name:
                    menu.addAction(actions[name])
                else:
                    menu.addSeparator()
        self.show_workspace(None)

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Give the menu of the method the actions of this workspace; no menu where there are none."""
        actions = workspace.actions_for_menu() if workspace is not None else []
        fill_menu(self._method_menu, actions)
        self._method_menu.setTitle(plain(_(workspace.method.title)) if workspace is not None else "")
        self._method_menu.menuAction().setVisible(bool(actions))

    def parts(self) -> list[tuple[str, list[QAction]]]:
        """Every action by the title of its menu."""
        found = []
        for menu in self.findChildren(QMenu):
            actions = [one for one in menu.actions() if not one.isSeparator() and one.menu() is None]
            if actions and menu is not self._recent_menu:
                found.append((menu.title().replace("&&", "\0").replace("&", "").replace("\0", "&"), actions))
        return found

    def _add_recent(self, menu: QMenu) -> None:
        self._recent_menu = menu.addMenu(icon("history"), _("Open recent"))
        self._recent_menu.setToolTipsVisible(True)
        self._recent_menu.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        menu = self._recent_menu
        menu.clear()
        for path in self._preferences.recent:
            made = menu.addAction(plain(path.stem))
            tip(made, str(path))
            made.setEnabled(path.exists())
            made.triggered.connect(lambda _checked=False, path=path: self.file_chosen.emit(path))
        menu.addSeparator()
        clear = menu.addAction(_("Clear list"), self.forget_wanted.emit)
        clear.setEnabled(bool(self._preferences.recent))

    def _add_methods(self, menu: QMenu) -> None:
        for number, method in enumerate(self._methods, 1):
            made = menu.addAction(icon(method.icon), plain(_(method.title)))
            if number <= 9:
                made.setShortcut(QKeySequence(f"Alt+{number}"))
            made.triggered.connect(lambda _checked=False, key=method.id: self.method_chosen.emit(key))
            self.method_actions.append(made)

    def _add_languages(self, menu: QMenu) -> None:
        inside = menu.addMenu(icon("languages"), _("Language"))
        for language in LANGUAGES:
            made = inside.addAction(LANGUAGE_NAMES[language])
            made.setCheckable(True)
            made.setChecked(language == self._preferences.language)
            made.triggered.connect(lambda _checked=False, code=language: self.language_chosen.emit(code))

    def _add_themes(self, menu: QMenu) -> None:
        inside = menu.addMenu(icon("contrast"), _("Theme"))
        for theme in THEMES:
            made = inside.addAction(theme_name(theme))
            made.setCheckable(True)
            made.setChecked(theme == self._preferences.theme)
            made.triggered.connect(lambda _checked=False, theme=theme: self.theme_chosen.emit(theme))
