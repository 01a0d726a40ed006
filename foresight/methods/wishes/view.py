"""The workspace of the wishes: the wall, a list, a picture, and what nothing takes up yet."""

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document
from foresight.core.history import together
from foresight.core.naming import beginning, noun
from foresight.core.text import LINE_LENGTH
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.fields import Form, LineField, RefField, RefsField, WrappedField
from foresight.kit.groups import group_field
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.picking import pick
from foresight.kit.workspace import Workspace
from foresight.methods.wishes.model import (
    Wish,
    Wishes,
    WishTheme,
    add_wish_theme,
    change_wish,
    change_wish_theme,
    move_wish_theme,
)
from foresight.methods.wishes.view_entry import Choices, WishEntry, themes
from foresight.methods.wishes.view_pages import OpenPage, PicturePage, Wall, list_page
from foresight.model.commitments import Ask, Commitment, Commitments
from foresight.model.groups import Groups
from foresight.model.scenarios import Scenario, Scenarios, display_name
from foresight.model.workshop import Workshop


class WishesWorkspace(Workspace):
    """What everybody would have if they had one wish."""

    reads = (Commitments, Groups, Scenarios, Wishes, Workshop)

    def build(self) -> None:
        self.add_view(_("Wall"), self._make_wall)
        self.add_view(_("List"), lambda: list_page(self.session))
        self.add_view(_("Picture"), PicturePage)
        self.add_view(_("Not taken up"), lambda: OpenPage(self.session))
        self.entry = WishEntry(self.session)
        self.set_footer(self.entry)

    def _make_wall(self) -> QWidget:
        made = Wall(self.session)
        made.deleted.connect(lambda wish: self.delete(_("Delete wish"), wish))
        return made

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not (document[Wishes].wishes or document[Wishes].themes)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("One card, one wish"),
            _("Everybody who comes in writes one wish on a card. Export cards to hand out, type the wishes in below, "
              "and see at the end of the day which of them were taken up."),
            [(_("Add wish"), self.entry.line.setFocus), self.sample_offer],
            "wishes",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Inspector(
            {
                Wish: self._wish_form,
                WishTheme: lambda: Form(self.session, [LineField("name", _("Theme"))], change_wish_theme),
            },
            _("Select a wish or a theme to see and change it here."),
        )

    def _wish_form(self) -> Form:
        fields = [
            WrappedField("text", _("Wish"), lines=3, limit=LINE_LENGTH),
            RefField("theme", _("Theme"), themes, _("No theme")),
            RefsField("answers", _("Taken up by"), answers),
            group_field(),
            LineField("sector", _("Sector"), _("where they come from")),
            RefField("participant", _("Participant"), _people, _("Nobody in particular")),
        ]
        return Form(self.session, fields, change_wish)

    def has_wish(self) -> bool:
        """Whether a wish is selected."""
        return bool(self.session.selected(Wish))

    def has_selection(self) -> bool:
        """Whether a wish or a theme is selected."""
        return bool(self.session.selected(Wish) or self.session.selected(WishTheme))

    @action(N_("Add wish"), shortcut="Ins", icon="plus")
    def add_wish(self) -> None:
        """To the line in which wishes are typed."""
        self.entry.line.setFocus()

    @action(N_("Add theme"), shortcut="Ctrl+Shift+N", icon="tag", primary=True)
    def add_theme(self) -> None:
        """Add a theme and let its name be typed."""
        self.session.seal()
        theme = WishTheme(name=_("New theme"))
        if self.session.do(add_wish_theme(theme)):
            self.show_view(0)
            if isinstance(self.view, Wall):
                self.view.show_theme(theme.id)

    @action(N_("Move theme to the left"), shortcut="Alt+Left", icon="chevron-left", enabled="can_move_left")
    def move_left(self) -> None:
        """Move the selected theme one place to the left; its digit changes with it."""
        self._move(-1)

    @action(N_("Move theme to the right"), shortcut="Alt+Right", icon="chevron-right", enabled="can_move_right")
    def move_right(self) -> None:
        """Move the selected theme one place to the right; its digit changes with it."""
        self._move(1)

    def can_move_left(self) -> bool:
        """Whether a theme is selected that is not the first."""
        return self._place() > 0

    def can_move_right(self) -> bool:
        """Whether a theme is selected that is not the last."""
        return 0 <= self._place() < len(self.session.document[Wishes].themes) - 1

    def _place(self) -> int:
        """The index of the selected theme; -1 without one."""
        chosen = self.session.selected(WishTheme)[:1]
        return next((at for at, one in enumerate(self.session.document[Wishes].themes) if one.id in chosen), -1)

    def _move(self, by: int) -> None:
        self.session.seal()
        self.session.do(move_wish_theme(self.session.selected(WishTheme)[0], self._place() + by))

    @action(N_("Taken up by…"), shortcut="Ctrl+T", icon="link", enabled="has_wish")
    def take_up(self) -> None:
        """Choose the commitments, asks and scenarios that take up the selected wishes."""
        document, wishes = self.session.document, self.session.selected(Wish)
        first = document.find(wishes[0], Wish)
        held = first.answers if first is not None and len(wishes) == 1 else ()
        chosen = pick(self.window(), _("Taken up by…"), answers(document), held)
        if chosen is not None:
            self.session.seal()
            edits = [change_wish(wish, answers=chosen) for wish in wishes]
            self.session.do(together(_("Take up wish"), edits))

    @action(N_("Delete wish or theme"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected; the wishes of a theme stay."""
        wishes, piles = self.session.selected(Wish), self.session.selected(WishTheme)
        if wishes:
            self.delete(_("Delete wish"), *wishes)
        elif piles:
            self.delete(_("Delete theme"), *piles)


def answers(document: Document) -> Choices:
    """Everything that can take up a wish, to choose from, with what it is."""
    part = document[Commitments]
    named = [
        *((each.id, noun(Commitment), each.text) for each in part.commitments),
        *((each.id, noun(Ask), each.text) for each in part.asks),
        *((each.id, noun(Scenario), display_name(document, each.id)) for each in document[Scenarios].scenarios),
    ]
    return [(one, f"{beginning(kind)}: {text}") for one, kind, text in named]


def _people(document: Document) -> Choices:
    return [(person.id, person.code) for person in document[Groups].participants]
