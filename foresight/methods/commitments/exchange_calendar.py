"""Commitments as a calendar (RFC 5545): when each starts, when its first gain shows, when the room looks again."""

import datetime
import re
from collections.abc import Iterator

from foresight.core.document import Document
from foresight.core.naming import field_label
from foresight.core.text import day_of
from foresight.core.words import _, language
from foresight.methods.commitments.analysis import follow_up_day, kept
from foresight.model.commitments import Commitment, Commitments
from foresight.model.workshop import Workshop

OCTETS = 75
"""Of a line, without its end; longer ones are folded (RFC 5545, 3.1)."""
DESCRIBED = ("who", "where", "step", "measure", "gain", "taker", "elsewhere", "misstep")
"""The fields of a commitment that stand in the description of its events."""

_escaped = re.compile(r"[\\;,\n]")


def write(document: Document, ending: str) -> bytes:
    """An .ics file with all-day events: the same bytes for the same document and language.

    An event keeps its identifier as long as its commitment is there, so that a calendar that gets the file again
    changes its events and does not double them.
    """
    title = document[Workshop].title or _("Commitments")
    tongue = "NO" if language() == "nb" else "EN"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Foresight//Foresight//{tongue}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(title)}",
        *_events(document),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _events(document: Document) -> Iterator[str]:
    stamp = _stamp(document)
    for each in kept(document[Commitments]):
        told = _told(each)
        if each.start_day:
            yield from _event(document, stamp, f"{each.id}-start", each.start_day, _begin(each), told)
        if each.gain_day:
            summary = _("First gain: {commitment}").format(commitment=each.text)
            yield from _event(document, stamp, f"{each.id}-gain", each.gain_day, summary, told)
    day = follow_up_day(document)
    if day:
        yield from _event(document, stamp, "follow-up", day, _("We look again at what we agreed on"), "")


def _begin(each: Commitment) -> str:
    return _("Begin: {commitment}").format(commitment=each.text)


def _event(
    document: Document, stamp: str, name: str, day: datetime.date, summary: str, description: str
) -> tuple[str, ...]:
    """An event on one whole day, which leaves people free: it is a reminder, not a meeting."""
    told = (f"DESCRIPTION:{escaped(description)}",) if description else ()
    return (
        "BEGIN:VEVENT",
        f"UID:{name}.{document.doc_id}@foresight",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_basic(day)}",
        f"SUMMARY:{escaped(summary)}",
        *told,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _told(each: Commitment) -> str:
    """Who, first step, measure and gain, one a line."""
    said = ((field_label(Commitment, name), getattr(each, name)) for name in DESCRIBED)
    return "\n".join(f"{label}: {text}" for label, text in said if text)


def _stamp(document: Document) -> str:
    """When the events were made: the day of the workshop, as no clock may change the file."""
    made = day_of(document[Workshop].date) or datetime.date(1970, 1, 1)
    return f"{_basic(made)}T000000Z"


def _basic(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """``text`` as a value: backslash, semicolon, comma and line break with a backslash (RFC 5545, 3.3.11)."""
    return _escaped.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text)


def folded(line: str) -> str:
    """``line`` in pieces of at most OCTETS bytes of UTF-8, the further ones after a blank; no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the blank in front
        piece += letter
        size += octets
    return "\r\n ".join([*pieces, piece])
