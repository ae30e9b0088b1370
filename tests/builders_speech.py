"""Builders of speeches: small files of every kind, a speech registered in a store."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from uuid import UUID

from builders import STAMP, at, id
from builders_commands import HERE

from conference.commands.speech import describe_speech, request_speech
from conference.commands.speech_texts import receive_text
from conference.store import Store

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

TYPES = b'<Types><Override ContentType="application/vnd.openxmlformats"/></Types>'

TITLE = "Xây dựng đô thị văn minh"


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            # A date of its own would make two archives of the same parts two files.
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


def docx(text: str = "Kính thưa Hội nghị", **parts: bytes) -> bytes:
    """A Word file that says this; `parts` are more of its parts, by name."""
    body = f"<w:document><w:p>{text}</w:p></w:document>".encode()
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": body, **parts})


def odt(**parts: bytes) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": b"<office/>", **parts})


def registered(store: Store, unit: str, **said: Any) -> UUID:
    """A speech that this unit has registered, called by the unit's name."""
    request_speech(store, STAMP, **HERE, speech=id(unit), unit=unit)
    words = {"title": TITLE, "minutes": 8, "speaker": "Nguyễn Thị Én", **said}
    describe_speech(store, STAMP, **HERE, speech=id(unit), **words)
    return id(unit)


def sent(store: Store, speech: UUID, data: bytes = PDF, file: str = "tham-luan.pdf") -> None:
    """A text that came in at ten o'clock."""
    here = {**HERE, "speech": speech, "at": at("10:00")}
    receive_text(store, STAMP, **here, file=file, data=data)
