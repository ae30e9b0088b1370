"""The organisers' pages of speeches: states, minutes, warnings, an order proposed and taken."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send
from builders_speech import PDF, docx
from flask import Flask
from flask.testing import FlaskClient

from conference.commands.agenda import describe_item, schedule_speech, time_item
from projections.speech_list import SpeechList, speech_list

URL = f"/conferences/{DEMO}/speeches"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def listed(app: Flask) -> SpeechList:
    return speech_list(shelf_of(app))


def asked(app: Flask, client: FlaskClient, unit: str = "Hội Phụ nữ") -> str:
    """Ask a unit for a speech; the address of its page."""
    send(client, URL, URL, {"unit": unit, "minutes": "8"})
    row = next(row for row in listed(app).rows if row.unit == unit)
    return f"{URL}/{row.id}"


def test_the_seven_speeches_of_the_programme_are_listed_with_what_they_lack(app: Flask) -> None:
    page = browser(app).get(URL, headers=VIETNAMESE).text
    assert element(page, "speech-list-head") == "Từng tham luận"
    assert [len(rows) for code, rows in listed(app).to_look_at if code == "no-text"] == [7]
    assert "56 phút" in element(page, "budget")
    assert "Công ty Cổ phần xi măng Hà Tiên" in page


def test_speeches_are_found_by_unit_without_diacritics_and_by_state(app: Flask) -> None:
    client = browser(app)
    page = client.get(f"{URL}?q=xi mang", headers=VIETNAMESE).text
    assert "Hà Tiên" in element(page, "speech-list")
    assert "Rạch Giá" not in element(page, "speech-list")
    page = client.get(f"{URL}?state=withdrawn", headers=VIETNAMESE).text
    assert "Không tìm thấy" in element(page, "speech-list")


def test_too_many_minutes_are_said(app: Flask) -> None:
    client = browser(app)
    send(client, URL, f"{URL}/terms", {"minutes": "50", "texts_by": "2019-03-20T17:00"})
    page = client.get(URL, headers=VIETNAMESE).text
    assert "56 / 50 phút" in element(page, "budget")
    assert "6 phút" in element(page, "budget")
    assert "17:00 ngày 20/3/2019" in element(page, "budget")


@pytest.mark.parametrize("minutes", ["-5", "abc"])
def test_minutes_that_are_none_are_told_beside_the_field(app: Flask, minutes: str) -> None:
    client, before = browser(app), store_of(app).head()
    for path, form in ((URL, {"unit": "Hội Phụ nữ"}), (f"{URL}/terms", {})):
        answer = send(client, URL, path, form | {"minutes": minutes})
        assert answer.status_code == 422
        assert "Thời lượng ghi như 90 hoặc 1h30" in answer.text
    assert store_of(app).head() == before


def test_a_text_is_read_sent_back_and_approved_in_its_newest_version(app: Flask) -> None:
    client = browser(app)
    page = asked(app, client)
    send(client, page, f"{page}/description", {"unit": "Hội Phụ nữ", "title": "A", "minutes": "8"})
    for number, data in enumerate((docx(), PDF), 1):
        send(client, page, f"{page}/texts", {"file": (BytesIO(data), f"b{number}")})
    old = send(client, page, f"{page}/approval", {"text": "1", "minutes": "8"})
    assert (old.status_code, "bản mới hơn" in old.text) == (409, True)
    back = send(client, page, f"{page}/return", {"text": "2", "remark": "Bớt số liệu"})
    assert back.status_code == 303
    assert "Bớt số liệu" in element(client.get(page).text, "texts")
    send(client, page, f"{page}/approval", {"text": "2", "minutes": "7"})
    send(client, page, f"{page}/place", {"before": "", "minutes": "7"})
    item = shelf_of(app).agenda.items[-1]
    assert (item.unit, item.minutes, item.kind) == ("Hội Phụ nữ", 7, "speech")


def test_a_text_leaves_as_a_file_and_never_as_a_page(app: Flask) -> None:
    client = browser(app)
    page = asked(app, client)
    send(client, page, f"{page}/description", {"unit": "Hội Phụ nữ", "title": "A", "minutes": "8"})
    send(client, page, f"{page}/texts", {"file": (BytesIO(PDF), "<b>.pdf")})
    answer = client.get(f"{page}/texts/1")
    assert answer.data == PDF
    sent = answer.headers["Content-Disposition"]
    assert sent == 'attachment; filename="tham-luan-hoi-phu-nu-ban-1.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (client.get(f"{page}/texts/2").status_code, "<b>" in client.get(page).text) == (
        404,
        False,
    )


def test_an_order_is_proposed_first_and_taken_as_one_act(app: Flask) -> None:
    client = browser(app)
    before, head = [i.unit for i in shelf_of(app).agenda.speeches], store_of(app).head()
    path = f"{URL}/order?rule=precedence"
    page = client.get(path, headers=VIETNAMESE).text
    assert "Đề xuất, chưa ghi gì" in element(page, "proposed-head")
    assert store_of(app).head() == head
    order = re.findall(r'name="order" value="([^"]+)"', page)
    version = re.findall(r'name="version" value="(\d+)"', page)[0]
    answer = send(client, path, path, {"order": order, "version": version})
    assert answer.status_code == 303
    after = shelf_of(app).agenda
    assert [str(item.id) for item in after.speeches] == order
    assert after.speeches[0].unit == "Ủy ban Mặt trận Tổ quốc tỉnh"
    assert before[0] == "Thành phố Rạch Giá"
    page = client.get(path, headers=VIETNAMESE).text
    assert "đã theo thứ tự này" in element(page, "proposed-head")
    stale = send(client, path, path, {"order": order[::-1], "version": version})
    assert stale.status_code == 409


def test_a_speaker_who_declined_is_pointed_out(app: Flask) -> None:
    client = browser(app)
    guest = next(row.guest for row in listed(app).rows if row.guest)
    said = {"reason": "đi công tác"}
    where = f"/conferences/{DEMO}/guests/{guest.id}"
    assert send(client, where, f"{where}/refusal", said).status_code == 303
    page = client.get(URL, headers=VIETNAMESE).text
    assert "Người trình bày không dự" in page


def test_a_withdrawn_speech_says_why_and_gives_its_minutes_back(app: Flask) -> None:
    client, row = browser(app), listed(app).rows[0]
    page = f"{URL}/{row.id}"
    answer = send(client, page, f"{page}/withdrawal", {"reason": "bận đột xuất"})
    assert answer.status_code == 303
    assert "bận đột xuất" in client.get(page).text
    assert (listed(app).minutes, listed(app).rows[-1].state) == (48, "withdrawn")


def test_the_history_tells_it_in_both_languages(app: Flask) -> None:
    client = browser(app)
    page = asked(app, client)
    send(client, page, f"{page}/description", {"unit": "Hội Phụ nữ", "title": "A", "minutes": "8"})
    send(client, page, f"{page}/texts", {"file": (BytesIO(PDF), "bai.pdf")})
    told = {"vi": (VIETNAMESE, "Nhận bài tham luận của Hội Phụ nữ, bản 1 (bai.pdf)")}
    told["en"] = (ENGLISH, "Received the text of Hội Phụ nữ, version 1 (bai.pdf)")
    for headers, words in told.values():
        assert words in client.get(f"/conferences/{DEMO}/history", headers=headers).text


def test_a_speech_that_is_none_is_not_found(app: Flask) -> None:
    client = browser(app)
    opening = next(item for item in shelf_of(app).agenda.items if item.kind != "speech")
    for nobody in (opening.id, DEMO):
        assert client.get(f"{URL}/{nobody}").status_code == 404


def test_an_auditor_reads_the_speeches_of_the_release_and_not_of_the_draft(app: Flask) -> None:
    speech = listed(app).rows[0]
    unit, title = str(speech.unit), str(speech.title)
    here, draft = {"conference_id": DEMO}, {"title": "Chưa ban hành", "unit": unit}
    describe_item(store_of(app), STAMP, **here, item=speech.id, **draft)
    new = schedule_speech(store_of(app), STAMP, **here, unit="Đơn vị mới", title="x", minutes=5)
    for path in (URL, f"{URL}/{speech.id}", f"{URL}/order"):
        organizer, auditor = (
            browser(app, role).get(path, headers=VIETNAMESE).text
            for role in ("organizer", "auditor")
        )
        assert ("Chưa ban hành" in organizer, "Chưa ban hành" in auditor) == (True, False), path
        assert title in auditor
        assert "Đơn vị mới" not in auditor
    assert browser(app, "auditor").get(f"{URL}/{new}").status_code == 404
    api = f"/api/v1/conferences/{DEMO}/speeches"
    rows = app.test_client().get(api, headers=bearer(app, "auditor")).get_json()["speeches"]
    assert [row["title"] for row in rows if row["id"] == str(speech.id)] == [title]
    assert str(new) not in [row["id"] for row in rows]


def test_notices_say_what_was_done(app: Flask) -> None:
    client = browser(app)
    asked(app, client)
    assert "Đã mời đơn vị tham luận." in notice(client.get(URL, headers=VIETNAMESE).text)


@pytest.mark.parametrize("change", ["words", "minutes"])
def test_a_correction_in_the_agenda_is_not_overwritten_by_a_form_drawn_before_it(
    app: Flask, change: str
) -> None:
    client = browser(app)
    row = listed(app).rows[0]
    page = f"{URL}/{row.id}"
    shown = client.get(page, headers=VIETNAMESE).text
    drawn = dict(re.findall(r'name="(version|agenda_version)" value="(\d+)"', shown))
    here = {"conference_id": DEMO, "item": row.id}
    if change == "words":
        describe_item(store_of(app), STAMP, **here, title="Sửa tại bàn", unit=row.unit)
    else:
        time_item(store_of(app), STAMP, **here, minutes=6, fixed_start=None)
    head, form = store_of(app).head(), {"unit": row.unit, "title": "Cũ", "minutes": "8"}
    answer = send(client, page, f"{page}/description", form | drawn)
    assert (answer.status_code, store_of(app).head()) == (409, head)
    assert "Người khác vừa sửa chỗ này" in notice(answer.text)
    drawn = dict(re.findall(r'name="(version|agenda_version)" value="(\d+)"', answer.text))
    assert send(client, page, f"{page}/description", form | drawn).status_code == 303


def test_another_items_change_holds_no_speechs_form_up(app: Flask) -> None:
    client = browser(app)
    row, other = listed(app).rows[:2]
    page = f"{URL}/{row.id}"
    drawn = dict(
        re.findall(r'name="(version|agenda_version)" value="(\d+)"', client.get(page).text)
    )
    assert set(drawn) == {"version", "agenda_version"}
    here = {"conference_id": DEMO, "item": other.id}
    describe_item(store_of(app), STAMP, **here, title="Mục khác", unit=other.unit)
    form = {"unit": row.unit, "title": "Mới", "minutes": "8", **drawn}
    assert send(client, page, f"{page}/description", form).status_code == 303
    assert next(one for one in listed(app).rows if one.id == row.id).title == "Mới"
