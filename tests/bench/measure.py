"""Timing: medians over several runs, and one line of the table."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

FRAME = 0.016
"""Seconds a picture stays on a screen of 60 Hz."""


@dataclass(frozen=True)
class Row:
    """A figure and what it is held against."""

    what: str
    seconds: float
    reference: str
    reference_seconds: float
    wished: str
    met: bool
    unit: str = "ms"
    """Milliseconds for seconds; else the figures are printed as they are, with this behind them."""

    def printed(self, value: float) -> str:
        """A figure with its unit."""
        return f"{value * 1000:.1f} ms" if self.unit == "ms" else f"{value:.1f} {self.unit}"


def median(call: Callable[[], object], runs: int = 5) -> float:
    """Seconds that ``call`` takes: the median of several runs after one that is not counted."""
    call()
    return statistics.median(_once(call) for _run in range(runs))


def in_turn(call: Callable[[], object], reference: Callable[[], object], runs: int = 11) -> tuple[float, float]:
    """Seconds that each of the two takes: the least of several runs, after one that is not counted.

    Whatever else the machine does only adds to a time, and in turn both meet the same machine.
    """
    pairs = [(_once(call), _once(reference)) for _run in range(runs + 1)][1:]
    return min(each for each, _other in pairs), min(other for _each, other in pairs)


def _once(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def ratio_row(what: str, seconds: float, reference: str, reference_seconds: float, most: float) -> Row:
    """A figure that is to be at most so many times its reference."""
    return Row(what, seconds, reference, reference_seconds, f"<= {most:.1f} x", seconds <= most * reference_seconds)


def limit_row(what: str, seconds: float, most: float) -> Row:
    """A figure that is to be at most so many seconds, shown against a frame of 16 ms."""
    return Row(what, seconds, "16 ms frame", FRAME, f"<= {most * 1000:.0f} ms", seconds <= most)


def printed(rows: list[Row]) -> str:
    """The rows as a table."""
    head = ("what", "measured", "reference", "", "ratio", "wished", "")
    body = [
        (
            row.what,
            row.printed(row.seconds),
            row.reference,
            row.printed(row.reference_seconds),
            f"{row.seconds / row.reference_seconds:.2f} x",
            row.wished,
            "met" if row.met else "NOT MET",
        )
        for row in rows
    ]
    widths = [max(len(line[at]) for line in (head, *body)) for at in range(len(head))]
    lines = [[text.ljust(width) for text, width in zip(line, widths, strict=True)] for line in (head, *body)]
    return "\n".join("  ".join(line).rstrip() for line in lines)
