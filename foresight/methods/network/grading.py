"""What a typed character does to the link from one driver to another: the same on the canvas and in the matrix."""

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.model.drivers import DELAYS, Link, Sign, link_between, remove_links, set_link
from foresight.model.judgements import Judgement, judge, judgement_of, withdraw

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


def graded_by(document: Document, group: Id, source: Id, target: Id, character: str) -> Edit | None:
    """The edit of a group's judgement for a character, None when it means nothing.

    0 to 3 set the strength and + - ? the sign; what the group has not said yet is taken from the link. Delete withdraws
    the judgement.
    """
    if source == target:
        return None
    said = judgement_of(document, source, target, group) or link_between(document, source, target)
    if character == DELETE:
        return withdraw(source, target, group)
    if character in ("0", "1", "2", "3"):
        return judge(source, target, group, int(character), said.sign if said else "+")
    if character in _SIGNS:
        return judge(source, target, group, said.strength if said and said.strength else 1, _SIGNS[character])
    return None


def judged_in_short(judgement: Judgement | None) -> str:
    """A judgement in a cell of the matrix: +3, −2, ?1; 0 for no influence; empty when not judged."""
    if judgement is None:
        return ""
    sign = "−" if judgement.sign == "-" else judgement.sign
    return f"{sign}{judgement.strength}" if judgement.strength else "0"


def in_short(link: Link | None) -> str:
    """A link in a cell of the matrix: +3, −2, ?1; 0 for none; (+2) when only potential; a bar for a delay, two for a
    long one."""
    if link is None:
        return ""
    if not link.strength:
        return "0"
    sign = "−" if link.sign == "-" else link.sign
    text = f"({sign}{link.strength})" if link.potential else f"{sign}{link.strength}"
    return text + {"short": "", "medium": " |", "long": " ||"}[link.delay]
