"""The main window. Changing language or theme builds all that is seen anew around the session.

Dialogs are imported when they are asked for, so that the window comes up sooner.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.folders import RESOURCES
from foresight.core.look import Theme
from foresight.core.methods import discover
from foresight.core.problems import Problem
from foresight.core.words import N_, Language, _, speak
from foresight.kit.actions import action, actions_of, plain
from foresight.kit.focus import step_focus
from foresight.kit.labels import tip
from foresight.kit.session import Session
from foresight.kit.theme import apply_theme
from foresight.model.workshop import Workshop
from foresight.shell.banner import Banner
from foresight.shell.exchange_commands import ExchangeCommands, importable
from foresight.shell.menus import MenuBar
from foresight.shell.offers import Offers
from foresight.shell.pages import Pages
from foresight.shell.panel import Panel
from foresight.shell.preferences import Preferences
from foresight.shell.rail import Rail
from foresight.shell.status import Status, counts, safety
from foresight.shell.top_bar import TopBar
from foresight.shell.workshop_file import WorkshopFile

PRESENTER_SCALE = 1.4


class Window(ExchangeCommands):
    """The window."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.session = Session()
        self.file = WorkshopFile(self.session)
        self.banner = Banner()
        self.offers: Offers | None = None
        """What an earlier run left unsaved, once somebody has looked."""
        self.methods = [method for method in discover() if method.workspace]
        self.setMinimumSize(1024, 600)
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "foresight.svg")))
        speak(preferences.language)
        self.build()
        self.refresh()
        self.session.changed.connect(self.refresh)
        self.session.selection_changed.connect(self.show_selected)
        self.session.changed.connect(lambda _change: self.banner.drop("refused"))
        self.session.said.connect(lambda text: self.statusBar().showMessage(text, 6_000))
        self.session.refused.connect(lambda reason: self.banner.say("refused", lambda: reason))
        self.file.state_changed.connect(self.refresh)
        self.file.changed_by_others.connect(self.on_changed_by_others)
        self.file.unprotected.connect(self._on_unprotected)
        self.file.rights_changed.connect(self.on_rights_changed)
        self.file.unanswered.connect(self.on_unanswered)

    # Building

    def build(self) -> None:
        """Make everything that is seen, in the present language and theme."""
        for old in self.actions():
            self.removeAction(old)
            old.deleteLater()
        self.commands = {made.objectName(): made for made in actions_of(self)}
        self.menu_bar = self._menu_bar()
        self.status = Status()
        self.status.language_wanted.connect(self.speak)
        self.top_bar = TopBar(*(self.commands[name] for name in ("undo", "redo", "search")))
        self.rail = Rail(self.methods)
        self.rail.chosen.connect(self.show_method)
        self.pages = Pages()
        self.panel = Panel(wants_inspector=self.preferences.inspector_shown and not self.presenting)
        self.panel.card_closed.connect(self.close_card)
        self.setMenuBar(self.menu_bar)
        self.setStatusBar(self.status)
        self.setCentralWidget(self._laid_out())
        self.banner.render_notices()
        self.rail.setVisible(not self.presenting)
        self.menu_bar.setVisible(not self.presenting)
        self.addActions(self.menu_bar.method_actions)  # so that their keys work while the menu bar is hidden

    def _menu_bar(self) -> MenuBar:
        bar = MenuBar(self.commands, self.methods, self.preferences)
        bar.file_chosen.connect(self.open_path)
        bar.forget_wanted.connect(self.forget_recent)
        bar.method_chosen.connect(self.show_method)
        bar.language_chosen.connect(self.speak)
        bar.theme_chosen.connect(self.show_theme)
        return bar

    def _laid_out(self) -> QWidget:
        centre = QWidget()
        column = _without_margins(QVBoxLayout(centre))
        row = _without_margins(QHBoxLayout())
        middle = _without_margins(QVBoxLayout())
        column.addWidget(self.top_bar)
        column.addLayout(row, 1)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(self.panel)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        return centre

    def render_anew(self) -> None:
        """Build everything anew and show what was shown before."""
        self.build()
        self.begin_anew()

    # What the whole window says about the workshop

    def refresh(self) -> None:
        """Show what can be undone, what is open and whether it is saved."""
        history = self.session.history
        self._show_step("undo", _("Undo"), history.undo_label)
        self._show_step("redo", _("Redo"), history.redo_label)
        document = self.session.document
        path = self.file.path
        is_open = bool(self.at or path or history.is_modified)
        title = document[Workshop].title or (path.stem if path else _("Untitled workshop"))
        name = path.name if path else title
        # Doubled, a [*] of the user's is shown as it is; the single one is the place of the star.
        shown = name.replace("[*]", "[*][*]")
        self.setWindowTitle(f"{shown}[*] – Foresight" if is_open else "Foresight[*]")
        self.setWindowModified(history.is_modified)
        self.setWindowFilePath(str(path) if path else "")
        self.top_bar.title.show_title(title if is_open else "")
        self.status.show_state(*([safety(self.file), *counts(document)] if is_open else []))

    def _show_step(self, name: str, verb: str, step: str | None) -> None:
        made = self.commands[name]
        made.setEnabled(step is not None and bool(self.at))
        made.setText(_("{verb} “{step}”").format(verb=verb, step=plain(step)) if step else verb)
        made.setIconText(verb)
        tip(made, f"{verb}: {step}" if step else verb)

    def _on_unprotected(self, problem: Problem) -> None:
        self.banner.say("unprotected", lambda: problem.message)

    # Actions

    @action(N_("Undo"), shortcut="Ctrl+Z", icon="undo")
    def undo(self) -> None:
        self.session.undo()

    @action(N_("Redo"), shortcut="Ctrl+Shift+Z", icon="redo")
    def redo(self) -> None:
        self.session.redo()

    @action(N_("Search or command"), shortcut="Ctrl+K", icon="search")
    def search(self) -> None:
        from foresight.shell.palette import Palette, command_entries, method_entries, thing_entries

        here = self.workspace.actions_for_menu() if self.workspace is not None else []
        entries = [
            *command_entries(here),
            *method_entries(self.methods, self.show_method),
            *command_entries(list(self.commands.values())),
            *thing_entries(self.methods, self.session.document, self.go_to),
        ]
        Palette(self, entries).exec()

    @action(N_("Preferences…"), shortcut="Ctrl+,", icon="settings")
    def preferences_dialog(self) -> None:
        from foresight.shell.dialogs import PreferencesDialog

        if PreferencesDialog(self, self.preferences).exec():
            speak(self.preferences.language)
            self.show_theme(self.preferences.theme)

    @action(N_("Presenter size"), shortcut="F11", icon="presenter")
    def presenter(self) -> None:
        """The whole screen, larger type, nothing but the work area; again, or Escape: back."""
        self.presenting = not self.presenting
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if self.presenting else self.windowState() & ~full)
        self.show_theme(self.preferences.theme)

    @action(N_("Keyboard shortcuts"), shortcut="Ctrl+F1", icon="command")
    def shortcuts(self) -> None:
        from foresight.shell.dialogs import Shortcuts

        views = self.workspace.view_count if self.workspace is not None else 0
        Shortcuts(self, self.menu_bar.parts(), views).exec()

    @action(N_("About Foresight"), icon="info")
    def about(self) -> None:
        from foresight.shell.dialogs import about

        about(self)

    @action(N_("Quit"), shortcut="Ctrl+Q")
    def quit(self) -> None:
        self.close()

    def speak(self, language: Language) -> None:
        """Show everything in this language from now on."""
        self.preferences.language = language
        speak(language)
        self.render_anew()

    def show_theme(self, theme: Theme) -> None:
        """Show everything in this theme from now on."""
        self.preferences.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, theme, PRESENTER_SCALE if self.presenting else 1.0)
        self.render_anew()

    # What happens to a window

    def focusNextPrevChild(self, forward: bool) -> bool:
        now = QApplication.focusWidget()
        if step_focus(self, now, forward=forward):
            return True
        if now is not None and not now.isVisible() and self.workspace is not None and self.workspace.isAncestorOf(now):
            self.workspace.take_focus()  # it was hidden by what it did: the keys stay at work
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.card is not None:
            self.close_card()
        elif event.key() == Qt.Key.Key_Escape and self.presenting:
            self.presenter()
        elif event.key() == Qt.Key.Key_Escape and not self.at:  # at the start the keys are with the welcome page
            self.banner.put_off()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            take = self.import_path if importable(files[0]) else self.open_path
            take(files[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        if self.presenting:  # the next start begins in an ordinary window
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.preferences.keep_geometry(self.saveGeometry())
        if self.offers is not None:
            self.offers.leave()
        self.file.close()
        event.accept()

    def restore_place(self) -> None:
        """Stand where the window stood last time, as far as that is on a screen."""
        kept = self.preferences.geometry()
        if not kept.isEmpty():
            self.restoreGeometry(kept)
        screen = QGuiApplication.screenAt(self.geometry().center())
        room = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        if screen is None:
            self.move(room.topLeft())


def _without_margins(layout: QHBoxLayout | QVBoxLayout) -> QHBoxLayout | QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
