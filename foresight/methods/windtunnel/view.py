"""The workspace of the wind tunnel."""

from functools import partial

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.workspace import Workspace
from foresight.methods.windtunnel.model import Option, WindTunnel, add_options, move_option
from foresight.methods.windtunnel.sentences import summary_sentence
from foresight.methods.windtunnel.view_options import OptionsView
from foresight.methods.windtunnel.view_panel import Panel, selected_option
from foresight.methods.windtunnel.view_picture import PictureView
from foresight.model.scenarios import Scenarios

PRINTED = 640
"""Width in points of the picture that is copied or saved."""


class WindTunnelWorkspace(Workspace):
    """Options, and how they fare in every world."""

    reads = (Scenarios, WindTunnel)

    def build(self) -> None:
        self.add_view(_("Test"), self._make_test)
        self.add_view(_("Picture"), lambda: PictureView(self.session))
        self.entry = QuickEntry(
            self.session, _("Add an option: type what could be done and press Enter"), lambda text: add_options((text,))
        )
        self.set_footer(self.entry)

    def _make_test(self) -> QWidget:
        made = OptionsView(self.session)
        made.wants_worlds.connect(self._to_scenarios)
        return made

    def _to_scenarios(self) -> None:
        self.wants_method.emit("scenarios")

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def is_empty(self, document: Document) -> bool:
        return not document[WindTunnel].options

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What holds, whatever comes?"),
            _(
                "Type what could be done, one option a line. Then take each of them into every world and judge how it "
                "fares there. For that there must be scenarios."
            ),
            [
                (_("Type an option"), self.entry.setFocus),
                (_("Make scenarios"), self._to_scenarios),
                self.sample_offer,
            ],
            icon_name="wind",
        )

    def _selected(self) -> Option | None:
        return selected_option(self.session.document, self.session.selection)

    def has_selection(self) -> bool:
        """Whether an option is selected, alone or in a world."""
        return self._selected() is not None

    def has_options(self) -> bool:
        """Whether there is an option."""
        return not self.is_empty(self.session.document)

    @action(N_("Add option"), shortcut="Ins", icon="plus")
    def add_one(self) -> None:
        """To the line in which options are typed."""
        self.entry.setFocus()

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the selected option."""
        option = self._selected()
        if option is not None:
            move_within(self.session, self.session.document[WindTunnel].options, option.id, places, move_option)

    @action(N_("Delete option"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """The selected option with its scores."""
        option = self._selected()
        if option is not None:
            self.delete(_("Delete option"), option.id)

    @action(N_("Copy picture of the wind tunnel"), icon="copy", enabled="has_options")
    def copy_picture(self) -> None:
        """On the clipboard."""
        self._figure().copy()

    @action(N_("Save picture of the wind tunnel…"), icon="image", enabled="has_options")
    def save_picture(self) -> None:
        """As PNG, SVG or PDF."""
        self._figure().save()

    def _figure(self) -> FigureView:
        from foresight.methods.windtunnel.figure import heat, heat_height

        document = self.session.document
        made = FigureView(_("Wind tunnel"))
        made.setParent(self)
        made.resize(round(PRINTED * made.scale) + 12, round(heat_height(document, PRINTED) * made.scale) + 14)
        made.show_figure(partial(heat, document), summary_sentence(document))
        made.hide()
        return made
