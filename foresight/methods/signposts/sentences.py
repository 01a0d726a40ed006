"""What the signposts say, in words: an answer with its caution, what to look at again, what is due."""

import datetime
from collections.abc import Sequence
from itertools import combinations

from foresight.core.document import Document
from foresight.core.words import _, date, listed, ngettext, number, quoted
from foresight.methods.signposts.analysis import (
    STRONG,
    WEAK,
    before,
    calendar,
    differ,
    drift,
    last_day,
    latest,
    nearest,
    power,
    telling_nothing,
)
from foresight.methods.signposts.model import Signpost, Signposts
from foresight.model.scenarios import Scenarios, display_name


def verdict(document: Document) -> str:
    """Which world we seem to be moving toward, in words."""
    held = document[Signposts].signposts
    if len(document[Scenarios].scenarios) < 2:
        return _("There must be at least two worlds before a signpost can tell them apart.")
    watched = [signpost for signpost in held if latest(signpost) is not None]
    found = drift(document)
    best = nearest(found)
    if not watched:
        return _("Nothing has been seen yet. Write down what you see, with its date, and this page answers.")
    if not best:
        return _("What was seen so far tells no worlds apart: it is expected to be the same in all of them.")
    names = [quoted(display_name(document, each.scenario)) for each in best]
    if len(best) == len([each for each in found if each.score is not None]) and len(best) > 1:
        said = _("What was seen so far is about equally like all of the worlds.")
    elif len(best) > 1:
        said = _("What was seen so far is about equally like {worlds}.").format(worlds=listed(names))
    else:
        said = _("What was seen so far is most like {world}.").format(world=names[0])
    counted = ngettext(
        "It rests on {n} of {all} signpost.", "It rests on {n} of {all} signposts.", len(held)
    ).format(n=max(each.n for each in best), all=len(held))  # fmt: skip
    return f"{said} {counted}"


def movement(document: Document) -> str:
    """What the latest observations changed, in words; empty when nothing earlier can be compared."""
    day = last_day(document)
    old = {each.scenario: each.score for each in before(document)}
    steps = [
        (each.score - was, each.scenario)
        for each in drift(document)
        if each.score is not None and (was := old.get(each.scenario)) is not None
    ]
    if day is None or not steps:
        return ""
    step, scenario = max(steps)
    if round(100 * step) <= 0:
        return _("The observations of {day} moved it toward none of the worlds.").format(day=date(day))
    return _("The observations of {day} moved it most toward {world}.").format(
        day=date(day), world=quoted(display_name(document, scenario))
    )


def caution() -> str:
    """What the answer is not."""
    return _(
        "This says which story the signs fit so far. It is not a forecast, and no world becomes more likely by it."
    )


def remarks(document: Document) -> tuple[str, ...]:
    """What to look at again in this set of signposts, in words; empty when all is well."""
    held = document[Signposts].signposts
    found = []
    if same := telling_nothing(document):
        found.append(
            ngettext(
                "{n} signpost tells nothing apart, because all worlds expect the same of it: {names}.",
                "{n} signposts tell nothing apart, because all worlds expect the same of them: {names}.",
                len(same),
            ).format(n=len(same), names=_names(same))
        )
    worlds = len(document[Scenarios].scenarios)
    if worlds > 1 and (open_ones := [each for each in held if len(each.expectations) < worlds]):
        found.append(
            ngettext(
                "{n} signpost has no expectation in some world: {names}.",
                "{n} signposts have no expectation in some world: {names}.",
                len(open_ones),
            ).format(n=len(open_ones), names=_names(open_ones))
        )
    for one, other in combinations(document[Scenarios].scenarios, 2) if held else ():
        if not any(differ(each, one.id, other.id) for each in held):
            pair = quoted(display_name(document, one.id)), quoted(display_name(document, other.id))
            found.append(_("No signpost tells {one} from {other}.").format(one=pair[0], other=pair[1]))
    return tuple(found)


def _names(signposts: Sequence[Signpost], most: int = 3) -> str:
    """The first of them by name, and how many more there are."""
    names = [quoted(each.text) for each in signposts[:most]]
    more = len(signposts) - most
    return listed([*names, ngettext("{n} more", "{n} more", more).format(n=more)] if more > 0 else names)


def due_words(document: Document, today: datetime.date) -> str:
    """How many signposts should have been looked at by ``today``, and when the next one is due."""
    dated = [(each.due, each.signpost) for each in calendar(document) if each.due]
    late = [signpost for day, signpost in dated if day <= today]
    if late:
        return ngettext("{n} signpost is due: {names}.", "{n} signposts are due: {names}.", len(late)).format(
            n=len(late), names=_names(late)
        )
    if dated:
        return _("Nothing is due. The next look is on {day}: {name}.").format(
            day=date(dated[0][0]), name=quoted(dated[0][1].text)
        )
    return _("Give signposts a rhythm, and this list says when each is looked at next.")


def power_words(signpost: Signpost) -> str:
    """How well a signpost tells the worlds apart, in a word and a number."""
    if len(signpost.expectations) < 2:
        return _("not said")
    held = power(signpost)
    if held == 0:
        return _("not at all")
    said = _("a little") if held < WEAK else _("well") if held < STRONG else _("very well")
    return f"{said} ({number(held, 1)})"
