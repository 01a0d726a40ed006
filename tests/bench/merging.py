"""Merging the files of twelve tables, against reading and writing the same as json."""

import json

from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.merging import merge_all
from foresight.core.renaming import renamed
from tests.bench.big import network, trends
from tests.bench.measure import Row, in_turn

TABLES = 12
THINGS = 300
MOST = 5.0
"""Seconds."""


def rows() -> list[Row]:
    """Twelve workshops of 300 things each, all of which are new."""
    tables = [_of_a_table(number) for number in range(TABLES)]
    texts = [encode(document) for document in tables]
    merged = merge_all(Document(), tables)
    assert len(merged.brought) == TABLES * THINGS, "not everything came in"
    seconds, reference = in_turn(
        lambda: merge_all(Document(), tables), lambda: [json.dumps(json.loads(text)) for text in texts], runs=3
    )
    what = f"merge {TABLES} workshops of {THINGS} things"
    return [Row(what, seconds, "json of the same", reference, f"<= {MOST:.0f} s", seconds <= MOST)]


def _of_a_table(number: int) -> Document:
    """100 drivers, 124 links, 75 trends and a group."""
    groups, cards, _ratings = trends(75, groups=1)
    document = Document().put(network(100, 124), groups, cards)
    ids = [entity.id for part in document.slices.values() for entity in part.entities()]
    return renamed(document, {each: f"{number}-{each}" for each in ids})
