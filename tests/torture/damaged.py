"""Workshop files with bytes cut off, flipped and spliced: read soundly, or refused with a sentence."""

import os
import string
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

from foresight.core.folders import SCENARIOS
from tests.core.test_decoding_fuzz import GOOD, survive, with_checksum
from tests.torture.table import Row, Trial

SAMPLE = (SCENARIOS / "public-sector-2040.en.foresight").read_bytes()
SAMPLE_SHARE = 0.1
"""How often it is the sample that is damaged: it takes long to read."""
PIECE = 2_000
"""Bytes of the longest piece that is taken out or put in."""
SIGNS = string.ascii_lowercase + string.digits + "-_"
APART = 1_000
"""From so many files on it is worth several processes."""


def _cut(text: bytearray, chance: Random) -> None:
    del text[chance.randrange(len(text)) :]


def _flip(text: bytearray, chance: Random) -> None:
    for _time in range(chance.choice((1, 1, 1, 2, 8, 100))):
        text[chance.randrange(len(text))] ^= 1 << chance.randrange(8)


def _overwrite(text: bytearray, chance: Random) -> None:
    start = chance.randrange(len(text))
    piece = chance.choice((chance.randbytes(8), b"\0" * 512, b'"', b"9" * 400, b"\\ud800", b"NaN", b"null"))
    text[start : start + len(piece)] = piece


def _leave_out(text: bytearray, chance: Random) -> None:
    start = chance.randrange(len(text))
    del text[start : start + chance.randrange(1, PIECE)]


def _splice(text: bytearray, chance: Random) -> None:
    source = chance.choice((GOOD, SAMPLE))
    start, place = chance.randrange(len(source)), chance.randrange(len(text))
    text[place:place] = source[start : start + chance.randrange(1, PIECE)]


def _splice_lines(text: bytearray, chance: Random) -> None:
    lines = text.splitlines(keepends=True)
    count = min(chance.randrange(1, 4), len(lines))
    moved = [bytes(lines.pop(chance.randrange(len(lines)))) for _line in range(count)]
    for line in moved * chance.choice((0, 1, 2)):
        lines.insert(chance.randrange(len(lines) + 1), bytearray(line))
    text[:] = b"".join(lines)


def _retype(text: bytearray, chance: Random) -> None:
    """Letters and figures become others: what comes out is a text that means something else."""
    places = [place for place, byte in enumerate(text) if chr(byte) in SIGNS]
    for place in chance.sample(places, min(len(places), chance.randrange(1, 9))):
        text[place] = ord(chance.choice(SIGNS))


WAYS = (_retype, _retype, _retype, _cut, _flip, _overwrite, _leave_out, _splice, _splice_lines)


def damaged(seed: int) -> bytes:
    """A workshop file, damaged in one to three ways; half of them with a checksum that hides it."""
    chance = Random(seed)
    text = bytearray(SAMPLE if chance.random() < SAMPLE_SHARE else GOOD)
    for _time in range(chance.choice((1, 1, 1, 2, 3))):
        if text:
            chance.choice(WAYS)(text, chance)
    return with_checksum(bytes(text)) if chance.random() < 0.5 else bytes(text)


def _faults(seeds: range) -> list[str]:
    """What went wrong, and with which seed."""
    faults = []
    for seed in seeds:
        try:
            survive(damaged(seed))
        except Exception as error:  # noqa: BLE001 (any but a FileProblem is what we look for)
            faults.append(f"{seed}: {type(error).__name__}")
    return faults


def damaged_files(folder: Path, count: int) -> Row:
    """Read so many damaged files, always the same ones."""
    if count < APART:
        faults = _faults(range(count))
    else:
        lanes = os.cpu_count() or 1
        with ProcessPoolExecutor(lanes, mp_context=get_context("spawn")) as pool:
            shares = [range(lane, count, lanes) for lane in range(lanes)]
            faults = [fault for share in pool.map(_faults, shares) for fault in share]
    found = f" ({', '.join(faults[:5])})" if faults else ""
    return Row(
        "bytes cut, flipped and spliced",
        "0 exceptions but the typed one",
        f"{len(faults)} in {count} files{found}",
        not faults,
    )


TRIALS = (Trial("damaged", damaged_files, full=20_000, short=150),)
