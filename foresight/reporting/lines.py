"""Text in figures: how it is shortened and broken into lines. (Paragraphs of the brief are laid out by reportlab.)"""

from foresight.reporting.fonts import text_width

_LONGEST = 5000  # characters of a text that a figure looks at


def shortened(text: str, width: float, size: float, bold: bool = False) -> str:
    """``text``, or as much of it as fits ``width`` points with … at its end."""
    text = text[:_LONGEST]
    return text if text_width(text, size, bold) <= width else text[: _fitting(text, width, size, bold)].rstrip() + "…"


def wrapped(text: str, width: float, size: float, bold: bool = False, lines: int | None = None) -> list[str]:
    """``text`` in at most ``lines`` lines no wider than ``width`` points.

    Words that are too long are broken; the last line ends in … when text is left over.
    """
    words = text[:_LONGEST].split()
    found: list[str] = []
    row = ""
    while words and (lines is None or len(found) < lines):
        longer = f"{row} {words[0]}".lstrip()
        if text_width(longer, size, bold) <= width:
            row = longer
            words.pop(0)
        elif row:
            found.append(row)
            row = ""
        else:
            cut = max(1, _fitting(words[0], width, size, bold))
            found.append(words[0][:cut])
            words[0] = words[0][cut:]
    if row and (lines is None or len(found) < lines):
        return [*found, row]
    if found and (row or "".join(words)):
        found[-1] = found[-1][: _fitting(found[-1], width, size, bold)].rstrip() + "…"
    return found


def _fitting(text: str, width: float, size: float, bold: bool) -> int:
    """How many characters of ``text`` fit with … after them."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle].rstrip() + "…", size, bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return low
