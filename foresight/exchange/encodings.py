"""In which letters a file of another program is written: found out, and kept for writing it again."""

import codecs
from dataclasses import dataclass

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True)
class Encoding:
    """How the letters of a file become bytes."""

    codec: str
    mark: bytes = b""
    """The byte order mark in front."""

    def encoded(self, text: str) -> bytes:
        """The bytes of a text. Raises UnicodeEncodeError for letters that this encoding does not have."""
        return self.mark + text.encode(self.codec)


UTF8 = Encoding("utf-8")
MARKED_UTF8 = Encoding("utf-8", codecs.BOM_UTF8)
WINDOWS = Encoding("cp1252")


def decoded(data: bytes) -> tuple[str, Encoding]:
    """The text of a file in UTF-8, UTF-16 with its mark, or else Windows-1252, without any mark.

    Encoding the text gives the very same bytes. Raises UnicodeDecodeError.
    """
    if is_utf8(data):
        encoding = MARKED_UTF8 if data.startswith(codecs.BOM_UTF8) else UTF8
        return data[len(encoding.mark) :].decode("utf-8"), encoding
    if data[:2] in _UTF16:
        encoding = Encoding(_UTF16[data[:2]], data[:2])
        try:
            return data[2:].decode(encoding.codec), encoding
        except UnicodeDecodeError:
            pass  # ÿþ is also how some words begin in Windows-1252
    return data.decode(WINDOWS.codec), WINDOWS


def is_utf8(data: bytes) -> bool:
    """Whether these bytes can be read as UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
