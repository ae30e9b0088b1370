"""The programme's papers through the pages: who gets which file, and what an empty one says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import STAMP, at, id
from builders_commands import plan
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, browser, store_of
from builders_pages import VIETNAMESE, element
from builders_pdf import pages_of
from flask import Flask

from conference.commands.agenda import add_item
from conference.commands.agenda_day import finish_item, start_item

AGENDA = f"/conferences/{DEMO}/agenda"

FILES = {
    "programme.pdf": ("application/pdf", b"%PDF-", "inline"),
    "programme.docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
        "attachment",
    ),
    "chair.pdf": ("application/pdf", b"%PDF-", "inline"),
    "played.pdf": ("application/pdf", b"%PDF-", "inline"),
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


LINKED_ELSEWHERE = {"played.pdf": "played"}
"""Files that are not in the agenda's own list, but on a page that is."""


@pytest.mark.parametrize("file", FILES)
def test_the_agenda_page_leads_to_every_file(app: Flask, file: str) -> None:
    client = browser(app, "stage")
    kind, begins, shown = FILES[file]
    page = LINKED_ELSEWHERE.get(file, "")
    assert f'href="{AGENDA}/{page or file}"' in client.get(AGENDA).text
    assert f'href="{AGENDA}/{file}"' in client.get(f"{AGENDA}/{page}".rstrip("/")).text
    answer = client.get(f"{AGENDA}/{file}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith(f"{shown}; filename=")


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


def test_planned_and_actual_stand_side_by_side(tmp_path: Path) -> None:
    with serving_demo(tmp_path) as made:
        client, here = browser(made), f"{AGENDA}/played"
        assert "Chưa mục nào diễn ra" in element(
            client.get(here, headers=VIETNAMESE).text, "played"
        )
        first = shelf_of(made).agenda.items[0]
        known = {"conference_id": DEMO, "item": first.id}
        start_item(store_of(made), STAMP, **known, at=at("07:42"))
        finish_item(store_of(made), STAMP, **known, at=at("07:55"))
        table = element(client.get(here, headers=VIETNAMESE).text, "played-lines")
        assert "1 Chào cờ, khai mạc 07:30 10 07:42 13 +12 +3" in table
        asked = made.test_client().get(f"/api/v1{AGENDA}/played", headers=bearer(made, "auditor"))
        line, said = asked.get_json()["lines"][0], asked.get_json()
        assert (line["late_s"], line["over_s"], line["outcome"]) == (720, 180, "finished")
        assert (said["start_late_s"], said["planned_minutes"]) == (720, 201)
        assert said["position"] == shelf_of(made).position


def test_a_draft_is_printed_as_one_and_the_release_beside_it(tmp_path: Path) -> None:
    with serving_demo(tmp_path) as made:
        said = {"kind": "closing", "title": "Chỉ trong bản nháp", "minutes": 5}
        add_item(store_of(made), STAMP, conference_id=DEMO, **said)
        seen = {}
        for role, asked in (("organizer", ""), ("organizer", "?edition=released"), ("stage", "")):
            paper = browser(made, role).get(f"{AGENDA}/programme.pdf{asked}", headers=VIETNAMESE)
            text = " ".join(run for page in pages_of(paper.data) for run in page)
            seen[role, asked] = (said["title"] in text, "Bản dự thảo" in text)
        assert seen == {
            ("organizer", ""): (True, True),
            ("organizer", "?edition=released"): (False, False),
            ("stage", ""): (False, False),
        }
        links = {role: browser(made, role).get(AGENDA).text for role in ("organizer", "stage")}
        assert {role: "edition=released" in page for role, page in links.items()} == {
            "organizer": True,
            "stage": False,
        }


def test_a_calendar_names_the_address_that_mails_come_from(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = app.extensions["house"]
    settings = replace(house.settings, mail_from="Văn phòng <vp@kiengiang.vn>")
    monkeypatch.setitem(app.extensions, "house", replace(house, settings=settings))
    page = browser(app).get(f"{AGENDA}/agenda.ics").text
    path = f"/api/v1/conferences/{DEMO}/agenda.ics"
    told = app.test_client().get(path, headers=bearer(app)).text
    for calendar in (page, told):
        unfolded = calendar.replace("\r\n ", "")
        events = unfolded.count("BEGIN:VEVENT")
        assert unfolded.count(":mailto:vp@kiengiang.vn\r\n") == events > 1
