"""The leader's words in the place of the program's, wherever a method prints its sentences."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from foresight.core.brief import Block, Box, Bullets, Columns, Picture, Text
from foresight.methods.summary.analysis import Sentence


class Rewording:
    """Puts what is to be printed in the place of each of our sentences, wherever a block says it."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.printed: set[str] = set()
        """Our sentences that were met."""
        self._met = 0
        self._sentences: dict[str, deque[Sentence]] = {}  # things of the same name may have the same sentence
        for sentence in sentences:
            self._sentences.setdefault(sentence.finding.text, deque()).append(sentence)
        longest_first = sorted(self._sentences, key=len, reverse=True)
        self._ours = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def blocks(self, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
        """The blocks with the leader's words in them, and how many there are up to the last that says our sentences."""
        made: list[Block] = []
        after = 0
        for block in blocks:
            before = self._met
            made.append(self.block(block))
            after = len(made) if self._met > before else after
        return tuple(made), after

    def text(self, text: str) -> str:
        """``text`` with the leader's words in it."""
        return self._ours.sub(self._instead, text)

    def _instead(self, match: re.Match[str]) -> str:
        self.printed.add(match[0])
        self._met += 1
        same = self._sentences[match[0]]
        sentence = same[0]
        same.rotate(-1)
        return "" if sentence.is_out else sentence.text

    def block(self, block: Block) -> Block:
        """``block`` with the leader's words in it."""
        match block:
            case Text():
                return replace(block, text=self.text(block.text))
            case Bullets():
                return replace(block, items=tuple(map(self.text, block.items)))
            case Picture():
                return replace(block, caption=self.text(block.caption))
            case Columns():
                return replace(block, columns=tuple(tuple(map(self.block, blocks)) for blocks in block.columns))
            case Box():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
            case _:
                return block
