"""Cross-impact balances: all consistent scenarios, exactly, against trying every combination with numpy."""

import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path

import numpy as np

from foresight.core.document import Document
from foresight.core.progress import no_tick
from foresight.methods.cib.analysis import board, solve
from foresight.methods.cib.engine.matrix import Matrix, balances
from foresight.methods.cib.engine.search import search
from foresight.methods.cib.engine.succession import weights
from foresight.methods.cib.exchange_scw import read
from foresight.methods.cib.model import CrossImpact, Descriptor, Impact, Variant, set_impact
from tests.bench.measure import Row, in_turn, limit_row, median

ROOT = Path(__file__).parents[2]
SOMEWHERELAND = ROOT / "tests" / "data" / "cib" / "somewhereland.scw"
FASTER = 20
INSTANT = 0.1
"""Seconds up to which an answer feels instant."""
MEGABYTES = 500
CHUNK = 1 << 16
"""Combinations tried at a time."""


def rows() -> list[Row]:
    """The rows of the table, memory last."""
    return [_somewhereland(), _dense(), _large(), _weights(), _changed(), _memory()]


def drawn(sizes: tuple[int, ...], acting: int, seed: int) -> Matrix:
    """A standardised matrix, judgements to 3, on each descriptor so many others acting."""
    random = np.random.default_rng(seed)
    matrix = Matrix(sizes, np.zeros((sum(sizes), sum(sizes)), dtype=np.int64))
    for target, size in enumerate(sizes):
        others = [each for each in range(len(sizes)) if each != target]
        for source in random.choice(others, acting, replace=False):
            groups = (_group(size, random) for _variant in range(sizes[source]))
            matrix.scores[matrix.span(int(source)), matrix.span(target)] = list(groups)
    return matrix


def _group(size: int, random: np.random.Generator) -> list[int]:
    """A judgement group that sums to 0."""
    while True:
        drawn = random.integers(-3, 4, size - 1).tolist()
        if abs(sum(drawn)) <= 3:
            return [*drawn, -sum(drawn)]


def tried(matrix: Matrix) -> int:
    """How many combinations are consistent, by trying all, some thousand at a time."""
    found = 0
    for first in range(0, matrix.space, CHUNK):
        numbers = np.arange(first, min(first + CHUNK, matrix.space))
        states = np.array(np.unravel_index(numbers, matrix.sizes), dtype=np.uint8).T
        sums = balances(matrix, states)
        holds = np.ones(len(states), dtype=bool)
        for at in range(len(matrix.sizes)):
            block = sums[:, matrix.span(at)]
            holds &= block.max(axis=1) == block[np.arange(len(states)), states[:, at]]
        found += int(holds.sum())
    return found


def document_of(matrix: Matrix) -> Document:
    """A workshop with this matrix."""
    descriptors = tuple(Descriptor(title=f"Descriptor {at + 1}") for at in range(len(matrix.sizes)))
    variants = tuple(
        Variant(descriptor=each.id, title=f"Variant {place + 1}")
        for each, size in zip(descriptors, matrix.sizes, strict=True)
        for place in range(size)
    )
    impacts = tuple(
        Impact(source=variants[row].id, target=variants[column].id, value=int(matrix.scores[row, column]))
        for row, column in zip(*matrix.scores.nonzero(), strict=True)
    )
    return Document().put(CrossImpact(descriptors=descriptors, variants=variants, impacts=impacts))


def _somewhereland() -> Row:
    document = read(Document(), SOMEWHERELAND, no_tick).edit.apply(Document())
    matrix = board(document).matrix
    assert search(matrix).count == tried(matrix) == 10
    return limit_row("Somewhereland, all consistent scenarios", median(lambda: search(matrix)), 0.005)


def _dense() -> Row:
    matrix = drawn((3,) * 12, 11, 6)
    assert search(matrix).count == tried(matrix)
    seconds, wanted = in_turn(lambda: search(matrix), lambda: tried(matrix), 5)
    what = "12 descriptors x 3 variants, dense, all consistent scenarios"
    return Row(what, seconds, "trying all, numpy", wanted, f">= {FASTER} x faster", FASTER * seconds <= wanted)


def large() -> list[Matrix]:
    """Five matrices of 40 descriptors with 2.7 variants, 6 acting on each: 10^16.8 combinations."""
    return [drawn(tuple(np.random.default_rng(seed).permutation([2] * 16 + [3] * 20 + [4] * 4).tolist()), 6, seed)
            for seed in range(5)]  # fmt: skip


def _large() -> Row:
    slowest = max(median(partial(search, matrix)) for matrix in large())
    what = "40 descriptors x 2.7 variants, 6 acting on each (10^16.8), slowest of 5 matrices"
    return limit_row(what, slowest, 0.5)


def _weights() -> Row:
    matrix = drawn((3,) * 10, 9, 7)
    found = search(matrix).states
    assert weights(matrix, found).exact
    return limit_row("weights of 59,049 combinations, exact", median(lambda: weights(matrix, found)), 0.3)


def _changed() -> Row:
    """From a judgement typed to the scenarios that hold with it, as the window does it."""
    document = document_of(drawn((3,) * 15, 8, 8))
    first = document[CrossImpact].impacts[0]
    values = count()

    def changed() -> None:
        edit = set_impact(first.source, first.target, value=next(values) % 4 - 2)
        solve(edit.apply(document))

    seconds = median(changed)
    what = "one changed judgement to the new list, 15 x 3 at 60 %"
    return Row(what, seconds, "feels instant", INSTANT, "<= 50 ms", seconds <= 0.05)


CHILD = """
import sys
sys.path.insert(0, sys.argv[1])
from foresight.methods.cib.engine.search import search
from foresight.methods.cib.engine.succession import weights
from tests.bench.cib import drawn, large, peak
for matrix in [drawn((3,) * 12, 11, 6), *large(), drawn((3,) * 15, 8, 8)]:
    search(matrix)
matrix = drawn((3,) * 10, 9, 7)
weights(matrix, search(matrix).states)
print(peak())
"""


def peak() -> float:
    """The most memory that this process ever had, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says counts the process that started this one too
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 1024


def _memory() -> Row:
    command = [sys.executable, "-c", CHILD, str(ROOT)]
    most = float(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
    what = "memory of a process that does all of these"
    return Row(what, most, "limit", MEGABYTES, f"<= {MEGABYTES} MB", most <= MEGABYTES, "MB")
