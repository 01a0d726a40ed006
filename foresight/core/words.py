"""Words in the user's language, for the window, the brief and the command line alike (no Qt needed).

Source text is English. A catalogue is a gettext ``.po`` file named after its language, in a folder that
``add_catalogues`` was told of. Mark text with ``_``, ``ngettext``, or ``N_`` where it is translated later.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Literal

from foresight.core.folders import RESOURCES

Language = Literal["en", "nb"]
LANGUAGES: tuple[Language, ...] = ("en", "nb")
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "nb": "Norsk bokmål"}
"""What each language calls itself."""

Key = str | tuple[str, str]
Entry = str | tuple[str, ...]

_folders: list[Path] = [RESOURCES, RESOURCES / "qt"]
_catalogues: dict[tuple[str, int], dict[Key, Entry]] = {}
"""What was read: by language and the number of folders it was read from."""
_spoken: Language = "en"
_aside: ContextVar[Language | None] = ContextVar("language", default=None)


def read_po(text: str) -> dict[Key, Entry]:
    """The translations in a ``.po`` text: msgid (or (msgctxt, msgid)) -> msgstr (or all plural forms).

    Raises ValueError, with the line number, for a line that is not part of the format.
    """
    entries: dict[Key, Entry] = {}
    parts: dict[str, str] = {}
    current = ""

    def close() -> None:
        if parts.get("msgid"):
            key: Key = (parts["msgctxt"], parts["msgid"]) if "msgctxt" in parts else parts["msgid"]
            plural = tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr["))
            entries[key] = plural or parts.get("msgstr", "")
        parts.clear()

    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = re.fullmatch(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?("(?:[^"\\]|\\[\\"nt])*")', line)
        if match is None or not (match[1] or current):
            raise ValueError(f"line {number}: {line}")
        name, quoted = match.groups()
        if name in ("msgctxt", "msgid") and (name in parts or any(part.startswith("msgstr") for part in parts)):
            close()
        if name in parts:
            raise ValueError(f"line {number}: {name} twice")
        current = name or current
        parts[current] = parts.get(current, "") + _unquoted(quoted)
    close()
    return entries


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text[1:-1])


def add_catalogues(folder: Path) -> None:
    """Let translations be read from ``folder`` (``nb.po``) too."""
    if folder not in _folders:
        _folders.append(folder)


def _catalogue(language: str) -> dict[Key, Entry]:
    key = language, len(_folders)  # a thread may add a folder while another reads
    if key not in _catalogues:
        merged: dict[Key, Entry] = {}
        for folder in _folders[: key[1]]:
            path = folder / f"{language}.po"
            if path.exists():
                merged |= read_po(path.read_text("utf-8"))
        _catalogues[key] = merged
    return _catalogues[key]


def language() -> Language:
    """The language that ``_`` speaks here and now."""
    return _aside.get() or _spoken


def speak(chosen: Language) -> None:
    """Speak this language in the whole program from now on."""
    global _spoken
    _spoken = chosen


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Speak this language inside the ``with`` block, in this thread."""
    token = _aside.set(chosen)
    try:
        yield
    finally:
        _aside.reset(token)


def in_each_language(words: Callable[..., str], *about: object) -> dict[str, str]:
    """What ``words(*about)`` says in each language."""
    said: dict[str, str] = {}
    for each in LANGUAGES:
        with speaking(each):
            said[each] = words(*about)
    return said


def N_(text: str) -> str:
    """Mark ``text`` for translation; it is translated where it is shown."""
    return text


def _(text: str) -> str:
    """``text`` in the present language; itself where there is no translation."""
    found = _catalogue(language()).get(text) if text and language() != "en" else None
    return found if isinstance(found, str) and found else text


def ngettext(one: str, many: str, count: float) -> str:
    """``one`` when ``count`` is 1, else ``many``, in the present language (English and Norwegian agree on when)."""
    found = _catalogue(language()).get(one) if language() != "en" else None
    if isinstance(found, tuple) and len(found) == 2 and all(found):
        one, many = found
    return one if count == 1 else many


def in_context(context: str, text: str) -> str | None:
    """``text`` of Qt's own, as translated for the Qt class ``context``; None when there is no translation."""
    found = _catalogue(language()).get((context, text)) if language() != "en" else None
    return found if isinstance(found, str) and found else None


def number(value: float, decimals: int | None = None) -> str:
    """``value`` as people write it: at most (or exactly ``decimals``) one decimal, comma in Norwegian, real minus.

    Halves are rounded away from zero, as people do: 4.25 is 4.3 and 4.75 is 4.8.
    """
    grain = Decimal(1).scaleb(-(1 if decimals is None else decimals))
    text = f"{Decimal(repr(float(value))).quantize(grain, ROUND_HALF_UP):f}"
    if decimals is None:
        text = text.removesuffix(".0")
    if float(text) == 0:
        text = text.removeprefix("-")
    return text.replace("-", "−").replace(".", "," if language() == "nb" else ".")


def byte_size(count: int) -> str:
    """``412 kB`` or ``3.2 MB`` (of a thousand and a million bytes), rounded up, so that so much is enough."""
    if count < 1_000_000:
        return f"{max(1, -(-count // 1_000))} kB"
    return f"{number(-(-count // 100_000) / 10)} MB"


def signed(value: float, decimals: int | None = None) -> str:
    """As ``number``, with a plus sign where it is positive."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and float(text.replace(",", ".")) != 0 else text


_MONTHS: dict[str, str] = {
    "en": "January February March April May June July August September October November December",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
}


def date(day: datetime.date) -> str:
    """``16 November 2018`` or ``16. november 2018``."""
    month = _MONTHS[language()].split()[day.month - 1]
    return f"{day.day}. {month} {day.year}" if language() == "nb" else f"{day.day} {month} {day.year}"


def moment(when: datetime.datetime) -> str:
    """``16 November 2018 14:03``, in the time zone that ``when`` has."""
    return f"{date(when.date())} {when:%H:%M}"


def spoken_moment(when: datetime.datetime) -> str:
    """``today 14:03``, ``yesterday 14:03``, ``16 November 2018 14:03``, in the time zone that ``when`` has."""
    days = (datetime.datetime.now(when.tzinfo).date() - when.date()).days
    if days not in (0, 1):
        return moment(when)
    said = _("today {time}") if days == 0 else _("yesterday {time}")
    return said.format(time=f"{when:%H:%M}")


def quoted(text: str) -> str:
    """``text`` in quotation marks: “…” or «…»."""
    return f"«{text}»" if language() == "nb" else f"“{text}”"


def listed(items: list[str]) -> str:
    """``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return _("{most} and {last}").format(most=", ".join(items[:-1]), last=items[-1])
