"""Text that people type: what may be in it, and how anything else is taken out."""

import datetime
import re
import unicodedata
from typing import Annotated

from pydantic import StringConstraints

# Control characters (newline and tab excepted), bidirectional overrides and lone surrogates: invisible, and they
# break displays, saving or the brief (an outline entry with a lone surrogate raises in the PDF writer).
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_forbidden = re.compile(f"[{_FORBIDDEN}]")
_breaks = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_space = re.compile(r"\s+")

# The Rust engine behind pydantic knows no surrogates (it refuses them by itself), so its pattern leaves them out.
_PROSE = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]*$"
_LINE = r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]*$"

LINE_LENGTH = 200
PROSE_LENGTH = 20_000

Line = Annotated[str, StringConstraints(max_length=LINE_LENGTH, pattern=_LINE)]
"""A title, name or tag: one line."""
Prose = Annotated[str, StringConstraints(max_length=PROSE_LENGTH, pattern=_PROSE)]
"""Running text: paragraphs separated by newlines."""
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""An identifier or a participant's code."""


def clean_prose(text: str, limit: int = PROSE_LENGTH) -> str:
    """``text`` without characters that nobody can see, at most ``limit`` characters; line breaks become ``\\n``."""
    return _forbidden.sub("", _breaks.sub("\n", text))[:limit]


def clean_line(text: str, limit: int = LINE_LENGTH) -> str:
    """``text`` as one line: cleaned, runs of white space folded to one blank, at most ``limit`` characters."""
    return _space.sub(" ", clean_prose(text, len(text))).strip()[:limit]


def day_of(text: str) -> datetime.date | None:
    """The day that an ISO text such as ``2026-11-21`` means; None when there is none, or none that exists."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


STEM_LENGTH, STEM_BYTES = 60, 120
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}


def file_stem(title: str) -> str:
    """``title`` as the name of a file, without what some system does not take in names; "" when nothing is left.

    At most 60 characters and 120 bytes, never hidden, never an option of a command, and no device of Windows, which
    keeps such a name to itself whatever ending follows.
    """
    words = unicodedata.normalize("NFC", title)
    words = clean_line("".join(letter if letter.isalnum() or letter in "-_" else " " for letter in words))
    stem = words.lstrip("- ")[:STEM_LENGTH].encode()[:STEM_BYTES].decode(errors="ignore").strip()
    return f"{stem}_" if stem.lower() in _DEVICES else stem
