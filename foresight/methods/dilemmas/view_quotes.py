"""All quotes of the day in one list, and the line in which they are typed."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _, ngettext
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import CheckField, RefField
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.model.groups import Groups
from foresight.model.quotes import Quote, Quotes, add_quotes, printable, remove_quotes, subjects


class QuoteEntry(QWidget):
    """The line in which quotes are typed; what they belong to and whether they may be printed stays as chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.about_now: Id | None = None
        self.consent_now = False
        self.line = QuickEntry(session, _("Type a quote and press Enter"), self._edit, PROSE_LENGTH)
        self.about = RefField("about", _("New quotes belong to"), subjects, _("Nothing in particular"))
        self.about.title.hide()
        self.about.box.setMinimumContentsLength(20)
        self.about.edited.connect(self._choose)
        self.consent = CheckField("consent", _("May be printed"))
        self.consent.box.setAccessibleName(_("New quotes may be printed"))
        self.consent.edited.connect(self._agree)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.about)
        row.addWidget(self.consent)
        self.setFocusProxy(self.line)

    def _choose(self, about: Id | None) -> None:
        self.about_now = about

    def _agree(self, consent: bool) -> None:
        self.consent_now = consent

    def _edit(self, text: str) -> Edit:
        return add_quotes(Quote(text=text, about=self.about_now, consent=self.consent_now))

    def show_choices(self, choices: Sequence[Id], document: Document) -> None:
        """Learn what there is to quote about; what was chosen stays chosen while it is there."""
        if self.about_now not in choices:
            self.about_now = None
        self.about.show_document(document)
        self.about.show_value(self.about_now)


class QuotesView(QWidget):
    """Every quote: its words, what it belongs to, who said it, and whether it may be printed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.names: dict[Id, str] = {}
        self.entry = QuoteEntry(session)
        self.list = ListView(session, _("Quotes"), _columns(self._about, self._group), _quotes, _remove)
        self.nothing = EmptyState(
            _("What do people say?"),
            _("Write it down in their own words, choose what it belongs to, and ask whether it may be printed. "
              "The brief prints it beside that, without a name."),
            [(_("Type a quote"), self.entry.line.setFocus)],
            "quote",
        )  # fmt: skip
        self.said = plain_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(self.entry)
        self.setFocusProxy(self.entry)

    def _about(self, quote: Quote) -> str:
        return self.names.get(quote.about or "", quote.theme)

    def _group(self, quote: Quote) -> str:
        return next((one.name for one in self.session.document[Groups].groups if one.id == quote.group), "")

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.names = dict(subjects(document))
        self.entry.show_choices(tuple(self.names), document)
        self.list.render_document(document)
        n, free = len(document[Quotes].quotes), len(printable(document))
        self.nothing.setVisible(not n)
        self.list.setVisible(bool(n))
        self.said.setVisible(bool(n))
        said = ngettext("{n} quote; {free} may be printed.", "{n} quotes; {free} may be printed.", n)
        self.said.setText(said.format(n=n, free=free))

    def showEvent(self, event: QShowEvent) -> None:
        """What quotes belong to is named in many workspaces, which this one does not read."""
        super().showEvent(event)
        self.render_document(self.session.document)


def _quotes(document: Document) -> Sequence[Quote]:
    return document[Quotes].quotes


def _remove(ids: Sequence[Id]) -> Edit:
    return remove_quotes(*ids)


def _columns(about: Callable[[Quote], str], group: Callable[[Quote], str]) -> list[Column]:
    return [
        Column(_("Quote"), lambda quote: quote.text),
        Column(_("Belongs to"), about, width=220),
        Column(_("Group"), group, width=80),
        Column(_("May be printed"), lambda quote: _("Yes") if quote.consent else _("No"), width=110),
    ]
