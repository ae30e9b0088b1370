"""What may be asked of the hall's booking: from when to when it is there to be used."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked
from conference.commands.fields_time import Instant
from conference.domain.conference import Conference
from conference.store import Store
from events.base import Stamp


class BookHall(Asked):
    begins_at = Instant(load_default=None, allow_none=True)
    ends_at = Instant(load_default=None, allow_none=True)


def book_hall(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    begins_at: datetime | None,
    ends_at: datetime | None,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.book_hall(stamp, begins_at, ends_at),
        expecting=expecting,
    )
