"""Questions to an oracle from the horizon year."""

from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved, replaced
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.drivers import DriverRef
from foresight.model.groups import GroupRef
from foresight.model.scenarios import Scenario, ScenarioRef

Type = Literal["fact", "cause", "how", "value", "warning"]
TYPES: dict[Type, str] = {
    "fact": N_("Fact"),
    "cause": N_("Cause"),
    "how": N_("How to"),
    "value": N_("Value"),
    "warning": N_("Warning"),
}

CHANGES = (N_("Not at all"), N_("A little"), N_("Much"), N_("Very much"))
"""How much an answer would change what we do now, 0 to 3."""

MOST_VOTES = 100_000
TEXT_LENGTH = 400


class Theme(Entity):
    """What several questions are about."""

    noun = ("theme", "themes")

    name: Line


Wording = Annotated[Line, Field(max_length=TEXT_LENGTH)]


class Question(Entity):
    """What somebody would ask a visitor from the horizon year."""

    noun = ("question", "questions")
    labels = {
        "changes_action": N_("Would change what we do"),
        "also": N_("Asked by as well"),
        "wordings": N_("Also asked as"),
        "asked": N_("Cards with this question"),
    }

    text: Wording
    group: GroupRef | None = None
    """The group that asks; None: nobody in particular."""
    also: tuple[GroupRef, ...] = ()
    """Other groups that ask the same."""
    wordings: tuple[Wording, ...] = ()
    """How it was asked on cards that were joined with this one."""
    asked: Annotated[int, Field(ge=1, le=MOST_VOTES)] = 1
    """How many cards asked it."""
    anonymous: bool = False
    themes: tuple[Annotated[Id, RefMark("Theme")], ...] = ()
    type: Type | None = None
    drivers: tuple[DriverRef, ...] = ()
    votes: Annotated[int, Field(ge=0, le=MOST_VOTES)] = 0
    answers: dict[ScenarioRef, Prose] = {}
    """What the oracle of each scenario answers."""
    changes_action: Annotated[int, Field(ge=0, le=3)] | None = None
    """Would the answer change what we do now? 0 (not at all) to 3 (very much): see CHANGES."""

    @property
    def askers(self) -> tuple[Id, ...]:
        """The groups that ask it, each once."""
        return tuple(dict.fromkeys(one for one in (self.group, *self.also) if one))


class Apart(Value):
    """Two questions that read alike and are not the same: they are not proposed for joining again."""

    noun = ("pair kept apart", "pairs kept apart")
    alone = ("questions",)

    questions: Annotated[tuple[Id, ...], RefMark("Question")]


class Oracle(Slice):
    """All themes and questions."""

    key = "oracle"
    labels = {"apart": N_("Kept apart")}

    themes: tuple[Theme, ...] = ()
    questions: tuple[Question, ...] = ()
    apart: tuple[Apart, ...] = ()


def add_question(question: Question) -> Edit:
    """Add a question at the end."""
    return Edit(_("Add question"), lambda document: document.put(added(document[Oracle], question)))


def add_questions(questions: tuple[Question, ...]) -> Edit:
    """Add several questions in one step."""
    return Edit(_("Add questions"), lambda document: document.put(added(document[Oracle], *questions)))


def change_question(question: Id, **changes: Any) -> Edit:
    """Change fields of a question; typing in one field is one step."""
    return Edit(
        _("Change question"),
        lambda document: document.put(changed(document[Oracle], question, **changes)),
        merge=(question, *sorted(changes)),
    )


def vote(question: Id, by: int) -> Edit:
    """Give a question so many more votes (fewer when negative); never below none."""

    def with_votes(old: Question) -> Question:
        return old.but(votes=max(0, min(old.votes + by, MOST_VOTES)))

    return Edit(
        _("Vote"),
        lambda document: document.put(replaced(document[Oracle], question, with_votes)),
        merge=("vote", question),
    )


def sort_question(question: Id, out_of: Id | None, into: Id | None) -> Edit:
    """Put a question from one theme into another; None: no theme. Its other themes stay unless it goes to none."""

    def sorted_anew(old: Question) -> Question:
        if into is None:
            return old.but(themes=())
        kept = tuple(into if theme == out_of else theme for theme in old.themes)
        return old.but(themes=tuple(dict.fromkeys((*kept, into))))

    return Edit(_("Sort question"), lambda document: document.put(replaced(document[Oracle], question, sorted_anew)))


def answer(question: Id, scenario: Id, text: str) -> Edit:
    """Set what the oracle of a scenario answers; an empty text takes the answer away.

    Nothing happens when the question or the scenario is no longer there.
    """

    def apply(document: Document) -> Document:
        old = document[Oracle].by_id.get(question)
        if not isinstance(old, Question) or document.find(scenario, Scenario) is None:
            return document
        answers = {key: held for key, held in old.answers.items() if key != scenario}
        if text:
            answers = {**old.answers, scenario: text}
        return document.put(changed(document[Oracle], question, answers=answers))

    return Edit(_("Answer question"), apply, merge=("answer", question, scenario))


def move_question(question: Id, to: int) -> Edit:
    """Move a question to index ``to``."""
    return Edit(_("Move question"), lambda document: document.put(moved(document[Oracle], question, to)))


def remove_questions(*questions: Id) -> Edit:
    """Remove questions."""
    return Edit(_("Delete question"), lambda document: remove(document, questions))


def add_theme(theme: Theme) -> Edit:
    """Add a theme at the end."""
    return Edit(_("Add theme"), lambda document: document.put(added(document[Oracle], theme)))


def move_theme(theme: Id, to: int) -> Edit:
    """Move a theme to index ``to``."""
    return Edit(_("Move theme"), lambda document: document.put(moved(document[Oracle], theme, to)))


def change_theme(theme: Id, **changes: Any) -> Edit:
    """Rename a theme."""
    return Edit(
        _("Change theme"),
        lambda document: document.put(changed(document[Oracle], theme, **changes)),
        merge=(theme, *sorted(changes)),
    )


def remove_themes(*themes: Id) -> Edit:
    """Remove themes; their questions stay."""
    return Edit(_("Delete theme"), lambda document: remove(document, themes))
