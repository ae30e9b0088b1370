"""What may be asked of speeches: ask a unit for one, say what it is, link its speaker, take it
back, and what holds for all of them. A scheduled speech says the same in the agenda."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from conference.commands.fields import Address, Asked, Id, Text
from conference.commands.fields_time import Instant, Minutes
from conference.commands.invitation import of_conference
from conference.commands.speech_own import SeenInAgenda, carry, change_own, unplayed
from conference.domain.agenda import Agenda
from conference.domain.conference import Conference
from conference.domain.invitation import Invitation
from conference.domain.speech import Speech
from conference.store import Store
from events.base import Stamp


class RequestSpeech(Asked):
    unit = Text(required=True)
    minutes = Minutes(load_default=None, allow_none=True)
    theme = Text(load_default=None, allow_none=True)
    guest = Id(load_default=None, allow_none=True)
    note = Text(load_default=None, allow_none=True, longest=1000)


def request_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Ask a unit to speak; `said` holds the fields of RequestSpeech."""
    id = speech or uuid4()
    store.load(Conference, conference_id)
    store.create(Speech.request(stamp, id, conference_id, **said))
    return id


class DescribeOwnSpeech(Asked):
    """What the unit itself says; its name and the theme are the organisers' to say."""

    title = Text(required=True)
    minutes = Minutes(required=True)
    speaker = Text(load_default=None, allow_none=True, longest=120)
    speaker_post = Text(load_default=None, allow_none=True)
    contact = Text(load_default=None, allow_none=True)
    email = Address(load_default=None, allow_none=True, longest=120)
    speaker_email = Address(load_default=None, allow_none=True, longest=120)


def describe_own_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """What its unit says of a speech; `said` holds the fields of DescribeOwnSpeech. The unit's page
    shows the unit's own words: one that it left as it was is no answer to a correction that the
    organisers made in the agenda."""

    def act(one: Speech, agenda: Agenda) -> None:
        unplayed(agenda, speech)
        before = dict(one.words)
        one.describe(stamp, **said)
        carry(stamp, one, agenda, [name for name in said if one.words[name] != before[name]])

    change_own(store, stamp, conference_id, speech, act, expecting)


class DescribeSpeech(DescribeOwnSpeech, SeenInAgenda):
    unit = Text(required=True)
    theme = Text(load_default=None, allow_none=True)


def describe_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    agenda_version: int | None = None,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """Register the speech, or say anew what it is; `said` holds the fields of DescribeSpeech. The
    organisers see what the agenda says, so all that they say of it is meant."""

    def act(one: Speech, agenda: Agenda) -> None:
        unplayed(agenda, speech)
        one.describe(stamp, **said)
        carry(stamp, one, agenda, said)

    change_own(store, stamp, conference_id, speech, act, expecting, agenda_version)


class LinkSpeaker(SeenInAgenda):
    guest = Id(load_default=None, allow_none=True)


def link_speaker(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    guest: UUID | None,
    agenda_version: int | None = None,
    expecting: int | None = None,
) -> None:
    """Say which guest speaks; None: nobody of the guest list."""
    if guest is not None:
        of_conference(store.load(Invitation, guest), conference_id)

    def act(one: Speech, agenda: Agenda) -> None:
        one.link(stamp, guest)
        carry(stamp, one, agenda, ["guest"])

    change_own(store, stamp, conference_id, speech, act, expecting, agenda_version)


class WithdrawSpeech(Asked):
    reason = Text(required=True)


def withdraw_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    """Take the speech back, out of the agenda too where it stands there, as one act."""

    def act(one: Speech, agenda: Agenda) -> None:
        one.withdraw(stamp, reason)
        if speech in agenda.items:
            agenda.withdraw_item(stamp, speech, reason)

    change_own(store, stamp, conference_id, speech, act, expecting)


class SetSpeechTerms(Asked):
    minutes = Minutes(load_default=None, allow_none=True)
    texts_by = Instant(load_default=None, allow_none=True)


def set_speech_terms(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    minutes: int | None,
    texts_by: datetime | None,
    expecting: int | None = None,
) -> None:
    """What all speeches may take together, and until when their texts are awaited."""
    act = lambda c: c.set_speech_terms(stamp, minutes, texts_by)  # noqa: E731
    store.change(Conference, conference_id, act, expecting=expecting)
