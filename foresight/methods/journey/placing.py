"""What keys and drags mean where a group places its cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.methods.journey.model import LEVELS, Journey, Level, Phase, place, placement_of
from foresight.model.cards import Card, Cards

TAKEN_AWAY = "\x7f"
TOGGLES = {"x", " "}


@dataclass(frozen=True)
class Sheet:
    """What one group does: the cards that are offered to it, and where it has placed them."""

    group: Id
    cards: tuple[tuple[int, Card], ...]
    """With their numbers in the deck."""
    phases: tuple[Phase, ...]
    levels: Mapping[tuple[Id, Id], tuple[Level, ...]]
    """(card, phase) -> the levels on which it lies there."""

    @property
    def placed(self) -> int:
        """How many of its cards lie somewhere."""
        lying = {card for card, _phase in self.levels}
        return sum(card.id in lying for _number, card in self.cards)


def sheet_of(document: Document, group: Id, *, whole_deck: bool = False) -> Sheet:
    """The sheet of a group, with the cards that it chose or placed; with all where it chose none or ``whole_deck``."""
    part, deck = document[Journey], document[Cards]
    own = [one for one in part.placements if one.group == group]
    lying: dict[tuple[Id, Id], tuple[Level, ...]] = {}
    for level in LEVELS:
        for one in own:
            if one.level == level:
                for phase in dict.fromkeys(one.phases):
                    lying[one.card, phase] = (*lying.get((one.card, phase), ()), level)
    wanted = {one.card for one in deck.selections if one.group == group}
    wanted |= {one.card for one in own} if wanted else set()
    cards = tuple(
        (number, card) for number, card in enumerate(deck.cards, 1) if whole_deck or not wanted or card.id in wanted
    )
    return Sheet(group, cards, part.phases, lying)


def letter(level: Level) -> str:
    """The letter that stands for a level and is typed for it."""
    return _(LEVELS[level])[0]


def level_typed(character: str) -> Level | None:
    """The level that a letter means."""
    return next((level for level in LEVELS if letter(level).casefold() == character.casefold()), None)


def from_to(document: Document, group: Id, card: Id, level: Level, first: int, last: int) -> Edit:
    """The card from one phase to another (numbers from 0, in any order), on one level."""
    low, high = sorted((first, last))
    return place(group, card, level, [phase.id for phase in document[Journey].phases[low : high + 1]])


def toggled(document: Document, group: Id, card: Id, level: Level, at: int) -> Edit:
    """One phase (numbers from 0) more or less, on one level."""
    phase = document[Journey].phases[at].id
    held = placement_of(document, group, card, level)
    return place(group, card, level, {phase}.symmetric_difference(held.phases if held else ()))


def taken_away(group: Id, card: Id, level: Level) -> Edit:
    """The card no longer on this level."""
    return place(group, card, level, ())
