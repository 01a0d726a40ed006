"""What the commitments lack, what is due, and how many of them somebody has confirmed. No clock is read here."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from foresight.core.document import Document
from foresight.core.memo import for_latest
from foresight.core.text import day_of
from foresight.core.words import N_
from foresight.model.commitments import Ask, Commitment, Commitments
from foresight.model.workshop import Workshop

SOON = 30
"""Days ahead that count as soon; our own choice."""

Reason = Literal["late", "gain late", "soon", "unconfirmed", "no date", "no owner", "no measure"]
REASONS: dict[Reason, str] = {
    "late": N_("Should have begun"),
    "gain late": N_("Gain overdue"),
    "soon": N_("Starts soon"),
    "unconfirmed": N_("Gain not confirmed"),
    "no date": N_("No start date"),
    "no owner": N_("Nobody named"),
    "no measure": N_("No measure"),
}
"""Why somebody should look at a commitment, the most urgent first."""
OVERDUE: frozenset[Reason] = frozenset({"late", "gain late"})


@dataclass(frozen=True)
class Tally:
    """How many commitments have what they need; those that were dropped are left out of every count but their own."""

    n: int
    dropped: int
    groups: int
    """Groups that gave a commitment."""
    dated: int
    """With a start date that is a day."""
    owned: int
    """With a role."""
    stepped: int
    """With a first small step."""
    measured: int
    gains: int
    """That name an estimated gain, or somebody who is to take one out."""
    confirmed: int
    """Of those with a gain: confirmed by the one who is to take it out."""
    elsewhere: int
    """With gains that land in other organisations."""
    begun: int
    """Begun or done."""
    done: int
    asks: int
    votes: int
    """On asks."""

    @property
    def share_confirmed(self) -> float | None:
        """Confirmed gains of all gains, 0..1; None without any gain."""
        return self.confirmed / self.gains if self.gains else None


def names_gain(commitment: Commitment) -> bool:
    """Whether a gain is spoken of: an estimate, somebody who takes it out, or a confirmation."""
    return bool(commitment.gain or commitment.taker or commitment.confirmed)


def kept(part: Commitments) -> tuple[Commitment, ...]:
    """The commitments that were not dropped, in their order."""
    return tuple(each for each in part.commitments if each.status != "dropped")


@for_latest
def _tally(part: Commitments) -> Tally:
    held = kept(part)
    gains = [each for each in held if names_gain(each)]
    return Tally(
        n=len(held),
        dropped=len(part.commitments) - len(held),
        groups=len({each.group for each in held if each.group}),
        dated=sum(each.start_day is not None for each in held),
        owned=sum(bool(each.who) for each in held),
        stepped=sum(bool(each.step) for each in held),
        measured=sum(bool(each.measure) for each in held),
        gains=len(gains),
        confirmed=sum(each.confirmed for each in gains),
        elsewhere=sum(bool(each.elsewhere) for each in held),
        begun=sum(each.status in ("begun", "done") for each in held),
        done=sum(each.status == "done" for each in held),
        asks=len(part.asks),
        votes=sum(ask.votes for ask in part.asks),
    )


def tally(document: Document) -> Tally:
    """The counts; remembered until the commitments change."""
    return _tally(document[Commitments])


@dataclass(frozen=True)
class Due:
    """A commitment that somebody should look at."""

    commitment: Commitment
    reasons: tuple[Reason, ...]
    """The most urgent first."""
    day: datetime.date | None
    """The day that its most urgent reason is about: of the first gain if that is late, else of the start."""


def reasons(commitment: Commitment, today: datetime.date) -> tuple[Reason, ...]:
    """Why somebody should look at it, the most urgent first; nothing of what was dropped.

    Late is what should have begun, or shown a first gain, before ``today``; soon what starts within SOON days of it.
    A day of its own is not late.
    """
    status, start, gain = commitment.status, commitment.start_day, commitment.gain_day
    if status == "dropped":
        return ()
    is_open = status != "done"
    is_due = status == "planned" and start is not None
    found: dict[Reason, bool] = {
        "late": is_due and start is not None and start < today,
        "gain late": is_open and gain is not None and gain < today,
        "soon": is_due and start is not None and 0 <= (start - today).days <= SOON,
        "unconfirmed": names_gain(commitment) and not commitment.confirmed,
        "no date": status == "planned" and start is None,
        "no owner": is_open and not commitment.who,
        "no measure": is_open and not commitment.measure,
    }
    return tuple(reason for reason in REASONS if found[reason])


def follow_up(document: Document, today: datetime.date) -> tuple[Due, ...]:
    """What somebody should look at: by the most urgent reason, then by day, those without a day last."""
    found = []
    for commitment in document[Commitments].commitments:
        held = reasons(commitment, today)
        if held:
            day = commitment.gain_day if held[0] == "gain late" else commitment.start_day
            found.append(Due(commitment, held, day))
    order = list(REASONS)
    return tuple(sorted(found, key=lambda due: (order.index(due.reasons[0]), due.day or datetime.date.max)))


def count_of(dues: tuple[Due, ...], reason: Reason) -> int:
    """How many of them are there for this reason, among others."""
    return sum(reason in due.reasons for due in dues)


def overdue(dues: tuple[Due, ...]) -> tuple[Due, ...]:
    """Those of them that are late: to begin, or with their first gain."""
    return tuple(due for due in dues if OVERDUE.intersection(due.reasons))


def follow_up_day(document: Document) -> datetime.date | None:
    """The day on which the room looks at its commitments again; None when none is agreed."""
    return day_of(document[Workshop].follow_up)


def begin_by(document: Document, day: datetime.date) -> int:
    """How many commitments should have begun on this day."""
    starts = (each.start_day for each in kept(document[Commitments]))
    return sum(start is not None and start <= day for start in starts)


def soundest_first(document: Document) -> tuple[Commitment, ...]:
    """The commitments that were not dropped: those that say most of what they need first, then by start, as listed."""

    def said(each: Commitment) -> int:
        return sum(map(bool, (each.who, each.start_day, each.measure, names_gain(each), each.confirmed)))

    held = kept(document[Commitments])
    return tuple(sorted(held, key=lambda each: (-said(each), each.start_day or datetime.date.max)))


def most_wanted_first(document: Document) -> tuple[Ask, ...]:
    """The asks, those with most votes first, as listed where they are even."""
    return tuple(sorted(document[Commitments].asks, key=lambda ask: -ask.votes))


def addressees(document: Document) -> tuple[tuple[str, int], ...]:
    """Who is asked, as first written, and how many asks go there, most first; upper and lower case are the same."""
    written = [ask.addressee for ask in document[Commitments].asks if ask.addressee]
    counts = Counter(name.casefold() for name in written)
    first = {name.casefold(): name for name in reversed(written)}
    return tuple((first[key], count) for key, count in counts.most_common())
