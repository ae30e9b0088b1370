"""The API's door: versions, keys, positions, and one sentence for every refusal."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from builders_doors import bearer, serving
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.config import Settings

API = "/api/v1/conferences"
ITEM = {"kind": "report", "title": "Báo cáo tổng kết", "minutes": "1h30"}


@pytest.fixture
def app(any_settings: Settings) -> Iterator[Flask]:
    with serving(any_settings) as made:
        yield made


class Program:
    """A program with a token, and the conference it has planned."""

    def __init__(self, app: Flask, role: str = "organizer") -> None:
        self.app, self.headers = app, bearer(app, role)
        self.client: FlaskClient = app.test_client()

    def post(self, path: str, body: Any = None, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(f"{API}{path}", json=body or {}, headers=self.headers | named)

    def get(self, path: str) -> TestResponse:
        return self.client.get(f"{API}{path}", headers=self.headers)

    def planned(self) -> str:
        answer = self.post("", {"title": "Hội nghị", "host": "UBND tỉnh", "held_on": "25/3/2019"})
        assert answer.status_code == 200, answer.text
        return f"/{answer.json['id']}"


@pytest.fixture
def program(app: Flask) -> Program:
    return Program(app)


def test_without_a_token_nobody_gets_in(app: Flask) -> None:
    for headers in ({}, {"Authorization": "Bearer made up"}, {"Authorization": "Basic eDp5"}):
        answer = app.test_client().get(API, headers=headers)
        assert (answer.status_code, answer.json["code"]) == (401, "session.token-needed")


def test_a_write_answers_the_id_and_the_next_version(program: Program) -> None:
    conference = program.planned()
    answer = program.post(f"{conference}/agenda/items", ITEM, If_Match='"1"')
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    items = program.get(f"{conference}/agenda").json["items"]
    assert [(i["id"], i["minutes"], i["starts_at"]) for i in items] == [
        (answer.json["id"], 90, None)
    ]


def test_if_match_is_needed_and_must_be_the_newest(program: Program) -> None:
    conference = program.planned()
    assert program.post(f"{conference}/agenda/items", ITEM).status_code == 428
    for version, status in (('"9"', 412), ('"1"', 200), ('"1"', 412), ("*", 200)):
        answer = program.post(f"{conference}/agenda/items", ITEM, If_Match=version)
        assert answer.status_code == status
    assert len(program.get(f"{conference}/agenda").json["items"]) == 2


def test_a_key_used_again_answers_the_same_and_records_nothing(program: Program) -> None:
    conference = program.planned()
    head = {"If_Match": "*", "Idempotency_Key": "clerk-0001"}
    answers = [program.post(f"{conference}/agenda/items", ITEM, **head) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json["id"] for answer in answers}) == 1
    assert len({answer.json["position"] for answer in answers}) == 1


def test_a_key_used_for_something_else_is_refused(program: Program) -> None:
    conference = program.planned()
    head = {"If_Match": "*", "Idempotency_Key": "clerk-0001"}
    program.post(f"{conference}/agenda/items", ITEM, **head)
    answer = program.post(f"{conference}/agenda/items", {**ITEM, "title": "Khác"}, **head)
    assert (answer.status_code, answer.json["code"]) == (422, "idempotency.other-request")
    assert len(program.get(f"{conference}/agenda").json["items"]) == 1


def test_a_key_that_was_refused_may_be_tried_again(program: Program) -> None:
    conference = program.planned()
    head = {"If_Match": "*", "Idempotency_Key": "clerk-0001"}
    assert program.post(f"{conference}/closing", None, **head).status_code == 409
    program.post(f"{conference}/opening", None, If_Match="*")
    assert program.post(f"{conference}/closing", None, **head).status_code == 200


def test_eight_at_once_with_one_key_record_once(program: Program) -> None:
    conference = program.planned()

    def ask(_: int) -> TestResponse:
        head = {"If_Match": "*", "Idempotency_Key": "eight-at-once"}
        return program.post(f"{conference}/guests", {"group": "Khách", "post": "Giám đốc"}, **head)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
    assert [answer.status_code for answer in answers] == [200] * 8
    assert len({answer.json["id"] for answer in answers}) == 1
    assert len(program.get(f"{conference}/guests").json["guests"]) == 1


def test_a_past_position_shows_what_was_then(program: Program) -> None:
    conference = program.planned()
    before = program.get(f"{conference}/agenda").json
    program.post(f"{conference}/agenda/items", ITEM, If_Match="*")
    assert program.get(f"{conference}/agenda?at={before['position']}").json == before
    assert program.get(f"{conference}/agenda?at={10**9}").status_code == 404
    for wrong in ("-1", "abc", "1e3", "9" * 30):
        assert program.get(f"{conference}/agenda?at={wrong}").status_code == 422


def test_a_wrong_field_is_named_with_a_sentence_in_the_readers_language(program: Program) -> None:
    conference = program.planned()
    body = {**ITEM, "minutes": "-5", "kind": "dance"}
    answer = program.post(f"{conference}/agenda/items", body, If_Match="*", Accept_Language="en")
    assert answer.status_code == 422
    assert answer.json["errors"] == {
        "minutes": [
            "Write minutes like 90 or 1h30 (8:15 is 8 hours 15 minutes), from 1 minute to a day."
        ],
        "kind": ["There is no such choice."],
    }
    assert program.get(f"{conference}/agenda").json["items"] == []


def test_another_conference_does_not_exist(program: Program) -> None:
    answer = program.get(f"/{uuid4()}/agenda")
    assert (answer.status_code, answer.json["code"]) == (404, "not-found")


def test_a_role_that_may_not_is_told_so_and_nothing_is_recorded(app: Flask) -> None:
    organizer, stage = Program(app), Program(app, "stage")
    conference = organizer.planned()
    position = organizer.get(f"{conference}/agenda").json["position"]
    answer = stage.post(f"{conference}/agenda/items", ITEM, If_Match="*")
    assert (answer.status_code, answer.json["code"]) == (403, "forbidden")
    assert organizer.get(f"{conference}/agenda").json["position"] == position


def test_personal_details_are_the_organizers_only(app: Flask) -> None:
    organizer, supervisor = Program(app), Program(app, "supervisor")
    conference = organizer.planned()
    guest = {"group": "Khách", "post": "Giám đốc", "phone": "0912345678", "birth_date": "1970"}
    organizer.post(f"{conference}/guests", guest)
    shown = organizer.get(f"{conference}/guests").json["guests"][0]
    assert (shown["phone"], shown["birth_date"]) == ("0912345678", "1970")
    hidden = supervisor.get(f"{conference}/guests").json["guests"][0]
    assert {"phone", "birth_date", "email"} & set(hidden) == set()
