"""What the wishes show: what most people wish for, and what is later taken up. All measures are our own."""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.methods.wishes.model import Wish, Wishes, WishTheme
from foresight.model.groups import Participant


@dataclass(frozen=True)
class Pile:
    """A theme (None: none) and its wishes, in the order in which they were typed."""

    theme: WishTheme | None
    wishes: tuple[Wish, ...]

    @property
    def name(self) -> str:
        """The name of the theme; "" without one."""
        return self.theme.name if self.theme else ""

    @property
    def n(self) -> int:
        """How many wishes."""
        return len(self.wishes)

    @property
    def answered(self) -> int:
        """How many of them a commitment, an ask or a scenario takes up."""
        return sum(bool(wish.answers) for wish in self.wishes)


@for_latest
def piles(part: Wishes) -> tuple[Pile, ...]:
    """The wall: first the wishes without a theme if there are such, the newest first, then every theme."""
    held: dict[Id | None, list[Wish]] = {None: [], **{theme.id: [] for theme in part.themes}}
    for wish in part.wishes:
        held[wish.theme].append(wish)
    loose = (Pile(None, tuple(reversed(held[None]))),) if held[None] else ()
    return (*loose, *(Pile(theme, tuple(held[theme.id])) for theme in part.themes))


def ranked(part: Wishes) -> tuple[Pile, ...]:
    """The themes that have wishes, those with most first; the wishes without a theme last."""
    filled = [pile for pile in piles(part) if pile.n]
    return tuple(sorted(filled, key=lambda pile: (pile.theme is None, -pile.n)))


def unanswered(part: Wishes) -> tuple[Wish, ...]:
    """The wishes that nothing takes up, by theme as ``ranked``."""
    return tuple(wish for pile in ranked(part) for wish in pile.wishes if not wish.answers)


def answered(wishes: Sequence[Wish]) -> int:
    """How many of the wishes a commitment, an ask or a scenario takes up: their share is the trace from beginning to
    end of the day."""
    return sum(bool(wish.answers) for wish in wishes)


def open_themes(part: Wishes) -> tuple[Pile, ...]:
    """The themes with two wishes or more of which nothing takes up any, those with most first."""
    return tuple(pile for pile in ranked(part) if pile.theme is not None and pile.n > 1 and not pile.answered)


def sector_of(document: Document, wish: Wish) -> str:
    """Where the one who wishes comes from: as said on the card, else as known of the participant; "" if unknown."""
    person = document.find(wish.participant, Participant) if wish.participant else None
    return wish.sector or (person.sector if person else "")
