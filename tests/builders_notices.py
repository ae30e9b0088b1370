"""Builders of notices: a released programme of speeches, some of whose units have an address."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

from builders import KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, plan
from builders_doors import browser, serving, store_of
from builders_mail import Taker, mail_server, mailing
from builders_pages import VIETNAMESE, send
from builders_speech import registered
from flask import Flask
from werkzeug.test import TestResponse

from conference.commands.agenda import add_item, move_item, set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.commands.speech_order import place_speech
from conference.config import Settings
from conference.store import Store
from conference.vault_notices import Notice, notices_of
from conference.vault_outbox import Mail

AGENDA = f"/conferences/{KIEN_GIANG}/agenda"
RELEASE = f"{AGENDA}/releases/2"


A, B, C = "Rạch Giá", "An Biên", "Hà Tiên"
TO = {A: "a@example.vn", B: "b@example.vn"}
"""The addresses of the units that have one."""


def an_agenda(store: Store, *units: str, **addresses: str) -> None:
    """A report, then a speech of eight minutes of each unit; those with an address say it. Release
    1 is out."""
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("08:00"))
    add_item(store, STAMP, **HERE, item=id("report"), kind="report", title="Báo cáo", minutes=30)
    for unit in units:
        said = {"email": addresses[unit]} if unit in addresses else {}
        speech = registered(store, unit, title=f"Bài của {unit}", speaker=None, **said)
        place_speech(store, STAMP, **HERE, speech=speech)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))


def move(store: Store, unit: str, before: str | None) -> None:
    item = {"item": id(unit), "before": id(before) if before else None}
    move_item(store, STAMP, **HERE, **item)


@contextmanager
def house(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as app:
        yield app


@contextmanager
def mailing_house(settings: Settings, taker: Taker) -> Iterator[Flask]:
    """A house behind a real mail server: speeches of A, B and C; C has no address."""
    with mail_server(taker) as port, house(mailing(settings, port)) as made:
        an_agenda(store_of(made), A, B, C, **TO)
        yield made


def release(app: Flask) -> TestResponse:
    """Release the draft on its page."""
    version = app.extensions["house"].library.shelf(KIEN_GIANG).agenda.version
    return send(browser(app), AGENDA, f"{AGENDA}/releases", {"version": version})


def press(app: Flask, act: str, page: str = RELEASE) -> TestResponse:
    """Press one of the buttons about the notices of a release."""
    return send(browser(app), AGENDA, f"{page}/{act}")


def seen(app: Flask, path: str = RELEASE, role: str = "organizer") -> str:
    return browser(app, role).get(path, headers=VIETNAMESE).text


def kept(app: Flask, number: int = 2) -> list[tuple[Mail, Notice]]:
    """The notices of a release in the outbox, in the order of whom they are to."""
    found = [one for one in notices_of(store_of(app), KIEN_GIANG) if one[0].revision == number]
    return sorted(found, key=lambda one: one[1].who)


def states(app: Flask, number: int = 2) -> dict[str, str]:
    return {notice.who: mail.state for mail, notice in kept(app, number)}


def settled(app: Flask, number: int = 2) -> dict[str, str]:
    """Where the notices are once none is on its way."""
    end = monotonic() + 30
    while monotonic() < end:
        found = states(app, number)
        if not {"queued", "sending"} & set(found.values()):
            return found
        sleep(0.05)
    raise AssertionError(found)


def body(mail: Any) -> str:
    """The plain words of a mail."""
    said: str = mail.get_body(("plain",)).get_content()
    return said.replace("\r\n", "\n")
