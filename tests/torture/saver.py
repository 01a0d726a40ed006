"""A program that saves one workshop of 1 MB again and again, and says when after each time, until it is killed."""

import sys
import time
from pathlib import Path

from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.storage import load, save
from foresight.model.workshop import Workshop
from tests.bench.big import trends


def workshop(doc_id: str) -> Document:
    """A workshop of 1 MB, as number 0."""
    document = Document(doc_id=doc_id).put(Workshop(title="0"), *trends(1_000))
    assert 1_000_000 < len(encode(document)) < 1_200_000
    return document


def main(path: Path) -> None:
    """Go on with the number that the file holds: every save has the next one as its title."""
    document, stamp = load(path, slice_kinds()), None
    first = int(document[Workshop].title) + 1
    for number in range(first, first + 1_000_000):
        stamp = save(document.put(Workshop(title=str(number))), path, stamp)
        sys.stdout.write(f"{number} {time.monotonic()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
