"""What may be asked of the agenda on the day: items begin and end, get more or less time, are left
out and taken up again. `at` is always the time on the conference's clock, UTC."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Id, Text, Yes
from conference.commands.fields_time import Minutes
from conference.domain.agenda import Agenda
from conference.domain.conference import Conference
from conference.errors import Refused
from conference.rules.days import far
from conference.store import Store
from events.base import Stamp


class StartItem(Asked):
    """`sure` where the day may begin long before or after its time."""

    sure = Yes(load_default=False)


def start_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    sure: bool = False,
    expecting: int | None = None,
) -> None:
    """Begin an item. The first of the day is asked about where it is not the day: a press while
    drafting would tell every screen that the conference has begun."""

    def act(agenda: Agenda) -> None:
        if not sure and not agenda.begun and far(agenda.begins_at, at):
            raise Refused("agenda.another-day")
        agenda.start_item(stamp, item, at)

    played(store, conference_id, at, act, expecting)


class RetakeItem(Asked):
    pass


def retake_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    played(store, conference_id, at, lambda a: a.retake_item(stamp, item, at), expecting)


class FinishItem(Asked):
    pass


def finish_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    played(store, conference_id, at, lambda a: a.finish_item(stamp, item, at), expecting)


class PassOn(Asked):
    to = Id(required=True)


def pass_on(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    to: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """End the running `item` and begin `to`."""
    played(store, conference_id, at, lambda a: a.pass_on(stamp, item, to, at), expecting)


class AllotItem(Asked):
    minutes = Minutes(required=True)


def allot_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    minutes: int,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Give the item `minutes` in all."""
    played(store, conference_id, at, lambda a: a.allot_item(stamp, item, minutes, at), expecting)


class SkipItem(Asked):
    reason = Text(required=True)


def skip_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    reason: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    played(store, conference_id, at, lambda a: a.skip_item(stamp, item, reason, at), expecting)


class ReturnItem(Asked):
    pass


def return_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    played(store, conference_id, at, lambda a: a.return_item(stamp, item, at), expecting)


def played(
    store: Store,
    conference_id: UUID,
    at: datetime,
    act: Callable[[Agenda], None],
    expecting: int | None,
) -> None:
    """Change the agenda on the day."""
    not_behind_closing(store, conference_id, at)
    store.change(Agenda, Agenda.id_of(conference_id), act, expecting=expecting)


def not_behind_closing(store: Store, conference_id: UUID, at: datetime) -> None:
    """Refused behind the closing; what a device made before it and could not tell until then still
    counts."""
    closed_at = store.load(Conference, conference_id).closed_at
    if closed_at is not None and at > closed_at:
        raise Refused("conference.closed")
