"""Questions that may be the same one in other words: how alike two texts are, and which pairs are proposed for joining.

The measure is our own: the mean of two Dice coefficients, of the words that carry meaning (cut to their stems) and of
the runs of three letters. It knows no synonyms, and gives the same answer on every machine.
"""

import re
import unicodedata
from collections.abc import Hashable, Sequence, Set
from functools import lru_cache

ALIKE = 0.5
"""From this likeness on (0..1) two questions are proposed for joining."""
STEM = 6
"""Letters of a word that count: endings do not (compe-tence, compe-tences)."""
MOST = 1_000
"""Pairs that are kept: the most alike."""

_ENGLISH = """
a an and are as at be been but by can could did do does for from had has have how i in is it its not of on or our so
than that the their them then there these they this those to us was we were what when where which who why will with
would you your ones
"""
_NORWEGIAN = """
av at alle ble bli da de deg dem den der dere det dette din du eller en er et etter for fra få fikk ga går gjør gjorde
ha hadde han har hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke inn jeg kan kunne man med men
mot noe noen nå når og om opp oss over på skal skulle slik som så til ut uten var ved vi vil ville vår være å
"""
_EMPTY_WORDS = frozenset((_ENGLISH + _NORWEGIAN).split())
"""Words that questions have whatever they are about, in English and Norwegian."""


@lru_cache(maxsize=4_096)
def _features(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words that carry meaning, and the runs of three letters."""
    plain = unicodedata.normalize("NFC", text).casefold()
    words = re.findall(r"\w+", plain)
    spelt = f" {' '.join(words)} "
    stems = frozenset(word[:STEM] for word in words if word not in _EMPTY_WORDS)
    return stems, frozenset(spelt[at : at + 3] for at in range(len(spelt) - 2))


def _dice(one: Set[Hashable], other: Set[Hashable]) -> float:
    """2 |A and B| / (|A| + |B|), 0..1; 0 where both are empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def likeness(one: str, other: str) -> float:
    """How alike two questions are, 0..1; 1 for the same letters whatever case and punctuation."""
    (stems, runs), (other_stems, other_runs) = _features(one), _features(other)
    if runs == other_runs and (stems or other_stems or runs):
        return 1.0
    return (_dice(stems, other_stems) + _dice(runs, other_runs)) / 2


@lru_cache(maxsize=2)
def alike(texts: tuple[str, ...]) -> tuple[tuple[int, int, float], ...]:
    """The pairs of texts, by their places, that are alike (ALIKE), the most alike first; at most MOST."""
    found = [
        (one, other, share) for one, other in _sharing(texts) if (share := likeness(texts[one], texts[other])) >= ALIKE
    ]
    return tuple(sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1])))[:MOST]


def _sharing(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs that share a word that carries meaning: others stay below ALIKE, but for those without such words."""
    by_stem: dict[str, list[int]] = {}
    bare = []
    for at, text in enumerate(texts):
        stems = _features(text)[0]
        for stem in stems:
            by_stem.setdefault(stem, []).append(at)
        if not stems:
            bare.append(at)
    pairs = {(a, b) for held in [*by_stem.values(), bare] for i, a in enumerate(held) for b in held[i + 1 :]}
    return sorted(pairs)
