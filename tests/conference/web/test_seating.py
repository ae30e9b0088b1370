"""The seating's pages: the hall to look at, seats to change, a proposal to accept."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_doors import browser, csrf, serving, store_of
from builders_seating import a_party
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.conference import plan_conference
from conference.config import Settings
from conference.domain.invitation import Invitation
from conference.domain.seating import Seating

URL = f"/conferences/{KIEN_GIANG}/seating"
VIETNAMESE = {"Accept-Language": "vi"}


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        a_party(store_of(made))
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def element(page: str, id: str) -> str:
    """The text of an element, tags taken away."""
    found = re.search(rf'<(\w+)[^>]*\bid="{id}".*?</\1>', page, re.DOTALL)
    assert found, f"no #{id} on this page"
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    token = csrf(client.get(URL).text)
    return client.post(f"{URL}/{path}", data={"csrf_token": token, **form}, headers=VIETNAMESE)


def accept(client: FlaskClient) -> TestResponse:
    page = client.get(f"{URL}/proposal?seed=3").text
    lines = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert lines
    return send(client, "acceptance", seats=unescape(lines[1]), seed="3")


def sitting(app: Flask) -> dict[str, object]:
    seating = store_of(app).load(Seating, Seating.id_of(KIEN_GIANG))
    return {seat: now.guest for seat, now in seating.sitting.items()}


def test_the_hall_says_where_stage_stairs_and_lectern_are(client: FlaskClient) -> None:
    page = client.get(URL, headers=VIETNAMESE).text
    assert "SÂN KHẤU" in element(page, "hall")
    assert element(page, "hall-stairs").startswith("Bậc lên sân khấu")
    assert element(page, "hall-lectern").startswith("Bục phát biểu")
    assert element(page, "seat-CT-02").startswith("CT-02: ghế trống")


def test_an_accepted_proposal_is_recorded_and_explained(app: Flask, client: FlaskClient) -> None:
    assert accept(client).status_code == 303
    assert sitting(app)["CT-02"] == id("Chủ Trì")
    page = client.get(f"{URL}?seat=B-02", headers=VIETNAMESE).text
    assert "Vì sao? Người nhận thưởng lượt 1, vị trí 2" in element(page, "seat")
    assert element(page, "seat-B-02").startswith("B-02: Nhận 2, Khối 2. Người nhận thưởng")


def test_a_proposal_records_nothing(app: Flask, client: FlaskClient) -> None:
    head = store_of(app).head()
    assert client.get(f"{URL}/proposal").status_code == 200
    assert store_of(app).head() == head


def test_a_seat_is_pinned_exchanged_released_and_vacated(app: Flask, client: FlaskClient) -> None:
    answers = [
        send(client, "seats/A-01/pin", guest=str(id("Bí Thư")), reason="gần cửa"),
        send(client, "seats/A-01/release"),
        send(client, "seats/A-01/exchange", other="C-12"),
    ]
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert sitting(app) == {"C-12": id("Bí Thư")}
    assert send(client, "seats/C-12/vacancy").status_code == 303
    assert sitting(app) == {}


def test_a_refused_form_says_why_and_records_nothing(app: Flask, client: FlaskClient) -> None:
    accept(client)
    before = store_of(app).head()
    answer = send(client, "seats/A-07/pin", guest=str(id("Nhận 1")))
    assert answer.status_code == 409
    assert "Ghế A-07 đã có người; hãy để trống ghế trước." in answer.text
    assert store_of(app).head() == before


def test_a_stale_form_is_told_so(client: FlaskClient) -> None:
    answer = send(client, "seats/A-01/pin", guest=str(id("Bí Thư")), version="1")
    assert answer.status_code == 409


def test_a_hall_is_written_in_lines(app: Flask, client: FlaskClient) -> None:
    wrong = send(client, "hall", name="Hội trường", rows="A sáu")
    assert wrong.status_code == 422
    assert "Mỗi dòng phải có dạng" in element(wrong.text, "rows-hall-error")
    hall = {"name": "Hội trường", "presidium": "2", "stairs": "right", "lectern": "left"}
    assert send(client, "hall", rows="A-B 3+3", unusable="A-01", **hall).status_code == 303
    page = client.get(URL, headers=VIETNAMESE).text
    assert element(page, "seat-A-01").startswith("A-01: ghế không dùng")


def test_who_declines_leaves_a_seat_to_look_at(app: Flask, client: FlaskClient) -> None:
    accept(client)
    store_of(app).change(Invitation, id("Nhận 2"), lambda guest: guest.decline(STAMP, "ốm"))
    page = client.get(f"{URL}?seat=B-02", headers=VIETNAMESE).text
    assert "Nhận 2, Khối 2 đã từ chối dự" in element(page, "seating-attention")
    assert "còn giữ cho Nhận 2" in element(page, "seat")


def test_a_guest_is_found_by_a_name_without_diacritics(client: FlaskClient) -> None:
    accept(client)
    page = client.get(f"{URL}?q=bi+thu", headers=VIETNAMESE).text
    assert element(page, "seats-found").startswith("A-07 Bí Thư")


def test_htmx_gets_the_one_partial(client: FlaskClient) -> None:
    page = client.get(URL, headers={"HX-Request": "true"}).text
    assert page.lstrip().startswith('<div id="seating"')


def test_an_unknown_seat_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"{URL}?seat=Z-99").status_code == 404
    assert send(client, "seats/Z-99/vacancy").status_code == 404


def test_the_paper_is_a_tagged_pdf_of_this_position(client: FlaskClient) -> None:
    accept(client)
    answer = client.get(f"{URL}/plan.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in answer.data or b"StructTreeRoot" in answer.data
    assert answer.data == client.get(f"{URL}/plan.pdf").data


def test_english_is_complete(client: FlaskClient) -> None:
    accept(client)
    page = client.get(f"{URL}?seat=B-02", headers={"Accept-Language": "en"}).text
    assert "Why? Recipient, turn 1, position 2" in element(page, "seat")


@pytest.mark.parametrize(
    ("role", "status"), [("auditor", 403), ("reception", 403), ("stage", 403), ("admin", 403)]
)
def test_only_the_organizer_changes_seats(app: Flask, role: str, status: int) -> None:
    client = browser(app, role)
    token = csrf(client.get("/").text)
    form = {"csrf_token": token, "guest": str(id("Bí Thư"))}
    assert client.post(f"{URL}/seats/A-01/pin", data=form).status_code == status
    assert client.get(f"{URL}/proposal").status_code == status


def test_a_proposal_without_a_hall_leads_to_where_one_is_drawn(app: Flask) -> None:
    client = browser(app)
    said = {"planner": "Văn thư", "title": "Hội nghị khác", "host": "UBND tỉnh"}
    plan_conference(store_of(app), STAMP, conference_id=id("no hall"), **said)
    other = f"/conferences/{id('no hall')}/seating"
    answer = client.get(f"{other}/proposal", headers=VIETNAMESE)
    assert (answer.status_code, answer.location) == (303, other)
    page = client.get(other, headers=VIETNAMESE).text
    assert '<p class="notice notice-amber">Chưa có sơ đồ hội trường.</p>' in page
