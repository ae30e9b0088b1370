"""The crews' screens: each its own columns of one row, and what their presses record."""

import re
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_crew import (
    HERE,
    STAGE,
    ceremony,
    everybody_but,
    press,
    reached,
    seen,
    settled,
    token,
    turns,
)
from builders_demo import shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, words
from flask import Flask
from flask.testing import FlaskClient

from conference.commands.stage_runs import begin_rehearsal

SCREENS = ("manager", "tray", "usher", "photographer")


@pytest.fixture
def crew(app: Flask) -> FlaskClient:
    """The stage's people: they lead it and plan nothing."""
    return browser(app, "stage")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_its_plan_its_position_and_how_current_it_is(
    app: Flask, crew: FlaskClient, screen: str
) -> None:
    page = seen(crew, screen)
    assert page.count("<h1>") == 1
    assert f"# {shelf_of(app).position}" in words(page)
    assert "Bản nháp" in words(page)
    assert 'data-live="run_sheet' in page
    english = crew.get(f"{STAGE}/0/{screen}", headers=ENGLISH).text
    assert "Draft" in words(english)
    partial = crew.get(f"{STAGE}/0/{screen}", headers={**VIETNAMESE, "HX-Request": "true"}).text
    assert "<html" not in partial
    assert crew.get(f"{STAGE}/7/{screen}").status_code == 404


@pytest.mark.parametrize("screen", SCREENS)
def test_a_rehearsal_is_marked_and_a_conference_without_turns_says_so(
    app: Flask, crew: FlaskClient, screen: str
) -> None:
    said = {**HERE, "run": 1, "speed": "10", "at": at("08:00"), "shown_at": at("09:00")}
    begin_rehearsal(store_of(app), STAMP, **said)
    assert element(seen(crew, screen, run=1), "rehearsal") == "DIỄN TẬP lần 1 · nhanh 10 lần"
    assert 'id="rehearsal"' not in seen(crew, screen)


def test_compiled_code_runs_where_codes_are_read_and_on_no_other_screen(crew: FlaskClient) -> None:
    found = {
        screen: "wasm" in crew.get(f"{STAGE}/0/{screen}").headers["Content-Security-Policy"]
        for screen in SCREENS
    }
    assert found == {"manager": True, "tray": False, "usher": False, "photographer": False}


def row(page: str, zone: str) -> list[str]:
    """The positions of a zone's cards, from left to right."""
    found = page[page.index(f'id="zone-{zone}"') :].split("</section>")[0]
    return re.findall(r'id="card-[^"]+".*?<b>(\d+)</b>', found, re.DOTALL)


def test_the_row_stands_as_the_hall_sees_it_with_its_gaps(app: Flask, crew: FlaskClient) -> None:
    turn = turns(app)[0]
    everybody_but(app, turn.recipients[3])
    page = seen(crew, "manager")
    assert turn.side == "left"
    assert row(page, "wings") == list("87654321")
    gap = element(page, f"card-wings-{turn.recipients[3].line}")
    assert "chưa có mặt" in gap
    assert "cánh gà 0 / 7" in element(page, "roll")
    assert "→ vào từ bên trái" in element(page, "zone-wings")


def test_a_tap_calls_the_roll_and_a_second_takes_it_back(app: Flask, crew: FlaskClient) -> None:
    line = turns(app)[0].recipients[1].line
    assert press(crew, "manager", f"manager/lines/{line}/reached").status_code == 303
    page = seen(crew, "manager")
    assert "ở cánh gà" in element(page, f"card-wings-{line}")
    assert "cánh gà 1 / 8" in element(page, "roll")
    assert press(crew, "manager", f"manager/lines/{line}/left").status_code == 303
    assert "ở cánh gà" not in element(seen(crew, "manager"), f"card-wings-{line}")


def test_a_code_is_told_in_one_verdict(app: Flask, crew: FlaskClient) -> None:
    first, second = turns(app)[:2]
    reached(app, first.recipients[0])
    told = {
        "Đúng lượt 1, vị trí 3": token(app, first.recipients[2]),
        "Đã có mặt: lượt 1, vị trí 1": token(app, first.recipients[0]),
        "Lượt 2, vị trí 4: còn chờ": token(app, second.recipients[3]),
        "Không phải mã của hội nghị": "xyz",
    }
    for expected, said in told.items():
        press(crew, "manager", "wings/scan", token=said)
        assert notice(seen(crew, "manager")) == expected
    assert shelf_of(app).attendance.present == 0


def scanned(crew: FlaskClient, said: str) -> str:
    """The verdict as the screen's scripts get it, beside the rows."""
    page = seen(crew, "manager")
    csrf = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert csrf
    form = {"csrf_token": csrf[1], "token": said}
    headers = {**VIETNAMESE, "HX-Request": "true"}
    return crew.post(f"{STAGE}/0/wings/scan", data=form, headers=headers).text


def test_the_verdict_says_behind_whom_and_for_whom_a_place_is_kept(
    app: Flask, crew: FlaskClient
) -> None:
    people = turns(app)[0].recipients
    reached(app, people[0])
    answer = scanned(crew, token(app, people[2]))
    verdict = element(answer, "at-wings")
    assert f"Đứng sau vị trí 2: {people[1].representative or people[1].name}" in verdict
    assert f"Đứng trước vị trí 4: {people[3].representative or people[3].name}" in verdict
    assert "Chừa chỗ phía trước cho vị trí 2" in verdict
    assert 'data-tone="good"' in answer
    assert 'hx-swap-oob="true"' in answer
    assert "Đúng lượt 1" not in notice(seen(crew, "manager"))  # said beside the rows, once


def test_what_was_settled_is_told_and_lifted_from_the_verdict(
    app: Flask, crew: FlaskClient
) -> None:
    who = turns(app)[0].recipients[2]
    settled(app, who, "later")
    answer = scanned(crew, token(app, who))
    assert "Lượt 1, vị trí 3: trao sau" in element(answer, "at-wings")
    assert f"lines/{who.line}/arrival" in answer[answer.index('id="at-wings"') :]
    assert press(crew, "manager", f"manager/lines/{who.line}/arrival").status_code == 303
    assert "ở cánh gà" in element(seen(crew, "manager"), f"card-wings-{who.line}")


def test_an_absence_is_settled_with_a_name_or_refused_in_one_sentence(
    app: Flask, crew: FlaskClient
) -> None:
    who = turns(app)[0].recipients[0]
    path = f"manager/lines/{who.line}/absence"
    refused = press(crew, "manager", path, outcome="representative")
    assert refused.status_code == 409
    assert "Ghi tên người nhận thay." in notice(refused.text)
    said = {"outcome": "representative", "name": "Lê Hoa", "relation": "phó"}
    assert press(crew, "manager", path, **said).status_code == 303
    assert "nhận thay: Lê Hoa, phó" in element(seen(crew, "manager"), f"card-wings-{who.line}")


def test_gaps_close_once_the_stage_manager_says_so_and_the_trays_with_them(
    app: Flask, crew: FlaskClient
) -> None:
    turn = turns(app)[0]
    gone = turn.recipients[1]
    everybody_but(app, gone)
    refused = press(crew, "manager", "manager/closed-up", turn=turn.id)
    assert (refused.status_code, gone.name in notice(refused.text)) == (409, True)
    settled(app, gone, "later")
    assert "để trống chỗ này" in element(seen(crew, "tray"), f"laid-{gone.line}")
    assert press(crew, "manager", "manager/closed-up", turn=turn.id).status_code == 303
    page = seen(crew, "tray")
    assert f'id="laid-{gone.line}"' not in page
    assert "đứng thứ 2" in element(page, f"laid-{turn.recipients[2].line}")
    card = element(seen(crew, "manager"), f"card-wings-{turn.recipients[2].line}")
    assert card.startswith("3 đứng thứ 2")


def test_trays_are_ticked_and_two_different_people_compare_them(
    app: Flask, crew: FlaskClient
) -> None:
    turn: Any = turns(app)[0]
    for one in turn.recipients:
        said = {"turn": turn.id, "on_tray": "yes"}
        assert press(crew, "tray", f"tray/lines/{one.line}/object", **said).status_code == 303
    assert "8 / 8 trên khay" in element(seen(crew, "tray"), "count-wings")
    answers = [
        press(crew, "tray", "tray/confirmation", turn=turn.id, name=name)
        for name in ("Lê Thị Hoa", "Lê Thị Hoa", "Trần Văn Ba")
    ]
    assert [one.status_code for one in answers] == [303, 409, 303]
    assert "Lê Thị Hoa đã đối chiếu rồi" in notice(answers[1].text)
    assert "Hai người đã đối chiếu" in element(seen(crew, "tray"), "tray-wings")
    line = turn.recipients[4].line
    press(crew, "tray", f"tray/lines/{line}/object", turn=turn.id, on_tray="no")
    assert "Hai người" not in element(seen(crew, "tray"), "tray-wings").replace("rồi hai", "")
    assert ceremony(app).turns[0].confirmed == ()
    assert id("nobody") not in ceremony(app).turns[0].ticked
