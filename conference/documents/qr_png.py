"""QR codes as a picture of dots: Word files show no SVG without such a picture beside it."""

import struct
import zlib

from conference.documents.qr_svg import QUIET, modules


def qr_png(address: str, scale: int = 6) -> bytes:
    """The code with its quiet zone, a module `scale` dots wide, one bit a dot."""
    rows = modules(address)
    wide = (len(rows) + 2 * QUIET) * scale
    blank_line = [False] * (len(rows) + 2 * QUIET)
    framed = [[False] * QUIET + list(row) + [False] * QUIET for row in rows]
    lines = [blank_line] * QUIET + framed + [blank_line] * QUIET
    data = b"".join(packed([dot for dot in line for _ in range(scale)]) * scale for line in lines)
    head = struct.pack(">IIBBBBB", wide, wide, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def packed(dots: list[bool]) -> bytes:
    """A line of dots, black where true: a filter byte, then eight dots a byte."""
    padded = dots + [False] * (-len(dots) % 8)
    whole = (padded[n : n + 8] for n in range(0, len(padded), 8))
    return b"\0" + bytes(255 - int("".join("01"[dot] for dot in some), 2) for some in whole)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
