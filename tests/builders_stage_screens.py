"""Builders of the ceremony's screens: presses as the MC's page makes them, and what screens say."""

import re
from typing import Any
from uuid import UUID

from builders import STAMP, at
from builders_demo import DEMO, shelf_of
from builders_doors import csrf, store_of
from builders_pages import VIETNAMESE
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.attendance import check_in_guest
from events.base import Fact
from projections.ceremony import Ceremony, ceremony_of

STAGE = f"/conferences/{DEMO}/stage"
HERE = {"conference_id": DEMO}


def ceremony(app: Flask, run: int = 0) -> Ceremony:
    shelf = shelf_of(app)
    return ceremony_of(shelf.run_sheet, shelf.agenda.public.awards_start_at, run)


def seen(client: FlaskClient, screen: str = "mc", run: int = 0) -> str:
    return client.get(f"{STAGE}/{run}/{screen}", headers=VIETNAMESE).text


def send(client: FlaskClient, path: str, **form: Any) -> TestResponse:
    """A form of the MC's page, answered as to a browser without scripts."""
    token = csrf(client.get(STAGE).text)
    said = {"csrf_token": token} | form
    return client.post(f"{STAGE}/{path}", data=said, headers=VIETNAMESE, follow_redirects=True)


def press(client: FlaskClient, run: int = 0, **other: Any) -> TestResponse:
    """The main button of the page as it is drawn now."""
    page = seen(client, "mc", run)
    drawn = page.split('id="stage-script"')[0]
    form = re.search(r'<form[^>]*/cues".*?</form>', drawn, re.DOTALL)
    assert form, "no main button on this page"
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    return send(client, f"{run}/cues", **{**fields, **other})


def until(client: FlaskClient, app: Flask, kind: str, run: int = 0) -> None:
    """Press until a cue of this kind is on."""
    press(client, run)
    while (cue := ceremony(app, run).cue) and cue.kind != kind:
        press(client, run)


def facts(app: Flask, *kinds: type[Fact]) -> list[Any]:
    return [fact for _, fact in store_of(app).facts(0, 100_000) if isinstance(fact, kinds)]


def attended(app: Flask, *missing: int) -> list[UUID]:
    """All recipients are here, but for those at these positions of the first turn; answers the
    lines of that turn in order."""
    turns = ceremony(app).turns
    first = [one.line for one in turns[0].turn.recipients]
    away = {first[position - 1] for position in missing}
    for one in (one for live in turns for one in live.turn.recipients):
        if one.line not in away and one.guest:
            check_in_guest(store_of(app), STAMP, **HERE, guest=one.guest, at=at("07:30"))
    return first
