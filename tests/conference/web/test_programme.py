"""The programme's papers through the pages: who gets which file, and what an empty one says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import id
from builders_commands import plan
from builders_demo import DEMO, serving_demo
from builders_doors import browser, store_of
from builders_pages import VIETNAMESE, element
from flask import Flask

AGENDA = f"/conferences/{DEMO}/agenda"

FILES = {
    "programme.pdf": ("application/pdf", b"%PDF-", "inline"),
    "programme.docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
        "attachment",
    ),
    "chair.pdf": ("application/pdf", b"%PDF-", "inline"),
    "schedule.xml": ("application/xml", b"<?xml", "attachment"),
    "schedule.json": ("application/json", b"{", "attachment"),
    "agenda.ics": ("text/calendar", b"BEGIN:VCALENDAR", "attachment"),
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("programme")
    with serving_demo(folder) as made:
        plan(store_of(made))
        yield made


@pytest.mark.parametrize("file", FILES)
def test_the_agenda_page_leads_to_every_file(app: Flask, file: str) -> None:
    client = browser(app, "stage")
    kind, begins, shown = FILES[file]
    assert f'href="{AGENDA}/{file}"' in client.get(AGENDA).text
    answer = client.get(f"{AGENDA}/{file}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith(f'{shown}; filename="chuong-trinh')


@pytest.mark.parametrize("file", FILES)
def test_a_past_position_is_printed_as_it_was(app: Flask, file: str) -> None:
    client = browser(app)
    now, then = (client.get(f"{AGENDA}/{file}{asked}") for asked in ("", "?at=200"))
    assert "-200." in then.headers["Content-Disposition"]
    assert now.data != then.data


@pytest.mark.parametrize("file", FILES)
def test_an_empty_programme_is_one_sentence(app: Flask, file: str) -> None:
    client, here = browser(app), f"/conferences/{id('kien-giang-2019')}/agenda"
    answer = client.get(f"{here}/{file}", headers=VIETNAMESE)
    assert (answer.status_code, "chưa có mục nào để in" in answer.text) == (409, True)
    assert 'id="agenda-export"' not in client.get(here).text


def test_reception_prints_no_programme(app: Flask) -> None:
    client = browser(app, "reception")
    assert {client.get(f"{AGENDA}/{file}").status_code for file in FILES} == {403}


def test_the_links_are_told_apart(app: Flask) -> None:
    said = element(browser(app).get(AGENDA, headers=VIETNAMESE).text, "agenda-export")
    assert said.startswith("In và xuất Chương trình PDF Chương trình Word")
