"""Builders of mail: a real mail server on loopback that says what a test lets it say, and a house
whose outbox it is handed."""

from asyncio import sleep
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Event
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_invitation import issued
from builders_journeys import free_port

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.letters import send_letters
from conference.commands.mails import Queued
from conference.config import Settings
from conference.jobs import Postman
from conference.store import Store
from projections.library import Library

NOW = datetime(2019, 3, 15, 2, tzinfo=UTC)
SENDER = "Văn phòng <van-phong@example.vn>"
SENDING = {"channel": "email", "number": "45/GM-UBND", "dated_on": "2019-03-15"}


@dataclass
class Taker:
    """What the server does with a mail, and what it has taken. `answers` are given in turn to
    whom a mail is for (by address), None for yes; `at_data` likewise, once it is there. The mail
    behind the first `holds` is held in hand, `before` or `after` it is taken, until `go`."""

    answers: dict[str, list[str | None]] = field(default_factory=dict)
    at_data: dict[str, list[str | None]] = field(default_factory=dict)
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    holds: int | None = None
    held: str = "before"
    in_hand: Event = field(default_factory=Event)
    go: Event = field(default_factory=Event)

    async def handle_RCPT(  # noqa: N802 (the library's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        self.asked.append(address)
        turn = self.answers.get(address)
        if turn and (said := turn.pop(0)):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        address = envelope.rcpt_tos[0]
        turn = self.at_data.get(address)
        said = turn.pop(0) if turn else None
        if said == "hang up":
            server.transport.abort()
            return "451 gone"
        holds = len(self.taken) == self.holds and not self.go.is_set()
        if holds and self.held == "before":
            await self._hold()
            return "451 gone"
        if said is None or said == "take and hang up":
            mail = message_from_bytes(envelope.original_content or b"", policy=default)
            assert isinstance(mail, EmailMessage)
            self.taken.append((address, mail))
        if said == "take and hang up":
            server.transport.abort()
        if holds and self.held == "after":
            await self._hold()
        return said if said and said[0].isdigit() else "250 OK"

    async def _hold(self) -> None:
        """Until the test lets go, or the sender is gone: the library then ends this task."""
        self.in_hand.set()
        while not self.go.is_set():
            await sleep(0.02)

    def ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for _, mail in self.taken]


@contextmanager
def mail_server(taker: Taker, **said: Any) -> Iterator[int]:
    """A server at a free port of this machine."""
    where = {"hostname": "127.0.0.1", "port": free_port(), "server_hostname": "mx.test"}
    server = Controller(taker, **{**where, **said})
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


def mailing(settings: Settings, port: int, **said: Any) -> Settings:
    """The settings of a house that sends by that server."""
    to = {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "plain"}
    return replace(settings, **{**to, "mail_from": SENDER, "mail_timeout_s": 5, **said})


def a_conference(store: Store, *names: str, **said: Any) -> None:
    """A conference with hours, and guests called so, each with an address."""
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add_item(store, STAMP, **HERE, kind="report", title="Báo cáo", minutes=90)
    store.create(*(issued(name, email=address(name), **said) for name in names))


def address(name: str) -> str:
    return f"{id(name).hex[:8]}@example.vn"


def queued(store: Store, now: datetime = NOW, **said: Any) -> Queued | None:
    """Queue a letter to everybody who waits for one."""
    listed, asked = shelf_of(store).guest_list, {**SENDING, "able": True, **said}
    stamp = replace(STAMP, at=now)
    return send_letters(store, stamp, **HERE, listed=listed, at=NOW, **asked)


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **said: float) -> None:
        self.now += timedelta(**said)


def postman(settings: Settings, store: Store, clock: Callable[[], datetime]) -> Postman:
    return Postman(settings, store, Library(store.facts), clock)


def deliver(one: Postman, most: int = 500) -> None:
    """Send whatever is due now."""
    for _ in range(most):
        if one.send_one():
            break
    one._post.close()
