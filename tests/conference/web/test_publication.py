"""The public page: there from its publication, for everybody, with the released programme alone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STAMP, at
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_ics import events_of, read_calendar
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send, words
from builders_schedule import checked_json, checked_xml
from flask import Flask

from conference.commands.agenda import add_item
from conference.commands.agenda_release import release_agenda
from conference.commands.publication import publish_conference, unpublish_conference
from events.publication import ConferencePublished

PAGE = f"/conferences/{DEMO}/publication"
FILES = ("", "/agenda.ics", "/schedule.xml", "/schedule.json")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def publish(app: Flask) -> None:
    publish_conference(store_of(app), STAMP, conference_id=DEMO, at=at("07:00"))


def statuses(app: Flask, key: object = DEMO) -> set[int]:
    stranger = app.test_client()
    return {stranger.get(f"/c/{key}{file}").status_code for file in FILES}


def test_a_page_that_is_not_published_is_not_there(app: Flask) -> None:
    assert statuses(app) == {404}
    assert browser(app).get(f"/c/{DEMO}").status_code == 404
    publish(app)
    assert statuses(app) == statuses(app, "kien-giang-2019") == {200}
    unpublish_conference(store_of(app), STAMP, conference_id=DEMO, at=at("07:05"))
    assert statuses(app) == statuses(app, f"{DEMO}?at=250") == {404}
    assert statuses(app, "khong-co") == {404}


def test_an_organiser_puts_it_up_and_takes_it_down(app: Flask) -> None:
    client, before = browser(app), store_of(app).head()
    answer = send(client, PAGE, PAGE)
    assert answer.status_code == 303
    page = client.get(PAGE, headers=VIETNAMESE).text
    assert "trang của hội nghị" in notice(page)
    assert f"/c/{DEMO}" in element(page, "publication")
    (fact,) = [fact for _, fact in store_of(app).facts(before, 10)]
    assert isinstance(fact, ConferencePublished)
    assert send(client, PAGE, f"{PAGE}/withdrawal").status_code == 303
    assert statuses(app) == {404}
    assert browser(app, "auditor").get(PAGE).status_code == 403


def test_everybody_reads_what_when_where_and_the_programme(app: Flask) -> None:
    publish(app)
    page = app.test_client().get(f"/c/{DEMO}", headers=VIETNAMESE).text
    shelf = shelf_of(app)
    assert shelf.conference.title in element(page, "conference-head")
    programme = element(page, "programme")
    assert [item.title in programme for item in shelf.agenda.items] == [True] * 17
    assert "Hội trường UBND tỉnh Kiên Giang" in words(page)


def test_no_guest_and_no_recipient_is_on_it(app: Flask) -> None:
    publish(app)
    shelf = shelf_of(app)
    everything = "".join(app.test_client().get(f"/c/{DEMO}{file}").text for file in FILES)
    guests = {g.name for g in shelf.guest_list.guests if g.name} - {"Đỗ Thanh Bình"}
    lines = {line.name for one in shelf.awards.instruments for line in one.lines}
    spoken = {item.unit for item in shelf.agenda.items}
    assert (len(guests) > 0, len(lines) > 10) == (True, True)
    assert [name for name in guests if name in everything] == []
    assert [name for name in lines - spoken if f"{name}<" in everything] == []


def test_a_draft_is_not_on_it(app: Flask) -> None:
    publish(app)
    said = {"kind": "closing", "title": "Chỉ trong bản nháp", "minutes": 5}
    add_item(store_of(app), STAMP, conference_id=DEMO, **said)
    stranger = app.test_client()
    for file in FILES:
        assert said["title"] not in stranger.get(f"/c/{DEMO}{file}").text


def test_its_files_are_those_of_the_programme(app: Flask) -> None:
    publish(app)
    stranger, count = app.test_client(), len(shelf_of(app).agenda.items)
    calendar = events_of(read_calendar(stranger.get(f"/c/{DEMO}/agenda.ics").data))
    assert (len(calendar), calendar[0].text("STATUS")) == (count + 1, "CONFIRMED")
    assert calendar[0].text("URL").endswith(f"/c/{DEMO}")
    assert len(checked_xml(stranger.get(f"/c/{DEMO}/schedule.xml").data)) == count
    assert len(checked_json(stranger.get(f"/c/{DEMO}/schedule.json").data)) == count


def test_search_engines_read_an_event(app: Flask) -> None:
    publish(app)
    page = app.test_client().get(f"/c/{DEMO}").text
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    event = json.loads(found)
    assert (event["@type"], event["startDate"]) == ("Event", "2019-03-25T07:30:00+07:00")
    assert len(event["subEvent"]) == 17


def test_a_file_is_made_once_until_the_programme_is_another(app: Flask) -> None:
    publish(app)
    stranger, paths = app.test_client(), [f"/c/{DEMO}{file}" for file in FILES[1:]]
    first = [stranger.get(path).data for path in paths]
    assert [stranger.get(path).data for path in paths] == first
    said = {"kind": "closing", "title": "Liên hoan", "minutes": 5}
    add_item(store_of(app), STAMP, conference_id=DEMO, **said)
    release_agenda(store_of(app), STAMP, conference_id=DEMO, at=at("07:05"))
    later = [stranger.get(path).text for path in paths]
    assert ["Liên hoan" in text for text in later] == [True] * 3
    old, new = (
        [int(one.text("SEQUENCE")) for one in events_of(read_calendar(data))]
        for data in (first[0], later[0].encode())
    )
    assert len(new) == len(old) + 1
    assert min(new) > max(old)


def test_a_reader_gets_the_calendar_in_the_readers_language(app: Flask) -> None:
    publish(app)
    stranger = app.test_client()
    told = [stranger.get(f"/c/{DEMO}/agenda.ics", headers=h).text for h in (VIETNAMESE, ENGLISH)]
    assert ["Tham luận" in told[0], "CATEGORIES:Speech" in told[1]] == [True, True]
