"""The day by JSON: what a program may do beside the moderator, once for its key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer
from flask import Flask
from werkzeug.test import TestResponse

AGENDA = f"/api/v1/conferences/{DEMO}/agenda"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with living(tmp_path, Hand()) as made:
        yield made


def send(app: Flask, path: str, said: dict[str, Any], **headers: str) -> TestResponse:
    told = bearer(app, "organizer") | {"If-Match": "*"} | headers
    return app.test_client().post(f"{AGENDA}/{path}", json=said, headers=told)


def states(app: Flask) -> list[str]:
    return [item.state for item in shelf_of(app).agenda.items[:3]]


def test_an_item_is_put_in_once_for_its_key(app: Flask) -> None:
    first = shelf_of(app).agenda.order[0]
    send(app, f"items/{first}/take", {})
    said = {"title": "Văn nghệ", "minutes": 5, "kind": "remarks"}
    key = {"Idempotency-Key": "one-and-the-same"}
    made = [send(app, "insertions", said, **key).get_json()["id"] for _ in range(2)]
    assert made[0] == made[1]
    assert shelf_of(app).agenda.order[1] == UUID(made[0])
    assert [one.inserted for one in shelf_of(app).agenda.items].count(True) == 1


def test_a_step_and_a_withdrawal_are_taken_back(app: Flask) -> None:
    first, second, third = shelf_of(app).agenda.order[:3]
    send(app, f"items/{first}/take", {})
    send(app, f"items/{first}/passing", {"to": str(second)})
    step = {"started": str(second), "finished": str(first)}
    assert send(app, "reversal", step).status_code == 200
    assert states(app) == ["started", "waiting", "waiting"]
    refused = send(app, "reversal", {"started": str(second)})
    assert (refused.status_code, refused.get_json()["code"]) == (409, "agenda.step-not-last")
    send(app, f"items/{third}/withdrawal", {"reason": "bận"})
    assert third not in shelf_of(app).agenda.order
    assert send(app, f"items/{third}/reinstatement", {}).status_code == 200
    assert shelf_of(app).agenda.order[2] == third


def test_what_holds_for_the_day_is_set(app: Flask) -> None:
    assert send(app, "pulse", {"pulse": True}).status_code == 200
    assert send(app, "least-minutes", {"kind": "speech", "minutes": 6}).status_code == 200
    rules = shelf_of(app).agenda.rules
    assert (rules.pulse, dict(rules.least)) == (True, {"speech": 6})
    assert send(app, "least-minutes", {"kind": "award", "minutes": 6}).status_code == 422
    assert send(app, "least-minutes", {"kind": "speech", "minutes": None}).status_code == 200
    assert dict(shelf_of(app).agenda.rules.least) == {}
