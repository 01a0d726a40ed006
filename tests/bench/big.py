"""Large workshops with fixed content."""

import json
import re
from pathlib import Path
from random import Random

from foresight.core.document import Document, Slice
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.survey import dangling
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.trends import Evidence, Trend, Trends

SAMPLE = Path(__file__).parents[2] / "scenarios" / "public-sector-2040.en.foresight"
COPIES = 31
FIELDS = ("groups", "trends", "advice", "ratings", "drivers", "links", "scenarios", "themes", "questions", "raters")
"""The fields of slices that hold entities (or ratings)."""

TEXT = "Befolkningen blir eldre, og færre er i arbeid. Kommunene må løse flere oppgaver med færre hender. "


def network(drivers: int, links: int) -> Drivers:
    """So many drivers, and links from each to others drawn with a fixed seed."""
    random = Random(1)
    made = tuple(Driver(id=f"d{n:04}", title=f"Driver number {n}") for n in range(drivers))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < links:
        source, target = random.randrange(drivers), random.randrange(drivers)
        if source != target:
            pairs.add((source, target))
    joined = tuple(
        Link(
            id=f"l{source}-{target}",
            source=f"d{source:04}",
            target=f"d{target:04}",
            strength=random.randint(1, 3),
            sign="-" if random.random() < 0.3 else "+",
        )
        for source, target in sorted(pairs)
    )
    return Drivers(drivers=made, links=joined)


def trends(count: int, groups: int = 6) -> tuple[Groups, Trends, Ratings]:
    """So many trends, rated by so many groups."""
    random = Random(2)
    tables = tuple(Group(id=f"g{n:02}", name=f"Table {n}", size=8) for n in range(groups))
    cards = tuple(
        Trend(
            id=f"t{n:05}",
            title=f"Trend number {n}",
            summary=TEXT,
            description=TEXT * 4,
            evidence=(Evidence(text=TEXT, source="https://example.org/report"),),
        )
        for n in range(count)
    )
    rated = tuple(
        Rating(subject=card.id, group=table.id, impact=random.randint(1, 5), uncertainty=random.randint(1, 5))
        for card in cards[:300]
        for table in tables
    )
    return Groups(groups=tables), Trends(trends=cards), Ratings(ratings=rated)


def workshop_with_links() -> Document:
    """300 trends, rated by six groups, and 60 drivers with 1,500 links."""
    return Document(doc_id="bench").put(*trends(300), network(60, 1_500))


def large_network() -> Document:
    """1,000 drivers with 3,000 links."""
    return Document(doc_id="bench").put(network(1_000, 3_000))


def five_megabytes() -> Document:
    """The sample workshop many times over, each time with identifiers of its own, until its file has 5 MB."""
    text = json.dumps(json.loads(SAMPLE.read_bytes())["slices"])
    ids = sorted(set(re.findall(r'"id": "([^"]+)"', text)), key=len, reverse=True)
    naming = re.compile('"(' + "|".join(map(re.escape, ids)) + ')"')
    parts: dict[type[Slice], Slice] = {}
    for copy in range(COPIES):
        data = json.loads(naming.sub(rf'"\1-{copy}"', text))
        for kind in (kind for kind in slice_kinds() if kind.key in data):
            data[kind.key].pop("version")
            part = kind.model_validate_json(json.dumps(data[kind.key]))
            parts[kind] = _joined(parts[kind], part) if kind in parts else part
    document = Document(parts, doc_id="bench")
    size = len(encode(document))
    assert 4_800_000 < size < 5_400_000, size
    assert not dangling(document)
    return document


def _joined(part: Slice, more: Slice) -> Slice:
    """One slice with the entities of both."""
    held = {name: getattr(part, name) for name in type(part).model_fields}
    lists = {name: items for name, items in held.items() if isinstance(items, tuple) and items and name in FIELDS}
    return part.but(**{name: (*items, *getattr(more, name)) for name, items in lists.items()})
