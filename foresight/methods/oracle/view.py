"""The workspace of the oracle: the wall of questions, the worlds' answers, a list, what it all shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.problems import EditRefused
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import StayingField
from foresight.kit.groups import SpeakingGroup
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace
from foresight.methods.oracle.model_joining import join_questions
from foresight.methods.oracle.sentences import askers_in_words
from foresight.methods.oracle.view_answers import AnswersView, Findings
from foresight.methods.oracle.view_joining import JoiningView
from foresight.methods.oracle.view_panel import panel
from foresight.methods.oracle.view_wall import Wall
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import (
    MOST_VOTES,
    TEXT_LENGTH,
    TYPES,
    Oracle,
    Question,
    Theme,
    add_question,
    add_theme,
    change_question,
    remove_questions,
    vote,
)
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop


class QuestionEntry(QWidget):
    """The line in which questions are typed in, for a theme and a group that stay chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.line = QuickEntry(session, _("Add a question: type and press Enter"), self._edit, TEXT_LENGTH)
        self.theme = StayingField("theme", _("Theme of new questions"), _themes, _("No theme"))
        self.group = SpeakingGroup(_("Group that asks"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.theme)
        row.addWidget(self.group)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        themes = (self.theme.chosen,) if self.theme.chosen else ()

        def question(said: str, group: Id | None) -> Edit:
            return add_question(Question(text=said, themes=themes, group=group))

        return self.group.heard(text, question)

    def render_document(self, document: Document) -> None:
        """Learn what themes and groups there are."""
        self.theme.render_document(document)
        self.group.render_document(document)


class OracleWorkspace(Workspace):
    """Questions to somebody who has seen the horizon year."""

    reads = (Drivers, Groups, Oracle, Quotes, Scenarios, Workshop)

    def build(self) -> None:
        self.add_view(_("Wall"), self._make_wall)
        self.add_view(_("Answers"), lambda: AnswersView(self.session))
        self.add_view(_("List"), self._make_list)
        self.add_view(_("Findings"), lambda: Findings(self.session))
        self.add_view(_("Alike"), lambda: JoiningView(self.session))
        self.entry = QuestionEntry(self.session)
        self.set_footer(self.entry)

    def _make_wall(self) -> QWidget:
        made = Wall(self.session)
        made.deleted.connect(lambda question: self.delete(_("Delete question"), question))
        return made

    def _make_list(self) -> QWidget:
        return ListView(self.session, _("Questions"), _columns(self.session), _questions, _remove)

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not (document[Oracle].questions or document[Oracle].themes)

    def make_empty_state(self) -> EmptyState:
        year = self.session.document[Workshop].horizon
        return EmptyState(
            _("What would you ask an oracle?"),
            _("You meet somebody who lives in {year} and has seen how it went. The questions show what we are unsure "
              "of; each world answers them in its own way.").format(year=year),
            [(_("Add a question"), self.entry.line.setFocus), self.sample_offer],
            "oracle",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return panel(self.session)

    def has_question(self) -> bool:
        """Whether a question is selected."""
        return bool(self.session.selected(Question))

    def has_several(self) -> bool:
        """Whether several questions are selected."""
        return len(self.session.selected(Question)) > 1

    def has_selection(self) -> bool:
        """Whether a question or a theme is selected."""
        return bool(self.session.selected(Question) or self.session.selected(Theme))

    @action(N_("Add question"), shortcut="Ins", icon="plus")
    def add_question(self) -> None:
        """To the line in which questions are typed."""
        self.entry.line.setFocus()

    @action(N_("Add theme"), shortcut="Ctrl+Shift+N", icon="tag", primary=True)
    def add_theme(self) -> None:
        """Add a theme and let its name be typed."""
        self.session.seal()
        theme = Theme(name=_("New theme"))
        if self.session.do(add_theme(theme)):
            self.show_view(0)
            if isinstance(self.view, Wall):
                self.view.show_theme(theme.id)

    @action(N_("One vote more"), icon="chevron-up", enabled="has_question")
    def vote_more(self) -> None:
        """One more vote for the selected questions (the + key on a card)."""
        self.session.do(together(_("Vote"), [vote(question, 1) for question in self.session.selected(Question)]))

    @action(N_("One vote less"), icon="chevron-down", enabled="has_question")
    def vote_less(self) -> None:
        """One vote less for the selected questions (the - key on a card)."""
        self.session.do(together(_("Vote"), [vote(question, -1) for question in self.session.selected(Question)]))

    @action(N_("Join questions"), shortcut="Ctrl+J", icon="link", enabled="has_several")
    def join_selected(self) -> None:
        """Make one question of those that are selected: the first keeps its words, nothing of the others is lost."""
        self.session.seal()
        self.session.do(join_questions(*self.session.selected(Question)))

    @action(N_("Delete question or theme"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected; the questions of a theme stay."""
        questions, themes = self.session.selected(Question), self.session.selected(Theme)
        if questions:
            self.delete(_("Delete question"), *questions)
        elif themes:
            self.delete(_("Delete theme"), *themes)


def _themes(document: Document) -> list[tuple[Id, str]]:
    return [(theme.id, theme.name) for theme in document[Oracle].themes]


def _questions(document: Document) -> Sequence[Question]:
    return document[Oracle].questions


def _remove(ids: Sequence[Id]) -> Edit:
    return remove_questions(*ids)


def _columns(session: Session) -> list[Column]:
    """The columns of the list. Names of other things are looked up when they are shown."""

    def themes(question: Question) -> str:
        names = dict(_themes(session.document))
        return ", ".join(names[theme] for theme in question.themes)

    def write_votes(question: Question, text: str) -> Edit:
        def apply(document: Document) -> Document:
            if not text.isdecimal() or int(text) > MOST_VOTES:
                raise EditRefused(_("Votes are a whole number, such as 7."))
            return change_question(question.id, votes=int(text)).apply(document)

        return Edit(_("Vote"), apply)

    def write_text(question: Question, text: str) -> Edit | None:
        return change_question(question.id, text=text) if text else None

    return [
        Column(_("Question"), lambda each: each.text, edit=write_text, limit=TEXT_LENGTH),
        Column(_("Themes"), themes, width=190),
        Column(_("Kind"), lambda each: _(TYPES[each.type]) if each.type else "", width=110),
        Column(_("Asked by"), lambda each: askers_in_words(session.document, each), width=110),
        Column(
            _("Votes"),
            lambda each: str(each.votes),
            key=lambda each: each.votes,
            edit=write_votes,
            numeric=True,
            width=70,
        ),
        Column(
            _("Answers"),
            lambda each: str(len(each.answers)),
            key=lambda each: len(each.answers),
            numeric=True,
            width=80,
        ),
    ]
