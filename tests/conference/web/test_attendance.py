"""The attendance's pages: let in, taken back, excused, walked in; the roll-call counts along."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import VIETNAMESE, element, notice, send
from builders_paired import phone
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.team import pair_device
from conference.gate import Actor

URL = f"/conferences/{DEMO}/attendance"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def door(app: Flask) -> FlaskClient:
    """A supervisor at a door: lets in by name."""
    return browser(app, "supervisor")


def first(app: Flask) -> UUID:
    return shelf_of(app).guest_list.guests[0].id


def act(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/{path}", form)


def test_the_roll_call_is_one_spoken_sentence(app: Flask, door: FlaskClient) -> None:
    act(door, f"{first(app)}/check-in")
    assert element(door.get(URL).text, "roll-call") == (
        "Tổng số đại biểu triệu tập là 148 đại biểu: hiện nay có mặt 1 đại biểu; vắng 147 đại biểu."
    )


def test_arrivals_are_shown_by_door_and_by_minute(app: Flask, door: FlaskClient) -> None:
    assert 'id="arrivals"' not in door.get(URL).text
    guests = [one.id for one in shelf_of(app).guest_list.guests[:3]]
    for guest, name in zip(guests, ("Cửa 2", "Cửa 1", "Cửa 2"), strict=True):
        act(door, f"{guest}/check-in", door=name)
    page = door.get(URL).text
    assert element(page, "by-door") == "Theo cửa Cửa Đã vào Cửa 1 1 Cửa 2 2"
    entered_at = shelf_of(app).guest_list.by_id[guests[0]].entered_at
    assert entered_at is not None
    at = entered_at.astimezone(shelf_of(app).conference.zone)
    assert element(page, "by-minute").startswith(f"Phút Đã vào Có mặt {at:%H:%M} ")
    assert element(page, "arrivals-said").startswith(f"Đông nhất lúc {at:%H:%M}: ")


def test_the_roll_call_is_printed(app: Flask, door: FlaskClient) -> None:
    paper = door.get(f"/conferences/{DEMO}/papers/roll-call.pdf")
    assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
    assert f"-{shelf_of(app).position}.pdf" in paper.headers["Content-Disposition"]


def test_recipients_who_are_not_here_are_listed_by_turn(app: Flask, door: FlaskClient) -> None:
    sheet = shelf_of(app).run_sheet
    page = element(door.get(URL).text, "missing-recipients")
    assert page.startswith(f"Người nhận chưa có mặt {len(sheet.recipients)} ")
    turn = sheet.turns[0]
    assert "Lượt 1 Cờ thi đua" in page
    for one in turn.recipients:
        act(door, f"{one.guest}/check-in")
    page = element(door.get(URL).text, "missing-recipients")
    assert ("Lượt 1 " in page, "Lượt 2 " in page) == (False, True)
    stage = browser(app, "stage").get(f"/conferences/{DEMO}/run-sheet").text
    assert element(stage, "missing-recipients") == page


def test_a_door_that_was_paired_is_shown_counts_and_nobody(app: Flask) -> None:
    gate = Actor(id("door"), "Cửa 1", device_at=DEMO)
    said = {"name": "máy 1", "screen": "door", "door": "1"}
    pair_device(store_of(app), STAMP, conference_id=DEMO, device=id("door"), **said)
    app.extensions["who"] = lambda: gate
    page = app.test_client().get(f"{URL}?q=chủ tịch").text
    assert ("roll-call-table" in page, 'id="found"' in page) == (True, False)
    assert "missing-recipients" not in page


def test_a_wrong_place_in_the_roll_calls_sentence_is_told(app: Flask) -> None:
    organizer, head = browser(app), store_of(app).head()
    settings = f"/conferences/{DEMO}/settings"
    url = f"/conferences/{DEMO}/roll-call"
    refused = send(organizer, settings, url, {"sentence": "Có mặt {here}."})
    assert (refused.status_code, store_of(app).head()) == (409, head)
    assert "{here}" in notice(refused.text)
    send(organizer, settings, url, {"sentence": "Có mặt {present}/{summoned}."})
    assert element(organizer.get(URL).text, "roll-call") == "Có mặt 0/148."


def test_the_door_is_recorded_with_who_came_first(app: Flask, door: FlaskClient) -> None:
    assert act(door, f"{first(app)}/check-in", door="Cửa 2").status_code == 303
    head, guest = store_of(app).head(), shelf_of(app).guest_list.by_id[first(app)]
    assert (guest.present, guest.door) == (True, "Cửa 2")
    act(door, f"{first(app)}/check-in", door="Cửa 3")
    assert (store_of(app).head(), shelf_of(app).guest_list.by_id[first(app)]) == (head, guest)


def test_who_lets_in_a_guest_that_is_in_is_told_when_and_where(
    app: Flask, door: FlaskClient
) -> None:
    url, asked = f"{URL}/{first(app)}/check-in", {"HX-Request": "true"} | VIETNAMESE
    assert notice(send(door, URL, url, {"door": "Cửa 2"}, asked).text) == "Mời vào."
    entered_at = shelf_of(app).guest_list.by_id[first(app)].entered_at
    assert entered_at is not None
    at = entered_at.astimezone(shelf_of(app).conference.zone)
    again = notice(send(door, URL, url, {"door": "Cửa 3"}, asked).text)
    assert again == f"Đại biểu đã vào từ trước: lúc {at:%H:%M}, Cửa 2."


def test_a_guest_is_found_at_the_door_and_shown_with_the_time(
    app: Flask, door: FlaskClient
) -> None:
    answer = send(door, URL, f"{URL}/{first(app)}/check-in", {"q": "dte"}, {"HX-Request": "true"})
    assert answer.status_code == 200
    guest = shelf_of(app).guest_list.by_id[first(app)]
    assert guest.entered_at is not None
    entered = guest.entered_at.astimezone(shelf_of(app).conference.zone)
    assert f"{entered:%H:%M}" in element(answer.text, "found")


def test_what_is_looked_for_may_be_very_long(app: Flask, door: FlaskClient) -> None:
    wanted = "a" + "\u0301\u0323" * 100_000
    answer = send(door, URL, f"{URL}/{first(app)}/check-in", {"q": wanted}, {"HX-Request": "true"})
    assert answer.status_code == 200


def test_a_supervisor_takes_an_entry_back_and_excuses(app: Flask, door: FlaskClient) -> None:
    supervisor, guest = browser(app, "supervisor"), first(app)
    act(door, f"{guest}/check-in")
    assert act(supervisor, f"{guest}/reversal", reason="quét nhầm").status_code == 303
    assert act(supervisor, f"{guest}/excuse", reason="ốm").status_code == 303
    now = shelf_of(app).attendance
    assert (now.present, now.absent, now.excused) == (0, 148, 1)
    assert act(supervisor, f"{guest}/excuse/revocation", reason="đã đến").status_code == 303
    assert shelf_of(app).attendance.excused == 0


def test_reception_may_not_take_an_entry_back(app: Flask, door: FlaskClient) -> None:
    guest, reception = first(app), browser(app, "reception")
    act(door, f"{guest}/check-in")
    assert act(reception, f"{guest}/reversal", reason="quét nhầm").status_code == 403
    assert shelf_of(app).attendance.present == 1


@pytest.mark.parametrize("paired", [True, False])
def test_a_steward_finds_nobody_by_name_and_lets_nobody_in_by_name(
    app: Flask, paired: bool
) -> None:
    steward = phone(app, DEMO) if paired else browser(app, "reception")
    name = shelf_of(app).guest_list.guests[0].post or ""
    page = steward.get(f"{URL}?q={name}").text
    assert 'id="found"' not in page
    assert 'type="search"' not in page
    assert "Tìm theo tên là việc của giám sát cửa" in page
    assert act(steward, f"{first(app)}/check-in").status_code == 403
    assert shelf_of(app).attendance.present == 0


def change(app: Flask, guest: UUID, path: str, **form: object) -> None:
    page = f"/conferences/{DEMO}/guests/{guest}"
    assert send(browser(app), page, f"{page}/{path}", form).status_code == 303


def test_who_is_called_as_somebody_else_is_asked_about_twice(app: Flask, door: FlaskClient) -> None:
    an, binh, chi = (one.id for one in shelf_of(app).guest_list.guests[:3])
    for guest, name, body in ((an, "Đỗ An", "Sở Y tế"), (binh, "Do An", "Sở Nội vụ")):
        change(app, guest, "description", name=name, body=body, post="Giám đốc")
    change(app, chi, "description", name="Đỗ An Chi", body="Sở Y tế", post="Giám đốc")
    page = door.get(f"{URL}?q=Ông Đỗ An, Giám đốc Sở").text
    assert "Trùng tên: Do An · Giám đốc · Sở Nội vụ" in element(page, f"sure-{an}")
    assert "Đúng người này? Do An · Giám đốc" in element(page, f"sure-{binh}")
    assert f"{chi}/check-in" in page
    assert f'id="sure-{chi}"' not in page
    assert act(door, f"{binh}/check-in").status_code == 303
    assert shelf_of(app).guest_list.by_id[binh].present


def test_who_declined_and_comes_is_let_in_by_name(app: Flask, door: FlaskClient) -> None:
    guest = first(app)
    change(app, guest, "refusal", reason="ốm")
    name = shelf_of(app).guest_list.by_id[guest].name
    assert f"{guest}/check-in" in door.get(URL, query_string={"q": name}).text
    act(door, f"{guest}/check-in")
    now = shelf_of(app).guest_list.by_id[guest]
    assert (now.present, now.answer) == (True, "accepted")


def test_a_walk_in_called_like_a_guest_is_asked_about_first(app: Flask) -> None:
    reception = browser(app, "reception")
    said = {"name": "Lê Văn Út", "body": "UBND xã Vân Hòa", "voucher": "Thư ký"}
    assert act(reception, "walk-ins", **said).status_code == 303
    asked = act(reception, "walk-ins", **said | {"name": "LE VAN UT"})
    assert asked.status_code == 409
    assert 'name="sure"' in asked.text
    assert shelf_of(app).attendance.present == 1
    act(reception, "walk-ins", **said | {"name": "LE VAN UT", "sure": "true"})
    assert shelf_of(app).attendance.present == 2


def test_a_walk_in_is_invited_and_present_at_once(app: Flask, door: FlaskClient) -> None:
    said = {"name": "Lê Văn Út", "body": "UBND xã Vân Hòa", "voucher": "Thư ký"}
    assert act(door, "walk-ins", **said).status_code == 303
    now = shelf_of(app).attendance
    assert (now.invited, now.present) == (149, 1)
    table = element(door.get(URL).text, "roll-call-table")
    assert "Vắng Có lý do Phát sinh" in table
    assert table.endswith("Tổng 148 0 148 0 1")
    refused = act(door, "walk-ins", **said | {"voucher": ""})
    assert (refused.status_code, shelf_of(app).attendance) == (422, now)
    assert element(refused.text, "voucher-walk-in-error") == "Cần điền ô này."


def test_after_the_closing_nobody_comes_in(app: Flask, door: FlaskClient) -> None:
    overview = f"/conferences/{DEMO}"
    organizer = browser(app)
    for last in ("opening", "closing"):
        send(organizer, overview, f"{overview}/{last}")
    answer = act(door, f"{first(app)}/check-in")
    assert answer.status_code == 409
    assert notice(answer.text).startswith("Chưa ghi Hội nghị đã bế mạc")


def test_an_excuse_is_taken_back_on_the_page(app: Flask) -> None:
    supervisor, guest = browser(app, "supervisor"), first(app)
    act(supervisor, f"{guest}/excuse", reason="đi công tác")
    form = element(supervisor.get(f"{URL}?q=dte").text, f"revoke-{guest}")
    assert form.startswith("Bỏ ghi vắng có lý do")
    act(supervisor, f"{guest}/excuse/revocation", reason="đã về")
    assert shelf_of(app).guest_list.by_id[guest].excuse is None
