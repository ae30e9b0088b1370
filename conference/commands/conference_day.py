"""What may be asked of a conference on its way through the day: documents, opening, closing."""

from datetime import datetime
from uuid import UUID, uuid4

from conference.commands.conference import DOCUMENT_KINDS, NOTE_KINDS
from conference.commands.fields import Asked, Choice, Number, Text
from conference.domain.conference import Conference
from conference.store import Store
from events.base import Stamp


class TableDocument(Asked):
    title = Text(required=True)
    kind = Choice(DOCUMENT_KINDS, load_default="other")


def table_document(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    title: str,
    kind: str,
    document: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    id = document or uuid4()
    store.change(
        Conference,
        conference_id,
        lambda c: c.table_document(stamp, id, title, kind),
        expecting=expecting,
    )
    return id


class WithdrawDocument(Asked):
    pass


def withdraw_document(
    store: Store, stamp: Stamp, *, conference_id: UUID, document: UUID, expecting: int | None = None
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.withdraw_document(stamp, document),
        expecting=expecting,
    )


class AdoptDocument(Asked):
    pass


def adopt_document(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    document: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.adopt_document(stamp, document, at),
        expecting=expecting,
    )


class LaunchMovement(Asked):
    title = Text(required=True)


def launch_movement(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    title: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.launch_movement(stamp, title, at),
        expecting=expecting,
    )


class OpenConference(Asked):
    pass


def open_conference(
    store: Store, stamp: Stamp, *, conference_id: UUID, at: datetime, expecting: int | None = None
) -> None:
    store.change(Conference, conference_id, lambda c: c.open(stamp, at), expecting=expecting)


class CloseConference(Asked):
    pass


def close_conference(
    store: Store, stamp: Stamp, *, conference_id: UUID, at: datetime, expecting: int | None = None
) -> None:
    store.change(Conference, conference_id, lambda c: c.close(stamp, at), expecting=expecting)


class ChooseIntroductionDepth(Asked):
    depth = Number(least=0, most=200, required=True)


def choose_introduction_depth(
    store: Store, stamp: Stamp, *, conference_id: UUID, depth: int, expecting: int | None = None
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.choose_introduction_depth(stamp, depth),
        expecting=expecting,
    )


class NoteSource(Asked):
    kind = Choice(NOTE_KINDS, load_default="anomaly")
    about = Text(required=True)
    text = Text(required=True, longest=1000)


def note_source(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    kind: str,
    about: str,
    text: str,
    note: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    id = note or uuid4()
    store.change(
        Conference,
        conference_id,
        lambda c: c.note_source(stamp, id, kind, about, text),
        expecting=expecting,
    )
    return id


class AddSite(Asked):
    site = Text(required=True, longest=40)
    name = Text(required=True)


def add_site(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    site: str,
    name: str,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference, conference_id, lambda c: c.add_site(stamp, site, name), expecting=expecting
    )
