"""What comes with the program: fonts that print and show Norwegian, icons that take any colour, Qt in bokmål."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from reportlab.pdfbase.ttfonts import TTFont

from foresight.core.folders import RESOURCES
from foresight.core.look import FALLBACK_FONT, FONT
from foresight.core.words import read_po

FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
PLEX = [path for path in FONTS if path.stem.startswith("IBMPlexSans")]
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
APP_ICON = RESOURCES / "icons" / "foresight.svg"
LINE_ICONS = [path for path in ICONS if path != APP_ICON]

NEEDED = "æøåÆØÅéüßłš «»“”‘’ – — … • · € § ° × ± − → ← ↑ ↓ ≥ ≤ ≠ ≈ ½ ² ₂ \u00a0 0123456789"
OTHER_SCRIPTS = "Ελληνικά Русский العربية Հայերեն ქართული"

QT_STRINGS = json.loads((Path(__file__).parent / "data" / "qt_strings.json").read_text("utf-8"))
QT_KEYS = [(context, text) for context, texts in QT_STRINGS.items() for text in texts]
QT_BOKMAL = read_po((RESOURCES / "qt" / "nb.po").read_text("utf-8"))

SHOWN_TOGETHER = {
    "menu of a line": [("QLineEdit", "*")],
    "menu of a number": [("QLineEdit", "*"), ("QAbstractSpinBox", "&Step up"), ("QAbstractSpinBox", "Step &down")],
    "menu of a text": [("QWidgetTextControl", "*")],
    "questions": [("QPlatformTheme", text) for text in ("&Yes", "&No", "Yes to &All", "N&o to All")],
    "questions in GNOME": [("QGnomeTheme", text) for text in ("&OK", "&Save", "&Cancel", "&Close")],
    "file dialog": [("QFileDialog", t) for t in ("&Look in:", "File &name:", "Files of &type:", "&Open", "&Save")],
    "menu of a file": [("QFileDialog", t) for t in ("&Rename", "&Delete", "Show &hidden files", "&New Folder")],
    "colours": [("QColorDialog", "*")],
    "printing": [
        ("QPrintWidget", "*"),
        ("QPrintSettingsOutput", "Page &Set:"),
        ("QPrintDialog", "&Options >>"),
        ("QPrintDialog", "&Print"),
        ("QPageSetupWidget", "*"),
    ],
}


def bokmal(context: str, text: str) -> str:
    found = QT_BOKMAL.get((context, text), "")
    assert isinstance(found, str)
    return found


def mnemonics(texts: list[str]) -> list[str]:
    return [letter.lower() for text in texts for letter in re.findall(r"&(\w)", text)]


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_fonts_are_truetype_and_have_what_norwegian_text_needs(path: Path) -> None:
    assert path.read_bytes()[:4] == b"\x00\x01\x00\x00"
    glyphs = TTFont(path.stem, path).face.charToGlyph
    assert [char for char in NEEDED if ord(char) not in glyphs] == []


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_digits_are_equally_wide(path: Path) -> None:
    widths = TTFont(path.stem, path).face.charWidths
    assert len({widths[ord(digit)] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("path", [path for path in FONTS if path not in PLEX], ids=lambda path: path.stem)
def test_fallback_has_other_scripts(path: Path) -> None:
    glyphs = TTFont(path.stem, path).face.charToGlyph
    assert [char for char in OTHER_SCRIPTS if ord(char) not in glyphs] == []


@pytest.mark.parametrize(
    ("family", "weight", "italic"),
    [
        (FONT, 400, False),
        (FONT, 600, False),
        (FONT, 400, True),
        (FALLBACK_FONT, 400, False),
        (FALLBACK_FONT, 700, False),
    ],
)
def test_qt_finds_each_face(qapp: QApplication, family: str, weight: int, italic: bool) -> None:
    ids = [QFontDatabase.addApplicationFont(str(path)) for path in FONTS]
    assert -1 not in ids
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    found = QFontInfo(font)
    assert (found.family(), found.weight(), found.italic()) == (family, weight, italic)


def test_fonts_are_small_and_come_with_their_licences() -> None:
    assert len(PLEX) == 3
    assert sum(path.stat().st_size for path in FONTS) < 3_000_000
    assert "Reserved Font Name" in (RESOURCES / "fonts" / "IBMPlexSans-OFL.txt").read_text("utf-8")
    assert "Bitstream Vera" in (RESOURCES / "fonts" / "DejaVu-LICENCE.txt").read_text("utf-8")
    assert "ISC License" in (RESOURCES / "icons" / "LUCIDE-LICENCE.txt").read_text("utf-8")


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_square_drawings_with_plain_names(qapp: QApplication, path: Path) -> None:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?", path.stem)
    drawing = QSvgRenderer(str(path))
    assert drawing.isValid()
    assert drawing.viewBoxF().width() == drawing.viewBoxF().height()


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_line_icons_take_the_colour_of_the_text(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ElementTree.fromstring(text).get("stroke") == "currentColor"
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', text)) <= {"currentColor", "none"}


def test_app_icon_has_its_own_colours() -> None:
    assert "currentColor" not in APP_ICON.read_text("utf-8")


def test_qt_catalogue_and_list_name_the_same_strings() -> None:
    assert set(QT_BOKMAL) == set(QT_KEYS)


@pytest.mark.parametrize(("context", "text"), QT_KEYS)
def test_qt_string_is_translated_with_its_placeholders(context: str, text: str) -> None:
    translated = bokmal(context, text)
    assert translated.strip()
    assert sorted(re.findall(r"%\d", translated)) == sorted(re.findall(r"%\d", text))
    assert translated.count("\n") == text.count("\n")
    assert translated.endswith(" ") == text.endswith(" ")
    assert len(mnemonics([translated])) == len(mnemonics([text]))


@pytest.mark.parametrize("place", SHOWN_TOGETHER)
def test_mnemonics_are_unique_where_they_are_shown_together(place: str) -> None:
    texts = [
        bokmal(context, text)
        for context, wanted in SHOWN_TOGETHER[place]
        for text in (QT_STRINGS[context] if wanted == "*" else [wanted])
    ]
    letters = mnemonics(texts)
    assert letters
    assert len(set(letters)) == len(letters), texts


def test_reading_direction_stays_left_to_right() -> None:
    assert bokmal("QGuiApplication", "QT_LAYOUT_DIRECTION") == "LTR"
