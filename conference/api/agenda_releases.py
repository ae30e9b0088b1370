"""Releases of the agenda as JSON, and their notices: who is told, and what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from marshmallow import Schema, fields

from conference import gate, release_desk
from conference.api.agenda import AGENDA, version
from conference.api.door import Document, Local, noun, read, write
from conference.commands.agenda_release import ReleaseAgenda, release_agenda
from conference.commands.notices import LayNotices, SendNotices, lay_notices, send_notices
from conference.errors import NotFound
from conference.language import sentence
from conference.release_desk import Shown
from conference.store import Store
from conference.vault_outbox import STATES
from events.base import Stamp
from projections.library import Shelf

pages = noun("agenda_releases", "Releases of the agenda, and the notices that they call for")

RELEASES = f"{AGENDA}/releases"
NOTICES = f"{RELEASES}/<int:number>/notices"

UNLAID = "unlaid"


class PartySchema(Schema):
    """`former`: whose the item was; `owner`: of an item that is no speech."""

    role = fields.String(metadata={"enum": ["unit", "speaker", "owner", "former"]})
    item = fields.UUID()


class NoticeSchema(Schema):
    """One notice. `way`: by mail to `email`; or by hand, in the words of `body`, where nobody has
    said an address. `state`: unlaid is not in the outbox; `answer` was heard last of the mail."""

    who = fields.String()
    parties = fields.List(fields.Nested(PartySchema))
    way = fields.String(metadata={"enum": ["mail", "hand"]})
    email = fields.String(allow_none=True)
    state = fields.String(metadata={"enum": [UNLAID, *STATES]})
    tries = fields.Integer()
    moved_at = Local(allow_none=True)
    answer = fields.String(allow_none=True)
    subject = fields.String()
    body = fields.String()


class NoticesSchema(Document):
    """The states are those of now, whatever position is asked for: a mail's way is no fact."""

    release = fields.Integer()
    notices = fields.List(fields.Nested(NoticeSchema))


def notices_here(shelf: Shelf, number: int) -> dict[str, Any]:
    if not 0 < number <= len(shelf.agenda.releases):
        raise NotFound("release", number)
    return {"release": number, "notices": [told(one) for one in release_desk.shown(number)]}


def told(one: Shown) -> dict[str, Any]:
    """A notice with where its mail is, if there is one."""
    notice, mail = one.notice, one.mail
    parted = (key.partition(":") for key in notice.about)
    email = mail.address if mail else notice.address
    return {
        "who": notice.who,
        "parties": [{"role": role, "item": item} for role, _, item in parted],
        "way": "mail" if email else "hand",
        "email": email or None,
        "state": mail.state if mail else UNLAID,
        "tries": mail.tries if mail else 0,
        "moved_at": mail.moved_at if mail else None,
        "answer": sentence(mail.answer) if mail and mail.answer else None,
        "subject": notice.subject,
        "body": notice.body,
    }


def release(store: Store, stamp: Stamp, *, at: datetime, **said: Any) -> None:
    release_agenda(store, stamp, at=at, laid=release_desk.to_release(at), **said)


def lay(store: Store, stamp: Stamp, *, conference_id: UUID, number: int) -> None:
    laid = release_desk.to_lay()
    if laid.release != number:
        raise NotFound("release", number)
    lay_notices(store, stamp, conference_id=conference_id, laid=laid)


def send(store: Store, stamp: Stamp, *, conference_id: UUID, number: int) -> None:
    able = gate.house().settings.mails
    send_notices(store, stamp, conference_id=conference_id, release=number, able=able)


release.__name__ = release_agenda.__name__
lay.__name__ = lay_notices.__name__
send.__name__ = send_notices.__name__

write(pages, RELEASES, ReleaseAgenda, release, version=version, moment=True)
read(
    pages,
    NOTICES,
    NoticesSchema,
    notices_here,
    act="read_draft",
    name="read_notices",
    beside=True,
)
write(pages, NOTICES, LayNotices, lay)
write(pages, f"{NOTICES}/sending", SendNotices, send)
