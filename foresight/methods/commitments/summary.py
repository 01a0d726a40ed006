"""The figures of commitments and asks for other programs."""

import datetime
from typing import Any

from foresight.core.document import Document
from foresight.core.findings import texts
from foresight.methods.commitments.analysis import (
    REASONS,
    Due,
    count_of,
    follow_up,
    most_wanted_first,
    overdue,
    tally,
)
from foresight.methods.commitments.findings import findings
from foresight.model.commitments import Commitment, Commitments
from foresight.model.groups import Group


def figures(document: Document) -> dict[str, Any]:
    """The method's figures as of today, for ``analyse``."""
    return figures_on(document, datetime.datetime.now().astimezone().date())


def figures_on(document: Document, today: datetime.date) -> dict[str, Any]:
    """Counts, what is late on the day ``today`` (ISO texts), every commitment and ask, and the sentences.

    Shares are 0..1; None where there is nothing to share.
    """
    held, dues = tally(document), follow_up(document, today)
    return {
        "today": today.isoformat(),
        "n": held.n,
        "counts": {
            "groups": held.groups,
            "dropped": held.dropped,
            "with_date": held.dated,
            "with_owner": held.owned,
            "with_first_step": held.stepped,
            "with_measure": held.measured,
            "with_gain": held.gains,
            "confirmed": held.confirmed,
            "gains_elsewhere": held.elsewhere,
            "begun": held.begun,
            "done": held.done,
            "overdue": len(overdue(dues)),
        },
        "share_confirmed": None if held.share_confirmed is None else round(held.share_confirmed, 4),
        "follow_up": {reason: count_of(dues, reason) for reason in REASONS},
        "overdue": [_late(due) for due in overdue(dues)],
        "commitments": [_commitment(document, each) for each in document[Commitments].commitments],
        "asks": [
            {"text": ask.text, "addressee": ask.addressee, "theme": ask.theme, "votes": ask.votes}
            for ask in most_wanted_first(document)
        ],
        "sentences": texts(findings, document),
    }


def _late(due: Due) -> dict[str, Any]:
    day = due.day.isoformat() if due.day else None
    return {"text": due.commitment.text, "who": due.commitment.who, "day": day, "reasons": list(due.reasons)}


def _commitment(document: Document, each: Commitment) -> dict[str, Any]:
    group = document.find(each.group, Group) if each.group else None
    fields = ("text", "who", "where", "step", "start", "measure", "gain", "first_gain", "taker", "taker_in")
    said = {name: getattr(each, name) or None for name in fields}
    return {**said, "confirmed": each.confirmed, "status": each.status, "group": group.name if group else None}
