"""The rounds with dilemma cards in the sample: who nominated, chose and voted what is drawn; how many is given."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from random import Random
from typing import Any

from foresight.core.methods import discover
from foresight.core.words import Language
from foresight.methods.dilemmas.deck import deck

PREFIX = "card-"
"""The ids of categories and cards begin with it: ``card-silos``."""
ANSWERS = ("a", "b", "both", "none")

Counts = dict[str, dict[str, Any]]


def cards(language: Language, written: dict[str, Any], groups: Sequence[str]) -> dict[str, Any]:
    """The ready-made deck with the three rounds and, for some cards, the vote after the discussion."""
    discover()  # the deck is worded by the catalogue of its method
    categories, held = deck(language, PREFIX)
    topics: Counts = {f"{PREFIX}{key}": counts for key, counts in written["topics"].items()}
    chosen = _chosen(topics, groups)
    said = {(f"{PREFIX}{one['card']}", one["group"]): one["text"] for one in written["comments"]}
    return {
        "categories": [category.model_dump() for category in categories],
        "cards": [card.model_dump() for card in held],
        "nominations": list(_nominations(topics, chosen, groups)),
        "selections": [{"group": group, "card": card} for card, takers in chosen.items() for group in takers],
        "votes": list(_votes(topics, chosen, said)),
    }


def _drawn(n: int, groups: Sequence[str], busy: Counter[str], random: Random) -> list[str]:
    """``n`` groups, those with the least to do first."""
    found = sorted(sorted(groups, key=lambda group: (busy[group], random.random()))[:n])
    busy.update(found)
    return found


def _chosen(topics: Counts, groups: Sequence[str]) -> dict[str, list[str]]:
    """Who took each card among their own: about as many cards for every group, some one more, some one less."""
    busy = Counter({group: at % 2 for at, group in enumerate(groups)})
    return {card: _drawn(counts["chosen"], groups, busy, Random(card)) for card, counts in topics.items()}


def _nominations(topics: Counts, chosen: dict[str, list[str]], groups: Sequence[str]) -> Iterator[dict[str, str]]:
    """Who took a card had nominated it; so had some others."""
    busy: Counter[str] = Counter()
    for card, counts in topics.items():
        others = [group for group in groups if group not in chosen[card]]
        more = _drawn(counts["nominated"] - counts["chosen"], others, busy, Random(f"nominations of {card}"))
        yield from ({"group": group, "card": card} for group in sorted([*chosen[card], *more]))


def _votes(topics: Counts, chosen: dict[str, list[str]], said: dict[tuple[str, str], str]) -> Iterator[dict[str, Any]]:
    """Who took a card voted on it. After the discussion as few as possible change their minds."""
    for card, counts in topics.items():
        random = Random(f"votes on {card}")
        ordered = sorted(chosen[card], key=lambda _group: random.random())
        for ballot, name in ((1, "vote"), (2, "again")):
            if name in counts:
                answers = chain.from_iterable([answer] * n for answer, n in zip(ANSWERS, counts[name], strict=True))
                for group, answer in zip(ordered, answers, strict=True):
                    comment = said.get((card, group), "") if ballot == 1 else ""
                    yield {"group": group, "card": card, "ballot": ballot, "answer": answer, "comment": comment}
