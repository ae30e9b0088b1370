"""What the day brings, in papers and files: what was put in has the minutes it was given."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, shelf_of
from builders_ics import events_of, read_calendar
from builders_programme import a_day, a_reader

from conference.commands.agenda import withdraw_item
from conference.commands.agenda_day import return_item, skip_item, start_item
from conference.commands.agenda_mended import insert_item
from conference.commands.agenda_release import release_agenda
from conference.config import Settings
from conference.documents.agenda_ics import Wanted, agenda_ics
from conference.documents.event_jsonld import event_jsonld
from conference.documents.programme_rows import programme
from conference.documents.schedule_days import schedule
from conference.store import Store
from projections.edition import as_seen, edition_of
from projections.library import Shelf

PAGE = "https://hoinghi.example.vn/c/1"
NEW = "Chúc mừng của đoàn thanh niên"


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    Store.migrate(settings)
    made = Store(settings)
    a_day(made)
    release_agenda(made, STAMP, **HERE, at=at("07:00"))
    start_item(made, STAMP, **HERE, item=id("Khai mạc"), at=at("07:30"))
    yield made
    made.close()


def seen(store: Store) -> Shelf:
    return as_seen(shelf_of(store), draft=False)


def lines(shelf: Shelf, language: str = "vi") -> dict[str, dict[str, Any]]:
    said = programme(shelf, a_reader(language), None)
    return {line["content"]: line for part in said["sections"] for line in part["lines"]}


def calendar(shelf: Shelf) -> dict[str, Any]:
    wanted = Wanted(datetime(2019, 3, 25, tzinfo=UTC), edition=edition_of(shelf.agenda))
    found = events_of(read_calendar(agenda_ics(shelf, wanted, a_reader().say)))
    return {one.text("SUMMARY"): one for one in found}


def for_machines(shelf: Shelf) -> dict[str, Any]:
    """The parts of the page that search engines read, by name."""
    said = json.loads(event_jsonld(shelf, page=PAGE) or "")
    return {one["name"]: one for one in said["subEvent"]}


def test_an_item_put_in_has_its_minutes_in_every_paper_and_file(store: Store) -> None:
    said = {"kind": "remarks", "title": NEW, "minutes": 7}
    insert_item(store, STAMP, **HERE, item=id("new"), at=at("07:32"), **said)
    shelf = seen(store)
    line = lines(shelf)[NEW]
    assert (line["time"], line["minutes"]) == ("07h40 – 07h47", "7 phút")
    (event,) = [
        one for one in schedule(shelf, page=PAGE, release=1).days[0].events if one.title == NEW
    ]
    assert event.duration == "00:07"
    part = for_machines(shelf)[NEW]
    assert (part["startDate"][11:16], part["endDate"][11:16]) == ("07:40", "07:47")
    made = calendar(shelf)[NEW]
    assert made.text("DTSTART")[-6:-2] == "0740"
    assert made.text("DTEND")[-6:-2] == "0747"


def test_a_paper_names_its_release_with_what_was_put_in(store: Store) -> None:
    foot = programme(seen(store), a_reader(), None)["foot"]
    assert ("Bản ban hành số 1" in foot, "chèn thêm" in foot) == (True, False)
    said = {"kind": "remarks", "title": NEW, "minutes": 7}
    insert_item(store, STAMP, **HERE, item=id("new"), at=at("07:32"), **said)
    for language, words in (
        ("vi", "kèm mục chèn thêm trong ngày"),
        ("en", "with what was put in on the day"),
    ):
        assert words in programme(seen(store), a_reader(language), None)["foot"]


GONE = {"Giải lao": "bỏ qua", "Tham luận của Sở Y tế": "đã rút"}


def test_what_is_left_out_is_told_alike_in_every_paper_and_file(store: Store) -> None:
    skipped, taken = id("Giải lao"), id("Tham luận của Sở Y tế")
    skip_item(store, STAMP, **HERE, item=skipped, reason="hết giờ", at=at("07:35"))
    withdraw_item(store, STAMP, **HERE, item=taken, reason="bận")
    shelf = seen(store)
    assert {name: line["note"] for name, line in lines(shelf).items() if name in GONE} == GONE
    parts, events = for_machines(shelf), calendar(shelf)
    assert {name for name, one in parts.items() if "Cancelled" in one["eventStatus"]} == set(GONE)
    cancelled = {name for name, one in events.items() if one.text("STATUS") == "CANCELLED"}
    assert cancelled == set(GONE)
    days = schedule(shelf, page=PAGE, release=1).days
    assert {event.title for day in days for event in day.events}.isdisjoint(GONE)
    return_item(store, STAMP, **HERE, item=skipped, at=at("07:36"))
    back = schedule(seen(store), page=PAGE, release=1).days
    assert "Giải lao" in [event.title for day in back for event in day.events]
    assert lines(seen(store))["Giải lao"]["note"] == ""
