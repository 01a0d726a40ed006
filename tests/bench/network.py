"""The analysis of networks: loops against networkx, and all figures of the method from scratch."""

from itertools import permutations
from random import Random

import networkx as nx

from foresight.core.document import Document
from foresight.methods.network.analysis import parts
from foresight.methods.network.loops import find_loops
from foresight.methods.network.ranking import ranking
from foresight.methods.network.summary import figures
from foresight.model.drivers import Driver, Drivers, Link
from tests.bench.big import network
from tests.bench.measure import Row, in_turn, limit_row, median

LENGTH = 6
FASTER = 50


def rows() -> list[Row]:
    """Loops, all figures, and structural analysis of a dense matrix."""
    return [_loops(), _all_figures(), _dense()]


def _drawn(drivers: int, pairs: list[tuple[int, int]], random: Random) -> Drivers:
    """So many drivers with links between these pairs."""
    made = tuple(Driver(id=f"d{n:03}", title=f"Driver number {n}") for n in range(drivers))
    links = tuple(
        Link(
            source=made[a].id,
            target=made[b].id,
            strength=random.randint(1, 3),
            sign="-" if random.random() < 0.3 else "+",
        )
        for a, b in pairs
    )
    return Drivers(drivers=made, links=links)


def _fresh(part: Drivers) -> Document:
    """A document of which nothing is known yet: what is remembered is remembered of the very same links."""
    return Document(doc_id="bench").put(part.model_copy(update={"links": (*part.links,)}))


def _loops() -> Row:
    random = Random(4)
    pairs = [(one, other) for one in range(300) for other in random.sample([n for n in range(300) if n != one], 4)]
    part = _drawn(300, pairs, random)
    graph = nx.DiGraph(pairs)

    def reference() -> int:
        return sum(1 for _cycle in nx.simple_cycles(graph, length_bound=LENGTH))

    assert reference() == len(find_loops(_fresh(part)).loops)
    seconds, wanted = in_turn(lambda: find_loops(_fresh(part)), reference, 7)
    what = f"loops of at most {LENGTH} links, 300 nodes, 4 links from each"
    return Row(what, seconds, "networkx", wanted, f">= {FASTER} x faster", FASTER * seconds <= wanted)


def _all_figures() -> Row:
    part = network(300, 1_200)
    seconds = median(lambda: figures(_fresh(part)))
    return limit_row("all figures of the network, 300 drivers and 1,200 links, from scratch", seconds, 0.250)


def _dense() -> Row:
    random = Random(5)
    part = _drawn(100, [pair for pair in permutations(range(100), 2) if random.random() < 0.3], random)

    def analysed() -> None:
        document = _fresh(part)
        parts(document)
        ranking(document)

    return limit_row("structural analysis, exact, 100 variables filled 30 %", median(analysed), 0.200)
