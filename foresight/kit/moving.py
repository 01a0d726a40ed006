"""Earlier and later: the two actions that move what is selected within its order."""

from collections.abc import Callable, Sequence
from typing import Protocol

from foresight.core.document import Entity, Id
from foresight.core.history import Edit
from foresight.core.words import N_
from foresight.kit.actions import action
from foresight.kit.session import Session


class Movable(Protocol):
    """A workspace in which what is selected can change places."""

    def move_by(self, places: int) -> None:
        """Move what is selected so many places on (below 0: back), or do nothing where the order ends."""


def moving(enabled: str = "has_selection") -> tuple[Callable[[Movable], None], Callable[[Movable], None]]:
    """The actions ``move_earlier, move_later`` of a workspace; ``enabled`` as in ``action``."""

    @action(N_("Move earlier"), shortcut="Alt+Up", icon="chevron-up", enabled=enabled)
    def move_earlier(workspace: Movable) -> None:
        workspace.move_by(-1)

    @action(N_("Move later"), shortcut="Alt+Down", icon="chevron-down", enabled=enabled)
    def move_later(workspace: Movable) -> None:
        workspace.move_by(1)

    return move_earlier, move_later


def move_within(
    session: Session, order: Sequence[Entity], one: Id, places: int, move: Callable[[Id, int], Edit]
) -> None:
    """Let ``move(one, index)`` bring ``one`` so many places on in ``order``, which holds it; not beyond its ends."""
    to = [each.id for each in order].index(one) + places
    if 0 <= to < len(order):
        session.do(move(one, to))
