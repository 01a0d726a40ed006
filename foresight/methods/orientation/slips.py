"""What people write on a slip of paper, as it is typed in: codes, points and shares."""

import re
from collections.abc import Callable
from typing import Any, Literal

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import N_, _
from foresight.methods.orientation.circles import circles_of
from foresight.methods.orientation.model import Orientation, Shares, change_rater
from foresight.model.groups import group_of

ROUNDING = 2
"""So far from 100 may three shares be together: people round (33, 33, 33)."""

CODE_LENGTH = 12
MOST = 1_000
"""People in one tally."""
BLANK = "-"
"""Stands for nothing where something else follows."""

Ballot = Literal["first", "after"]
BALLOTS: dict[Ballot, str] = {"first": N_("Before the day"), "after": N_("After the day")}
FIELDS: dict[Ballot, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "first": (("line_now", "line_should"), ("shares_now", "shares_should")),
    "after": (("line_after",), ("shares_after",)),
}
"""What a slip of each ballot says: points, then shares."""

_numbers = re.compile(r"[\s/;,|%–-]+")


def code_of(text: str) -> str:
    """A code as typed. Raises EditRefused for what looks like a name."""
    code = clean_line(text)
    if " " in code or len(code) > CODE_LENGTH:
        raise EditRefused(
            _("A code is one word of at most {length} characters, such as 17 or A3, never a name.").format(
                length=CODE_LENGTH
            )
        )
    return code


def next_code(document: Document) -> str:
    """The number after the highest code that is a number."""
    numbers = [int(rater.code) for rater in document[Orientation].raters if re.fullmatch(r"[0-9]{1,12}", rater.code)]
    return str(max(numbers, default=0) + 1)


def point_of(text: str) -> int | None:
    """A point 1..5 as typed, None for nothing. Raises EditRefused."""
    typed = text.strip()
    if not typed:
        return None
    if typed not in {"1", "2", "3", "4", "5"}:
        raise EditRefused(_("A point on the line is a digit from 1 (past) to 5 (far future)."))
    return int(typed)


def shares_of(text: str) -> Shares | None:
    """Shares as typed, None for nothing: past, present and future in whole percent, such as 20/60/20.

    Two numbers are past and present, the future gets the rest. Three that miss 100 by rounding (at most ROUNDING) are
    balanced at the largest. Raises EditRefused for anything else.
    """
    typed = [word for word in _numbers.split(text.strip()) if word]
    if not typed:
        return None
    if len(typed) not in (2, 3) or not all(re.fullmatch(r"[0-9]{1,3}", word) for word in typed):
        raise EditRefused(_("Write shares as whole percent for past, present and future, such as 20/60/20."))
    numbers = [int(word) for word in typed]
    if len(numbers) == 2:
        numbers.append(max(0, 100 - sum(numbers)))
    total = sum(numbers)
    if abs(total - 100) > ROUNDING:
        raise EditRefused(_("These shares are {total} together; make them 100.").format(total=total))
    numbers[numbers.index(max(numbers))] += 100 - total
    past, present, future = numbers
    return Shares(past=past, present=present, future=future)


def share_text(shares: Shares | None) -> str:
    """Shares as ``shares_of`` reads them."""
    return f"{shares.past}/{shares.present}/{shares.future}" if shares else ""


READERS: dict[str, Callable[[Document, str], Any]] = {
    "code": lambda _document, text: code_of(text),
    "group": group_of,
    "organisation": lambda _document, text: clean_line(text),
    "line_now": lambda _document, text: point_of(text),
    "line_should": lambda _document, text: point_of(text),
    "line_after": lambda _document, text: point_of(text),
    "shares_now": lambda _document, text: shares_of(text),
    "shares_should": lambda _document, text: shares_of(text),
    "shares_after": lambda _document, text: shares_of(text),
    "circles": lambda _document, text: circles_of(text),
}
"""How the text of each field is read. Raise EditRefused."""


def typed_in(rater: Id, field: str, text: str) -> Edit:
    """Set a field of a rater from what was typed; nothing clears it. Refused where the text does not fit."""
    return Edit(
        _("Change rating"),
        lambda document: change_rater(rater, **{field: READERS[field](document, text)}).apply(document),
    )


def slip_of(text: str, ballot: Ballot = "first") -> dict[str, Any]:
    """The fields of a rater as typed in one line, such as ``17 3 4 20/60/20 10/40/50``.

    In this order: a code (one number more than there are points, or a first word that is no point), the point now, the
    point that should be, the shares now, the shares that should be; in the ballot after the day a code, the point, and
    the shares. ``-`` leaves one out, and what is missing at the end stays empty, but something must be said. Raises
    EditRefused.
    """
    lines, shares = FIELDS[ballot]
    words = text.split()
    points = [word for word in words if "/" not in word]
    parts = [word for word in words if "/" in word]
    code = points.pop(0) if len(points) > len(lines) or (points and not re.fullmatch(r"[1-5-]", points[0])) else None
    said: dict[str, Any] = {} if code in (None, BLANK) else {"code": code_of(code or "")}
    if len(points) > len(lines) or len(parts) > len(shares) or not any(word != BLANK for word in (*points, *parts)):
        raise EditRefused(_how_to(ballot))
    said |= {field: point_of(word) for field, word in zip(lines, points, strict=False) if word != BLANK}
    return said | dict(zip(shares, map(shares_of, parts), strict=False))


def _how_to(ballot: Ballot) -> str:
    if ballot == "after":
        return _("Write the code and the point after the day, and shares if you like: 17 4 10/50/40.")
    return _("Write the point now and the point that should be, and shares if you like: 3 4 20/60/20 10/40/50.")


def tally_of(text: str, ballot: Ballot = "first") -> tuple[dict[str, Any], int]:
    """A slip and how many people wrote it: ``3: 12`` and ``3 4: 12``, or one slip. Raises EditRefused.

    A tally has no codes.
    """
    slip, colon, count = text.rpartition(":")
    if not colon:
        return slip_of(text, ballot), 1
    if not re.fullmatch(r"[0-9]{1,4}", count.strip()) or int(count) > MOST:
        said = _("Write a tally as the point, a colon and how many people, such as 3: 12; at most {most} people.")
        raise EditRefused(said.format(most=MOST))
    said_by_each = slip_of(slip, ballot)
    if "code" in said_by_each:
        raise EditRefused(_("A tally is of people without codes, such as 3: 12 or 3 4: 12."))
    return said_by_each, int(count)
