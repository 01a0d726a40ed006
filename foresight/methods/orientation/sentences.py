"""What the numbers say, in fixed sentences."""

from foresight.core.naming import inside
from foresight.core.words import _, listed, ngettext, number, quoted, signed
from foresight.methods.orientation.analysis import OnLine, Summary
from foresight.methods.orientation.circles import KINDS, TIMES, Drawings
from foresight.methods.orientation.rounds import Pairs, Voice, stability, told

PERCENT = 10
"""Of fewer people only counts are given."""
STEADY = 0.05
"""A standard deviation that moves less than this stays as it was."""

NEAR = 0.25
"""A centre of gravity so close to a point is near it; else it lies between two."""


def line_sentence(said: Summary, names: tuple[str, ...]) -> str:
    """Where the centre of gravity lies on the line, and where it should lie; empty without ratings on the line."""
    parts = []
    if said.line_now:
        parts.append(
            _("The centre of gravity is {mean} on the line, {place} (n = {n}).").format(
                mean=number(said.line_now.mean, 1), place=_place(said.line_now, names), n=said.line_now.n
            )
        )
    if said.line_should:
        parts.append(_line_wish(said, said.line_should, names))
    return " ".join(parts)


def _place(line: OnLine, names: tuple[str, ...]) -> str:
    """Near which point, or between which two, a centre of gravity lies."""
    nearest = round(line.mean)
    if abs(line.mean - nearest) <= NEAR:
        return _("near {point}").format(point=quoted(names[nearest - 1]))
    below = int(line.mean)
    return _("between {one} and {other}").format(one=quoted(names[below - 1]), other=quoted(names[below]))


def _line_wish(said: Summary, should: OnLine, names: tuple[str, ...]) -> str:
    values = {"mean": number(should.mean, 1), "place": _place(should, names), "n": should.n}
    gap = said.printed_line_gap
    if gap is None:
        return _("It should be {mean}, {place} (n = {n}).").format(**values)
    values["gap"] = number(abs(gap), 1)
    if values["gap"] == number(0, 1):
        return _("It is where it should be (n = {n}).").format(**values)
    if gap > 0:
        return _("It should be {mean}, which is {gap} further ahead (n = {n}).").format(**values)
    return _("It should be {mean}, which is {gap} further back (n = {n}).").format(**values)


def shares_sentence(said: Summary) -> str:
    """How attention is divided, and how it should be; empty without shares."""
    parts = []
    if now := said.shares_now:
        parts.append(
            _(
                "On average {past}% of the attention goes to the past, {present}% to the present "
                "and {future}% to the future (n = {n})."
            ).format(past=number(now.past, 0), present=number(now.present, 0), future=number(now.future, 0), n=now.n)
        )
    if should := said.shares_should:
        parts.append(
            _("It should be {past}%, {present}% and {future}% (n = {n}).").format(
                past=number(should.past, 0),
                present=number(should.present, 0),
                future=number(should.future, 0),
                n=should.n,
            )
        )
    if now and should:
        parts.append(_balances(signed(100 * now.balance, 0), signed(100 * should.balance, 0)))
    return " ".join(parts)


def _balances(now: str, should: str) -> str:
    """How far the future is ahead of the past, now and as it should be."""
    if now == should:
        return _("Future minus past would still be {now} percentage points.").format(now=now)
    return _("Future minus past would go from {now} to {should} percentage points.").format(now=now, should=should)


def circles_sentence(drawn: Drawings | None) -> str:
    """Which circle is largest for how many, and how near the circles are; empty for none."""
    if drawn is None:
        return ""
    named = [f"{inside(_(name))} {drawn.largest[time]}" for time, name in TIMES.items()]
    near = [f"{drawn.kinds[kind]} {_(name)}" for kind, name in KINDS.items()]
    text = _("{n} people drew circles. The largest one: {largest}. How the circles lie: {near}.")
    return text.format(n=drawn.n, largest=listed(named), near=listed(near))


def of_people(count: int, n: int) -> str:
    """``6 of 9 people``, ``49 of 104 people (47%)``."""
    values = {"count": count, "n": n}
    if n < PERCENT:
        return ngettext("{count} of {n} person", "{count} of {n} people", n).format(**values)
    return _("{count} of {n} people ({percent}%)").format(percent=number(100 * count / n, 0), **values)


def rounds_sentence(said: Voice, both: Pairs | None) -> str:
    """How far apart people are in the latest ballot, and what the day changed; empty without ratings on the line."""
    return " ".join(part for part in (unity_sentence(said), day_sentence(said, both)) if part)


def day_sentence(said: Voice, both: Pairs | None) -> str:
    """What the day changed, for all and for those who answered twice; empty unless there are two ballots."""
    return " ".join(part for part in (change_sentence(said), pairs_sentence(both)) if part)


def unity_sentence(said: Voice) -> str:
    """The median, the middle half and who looks ahead, in the latest ballot; empty without one."""
    if said.latest is None:
        return ""
    found, line = told(said.latest), said.latest
    values = {
        "median": number(found.median),
        "lower": number(found.lower),
        "upper": number(found.upper),
        "ahead": of_people(line.counts[3] + line.counts[4], line.n),
    }
    match found.is_narrow, said.after is not None:
        case True, False:
            text = _("The median is {median} and the middle half lies between {lower} and {upper}: people see much "
                     "the same. {ahead} see their organisation look to the near or far future.")  # fmt: skip
        case False, False:
            text = _("The median is {median} and the middle half lies between {lower} and {upper}: people are far "
                     "apart. {ahead} see their organisation look to the near or far future.")  # fmt: skip
        case True, True:
            text = _("After the day the median is {median} and the middle half lies between {lower} and {upper}: "
                     "people see much the same. {ahead} see their organisation look to the near or far "
                     "future.")  # fmt: skip
        case _:
            text = _("After the day the median is {median} and the middle half lies between {lower} and {upper}: "
                     "people are far apart. {ahead} see their organisation look to the near or far "
                     "future.")  # fmt: skip
    return text.format(**values)


def change_sentence(said: Voice) -> str:
    """How the ballot after the day differs from the one before; empty unless there are both."""
    before, after = said.before, said.after
    if before is None or after is None:
        return ""
    change = round(after.mean, 1) - round(before.mean, 1)
    values = {
        "mean": number(after.mean, 1),
        "change": number(abs(change), 1),
        "before": number(before.mean, 1),
        "n": after.n,
        "m": before.n,
    }
    if values["change"] == number(0, 1):
        text = _("After the day the centre of gravity is {mean} (n = {n}), as it was before (n = {m}).")
    elif change > 0:
        text = _("After the day the centre of gravity is {mean} (n = {n}), {change} further ahead than before "
                 "({before}, n = {m}).")  # fmt: skip
    else:
        text = _("After the day the centre of gravity is {mean} (n = {n}), {change} further back than before "
                 "({before}, n = {m}).")  # fmt: skip
    return f"{text.format(**values)} {_closeness(before, after)}"


def _closeness(before: OnLine, after: OnLine) -> str:
    moved = stability(before, after).deviation
    if abs(moved) < STEADY:
        return _("People are as far apart as they were.")
    return _("People have come closer together.") if moved < 0 else _("People have moved further apart.")


def pairs_sentence(both: Pairs | None) -> str:
    """How many of those who answered twice moved, and where; empty without enough pairs."""
    if both is None:
        return ""
    text = _("Of {n} people who answered both times, {ahead} moved ahead, {back} moved back and {same} stayed.")
    return text.format(n=both.n, ahead=both.ahead, back=both.back, same=both.same)


def reading(said: Summary) -> str:
    """How the pictures are read that there are; empty without any."""
    parts = []
    if said.line_now or said.line_should:
        parts.append(_("The beam is thick where the middle half of the people stand."))
    if said.shares_now or said.shares_should:
        parts.append(_("The large dots of the triangle are means."))
    return " ".join(parts)


def caution() -> str:
    """What the numbers are not."""
    return _(
        "This is a tool for conversation: it shows how the people in the room see it, and measures no organisation."
    )
