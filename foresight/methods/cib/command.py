"""``cib FILE``: the combinations that hold together, as JSON or as a table."""

import json
import signal
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from threading import Event
from typing import Any

from foresight.core.document import Document
from foresight.core.problems import Problem
from foresight.core.words import _, ngettext
from foresight.methods.cib.model import STRONGEST, set_tolerance

WIDEST = 24
"""Characters of a column of the table."""


def options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--inconsistency", type=_whole(STRONGEST), metavar="N", help="up to this inconsistency; default: the workshop's"
    )
    parser.add_argument("--weights", action="store_true", help="how many combinations lead to each by succession")
    parser.add_argument("--limit", type=_whole(10**9), metavar="N", help="list at most so many; all are counted")
    parser.add_argument("--json", action="store_true", help="for other programs; states are numbered from 1")


def _whole(most: int) -> Callable[[str], int]:
    """A reader of whole numbers from 0 to ``most``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 12 and int(text) <= most):
            raise ArgumentTypeError(f"{text[:40]} is not a whole number from 0 to {most}")
        return int(text)

    return read


def run(document: Document, options: Namespace) -> str:
    """What the command prints. Raises Problem when there is no descriptor with variants."""
    from foresight.methods.cib.analysis import solve
    from foresight.methods.cib.summary import found, outline, weighed

    if options.inconsistency is not None:
        document = set_tolerance(options.inconsistency).apply(document)
    with stopped_by_keys() as enough:
        answer = solve(document, enough=enough)
    if not answer.board.descriptors:
        raise Problem(_("There is no cross-impact matrix in the file."))
    weights = weighed(answer, options.limit) if options.weights else None
    figures = {**outline(document), **found(answer, weights, options.limit)}
    return json.dumps(figures, ensure_ascii=False, allow_nan=False) if options.json else table(figures)


@contextmanager
def stopped_by_keys() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was pressed: once stops the search with what was found so far, twice ends the program."""
    stop = Event()

    def heard(_number: int, _frame: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield stop.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def table(figures: dict[str, Any]) -> str:
    """The figures for people: a line that sums up, and one for each combination."""
    scenarios = figures["scenarios"]
    heads = [*figures["descriptors"], _("Consistency"), _("Total impact")]
    rows = [
        [
            *(figures["variants"][at][state - 1] for at, state in enumerate(each["states"])),
            str(each["consistency"]),
            str(each["total_impact"]),
            *([_weight(each)] if "weight" in each else []),
        ]
        for each in scenarios
    ]
    heads += [_("Weight")] if scenarios and "weight" in scenarios[0] else []
    lines = [[text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…" for text in row] for row in [heads, *rows]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    told = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in lines]
    return "\n".join([_summed_up(figures), *(["", *told] if scenarios else [])])


def _weight(scenario: dict[str, Any]) -> str:
    if "weight_interval" not in scenario:
        return str(scenario["weight"])
    number, low, high = (f"{Decimal(each):.3g}" for each in (scenario["weight"], *scenario["weight_interval"]))
    return f"{number} ({low}–{high})"


def _summed_up(figures: dict[str, Any]) -> str:
    """How many there are, of how many."""
    n = figures["count"]
    if figures["complete"]:
        said = ngettext("{n} of {space} combinations holds together.", "{n} of {space} combinations hold together.", n)
    else:
        said = ngettext(
            "Stopped: {n} combination found so far, of {space}. There may be more.",
            "Stopped: {n} combinations found so far, of {space}. There may be more.",
            n,
        )
    told = said.format(n=n, space=figures["space"])
    listed = len(figures["scenarios"])
    return told if listed in (0, n) else f"{told} {_('The first {n} are listed.').format(n=listed)}"
