"""What may be asked of a speech's texts: take one in, send it back, approve it."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from conference import vault_speeches
from conference.commands.fields import Asked, Number, Text
from conference.commands.fields_time import Minutes
from conference.commands.speech_own import SeenInAgenda, change_own, unplayed
from conference.domain.agenda import Agenda
from conference.domain.speech import MOST_VERSIONS, Speech, TextFile
from conference.rules.speech_files import kind_of
from conference.store import Store
from events.base import Stamp


class ReceiveText(Asked):
    """The file comes beside the form."""


def receive_text(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    file: str,
    data: bytes,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Take a text in as the next version; `file` is its name, `at` on the conference's clock.

    Raises Unreadable where the file is none that a text may be.
    """
    digest = sha256(data).hexdigest()
    text = TextFile(digest, file, kind_of(data), len(data))
    beside = [vault_speeches.keeping(conference_id, digest, data)]

    def act(one: Speech, agenda: Agenda) -> None:
        unplayed(agenda, speech)
        one.receive_text(stamp, text, at)

    change_own(store, stamp, conference_id, speech, act, expecting, beside=beside)


class SendBackSpeech(Asked):
    text = Number(least=1, most=MOST_VERSIONS, required=True)
    remark = Text(required=True, longest=2000, lines=True)


def send_back_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    text: int,
    remark: str,
    expecting: int | None = None,
) -> None:
    """Send the text in this version back with what is to be changed."""

    def act(one: Speech, agenda: Agenda) -> None:
        unplayed(agenda, speech)
        one.send_back(stamp, text, remark)

    change_own(store, stamp, conference_id, speech, act, expecting)


class ApproveSpeech(SeenInAgenda):
    text = Number(least=1, most=MOST_VERSIONS, required=True)
    minutes = Minutes(required=True)


def approve_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    text: int,
    minutes: int,
    agenda_version: int | None = None,
    expecting: int | None = None,
) -> None:
    """Approve the text in this version for so many minutes, which a scheduled speech then has."""

    def act(one: Speech, agenda: Agenda) -> None:
        item = unplayed(agenda, speech)
        one.approve(stamp, text, minutes)
        if item is not None and item.state != "withdrawn":
            agenda.time_item(stamp, speech, minutes, item.fixed_start)

    change_own(store, stamp, conference_id, speech, act, expecting, agenda_version)
