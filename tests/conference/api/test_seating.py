"""The seating through the API: read, propose, accept with If-Match, change seat by seat."""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import KIEN_GIANG, id
from builders_doors import bearer, serving, store_of
from builders_seating import a_party
from flask import Flask

from conference.config import Settings

URL = f"/api/v1/conferences/{KIEN_GIANG}/seating"


class Program:
    def __init__(self, app: Flask) -> None:
        self.client, self.headers = app.test_client(), bearer(app)
        self.keys = iter(range(100))

    def read(self, path: str = "") -> Any:
        return self.client.get(URL + path, headers=self.headers).get_json()

    def write(self, path: str, version: int | None, **said: Any) -> Any:
        own = {"Idempotency-Key": f"key-number-{next(self.keys)}"}
        own |= {} if version is None else {"If-Match": f'"{version}"'}
        headers = {**self.headers, **own}
        return self.client.post(f"{URL}/{path}", json=said, headers=headers)


@pytest.fixture
def program(settings: Settings) -> Iterator[Program]:
    with serving(settings) as app:
        a_party(store_of(app))
        yield Program(app)


def test_a_proposal_is_accepted_and_read_with_its_reasons(program: Program) -> None:
    proposed = program.read("/proposal?seed=5")
    said = {"seats": proposed["seats"], "seed": proposed["seed"]}
    answer = program.write("acceptance", proposed["version"], **said)
    assert answer.status_code == 200
    read = program.read()
    assert (read["version"], read["unseated"]) == (answer.get_json()["version"], [])
    seat = next(seat for seat in read["seats"] if seat["label"] == "B-02")
    assert {key: seat[key] for key in ("row", "number", "reason", "pinned")} == {
        "row": "B",
        "number": 2,
        "reason": "recipient turn=1 position=2",
        "pinned": False,
    }
    assert seat["guest"]["id"] == str(id("Nhận 2"))
    assert set(seat["guest"]) == {"id", "name", "post", "body", "group", "answer"}


def test_a_write_needs_the_version_that_was_read(program: Program) -> None:
    guest = str(id("Bí Thư"))
    version = program.read()["version"]
    assert program.write("seats/A-01/pin", None, guest=guest).status_code == 428
    assert program.write("seats/A-01/pin", version - 1, guest=guest).status_code == 412
    assert program.write("seats/A-01/pin", version, guest=guest).status_code == 200


def test_seats_are_changed_one_by_one(program: Program) -> None:
    version = program.read()["version"]
    steps = [
        ("seats/A-01/pin", {"guest": str(id("Bí Thư"))}),
        ("seats/A-01/release", {}),
        ("seats/A-01/exchange", {"other": "A-02"}),
        ("seats/A-02/vacancy", {"reason": "ốm"}),
    ]
    for path, said in steps:
        answer = program.write(path, version, **said)
        assert answer.status_code == 200, path
        version = answer.get_json()["version"]
    assert len(program.read()["unseated"]) == 10


def test_a_guest_of_nobody_is_not_found(program: Program) -> None:
    version = program.read()["version"]
    answer = program.write("seats/A-01/pin", version, guest=str(id("nobody")))
    assert (answer.status_code, program.read()["version"]) == (404, version)


def test_a_hall_that_cannot_be_is_refused_in_a_sentence(program: Program) -> None:
    version = program.read()["version"]
    rows = [{"label": "A", "seats": 2, "aisles": []}] * 2
    answer = program.write("hall", version, name="Hội trường", rows=rows)
    body = answer.get_json()
    assert (answer.status_code, body["code"]) == (409, "seating.row-twice")
    assert body["message"] != body["code"]


def test_a_past_position_is_served_as_it_was(program: Program) -> None:
    before = program.read()
    program.write("seats/A-01/pin", before["version"], guest=str(id("Bí Thư")))
    assert program.read() != before
    assert program.read(f"?at={before['position']}") == before
