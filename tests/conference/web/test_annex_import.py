"""An annex through its pages: understood, edited, accepted as one act, renewed, faults listed."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP
from builders_annex import TWO, annex_docx, annex_xlsx, fields
from builders_commands import HERE, plan
from builders_doors import browser, csrf, serving, store_of
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import load_workbook
from werkzeug.test import TestResponse

from conference.commands.awards_ceremony import name_representative
from conference.commands.awards_plan import lock_plan
from conference.commands.awards_prepared import ready_objects
from conference.commands.invitation import issue_invitation
from conference.config import Settings
from projections.library import Library, Shelf

PAGE = f"/conferences/{KIEN_GIANG}/awards/annexes"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        plan(store_of(made))
        yield made


def shelf(app: Flask) -> Shelf:
    return Library(store_of(app).facts).shelf(KIEN_GIANG)


def send(client: FlaskClient, data: bytes, name: str = "phụ lục.xlsx") -> TestResponse:
    """Upload a file and follow to what it says."""
    form: dict[str, Any] = {"csrf_token": csrf(client.get(PAGE).text)}
    form["file"] = (BytesIO(data), name)
    return client.post(PAGE, data=form, follow_redirects=True)


def press(client: FlaskClient, shown: TestResponse, act: str = "", **said: Any) -> TestResponse:
    """Send the form to its look (''), its faults or its acceptance, with other fields."""
    address = re.search(
        r'<form id="annex-form" class="cards" method="post" action="([^"]+)"', shown.text
    )
    assert address
    form = {**fields(shown.text), **said}
    form = {name: value for name, value in form.items() if value is not None}
    return client.post(f"{address[1]}/{act}".rstrip("/"), data=form)


def figures(page: str) -> list[str]:
    """New, changed, unchanged and gone lines, and faults."""
    return re.findall(r"<dd>(\d+)</dd>", page.split('id="difference"')[1].split("</dl>")[0])


@pytest.mark.parametrize("data", [annex_xlsx(), annex_docx()], ids=["sheet", "document"])
def test_an_annex_is_shown_first_and_recorded_as_one_act(app: Flask, data: bytes) -> None:
    client, before = browser(app), store_of(app).head()
    shown = send(client, data)
    assert (shown.status_code, store_of(app).head()) == (200, before)
    assert figures(shown.text) == ["2", "0", "0", "0", "0"]
    said = fields(shown.text)
    assert [
        said[name][0] for name in ("kind", "number", "dated_on", "signatory", "collectives")
    ] == [*("decision", "501/QĐ-UBND", "2019-03-12", "Phạm Vũ Hồng", "2")]
    taken = press(client, shown, "acceptance", title="Tặng Cờ thi đua năm 2018")
    assert taken.status_code == 303
    (one,) = shelf(app).awards.instruments
    assert (one.title, one.number, one.stated_count) == (
        "Tặng Cờ thi đua năm 2018",
        "501/QĐ-UBND",
        2,
    )
    assert [(line.number, line.name) for line in one.lines] == [(1, "Sở Y tế"), (2, "Sở Tư pháp")]
    facts = [fact.TOPIC for _, fact in store_of(app).facts(before, 9)]
    assert facts == ["instrument-registered", "annex-imported"]
    compared(client.get(taken.headers["Location"]).text)


def compared(page: str) -> None:
    """The instrument's page tells what was recorded, and three figures beside each other: of
    collectives, individuals, and all."""
    assert "2 dòng mới" in page
    assert re.findall(r'<td class="number">(.*?)</td>', page) == [
        "2",
        "2",
        "2",
        "–",
        "0",
        "0",
        "2",
        "2",
        "2",
    ]


def test_the_same_file_twice_records_nothing(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, annex_xlsx()), "acceptance")
    before = store_of(app).head()
    again = send(client, annex_xlsx())
    assert figures(again.text) == ["0", "0", "2", "0", "0"]
    assert "không có gì để ghi" in again.text
    assert "acceptance" not in again.text
    assert store_of(app).head() == before


def test_a_newer_annex_keeps_what_is_known_of_its_lines(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    press(client, send(client, annex_xlsx()), "acceptance")
    first, second = shelf(app).awards.instruments[0].lines
    name_representative(store, STAMP, **HERE, line=first.id, name="Lê Thị Hoa", relation="Giám đốc")
    ready_objects(store, STAMP, **HERE, lines=[first.id], readiness="signed")
    newer = [TWO[0], (2, "Sở Tài chính", ""), (3, "Sở Công thương", "")]
    shown = send(client, annex_xlsx(newer))
    assert figures(shown.text) == ["2", "0", "1", "1", "0"]
    assert "Sở Tư pháp" in shown.text.split('id="gone"')[1]
    press(client, shown, "acceptance")
    (one,) = shelf(app).awards.instruments
    kept = one.lines[0]
    assert (kept.id, kept.representative, kept.relation) == (first.id, "Lê Thị Hoa", "Giám đốc")
    assert kept.readiness == "signed"
    assert second.id not in [line.id for line in one.lines]


BAD = [(1, "Sở Y tế", ""), (1, "", "Dẫn đầu")]


def test_faults_are_listed_by_row_nothing_is_recorded_and_they_can_be_downloaded(
    app: Flask,
) -> None:
    client, before = browser(app), store_of(app).head()
    shown = send(client, annex_xlsx(BAD))
    assert figures(shown.text)[4] == "2"
    assert "Dòng 10" in shown.text
    assert "Số thứ tự 1 đã có ở dòng 9" in shown.text
    assert "acceptance" not in shown.text
    refused = press(client, shown, "acceptance")
    assert (refused.status_code, store_of(app).head()) == (422, before)
    assert "Còn lỗi phải sửa, chưa ghi gì" in refused.text
    answer = press(client, shown, "faults")
    head, *rows = load_workbook(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    assert head[:4] == ["Ở đâu", "Vì sao", "STT", "Tên tập thể"]
    assert [row[:3] for row in rows] == [
        ["Dòng 10", "Thiếu tên người nhận.", "1"],
        ["Dòng 10", "Số thứ tự 1 đã có ở dòng 9.", "1"],
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2099-01-01", "quyết định chưa thể đã ký"),
        ("2019-03-26", "Ngày ký 26/3/2019 sau ngày hội nghị (25/3/2019)"),
        ("gần đây", "Ngày"),
    ],
)
def test_a_day_that_cannot_be_is_refused(app: Flask, day: str, words: str) -> None:
    client, before = browser(app), store_of(app).head()
    refused = press(client, send(client, annex_xlsx()), "acceptance", dated_on=day)
    assert (refused.status_code, store_of(app).head()) == (422, before)
    assert words in refused.text


def test_a_locked_plan_asks_for_the_reason_on_the_page(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, annex_xlsx()), "acceptance")
    lock_plan(store_of(app), STAMP, **HERE)
    before = store_of(app).head()
    shown = send(client, annex_xlsx([TWO[0]]))
    refused = press(client, shown, "acceptance")
    assert (refused.status_code, store_of(app).head()) == (409, before)
    assert "ghi lý do thay đổi" in refused.text
    taken = press(client, shown, "acceptance", amends="Một đơn vị xin rút")
    assert taken.status_code == 303
    assert shelf(app).awards.prepared.amended == ("Một đơn vị xin rút",)


def invite(app: Flask, name: str, body: str) -> Any:
    who = {"kind": "person", "name": name, "body": body, "bloc": "agency", "group": "Đại biểu"}
    rest = {"honorific": None, "post": None, "order": 1}
    return issue_invitation(store_of(app), STAMP, **HERE, **who, **rest)


PEOPLE = [(1, "Ông Lê Văn Bình", ""), (2, "Bà Trần Thị Hoa", ""), (3, "Ông Võ An", "")]
CERTIFICATE = ("Về việc tặng Bằng khen của Chủ tịch UBND tỉnh cho 03 cá nhân",)


def test_recipients_who_are_guests_are_linked_as_suggested(app: Flask) -> None:
    client = browser(app)
    binh, hoa = invite(app, "Lê Văn Bình", "Sở Y tế"), invite(app, "Trần Thị Hoa", "Sở Y tế")
    invite(app, "Võ An", "Sở A"), invite(app, "Võ An", "Sở B")
    shown = send(client, annex_xlsx(PEOPLE, above=CERTIFICATE))
    assert "Nối 2 dòng với khách mời đúng tên" in shown.text
    unsure = shown.text.split('id="unsure"')[1]
    assert [who in unsure for who in ("Võ An, Sở A", "Võ An, Sở B")] == [True, True]
    press(client, shown, "acceptance", apart="2")
    lines = shelf(app).awards.instruments[0].lines
    assert [line.guest for line in lines] == [binh, None, None]
    again = send(client, annex_xlsx(PEOPLE, above=CERTIFICATE))
    assert "không có gì để ghi" in again.text
    press(client, press(client, again, link="true"), "acceptance")
    assert [line.guest for line in shelf(app).awards.instruments[0].lines] == [binh, hoa, None]


def test_nobody_is_linked_where_the_box_is_not_ticked(app: Flask) -> None:
    client = browser(app)
    invite(app, "Lê Văn Bình", "Sở Y tế")
    shown = send(client, annex_xlsx(PEOPLE, above=CERTIFICATE))
    press(client, shown, "acceptance", link=None)
    assert {line.guest for line in shelf(app).awards.instruments[0].lines} == {None}


def test_columns_are_chosen_otherwise_and_read_so_next_time(app: Flask) -> None:
    client = browser(app)
    headings = ("STT", "Vị nào", "Việc gì")
    shown = send(client, annex_xlsx(headings=headings))
    assert "Không thấy dòng tên cột" in shown.text
    at_row = press(client, shown, row="8")
    said = fields(at_row.text)["columns_of"]
    chosen = press(client, at_row, column=["", "name", "reason"], columns_of=said)
    assert figures(chosen.text) == ["2", "0", "0", "0", "0"]
    press(client, chosen, "acceptance")
    assert [line.name for line in shelf(app).awards.instruments[0].lines] == [
        "Sở Y tế",
        "Sở Tư pháp",
    ]


def test_several_tables_wait_for_a_choice(app: Flask) -> None:
    client = browser(app)
    shown = send(client, annex_docx((TWO[0],), (TWO[0],), between="Tiếp theo"), "qd.docx")
    assert "Tệp có 2 bảng danh sách (1, 2)" in shown.text
    both = press(client, shown, table="all")
    assert figures(both.text) == ["2", "0", "0", "0", "0"]
    assert press(client, both, "acceptance").status_code == 303


def test_awards_that_have_changed_since_are_shown_anew(app: Flask) -> None:
    client = browser(app)
    shown, other = send(client, annex_xlsx()), send(client, annex_xlsx([TWO[0]]))
    press(client, other, "acceptance")
    before = store_of(app).head()
    moved = press(client, shown, "acceptance")
    assert (moved.status_code, store_of(app).head()) == (409, before)
    assert figures(moved.text) == ["1", "0", "1", "0", "0"]


@pytest.mark.parametrize("data", [b"", b"\0\1", b"PK\x03\x04 no", b"\xd0\xcf\x11\xe0", b"a;b\nc;d"])
def test_what_is_no_annex_is_told(app: Flask, data: bytes) -> None:
    answer = send(browser(app), data)
    told = 'role="alert"' in answer.text or "Không thấy dòng tên cột" in answer.text
    assert (answer.status_code in (200, 422), told) == (True, True)
    assert 'formaction="acceptance"' not in answer.text


def test_a_waiting_file_is_gone_after_it_was_taken(app: Flask) -> None:
    client = browser(app)
    shown = send(client, annex_xlsx())
    press(client, shown, "acceptance")
    assert press(client, shown, "acceptance").status_code == 409
    assert client.get(f"{PAGE}/{'0' * 64}").status_code == 409


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_history_tells_of_the_annex(app: Flask, language: str) -> None:
    client = browser(app)
    press(client, send(client, annex_xlsx(), "qđ 501.xlsx"), "acceptance")
    client.set_cookie("language", language)
    told = client.get(f"/conferences/{KIEN_GIANG}/history").text
    words = "Nạp phụ lục “qđ 501.xlsx”" if language == "vi" else "Annex “qđ 501.xlsx” loaded"
    assert words in told
