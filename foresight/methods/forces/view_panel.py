"""The panel at the right: a force or a factor."""

from typing import Any

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.naming import noun, own_name
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _
from foresight.kit.fields import ChoiceField, DegreeField, Form, LineField, ProseField, RefField, WrappedField
from foresight.kit.groups import group_field
from foresight.kit.inspector import Inspector
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.methods.forces.model import CORNERS, Force, change_force
from foresight.methods.forces.model_factors import Factor, change_factor
from foresight.model.drivers import Drivers
from foresight.model.missteps import Missteps
from foresight.model.trends import DIRECTIONS, Trends


class Panel(Inspector):
    """The inspector of the forces."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            {Force: lambda: _force_form(session), Factor: lambda: _factor_form(session)},
            _("Select a force or a factor to see and change it here."),
        )


def _force_form(session: Session) -> Form:
    corners = {corner: _(DIRECTIONS[corner]) for corner in CORNERS}
    return Form(
        session,
        [
            WrappedField("text", _("Force"), lines=3, limit=LINE_LENGTH),
            ChoiceField("corner", _("Corner of the triangle"), corners),
            DegreeField("strength", _("Strength"), ends=(_("weak"), _("strong"))),
            group_field(),
            RefField("about", _("Taken from"), _sources, _("Nothing in particular")),
            ProseField("note", _("Note"), lines=3),
            QuotesField(session),
        ],
        _write_force,
    )


def _factor_form(session: Session) -> Form:
    return Form(
        session,
        [
            LineField("title", _("Factor")),
            ProseField("evidence", _("Evidence"), _("what others have found"), lines=4),
            LineField("source", _("Source")),
            QuotesField(session),
        ],
        change_factor,
    )


def _write_force(force: Id, **changes: Any) -> Edit:
    """The edit of a field; a force always has a strength, so that cannot be cleared."""
    if changes.get("strength", 0) is None:
        return Edit(_("Change force"), lambda document: document)
    return change_force(force, **changes)


def _sources(document: Document) -> list[tuple[Id, str]]:
    """Trends, drivers and missteps, each with what it is."""
    sources = (*document[Trends].trends, *document[Drivers].drivers, *document[Missteps].missteps)
    return [(one.id, f"{own_name(one)} ({noun(type(one))})") for one in sources]
