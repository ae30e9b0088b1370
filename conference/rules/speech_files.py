"""What a speech's text may be as a file: told by its content, refused with one code each.

Nothing is executed or rendered; an archive is unpacked only to see that it is whole, after what it
says it unpacks to was found small enough."""

import re
import zipfile
import zlib
from io import BytesIO

from conference.errors import Unreadable
from conference.rules.names import unreadable

MOST_MB = 10
MOST_BYTES = MOST_MB * 1024 * 1024
"""Bytes of one text: a speech of ten minutes takes 50 kB, scanned pages up to some MB."""

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that a DOCX or ODT may unpack to: six times the file, most of whose weight is pictures that
are packed already."""

MOST_PARTS = 2_000
"""Files inside an archive: each picture is one, and no speech has so many."""

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain",
}
"""The kinds that are taken, and how each is sent."""

ACTIVE_PDF = re.compile(rb"/(JavaScript|Launch)\b")
"""What makes a PDF do something by itself (ISO 32000-1, 12.6.4.5 and 12.6.4.16)."""

ACTIVE_PARTS = re.compile(r"(?i)vbaProject|(^|/)(Basic|Scripts|activeX)/|\.(exe|js|vbs)$")
"""Parts of an archive that hold macros or programs (ISO/IEC 29500, ODF 1.3 part 2)."""


MARKUP = re.compile(r"(?i)\s*<(!|\?|html|svg|script)")
"""How pages and drawings begin, which are no plain text."""

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What the standard library raises at an archive that is cut off, encrypted or made up."""


def kind_of(data: bytes) -> str:
    """pdf, docx, odt or txt. Raises Unreadable with one sentence's code: empty, too large, another
    type, damaged, holding macros, or unpacking to more than it may."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("speech.text-empty")
    if len(data) > MOST_BYTES:
        raise Unreadable("speech.text-too-large", most_mb=MOST_MB)
    if data.startswith(b"%PDF-"):
        return pdf(data)
    if data.startswith(b"PK"):
        return archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("speech.text-old-format")
    return plain(data)


def pdf(data: bytes) -> str:
    if b"%%EOF" not in data[-2048:] or b"obj" not in data:
        raise Unreadable("speech.text-damaged")
    if ACTIVE_PDF.search(data):
        raise Unreadable("speech.text-active")
    return "pdf"


def archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return document(parts)
    except DAMAGED as error:
        raise Unreadable("speech.text-damaged") from error


def document(parts: zipfile.ZipFile) -> str:
    """The kind of an opened archive. No part is unpacked before all of them are small enough."""
    infos = parts.infolist()
    if len(infos) > MOST_PARTS or sum(one.file_size for one in infos) > MOST_UNPACKED:
        raise Unreadable("speech.text-unpacks-too-large")
    names = {one.filename for one in infos}
    if any(ACTIVE_PARTS.search(name) for name in names):
        raise Unreadable("speech.text-active")
    if parts.testzip() is not None:
        raise Unreadable("speech.text-damaged")
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        if b"macroEnabled" in parts.read("[Content_Types].xml"):
            raise Unreadable("speech.text-active")
        return "docx"
    if {"mimetype", "content.xml"} <= names and parts.read("mimetype") == KINDS["odt"].encode():
        return "odt"
    raise Unreadable("speech.text-wrong-type")


def plain(data: bytes) -> str:
    """A text in Unicode: whatever else has no other mark of its type is another type."""
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        raise Unreadable("speech.text-wrong-type") from error
    if unreadable(re.sub(r"\s", " ", text)) or MARKUP.match(text):
        raise Unreadable("speech.text-wrong-type")
    return "txt"


def text_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")
