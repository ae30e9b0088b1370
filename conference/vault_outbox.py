"""The outbox: mails on their way, one row each. What came of a mail is a fact; its way is none."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from conference.vault import Tables, Write, new_secret

STATES = ("drafted", "queued", "sending", "sent", "refused", "expired", "bounced", "dropped")
"""drafted: lies ready until somebody says that it may go; queued: waits for its time; sending:
somebody has it in hand; sent: the server took it; refused: the server will not take
it; expired: tried for too long; bounced: came back later; dropped: no longer due."""

OPEN = ("queued", "sending")
FAILED = ("refused", "expired", "bounced")

COLUMNS = (
    "id, conference, invitation, revision, kind, address, number, dated_on, account, queued_at, "
    "state, tries, due_at, moved_at, answer, claim"
)
ROWS = f"SELECT {COLUMNS} FROM outbox"  # noqa: S608 (no value is put in)
INSERT = f"INSERT INTO outbox ({COLUMNS}) VALUES ({', '.join('?' * 16)})"  # noqa: S608
TAKE = "UPDATE outbox SET state = 'sending', claim = ?, tries = tries + 1, due_at = ?"
DUE = "state IN ('queued', 'sending') AND due_at <= ?"
"""Waiting and due; or in the hands of somebody whose lease has ended, so most likely killed."""


class Mail(NamedTuple):
    """A mail on its way. `kind`: letter, reminder, notice or test (these two are to no guest);
    `revision` is that of the guest's code, of a notice the release that it tells of; `number` and
    `dated_on` are the registry's; `answer` is what was heard last: the server's words, or a code
    of ours. It is built when it is sent, from the documents as they are then."""

    id: UUID
    conference: UUID
    invitation: UUID | None
    revision: int
    kind: str
    address: str
    number: str | None
    dated_on: str | None
    account: UUID
    queued_at: datetime
    state: str = "queued"
    tries: int = 0
    due_at: datetime | None = None
    moved_at: datetime | None = None
    answer: str = ""
    claim: str = ""


def mail_id(about: UUID, kind: str, earlier: int) -> UUID:
    """The id of one more mail: of two that queue the same at the same moment one is refused."""
    return uuid5(about, f"{kind} {earlier + 1}")


def written(at: datetime) -> str:
    """An instant so that texts sort as instants do."""
    return at.isoformat(timespec="microseconds")


def queueing(mail: Mail, state: str = "queued") -> Write:
    """The row of a mail that waits from now on, for its turn or for somebody's word."""
    ids = (str(mail.id), str(mail.conference), str(mail.invitation) if mail.invitation else None)
    what = (mail.revision, mail.kind, mail.address, mail.number, mail.dated_on, str(mail.account))
    now = written(mail.queued_at)
    row = (*ids, *what, now, state, 0, now, now, "", "")
    return Write(INSERT, row)


def mail_from(row: tuple[Any, ...]) -> Mail:
    said, when = Mail(*row), datetime.fromisoformat
    return said._replace(
        id=UUID(str(said.id)),
        conference=UUID(str(said.conference)),
        invitation=UUID(str(said.invitation)) if said.invitation else None,
        account=UUID(str(said.account)),
        queued_at=when(str(said.queued_at)),
        due_at=when(str(said.due_at)),
        moved_at=when(str(said.moved_at)),
    )


def mails(tables: Tables, conference: UUID, states: Iterable[str] = STATES) -> list[Mail]:
    """The conference's mails in these states, the one that moved last first."""
    wanted = tuple(states)
    holders = ", ".join("?" * len(wanted))
    sql = f"{ROWS} WHERE conference = ? AND state IN ({holders}) ORDER BY moved_at DESC, id"
    return [mail_from(row) for row in tables.query(sql, (str(conference), *wanted))]


def mail_of(tables: Tables, conference: UUID, id: UUID) -> Mail | None:
    sql = f"{ROWS} WHERE conference = ? AND id = ?"
    rows = tables.query(sql, (str(conference), str(id)))
    return mail_from(rows[0]) if rows else None


def counts(tables: Tables, conference: UUID) -> dict[str, int]:
    """How many mails of the conference are in which state."""
    sql = "SELECT state, COUNT(*) FROM outbox WHERE conference = ? GROUP BY state"
    return dict.fromkeys(STATES, 0) | dict(tables.query(sql, (str(conference),)))


def written_to(tables: Tables, conference: UUID, kind: str) -> dict[UUID, list[Mail]]:
    """The mails of a kind by guest, whatever became of them."""
    sql = f"{ROWS} WHERE conference = ? AND kind = ? ORDER BY queued_at"
    found: dict[UUID, list[Mail]] = {}
    for row in tables.query(sql, (str(conference), kind)):
        one = mail_from(row)
        found.setdefault(one.invitation or one.conference, []).append(one)
    return found


def claim(tables: Tables, now: datetime, lease: timedelta) -> Mail | None:
    """Take one mail that is due in hand; None where none is. Until the lease ends nobody else
    takes it. A test goes first: somebody waits for it."""
    sql = f"{ROWS} WHERE {DUE} ORDER BY (kind = 'test') DESC, due_at, id LIMIT 1"
    while rows := tables.query(sql, (written(now),)):
        id, mark = str(rows[0][0]), new_secret()
        take = f"{TAKE} WHERE id = ? AND {DUE}"
        tables.write([Write(take, (mark, written(now + lease), id, written(now)))])
        taken = tables.query(f"{ROWS} WHERE claim = ?", (mark,))
        if taken:
            return mail_from(taken[0])
    return None


AS_IT_WAS = "id = ? AND claim = ? AND state = ?"
"""Nobody else has taken the mail in hand or settled it since it was read."""


def is_as_it_was(tables: Tables, mail: Mail) -> bool:
    sql = f"SELECT 1 FROM outbox WHERE {AS_IT_WAS}"  # noqa: S608 (no value is put in)
    return bool(tables.query(sql, (str(mail.id), mail.claim, mail.state)))


def settling(mail: Mail, state: str, answer: str, now: datetime) -> Write:
    """The row after its try, written with the fact that tells of it; unless somebody else has it
    in hand by now."""
    sql = f"UPDATE outbox SET state = ?, answer = ?, address = ?, moved_at = ? WHERE {AS_IT_WAS}"  # noqa: S608
    known = (str(mail.id), mail.claim, mail.state)
    return Write(sql, (state, answer, mail.address, written(now), *known))


def postponing(mail: Mail, answer: str, now: datetime, until: datetime, tries: int) -> Write:
    """The row of a mail that is tried again; unless somebody else has it in hand by now."""
    sql = (
        "UPDATE outbox SET state = 'queued', answer = ?, moved_at = ?, due_at = ?, tries = ? "
        "WHERE id = ? AND claim = ? AND state = 'sending'"
    )
    row = (answer, written(now), written(until), tries, str(mail.id), mail.claim)
    return Write(sql, row)


def requeueing(mail: Mail, address: str, now: datetime) -> Write:
    """The row of a mail that failed and is tried anew at another address, its two days too."""
    sql = (
        "UPDATE outbox SET state = 'queued', address = ?, answer = '', tries = 0, claim = '', "
        "queued_at = ?, due_at = ?, moved_at = ? "
        "WHERE id = ? AND state IN ('refused', 'expired', 'bounced')"
    )
    return Write(sql, (address, *[written(now)] * 3, str(mail.id)))


def dropping(conference: UUID, answer: str, now: datetime) -> list[Write]:
    """Take back whatever of the conference still waits; notices lie ready again."""
    whose = "WHERE conference = ? AND state = 'queued'"
    again = f"UPDATE outbox SET state = 'drafted', moved_at = ? {whose} AND kind = 'notice'"  # noqa: S608
    gone = f"UPDATE outbox SET state = 'dropped', answer = ?, moved_at = ? {whose}"  # noqa: S608
    here = (written(now), str(conference))
    return [Write(again, here), Write(gone, (answer, *here))]
