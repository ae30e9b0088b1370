"""The agenda's files through the API: who may have which, and what is asked for wrongly."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from builders import STAMP, id
from builders_commands import plan
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, store_of
from builders_ics import events_of, read_calendar
from builders_schedule import checked_json, checked_xml
from flask import Flask
from werkzeug.test import TestResponse

from conference.commands.agenda import add_item, schedule_speech
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import plan_conference

FILES = f"/api/v1/conferences/{DEMO}"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("agenda-files")
    with serving_demo(folder) as made:
        plan(store_of(made))
        yield made


def ask(app: Flask, path: str, role: str = "organizer") -> TestResponse:
    return app.test_client().get(f"{FILES}{path}", headers=bearer(app, role))


def test_the_calendar_is_the_whole_programme_or_the_speeches(app: Flask) -> None:
    answer = ask(app, "/agenda.ics", "auditor")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    agenda = shelf_of(app).agenda
    assert len(events_of(read_calendar(answer.data))) == 1 + len(agenda.public.items)
    speeches = ask(app, "/agenda.ics?scope=speeches")
    assert len(events_of(read_calendar(speeches.data))) == len(agenda.speeches)


def test_a_file_says_its_position_and_a_past_one_can_be_had(app: Flask) -> None:
    now, then = ask(app, "/agenda.ics"), ask(app, "/agenda.ics?at=100")
    assert now.headers["Log-Position"] == str(shelf_of(app).position)
    assert then.headers["Log-Position"] == "100"
    assert "X-LE-DAI-POSITION:100\r\n" in then.text


def test_one_guests_part_is_for_who_may_read_the_guests(app: Flask) -> None:
    guest = next(iter(shelf_of(app).guest_list.by_id))
    said = {"unit": "Sở Y tế", "title": "Y tế cơ sở", "minutes": 8, "guest": guest}
    schedule_speech(store_of(app), STAMP, conference_id=DEMO, **said)
    release_agenda(store_of(app), STAMP, conference_id=DEMO, at=STAMP.at)
    mine = events_of(read_calendar(ask(app, f"/agenda.ics?guest={guest}").data))
    assert "Tham luận: Y tế cơ sở" in [event.text("SUMMARY") for event in mine]
    assert ask(app, f"/agenda.ics?guest={guest}", "stage").status_code == 403
    assert ask(app, "/agenda.ics", "reception").status_code == 403


@pytest.mark.parametrize("form", ["xml", "json"])
def test_the_schedule_is_served_in_both_forms(app: Flask, form: str) -> None:
    answer = ask(app, f"/schedule.{form}", "auditor")
    assert answer.headers["Content-Type"] == f"application/{form}; charset=utf-8"
    check = checked_xml if form == "xml" else checked_json
    items = shelf_of(app).agenda.public.items
    assert [event["title"] for event in check(answer.data)] == [item.title for item in items]
    empty = f"/api/v1/conferences/{id('kien-giang-2019')}/schedule.{form}"
    refused = app.test_client().get(empty, headers=bearer(app) | {"Accept-Language": "vi"})
    assert (refused.status_code, refused.get_json()["code"]) == (409, "programme.no-hours")


def test_a_draft_is_read_by_its_organisers_only(app: Flask) -> None:
    said = {"kind": "closing", "title": "Chỉ trong bản nháp", "minutes": 5}
    add_item(store_of(app), STAMP, conference_id=DEMO, **said)
    for path in ("/agenda.ics", "/schedule.xml", "/schedule.json"):
        seen = {role: said["title"] in ask(app, path, role).text for role in ("organizer", "stage")}
        assert seen == {"organizer": True, "stage": False}


@pytest.mark.parametrize(
    ("asked", "status"),
    [("scope=lunch", 422), ("guest=me", 422), (f"guest={id('nobody')}", 404), ("at=x", 422)],
)
def test_what_is_asked_wrongly_is_one_sentence(app: Flask, asked: str, status: int) -> None:
    answer = ask(app, f"/agenda.ics?{asked}")
    assert (answer.status_code, bool(answer.get_json()["message"])) == (status, True)


def test_an_empty_programme_is_a_calendar_all_the_same(app: Flask) -> None:
    path = f"/api/v1/conferences/{id('kien-giang-2019')}/agenda.ics"
    answer = app.test_client().get(path, headers=bearer(app))
    (whole,) = events_of(read_calendar(answer.data))
    assert whole.text("SUMMARY") == "Hội nghị tổng kết"


def test_a_programme_of_others_is_looked_at_and_taken_over(app: Flask) -> None:
    other = plan_conference(store_of(app), STAMP, planner="x", title="Hội nghị", host="UBND")
    path, data = f"/api/v1/conferences/{other}/schedule", ask(app, "/schedule.json").data
    head, store = bearer(app), store_of(app)

    def send(data: bytes, asked: str = "") -> TestResponse:
        form = {"file": (BytesIO(data), "schedule.json")}
        return app.test_client().post(f"{path}{asked}", data=form, headers=head)

    before, count = store.head(), len(shelf_of(app).agenda.items)
    assert send(data, "?preview=true").get_json()["added"] == count
    assert store.head() == before
    assert send(data).get_json()["added"] == count
    again = send(data).get_json()
    assert (again["added"], again["unchanged"], again["passed_over"]) == (0, count, [])
    refused = send(b"<!DOCTYPE a><schedule/>").get_json()
    assert [cell["code"] for cell in refused["cells"]] == ["schedule.doctype"]
