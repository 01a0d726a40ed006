"""Merging after whatever can be done in any method: edits of all models, in any order, on both sides."""

from random import Random

import pytest
from pydantic import ValidationError

from foresight.core.decoding import decode
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.integrity import remove
from foresight.core.merging import merge
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.survey import references
from tests.torture.edits import edit_of, edits
from tests.torture.machine import some_text
from tests.torture.values import NoneFits, Source, filled, present


def edited(document: Document, random: Random) -> Document:
    """The document after some edits, a tenth of them deletions."""
    functions = list(edits().values())
    for _step in range(random.randrange(1, 15)):
        ids = present(document)
        if random.random() < 0.1:
            every = [one for found in ids.values() for one in found]
            document = remove(document, random.sample(every, min(2, len(every))))
            continue
        try:
            source = Source(random, ids, some_text(random))
            document = edit_of(random.choice(functions), document, source).apply(document)
        except (Problem, NoneFits, ValidationError):  # nothing that this edit could be about
            continue
    return document


@pytest.fixture(scope="module")
def full() -> Document:
    return filled(lambda limit: "abc"[:limit])


@pytest.mark.parametrize("seed", range(16))
def test_edits_of_both_sides_come_together(seed: int, full: Document) -> None:
    random = Random(seed)
    base = edited(full, random)
    mine, theirs = edited(base, random), edited(base, random)

    assert merge(base, mine, base).document is mine
    assert merge(base, base, theirs).document == theirs
    assert merge(base, mine, mine).document is mine
    for origin in (base, None):
        merged = merge(origin, mine, theirs).document
        assert references(merged) == (set(), set())
        assert decode(encode(merged), slice_kinds()).repairs == ()
        assert merge(origin, merged, theirs).document is merged
