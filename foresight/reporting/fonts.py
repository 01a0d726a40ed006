"""The fonts of the brief and its figures, embedded: IBM Plex Sans, and DejaVu Sans for characters that Plex lacks.

Importing this module registers them, once, and closes what reportlab leaves open: nothing is fetched, no text is code.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from foresight.core.folders import RESOURCES

REGULAR, BOLD, ITALIC = "IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSans-Italic"
FALLBACK, FALLBACK_BOLD = "DejaVuSans", "DejaVuSans-Bold"
MISSING = "□"

_missing: ContextVar[set[str] | None] = ContextVar("missing", default=None)


def _register() -> None:
    for name in (REGULAR, BOLD, ITALIC, FALLBACK, FALLBACK_BOLD):
        pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / f"{name}.ttf"))
    # Without baseFontFor every PDF carries a Helvetica that is not embedded; shapes has read its default already.
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD, baseFontFor="all")  # type: ignore[call-arg]
    pdfmetrics.registerFontFamily(FALLBACK, FALLBACK, FALLBACK_BOLD, FALLBACK, FALLBACK_BOLD)
    shapes.STATE_DEFAULTS["fontName"] = REGULAR
    # RL_ environment variables and ~/.reportlab_settings could have opened these.
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None  # type: ignore[assignment]


_register()


def face(bold: bool = False, italic: bool = False) -> str:
    """The name of the face; semibold has no italic."""
    return BOLD if bold else ITALIC if italic else REGULAR


@cache
def _glyphs(font: str) -> frozenset[int]:
    # reportlab writes the Unicode of a glyph with 16 bits, so what lies beyond would be copied as another letter.
    held: Any = pdfmetrics.getFont(font)
    return frozenset(code for code in held.face.charToGlyph if code <= 0xFFFF)


@lru_cache(maxsize=4096)
def _font_of(character: str, font: str) -> str:
    """The font that has the character: ``font``, the fallback, or "" for none."""
    code = ord(character)
    if code in _glyphs(font):
        return font
    fallback = FALLBACK_BOLD if font == BOLD else FALLBACK
    return fallback if code in _glyphs(fallback) else ""


def _visible(character: str) -> bool:
    """Whether it stands for itself: joiners and variation selectors only change their neighbours."""
    return unicodedata.category(character) not in ("Cf", "Cc", "Cs", "Mn")


def runs(text: str, bold: bool = False, italic: bool = False) -> tuple[tuple[str, str], ...]:
    """``text`` cut into (font, piece): each piece in a font that has it, □ for characters that no font has."""
    wanted = face(bold, italic)
    found: list[tuple[str, str]] = []
    for character in text:
        font = _font_of(character, wanted)
        if font:
            found.append((font, character))
        elif _visible(character):
            seen = _missing.get()
            if seen is not None:
                seen.add(character)
            found.append((_font_of(MISSING, wanted), MISSING))
    return tuple((font, "".join(piece for _f, piece in pieces)) for font, pieces in groupby(found, lambda run: run[0]))


@contextmanager
def noting_missing() -> Iterator[set[str]]:
    """Collect the characters that no font has while the ``with`` block runs."""
    seen: set[str] = set()
    token = _missing.set(seen)
    try:
        yield seen
    finally:
        _missing.reset(token)


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """The width of one line of text in points."""
    return sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in runs(text, bold, italic))
