"""What may be asked of the awards around the stage: who receives, announcing, presenting."""

from datetime import datetime
from uuid import UUID

from conference.commands.awards_change import Amending, change_awards
from conference.commands.fields import Asked, Id, Text
from conference.commands.invitation import of_conference
from conference.domain.awards import Awards
from conference.domain.invitation import Invitation
from conference.store import Store
from events.base import Stamp


class LinkRecipient(Amending):
    guest = Id(load_default=None, allow_none=True)


def link_recipient(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    guest: UUID | None,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Say which invited guest receives the line; None: nobody any more."""
    if guest is not None:
        of_conference(store.load(Invitation, guest), conference_id)
    act = lambda a: a.link_recipient(stamp, line, guest)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class NameRepresentative(Amending):
    name = Text(required=True, longest=120)
    relation = Text(load_default=None, allow_none=True, longest=120)


def name_representative(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    name: str,
    relation: str | None = None,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Who receives for a collective, for somebody who died, or with authority where that is
    allowed."""
    act = lambda a: a.name_representative(stamp, line, name, relation)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class AnnounceInstrument(Asked):
    announcer = Text(required=True)


def announce_instrument(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID,
    announcer: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    id = Awards.id_of(conference_id)
    act = lambda a: a.announce_instrument(stamp, instrument, announcer, at)  # noqa: E731
    store.change(Awards, id, act, expecting=expecting)


class PresentAward(Asked):
    presenter = Text(required=True)
    receiver = Text(required=True)
    witness = Text(load_default=None, allow_none=True, longest=120)


def present_award(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    presenter: str,
    receiver: str,
    at: datetime,
    witness: str | None = None,
    expecting: int | None = None,
) -> None:
    id = Awards.id_of(conference_id)
    act = lambda a: a.present_award(stamp, line, presenter, receiver, at, witness)  # noqa: E731
    store.change(Awards, id, act, expecting=expecting)
