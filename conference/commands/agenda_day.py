"""What may be asked of the agenda on the day: an item begins, an item ends."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked
from conference.domain.agenda import Agenda
from conference.store import Store
from events.base import Stamp


class StartItem(Asked):
    pass


def start_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.start_item(stamp, item, at), expecting=expecting)


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
    id = Agenda.id_of(conference_id)
    store.change(Agenda, id, lambda a: a.finish_item(stamp, item, at), expecting=expecting)
