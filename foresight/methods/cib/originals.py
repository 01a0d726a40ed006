"""The file that a matrix came from, kept in the workshop so that it can be given back as it came."""

import zlib
from base64 import b64decode, b64encode

from foresight.core.problems import Problem
from foresight.exchange.table import BYTES_MOST
from foresight.methods.cib.model import PACKED_MOST, CrossImpact, Original
from foresight.methods.cib.scw import Source
from foresight.methods.cib.scw_reading import parse


def packed(data: bytes) -> Original | None:
    """A file as it lies in a workshop; None for one that is too large."""
    text = b64encode(zlib.compress(data, 9)).decode("ascii")
    return Original(packed=text) if len(text) <= PACKED_MOST else None


def originals(part: CrossImpact) -> list[Source]:
    """The files that can be read, the latest first; what is damaged counts for nothing."""
    found = []
    for held in reversed(part.originals):
        try:
            found.append(parse(_unpacked(held)))
        except (ValueError, zlib.error, Problem):
            continue
    return found


def _unpacked(held: Original) -> bytes:
    return zlib.decompressobj().decompress(b64decode(held.packed, validate=True), BYTES_MOST)
