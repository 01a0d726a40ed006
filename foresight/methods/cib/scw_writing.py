"""Project files of ScenarioWizard (.scw), written: what is unchanged exactly as it stood in the file it came from."""

import re
from collections.abc import Iterable

from foresight.core.text import clean_line
from foresight.exchange.encodings import MARKED_UTF8, UTF8, WINDOWS, Encoding, is_utf8
from foresight.methods.cib.scw import HEADER, Element, Name, Project, Source, key_line, keys

WHITE = "FFFFFF"
BREAK = "\r\n"

_ends_early = re.compile(r'"(?=[ \t]*\n(?:[ \t]*\n)*#)')
_begins_another = re.compile(r'(?<=\n)(#[^\n]*\n(?:[ \t]*\n)*[ \t]*)"(?=[ \t]*[^ \t\n])')


def write(project: Project, source: Source | None = None) -> bytes:
    """The bytes of a project file.

    With a ``source`` of the same shape every line of it stays whose element says the same, and its encoding and line
    ends are kept; else all is written in the usual form. Letters that the encoding lacks make it UTF-8.
    """
    fits = source is not None and source.project.sizes == project.sizes
    text = _patched(project, source) if source is not None and fits else _usual(project)
    if source is None or not fits:
        text = text.replace("\n", BREAK)
    plain = source is None or (source.encoding == UTF8 and "".join(source.lines).isascii())
    return encoded(text, WINDOWS if source is None or plain else source.encoding)


def encoded(text: str, encoding: Encoding = WINDOWS) -> bytes:
    """The bytes of a text in this encoding; in UTF-8 with its mark where that would lose or change letters."""
    try:
        data = encoding.encoded(text)
    except UnicodeEncodeError:
        return MARKED_UTF8.encoded(text)
    return MARKED_UTF8.encoded(text) if encoding == WINDOWS and not text.isascii() and is_utf8(data) else data


def safe(text: str) -> str:
    """A text without what would end it early: quotation marks at the end of a line before one that begins with #.

    Nor with such marks at the beginning of a line after one with #, as another text begins.
    """
    return _begins_another.sub("\\1“", _ends_early.sub("”", text))


def _elements(project: Project) -> dict[Element, str]:
    """Every element as it is usually written; line breaks inside texts are ``\\n``."""
    found: dict[Element, str] = {("title",): clean_line(project.title).lstrip("&# ") or "Foresight"}
    row = 0
    for at, part in enumerate(project.parts):
        found["short", at] = f"&{part.name.short}"
        found["long", at] = f"&{part.name.long}"
        for place, name in enumerate(part.variants):
            found["short", at, place] = f" -{name.short}"
            found["long", at, place] = f" {name.long}"
            found["colour", row] = project.colours[row]
            found["row", row] = ",".join(_cell(value) for value in project.rows[row])
            row += 1
    names = [part.name.long for part in project.parts]
    for key in keys(len(project.parts)):
        found["key", *key] = key_line(key, names)
        found["text", *key] = f'"{safe(project.texts.get(key, ""))}"'
    return found


def _cell(value: int) -> str:
    return f"{value:2d} "


def _usual(project: Project) -> str:
    elements = _elements(project)

    def part(*kinds: str) -> Iterable[str]:
        return (text for element, text in elements.items() if element[0] in kinds)

    lines = [HEADER, elements["title",], *part("short"), "#", *part("long"), "#", "#", *part("colour"), "#", "#"]
    return "\n".join([*lines, *part("row"), "#", *part("key", "text"), "#", "#", ""])


def _patched(project: Project, source: Source) -> str:
    """The lines of the source, with new ones only for elements that say something else now."""
    before, now = _elements(source.project), _elements(project)
    lines = list(source.lines)
    ends = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.rstrip("\r\n") != line), BREAK)
    missing = any(now[element] != '""' and element not in source.places for element in now if element[0] == "text")
    if missing:
        place = source.places["texts",]
        texts = "\n".join(text for element, text in now.items() if element[0] in ("key", "text"))
        _replace(lines, place, texts, ends)
    for element, place in source.places.items():
        if element[0] == "texts" or (missing and element[0] in ("key", "text")):
            continue
        if _named(source.project, element) == _named(project, element) and before[element] == now[element]:
            continue
        if element[0] == "row":
            _replace(lines, place, _row(lines[place.start], source, project, int(element[1])), ends)
        else:
            _replace(lines, place, now[element], ends)
    return "".join(lines)


def _named(project: Project, element: Element) -> list[Name]:
    """The descriptors that the line in front of a text names, in whichever way."""
    return [project.parts[int(at)].name for at in element[1:]] if element[0] == "key" else []


def _replace(lines: list[str], place: range, text: str, ends: str) -> None:
    """Put a text in place of these lines. What follows keeps its index: lines that are gone are empty."""
    lines[place.start : place.stop] = [text.replace("\n", ends) + ends, *[""] * (len(place) - 1)]


def _row(line: str, source: Source, project: Project, row: int) -> str:
    """A row of the matrix with new cells only for values that changed, as wide as the old ones."""
    cells = line.rstrip("\r\n").split(",")
    for at, (old, new) in enumerate(zip(source.project.rows[row], project.rows[row], strict=True)):
        if old != new:
            behind = len(cells[at]) - len(cells[at].rstrip())
            cells[at] = f"{new:>{len(cells[at]) - behind}}" + " " * behind
    return ",".join(cells)
