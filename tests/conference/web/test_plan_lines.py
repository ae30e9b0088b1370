"""Lines of the plan: on the stage or not, their objects, one line's page, the catalogue."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser
from builders_pages import element, notice, send
from builders_plan import URL, act, turns
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from projections.award_plan import Instrument, Line


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def decision(app: Flask) -> Instrument:
    return next(one for one in shelf_of(app).awards.instruments if one.presentable)


def line_of(app: Flask, id: UUID) -> Line:
    listed = shelf_of(app).awards.instruments
    return next(line for one in listed for line in one.lines if line.id == id)


def write(client: FlaskClient, line: UUID, path: str, **form: object) -> TestResponse:
    page = f"/conferences/{DEMO}/awards/lines/{line}"
    return send(client, page, f"{page}/{path}", form)


def test_a_decisions_lines_come_on_the_stage_all_none_or_some(
    app: Flask, client: FlaskClient
) -> None:
    one = decision(app)
    act(client, f"instruments/{one.id}/stage-list", on_stage="false")
    assert [turn for turn in turns(app) if turn.instrument == one.id] == []
    shown = element(client.get(URL).text, f"stage-{one.id}")
    assert "0 dòng lên sân khấu, 16 dòng không" in shown
    assert f"16. {one.lines[-1].name}" in shown
    three = [str(line.id) for line in one.lines[:3]]
    path = f"instruments/{one.id}/stage-lines"
    assert act(client, path, lines=three).status_code == 303
    assert [len(t.recipients) for t in turns(app) if t.instrument == one.id] == [3]
    assert client.get(f"{URL}/{path}").text.count(" checked") == 3
    act(client, f"instruments/{one.id}/stage-list", on_stage="true")
    assert [len(t.recipients) for t in turns(app) if t.instrument == one.id] == [8, 8]
    assert len(shelf_of(app).awards.announcements) == 4, "announced all the same"


def test_a_proposal_has_no_list_for_the_stage(app: Flask, client: FlaskClient) -> None:
    proposal = next(one for one in shelf_of(app).awards.instruments if not one.presentable)
    assert client.get(f"{URL}/instruments/{proposal.id}/stage-lines").status_code == 404
    path = f"instruments/{proposal.id}/stage-list"
    assert act(client, path, on_stage="true").status_code == 404


def readiness(app: Flask, turn: int) -> list[str | None]:
    return [one.readiness for one in turns(app)[turn].recipients]


def test_objects_are_readied_by_instrument_by_turn_and_line_by_line(
    app: Flask, client: FlaskClient
) -> None:
    one, first = decision(app), turns(app)[0]
    act(client, f"objects/instruments/{one.id}", readiness="signed")
    act(client, f"objects/turns/{first.id}", readiness="framed")
    some = [str(row.line) for row in first.recipients[:2]]
    assert act(client, "objects/lines", lines=some, readiness="on_tray").status_code == 303
    assert readiness(app, 0) == ["on_tray"] * 2 + ["framed"] * 6
    assert readiness(app, 1) == ["signed"] * 8
    page = client.get(f"{URL}/objects?turn={first.id}").text
    assert "6 đã đóng khung · 2 đã lên khay" in element(page, f"objects-{first.id}")
    assert f"1. {first.recipients[0].name} đã lên khay" in element(page, "selected")
    assert "2 / 39 đã lên khay" in element(page, "objects")
    assert act(client, "objects/lines", readiness="on_tray").status_code == 422


def test_the_stage_readies_objects_though_the_plan_is_locked(
    app: Flask, client: FlaskClient
) -> None:
    act(client, "lock")
    stage, turn = browser(app, "stage"), turns(app)[0]
    page = f"{URL}/objects"
    sent = send(stage, page, f"{page}/turns/{turn.id}", {"readiness": "sealed"})
    assert (sent.status_code, readiness(app, 0)) == (303, ["sealed"] * 8)


def test_a_line_is_linked_to_a_guest_who_is_searched_for(app: Flask, client: FlaskClient) -> None:
    line, other = decision(app).lines[0], decision(app).lines[1]
    page = client.get(f"/conferences/{DEMO}/awards/lines/{line.id}?q=Khối thi đua 2").text
    assert "Đơn vị hạng nhất, Khối thi đua 2" in element(page, "recipient")
    assert write(client, line.id, "recipient", guest=str(other.guest)).status_code == 303
    assert line_of(app, line.id).guest == other.guest
    write(client, line.id, "recipient", guest="")
    assert line_of(app, line.id).guest is None
    shown = client.get(f"/conferences/{DEMO}/awards/lines/{line.id}").text
    assert "Chưa gắn với khách nào" in element(shown, "recipient")


def test_a_line_has_a_representative_a_way_of_saying_it_and_other_names(
    app: Flask, client: FlaskClient
) -> None:
    line = decision(app).lines[0].id
    write(client, line, "representative", name="Lê Thị Hoa", relation="Giám đốc")
    write(client, line, "phonetic", phonetic="đơn vị một")
    write(client, line, "aliases", aliases="Khối I\r\n Khối Một \r\n")
    write(client, line, "readiness", readiness="drafted")
    now = line_of(app, line)
    assert (now.representative, now.relation) == ("Lê Thị Hoa", "Giám đốc")
    assert (now.phonetic, now.aliases, now.readiness) == (
        "đơn vị một",
        ("Khối I", "Khối Một"),
        "drafted",
    )
    found = element(client.get(f"{URL}?q=khoi mot").text, "found")
    assert "lượt 1, vị trí 1" in found


def test_an_individual_receives_in_person_until_the_rules_allow_another(
    app: Flask, client: FlaskClient
) -> None:
    said = {"kind": "decision", "title": "Giấy khen", "level": "department"}
    said |= {"announcer": "Sở", "award": "giay_khen", "recipients": "individual", "names": "Bùi An"}
    send(client, URL, f"/conferences/{DEMO}/awards/instruments", dict(said))
    line = shelf_of(app).awards.instruments[-1].lines[0].id
    page = f"/conferences/{DEMO}/awards/lines/{line}"
    assert "Cá nhân nhận trực tiếp" in element(client.get(page).text, "representative")
    refused = write(client, line, "representative", name="Bùi Bình")
    assert (refused.status_code, "nhận trực tiếp" in notice(refused.text)) == (409, True)
    rules = {"turn_s": "60", "recipient_s": "10", "proxies": "true"}
    act(client, "rules", **rules)
    assert write(client, line, "representative", name="Bùi Bình").status_code == 303
    assert line_of(app, line).representative == "Bùi Bình"


def test_a_line_of_nobody_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"/conferences/{DEMO}/awards/lines/{DEMO}").status_code == 404


def test_the_catalogue_is_searched_and_tells_objects_dates_and_source(client: FlaskClient) -> None:
    page = client.get(f"{URL}/catalogue").text
    order = element(page, "award-huan_chuong_lao_dong")
    assert "3 hạng" in order
    assert "1. huân chương (khay phủ vải đỏ); 2. bằng khung (khay phủ vải đỏ)" in order
    assert "Luật 15/2003/QH11, từ 1/7/2004 đến 31/12/2023" in order
    assert "Luật 06/2022 Art. 33(2), từ 1/1/2024" in order
    new = element(page, "award-huy_chuong_thanh_nien_xung_phong")
    assert "chưa có vào ngày hội nghị" in new
    found = client.get(f"{URL}/catalogue?q=co thi dua").text
    assert "award-co_thi_dua_chinh_phu" in found
    assert "award-giay_khen" not in found
