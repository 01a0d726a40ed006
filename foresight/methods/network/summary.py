"""All that the method says of a document, as plain values: what the command line prints."""

from typing import Any

from foresight.core.document import Document
from foresight.methods.network.analysis import mean, parts
from foresight.methods.network.leverage import DEPTH, leverage
from foresight.methods.network.loops import find_loops, labels, sentence
from foresight.methods.network.matrix import counted
from foresight.methods.network.model import Network, loop_names, turned
from foresight.methods.network.ranking import Side, explained, outcome_in_words, ranking, ranks
from foresight.model.drivers import Drivers

LISTED = 100
"""Loops in words at most."""


def figures(document: Document) -> dict[str, Any]:
    """Everything the analysis says, as values that json.dumps takes; of loops the first ``LISTED`` in words."""
    held = ranking(document)
    return {
        "drivers": _drivers(document),
        "mean": mean(parts(document).values()),
        "links": len(document[Drivers].links),
        "links_counted": len(counted(document)),
        "potential_links_count_as": document[Network].potential_strength,
        "indirect": held.outcome,
        "indirect_power": held.power or None,
        "indirect_in_words": outcome_in_words(held),
        "leverage_depth": DEPTH,
        **_loops(document),
    }


def _drivers(document: Document) -> list[dict[str, Any]]:
    """Each driver with its sums, role, ranks and leverage (the largest is 1)."""
    held, levers = ranking(document), leverage(document)
    largest = max(levers.values(), default=0) or 1
    lever_ranks = ranks(list(levers.values()))
    found = []
    for at, (driver, part) in enumerate(zip(document[Drivers].drivers, parts(document).values(), strict=True)):
        found.append(
            {
                "title": driver.title,
                "role": part.role,
                **_side("influence", held.influence, at),
                **_side("dependence", held.dependence, at),
                "why": explained(document, driver.id),
                "leverage": round(levers[driver.id] / largest, 4),
                "leverage_rank": lever_ranks[at],
            }
        )
    return found


def _side(name: str, side: Side, at: int) -> dict[str, Any]:
    """Influence or dependence of the driver at a place, direct and by paths; displacement: ranks it climbs."""
    has_order = bool(side.indirect)
    return {
        name: side.direct[at],
        f"{name}_rank": side.direct_rank[at],
        f"indirect_{name}": side.indirect[at] if has_order else None,
        f"indirect_{name}_rank": side.indirect_rank[at] if has_order else None,
        f"{name}_displacement": side.climb(at) if has_order else None,
    }


def _loops(document: Document) -> dict[str, Any]:
    circular = find_loops(document)
    listed = circular.loops[:LISTED]
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    names = loop_names(document)
    return {
        "loops_found": len(circular.loops),
        "more_loops": circular.more,
        "longest_loop_sought": circular.longest,
        "loops": [
            {
                "label": label,
                "name": names.get(turned(loop.drivers), ""),
                "drivers": [titles[driver] for driver in loop.drivers],
                "sign": loop.sign,
                "kind": loop.kind,
                "delay": loop.delay,
                "sentence": sentence(document, loop),
            }
            for label, loop in zip(labels(listed), listed, strict=True)
        ],
    }
