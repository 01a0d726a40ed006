"""Where we are in the window: the welcome page or the workspace of a method, with its panel and its card."""

from PySide6.QtWidgets import QApplication

from foresight.core.document import Id
from foresight.core.methods import Method, resolve
from foresight.core.words import N_
from foresight.kit.actions import action
from foresight.kit.workspace import Workspace
from foresight.shell.menus import MenuBar
from foresight.shell.merge_commands import MergeCommands
from foresight.shell.pages import Pages
from foresight.shell.panel import Panel
from foresight.shell.rail import Rail


class Navigation(MergeCommands):
    """Goes to methods; their workspaces are made at the first visit."""

    methods: list[Method]
    menu_bar: MenuBar
    rail: Rail
    pages: Pages
    panel: Panel

    def __init__(self) -> None:
        super().__init__()
        self.at = ""
        """The id of the method that is shown, "" on the welcome page."""
        self.presenting = False
        self.workspaces: dict[str, Workspace] = {}
        self._views: dict[str, int] = {}
        """Which way of looking each workspace showed before all was built anew."""

    def refresh(self) -> None:
        """Show what the whole window says about the workshop."""
        raise NotImplementedError

    def begin_anew(self) -> None:
        """After all was built anew: show what was shown before."""
        self._views |= {key: workspace.view_index for key, workspace in self.workspaces.items()}
        self.workspaces = {}
        if self.at:
            self.show_method(self.at)
        else:
            self.show_welcome()

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that is shown, if any."""
        return self.workspaces.get(self.at)

    def show_workshop(self) -> None:
        """Go to the first thing worth seeing after what was prepared, or to the room where there is nothing."""
        self.banner.drop("refused", "disk", "read only", "read", "repairs")
        filled = {kind for kind, part in self.session.document.slices.items() if part.by_id}
        worth = [method for method in self.methods if method.group != "prepare" and filled.intersection(method.home_of)]
        self.show_method((worth or self.methods)[0].id)

    def show_method(self, method_id: str) -> None:
        """Show the workspace of a method; one that is not installed is nowhere to go."""
        method = next((method for method in self.methods if method.id == method_id), None)
        if method is None:
            return
        self.at = method_id
        if method_id not in self.workspaces:
            self.workspaces[method_id] = self._made(method)
        workspace = self.workspaces[method_id]
        is_at_work = workspace.isAncestorOf(QApplication.focusWidget() or self)
        self.pages.setCurrentWidget(workspace)
        self._show_around(workspace)
        if not is_at_work:
            workspace.take_focus()

    def show_welcome(self) -> None:
        """Show the welcome page, with what was opened last."""
        from foresight.shell.welcome import Welcome

        self.at = ""
        for old in self.pages.findChildren(Welcome):
            self.pages.removeWidget(old)
            old.deleteLater()
        page = Welcome(self.preferences.recent)
        page.new_wanted.connect(self.new_workshop)
        page.open_wanted.connect(self.open_workshop)
        page.file_chosen.connect(self.open_path)
        page.copy_chosen.connect(self.open_copy)
        page.forget_wanted.connect(self.forget_recent)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._show_around(None)
        page.first.setFocus()

    def go_to(self, method_id: str, entity: Id) -> None:
        """Show something of the workshop where it belongs."""
        self.show_method(method_id)
        self.session.select(entity)

    def show_selected(self) -> None:
        """What is selected is looked at in the panel: a card that lies there makes room."""
        if self.session.selection and self.panel.card is not None:
            self.panel.show_inspector(self.workspace)

    def close_card(self) -> None:
        """Put the method card away and go on working."""
        self.panel.show_inspector(self.workspace)
        if self.workspace is not None:
            self.workspace.take_focus()

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self.preferences.forget_recent()
        if not self.at:
            self.show_welcome()

    def _made(self, method: Method) -> Workspace:
        assert method.workspace is not None
        workspace: Workspace = resolve(method.workspace)(self.session, method)
        workspace.show_view(self._views.get(method.id, 0))
        workspace.wants_sample.connect(self._open_sample)
        workspace.wants_help.connect(self.method_card)
        workspace.wants_method.connect(self.show_method)
        self.pages.addWidget(workspace)
        return workspace

    def _open_sample(self) -> None:
        from foresight.shell.welcome import samples

        self.open_copy(samples()[0])

    def _show_around(self, workspace: Workspace | None) -> None:
        self.rail.show_method(self.at)
        self.menu_bar.show_workspace(workspace)
        self.panel.show_inspector(workspace)
        self.refresh()

    # Actions

    @action(N_("Inspector"), shortcut="Ctrl+I", icon="panel-right")
    def toggle_inspector(self) -> None:
        """Show or hide the panel at the right, from now on."""
        self.preferences.inspector_shown = self.panel.wants_inspector = not self.preferences.inspector_shown
        self.panel.show_inspector(self.workspace)

    @action(N_("How to do this with a room"), shortcut="F1", icon="help")
    def method_card(self) -> None:
        """Show the method card in the panel; again: put it away."""
        workspace = self.workspace
        if self.panel.card is not None:
            self.close_card()
        elif workspace is not None and workspace.method.card is not None:
            self.panel.show_card(workspace)

    @action(N_("Welcome page"), icon="home")
    def welcome(self) -> None:
        """Leave the workshop open and show the welcome page."""
        self.show_welcome()
