"""A speech's text as it comes in by a form and goes out as a file, never shown in the browser."""

from functools import wraps
from typing import Any

from flask import Response, request

from conference import gate, vault_speeches
from conference.commands.fields import file_name
from conference.commands.speech_texts import receive_text
from conference.errors import NotFound, Unreadable
from conference.rules.names import bare
from conference.rules.speech_files import KINDS
from projections.speech_list import Row

LONGEST_NAME = 60
"""Characters of a unit that a file's name keeps."""


@wraps(receive_text)
def received(store: Any, stamp: Any, **said: Any) -> None:
    """Take in the file of this form."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise Unreadable("speech.no-file")
    name = file_name(sent.filename)
    receive_text(store, stamp, **said, file=name, data=sent.read(), at=gate.conference_now())


def text_file(row: Row, number: int) -> Response:
    """A text to be kept, not opened here: whoever sent it could have put anything into it."""
    texts = row.speech.texts if row.speech else ()
    if not 0 < number <= len(texts):
        raise NotFound("text", number)
    text = texts[number - 1]
    data = vault_speeches.kept(gate.house().store, gate.shelf().conference.id, text.sha256)
    if data is None:
        raise NotFound("text", number)
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in bare(row.unit))
    unit = "-".join(words.split())[:LONGEST_NAME].strip("-") or "don-vi"
    name = f"tham-luan-{unit}-ban-{number}.{text.kind}"
    answer = Response(data, content_type=KINDS[text.kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
