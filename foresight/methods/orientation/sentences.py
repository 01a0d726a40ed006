"""What the numbers say, in fixed sentences."""

from foresight.core.words import _, number, quoted, signed
from foresight.methods.orientation.analysis import OnLine, Summary

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
        parts.append(
            _("Future minus past would go from {now} to {should} percentage points.").format(
                now=signed(100 * now.balance, 0), should=signed(100 * should.balance, 0)
            )
        )
    return " ".join(parts)


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
