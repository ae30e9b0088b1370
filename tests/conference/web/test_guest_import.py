"""A guest list through its pages: columns, difference, acceptance, a sheet of odd rows, undoing."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from builders import KIEN_GIANG, STAMP
from builders_commands import HERE, plan
from builders_doors import browser, csrf, serving, store_of
from builders_guest_sheet import HUNG, PHUONG, csv, messy, table, tcvn3, text
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import load_workbook
from werkzeug.test import TestResponse

from conference import vault
from conference.commands.invitation import describe_guest, issue_invitation
from conference.config import Settings
from projections.library import Library, Shelf

PAGE = f"/conferences/{KIEN_GIANG}/guests/import"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        plan(store_of(made))
        yield made


def shelf(app: Flask) -> Shelf:
    return Library(store_of(app).facts).shelf(KIEN_GIANG)


def send(client: FlaskClient, data: bytes | None, name: str = "khách.csv") -> TestResponse:
    """Upload a file and follow to what it says."""
    form = {"csrf_token": csrf(client.get(PAGE).text)}
    if data is not None:
        form["file"] = (BytesIO(data), name)  # type: ignore[assignment]
    return client.post(PAGE, data=form, follow_redirects=True)


def hidden(page: str, act: str) -> tuple[str, dict[str, list[str]]]:
    """Address and hidden fields of the form that leads to this act."""
    found = re.search(rf'<form[^>]*action="([^"]+/{act})".*?</form>', page, re.DOTALL)
    assert found, page[:400]
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[0]):
        fields.setdefault(name, []).append(value)
    return found[1], fields


def press(client: FlaskClient, page: str, act: str, **said: object) -> TestResponse:
    address, fields = hidden(page, act)
    return client.post(address, data={**fields, **said})


def figures(page: str) -> list[str]:
    """The figures of the difference: new, changed, unchanged, missing, to be looked at."""
    return re.findall(r"<dd>(\d+)</dd>", page.split('id="difference"')[1].split("</dl>")[0])


def test_a_file_is_shown_first_and_recorded_on_a_second_word(app: Flask) -> None:
    client, before = browser(app), store_of(app).head()
    shown = send(client, messy(), "danh sách.xlsx")
    assert (shown.status_code, store_of(app).head()) == (200, before)
    assert "danh sách.xlsx" in shown.text
    assert figures(shown.text) == ["5", "0", "0", "0", "2"]
    taken = press(client, shown.text, "acceptance")
    assert taken.status_code == 303
    assert len(shelf(app).guest_list.guests) == 5
    assert "5 khách mới" in client.get(taken.headers["Location"]).text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", ("Đọc là tên thành phần: 2 dòng", "cũng có thể là tên người", "“HÀ TIÊN”")),
        ("en", ("Read as names of sections: 2 rows", "may be a person’s", "“HÀ TIÊN”")),
    ],
)
def test_what_was_read_as_a_section_is_told(
    app: Flask, language: str, said: tuple[str, ...]
) -> None:
    client = browser(app)
    client.set_cookie("language", language)
    rows = [1, "Lê A", "x"], ["I. KHỐI ĐẢNG"], [2, "Lê B", "x"], ["", "HÀ TIÊN"], [3, "Lê C", "x"]
    shown = send(client, table(["STT", "Họ và tên", "Chức vụ"], *rows), "a.xlsx").text
    assert [words for words in said if words not in shown] == []
    assert figures(shown) == ["3", "0", "0", "0", "1"]


def test_the_columns_are_guessed_and_can_be_chosen_otherwise(app: Flask) -> None:
    client = browser(app)
    shown = send(client, table(["STT", "Vị nào", "Việc gì"], [1, "Lê A", "Giám đốc"]))
    assert "Không thấy dòng tên cột" in shown.text
    address = f"{PAGE}/{waiting(shown)}"
    form = {"csrf_token": csrf(shown.text), "file": "a.xlsx", "sheet": "0", "row": "1"}
    chosen = client.post(address, data={**form, "column": ["", "name", "post"]})
    assert figures(chosen.text) == ["1", "0", "0", "0", "0"]
    press(client, chosen.text, "acceptance")
    (guest,) = shelf(app).guest_list.guests
    assert (guest.name, guest.post, guest.group) == ("Lê A", "Giám đốc", "Đại biểu")


def waiting(shown: TestResponse) -> str:
    return shown.request.path.rsplit("/", 1)[1]


def test_a_shape_that_was_taken_over_is_read_the_same_way_next_time(app: Flask) -> None:
    client, rows = browser(app), ["STT", "Tên", "Đại biểu", "Chức vụ"]
    shown = send(client, table(rows, [1, "Sở Y tế", "Lê A", "Giám đốc"]))
    form = {"csrf_token": csrf(shown.text), "file": "a.xlsx", "sheet": "0", "row": "1"}
    columns = ["", "body", "name", "post"]
    chosen = client.post(f"{PAGE}/{waiting(shown)}", data={**form, "column": columns})
    press(client, chosen.text, "acceptance")
    again = send(client, table(["Kèm theo giấy mời"], rows, [1, "Sở Y tế", "Lê B", "Phó"]))
    assert "như lần nạp trước" in again.text
    assert hidden(again.text, "acceptance")[1]["column"] == columns


def test_a_newer_list_shows_its_difference_and_is_one_import(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, csv()).text, "acceptance")
    newer = (*HUNG[:2], "Phó Giám đốc", *HUNG[3:])
    shown = send(client, csv([newer]))
    assert figures(shown.text) == ["0", "1", "0", "1", "0"]
    assert "<del>Giám đốc</del> → <ins>Phó Giám đốc</ins>" in shown.text
    assert "Đào Thị Phượng" in shown.text.split('id="missing"')[1]
    press(client, shown.text, "acceptance")
    assert [(one.added, one.changed) for one in shelf(app).guest_list.imports] == [(2, 0), (0, 1)]
    assert "không có gì để ghi" in send(client, csv([newer, PHUONG])).text


def test_a_list_that_has_changed_since_is_shown_anew_and_not_recorded(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    shown = send(client, csv())
    who = {"kind": "person", "name": "Nguyễn Văn Hưng", "body": "Sở Y tế", "bloc": "agency"}
    place = {"group": "Đại biểu", "honorific": None, "post": None, "order": 1}
    guest = issue_invitation(store, STAMP, **HERE, **who, **place)
    before = store.head()
    moved = press(client, shown.text, "acceptance")
    assert (moved.status_code, store.head()) == (409, before)
    assert figures(moved.text) == ["1", "1", "0", "0", "0"]
    describe_guest(store, STAMP, **HERE, guest=guest, post="Chuyên viên")
    assert press(client, moved.text, "acceptance").status_code == 409
    assert press(client, shown.text, "acceptance", digest="").status_code == 409


def test_the_rows_to_look_at_can_be_downloaded(app: Flask) -> None:
    client = browser(app)
    shown = send(client, csv([("1", "=1+1", "Giám đốc", "Sở", "gọi sau", ""), HUNG]))
    answer = press(client, shown.text, "warnings")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="can-xem-lai.xlsx"'
    head, row = load_workbook(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    assert head[:4] == ["Dòng", "Vì sao", "STT", "Họ và tên"]
    phone, name = row[1].splitlines()
    assert phone == "Điện thoại: Không phải số điện thoại. “gọi sau”"
    assert name == "Trong tên có dấu, số hoặc chữ thừa: hãy so với “=1+1”"
    assert (row[0], row[2:4]) == ("4", ["1", "=1+1"])


def test_an_old_font_is_turned_into_unicode_and_said(app: Flask) -> None:
    shown = send(browser(app), tcvn3(text()).encode("latin-1"))
    assert "TCVN3" in shown.text
    assert "Đào Thị Phượng" in shown.text


def test_an_import_is_undone_as_one_act_after_a_look(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, csv()).text, "acceptance")
    (one,) = shelf(app).guest_list.imports
    address = f"/conferences/{KIEN_GIANG}/guests/imports/{one.id}/reversal"
    assert address in client.get(PAGE).text
    look = client.get(address)
    assert re.findall(r"<dd>(\d+)</dd>", look.text) == ["2", "0", "0"]
    undone = client.post(address, data={"csrf_token": csrf(look.text)}, follow_redirects=True)
    assert "2 khách rút" in undone.text
    assert "đã hoàn tác" in undone.text
    assert {guest.state for guest in shelf(app).guest_list.guests} == {"withdrawn"}
    assert "đã được hoàn tác" in client.get(address).text
    assert client.post(address, data={"csrf_token": csrf(look.text)}).status_code == 409
    assert figures(send(client, csv()).text)[0] == "2"


def test_an_import_that_is_not_there_is_not_found(app: Flask) -> None:
    address = f"/conferences/{KIEN_GIANG}/guests/imports/{uuid4()}/reversal"
    assert browser(app).get(address).status_code == 404


@pytest.mark.parametrize("data", [None, b"", b"\0\1", b"PK\x03\x04 no", b"a\xff\xfe\xe9\xe8"])
def test_what_is_no_list_is_one_sentence(app: Flask, data: bytes | None) -> None:
    answer = send(browser(app), data)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1


def another(app: Flask) -> FlaskClient:
    """The browser of another organizer."""
    store = store_of(app)
    account = vault.open_account(store, login="hai", name="Hai", everywhere=("organizer",))
    secret = vault.make_link(store, account, datetime.now(UTC) + timedelta(hours=1))
    client = app.test_client()
    token = csrf(client.get(f"/sign-in/{secret}").text)
    client.post(f"/sign-in/{secret}", data={"csrf_token": token})
    return client


def test_a_waiting_file_is_its_own_senders(app: Flask) -> None:
    client = browser(app)
    address = f"{PAGE}/{waiting(send(client, csv()))}"
    assert [one.get(address).status_code for one in (client, another(app))] == [200, 409]
    assert client.get(f"{PAGE}/{'0' * 64}").status_code == 409


@pytest.mark.parametrize(
    "said", ["sheet=9&row=99999", "sheet=-1&row=x", "row=0", "group=%00%E2%80%AE", "file=%00"]
)
def test_odd_questions_about_a_file_are_answered(app: Flask, said: str) -> None:
    client = browser(app)
    shown = send(client, csv())
    assert client.get(f"{PAGE}/{waiting(shown)}?{said}").status_code == 200


def test_the_history_tells_of_the_import(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, csv()).text, "acceptance")
    told = client.get(f"/conferences/{KIEN_GIANG}/history").text
    assert "Nạp danh sách “khách.csv”: 2 khách mới, 0 khách đổi thông tin" in told
