"""The agenda's pages: items added, moved, timed, taken and withdrawn; what each records."""

import html
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from projections.agenda import Agenda

URL = f"/conferences/{DEMO}/agenda"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def agenda(app: Flask) -> Agenda:
    return shelf_of(app).agenda


def act(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/{path}", form)


def begin(client: FlaskClient, item: UUID) -> TestResponse:
    """Begin an item on the day's screen, whatever day it is."""
    day = f"/conferences/{DEMO}/day"
    return send(client, day, f"{day}/items/{item}/take", {"sure": "yes"})


def test_an_item_stands_with_its_start_its_kind_and_its_minutes(
    app: Flask, client: FlaskClient
) -> None:
    first = agenda(app).items[0]
    shown = element(client.get(URL).text, f"item-{first.id}")
    assert shown.startswith("1 07:30 Chào cờ, khai mạc Khai mạc 10 phút")


def test_an_added_item_stands_last_and_is_told(app: Flask, client: FlaskClient) -> None:
    said = {"kind": "remarks", "title": "Ý kiến chỉ đạo", "minutes": "1h05"}
    answer = act(client, "items", **said)
    assert (answer.status_code, answer.location) == (303, URL)
    assert notice(client.get(URL).text) == "Đã thêm mục."
    last = agenda(app).items[-1]
    assert (last.kind, last.title, last.minutes) == ("remarks", "Ý kiến chỉ đạo", 65)


def test_a_decomposed_title_is_recorded_composed(app: Flask, client: FlaskClient) -> None:
    title = "Phát động phong trào “Đoàn kết”"
    typed = unicodedata.normalize("NFD", title)
    act(client, "items", kind="launch", title=typed, minutes="10")
    assert typed != title
    assert agenda(app).items[-1].title == title


def test_a_speech_is_scheduled_with_its_unit(app: Flask, client: FlaskClient) -> None:
    said = {"unit": "Huyện An Biên", "title": "Xây dựng nông thôn mới", "minutes": "8"}
    assert act(client, "speeches", **said).status_code == 303
    last = agenda(app).items[-1]
    assert (last.kind, last.unit, last.title) == ("speech", said["unit"], said["title"])
    assert act(client, "speeches", **said | {"unit": ""}).status_code == 422


def test_an_item_moves_before_another_and_htmx_gets_the_partial(
    app: Flask, client: FlaskClient
) -> None:
    before, moved = agenda(app).items[1], agenda(app).items[4]
    form = {"before": str(before.id), "version": str(agenda(app).version)}
    answer = send(client, URL, f"{URL}/items/{moved.id}/position", form, {"HX-Request": "true"})
    assert (answer.status_code, answer.text.lstrip()[:16]) == (200, '<div id="agenda"')
    assert [item.id for item in agenda(app).items[1:3]] == [moved.id, before.id]


def test_an_old_page_is_told_so_and_shows_what_is_now(app: Flask, client: FlaskClient) -> None:
    first, second = (item.id for item in agenda(app).items[:2])
    old = str(agenda(app).version)
    act(client, f"items/{second}/time", minutes="99")
    head = store_of(app).head()
    answer = act(client, f"items/{second}/position", before=str(first), version=old)
    assert (answer.status_code, store_of(app).head()) == (409, head)
    assert notice(answer.text).startswith("Chưa ghi Người khác vừa sửa chỗ này")
    assert "99 phút" in element(answer.text, f"item-{second}")


def test_a_fixed_start_is_meant_on_the_conferences_own_day(app: Flask, client: FlaskClient) -> None:
    item = agenda(app).items[3]
    act(client, f"items/{item.id}/time", minutes="20", fixed_start="09:15")
    start = agenda(app).items[3].starts_at
    assert start is not None
    assert start.isoformat() == "2019-03-25T02:15:00+00:00"
    assert element(client.get(URL).text, f"item-{item.id}").startswith("4 09:15")


def field_value(page: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def test_minutes_saved_alone_leave_an_item_of_the_second_day_where_it_stands(
    app: Flask, client: FlaskClient
) -> None:
    item = agenda(app).items[3]
    act(client, f"items/{item.id}/time", minutes="30", fixed_start="7h30 ngày 26/3")
    start = agenda(app).items[3].fixed_start
    assert start == datetime(2019, 3, 26, 0, 30, tzinfo=UTC)
    panel = client.get(f"{URL}/items/{item.id}", headers={"HX-Request": "true"}).text
    shown = field_value(panel, "fixed_start")
    act(client, f"items/{item.id}/time", minutes="45", fixed_start=shown)
    now = agenda(app).items[3]
    assert (shown, now.minutes, now.fixed_start) == ("07:30 26/3", 45, start)


def test_the_forms_of_start_and_hall_give_back_another_day(app: Flask, client: FlaskClient) -> None:
    place, settings = f"/conferences/{DEMO}", f"/conferences/{DEMO}/settings"
    act(client, "start", starts_at="22:00 24/3")
    hall = {"begins_at": "21:00 24/3", "ends_at": "0:30 26/3"}
    send(client, settings, f"{place}/hall-booking", hall)
    now = agenda(app).starts_at, shelf_of(app).conference.hall_until_at
    shown = client.get(URL).text, client.get(settings).text
    act(client, "start", starts_at=field_value(shown[0], "starts_at"))
    drawn = {name: field_value(shown[1], name) for name in hall}
    send(client, settings, f"{place}/hall-booking", drawn)
    assert now[1] == datetime(2019, 3, 25, 17, 30, tzinfo=UTC)
    assert (agenda(app).starts_at, shelf_of(app).conference.hall_until_at) == now


def test_an_hour_after_midnight_is_the_next_days_and_that_is_said(
    app: Flask, client: FlaskClient
) -> None:
    act(client, "start", starts_at="22:00")
    item = agenda(app).items[3]
    act(client, f"items/{item.id}/time", minutes="30", fixed_start="0h15")
    assert agenda(app).items[3].fixed_start == datetime(2019, 3, 25, 17, 15, tzinfo=UTC)
    told = words(client.get(URL, headers=VIETNAMESE).text)
    assert "Đã lưu thời gian. Giờ được hiểu là 00:15 ngày 26/3/2019." in told
    act(client, f"items/{item.id}/time", minutes="30", fixed_start="23:15")
    assert "được hiểu" not in words(client.get(URL, headers=VIETNAMESE).text)


def test_a_day_that_the_year_does_not_have_is_refused(app: Flask, client: FlaskClient) -> None:
    item, place = agenda(app).items[3], f"/conferences/{DEMO}"
    send(client, f"{place}/settings", f"{place}/day", {"held_on": "2022-03-01"})
    head = store_of(app).head()
    answer = act(client, f"items/{item.id}/time", minutes="30", fixed_start="8:00 29/2")
    assert (answer.status_code, store_of(app).head()) == (409, head)
    assert "Giờ ghi như 8:15" in notice(answer.text)


def test_an_item_is_taken_and_finished_and_no_second_one_meanwhile(
    app: Flask, client: FlaskClient
) -> None:
    first, second = (item.id for item in agenda(app).items[:2])
    assert begin(client, first).status_code == 303
    answer = begin(client, second)
    assert answer.status_code == 409
    assert notice(answer.text).endswith("đang diễn ra, hãy kết thúc trước.")
    assert act(client, f"items/{first}/finish").status_code == 303
    assert [item.state for item in agenda(app).items[:2]] == ["finished", "waiting"]


def test_a_withdrawn_item_is_gone_and_its_reason_is_needed(app: Flask, client: FlaskClient) -> None:
    item, count = agenda(app).items[5].id, len(agenda(app).items)
    refused = act(client, f"items/{item}/withdrawal", reason="")
    assert (refused.status_code, len(agenda(app).items)) == (422, count)
    assert act(client, f"items/{item}/withdrawal", reason="hết giờ").status_code == 303
    assert len(agenda(app).items) == count - 1


def test_a_page_of_the_past_is_the_page_as_it_was(app: Flask, client: FlaskClient) -> None:
    at, item = store_of(app).head(), agenda(app).items[5]
    act(client, f"items/{item.id}/withdrawal", reason="hết giờ")
    assert f'id="item-{item.id}"' not in client.get(URL).text
    assert f'id="item-{item.id}"' in client.get(f"{URL}?at={at}").text


def test_english_is_complete(app: Flask, client: FlaskClient) -> None:
    shown = client.get(URL, headers=ENGLISH).text
    assert element(shown, f"item-{agenda(app).items[0].id}").startswith(
        "1 07:30 Chào cờ, khai mạc Opening 10 min"
    )


def test_the_stage_runs_items_and_cannot_change_them(app: Flask) -> None:
    stage, item = browser(app, "stage"), agenda(app).items[0].id
    assert begin(stage, item).status_code == 303
    form: dict[str, object] = {"minutes": "5"}
    assert send(stage, URL, f"{URL}/items/{item}/time", form).status_code == 403


def test_a_draft_is_shown_to_organisers_only_until_it_is_released(
    app: Flask, client: FlaskClient
) -> None:
    said = {"kind": "remarks", "title": "Ý kiến bổ sung", "minutes": "10"}
    act(client, "items", **said)
    stage = browser(app, "stage")
    assert ("Ý kiến bổ sung" in client.get(URL).text) is True
    assert ("Ý kiến bổ sung" in stage.get(URL).text) is False
    assert "1 thay đổi so với bản số 1" in element(client.get(URL).text, "release-head")
    answer = act(client, "releases", note="Thêm ý kiến", version=agenda(app).version)
    assert (answer.status_code, notice(client.get(URL).text)) == (303, "Đã ban hành chương trình.")
    assert ("Ý kiến bổ sung" in stage.get(URL).text) is True
    shown = stage.get(f"{URL}/releases/2", headers=VIETNAMESE).text
    assert "Ý kiến bổ sung: mới" in element(shown, "changes")
    assert stage.get(f"{URL}/releases/3").status_code == 404


def test_a_release_of_what_another_has_changed_meanwhile_is_stale(
    app: Flask, client: FlaskClient
) -> None:
    old = agenda(app).version
    act(client, "items", kind="remarks", title="Ý kiến", minutes="10")
    answer = act(client, "releases", version=old)
    assert (answer.status_code, len(agenda(app).releases)) == (409, 1)


def test_the_bar_says_in_words_how_the_programme_fits_the_hall(
    app: Flask, client: FlaskClient
) -> None:
    settings = f"/conferences/{DEMO}/settings"
    assert element(client.get(URL).text, "budget").startswith("Chưa nêu giờ thuê hội trường.")
    form: dict[str, object] = {"begins_at": "7h", "ends_at": "23h"}
    answer = send(client, settings, f"/conferences/{DEMO}/hall-booking", form)
    assert answer.status_code == 303
    assert element(client.get(URL).text, "budget").startswith("Vừa giờ.")
    shown = client.get(URL, headers=ENGLISH).text
    assert element(shown, "budget").startswith("It fits.")
    send(client, settings, f"/conferences/{DEMO}/hall-booking", form | {"ends_at": "8h30"})
    assert element(client.get(URL).text, "budget").startswith("Quá giờ thuê.")
    head = store_of(app).head()
    wrong = send(client, settings, f"/conferences/{DEMO}/hall-booking", form | {"ends_at": "6:00"})
    assert (wrong.status_code, store_of(app).head()) == (409, head)
    assert notice(wrong.text) == "Chưa ghi Giờ trả hội trường phải sau giờ nhận."


@pytest.mark.parametrize("typed", ["9:15", "9h15", "9 giờ 15"])
def test_a_start_is_a_time_of_day_and_a_length_is_one_in_whatever_spelling(
    app: Flask, client: FlaskClient, typed: str
) -> None:
    item = agenda(app).items[3]
    act(client, f"items/{item.id}/time", minutes="1:05", fixed_start=typed)
    now = agenda(app).items[3]
    assert now.minutes == 65
    assert now.fixed_start is not None
    assert now.fixed_start.isoformat() == "2019-03-25T02:15:00+00:00"


@pytest.mark.parametrize("typed", ["-5", "abc", "0", "1441"])
def test_minutes_that_are_none_are_told_beside_the_field_and_record_nothing(
    app: Flask, client: FlaskClient, typed: str
) -> None:
    item, head = agenda(app).items[3], store_of(app).head()
    answer = act(client, f"items/{item.id}/time", minutes=typed)
    assert (answer.status_code, store_of(app).head()) == (422, head)
    assert "Thời lượng ghi như 90 hoặc 1h30" in answer.text


def test_what_is_to_be_looked_at_is_listed_with_the_way_to_mend_it(
    app: Flask, client: FlaskClient
) -> None:
    item = agenda(app).items[2]
    act(client, f"items/{item.id}/time", minutes="20", fixed_start="7:31")
    shown = client.get(URL, headers=VIETNAMESE).text
    assert f"Không kịp giờ cố định Các mục trước “{item.title}”" in element(shown, "warnings")
    assert f'href="{URL}?item={item.id}#item-{item.id}"' in shown
    overview = client.get(f"/conferences/{DEMO}", headers=ENGLISH).text
    assert f"Fixed start not kept The items before “{item.title}” end" in words(overview)
    part = client.get(f"{URL}/warnings", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div id="agenda-warnings"')
    assert client.get(f"{URL}/warnings").text.lstrip().startswith("<!doctype html>")


def test_warnings_are_the_organisers_as_the_draft_is(app: Flask, client: FlaskClient) -> None:
    item, stage = agenda(app).items[2], browser(app, "stage")
    act(client, f"items/{item.id}/time", minutes="20", fixed_start="7:31")
    assert ('id="warnings"' in client.get(URL).text, 'id="warnings"' in stage.get(URL).text) == (
        True,
        False,
    )
    assert stage.get(f"{URL}/warnings").status_code == 403
    assert "Không kịp giờ cố định" not in stage.get(f"/conferences/{DEMO}").text


def test_the_forms_of_an_item_are_fetched_alone_or_with_the_page(
    app: Flask, client: FlaskClient
) -> None:
    item = agenda(app).items[2]
    closed = client.get(URL).text
    assert closed.count("describe_item") == 0
    assert "Lưu nội dung" not in closed
    alone = client.get(f"{URL}/items/{item.id}", headers={"HX-Request": "true", **VIETNAMESE}).text
    assert "Lưu nội dung" in alone
    assert "<html" not in alone
    answer = client.get(f"{URL}/items/{item.id}")
    assert (answer.status_code, answer.location) == (303, f"{URL}?item={item.id}#item-{item.id}")
    assert "Lưu nội dung" in element(client.get(f"{URL}?item={item.id}").text, f"edit-{item.id}")
    assert client.get(f"{URL}/items/{DEMO}").status_code == 404


def test_a_refused_form_stands_open_with_what_was_typed(app: Flask, client: FlaskClient) -> None:
    item = agenda(app).items[3]
    answer = act(client, f"items/{item.id}/time", minutes="lâu")
    row = answer.text[answer.text.index(f'id="edit-{item.id}"') :]
    assert 'value="lâu"' in row[: row.index("</li>")]


def test_a_release_says_whom_to_tell_and_only_organisers_see_it(
    app: Flask, client: FlaskClient
) -> None:
    speeches = agenda(app).speeches
    first, last = speeches[0], speeches[-1]
    act(client, f"items/{last.id}/position", before=first.id, version=agenda(app).version)
    act(client, "releases", version=agenda(app).version)
    shown = element(client.get(f"{URL}/releases/2", headers=VIETNAMESE).text, "notices")
    told = f"“{last.title}”: nay là mục số {first.number}, bắt đầu lúc 08:25 ngày 25/3/2019"
    assert f"Kính gửi {last.unit}:" in shown
    assert f"{told}, 8 phút (trước đây là mục số {last.number}, bắt đầu lúc 09:13" in shown
    assert "Chào cờ" not in shown
    stage = browser(app, "stage").get(f"{URL}/releases/2", headers=VIETNAMESE).text
    assert 'id="notices"' not in stage


def test_a_speech_handed_to_another_unit_is_told_to_both(app: Flask, client: FlaskClient) -> None:
    speech = agenda(app).speeches[0]
    said = {"title": speech.title, "unit": "Huyện Hòn Đất", "speaker": "Ông Lâm"}
    act(client, f"items/{speech.id}/description", **said)
    act(client, "releases", version=agenda(app).version)
    for headers, taken in ((VIETNAMESE, "không còn là phần của"), (ENGLISH, "no longer yours")):
        shown = element(client.get(f"{URL}/releases/2", headers=headers).text, "notices")
        assert taken in shown
        assert shown.count(speech.title) == 2
        assert all(unit in shown for unit in (str(speech.unit), "Huyện Hòn Đất"))


def test_what_was_withdrawn_by_mistake_is_listed_and_comes_back_to_its_place(
    app: Flask, client: FlaskClient
) -> None:
    order = agenda(app).order
    item = agenda(app).items[5]
    act(client, f"items/{item.id}/withdrawal", reason="bấm nhầm")
    listed = element(client.get(URL, headers=VIETNAMESE).text, "withdrawn")
    assert listed.startswith("Đã rút khỏi chương trình: 1 mục")
    for told in (item.title, item.unit or "", "bấm nhầm", "Khôi phục"):
        assert told in listed
    assert act(client, f"items/{item.id}/reinstatement").status_code == 303
    shown = client.get(URL, headers=VIETNAMESE).text
    assert notice(shown) == "Đã khôi phục mục vào chương trình."
    assert (agenda(app).order, 'id="withdrawn"' in shown) == (order, False)


def test_who_does_not_draft_is_told_of_no_withdrawal(app: Flask, client: FlaskClient) -> None:
    item = agenda(app).items[5]
    act(client, f"items/{item.id}/withdrawal", reason="bấm nhầm")
    for role in ("stage", "auditor"):
        seen = browser(app, role).get(URL)
        assert (seen.status_code, "bấm nhầm" in seen.text) == (200, False), role


def test_speeches_without_text_are_warned_of_before_any_text_came(
    app: Flask, client: FlaskClient
) -> None:
    assert not any(one.text for one in shelf_of(app).speeches.by_id.values())
    shown = client.get(URL, headers=VIETNAMESE).text
    units = ", ".join(item.unit or "" for item in agenda(app).speeches)
    assert f"7 tham luận chưa có văn bản: {units}." in element(shown, "warnings")
    assert f'href="/conferences/{DEMO}/speeches"' in shown.split('id="warnings"')[1]
    english = element(client.get(URL, headers=ENGLISH).text, "warnings")
    assert "There is no text of 7 speeches" in english
