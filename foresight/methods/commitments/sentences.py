"""What the commitments and asks come to, in fixed sentences. Percent only for ten or more."""

import datetime

from foresight.core.document import Document
from foresight.core.words import _, date, ngettext, quoted
from foresight.methods.commitments.analysis import (
    SOON,
    Due,
    addressees,
    begin_by,
    count_of,
    follow_up_day,
    most_wanted_first,
    overdue,
    tally,
)
from foresight.model.patterns import of_all


def total(document: Document) -> str:
    """How many commitments and asks there are; "" before there is any."""
    held = tally(document)
    took = ngettext("{n} commitment", "{n} commitments", held.n).format(n=held.n)
    asked = ngettext("{n} ask of others", "{n} asks of others", held.asks).format(n=held.asks)
    if held.n and held.asks:
        return _("The room made {commitments} and {asks}.").format(commitments=took, asks=asked)
    return _("The room made {things}.").format(things=took if held.n else asked) if held.n or held.asks else ""


def readiness(document: Document) -> str:
    """How many commitments say who, from when, and how one sees that it works; "" without any."""
    held = tally(document)
    if not held.n:
        return ""
    said = _("{dated} have a date to start, {owned} say who, and {measured} how it is measured.")
    return said.format(
        dated=of_all(held.dated, held.n), owned=of_all(held.owned, held.n), measured=of_all(held.measured, held.n)
    )


def gains(document: Document) -> str:
    """How many name a gain, and how many of those are confirmed; "" without commitments."""
    held = tally(document)
    if not held.n:
        return ""
    if not held.gains:
        return _("No commitment names a gain yet.")
    named = ngettext("{n} commitment names a gain.", "{n} commitments name a gain.", held.gains).format(n=held.gains)
    sure = _("The one who is to take it out has confirmed {count}.").format(count=of_all(held.confirmed, held.gains))
    return f"{named} {sure}"


def elsewhere(document: Document) -> str:
    """How many have gains that land in other organisations; "" when none has."""
    held = tally(document)
    said = ngettext(
        "In {n} commitment part of the gain lands in another organisation.",
        "In {n} commitments part of the gain lands in another organisation.",
        held.elsewhere,
    )
    return said.format(n=held.elsewhere) if held.elsewhere else ""


def by_follow_up(document: Document) -> str:
    """How many should have begun when the room looks again; "" without such a day, or without commitments."""
    day, held = follow_up_day(document), tally(document)
    if day is None or not held.n:
        return ""
    said = _("When we look again on {date}, {count} should have begun.")
    return said.format(date=date(day), count=of_all(begin_by(document, day), held.n))


def wanted(document: Document) -> str:
    """Which ask has most votes; "" before anybody voted, and where several share the lead."""
    asks = most_wanted_first(document)
    leads = [ask for ask in asks if asks[0].votes and ask.votes == asks[0].votes]
    if len(leads) != 1:
        return ""
    said = _("The ask with most votes is {ask} ({votes}).")
    return said.format(ask=quoted(leads[0].text.rstrip(" .")), votes=votes_words(leads[0].votes))


def votes_words(count: int) -> str:
    """``1 vote``, ``7 votes``."""
    return ngettext("{n} vote", "{n} votes", count).format(n=count)


def asked(document: Document) -> str:
    """Whom most asks go to; "" when nobody is named, and where several share the lead."""
    found = addressees(document)
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return ""
    name, count = found[0]
    return _("Most asks go to {addressee}: {count}.").format(
        addressee=quoted(name), count=of_all(count, tally(document).asks)
    )


def due_words(dues: tuple[Due, ...]) -> str:
    """What there is to follow up, in one line."""
    if not dues:
        return _("Nothing needs looking after: no commitment is late, lacks anything or waits to be confirmed.")
    late, soon = len(overdue(dues)), count_of(dues, "soon")
    open_gains = count_of(dues, "unconfirmed")
    parts = (
        (late, ngettext("{n} overdue", "{n} overdue", late)),
        (soon, _("{n} to start within {days} days")),
        (open_gains, ngettext("{n} gain not confirmed", "{n} gains not confirmed", open_gains)),
        (count_of(dues, "no date"), _("{n} without a start date")),
        (count_of(dues, "no owner"), _("{n} without a role")),
        (count_of(dues, "no measure"), _("{n} without a measure")),
    )
    return " · ".join(said.format(n=n, days=SOON) for n, said in parts if n)


def day_words(day: datetime.date | None) -> str:
    """A day in words; a dash for none."""
    return date(day) if day else "–"
