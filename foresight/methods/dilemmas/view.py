"""The workspace of the dilemma cards: the deck, the tally of the rounds, and what the counts say."""

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.labels import EmptyState
from foresight.kit.workspace import Workspace
from foresight.methods.dilemmas.deck import add_ready_made, lacking
from foresight.methods.dilemmas.view_counts import CountsView
from foresight.methods.dilemmas.view_deck import CardEntry, DeckView
from foresight.methods.dilemmas.view_panel import Panel
from foresight.methods.dilemmas.view_patterns import MapView, PatternsView
from foresight.methods.dilemmas.view_quotes import QuotesView
from foresight.methods.dilemmas.view_tally import TallyView
from foresight.model.cards import Card, CardCategory, Cards, add_category
from foresight.model.groups import Groups
from foresight.model.quotes import Quote, Quotes, agree
from foresight.model.workshop import Workshop

TALLY, QUOTES = 1, 5


class DilemmasWorkspace(Workspace):
    """Topics with two statements that pull apart."""

    reads = (Cards, Groups, Quotes, Workshop)

    def build(self) -> None:
        self.add_view(_("Deck"), lambda: DeckView(self.session))
        self.add_view(_("Tally"), self._make_tally)
        self.add_view(_("Patterns"), PatternsView)
        self.add_view(_("Map"), MapView)
        self.add_view(_("Counts"), lambda: CountsView(self.session))
        self.add_view(_("Quotes"), lambda: QuotesView(self.session))
        self.entry = CardEntry(self.session)
        self.set_footer(self.entry)

    def _make_tally(self) -> QWidget:
        made = TallyView(self.session)
        made.wants_groups.connect(lambda: self.wants_method.emit("room"))
        return made

    def show_view(self, index: int) -> None:
        super().show_view(index)
        self.entry.setVisible(index == 0)

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return self.view_index != QUOTES and not (document[Cards].cards or document[Cards].categories)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What do we agree on, and what is worth a fight?"),
            _("Each card has a topic and two statements that pull apart. The tables nominate topics, land on about "
              "fifteen, and say which statement describes each of them best."),
            [
                (_("Add the ready-made deck"), self.add_deck),
                (_("Add a card"), self.entry.line.setFocus),
                self.sample_offer,
            ],
            "dilemma",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def has_selection(self) -> bool:
        """Whether a card, a category or a quote is selected."""
        return any(self.session.selected(kind) for kind in (Card, CardCategory, Quote))

    def is_deck_lacking(self) -> bool:
        """Whether the ready-made deck has topics that are not there."""
        return lacking(self.session.document)

    def has_cards(self) -> bool:
        """Whether there is anything to vote on."""
        return bool(self.session.document[Cards].cards)

    @action(N_("Add card"), shortcut="Ins", icon="plus", primary=True)
    def add_card(self) -> None:
        """To the line in which topics are typed."""
        self.show_view(0)
        self.entry.line.setFocus()

    @action(N_("Add category"), shortcut="Ctrl+Shift+N", icon="tag")
    def add_kind(self) -> None:
        """Add a category; its name is typed in the inspector."""
        self.session.seal()
        made = CardCategory(name=_("New category"))
        if self.session.do(add_category(made)):
            self.session.select(made.id)

    @action(N_("Add the ready-made deck"), icon="layers", enabled="is_deck_lacking")
    def add_deck(self) -> None:
        """Add the deck of the sources, in the language of the workshop."""
        self.session.seal()
        self.session.do(add_ready_made())

    @action(N_("Vote again on the most disputed"), icon="refresh", enabled="has_cards")
    def vote_again(self) -> None:
        """To the tally of the vote after the discussion, where the most disputed topic stands first."""
        self.show_view(TALLY)
        if isinstance(self.view, TallyView):
            self.view.turn_to("after")

    def has_quotes(self) -> bool:
        """Whether quotes are selected."""
        return bool(self.session.selected(Quote))

    @action(N_("May be printed, or not"), shortcut="Ctrl+Shift+Y", icon="quote", enabled="has_quotes")
    def let_print(self) -> None:
        """Note that the selected quotes may be printed; that they may not, when all of them might."""
        self.session.seal()
        self.session.do(agree(*self.session.selected(Quote)))

    @action(N_("Delete card"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete the selected cards, else categories (their cards stay), else quotes."""
        for kind, label in (
            (Card, _("Delete card")),
            (CardCategory, _("Delete category")),
            (Quote, _("Delete quote")),
        ):
            if found := self.session.selected(kind):
                self.delete(label, *found)
                return
