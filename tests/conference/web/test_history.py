"""The history page: every fact as a sentence with its position, found by its words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import DEMO, serving_demo
from builders_doors import browser, store_of
from builders_pages import ENGLISH, element, send
from flask import Flask
from flask.testing import FlaskClient

from conference.language import fact_sentence

URL = f"/conferences/{DEMO}/history"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def positions(page: str) -> list[int]:
    return [int(found) for found in re.findall(r">#(\d+)</a>", page)]


def test_the_newest_fact_stands_first_with_who_and_what(app: Flask, client: FlaskClient) -> None:
    venue = f"/conferences/{DEMO}"
    send(client, f"{venue}/settings", f"{venue}/venue", {"name": "Nhà văn hóa"})
    page = client.get(URL).text
    assert positions(page)[0] == store_of(app).head()
    first = element(page, "history-lines").split(" #")[0]
    assert first.endswith("organizer")
    assert first.count("Nhà văn hóa") == 1


def test_every_fact_stands_on_one_page_of_the_history(app: Flask, client: FlaskClient) -> None:
    head = store_of(app).head()
    pages = [client.get(f"{URL}?page={number}").text for number in range(1, head // 50 + 2)]
    found = [position for page in pages for position in positions(page)]
    assert found == list(range(head, 0, -1))


def test_a_line_is_found_by_its_words_without_diacritics(client: FlaskClient) -> None:
    found = client.get(f"{URL}?q=do thanh binh").text
    assert "Đỗ Thanh Bình" in element(found, "history-lines")
    assert len(positions(found)) < 10
    assert positions(client.get(f"{URL}?q=khong co dong nay").text) == []


def test_no_sentence_is_left_as_a_code_in_either_language(client: FlaskClient) -> None:
    for headers in ({}, ENGLISH):
        for number in range(1, 7):
            page = client.get(f"{URL}?page={number}", headers=headers).text
            assert re.findall(r"<p>(?:fact\.|None|%\()[^<]*", page) == []


def test_a_position_leads_to_the_conference_as_it_was(client: FlaskClient) -> None:
    links = re.findall(rf'href="(/conferences/{DEMO}\?at=\d+)"', client.get(URL).text)
    assert client.get(links[-1]).status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [("auditor", 200), ("reception", 403), ("stage", 403), ("admin", 403)]
)
def test_the_history_is_for_who_may_read_all(app: Flask, role: str, status: int) -> None:
    assert browser(app, role).get(URL).status_code == status


def test_codes_are_told_as_people_call_them(app: Flask) -> None:
    words = {"preset": "flags_first", "direction": "ascending"}
    roles = {"roles": "organizer, admin", "name": "Lan"}
    with app.test_request_context(headers={"Accept-Language": "vi"}):
        told = fact_sentence("precedence-chosen", "", words)
        appointed = fact_sentence("member-appointed", "", roles)
    assert told == "Thứ tự trao: Danh hiệu, cờ trước, từ thấp lên cao"
    assert appointed == "Giao Ban tổ chức, Quản trị cho Lan"


def test_a_reason_that_is_a_code_has_words_and_any_other_stays(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "vi"}):
        told = [
            fact_sentence("invitation-withdrawn", "Vân Hòa 8/8", {"reason": reason})
            for reason in ("count", "ốm")
        ]
    assert told == [
        "Rút giấy mời Vân Hòa 8/8: theo số lượng mới",
        "Rút giấy mời Vân Hòa 8/8: ốm",
    ]


@pytest.mark.parametrize(
    ("topic", "words", "sentence"),
    [
        ("item-moved", {"item": "Giải lao", "before": ""}, "Chuyển “Giải lao” xuống cuối"),
        ("item-moved", {"item": "A", "before": "B"}, "Chuyển “A” lên trước “B”"),
        ("group-counted", {"count": ""}, "Thành phần Báo chí chưa rõ số lượng"),
        ("group-counted", {"count": 0}, "Thành phần Báo chí có 0 đại biểu"),
        ("agenda-start-set", {"starts_at": ""}, "Bỏ giờ bắt đầu chương trình"),
    ],
)
def test_what_is_left_open_leaves_no_hole_in_the_sentence(
    app: Flask, topic: str, words: dict[str, object], sentence: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": "vi"}):
        assert fact_sentence(topic, "Báo chí", words) == sentence
