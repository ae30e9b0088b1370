"""What is not a fact, in tables beside the log: credentials, one-time links, answers to repeat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, NamedTuple, Protocol
from uuid import UUID, uuid4

TABLES: list[str] = [
    "CREATE TABLE IF NOT EXISTS accounts (id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, "
    "name TEXT NOT NULL, password TEXT NOT NULL, everywhere TEXT NOT NULL, epoch INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS links (secret TEXT PRIMARY KEY, account TEXT NOT NULL, "
    "expires_at TEXT NOT NULL, used_at TEXT)",
    "CREATE TABLE IF NOT EXISTS tokens (secret TEXT PRIMARY KEY, account TEXT NOT NULL, "
    "label TEXT NOT NULL, created_at TEXT NOT NULL, revoked_at TEXT)",
    "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, request TEXT NOT NULL, "
    "id TEXT, created_at TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, account TEXT NOT NULL, "
    "kept_at TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS pairings (secret TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "device TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT)",
    "CREATE TABLE IF NOT EXISTS device_keys (secret TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "device TEXT NOT NULL, paired_at TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS door_keys (conference TEXT PRIMARY KEY, secret TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS scans (conference TEXT NOT NULL, scan TEXT NOT NULL, "
    "content TEXT NOT NULL, verdict TEXT NOT NULL, guest TEXT, PRIMARY KEY (conference, scan))",
    "CREATE TABLE IF NOT EXISTS personal_links (secret TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "invitation TEXT NOT NULL, revision INTEGER NOT NULL, made_at TEXT NOT NULL, opened_by TEXT, "
    "tries INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS link_browsers (link TEXT NOT NULL, browser TEXT NOT NULL, "
    "PRIMARY KEY (link, browser))",
    "CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "invitation TEXT, revision INTEGER NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, "
    "number TEXT, dated_on TEXT, account TEXT NOT NULL, queued_at TEXT NOT NULL, "
    "state TEXT NOT NULL, tries INTEGER NOT NULL, due_at TEXT NOT NULL, moved_at TEXT NOT NULL, "
    "answer TEXT NOT NULL, claim TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS notices (mail TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "release INTEGER NOT NULL, who TEXT NOT NULL, about TEXT NOT NULL, language TEXT NOT NULL, "
    "subject TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS notices_of ON notices (conference, release)",
    "CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, due_at)",
    "CREATE INDEX IF NOT EXISTS outbox_conference ON outbox (conference, state)",
    "CREATE TABLE IF NOT EXISTS speech_texts (conference TEXT NOT NULL, sha256 TEXT NOT NULL, "
    "body TEXT NOT NULL, PRIMARY KEY (conference, sha256))",
    "CREATE TABLE IF NOT EXISTS speech_links (secret TEXT PRIMARY KEY, conference TEXT NOT NULL, "
    "speech TEXT NOT NULL, made_at TEXT NOT NULL, revoked_at TEXT)",
    "CREATE INDEX IF NOT EXISTS speech_links_of ON speech_links (conference, speech)",
    "CREATE TABLE IF NOT EXISTS sheet_shapes (shape TEXT PRIMARY KEY, said TEXT NOT NULL)",
]
"""Statements that make the tables; each is harmless on a store that has them."""


class Write(NamedTuple):
    """One statement with `?` placeholders, understood by SQLite and PostgreSQL alike."""

    sql: str
    params: tuple[Any, ...] = ()


class Tables(Protocol):
    """What the vault needs of the store: to read rows, and to write in one transaction."""

    def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]: ...

    def write(self, writes: Sequence[Write]) -> None: ...


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in. `everywhere`: roles held in all conferences. A session or link
    made in an earlier `epoch` is void."""

    id: UUID
    login: str
    name: str
    everywhere: tuple[str, ...]
    epoch: int


def hidden(secret: str) -> str:
    """What is stored of a secret of 256 random bits: its SHA-256, useless to who reads the file."""
    return sha256(secret.encode()).hexdigest()


def new_secret() -> str:
    return token_urlsafe(32)


ACCOUNT = "SELECT id, login, name, everywhere, epoch FROM accounts"


def account_from(rows: list[tuple[Any, ...]]) -> Account | None:
    if not rows:
        return None
    id, login, name, everywhere, epoch = rows[0]
    return Account(UUID(id), login, name, tuple(everywhere.split()), int(epoch))


def account(tables: Tables, id: UUID) -> Account | None:
    return account_from(tables.query(f"{ACCOUNT} WHERE id = ?", (str(id),)))


def account_by_login(tables: Tables, login: str) -> Account | None:
    return account_from(tables.query(f"{ACCOUNT} WHERE login = ?", (login.casefold(),)))


def names(tables: Tables) -> dict[UUID, str]:
    """The names of all accounts, for the history."""
    return {UUID(id): name for id, name in tables.query("SELECT id, name FROM accounts")}


def open_account(
    tables: Tables, *, login: str, name: str, everywhere: Sequence[str] = (), id: UUID | None = None
) -> UUID:
    """A new account without a password: it signs in by link until it chooses one.

    Refused (store.exists) when the login is taken.
    """
    new = id or uuid4()
    sql = "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, 0)"
    row = (str(new), login.casefold(), name, "", " ".join(everywhere))
    tables.write([Write(sql, row)])
    return new


def password_of(tables: Tables, account: UUID) -> str:
    """The stored argon2 hash, empty while there is none."""
    rows = tables.query("SELECT password FROM accounts WHERE id = ?", (str(account),))
    return str(rows[0][0]) if rows else ""


def set_password(tables: Tables, account: UUID, hashed: str) -> None:
    """Keep a new hash; every session and link made before is void."""
    sql = "UPDATE accounts SET password = ?, epoch = epoch + 1 WHERE id = ?"
    tables.write([Write(sql, (hashed, str(account)))])


def end_sessions(tables: Tables, account: UUID) -> None:
    """Sign the account out everywhere and take back its tokens and unused links."""
    id = str(account)
    tables.write(
        [
            Write("UPDATE accounts SET epoch = epoch + 1 WHERE id = ?", (id,)),
            Write("DELETE FROM tokens WHERE account = ?", (id,)),
            Write("DELETE FROM links WHERE account = ? AND used_at IS NULL", (id,)),
        ]
    )


def make_link(tables: Tables, account: UUID, expires_at: datetime) -> str:
    """A secret that signs the account in once, until `expires_at` (UTC)."""
    secret = new_secret()
    row = (hidden(secret), str(account), expires_at.isoformat())
    tables.write([Write("INSERT INTO links VALUES (?, ?, ?, NULL)", row)])
    return secret


def link_account(tables: Tables, secret: str, now: datetime) -> Account | None:
    """Whom a link would sign in; None when it is unknown, used or expired."""
    sql = "SELECT account FROM links WHERE secret = ? AND used_at IS NULL AND expires_at > ?"
    rows = tables.query(sql, (hidden(secret), now.isoformat()))
    return account(tables, UUID(rows[0][0])) if rows else None


def use_link(tables: Tables, secret: str, now: datetime) -> Account | None:
    """Sign in by a link, once: of two that press at the same moment one gets in."""
    found = link_account(tables, secret, now)
    if found is None:
        return None
    mark = new_secret()
    sql = "UPDATE links SET used_at = ? WHERE secret = ? AND used_at IS NULL"
    tables.write([Write(sql, (f"{now.isoformat()} {mark}", hidden(secret)))])
    rows = tables.query("SELECT used_at FROM links WHERE secret = ?", (hidden(secret),))
    return found if rows and str(rows[0][0]).endswith(mark) else None


def make_token(tables: Tables, account: UUID, label: str, now: datetime) -> str:
    """A bearer token for the API; shown once."""
    secret = new_secret()
    row = (hidden(secret), str(account), label, now.isoformat())
    tables.write([Write("INSERT INTO tokens VALUES (?, ?, ?, ?, NULL)", row)])
    return secret


def token_account(tables: Tables, secret: str) -> Account | None:
    """Whose token this is; None when it is unknown or revoked."""
    sql = f"{ACCOUNT} JOIN tokens ON account = id WHERE secret = ? AND revoked_at IS NULL"
    return account_from(tables.query(sql, (hidden(secret),)))


def answer(tables: Tables, key: str) -> tuple[str, UUID | None] | None:
    """What a write under this Idempotency-Key was: the hash of its request, and the id it made."""
    rows = tables.query("SELECT request, id FROM answers WHERE key = ?", (key,))
    return (str(rows[0][0]), UUID(rows[0][1]) if rows[0][1] else None) if rows else None


def answering(key: str, request: str, id: UUID | None, now: datetime) -> Write:
    """The row that keeps an answer, to be written with the facts it belongs to."""
    sql = "INSERT INTO answers VALUES (?, ?, ?, ?)"
    return Write(sql, (key, request, str(id) if id else None, now.isoformat()))
