"""Workshops with a cross-impact matrix, for tests."""

from collections.abc import Sequence

from foresight.core.document import Document, Id
from foresight.core.history import together
from foresight.methods.cib.analysis import board
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.model import CrossImpact, Impact, add_descriptor
from foresight.methods.cib.tests.matrices import DATA, somewhereland


def document_of(matrix: Matrix, titles: Sequence[tuple[str, Sequence[str]]] = ()) -> Document:
    """A workshop with this matrix; descriptors A, B ... with variants a1, a2 ... where no titles are given."""
    letters = [chr(ord("A") + at) for at in range(len(matrix.sizes))]
    parts = titles or [
        (letter, [f"{letter.lower()}{place + 1}" for place in range(size)])
        for letter, size in zip(letters, matrix.sizes, strict=True)
    ]
    document = together("", [add_descriptor(title, variants) for title, variants in parts]).apply(Document())
    ids = [variant.id for variant in document[CrossImpact].variants]
    impacts = tuple(
        Impact(source=ids[row], target=ids[column], value=max(-20, min(20, int(matrix.scores[row, column]))))
        for row, column in zip(*matrix.scores.nonzero(), strict=True)
    )
    return document.put(document[CrossImpact].but(impacts=impacts))


def somewhereland_document() -> Document:
    """The worked example with its names."""
    lines = (DATA / "somewhereland.scw").read_text(encoding="utf-8").splitlines()
    parts: list[tuple[str, list[str]]] = []
    for line in lines[: lines.index("#")]:
        if line.startswith("&"):
            parts.append((line[1:].strip(), []))
        elif line.startswith(" -") and parts:
            parts[-1][1].append(line[2:].strip())
    return document_of(somewhereland(), parts)


def chosen(document: Document, places: Sequence[int]) -> tuple[Id, ...]:
    """A combination given as the places of its variants, counted from 1."""
    return board(document).named([place - 1 for place in places])
