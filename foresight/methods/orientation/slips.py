"""What people write on a slip of paper, as it is typed in: codes, points and shares."""

import re
from collections.abc import Callable
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.edits import added
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import _
from foresight.methods.orientation.model import Orientation, Rater, Shares, change_rater
from foresight.model.groups import group_of

ROUNDING = 2
"""So far from 100 may three shares be together: people round (33, 33, 33)."""

CODE_LENGTH = 12

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


def add_slip(text: str, group: Id | None = None, organisation: str = "") -> Edit:
    """Add the rater of a slip typed in one line, with the next code when it has none. Refused as ``slip_of`` does."""

    def apply(document: Document) -> Document:
        said = {"code": next_code(document), **slip_of(text)}
        return document.put(added(document[Orientation], Rater(group=group, organisation=organisation, **said)))

    return Edit(_("Add rater"), apply)


def typed_in(rater: Id, field: str, text: str) -> Edit:
    """Set a field of a rater from what was typed; nothing clears it. Refused where the text does not fit."""
    read: dict[str, Callable[[Document], Any]] = {
        "code": lambda _document: code_of(text),
        "group": lambda document: group_of(document, text),
        "organisation": lambda _document: clean_line(text),
        "line_now": lambda _document: point_of(text),
        "line_should": lambda _document: point_of(text),
        "shares_now": lambda _document: shares_of(text),
        "shares_should": lambda _document: shares_of(text),
    }
    return Edit(
        _("Change rating"),
        lambda document: change_rater(rater, **{field: read[field](document)}).apply(document),
    )


def slip_of(text: str) -> dict[str, Any]:
    """The fields of a rater as typed in one line, such as ``17 3 4 20/60/20 10/40/50``.

    In this order: a code (the first of three numbers, or a first word that is no point), the point now, the point
    that should be, the shares now, the shares that should be. What is missing at the end stays empty, but something
    must be said. Raises EditRefused.
    """
    words = text.split()
    points = [word for word in words if "/" not in word]
    shares = [word for word in words if "/" in word]
    code = points.pop(0) if len(points) == 3 or (points and not re.fullmatch(r"[1-5]", points[0])) else None
    if (not points and not shares) or len(points) > 2 or len(shares) > 2:
        raise EditRefused(
            _("Write the point now and the point that should be, and shares if you like: 3 4 20/60/20 10/40/50.")
        )
    said: dict[str, Any] = {} if code is None else {"code": code_of(code)}
    said |= dict(zip(("line_now", "line_should"), map(point_of, points), strict=False))
    return said | dict(zip(("shares_now", "shares_should"), map(shares_of, shares), strict=False))
