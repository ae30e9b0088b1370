"""What may be asked of the agenda: schema and function, pair by pair."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from conference.commands.fields import Asked, Choice, Id, Text
from conference.commands.fields_time import Instant, Minutes
from conference.domain.agenda import Agenda
from conference.store import Store
from events.base import Stamp

KINDS = ("opening", "report", "adoption", "award", "remarks", "launch", "break", "closing")
"""Kinds of plain items; a speech is scheduled by its own command."""


class SetAgendaStart(Asked):
    starts_at = Instant(load_default=None, allow_none=True)


def set_agenda_start(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    starts_at: datetime | None,
    expecting: int | None = None,
) -> None:
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.set_start(stamp, starts_at), expecting=expecting)


class AddItem(Asked):
    kind = Choice(KINDS, required=True)
    title = Text(required=True)
    minutes = Minutes(required=True)
    before = Id(load_default=None, allow_none=True)
    fixed_start = Instant(load_default=None, allow_none=True)
    owner = Text(load_default=None, allow_none=True)
    note = Text(load_default=None, allow_none=True, longest=1000)


def add_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Add an item; `said` holds the fields of AddItem."""
    id = item or uuid4()
    agenda = Agenda.id_of(conference_id)
    store.change(Agenda, agenda, lambda a: a.add_item(stamp, id, **said), expecting=expecting)
    return id


class ScheduleSpeech(Asked):
    unit = Text(required=True)
    title = Text(required=True)
    minutes = Minutes(required=True)
    speaker = Text(load_default=None, allow_none=True)
    speaker_post = Text(load_default=None, allow_none=True)
    guest = Id(load_default=None, allow_none=True)
    before = Id(load_default=None, allow_none=True)
    fixed_start = Instant(load_default=None, allow_none=True)
    note = Text(load_default=None, allow_none=True, longest=1000)


def schedule_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Schedule a speech; `said` holds the fields of ScheduleSpeech."""
    id = item or uuid4()
    agenda = Agenda.id_of(conference_id)
    store.change(
        Agenda, agenda, lambda a: a.schedule_speech(stamp, id, **said), expecting=expecting
    )
    return id


class DescribeItem(Asked):
    title = Text(required=True)
    owner = Text(load_default=None, allow_none=True)
    unit = Text(load_default=None, allow_none=True)
    speaker = Text(load_default=None, allow_none=True)
    speaker_post = Text(load_default=None, allow_none=True)
    guest = Id(load_default=None, allow_none=True)
    note = Text(load_default=None, allow_none=True, longest=1000)


def describe_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """Say what the item is called and who carries it out; `said`: the fields of DescribeItem."""
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.describe_item(stamp, item, **said), expecting=expecting)


class MoveItem(Asked):
    before = Id(load_default=None, allow_none=True)


def move_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    before: UUID | None,
    expecting: int | None = None,
) -> None:
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.move_item(stamp, item, before), expecting=expecting)


class TimeItem(Asked):
    minutes = Minutes(required=True)
    fixed_start = Instant(load_default=None, allow_none=True)


def time_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    minutes: int,
    fixed_start: datetime | None,
    expecting: int | None = None,
) -> None:
    store.change(
        Agenda,
        Agenda.id_of(conference_id),
        lambda a: a.time_item(stamp, item, minutes, fixed_start),
        expecting=expecting,
    )


class WithdrawItem(Asked):
    reason = Text(required=True)


def withdraw_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.withdraw_item(stamp, item, reason), expecting=expecting)
