"""Texts that would do something if they were taken for mark-up, and workshops that are full of them."""

import base64
import json
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from foresight.core.document import Document
from foresight.core.text import clean_line
from foresight.core.words import speaking
from foresight.methods.summary.analysis import parts
from foresight.methods.summary.model import reword, write_note
from tests.torture.hostile import DATA
from tests.torture.values import filled

PICTURE = "red.png"
"""A red picture in the present folder."""


def red_samples(picture: Path) -> list[str]:
    """What shows red where it is taken for mark-up."""
    data = base64.b64encode(picture.read_bytes()).decode()
    return [
        f'<img src="{picture.name}" width="64" height="64"/>',
        f'<img src="{picture.as_uri()}" width="64" height="64">',
        f'<img src="data:image/png;base64,{data}">',
        '<table bgcolor="#ff0000"><tr><td>table</td></tr></table>',
        '<b style="background-color:#ff0000">bold</b>',
        '<font color="#ff0000" size="7">███</font>',
    ]


def stored_samples() -> list[str]:
    """The mark-up that is kept in the repository, each once."""
    lines = (DATA / "markup.txt").read_text("utf-8").splitlines()
    files = sorted((DATA / "markup").glob("*.json"))
    titles = [json.loads(path.read_text("utf-8"))["title"] for path in files]
    return [text for text in dict.fromkeys(clean_line(line) for line in (*lines, *titles)) if text]


def everywhere(sample: str) -> Document:
    """A workshop in which every text of every thing is this sample."""
    return worded(filled(lambda limit: clean_line(sample, limit)), lambda: sample)


def mixed(samples: list[str]) -> Document:
    """A workshop whose texts are these samples by turns."""
    turn = cycle(samples)
    return worded(filled(lambda limit: clean_line(next(turn), limit), each=3), lambda: next(turn))


def worded(document: Document, text: Callable[[], str]) -> Document:
    """The workshop with the leader's words in its summary, which only a key that fits puts there.

    Every chapter has a note, and its first sentence is said in other words; the further ones stay ours.
    """
    with speaking("en"):
        for part in parts(document):
            document = write_note(part.key, "en", text()).apply(document)
            first = part.sentences[0]
            document = reword(first.key, "en", text(), first.basis).apply(document)
    return document


def documents(samples: list[str], count: int) -> list[tuple[str, Callable[[], Document]]]:
    """The first ``count`` of: a workshop with all samples, and one for each of them; what each is called."""
    made: list[tuple[str, Callable[[], Document]]] = [("all", lambda: mixed(samples))]
    made += [(sample[:40], lambda sample=sample: everywhere(sample)) for sample in samples]  # type: ignore[misc]
    return made[:count]
