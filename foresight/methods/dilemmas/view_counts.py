"""All counts in a table that sorts, and in words what those of the selected topic say."""

from foresight.core.words import _, number
from foresight.kit.counted import CountedList
from foresight.kit.session import Session
from foresight.kit.table import Column
from foresight.model.patterns import pattern_of
from foresight.model.tallies import LABELS, Tally, Votes, tallies


class _Row:
    """A tally as a row of a list: it is selected as its card."""

    def __init__(self, tally: Tally) -> None:
        self.tally, self.id = tally, tally.card.id


class CountsView(CountedList):
    """Every card with its three rounds."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            _("Counts"),
            _columns(),
            lambda held: [_Row(tally) for tally in tallies(held)],
            lambda _document, row: pattern_of(row.tally),
            _("Choose a topic to read what its counts say."),
        )


def votes_in_short(*ballots: Votes) -> str:
    """``8 : 4``, and after a second vote ``8 : 4 → 10 : 2``."""
    return " → ".join(f"{votes.a} : {votes.b}" for votes in ballots if votes.said)


def _dropped(tally: Tally) -> str:
    """As a share of the groups."""
    return "" if tally.drop_off is None else _("{share}%").format(share=number(100 * tally.drop_off, 0))


def _columns() -> list[Column]:
    return [
        Column(
            _("Topic"),
            lambda row: f"{row.tally.number} {row.tally.card.title}",
            key=lambda row: row.tally.number,
        ),
        Column(
            _("Nominated"),
            lambda row: str(row.tally.nominations) if row.tally.nominating else "",
            key=lambda row: row.tally.nominations,
            numeric=True,
            width=84,
        ),
        Column(
            _("Chosen"),
            lambda row: str(row.tally.selections) if row.tally.selecting else "",
            key=lambda row: row.tally.selections,
            numeric=True,
            width=64,
        ),
        Column(
            _("Drop-off"),
            lambda row: _dropped(row.tally),
            key=lambda row: row.tally.drop_off or 0,
            numeric=True,
            width=76,
        ),
        Column(
            _("Statements"),
            lambda row: votes_in_short(row.tally.first, row.tally.second),
            key=lambda row: row.tally.votes.share or 0,
            numeric=True,
            width=120,
        ),
        Column(
            _("Polarisation"),
            lambda row: "" if row.tally.votes.polarisation is None else number(row.tally.votes.polarisation, 2),
            key=lambda row: -1 if row.tally.votes.polarisation is None else row.tally.votes.polarisation,
            numeric=True,
            width=88,
        ),
        Column(
            _("The room is"),
            lambda row: _(LABELS[row.tally.votes.label]) if row.tally.votes.label else "",
            width=132,
        ),
    ]
