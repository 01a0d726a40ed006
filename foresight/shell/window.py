"""The main window: rail, work area, inspector. Changing language or theme builds all of it anew around the session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTime
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foresight.core.folders import RESOURCES
from foresight.core.look import THEMES, Theme
from foresight.core.methods import Method, discover, resolve
from foresight.core.words import LANGUAGES, N_, Language, _, speak
from foresight.kit.actions import action, actions_of, plain
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.theme import apply_theme, icon
from foresight.kit.workspace import Workspace
from foresight.model.workshop import Workshop
from foresight.shell.banner import Banner
from foresight.shell.card import Card
from foresight.shell.dialogs import LANGUAGE_NAMES, PreferencesDialog, Shortcuts, about, theme_name
from foresight.shell.file_commands import FileCommands
from foresight.shell.palette import Entry, Palette, command_entries, shown_name
from foresight.shell.preferences import Preferences
from foresight.shell.rail import Rail
from foresight.shell.welcome import Welcome, samples
from foresight.shell.workshop_file import WorkshopFile

PANEL_WIDTH = 312
PRESENTER_SCALE = 1.4

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("File"), ("new_workshop", "open_workshop", "", "save_workshop", "save_workshop_as", "", "quit")),
    (N_("Edit"), ("undo", "redo", "", "search", "", "preferences_dialog")),
    (N_("View"), ("toggle_inspector", "presenter")),
    (N_("Help"), ("method_card", "shortcuts", "", "welcome", "about")),
)
"""The actions of the window by menu; "" is a separator. The menu of the present method stands before Help."""


class Window(FileCommands):
    """The window."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.session = Session()
        self.file = WorkshopFile(self.session)
        self.methods = [method for method in discover() if method.workspace]
        self._at = ""
        self._presenting = False
        self._saved_at = ""
        self.setMinimumSize(1024, 600)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "foresight.svg")))
        speak(preferences.language)
        self.build()
        self.session.changed.connect(lambda _change: self._refresh())
        self.session.said.connect(lambda text: self.statusBar().showMessage(text, 6_000))
        self.session.refused.connect(self._on_refused)
        self.file.state_changed.connect(self._refresh)
        self.file.changed_by_others.connect(self.on_changed_by_others)
        self.file.snapshot_failed.connect(self._on_snapshot_failed)

    # Building

    def build(self) -> None:
        """Make everything that is seen, in the present language and theme."""
        for old in self.actions():
            self.removeAction(old)
            old.deleteLater()
        self._actions = {made.objectName(): made for made in actions_of(self)}
        self._workspaces: dict[str, Workspace] = {}
        self._cards: dict[str, Card] = {}
        self.banner = Banner()
        self.rail = Rail(self.methods)
        self.rail.chosen.connect(self.show_method)
        self.pages = QStackedWidget()
        self.panel = QStackedWidget()
        self._blank = QWidget()
        self.panel.addWidget(self._blank)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        row.addLayout(middle, 1)
        row.addWidget(self._panel_frame())
        column.addLayout(row, 1)
        self.setCentralWidget(centre)
        self._build_menus()
        self._build_status()
        self.welcome_page = self._welcome_page()
        self.pages.addWidget(self.welcome_page)
        self.show_method(self._at) if self._at else self._show_welcome()
        self._refresh()

    def _top_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(8)
        self.title = plain_label("", "semibold", wrap=False)
        row.addWidget(self.title, 1)
        for name in ("undo", "redo"):
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("role", "quiet")
            button.setAccessibleName(self._actions[name].text())
            button.setMaximumWidth(220)
            row.addWidget(button)
        search = QToolButton()
        search.setText(_("Search or command") + "   " + self._native("search"))
        search.setIcon(icon("search"))
        search.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        search.setAccessibleName(_("Search or command"))
        search.clicked.connect(self.search)
        row.addWidget(search)
        return bar

    def _panel_frame(self) -> QFrame:
        self.panel_frame = QFrame()
        self.panel_frame.setFixedWidth(PANEL_WIDTH)
        column = QVBoxLayout(self.panel_frame)
        column.setContentsMargins(16, 16, 12, 16)
        column.addWidget(self.panel)
        return self.panel_frame

    def _build_menus(self) -> None:
        self.menuBar().clear()
        for title, names in MENUS:
            if title == "Help":
                self._method_menu = self.menuBar().addMenu(_("Method"))
            menu = self.menuBar().addMenu(_(title))
            for name in names:
                menu.addAction(self._actions[name]) if name else menu.addSeparator()
                if name == "open_workshop":
                    self._recent_menu = menu.addMenu(_("Open recent"))
                    self._recent_menu.aboutToShow.connect(self._fill_recent)
            if title == "View":
                self._add_go_to(menu)

    def _add_go_to(self, menu: QMenu) -> None:
        menu.addSeparator()
        self._method_actions: dict[str, QAction] = {}
        for number, method in enumerate(self.methods, 1):
            made = menu.addAction(icon(method.icon), plain(_(method.title)))
            if number <= 9:
                made.setShortcut(QKeySequence(f"Alt+{number}"))
            made.triggered.connect(lambda _checked=False, key=method.id: self.show_method(key))
            self._method_actions[method.id] = made
        menu.addSeparator()
        languages = menu.addMenu(_("Language"))
        for language in LANGUAGES:
            spoken = self.preferences.language == language
            self._choice(languages, LANGUAGE_NAMES[language], spoken, partial(self.speak, language))
        themes = menu.addMenu(_("Theme"))
        for theme in THEMES:
            shown = self.preferences.theme == theme
            self._choice(themes, theme_name(theme), shown, partial(self.show_theme, theme))

    def _choice(self, menu: QMenu, title: str, checked: bool, act: Callable[[], None]) -> None:
        made = menu.addAction(title)
        made.setCheckable(True)
        made.setChecked(checked)
        made.triggered.connect(lambda _checked=False: act())

    def _build_status(self) -> None:
        bar = self.statusBar()
        for old in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if isinstance(old, (QLabel, QToolButton)):
                bar.removeWidget(old)
                old.deleteLater()
        self.state = plain_label("", "small", wrap=False)
        bar.addPermanentWidget(self.state)
        for language in LANGUAGES:
            button = QToolButton()
            button.setText(language)
            button.setProperty("role", "quiet")
            button.setCheckable(True)
            button.setChecked(self.preferences.language == language)
            button.setAccessibleName(LANGUAGE_NAMES[language])
            button.setToolTip(LANGUAGE_NAMES[language])
            button.clicked.connect(partial(self._speak_clicked, language))
            bar.addPermanentWidget(button)

    def _speak_clicked(self, language: Language, _checked: bool = False) -> None:
        self.speak(language)

    def _welcome_page(self) -> Welcome:
        page = Welcome(self.preferences.recent)
        page.new_wanted.connect(self.new_workshop)
        page.open_wanted.connect(self.open_workshop)
        page.file_chosen.connect(self.open_path)
        page.copy_chosen.connect(self.open_copy)
        page.forget_wanted.connect(self._forget_recent)
        return page

    # Where we are

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that is shown, if any."""
        return self._workspaces.get(self._at)

    def show_workshop(self) -> None:
        """Go to the first thing worth seeing: the map of trends, or the room of an empty workshop."""
        self._saved_at = ""
        empty = not any(part.by_id for part in self.session.document.slices.values())
        preferred = [method.id for method in self.methods if empty or method.group != "prepare"]
        self.show_method(preferred[0] if preferred else self.methods[0].id)

    def show_method(self, method_id: str) -> None:
        """Show the workspace of a method."""
        method = next((method for method in self.methods if method.id == method_id), None)
        if method is None or method.workspace is None:
            self._show_welcome()
            return
        self._at = method_id
        if method_id not in self._workspaces:
            self._workspaces[method_id] = self._made(method)
        workspace = self._workspaces[method_id]
        self.pages.setCurrentWidget(workspace)
        self.rail.show_method(method_id)
        self._fill_method_menu(workspace)
        self._show_panel()
        if not workspace.isAncestorOf(QApplication.focusWidget() or self):
            workspace.setFocus()
        self._refresh()

    def _made(self, method: Method) -> Workspace:
        assert method.workspace is not None
        workspace: Workspace = resolve(method.workspace)(self.session, method)
        workspace.wants_sample.connect(lambda: self.open_copy(samples()[0]))
        workspace.wants_help.connect(self.method_card)
        workspace.wants_method.connect(self.show_method)
        self.pages.addWidget(workspace)
        return workspace

    def _show_welcome(self) -> None:
        self._at = ""
        self.pages.setCurrentWidget(self.welcome_page)
        self.rail.show_method("")
        self.panel_frame.hide()
        self._method_menu.clear()
        self._method_menu.setEnabled(False)

    def _fill_method_menu(self, workspace: Workspace) -> None:
        self._method_menu.clear()
        self._method_menu.setTitle(plain(_(workspace.method.title)))
        self._method_menu.addActions(workspace.actions_for_menu())
        self._method_menu.setEnabled(bool(workspace.actions_for_menu()))

    def _show_panel(self) -> None:
        inspector = self.workspace.inspector if self.workspace is not None else None
        if inspector is not None and self.panel.indexOf(inspector) < 0:
            self.panel.addWidget(inspector)
        self.panel.setCurrentWidget(inspector or self._blank)
        self.panel_frame.setVisible(inspector is not None and self.preferences.inspector_shown and not self._presenting)

    def _refresh(self) -> None:
        history = self.session.history
        for name, label, bare in (("undo", history.undo_label, _("Undo")), ("redo", history.redo_label, _("Redo"))):
            made = self._actions[name]
            made.setEnabled(label is not None)
            made.setIconText(bare)
            made.setText(f"{bare} “{plain(label)}”" if label else bare)
            made.setToolTip(f"{bare}: {label}" if label else bare)
        title = self.session.document[Workshop].title or self.file.name or _("Untitled workshop")
        name = self.file.path.name if self.file.path else title
        self.setWindowTitle(f"{name.replace('[*]', '')}[*] – Foresight")
        self.setWindowModified(history.is_modified)
        self.setWindowFilePath(str(self.file.path) if self.file.path and not history.is_modified else "")
        self.title.setText(title if self._at else "")
        self.state.setText(self._state_text())

    def _state_text(self) -> str:
        if not self._at:
            return ""
        if self.session.read_only:
            return _("Read only")
        if self.session.history.is_modified:
            return _("Unsaved changes; a copy is kept")
        return _("Saved {time}").format(time=self._saved_at).rstrip() if self.file.path else _("Nothing to save")

    # Actions

    @action(N_("Undo"), shortcut="Ctrl+Z", icon="undo")
    def undo(self) -> None:
        self.session.undo()

    @action(N_("Redo"), shortcut="Ctrl+Shift+Z", icon="redo")
    def redo(self) -> None:
        self.session.redo()

    @action(N_("Search or command"), shortcut="Ctrl+K", icon="search")
    def search(self) -> None:
        Palette(self, self.palette_entries()).exec()

    @action(N_("Preferences…"), shortcut="Ctrl+,", icon="settings")
    def preferences_dialog(self) -> None:
        if PreferencesDialog(self, self.preferences).exec():
            speak(self.preferences.language)
            self.show_theme(self.preferences.theme)

    @action(N_("Inspector"), shortcut="Ctrl+I", icon="panel-right")
    def toggle_inspector(self) -> None:
        self.preferences.inspector_shown = not self.preferences.inspector_shown
        self._show_panel()

    @action(N_("Presenter size"), shortcut="F11", icon="presenter")
    def presenter(self) -> None:
        """The whole screen, larger type, nothing but the work area; again: back."""
        self._presenting = not self._presenting
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show_theme(self.preferences.theme)
        self.rail.setVisible(not self._presenting)
        self._show_panel()

    @action(N_("How to do this with a room"), shortcut="F1", icon="help")
    def method_card(self) -> None:
        """Show the method card in the panel; again: close it."""
        workspace = self.workspace
        if workspace is None or workspace.method.card is None:
            return
        card = self._cards.get(self._at)
        if card is not None and self.panel.currentWidget() is card and self.panel_frame.isVisible():
            self._show_panel()
            return
        if card is None:
            card = self._cards[self._at] = Card(workspace.method, self._show_panel)
            self.panel.addWidget(card)
        self.panel.setCurrentWidget(card)
        self.panel_frame.show()
        card.close_button.setFocus()

    @action(N_("Keyboard shortcuts"), shortcut="Ctrl+F1", icon="command")
    def shortcuts(self) -> None:
        parts: list[tuple[str, list[QAction]]] = [(_("Window"), list(self._actions.values()))]
        parts.append((_("Window"), list(self._method_actions.values())))
        if self.workspace is not None:
            parts.insert(0, (_(self.workspace.method.title), self.workspace.actions_for_menu()))
        Shortcuts(self, parts).exec()

    @action(N_("Welcome page"), icon="home")
    def welcome(self) -> None:
        self._replace_welcome()
        self._show_welcome()

    @action(N_("About Foresight"), icon="info")
    def about(self) -> None:
        about(self)

    @action(N_("Quit"), shortcut="Ctrl+Q")
    def quit(self) -> None:
        self.close()

    def speak(self, language: Language) -> None:
        """Show everything in this language from now on."""
        self.preferences.language = language
        speak(language)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self.build()

    def show_theme(self, theme: Theme) -> None:
        """Show everything in this theme from now on."""
        self.preferences.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, theme, PRESENTER_SCALE if self._presenting else 1.0)
        self.build()

    def palette_entries(self) -> list[Entry]:
        """Everything that can be found: commands of the method, methods, commands, things in the workshop."""
        here = self.workspace.actions_for_menu() if self.workspace is not None else []
        methods = [Entry(_(method.title), _("Go to"), partial(self.show_method, method.id)) for method in self.methods]
        commands = command_entries(list(self._actions.values()))
        return command_entries(here) + methods + commands + self._things()

    def _things(self) -> list[Entry]:
        homes: dict[type, Method] = {}
        for method in self.methods:
            for kind in method.slices:
                homes.setdefault(kind, method)
        parts = [(homes[kind], part) for kind, part in self.session.document.slices.items() if kind in homes]
        return [
            Entry(text, _(method.title), partial(self._go_to, method.id, entity.id))
            for method, part in parts
            for entity in part.entities()
            if (text := shown_name(entity))
        ]

    def _go_to(self, method_id: str, entity: str) -> None:
        self.show_method(method_id)
        self.session.select(entity)

    # Odds and ends of a window

    def _native(self, name: str) -> str:
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for path in self.preferences.recent:
            made = self._recent_menu.addAction(plain(path.stem))
            made.setEnabled(path.exists())
            made.triggered.connect(partial(self._open_recent, path))
        self._recent_menu.addSeparator()
        clear = self._recent_menu.addAction(_("Clear list"), self._forget_recent)
        clear.setEnabled(bool(self.preferences.recent))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self.open_path(path)

    def _forget_recent(self) -> None:
        self.preferences.forget_recent()
        self._replace_welcome()
        if not self._at:
            self._show_welcome()

    def _replace_welcome(self) -> None:
        old = self.welcome_page
        self.welcome_page = self._welcome_page()
        self.pages.addWidget(self.welcome_page)
        self.pages.removeWidget(old)
        old.deleteLater()

    def _say_saved(self) -> None:
        self._saved_at = QTime.currentTime().toString("HH:mm")
        super()._say_saved()
        self._refresh()

    def _on_refused(self, reason: str) -> None:
        self.banner.say(reason)

    def _on_snapshot_failed(self, error: Exception) -> None:
        self.banner.say(_("No safety copy could be kept: {reason}").format(reason=str(error)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open_path(files[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.preferences.keep_geometry(self.saveGeometry())
        self.file.close()
        event.accept()

    def restore_place(self) -> None:
        """Stand where the window stood last time, if that is still on a screen."""
        kept = self.preferences.geometry()
        if not kept.isEmpty():
            self.restoreGeometry(kept)
        screen = QGuiApplication.screenAt(self.geometry().center())
        if screen is None:
            self.resize(QSize(1366, 768))
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())
