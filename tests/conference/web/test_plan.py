"""The plan's page: turns and recipients in order, moved, split, joined, locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, element, notice
from builders_plan import URL, act, recorded, rows, turns
from flask import Flask
from flask.testing import FlaskClient

from events.awards_checks import PlanAmended
from events.awards_plan import RecipientMoved


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def test_each_turn_shows_its_row_its_objects_and_who_hands_over(
    app: Flask, client: FlaskClient
) -> None:
    page = client.get(URL).text
    for turn in turns(app):
        shown = element(page, f"turn-{turn.id}")
        assert [one.name for one in turn.recipients if one.name not in shown] == []
        assert f"Quyết định số {turn.decision}" in shown
        assert f"{turn.seconds} giây" in shown
        assert [name for name in turn.presenters if name not in shown] == []


def test_a_row_that_enters_by_the_left_is_drawn_against_the_order_of_calling(
    app: Flask, client: FlaskClient
) -> None:
    for side, drawn in (("right", "1 2 3 4 5 6 7 8"), ("left", "8 7 6 5 4 3 2 1")):
        turn = turns(app)[0]
        act(client, f"turns/{turn.id}/preparation", side=side)
        shown = element(client.get(URL).text, f"turn-{turn.id}")
        assert f" {drawn} " in shown
        assert ("ngược thứ tự gọi" in shown) == (side == "left")


def test_a_turn_is_moved_before_another_or_last(app: Flask, client: FlaskClient) -> None:
    before = [turn.id for turn in turns(app)]
    assert act(client, f"turns/{before[2]}/position", before=str(before[0])).status_code == 303
    assert [turn.id for turn in turns(app)] == [before[2], *before[:2], *before[3:]]
    act(client, f"turns/{before[2]}/position", before="")
    assert [turn.id for turn in turns(app)][-1] == before[2]


def test_out_of_the_decisions_order_the_page_asks_for_the_reason_and_takes_it(
    app: Flask, client: FlaskClient
) -> None:
    first, line = turns(app)[0], turns(app)[0].recipients[3]
    place, path = f"{first.id}/{first.recipients[0].line}", f"lines/{line.line}/position"
    refused = act(client, path, place=place)
    assert refused.status_code == 409
    assert notice(refused.text).startswith(f"Chưa ghi “{line.name}” sẽ không còn theo thứ tự")
    assert f'name="place" value="{place}"' in refused.text
    assert "Đổi chỗ với lý do này" in element(refused.text, "plan-why")
    assert act(client, path, place=place, why="đi lại khó").status_code == 303
    assert rows(app)[0][0] == line.name
    assert [fact.reason for fact in recorded(app, RecipientMoved)] == ["đi lại khó"]


def test_another_refusal_asks_for_no_reason(app: Flask, client: FlaskClient) -> None:
    line, elsewhere = turns(app)[0].recipients[0], turns(app)[-1]
    refused = act(client, f"lines/{line.line}/position", place=f"{elsewhere.id}/")
    assert (refused.status_code, 'id="plan-why"' in refused.text) == (409, False)
    assert "không đứng chung một lượt" in notice(refused.text)


def test_a_recipient_goes_over_to_the_next_turn_of_the_award(
    app: Flask, client: FlaskClient
) -> None:
    first, second = turns(app)[:2]
    line = first.recipients[-1]
    place = f"{second.id}/{second.recipients[0].line}"
    assert act(client, f"lines/{line.line}/position", place=place).status_code == 303
    assert [len(row) for row in rows(app)[:2]] == [7, 9]
    assert rows(app)[1][0] == line.name


def test_a_turn_is_split_joined_and_made_by_the_rules_again(
    app: Flask, client: FlaskClient
) -> None:
    before, first = rows(app), turns(app)[0]
    act(client, f"turns/{first.id}/parts", line=str(first.recipients[3].line))
    assert [len(row) for row in rows(app)[:3]] == [3, 5, 8]
    act(client, f"turns/{first.id}/union", other=str(turns(app)[1].id))
    assert rows(app) == before
    act(client, f"turns/{first.id}/position", before="")
    assert "Lập lại theo quy tắc" in client.get(URL).text
    assert act(client, "turns/reset").status_code == 303
    assert rows(app) == before
    assert "Lập lại theo quy tắc" not in client.get(URL).text


def test_a_locked_plan_changes_with_a_reason_alone_and_says_so(
    app: Flask, client: FlaskClient
) -> None:
    assert act(client, "lock").status_code == 303
    page = client.get(URL).text
    assert element(page, "lock").startswith("Bản chốt số 1 Đã chốt lần 1 lúc")
    assert 'id="amends-bar"' in page
    first = turns(app)[0]
    head = store_of(app).head()
    refused = act(client, f"turns/{first.id}/position", before="")
    assert (refused.status_code, store_of(app).head()) == (409, head)
    assert notice(refused.text).startswith("Chưa ghi Kế hoạch đã chốt lần 1: ghi lý do thay đổi")
    moved = act(client, f"turns/{first.id}/position", before="", amends="khách đến muộn")
    assert moved.status_code == 303
    assert [fact.reason for fact in recorded(app, PlanAmended)] == ["khách đến muộn"]
    shown = element(client.get(URL).text, "lock")
    assert shown.startswith("Bản chốt số 1, đã sửa Đã chốt lần 1")
    assert "1 sửa đổi: khách đến muộn." in shown
    assert "Chốt lần 2" in shown


def test_a_lock_is_opened_for_a_reason(app: Flask, client: FlaskClient) -> None:
    act(client, "lock")
    assert act(client, "unlocking", reason="").status_code == 422
    assert act(client, "unlocking", reason="xếp lại").status_code == 303
    assert element(client.get(URL).text, "lock").startswith("Bản nháp Đã mở chốt lần 1")
    assert shelf_of(app).awards.prepared.locked is False


def test_every_form_that_changes_a_locked_plan_asks_for_the_reason(
    app: Flask, client: FlaskClient
) -> None:
    """But those that a lock does not hold: the lock itself, searching, how far objects are."""
    act(client, "lock")
    page = client.get(f"{URL}?turn={turns(app)[0].id}").text
    forms = [form.split("</form>")[0] for form in page.split("<form")[1:]]
    free = ("/unlocking", "/lock", "/language/", "/sign-out", 'method="get"')
    changing = [form for form in forms if not any(one in form for one in free)]
    assert len(changing) > 12
    assert [form[:200] for form in changing if 'name="amends"' not in form] == []


def test_a_recipient_is_found_without_diacritics_and_its_turn_opened(
    app: Flask, client: FlaskClient
) -> None:
    turn = turns(app)[1]
    name = turn.recipients[0].name
    found = element(client.get(f"{URL}?q=khoi thi dua 9").text, "found")
    assert name in found
    assert "lượt 2, vị trí 1" in found
    assert "Không có người nhận nào" in element(client.get(f"{URL}?q=xyzw").text, "found")
    opened = client.get(f"{URL}?q=9&turn={turn.id}").text
    assert 'id="preparation"' in opened


def test_the_plan_is_read_in_english(client: FlaskClient) -> None:
    page = client.get(URL, headers=ENGLISH).text
    assert element(page, "lock").startswith("Draft The plan is not locked")
    assert "Alt+Shift" in element(page, "plan-move")


def test_the_stage_reads_the_plan_and_moves_nothing(app: Flask) -> None:
    stage = browser(app, "stage")
    page = stage.get(f"{URL}?turn={turns(app)[0].id}").text
    for absent in ('id="plan-move"', 'id="presenters"', 'id="plan-settings"', "Sửa lượt:"):
        assert absent not in page
    assert act(stage, f"turns/{turns(app)[0].id}/position", before="").status_code == 403
