"""Reading a paper back: the text of each page of a PDF that typst has made, run by run."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"/Length (\d+).*?stream\r?\n", re.DOTALL)
FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
PLAIN = rb"\\.|[^\\()]"
INNER = rb"(?:%b|\((?:%b|\((?:%b)*\))*\))*" % (PLAIN, PLAIN, PLAIN)
"""What stands in a string: brackets in pairs need no escape."""
WORD = re.compile(
    rb"/(f\d+) [\d.]+ Tf|\((%b)\)|\b(ET)\b|<~([0-9A-F]+)~>" % INNER,
    re.DOTALL,
)
ACTUAL = re.compile(
    rb"/Span<</ActualText(?:<FEFF([0-9A-F]+)>|\(((?:%b)*)\))>>\s*BDC(.*?)\bEMC" % PLAIN, re.DOTALL
)
"""Glyphs that together are a letter of another text than the font tells of them."""
PROPERTIES = re.compile(rb"<<.*?>>\s*BDC", re.DOTALL)
"""What marked content says of itself (its language, an alternative): no text of the page."""
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages_of(pdf: bytes) -> list[list[str]]:
    """The runs of text of each page, in reading order; words are parted as they were set."""
    objects = dict(OBJECT.findall(pdf))
    pages = [body for body in objects.values() if b"/Type/Page/" in body]
    return [runs_of(objects, page) for page in pages]


def runs_of(objects: dict[bytes, bytes], page: bytes) -> list[str]:
    fonts = FONT.findall(referred(objects, page, b"Resources"))
    letters = {name: letters_of(objects, objects[font]) for name, font in fonts}
    runs, now, run = [], b"", ""
    drawn = ACTUAL.sub(meant, inflated(referred(objects, page, b"Contents")))
    for font, text, end, actual in WORD.findall(PROPERTIES.sub(b"", drawn)):
        now = font or now
        run += bytes.fromhex(actual.decode()).decode("utf-16-be")
        if text:
            glyphs = ESCAPED.sub(unescaped, text)
            run += "".join(letters[now][glyphs[n : n + 2]] for n in range(0, len(glyphs), 2))
        elif end:
            runs, run = [*runs, run], ""
    return runs


def meant(found: re.Match[bytes]) -> bytes:
    """The text that glyphs stand for, and the font that goes on behind them."""
    fonts = re.findall(rb"/f\d+ [\d.]+ Tf", found[3])
    plain = ESCAPED.sub(unescaped, found[2] or b"").decode("latin-1").encode("utf-16-be")
    text = found[1] or plain.hex().upper().encode()
    return b" ".join((b"<~" + text + b"~>", *fonts[-1:]))


def referred(objects: dict[bytes, bytes], body: bytes, key: bytes) -> bytes:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", body)
    assert found, f"{key!r} is not referred to"
    return objects[found[1]]


def letters_of(objects: dict[bytes, bytes], font: bytes) -> dict[bytes, str]:
    """The text of each glyph of a font, by its ToUnicode map."""
    pairs = MAPPED.findall(inflated(referred(objects, font, b"ToUnicode")))
    return {
        bytes.fromhex(g.decode()): bytes.fromhex(t.decode()).decode("utf-16-be") for g, t in pairs
    }


def inflated(body: bytes) -> bytes:
    found = STREAM.search(body)
    assert found, "no stream"
    return zlib.decompress(body[found.end() : found.end() + int(found[1])])


def unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else LETTERS.get(code, code)
