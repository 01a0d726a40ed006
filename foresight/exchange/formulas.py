"""Texts that a spreadsheet would run: they are written so that it does not, and come back as they were (CWE-1236)."""

RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula, also in full width."""
MARK = "'"
"""In front of a text it says: this is a text."""


def guarded(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would run it.

    A text that already has apostrophes in front of such a beginning gets one more, so that ``unguarded`` is exact.
    """
    return MARK + text if text.lstrip(MARK).startswith(RUNS) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if text.startswith(MARK) and text.lstrip(MARK).startswith(RUNS) else text
