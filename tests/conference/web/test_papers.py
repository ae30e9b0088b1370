"""The page of papers and its files: who gets which, at which position, and nothing is recorded."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, send
from flask import Flask
from flask.testing import FlaskClient

URL = f"/conferences/{DEMO}/papers"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def sheet(client: FlaskClient, **headers: str) -> list[list[str]]:
    answer = client.get(f"{URL}/final-list.csv", headers=headers or VIETNAMESE)
    assert answer.content_type == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_everybody_finds_the_papers_of_the_own_role(app: Flask) -> None:
    organizer, desk = (
        browser(app, role).get(URL, headers=VIETNAMESE).text for role in ("organizer", "supervisor")
    )
    assert "Danh sách sau hội nghị" in element(organizer, "paper-list")
    for paper in ("Thẻ đại biểu", "Điểm danh", "Danh sách ký tên"):
        assert paper in element(desk, "paper-list")
    assert "Biển tên" in element(desk, "tents")
    assert "Danh sách sau hội nghị" not in element(desk, "paper-list")


def test_the_final_list_has_everybody_and_phones_for_the_organizer_alone(app: Flask) -> None:
    organizer, guest = browser(app), shelf_of(app).guest_list.guests[0].id
    page = f"/conferences/{DEMO}/guests/{guest}"
    send(organizer, page, f"{page}/description", {"name": "Đặng Tuyết Em", "phone": "0912345678"})
    full, seen = sheet(organizer), sheet(browser(app, "auditor"))
    assert len(full) == len(seen) == 1 + 148
    assert ("Điện thoại" in full[0], "Điện thoại" in seen[0]) == (True, False)
    assert ("0912 345 678" in str(full), "0912" in str(seen)) == (True, False)
    assert sheet(organizer, **ENGLISH)[0][1] == "Guest"


def test_the_final_list_of_a_past_position_is_what_it_was(app: Flask) -> None:
    organizer, guest = browser(app), shelf_of(app).guest_list.guests[0].id
    head = store_of(app).head()
    before = organizer.get(f"{URL}/final-list.xlsx").data
    attendance = f"/conferences/{DEMO}/attendance"
    send(organizer, attendance, f"{attendance}/{guest}/check-in", {"door": "Cửa 2"})
    answer = organizer.get(f"{URL}/final-list.xlsx?at={head}")
    assert answer.data == before
    assert f"-{head}.xlsx" in answer.headers["Content-Disposition"]
    assert organizer.get(f"{URL}/final-list.xlsx").data != before


def test_the_attendance_sheet_is_of_all_or_of_one_group_and_records_nothing(app: Flask) -> None:
    desk, head = browser(app, "supervisor"), store_of(app).head()
    group = shelf_of(app).guest_list.group_names[2]
    whole, one = (
        desk.get(f"{URL}/signatures.pdf", query_string=asked) for asked in ({}, {"group": group})
    )
    assert (whole.mimetype, one.mimetype) == ("application/pdf", "application/pdf")
    assert len(one.data) < len(whole.data)
    assert store_of(app).head() == head
