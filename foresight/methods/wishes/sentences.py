"""What the wishes come to, in fixed sentences. Percent only for ten or more; of one or two only how many there are."""

from foresight.core.words import _, listed, ngettext, number, quoted
from foresight.methods.wishes.analysis import Pile, answered, open_themes, ranked
from foresight.methods.wishes.model import Wishes
from foresight.model.patterns import PERCENT
from foresight.model.tallies import FEWEST

NEXT = 2
"""Themes that are named behind the largest."""
TOGETHER = 3
"""If more themes are the largest, none is named."""


def total(part: Wishes) -> str:
    """How many wishes there are, in how many themes; "" without any."""
    n, themes = len(part.wishes), sum(pile.theme is not None for pile in ranked(part))
    if not n:
        return ""
    wishes = ngettext("{n} wish", "{n} wishes", n).format(n=n)
    if not themes:
        return _("The room has written {wishes}.").format(wishes=wishes)
    sorted_into = ngettext("{n} theme", "{n} themes", themes).format(n=themes)
    return _("The room has written {wishes} in {themes}.").format(wishes=wishes, themes=sorted_into)


def of_wishes(count: int, n: int) -> str:
    """``3 of 8 wishes``, ``7 of 30 wishes (23%)``."""
    if n < PERCENT:
        return _("{count} of {n} wishes").format(count=count, n=n)
    percent = number(100 * count / n, 0)
    return _("{count} of {n} wishes ({percent}%)").format(count=count, n=n, percent=percent)


def most_wished(part: Wishes) -> str:
    """Which theme is the largest, and what comes next; "" while too few are sorted."""
    filled = [pile for pile in ranked(part) if pile.theme is not None]
    n = len(part.wishes)
    if n < FEWEST or not filled or filled[0].n < 2:
        return ""
    first = [pile for pile in filled if pile.n == filled[0].n]
    if len(first) > TOGETHER:
        return _("No theme stands out: the largest ones have {n} wishes each.").format(n=first[0].n)
    named = listed([quoted(pile.name) for pile in first])
    said = _("The largest theme is {themes}, with {wishes}.")
    if first[1:]:
        said = _("The largest themes are {themes}, with {wishes} each.")
    begun = said.format(themes=named, wishes=of_wishes(first[0].n, n))
    return f"{begun} {_next(filled[len(first) : len(first) + NEXT])}".strip()


def _next(rest: list[Pile]) -> str:
    if not rest:
        return ""
    named = listed([f"{quoted(pile.name)} ({pile.n})" for pile in rest])
    return ngettext("Next comes {themes}.", "Next come {themes}.", len(rest)).format(themes=named)


def taken_up(part: Wishes) -> str:
    """How many wishes a commitment, an ask or a scenario takes up; "" while there are too few wishes."""
    n, count = len(part.wishes), answered(part.wishes)
    if n < FEWEST:
        return ""
    if not count:
        return _("No wish is taken up yet by a commitment, an ask or a scenario.")
    if count == n:
        return _("All {n} wishes are taken up by a commitment, an ask or a scenario.").format(n=n)
    said = ngettext(
        "{wishes} is taken up by a commitment, an ask or a scenario.",
        "{wishes} are taken up by a commitment, an ask or a scenario.",
        count,
    )
    return said.format(wishes=of_wishes(count, n))


def nobody_takes_up(pile: Pile) -> str:
    """That no wish of a theme is taken up."""
    return _("None of the {n} wishes about {theme} is taken up.").format(n=pile.n, theme=quoted(pile.name))


def summary(part: Wishes) -> str:
    """All of it in a few sentences, for the foot of the wall."""
    loud = [nobody_takes_up(pile) for pile in open_themes(part)[:1]] if answered(part.wishes) else []
    return " ".join(filter(None, (total(part), most_wished(part), taken_up(part), *loud)))
