"""A unit's own page: its speech and nobody else's, by the last release, until it is delivered."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send
from builders_speech import PDF, docx, packed
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.agenda import withdraw_item
from conference.commands.agenda_day import finish_item, start_item
from conference.commands.agenda_release import release_agenda
from conference.commands.conference_day import close_conference, open_conference
from conference.commands.speech import describe_speech, request_speech, set_speech_terms
from conference.commands.speech_order import place_speech
from conference.commands.speech_texts import approve_speech, send_back_speech
from conference.errors import Refused
from conference.web.sign_in import limiter
from events.speech import SpeechRegistered

HERE = {"conference_id": DEMO}
URL = f"/conferences/{DEMO}/speeches"
WORDS: dict[str, object] = {"title": "Gia đình văn hóa", "minutes": "9", "speaker": "Lê Thị Én"}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        limiter.reset()
        yield made


def asked(app: Flask, unit: str = "Hội Phụ nữ tỉnh") -> UUID:
    said = {"unit": unit, "minutes": 8, "note": "Nêu cách làm"}
    return request_speech(store_of(app), STAMP, **HERE, **said)


def link(app: Flask, speech: UUID) -> str:
    """The path of a link that an organiser makes."""
    client, page = browser(app), f"{URL}/{speech}"
    made = send(client, page, f"{page}/links").text
    found = re.search(r"/u/[\w-]{40,}", element(made, "made-link"))
    assert found
    return found[0]


def press(app: Flask, path: str, act: str, **form: object) -> TestResponse:
    """Send one of the page's forms from a browser that nobody has signed in to."""
    client = app.test_client()
    page = client.get(path).text
    version = re.search(r'name="version" value="(\d+)"', page)
    said = {"csrf_token": csrf(page), **({"version": version[1]} if version else {}), **form}
    return client.post(f"{path}/{act}", data=said, headers=VIETNAMESE)


def uploaded(app: Flask, path: str, data: bytes, name: str = "bai.pdf") -> TestResponse:
    return press(app, path, "texts", file=(BytesIO(data), name))


def seen(app: Flask, path: str, headers: dict[str, str] = VIETNAMESE) -> str:
    return app.test_client().get(path, headers=headers).text


def test_the_unit_sees_what_is_asked_and_registers(app: Flask) -> None:
    set_speech_terms(store_of(app), STAMP, **HERE, minutes=60, texts_by=STAMP.at)
    path = link(app, asked(app))
    page = seen(app, path)
    for words in ("Hội Phụ nữ tỉnh", "8 phút", "Nêu cách làm", "Hạn gửi bài", "25/3/2019"):
        assert words in page
    assert press(app, path, "description", **WORDS).status_code == 303
    row = shelf_of(app).speeches.by_id
    said = [one for one in row.values() if one.title == "Gia đình văn hóa"]
    assert [(one.unit, one.minutes, one.asked) for one in said] == [("Hội Phụ nữ tỉnh", 9, 8)]


def test_a_past_position_is_not_the_units_to_ask_for(app: Flask) -> None:
    path = link(app, asked(app))
    past = app.test_client().get(f"{path}?at=1", headers=VIETNAMESE)
    assert (past.status_code, "Hội Phụ nữ tỉnh" in past.text) == (200, True)


def test_what_the_unit_does_is_recorded_as_the_units_and_its_name_stays(app: Flask) -> None:
    speech = asked(app)
    path, before = link(app, speech), store_of(app).head()
    press(app, path, "description", **WORDS, unit="Kẻ khác", theme="khác")
    facts = [fact for _, fact in store_of(app).facts(before, 10)]
    assert [(type(one), one.by) for one in facts] == [(SpeechRegistered, speech)]
    assert shelf_of(app).speeches.by_id[speech].unit == "Hội Phụ nữ tỉnh"
    history = browser(app).get(f"/conferences/{DEMO}/history", headers=VIETNAMESE).text
    assert "Hội Phụ nữ tỉnh đăng ký tham luận" in history


@pytest.mark.parametrize("minutes", ["-5", "abc", ""])
def test_minutes_that_are_none_record_nothing_and_lose_no_word(app: Flask, minutes: str) -> None:
    path, before = link(app, asked(app)), store_of(app).head()
    answer = press(app, path, "description", **{**WORDS, "minutes": minutes})
    assert (answer.status_code, "Gia đình văn hóa" in answer.text) == (422, True)
    assert store_of(app).head() == before


FAULTY = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "không phải PDF"),
    "a page called a PDF": (b"<!DOCTYPE html><script>alert(1)</script>", "không phải PDF"),
    "nothing": (b"", "không có gì"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(500), ".docx"),
    "macros": (docx(**{"word/vbaProject.bin": b"x"}), "macro"),
    "eleven megabytes": (b"%PDF-" + b"x" * 11 * 1024 * 1024, "lớn hơn 10 MB"),
    "a bomb": (packed({"word/media/a": b"\0" * 70 * 1024 * 1024}), "quá lớn"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_file_that_is_no_text_is_told_in_one_sentence(app: Flask, name: str) -> None:
    path = link(app, asked(app))
    press(app, path, "description", **WORDS)
    before, (data, words) = store_of(app).head(), FAULTY[name]
    answer = uploaded(app, path, data)
    assert (answer.status_code, words in notice(answer.text)) == (422, True)
    assert store_of(app).head() == before
    assert store_of(app).query("SELECT COUNT(*) FROM speech_texts") == [(0,)]


def test_two_hundred_megabytes_are_refused_by_their_length_alone(app: Flask) -> None:
    """The body is never sent: the answer comes from its length."""
    path, before = link(app, asked(app)), store_of(app).head()
    said = {
        "CONTENT_LENGTH": str(200 * 1024 * 1024),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    answer = app.test_client().post(f"{path}/texts", environ_overrides=said, headers=VIETNAMESE)
    assert (answer.status_code, "Tệp quá lớn." in answer.text) == (413, True)
    assert store_of(app).head() == before


def test_a_form_without_a_file_says_so(app: Flask) -> None:
    path = link(app, asked(app))
    press(app, path, "description", **WORDS)
    answer = press(app, path, "texts")
    assert (answer.status_code, "Chưa chọn tệp" in answer.text) == (422, True)


def test_texts_are_kept_in_versions_and_the_unit_reads_the_remark(app: Flask) -> None:
    speech = asked(app)
    path = link(app, speech)
    press(app, path, "description", **WORDS)
    assert uploaded(app, path, docx(), "bài nói.docx").status_code == 303
    said = {"speech": speech, "text": 1, "remark": "Bớt số liệu ở phần đầu"}
    send_back_speech(store_of(app), STAMP, **HERE, **said)
    assert "Bớt số liệu ở phần đầu" in element(seen(app, path), "state")
    assert uploaded(app, path, PDF).status_code == 303
    assert "Bớt số liệu" not in element(seen(app, path), "state")
    assert "Bớt số liệu" in element(seen(app, path), "texts")
    approve_speech(store_of(app), STAMP, **HERE, speech=speech, text=2, minutes=7)
    assert "7 phút" in element(seen(app, path, VIETNAMESE), "state")
    assert "Minutes granted: 7" in element(seen(app, path, ENGLISH), "state")
    bodies = [app.test_client().get(f"{path}/texts/{n}").data for n in (1, 2)]
    assert bodies == [docx(), PDF]


def test_the_unit_plans_by_the_last_release_and_never_by_a_draft(app: Flask) -> None:
    speech = asked(app)
    path = link(app, speech)
    press(app, path, "description", **WORDS)
    place_speech(store_of(app), STAMP, **HERE, speech=speech)
    assert "chương trình" not in element(seen(app, path), "state")
    release_agenda(store_of(app), STAMP, **HERE, at=STAMP.at)
    state = element(seen(app, path), "state")
    item = shelf_of(app).agenda.items[-1]
    assert item.id == speech
    assert (f"Mục {item.number}" in state, "Bản ban hành số 2" in state) == (True, True)


def test_a_speech_of_the_workbook_has_a_link_too(app: Flask) -> None:
    item = shelf_of(app).agenda.speeches[0]
    page = seen(app, link(app, item.id))
    assert element(page, "asked-head") == item.unit
    assert "Bản ban hành số 1" in element(page, "state")


def test_who_is_on_the_lectern_changes_nothing_more(app: Flask) -> None:
    item = shelf_of(app).agenda.speeches[0]
    path = link(app, item.id)
    forms = {"description": WORDS, "withdrawal": {"reason": "x"}}
    token = csrf(seen(app, path))
    client: FlaskClient = app.test_client()
    client.get(path)
    start_item(store_of(app), STAMP, **HERE, item=item.id, at=STAMP.at)
    before = store_of(app).head()
    assert "description" not in seen(app, path)
    for act, form in forms.items():
        token = csrf(client.get("/sign-in").text)
        answer = client.post(f"{path}/{act}", data={"csrf_token": token, **form})
        assert answer.status_code == 409
    assert store_of(app).head() == before


def test_a_closed_conference_takes_nothing_more(app: Flask) -> None:
    path = link(app, asked(app))
    client = app.test_client()
    token = csrf(client.get(path).text)
    for act in (open_conference, close_conference):
        act(store_of(app), STAMP, **HERE, at=STAMP.at)
    answer = client.post(f"{path}/description", data={"csrf_token": token, **WORDS})
    assert answer.status_code == 409


def test_a_forged_or_revoked_link_shows_nobodys_data(app: Flask) -> None:
    speech = asked(app)
    first, second = link(app, speech), link(app, speech)
    assert "Hội Phụ nữ tỉnh" in seen(app, first)
    client, page = browser(app), f"{URL}/{speech}"
    assert send(client, page, f"{page}/links/revocation").status_code == 303
    for path in (first, second, "/u/x", f"/u/{speech}"):
        for inside in ("", "/texts/1"):
            answer = app.test_client().get(f"{path}{inside}", headers=VIETNAMESE)
            assert answer.status_code == 404
            assert "Hội Phụ nữ" not in answer.text
    assert "Hội Phụ nữ tỉnh" in seen(app, link(app, speech))


def test_a_link_opens_its_own_speech_and_the_secret_is_nowhere(app: Flask) -> None:
    speech, other = asked(app), asked(app, "Đoàn Thanh niên")
    path = link(app, speech)
    assert "Đoàn Thanh niên" not in seen(app, path)
    assert app.test_client().get(f"{URL}/{other}").status_code == 303
    secret = path.removeprefix("/u/")
    rows = store_of(app).query("SELECT secret FROM speech_links")
    assert [secret in row[0] for row in rows] == [False]


def test_the_unit_says_where_its_mails_go_and_what_is_no_address_is_refused(app: Flask) -> None:
    speech = asked(app)
    path = link(app, speech)
    wrong = press(app, path, "description", **WORDS, email="văn phòng")
    assert (wrong.status_code, shelf_of(app).speeches.by_id[speech].title) == (422, None)
    assert "Đây không phải là một địa chỉ thư gửi được." in wrong.text
    where = {"email": "vp@example.vn", "speaker_email": "en@example.vn"}
    assert press(app, path, "description", **WORDS, **where).status_code == 303
    one = shelf_of(app).speeches.by_id[speech]
    assert (one.email, one.speaker_email) == ("vp@example.vn", "en@example.vn")
    for role, shown in (("organizer", True), ("auditor", False)):
        page = browser(app, role).get(f"{URL}/{speech}", headers=VIETNAMESE).text
        assert [where["email"] in page, where["speaker_email"] in page] == [shown, shown]


def scheduled(app: Flask) -> tuple[UUID, str]:
    """A speech of the released programme, and the path of its unit's link."""
    speech = shelf_of(app).agenda.speeches[0].id
    return speech, link(app, speech)


def test_a_unit_reads_of_its_withdrawal_with_the_release_and_is_asked_for_nothing_more(
    app: Flask,
) -> None:
    speech, path = scheduled(app)
    store = store_of(app)
    shown = element(seen(app, path), "state")
    withdraw_item(store, STAMP, **HERE, item=speech, reason="hết giờ")
    assert element(seen(app, path), "state") == shown
    assert uploaded(app, path, PDF).status_code == 303
    release_agenda(store, STAMP, **HERE, at=STAMP.at)
    told = element(seen(app, path), "state")
    assert ("Đã rút" in told, "hết giờ" in told) == (True, True)
    assert 'type="file"' not in seen(app, path)
    head, client = store.head(), app.test_client()
    client.get(path)
    token = csrf(client.get("/sign-in").text)
    form = {"csrf_token": token, "file": (BytesIO(docx()), "moi.docx")}
    assert client.post(f"{path}/texts", data=form).status_code == 409
    assert store.head() == head


def test_a_withdrawal_while_the_day_runs_is_told_at_once(app: Flask) -> None:
    speech, path = scheduled(app)
    store, first = store_of(app), shelf_of(app).agenda.items[0].id
    withdraw_item(store, STAMP, **HERE, item=speech, reason="hết giờ")
    start_item(store, STAMP, **HERE, item=first, at=STAMP.at)
    assert "hết giờ" in element(seen(app, path), "state")
    with pytest.raises(Refused, match=r"speech\.withdrawn"):
        describe_speech(store, STAMP, **HERE, speech=speech, title="Khác")


def test_a_unit_that_takes_its_speech_back_reads_so_before_any_release(app: Flask) -> None:
    _, path = scheduled(app)
    assert press(app, path, "withdrawal", reason="bận").status_code == 303
    shown = seen(app, path)
    assert "Đã rút" in element(shown, "state")
    assert "description" not in shown


@pytest.mark.parametrize(
    ("minutes", "told", "said_over"),
    [(8, "Đã trình bày. Xin", False), (2, "rút gọn", False), (20, "Quá 12 phút", True)],
)
def test_a_unit_reads_how_long_its_speech_took(
    app: Flask, minutes: int, told: str, said_over: bool
) -> None:
    speech, path = scheduled(app)
    end = STAMP.at + timedelta(minutes=minutes)
    start_item(store_of(app), STAMP, **HERE, item=speech, at=STAMP.at)
    finish_item(store_of(app), STAMP, **HERE, item=speech, at=end)
    for words in (told, f"Đã nói {minutes} phút, chương trình ghi 8 phút."):
        assert words in element(seen(app, path), "state")
    listed = element(browser(app).get(URL, headers=VIETNAMESE).text, f"speech-{speech}")
    assert ("quá 12 phút" in listed) is said_over
    assert f"Spoken for {minutes} min" in element(seen(app, path, ENGLISH), "state")
