"""What may be asked of the public page: put it up, take it down. `at` on the conference's clock."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked
from conference.domain.conference import Conference
from conference.store import Store
from events.base import Stamp


class PublishConference(Asked):
    pass


def publish_conference(
    store: Store, stamp: Stamp, *, conference_id: UUID, at: datetime, expecting: int | None = None
) -> None:
    store.change(Conference, conference_id, lambda c: c.publish(stamp, at), expecting=expecting)


class UnpublishConference(Asked):
    pass


def unpublish_conference(
    store: Store, stamp: Stamp, *, conference_id: UUID, at: datetime, expecting: int | None = None
) -> None:
    store.change(Conference, conference_id, lambda c: c.unpublish(stamp, at), expecting=expecting)
