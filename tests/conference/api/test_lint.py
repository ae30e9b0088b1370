"""The linter by JSON: findings, waivers and papers made elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer
from flask import Flask
from flask.testing import FlaskClient

URL = f"/api/v1/conferences/{DEMO}/lint"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def program(app: Flask) -> FlaskClient:
    client = app.test_client()
    for name, value in bearer(app).items():
        client.environ_base[f"HTTP_{name.upper()}"] = value
    client.environ_base["HTTP_IF_MATCH"] = "*"
    return client


def finding(program: FlaskClient, code: str, **query: Any) -> dict[str, Any]:
    found = program.get(URL, query_string=query).get_json()["findings"]
    return next(one for one in found if one["code"] == code)


def test_a_finding_has_code_severity_place_facts_and_words(
    app: Flask, program: FlaskClient
) -> None:
    one = finding(program, "year-mismatch")
    instrument = next(i for i in shelf_of(app).awards.instruments if i.lines[0].year == 2017)
    assert (one["severity"], one["waived"]) == ("warning", False)
    assert one["where"] == f"instrument:{instrument.id}"
    facts = {"title": instrument.title, "year": "2017", "count": 16, "usual": 2018}
    assert (one["facts"], one["message"]) == (
        facts,
        f"“{instrument.title}”: 16 dòng ghi năm 2017, các quyết định khác ghi năm 2018.",
    )
    english = program.get(URL, headers={"Accept-Language": "en"}).get_json()
    assert "Year does not fit" in {one["label"] for one in english["findings"]}
    counted = (english["errors"], english["warnings"], english["notes"])
    assert sum(counted) == len(english["findings"])


def test_a_waiver_needs_what_was_said_and_shows_beside_the_finding(program: FlaskClient) -> None:
    one = finding(program, "year-mismatch")
    said = {"code": one["code"], "where": one["where"], "name": "Đào", "reason": "đúng"}
    assert program.post(f"{URL}/waivers", json={**said, "said": "x"}).status_code == 409
    before = program.get(URL).get_json()["position"]
    assert program.post(f"{URL}/waivers", json={**said, "said": one["said"]}).status_code == 200
    waived = finding(program, "year-mismatch")
    assert (waived["waived"], waived["waiver"]) == (True, {"name": "Đào", "reason": "đúng"})
    assert finding(program, "year-mismatch", at=before)["waived"] is False
    program.post(f"{URL}/waivers/revocation", json=said)
    assert finding(program, "year-mismatch")["waived"] is False


def test_a_paper_that_shows_another_name_makes_the_plan_unready(program: FlaskClient) -> None:
    said = {"kind": "presenter_card", "title": "Thẻ", "shows": ["Lê Tuấn Khang"]}
    made = program.post(f"{URL}/artefacts", json=said).get_json()["id"]
    document = program.get(URL).get_json()
    assert (document["ready"], document["mismatch"]) == (False, ["presenter_card"])
    assert [one["id"] for one in document["artefacts"]] == [made]
    one = finding(program, "artefact-mismatch")
    assert (one["where"], one["facts"]["shows"]) == (f"artefact:{made}", "Lê Tuấn Khang")
    program.post(f"{URL}/artefacts/{made}/withdrawal", json={"reason": "in lại"})
    assert program.get(URL).get_json()["mismatch"] == []
