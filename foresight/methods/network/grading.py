"""What a typed character does to the link from one driver to another: the same on the canvas and in the matrix."""

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.model.drivers import DELAYS, Link, Sign, link_between, remove_links, set_link

DELETE = "\x7f"
"""What the Delete key types."""
_SIGNS: dict[str, Sign] = {"+": "+", "-": "-", "−": "-", "?": "?"}


def graded(document: Document, source: Id, target: Id, character: str) -> Edit | None:
    """The edit for a character, None when it means nothing.

    1, 2, 3 set the strength and + - ? the sign, making the link if there is none; p: only potential, or no longer;
    d: the next longer delay, after the longest the shortest; 0 and Delete remove the link.
    """
    link = link_between(document, source, target)
    if source == target:
        return None
    if character in ("0", DELETE):
        return remove_links(link.id) if link else None
    if character in ("1", "2", "3"):
        return set_link(source, target, strength=int(character))
    if character in _SIGNS:
        return set_link(source, target, sign=_SIGNS[character])
    if character.lower() == "p":
        return set_link(source, target, potential=not (link and link.potential))
    if character.lower() == "d" and link:
        delays = list(DELAYS)
        return set_link(source, target, delay=delays[(delays.index(link.delay) + 1) % len(delays)])
    return None


def in_short(link: Link | None) -> str:
    """A link in a cell of the matrix: +3, −2, ?1; (+2) when only potential; a bar for a delay, two for a long one."""
    if link is None:
        return ""
    sign = "−" if link.sign == "-" else link.sign
    text = f"({sign}{link.strength})" if link.potential else f"{sign}{link.strength}"
    return text + {"short": "", "medium": " |", "long": " ||"}[link.delay]
