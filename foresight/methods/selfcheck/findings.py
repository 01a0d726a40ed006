"""What the self-check says, for the summary across groups."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.words import _, number
from foresight.methods.selfcheck.analysis import Checked, checked, ordered, rating_groups
from foresight.methods.selfcheck.sentences import overall, said_of, sentence

NAMED = 3
"""Pieces of advice of each kind that are told of."""


def findings(document: Document) -> tuple[Finding, ...]:
    """All in one sentence; then what is most disputed, and what is weakest. Nothing before enough groups rated."""
    rated = [one for one in checked(document) if one.enough]
    if not rated:
        return ()
    counts = (_("Groups"), number(rating_groups(document))), (_("Pieces of advice rated"), number(len(rated)))
    whole = Finding("all", _("Self-check"), overall(document), counts)
    return (whole, *(_finding(one) for one in telling(rated)))


def telling(rated: list[Checked]) -> tuple[Checked, ...]:
    """The most disputed ones (where groups do differ), then the weakest; each once."""
    disputed = [one for one in ordered(rated, "disputed") if one.said and not one.said.is_narrow][:NAMED]
    weakest = [one for one in ordered(rated, "weakest") if one not in disputed][:NAMED]
    return (*disputed, *weakest)


def _finding(one: Checked) -> Finding:
    counts = tuple((_("Rated {value}").format(value=value), number(count)) for value, count in enumerate(one.counts, 1))
    return Finding(
        f"advice:{one.advice.id}", _("Self-check"), f"{sentence(one)}: {said_of(one)}", counts, one.advice.id
    )
