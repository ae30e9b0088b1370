"""A workbook through the pages: shown first, recorded on a second word, bad cells in a table."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from builders_doors import browser, csrf, serving, store_of
from builders_pages import VIETNAMESE
from builders_workbook import guests
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.config import Settings
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.workbook_rows import read_workbook
from demo import make


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made


def send(client: FlaskClient, data: bytes | None) -> TestResponse:
    form = {"csrf_token": csrf(client.get("/workbook").text)}
    if data is not None:
        form["file"] = (BytesIO(data), "so.xlsx")  # type: ignore[assignment]
    return client.post("/workbook", data=form)


def take_over(client: FlaskClient, page: str) -> TestResponse:
    found = re.search(r'action="(/workbook/imports/\w+)"', page)
    assert found
    return client.post(found[1], data={"csrf_token": csrf(page)})


def test_the_empty_template_is_a_workbook_to_download(app: Flask) -> None:
    answer = browser(app).get("/workbook/template")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="so-hoi-nghi.xlsx"'
    with pytest.raises(Exception, match="3 bad cells"):
        read_workbook(answer.data)


def test_a_file_is_shown_first_and_recorded_on_a_second_word(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    shown = send(client, make.made())
    assert (shown.status_code, store.head()) == (200, 0)
    assert 'id="difference"' in shown.text
    taken = take_over(client, shown.text)
    assert taken.status_code == 303
    assert store.head() > 200
    assert "dòng thêm" in client.get(taken.headers["Location"]).text


def test_a_changed_row_is_shown_as_the_fact_it_becomes(app: Flask) -> None:
    client = browser(app)
    first = {"code": "x", "title": "Hội nghị", "host": "UBND tỉnh"}
    take_over(client, send(client, workbook_xlsx({"conference": [first]})).text)
    second = first | {"theme": "Đoàn kết, sáng tạo"}
    shown = send(client, workbook_xlsx({"conference": [second]})).text
    assert re.findall(r'<span class="muted">(.*?)</span>', shown) == ["Chủ đề “Đoàn kết, sáng tạo”"]


def test_a_conference_goes_out_as_the_workbook_that_it_came_in_by(app: Flask) -> None:
    client = browser(app)
    taken = take_over(client, send(client, make.made()).text)
    sent = client.get(f"{taken.headers['Location']}/workbook")
    assert sent.status_code == 200
    assert "Tệp không nói gì mới" in send(client, sent.data).text
    assert browser(app, "stage").get(f"{taken.headers['Location']}/workbook").status_code == 403


def test_a_workbook_that_goes_out_names_its_edition_of_the_programme(app: Flask) -> None:
    client = browser(app)
    taken = take_over(client, send(client, make.made()).text)
    sent = client.get(f"{taken.headers['Location']}/workbook", headers=VIETNAMESE)
    with ZipFile(BytesIO(sent.data)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    named = re.search("<dc:subject>(.+)</dc:subject>", parts["docProps/core.xml"])
    assert named
    assert named[1].startswith("Bản dự thảo"), "nothing is released"
    assert f"&amp;L{named[1]}&amp;R" in parts["xl/worksheets/sheet4.xml"]


def test_a_preview_is_used_once(app: Flask) -> None:
    client = browser(app)
    page = send(client, make.made()).text
    assert [take_over(client, page).status_code for _ in range(2)] == [303, 409]


def test_a_preview_is_its_own_visitors(app: Flask) -> None:
    page = send(browser(app), make.made()).text
    other = browser(app, "auditor")
    found = re.search(r"/workbook/imports/\w+", page)
    assert found
    token = csrf(other.get("/").text)
    assert other.post(found[0], data={"csrf_token": token}).status_code == 403


def test_bad_cells_stand_in_a_table_and_nothing_is_recorded(app: Flask) -> None:
    answer = send(browser(app), guests(["Khách", "Sao Hỏa"]))
    assert (answer.status_code, store_of(app).head()) == (422, 0)
    assert 'id="bad-cells"' in answer.text
    assert "Sao Hỏa" in answer.text


@pytest.mark.parametrize("data", [None, b"", b"PK\x03\x04", b"PK\x03\x04" * 4_000_000])
def test_what_is_no_workbook_is_refused_in_a_sentence(app: Flask, data: bytes | None) -> None:
    assert send(browser(app), data).status_code == 422


def test_fifty_megabytes_are_refused_at_the_door(app: Flask) -> None:
    assert send(browser(app), b"PK\x03\x04" * (50 * 2**20 // 4)).status_code == 413


@pytest.mark.parametrize("role", ["reception", "supervisor", "stage", "auditor", "admin"])
def test_only_the_organizer_may(app: Flask, role: str) -> None:
    client = browser(app, role)
    assert client.get("/workbook").status_code == 403
    token = csrf(client.get("/").text)
    assert client.post("/workbook", data={"csrf_token": token}).status_code == 403
