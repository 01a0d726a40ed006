"""Remembering the latest answer of a function of immutable values."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def for_latest(function: Callable[P, R]) -> Callable[P, R]:
    """``function``, which answers at once when it is asked again about the very same (positional) objects.

    Compares identities, so it is for slices and documents, where equal identity means equal content and an edit of
    another slice leaves this one the same object. Only the latest answer is kept.
    """
    latest: list[tuple[tuple[object, ...], R]] = []

    @wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        known = latest[0] if latest else None
        if known is not None and not kwargs and list(map(id, known[0])) == list(map(id, args)):
            return known[1]
        answer = function(*args, **kwargs)
        latest[:] = [(args, answer)]
        return answer

    return remembered
