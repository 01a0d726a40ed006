"""How a long computation reports and how it is stopped."""

from collections.abc import Callable

Tick = Callable[[float], None]
"""Called with the finished share, 0..1; raises Cancelled when the user no longer wants the answer."""


class Cancelled(Exception):
    """The user, or a newer request, stopped this computation."""


def no_tick(fraction: float) -> None:
    """A Tick that listens to nobody."""
