"""The self-check in words: fixed sentences made of the counts."""

from foresight.core.document import Document
from foresight.core.words import _, ngettext, number, quoted
from foresight.methods.selfcheck.analysis import FEWEST, Checked, checked, ordered, rating_groups
from foresight.methods.selfcheck.model import AGREES_FROM, HIGH
from foresight.model.delphi import Feedback
from foresight.model.patterns import of_groups

APART = 2.0
"""The interquartile range from which groups are said to see it very differently; our own rule of thumb."""


def sentence(one: Checked) -> str:
    """The advice itself in quotation marks, without its full stop."""
    return quoted(one.advice.text.rstrip(" ."))


def said_of(one: Checked) -> str:
    """What the ratings of a piece of advice say; of fewer than FEWEST groups only how they rated."""
    said = one.said
    if said is None:
        return _("Nobody has rated this yet.")
    if one.n < FEWEST:
        ratings = ", ".join(str(value) for value, count in enumerate(one.counts, 1) for _each in range(count))
        few = ngettext("{n} group rated so far: {ratings}.", "{n} groups rated so far: {ratings}.", one.n)
        return few.format(n=one.n, ratings=ratings)
    found = _("{groups} rate it {low} or {high}; median {median}, {agreement}.")
    if not one.agreeing:
        found = _("None of the {n} groups rate it {low} or {high}; median {median}, {agreement}.")
    if one.agreeing == one.n:
        found = _("All {n} groups rate it {low} or {high}; median {median}, {agreement}.")
    return found.format(
        groups=of_groups(one.agreeing, one.n),
        n=one.n,
        low=AGREES_FROM,
        high=HIGH,
        median=number(said.median),
        agreement=how_united(said),
    )


def how_united(said: Feedback) -> str:
    """How far apart the groups are, in words, by the interquartile range."""
    if said.is_narrow:
        return _("and they largely agree")
    return _("and they see it very differently") if said.spread >= APART else _("and they see it differently")


def overall(document: Document) -> str:
    """How many groups rated how much, and what is strongest and weakest; "" before enough rated."""
    rated = [one for one in checked(document) if one.enough]
    if not rated:
        return ""
    weakest = ordered(rated, "weakest")
    n = rating_groups(document)
    groups = ngettext("{n} group", "{n} groups", n).format(n=n)
    advice = ngettext("{n} piece of advice", "{n} pieces of advice", len(rated)).format(n=len(rated))
    said = _("{groups} rated themselves against {advice}.").format(groups=groups, advice=advice)
    if len(rated) < 2:
        return said
    ends = _("It fits best that: {strong} (median {high}). It fits least that: {weak} (median {low}).")
    strong, weak = weakest[-1], weakest[0]
    return f"{said} " + ends.format(
        strong=sentence(strong), weak=sentence(weak), high=_median(strong), low=_median(weak)
    )


def _median(one: Checked) -> str:
    return number(one.said.median) if one.said else "–"
