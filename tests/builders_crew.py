"""Builders of a crew at work: the demo's turns, whose code is shown, presses of a crew's screen."""

from builders import STAMP, at
from builders_demo import DEMO, shelf_of
from builders_door import code
from builders_doors import csrf, store_of
from builders_pages import VIETNAMESE
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.attendance import check_in_guest
from conference.commands.stage_row import reach_wings, settle_absence
from projections.ceremony import Ceremony, ceremony_of
from projections.run_sheet_turn import Recipient, Turn

HERE = {"conference_id": DEMO}
STAGE = f"/conferences/{DEMO}/stage"


def turns(app: Flask) -> tuple[Turn, ...]:
    return shelf_of(app).run_sheet.turns


def ceremony(app: Flask, run: int = 0) -> Ceremony:
    return ceremony_of(shelf_of(app).run_sheet, at("09:00"), run)


def token(app: Flask, who: Recipient) -> str:
    """The door code of who receives a line."""
    assert who.guest is not None
    return code(store_of(app), who.guest, 0, DEMO)


def everybody_but(app: Flask, *missing: Recipient) -> None:
    """All recipients are in the hall but these."""
    away = {one.guest for one in missing}
    for turn in turns(app):
        for one in turn.recipients:
            if one.guest and one.guest not in away:
                said = {**HERE, "guest": one.guest, "at": at("07:30"), "door": "A"}
                check_in_guest(store_of(app), STAMP, **said)


def press(
    client: FlaskClient, screen: str, path: str, run: int = 0, **form: object
) -> TestResponse:
    """A press of a crew's screen, as a browser without scripts sends it."""
    token = csrf(client.get(f"{STAGE}/{run}/{screen}").text)
    said = {"csrf_token": token, **form}
    return client.post(f"{STAGE}/{run}/{path}", data=said, headers=VIETNAMESE)


def seen(client: FlaskClient, screen: str, run: int = 0) -> str:
    return client.get(f"{STAGE}/{run}/{screen}", headers=VIETNAMESE).text


def reached(app: Flask, *who: Recipient, run: int = 0) -> None:
    for one in who:
        said = {**HERE, "run": run, "line": one.line, "at": at("09:00")}
        reach_wings(store_of(app), STAMP, **said)


def settled(app: Flask, who: Recipient, outcome: str, **said: str) -> None:
    told = {**HERE, "run": 0, "line": who.line, "at": at("09:00"), "outcome": outcome}
    settle_absence(store_of(app), STAMP, **told, **said)
