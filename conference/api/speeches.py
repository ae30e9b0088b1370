"""The speeches as JSON, their commands, and texts that come in as files."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response
from marshmallow import Schema, fields

from conference import gate
from conference.api.agenda import version as agenda_version
from conference.api.conferences import version as conference_version
from conference.api.door import KEY, Problem, Written, noun, read, refusing, write, written
from conference.api.speeches_documents import SpeechesSchema
from conference.commands.fields import file_name
from conference.commands.speech import (
    DescribeSpeech,
    LinkSpeaker,
    RequestSpeech,
    SetSpeechTerms,
    WithdrawSpeech,
    describe_speech,
    link_speaker,
    request_speech,
    set_speech_terms,
    withdraw_speech,
)
from conference.commands.speech_order import (
    ArrangeSpeeches,
    PlaceSpeech,
    arrange_speeches,
    place_speech,
)
from conference.commands.speech_texts import (
    ApproveSpeech,
    SendBackSpeech,
    approve_speech,
    receive_text,
    send_back_speech,
)
from conference.errors import NotFound
from conference.gate import may
from conference.gate_edition import seen
from conference.once import once
from projections.library import Shelf
from projections.speech_list import row_of, speech_list

pages = noun("speeches", "Speeches from a unit's first word to the lectern, with their texts")

SPEECHES = "/conferences/<uuid:conference_id>/speeches"
SPEECH = f"{SPEECHES}/<uuid:speech>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    """Of the speech in the URL; 0 for one that only the agenda knows of."""
    row = row_of(shelf, shelf.agenda, ids["speech"])
    if row is None:
        raise NotFound("speech", ids["speech"])
    return row.version


read(pages, SPEECHES, SpeechesSchema, lambda _: speech_list(seen()), act="read_speeches")
write(pages, SPEECHES, RequestSpeech, request_speech, makes="speech")
write(pages, f"{SPEECHES}/terms", SetSpeechTerms, set_speech_terms, version=conference_version)
write(pages, f"{SPEECHES}/order", ArrangeSpeeches, arrange_speeches, version=agenda_version)
write(pages, f"{SPEECH}/description", DescribeSpeech, describe_speech, version=version)
write(pages, f"{SPEECH}/speaker", LinkSpeaker, link_speaker, version=version)
write(pages, f"{SPEECH}/return", SendBackSpeech, send_back_speech, version=version)
write(pages, f"{SPEECH}/approval", ApproveSpeech, approve_speech, version=version)
write(pages, f"{SPEECH}/place", PlaceSpeech, place_speech, version=version)
write(pages, f"{SPEECH}/withdrawal", WithdrawSpeech, withdraw_speech, version=version)


class SentText(Schema):
    file = fields.Raw(required=True, metadata={"type": "string", "format": "binary"})


@pages.route(f"{SPEECH}/texts", methods=["POST"], endpoint="receive_text")
@may("receive_text")
@pages.arguments(SentText(), location="files")
@pages.doc(parameters=[KEY])
@pages.response(200, Written)
@refusing(pages, 400, 401, 403, 404, 409, 422, 503)
@pages.alt_response(413, schema=Problem, description="The file is too large")
def post_text(said: dict[str, Any], conference_id: UUID, speech: UUID) -> Response:
    """Take a text in as the next version; the same file again is the version that it was."""
    name, data = file_name(said["file"].filename or ""), said["file"].read()
    at = gate.conference_now()
    ids: dict[str, Any] = {"conference_id": conference_id, "speech": speech}

    def carry_out(store: Any) -> None:
        receive_text(store, gate.stamp(), **ids, file=name, data=data, at=at)

    once(carry_out, None)
    return written(None, version(gate.fresh(), ids), {})
