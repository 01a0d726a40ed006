"""The workspace of the self-check: the ratings, the picture, and the advice itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.core.words import N_, _, number
from foresight.kit.actions import action
from foresight.kit.columns import writes, writes_name
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import Form, LineField, ProseField, WrappedField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.selfcheck.analysis import Checked, checked
from foresight.methods.selfcheck.deck import add_ready_made, lacking
from foresight.methods.selfcheck.model import Advice, SelfCheck, add_advice, change_advice, move_advice
from foresight.methods.selfcheck.view_ratings import RatingsView
from foresight.methods.selfcheck.view_strips import StripsView
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes
from foresight.model.workshop import Workshop

RATINGS, STRIPS, ADVICE = range(3)


class Row:
    """A piece of advice as a row of the list."""

    def __init__(self, one: Checked) -> None:
        self.id, self.one = one.advice.id, one


class SelfCheckWorkspace(Workspace):
    """How well good advice fits us."""

    reads = (Groups, Quotes, SelfCheck, Workshop)

    def build(self) -> None:
        self.add_view(_("Ratings"), self._make_ratings)
        self.add_view(_("Picture"), StripsView)
        self.add_view(_("Advice"), self._make_list)
        self.entry = QuickEntry(
            self.session,
            _("Add advice: type a sentence about how we work and press Enter"),
            lambda text: add_advice(Advice(text=text)),
        )
        self.set_footer(self.entry)

    def _make_ratings(self) -> QWidget:
        made = RatingsView(self.session)
        made.wants_groups.connect(lambda: self.wants_method.emit("room"))
        return made

    def _make_list(self) -> QWidget:
        return ListView(self.session, _("Advice"), _columns(), _rows, self._deletion, lines=2)

    def show_view(self, index: int) -> None:
        super().show_view(index)
        self.entry.setVisible(index != STRIPS)

    def is_empty(self, document: Document) -> bool:
        return not document[SelfCheck].advice

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("How well does good advice fit us?"),
            _("Each table rates a handful of sentences from 1 to 5. The picture shows where we fall short, and where "
              "we see it differently. Begin with the ready-made advice; you can change every word of it."),
            [
                (_("Add ready-made advice"), self.add_deck),
                (_("Type our own"), self.entry.setFocus),
                self.sample_offer,
            ],
            "selfcheck",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Inspector({Advice: lambda: card(self.session)}, _("Select a piece of advice to change it here."))

    @action(N_("Add advice"), shortcut="Ins", icon="plus", primary=True)
    def add(self) -> None:
        """To the line in which one types it."""
        if self.view_index == STRIPS:
            self.show_view(ADVICE)
        self.entry.setFocus()

    @action(N_("Add ready-made advice"), icon="layers", enabled="is_deck_lacking")
    def add_deck(self) -> None:
        """Add the advice of the sources, in the language of the workshop."""
        self.session.seal()
        self.session.do(add_ready_made())

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the selected piece of advice."""
        move_within(self.session, self.session.document[SelfCheck].advice, self._selected()[0], places, move_advice)

    @action(N_("Delete advice"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected, with its ratings."""
        self.session.seal()
        self.session.do(self._deletion(self._selected()))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete advice"), tuple(ids))

    def _selected(self) -> tuple[Id, ...]:
        held = self.session.document[SelfCheck].by_id
        return tuple(one for one in self.session.selection if one in held)

    def has_selection(self) -> bool:
        """Whether a piece of advice is selected."""
        return bool(self._selected())

    def is_deck_lacking(self) -> bool:
        """Whether the ready-made advice has sentences that are not there."""
        return bool(lacking(self.session.document))


def card(session: Session) -> Form:
    """The fields of a piece of advice."""
    return Form(
        session,
        [
            WrappedField("text", _("The advice as a sentence about us"), limit=LINE_LENGTH),
            LineField("theme", _("What it is about")),
            ProseField("note", _("Note")),
            QuotesField(session),
        ],
        change_advice,
    )


def _rows(document: Document) -> list[Row]:
    return [Row(one) for one in checked(document)]


def _columns() -> list[Column]:
    def median(row: Row) -> float:
        return row.one.said.median if row.one.said else 0

    return [
        Column(_("No."), lambda row: str(row.one.number), key=lambda row: row.one.number, numeric=True, width=44),
        Column(_("Advice"), lambda row: row.one.advice.text, edit=writes_name(change_advice)),
        Column(_("What it is about"), lambda row: row.one.advice.theme, edit=writes(change_advice, "theme"), width=170),
        Column(
            _("Median"),
            lambda row: number(median(row)) if row.one.said else "",
            key=median,
            numeric=True,
            width=72,
        ),
        Column(_("Groups"), lambda row: str(row.one.n), key=lambda row: row.one.n, numeric=True, width=72),
    ]
