"""A speech's text as a file: told by its content, whatever it is called."""

import struct
import zipfile

import pytest
from builders_speech import PDF, TYPES, docx, odt, packed

from conference.errors import Unreadable
from conference.rules.speech_files import MOST_BYTES, MOST_PARTS, MOST_UNPACKED, kind_of

GOOD = {
    "pdf": PDF,
    "docx": docx(),
    "odt": odt(),
    "txt": "Kính thưa Hội nghị,\r\n\tđồng chí Đỗ Thị Ỷ Ên".encode(),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_text_is_known_by_its_content(kind: str) -> None:
    assert kind_of(GOOD[kind]) == kind


def test_a_text_from_notepad_in_its_own_unicode_is_one() -> None:
    assert kind_of("Kính thưa Hội nghị".encode("utf-16")) == "txt"


def damaged() -> bytes:
    """A Word file whose packed text has lost some bytes."""
    whole = docx("Kính thưa " * 500)
    at = whole.index(b"word/document.xml") + 40
    return whole[:at] + bytes(20) + whole[at + 20 :]


def lying() -> bytes:
    """An archive whose directory says that its largest part is small."""
    whole = docx("x" * 100_000)
    directory = whole.rindex(b"PK\x01\x02")
    return whole[: directory + 24] + struct.pack("<I", 10) + whole[directory + 28 :]


ACTIVE = b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF"

BAD = {
    "nothing": (b"", "empty"),
    "only blanks": (b" \r\n\t\0", "empty"),
    "one byte too many": (b"%PDF-" + b"x" * (MOST_BYTES - 4), "too-large"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "wrong-type"),
    "a program": (b"MZ\x90\x00\x03" + bytes(100), "wrong-type"),
    "a page": (b"<!DOCTYPE html><script>alert(1)</script>", "wrong-type"),
    "a drawing with a script": (b"<svg onload='alert(1)'>", "wrong-type"),
    "an old font": ("Kính thưa".encode("cp1258", "replace") + b"\xb8\xb5", "wrong-type"),
    "text turned around": ("Kính \u202ethưa".encode(), "wrong-type"),
    "a plain archive": (packed({"a.txt": b"x"}), "wrong-type"),
    "a workbook": (packed({"[Content_Types].xml": TYPES, "xl/workbook.xml": b"x"}), "wrong-type"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-format"),
    "half a PDF": (PDF[:30], "damaged"),
    "half an archive": (docx()[:-40], "damaged"),
    "an archive with lost bytes": (damaged(), "damaged"),
    "an archive that lies about its size": (lying(), "damaged"),
    "macros": (docx(**{"word/vbaProject.bin": b"x"}), "active"),
    "macros by type": (
        packed({"[Content_Types].xml": b"macroEnabled", "word/document.xml": b"x"}),
        "active",
    ),
    "macros of the other office": (odt(**{"Basic/Standard/Module1.xml": b"x"}), "active"),
    "a PDF with a script": (ACTIVE, "active"),
    "a bomb": (docx(**{"word/media/a": b"\0" * (MOST_UNPACKED + 1)}), "unpacks-too-large"),
    "very many parts": (
        packed({str(n): b"" for n in range(MOST_PARTS + 1)}, zipfile.ZIP_STORED),
        "unpacks-too-large",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_text_is_refused_with_one_code(name: str) -> None:
    data, code = BAD[name]
    with pytest.raises(Unreadable, match=rf"speech\.text-{code}$"):
        kind_of(data)


def test_a_text_of_just_the_size_is_taken() -> None:
    assert kind_of(b"a" * MOST_BYTES) == "txt"
