"""The crews' part of the API: codes at the wings, rows that close up, trays that two compare."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_door import code
from builders_doors import bearer, store_of
from flask import Flask
from werkzeug.test import TestResponse

from projections.run_sheet_turn import Turn

STAGE = f"/api/v1/conferences/{DEMO}/stage"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def post(app: Flask, path: str, body: Any = None, role: str = "stage") -> TestResponse:
    url = f"{STAGE}/0/{path}"
    return app.test_client().post(url, json=body or {}, headers=bearer(app, role))


def turns(app: Flask) -> tuple[Turn, ...]:
    return shelf_of(app).run_sheet.turns


def shown(app: Flask, turn: int, place: int) -> Any:
    """The answer to the code of who stands there."""
    guest = turns(app)[turn - 1].recipients[place - 1].guest
    assert guest is not None
    return post(app, "wings", {"token": code(store_of(app), guest, 0, DEMO)}).json


def test_a_code_at_the_wings_says_turn_and_place_and_lets_nobody_in(app: Flask) -> None:
    told = shown(app, 1, 3)
    found = {key: told[key] for key in ("code", "tone", "turn", "place", "awaited")}
    assert found == {"code": "right", "tone": "good", "turn": 1, "place": 3, "awaited": [1, 2]}
    assert told["line"] == str(turns(app)[0].recipients[2].line)
    again = shown(app, 1, 3)
    assert (again["code"], again["tone"], again["position"]) == ("again", "good", told["position"])
    early = shown(app, 2, 1)
    assert (early["code"], early["tone"], early["turn"]) == ("early", "wait", 2)
    unknown = post(app, "wings", {"token": "x"}).json
    assert (unknown["code"], unknown["tone"], unknown["name"]) == ("unknown", "stop", None)
    assert shelf_of(app).attendance.present == 0


def test_who_leads_no_stage_reads_no_codes_at_the_wings(app: Flask) -> None:
    assert post(app, "wings", {"token": "x"}, "supervisor").status_code == 403
    assert post(app, "wings").status_code == 422


def test_a_row_closes_up_once_it_is_settled_who_is_missing(app: Flask) -> None:
    turn = turns(app)[0]
    url = f"/api/v1/conferences/{DEMO}/guests/{turns(app)[1].recipients[0].guest}/check-in"
    app.test_client().post(url, json={"door": "A"}, headers=bearer(app, "supervisor"))
    refused = post(app, "closed-up", {"turn": str(turn.id)})
    assert (refused.status_code, refused.json["code"]) == (409, "stage.undecided")
    for one in turn.recipients:
        outcome = {"outcome": "later"}
        assert post(app, f"lines/{one.line}/absence", outcome).status_code == 200
    assert post(app, "closed-up", {"turn": str(turn.id)}).status_code == 200


def test_two_people_compare_a_tray_and_again_once_it_is_another(app: Flask) -> None:
    turn = turns(app)[0]
    body = {"turn": str(turn.id), "name": "Lê Thị Hoa"}
    answers = [post(app, "trays", body), post(app, "trays", body)]
    assert [one.status_code for one in answers] == [200, 409]
    assert answers[1].json["code"] == "stage.same-checker"
    assert post(app, "trays", {**body, "name": "Trần Văn Ba"}).status_code == 200
    line = turn.recipients[0].line
    assert post(app, f"lines/{line}/absence", {"outcome": "later"}).status_code == 200
    assert post(app, "trays", body).status_code == 200
