"""What may be asked of a release's notices: laid into the outbox, sent when somebody says so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked
from conference.domain.agenda import Agenda
from conference.domain.agenda_notices import Notices
from conference.errors import NotFound, Refused
from conference.store import Store, Unit
from conference.vault import Write
from conference.vault_notices import Notice, laying, notice_of, notices_of, replacing, sending
from conference.vault_outbox import FAILED, Mail, is_as_it_was
from events.base import Stamp


@dataclass(frozen=True)
class Laid:
    """Notices ready to be laid. `seen` is the agenda's version that they were made from; `without`
    how many are to units without an address; `replaced` are mails of earlier releases that have
    not gone out and tell the same parties."""

    seen: int
    release: int
    notices: tuple[Notice, ...]
    without: int = 0
    replaced: tuple[Mail, ...] = ()


def rows_of(laid: Laid, conference_id: UUID, stamp: Stamp) -> list[Write]:
    """The rows beside the fact: the new notices, and the end of those they take the place of."""
    new = laying(conference_id, laid.release, laid.notices, stamp.by, stamp.at)
    return [*new, *(replacing(mail, stamp.at) for mail in laid.replaced)]


def lay(unit: Unit, stamp: Stamp, conference_id: UUID, laid: Laid) -> None:
    """Begin the story of a release's notices, where it has any."""
    if laid.notices or laid.without:
        count = len(laid.notices)
        unit.add(Notices.lay(stamp, conference_id, laid.release, count, laid.without))


class LayNotices(Asked):
    pass


def lay_notices(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    laid: Laid,
    expecting: int | None = None,
) -> int:
    """Lay what the last release still lacks: its units have got an address since. How many."""
    known = told(store, conference_id, laid.release)
    new = tuple(one for one in laid.notices if one.address.casefold() not in known)
    if not new:
        raise Refused("notice.nothing-to-lay")
    fresh = Laid(laid.seen, laid.release, new, laid.without)

    def act(unit: Unit) -> None:
        unit.load(Agenda, Agenda.id_of(conference_id), laid.seen)
        try:
            unit.load(Notices, Notices.of(conference_id, laid.release))
        except NotFound:
            lay(unit, stamp, conference_id, fresh)

    store.change_all(act, beside=rows_of(fresh, conference_id, stamp))
    return len(new)


def told(store: Store, conference_id: UUID, release: int) -> Collection[str]:
    """At which addresses somebody has been told of a release, by the log."""
    try:
        return store.load(Notices, Notices.of(conference_id, release)).told
    except NotFound:
        return ()


class SendNotices(Asked):
    pass


def send_notices(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    release: int,
    able: bool,
    expecting: int | None = None,
) -> int:
    """Let the notices of a release go that lie ready; how many. Refused where no mail server is
    set, and when there is none: another clerk was first."""
    if not able:
        raise Refused("mail.not-set-up")
    kept = notices_of(store, conference_id)
    count = sum(m.revision == release and m.state == "drafted" for m, _ in kept)
    if not count:
        raise Refused("notice.nothing-to-send")
    store.write([sending(conference_id, release, stamp.by, stamp.at)])
    return count


def tell_notice(
    store: Store, stamp: Stamp, mail: Mail, state: str, row: Write, at: datetime
) -> None:
    """Keep what became of a notice, and the fact of it in the same save; unless somebody else has
    it in hand by now."""
    who = notice_of(store, mail).who

    def act(notices: Notices) -> None:
        if not is_as_it_was(store, mail):
            return
        if state in FAILED:
            notices.come_back(stamp, who, mail.address, state, at)
        else:
            notices.send(stamp, who, mail.address, at)

    store.change_apart(Notices, Notices.of(mail.conference, mail.revision), act, beside=[row])
