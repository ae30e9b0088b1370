"""What may be asked of the agenda as a whole: that the draft becomes what everybody goes by."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Text
from conference.domain.agenda import Agenda
from conference.store import Store
from events.base import Stamp


class ReleaseAgenda(Asked):
    note = Text(load_default=None, allow_none=True, longest=1000)


def release_agenda(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    note: str | None = None,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Release the agenda at the version that was seen: what came since is not released unseen."""
    act = lambda a: a.release(stamp, note, at)  # noqa: E731
    store.change(Agenda, Agenda.id_of(conference_id), act, expecting=expecting)
