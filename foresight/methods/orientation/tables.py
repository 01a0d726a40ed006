"""The numbers as tables: twins of the pictures, and groups side by side."""

from collections.abc import Sequence

from foresight.core.brief import Table
from foresight.core.words import _, number, signed
from foresight.methods.orientation.analysis import InTriangle, OnLine, Summary
from foresight.methods.orientation.parts import Part
from foresight.methods.orientation.rounds import Voice, told


def line_table(said: Summary, names: tuple[str, ...]) -> Table:
    """How many people chose each point."""
    rows = [
        (title, *map(str, line.counts), number(line.mean, 1), str(line.n))
        for title, line in (
            (_("Now"), said.line_now),
            (_("After the day"), said.line_after),
            (_("Should be"), said.line_should),
        )
        if line
    ]
    head = ("", *names, _("Centre of gravity"), _("People"))
    return Table(head, tuple(rows), numeric=frozenset(range(1, len(head))), small=True)


def shares_table(said: Summary) -> Table:
    """The mean shares."""
    rows = [
        (title, *(number(share, 0) for share in (each.past, each.present, each.future)), str(each.n))
        for title, each in (
            (_("Now"), said.shares_now),
            (_("After the day"), said.shares_after),
            (_("Should be"), said.shares_should),
        )
        if each
    ]
    head = ("", _("Past"), _("Present"), _("Future"), _("People"))
    return Table(head, tuple(rows), numeric=frozenset(range(1, len(head))), small=True)


def part_table(parts: tuple[Part, ...]) -> Table:
    """Groups (or kinds of organisation) one a row, with the means of what at least one of them rated."""
    columns = {
        "": [part_name(part) for part in parts],
        _("People"): [str(part.summary.n) for part in parts],
        _("Now"): [_mean(part.summary.line_now) for part in parts],
        _("After the day"): [_mean(part.summary.line_after) for part in parts],
        _("Should be"): [_mean(part.summary.line_should) for part in parts],
        _("Gap"): [_gap(part.summary) for part in parts],
        _("Shares now"): [share_words(part.summary.shares_now) for part in parts],
        _("Shares that should be"): [share_words(part.summary.shares_should) for part in parts],
    }
    filled = {title: cells for title, cells in columns.items() if any(cells)}
    rows = tuple(zip(*filled.values(), strict=True))
    widths = (3.0, *(1.0 if len(title) < 12 else 1.6 for title in list(filled)[1:]))
    return Table(tuple(filled), rows, widths, numeric=frozenset(range(1, len(filled))), small=True)


def rounds_table(voices: Sequence[Voice]) -> Table:
    """Each voice with what is told of its ballots: twin of the strips."""
    rows = tuple(
        (_("All") if voice.is_all else voice.name or _("Others"), name, *_told(ballot))
        for voice in voices
        for name, ballot in ((_("before"), voice.before), (_("after"), voice.after))
        if ballot
    )
    head = ("", "", _("People"), _("Median"), _("Spread"), _("Near or far future"), _("Consensus"))
    return Table(head, rows, (2.4, *(1.0,) * 6), numeric=frozenset(range(2, 7)), small=True)


def _told(ballot: OnLine) -> tuple[str, ...]:
    found = told(ballot)
    return (
        str(found.n),
        number(found.median),
        number(found.spread),
        str(ballot.counts[3] + ballot.counts[4]),
        number(found.consensus, 2),
    )


def _mean(line: OnLine | None) -> str:
    return number(line.mean, 1) if line else ""


def _gap(said: Summary) -> str:
    return "" if said.printed_line_gap is None else signed(said.printed_line_gap, 1)


def part_name(part: Part) -> str:
    """The name of a part of the room."""
    return part.name or _("Others")


def share_words(shares: InTriangle | None) -> str:
    """Mean shares of past, present and future as ``18/56/26``; empty for none."""
    return f"{shares.past:.0f}/{shares.present:.0f}/{shares.future:.0f}" if shares else ""
