"""The workspace of the way back: the stairs, the steps in a list, and a line to type them in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import Form, LineField, NumberField, ProseField, RefField, RefsField, WrappedField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.tall import TallFigure
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.backcasting.analysis import (
    Step,
    add_step,
    checks,
    described,
    needed_numbers,
    nobody,
    read_year,
    steps,
)
from foresight.methods.backcasting.model import Milestone, WayBack, change_milestone, set_goal
from foresight.model.scenarios import Scenarios, display_name
from foresight.model.workshop import YEARS, Workshop


class GoalLine(QWidget):
    """Where we want to be, above everything."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.field = LineField("goal", _("Where we want to be"), _("One sentence, as if it were there already"))
        self.field.edited.connect(lambda goal: session.do(set_goal(goal)))
        self.field.left.connect(session.seal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def render_document(self, document: Document) -> None:
        """Show the goal of this document."""
        label = _("Where we want to be in {year}").format(year=document[Workshop].horizon)
        self.field.title.setText(label)
        self.field.line.setAccessibleName(label)
        self.field.show_value(document[WayBack].goal)
        self.field.setEnabled(not self._session.read_only)


class WayView(QWidget):
    """The stairs, and what does not hold together below them."""

    def __init__(self) -> None:
        super().__init__()
        self.stairs = TallFigure(_("Way back"))
        self.checks = plain_label("", "body")
        self.checks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.checks.setAccessibleName(_("What to look at again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stairs, 1)
        column.addWidget(self.checks)
        self.setFocusProxy(self.stairs)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.backcasting.figure import stairs, stairs_height  # loads reportlab

        self.stairs.show_figure(partial(stairs, document), described(document), partial(stairs_height, document))
        found = [*checks(document), *filter(None, [nobody(document)])]
        self.checks.setText("\n".join(found[:4]) or _("Every step comes after what it needs."))


@dataclass(frozen=True)
class Row:
    """A step as a row of the list."""

    id: Id
    step: Step
    after: str
    """The numbers of the steps that it needs."""

    @property
    def milestone(self) -> Milestone:
        """The step itself."""
        return self.step.milestone


def rows(document: Document) -> list[Row]:
    """The steps from the horizon back to now."""
    return [
        Row(step.milestone.id, step, ", ".join(map(str, needed_numbers(document, step.milestone))))
        for step in reversed(steps(document))
    ]


def _columns() -> list[Column]:
    def writes(name: str) -> Callable[[Row, str], Edit]:
        return lambda row, text: change_milestone(row.id, **{name: text})

    return [
        Column("", lambda row: str(row.step.number), key=lambda row: row.step.number, numeric=True, width=36),
        Column(
            _("Year"),
            lambda row: str(row.milestone.year),
            key=lambda row: row.milestone.year,
            edit=dated,
            width=60,
        ),
        Column(_("Step"), lambda row: row.milestone.text, edit=writes("text")),
        Column(_("Who takes it"), lambda row: row.milestone.actor, edit=writes("actor"), width=160),
        Column(_("After"), lambda row: row.after, width=64),
        Column(_("What stands in the way"), lambda row: row.milestone.obstacle, edit=writes("obstacle"), width=210),
    ]


def dated(row: Row, text: str) -> Edit:
    """Move a step to the year that was typed. The edit is refused for what is no year."""

    def apply(document: Document) -> Document:
        return change_milestone(row.id, year=read_year(text)).apply(document)

    return Edit(_("Change step"), apply)


def card(session: Session) -> Form:
    """The fields of a step."""
    return Form(
        session,
        [
            WrappedField("text", _("Step"), limit=LINE_LENGTH),
            NumberField("year", _("Year"), *YEARS),
            LineField("actor", _("Who takes it")),
            RefsField("needs", _("Steps that come first"), _steps),
            LineField("precondition", _("What must be in place")),
            LineField("obstacle", _("What stands in the way")),
            LineField("enabler", _("What helps")),
            RefField("scenario", _("In which world"), _worlds, _("in all worlds")),
            ProseField("note", _("Note")),
        ],
        change_milestone,
    )


def _steps(document: Document) -> list[tuple[Id, str]]:
    return [(step.milestone.id, f"{step.milestone.year}  {step.milestone.text}") for step in steps(document)]


def _worlds(document: Document) -> list[tuple[Id, str]]:
    return [(world.id, display_name(document, world.id)) for world in document[Scenarios].scenarios]


class BackcastingWorkspace(Workspace):
    """From the horizon back to now."""

    reads = (Scenarios, WayBack, Workshop)

    def build(self) -> None:
        self.goal = GoalLine(self.session)
        self.set_bar(self.goal)
        self.add_view(_("Stairs"), WayView)
        self.add_view(_("Steps"), lambda: ListView(self.session, _("Steps"), _columns(), rows, self._deletion))
        self.entry = QuickEntry(
            self.session, _("Add a step: type 2035 and what happens then, and press Enter"), add_step
        )
        self.set_footer(self.entry)

    def render_document(self, document: Document) -> None:
        self.goal.render_document(document)
        super().render_document(document)

    def make_inspector(self) -> QWidget:
        return Inspector({Milestone: lambda: card(self.session)}, _("Select a step in the list to change it here."))

    def is_empty(self, document: Document) -> bool:
        return not document[WayBack].milestones

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Begin at the end"),
            _(
                "Say above where you want to be at the horizon. Then ask what came just before it, and before that, "
                "and type each step below with its year, until you are back at today."
            ),
            [
                (_("Say where we want to be"), self.goal.field.setFocus),
                (_("Add step"), self.add),
                self.sample_offer,
            ],
            "path",
        )

    @action(N_("Add step"), shortcut="Ins", icon="plus", primary=True)
    def add(self) -> None:
        """To the line in which one types it."""
        self.entry.setFocus()

    @action(N_("Delete step"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected."""
        self.session.seal()
        self.session.do(self._deletion(self._selected()))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete step"), tuple(ids))

    def _selected(self) -> tuple[Id, ...]:
        held = self.session.document[WayBack].by_id
        return tuple(each for each in self.session.selection if each in held)

    def has_selection(self) -> bool:
        """Whether a step is selected."""
        return bool(self._selected())
