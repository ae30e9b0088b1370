"""The awards' pages: instruments registered, announced and presented, and the run-sheet of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from projections.award_plan import Instrument

URL = f"/conferences/{DEMO}/awards"
DECISION: dict[str, object] = {
    "kind": "decision",
    "title": "Tặng Giấy khen",
    "number": "15/QĐ-SNV",
    "level": "department",
    "announcer": "Sở Nội vụ",
    "award": "giay_khen",
    "recipients": "individual",
    "names": "Nguyễn Văn Ba\r\nLê Thị Tư\r\n\r\n",
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def instrument(app: Flask, kind: str) -> Instrument:
    """The first instrument of a kind."""
    return next(one for one in shelf_of(app).awards.instruments if one.kind == kind)


def act(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/{path}", form)


def test_a_registered_decision_has_a_line_for_each_name(app: Flask, client: FlaskClient) -> None:
    assert act(client, "instruments", **DECISION).status_code == 303
    new = shelf_of(app).awards.instruments[-1]
    assert [(line.number, line.name) for line in new.lines] == [
        (1, "Nguyễn Văn Ba"),
        (2, "Lê Thị Tư"),
    ]
    assert "Tặng Giấy khen" in element(client.get(URL).text, f"instrument-{new.id}")


def test_a_revised_name_keeps_its_line(app: Flask, client: FlaskClient) -> None:
    act(client, "instruments", **DECISION)
    old = shelf_of(app).awards.instruments[-1]
    said = DECISION | {"names": "Lê Thị Tư\nPhan Văn Năm"}
    assert act(client, f"instruments/{old.id}/revision", **said).status_code == 303
    new = shelf_of(app).awards.instruments[-1]
    assert [line.name for line in new.lines] == ["Lê Thị Tư", "Phan Văn Năm"]
    assert new.lines[0].id == old.lines[1].id


def test_an_award_is_announced_then_presented(app: Flask, client: FlaskClient) -> None:
    one = instrument(app, "decision")
    line = f"instruments/{one.id}/lines/{one.lines[0].id}/presentation"
    said = {"presenter": "Đỗ Thanh Bình", "receiver": "Đại diện đơn vị"}
    early = act(client, line, **said)
    assert early.status_code == 409
    assert notice(early.text) == f"Chưa ghi Hãy công bố “{one.title}” trước khi trao."
    announced = act(client, f"instruments/{one.id}/announcement", announcer="Sở Nội vụ")
    assert (announced.status_code, act(client, line, **said).status_code) == (303, 303)
    presented = instrument(app, "decision").lines[0]
    assert (presented.presenter, presented.receiver) == ("Đỗ Thanh Bình", "Đại diện đơn vị")
    assert act(client, line, **said | {"presenter": "Người khác"}).status_code == 409


def test_a_proposal_is_never_presented(app: Flask, client: FlaskClient) -> None:
    one = instrument(app, "proposal")
    act(client, f"instruments/{one.id}/announcement", announcer="Sở Nội vụ")
    head = store_of(app).head()
    line = f"instruments/{one.id}/lines/{one.lines[0].id}/presentation"
    answer = act(client, line, presenter="A", receiver="B")
    assert (answer.status_code, store_of(app).head()) == (409, head)
    assert notice(answer.text).endswith("mới ở tờ trình: chỉ công bố, không trao.")


def test_a_smaller_stage_makes_more_turns(app: Flask, client: FlaskClient) -> None:
    before = len(shelf_of(app).run_sheet.turns)
    plan = f"/conferences/{DEMO}/plan"
    assert send(client, plan, f"{plan}/stage-capacity", {"capacity": "5"}).status_code == 303
    sizes = [len(turn.recipients) for turn in shelf_of(app).run_sheet.turns]
    assert (max(sizes), sum(sizes)) == (4, 39), "eight are split evenly"
    assert len(shelf_of(app).run_sheet.turns) > before
    refused = send(client, plan, f"{plan}/stage-capacity", {"capacity": "0"})
    assert refused.status_code in (409, 422)


def test_the_run_sheet_shows_each_turn_with_its_recipients(app: Flask, client: FlaskClient) -> None:
    page = client.get(f"/conferences/{DEMO}/run-sheet").text
    for turn in shelf_of(app).run_sheet.turns:
        shown = element(page, f"turn-{turn.number}")
        assert [one.name for one in turn.recipients if one.name not in shown] == []


def test_the_paper_of_the_run_sheet_is_a_pdf_of_this_position(client: FlaskClient) -> None:
    answer = client.get(f"/conferences/{DEMO}/run-sheet/paper.pdf")
    assert (answer.mimetype, answer.data[:8]) == ("application/pdf", b"%PDF-1.7")
    assert answer.data == client.get(f"/conferences/{DEMO}/run-sheet/paper.pdf").data


def test_an_instrument_of_nobody_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"{URL}/instruments/{DEMO}").status_code == 404
    assert act(client, f"instruments/{DEMO}/revision", **DECISION).status_code == 404


def test_a_withdrawn_instrument_leaves_the_run_sheet(app: Flask, client: FlaskClient) -> None:
    one = instrument(app, "decision")
    assert act(client, f"instruments/{one.id}/withdrawal", reason="thu hồi").status_code == 303
    sheet = shelf_of(app).run_sheet
    assert [turn for turn in sheet.turns if turn.instrument == one.id] == []
    assert len(sheet.announcements) == 3
