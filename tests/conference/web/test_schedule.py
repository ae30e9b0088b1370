"""A programme of others through the pages: shown first, taken over on a second word."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_pages import VIETNAMESE, element, notice, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.conference import plan_conference
from conference.documents.schedule_json import schedule_json

HERE = f"/conferences/{DEMO}/agenda/schedule"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def send(client: FlaskClient, data: bytes | None, here: str = HERE) -> TestResponse:
    form = {"csrf_token": csrf(client.get(here).text)}
    if data is not None:
        form["file"] = (BytesIO(data), "schedule.json")  # type: ignore[assignment]
    return client.post(here, data=form, headers=VIETNAMESE)


def take_over(client: FlaskClient, page: str) -> TestResponse:
    found = re.search(r'action="(/conferences/[\w-]+/agenda/schedule/imports/\w+)"', page)
    assert found
    return client.post(found[1], data={"csrf_token": csrf(page)}, headers=VIETNAMESE)


def demo_file(app: Flask) -> bytes:
    return schedule_json(shelf_of(app), page="https://a.vn/c/x", release=None)


def test_the_agenda_leads_to_the_upload(app: Flask) -> None:
    assert f'href="{HERE}"' in browser(app).get(f"/conferences/{DEMO}/agenda").text
    assert f'href="{HERE}"' not in browser(app, "stage").get(f"/conferences/{DEMO}/agenda").text


def test_a_file_is_shown_first_and_recorded_on_a_second_word(app: Flask) -> None:
    client, store, data = browser(app), store_of(app), demo_file(app)
    said = {"planner": "Văn thư", "title": "Hội nghị khác", "host": "UBND tỉnh"}
    other = plan_conference(store, STAMP, **said)
    head = store.head()
    shown = send(client, data, f"/conferences/{other}/agenda/schedule")
    assert (shown.status_code, store.head()) == (200, head)
    assert "17 mục thêm" in element(shown.text, "difference")
    taken = take_over(client, shown.text)
    assert (taken.status_code, taken.headers["Location"]) == (303, f"/conferences/{other}/agenda")
    page = client.get(taken.headers["Location"], headers=VIETNAMESE).text
    assert "17 mục thêm" in notice(page)
    ours, theirs = (shelf_of(app, one).agenda.items for one in (DEMO, other))
    assert [i.starts_at for i in theirs] == [i.starts_at for i in ours]
    gone = client.post(
        f"/conferences/{other}/agenda/schedule/imports/x", data={"csrf_token": csrf(page)}
    )
    assert gone.status_code == 409


def test_our_own_file_says_nothing_new(app: Flask) -> None:
    shown = send(browser(app), demo_file(app))
    assert "Tệp không nói gì mới" in words(shown.text)


def test_a_change_is_told_as_the_fact_it_becomes(app: Flask) -> None:
    changed = demo_file(app).replace(b'"duration": "00:15"', b'"duration": "00:20"')
    told = element(send(browser(app), changed).text, "difference")
    assert "20 phút" in told


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "Chưa chọn tệp"),
        (b"PK\x03\x04", "Tệp không đọc được"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><schedule/>", "DOCTYPE"),
        (b"<schedule/>", "không có mục nào"),
        (b" " * (6 * 2**20), "lớn hơn 5 MB"),
    ],
)
def test_what_is_none_is_one_sentence_and_records_nothing(
    app: Flask, data: bytes | None, sentence: str
) -> None:
    before = store_of(app).head()
    answer = send(browser(app), data)
    assert (answer.status_code, answer.text.count('class="notice notice-red"')) == (422, 1)
    assert sentence in words(answer.text)
    assert store_of(app).head() == before


def test_fifty_megabytes_are_refused_at_the_door(app: Flask) -> None:
    assert send(browser(app), b" " * (50 * 2**20)).status_code == 413


def test_an_item_that_has_begun_is_not_moved_by_a_file(app: Flask) -> None:
    client, item = browser(app), shelf_of(app).agenda.items[0]
    path = f"/conferences/{DEMO}/day/items/{item.id}/take"
    client.post(path, data={"csrf_token": csrf(client.get(HERE).text), "sure": "yes"})
    changed = demo_file(app).replace(b'"duration": "00:10"', b'"duration": "00:25"')
    answer = send(client, changed)
    assert answer.status_code == 422
    assert "Mục 1 của tệp" in words(answer.text)
