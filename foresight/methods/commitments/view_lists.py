"""The lists of commitments and of asks; most cells are typed in where they stand."""

from collections.abc import Callable, Sequence

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.words import _
from foresight.kit.columns import writes, writes_day, writes_name
from foresight.kit.groups import group_column
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.commitments.analysis import names_gain
from foresight.model.commitments import (
    MOST_VOTES,
    STATUSES,
    Ask,
    Commitment,
    Commitments,
    change_ask,
    change_commitment,
)

Remove = Callable[[Sequence[Id]], Edit]
LINES = 2
"""Of a row."""


def commitment_list(session: Session, remove: Remove) -> ListView:
    """All commitments."""
    return ListView(session, _("Commitments"), commitment_columns(session), _commitments, remove, lines=LINES)


def ask_list(session: Session, remove: Remove) -> ListView:
    """All asks."""
    return ListView(session, _("Asks"), _ask_columns(session), _asks, remove, lines=LINES)


def _asks(document: Document) -> Sequence[Ask]:
    return document[Commitments].asks


def _commitments(document: Document) -> Sequence[Commitment]:
    return document[Commitments].commitments


def commitment_columns(session: Session) -> list[Column]:
    """What, who, when, how it is measured, whether the gain is confirmed; the rest stands in the panel."""
    return [
        Column(_("What we take on"), lambda each: each.text, edit=writes_name(change_commitment)),
        Column(_("Who (role)"), lambda each: each.who, edit=writes(change_commitment, "who"), width=125),
        Column(
            _("Start by"), lambda each: each.start, edit=writes_day(change_commitment, "start"), width=90, firm=True
        ),
        Column(
            _("Measure"), lambda each: each.measure, edit=writes(change_commitment, "measure"), width=120, spared=True
        ),
        Column(_("Gain confirmed"), confirmed, width=120),
        group_column(session, change_commitment, 66, spared=True),
        Column(_("Status"), lambda each: _(STATUSES[each.status]), width=76),
    ]


def _ask_columns(session: Session) -> list[Column]:
    return [
        Column(_("What we ask for"), lambda each: each.text, edit=writes_name(change_ask)),
        Column(_("Asked of"), lambda each: each.addressee, edit=writes(change_ask, "addressee"), width=180),
        Column(_("Theme"), lambda each: each.theme, edit=writes(change_ask, "theme"), width=140),
        group_column(session, change_ask, 80),
        Column(
            _("Votes"),
            lambda each: str(each.votes),
            key=lambda each: each.votes,
            edit=_votes,
            numeric=True,
            width=70,
        ),
    ]


def confirmed(each: Commitment) -> str:
    """Whether the gain is confirmed; "" where none is named."""
    if not names_gain(each):
        return ""
    return _("Yes") if each.confirmed else _("No")


def _votes(row: Ask, text: str) -> Edit:
    def apply(document: Document) -> Document:
        if not text.isdecimal() or int(text) > MOST_VOTES:
            raise EditRefused(_("Votes are a whole number, such as 7."))
        return change_ask(row.id, votes=int(text)).apply(document)

    return Edit(_("Vote"), apply)
