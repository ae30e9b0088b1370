"""Programmes of others: what is understood, passed over, or refused in one sentence."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_programme import a_day, add, speak
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from conference.commands.agenda import set_agenda_start
from conference.config import Settings
from conference.documents.schedule_json import schedule_json
from conference.documents.schedule_xml import schedule_xml
from conference.errors import BadSheet
from conference.importers.schedule_draft import Programme, read_programme
from conference.store import Store
from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.library import Library

FORMS = {"xml": schedule_xml, "json": schedule_json}

EVENT = (
    "<event guid='{guid}' id='1'><title>{title}</title><date>{date}</date>"
    "<duration>{lasting}</duration>{more}</event>"
)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    made = Store(settings)
    plan(made)
    yield made
    made.close()


def feed(*events: str, room: str = "Saal 1", day: str = "") -> bytes:
    inside = "".join(events)
    return f"<schedule><day {day}><room name='{room}'>{inside}</room></day></schedule>".encode()


def event(title: str, hour: str = "08:00", lasting: str = "00:30", **said: str) -> str:
    more = "".join(f"<{tag}>{text}</{tag}>" for tag, text in said.items() if tag != "guid")
    date = f"2019-03-25T{hour}:00+07:00" if hour else ""
    guid = said.get("guid", str(id(title)))
    return EVENT.format(guid=guid, title=title, date=date, lasting=lasting, more=more)


def taken(store: Store, data: bytes) -> Agenda:
    read_programme(data, shelf_of(store)).take_over(store, STAMP)
    return shelf_of(store).agenda


def read(store: Store, data: bytes) -> Programme:
    return read_programme(data, shelf_of(store))


def refused(store: Store, data: bytes) -> str:
    with pytest.raises(BadSheet) as bad:
        read(store, data)
    (line,) = bad.value.rows
    return line.code


def told(agenda: Agenda) -> list[tuple[Any, ...]]:
    return [(i.title, i.kind, i.starts_at, i.minutes) for i in agenda.items]


@pytest.mark.parametrize("form", FORMS)
def test_out_and_in_again_is_the_same_programme(tmp_path: Any, form: str) -> None:
    stores = []
    for name in ("one", "two"):
        settings = Settings(data_dir=tmp_path / name, secret_key="a key for tests only")
        Store.migrate(settings)
        stores.append(Store(settings))
    shelf = a_day(stores[0])
    data = FORMS[form](shelf, page="https://a.vn/c/x", release=None)
    plan(stores[1])
    again = taken(stores[1], data)
    for store in stores:
        store.close()
    assert told(again) == told(shelf.agenda)
    who = [(i.unit, i.speaker, i.owner) for i in again.items]
    assert who == [(i.unit, i.speaker, i.owner) for i in shelf.agenda.items]


def test_the_same_file_again_says_nothing_new(store: Store) -> None:
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc")
    add(store, "Trao", kind="award", fixed_start=at("09:00"))
    data = schedule_xml(shelf_of(store), page="https://a.vn/c/x", release=None)
    outcome, before = read(store, data).take_over(store, STAMP), store.head()
    assert (outcome.different, store.head()) == ((), before)


def test_the_items_of_another_conference_get_names_of_their_own_here(store: Store) -> None:
    """Else two conferences would share a speech: its texts, its link, its calendar entry."""
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    speak(store, "Kinh nghiệm")
    data = schedule_xml(shelf_of(store), page="https://a.vn/c/x", release=None)
    there = {"conference_id": id("other")}
    plan(store, **there)
    for _ in range(2):
        other = Library(store.facts).shelf(id("other"))
        outcome = read_programme(data, other).take_over(store, STAMP)
    (item,) = Library(store.facts).shelf(id("other")).agenda.items
    assert (item.title, item.id != id("Kinh nghiệm")) == ("Kinh nghiệm", True)
    assert (outcome.different, shelf_of(store).agenda.by_id[id("Kinh nghiệm")].minutes) == ((), 8)


def test_an_item_of_this_agenda_keeps_its_name(store: Store) -> None:
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc", 30)
    longer = event("Khai mạc", "07:30", "00:45", guid=str(id("Khai mạc")).upper())
    assert [(i.id, i.minutes) for i in taken(store, feed(longer)).items] == [(id("Khai mạc"), 45)]


def test_items_follow_one_another_where_the_file_has_no_gap(store: Store) -> None:
    data = feed(event("b", "08:30"), event("a", "08:00"), event("c", "10:00"), event("d", "10:10"))
    agenda = taken(store, data)
    assert agenda.starts_at == at("08:00")
    assert [(i.title, i.fixed_start) for i in agenda.items] == [
        ("a", None),
        ("b", None),
        ("c", at("10:00")),
        ("d", at("10:10")),
    ]


def test_a_changed_file_changes_what_it_says_and_the_order(store: Store) -> None:
    taken(store, feed(event("a"), event("b", "08:30")))
    later = feed(event("b", "08:00", "00:15"), event("a", "08:15", guid=str(id("a"))))
    outcome = read(store, later).look(store, STAMP)
    assert [row.label for row in outcome.different] == ["b", "a"]
    agenda = taken(store, later)
    assert [(i.title, i.starts_at, i.minutes) for i in agenda.items] == [
        ("b", at("08:00"), 15),
        ("a", at("08:15"), 30),
    ]


def test_items_of_our_own_stay_and_the_files_stand_behind_them(store: Store) -> None:
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc", 30)
    agenda = taken(store, feed(event("a"), event("b", "09:00")))
    assert [(i.title, i.starts_at) for i in agenda.items] == [
        ("Khai mạc", at("07:30")),
        ("a", at("08:00")),
        ("b", at("09:00")),
    ]


def test_types_and_persons_of_others_are_understood(store: Store) -> None:
    persons = "<person id='1'>Ada Lovelace</person><person>Grace Hopper</person>"
    data = feed(
        event("Opening words", type="opening"),
        event("On engines", "08:30", type="lecture", persons=persons, track="Science"),
        event("Lunch", "09:00", type="other"),
        event("Trao cờ", "09:30", type="trao thưởng"),
    )
    assert [(i.kind, i.unit, i.speaker) for i in taken(store, data).items] == [
        ("report", None, None),
        ("speech", "Ada Lovelace, Grace Hopper", "Ada Lovelace, Grace Hopper"),
        ("break", None, None),
        ("award", None, None),
    ]


def test_what_real_feeds_get_wrong_is_passed_over_and_told(store: Store) -> None:
    data = feed(
        event("good"),
        event("good"),
        event("no hour", ""),
        event("no length", "09:00", "soon"),
        event("t" * 301, "09:30"),
        event("", "10:00", guid=str(id("nameless"))),
    )
    read_ = read(store, data)
    assert [cell.code for cell in read_.passed_over] == [
        *("schedule.twice", "schedule.no-start", "schedule.no-duration"),
        *("field.long", "field.required"),
    ]
    assert [i.title for i in taken(store, data).items] == ["good"]


def test_the_room_with_most_is_taken(store: Store) -> None:
    one, two = feed(event("a"), event("b")), feed(event("c"), room="Saal 2")
    both = one.replace(b"</schedule>", two.removeprefix(b"<schedule>"))
    found = read(store, both)
    assert [(c.code, c.column, c.facts) for c in found.passed_over] == [
        ("schedule.other-room", "Saal 2", {"count": 1})
    ]
    assert [i.title for i in taken(store, both).items] == ["a", "b"]


def test_a_start_without_a_zone_is_meant_on_the_conferences_clock(store: Store) -> None:
    written = event("a", "", start="08:05").replace("<date></date>", "")
    agenda = taken(store, feed(written, day="date='2019-03-25'"))
    assert agenda.starts_at == at("08:05")


def hours(store: Store, opens: str, *starts: str) -> list[Any]:
    """The instants of events that say the hour alone, under a day that opens then."""
    events = [event(one, "", start=one).replace("<date></date>", "") for one in starts]
    agenda = taken(store, feed(*events, day=f"date='2019-03-25' start='{opens}'"))
    return [item.starts_at for item in agenda.items]


def test_an_hour_before_its_day_opens_is_past_midnight(store: Store) -> None:
    found = hours(store, "2019-03-25T22:00:00+07:00", "22:00", "00:30")
    assert found == [at("22:00"), at("22:00") + timedelta(hours=2, minutes=30)]


def test_an_hour_is_read_as_people_write_it(store: Store) -> None:
    assert hours(store, "", "8:00", "08:30:00") == [at("08:00"), at("08:30")]


def test_an_hour_is_meant_in_the_zone_of_its_day(store: Store) -> None:
    assert hours(store, "2019-03-25T01:00:00+00:00", "1:15") == [at("08:15")]


def test_a_day_of_the_json_form_opens_as_well(store: Store) -> None:
    event = '{"title": "Muộn", "start": "0:30", "duration": "0:10"}'
    day = '"date": "2019-03-25", "day_start": "2019-03-25T22:00:00+07:00"'
    data = f'{{"schedule": {{"conference": {{"days": [{{{day}, "rooms": {{"A": [{event}]}}}}]}}}}}}'
    assert taken(store, data.encode()).starts_at == at("22:00") + timedelta(hours=2, minutes=30)


BOMB = b"<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><schedule>&b;</schedule>"
OUTSIDE = b"<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><schedule>&x;</schedule>"
REMOTE = b"<!DOCTYPE s SYSTEM 'http://127.0.0.1:9/x.dtd'><schedule/>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "schedule.doctype"),
        (OUTSIDE, "schedule.doctype"),
        (REMOTE, "schedule.doctype"),
        (b"", "schedule.unreadable"),
        (b"<schedule><day></schedule>", "schedule.unreadable"),
        (b"<html/>", "schedule.unreadable"),
        (b"<a>" * 5_000, "schedule.unreadable"),
        (b"\x00\xff\xfe\x01", "schedule.unreadable"),
        (b'<?xml version="1.0" encoding="nonsense"?><schedule/>', "schedule.unreadable"),
        (b"{" + b'"a":{' * 50_000, "schedule.unreadable"),
        (b'{"schedule": ', "schedule.unreadable"),
        (b"{" + b"9" * 10_000, "schedule.unreadable"),
        (b"[]", "schedule.no-events"),
        (b'{"schedule": {"conference": {"days": [1, {"rooms": [2]}]}}}', "schedule.no-events"),
        (b"<schedule><day/></schedule>", "schedule.no-events"),
        (b" " * (5 * 2**20 + 1), "schedule.too-large"),
        (feed(*(event(f"{n}") for n in range(501))), "schedule.too-many"),
        (feed("<event/>" * 5_001), "schedule.too-many"),
        (feed("<event><a/><a/><a/></event>" * 30_000), "schedule.too-many"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_programme_is_refused_in_one_sentence(
    store: Store, data: bytes, code: str
) -> None:
    before = store.head()
    assert (refused(store, data), store.head()) == (code, before)


minutes = st.integers(1, 24 * 60)
gaps = st.one_of(st.none(), st.integers(-30, 300))
kinds = st.sampled_from(["opening", "report", "award", "remarks", "launch", "break", "closing"])


@hypothesis_settings(max_examples=15)
@given(
    lines=st.lists(st.tuples(minutes, gaps, kinds), min_size=1, max_size=12),
    form=st.sampled_from(list(FORMS)),
)
def test_any_programme_comes_back_as_it_went(
    tmp_path_factory: Any, lines: list[tuple[int, int | None, str]], form: str
) -> None:
    """Gaps, overlaps, midnights: items, hours and titles are the same. Where items overlap the
    file has them by their start, and so do we afterwards."""
    opened = []
    for _ in range(2):
        settings = Settings(
            data_dir=tmp_path_factory.mktemp("x"), secret_key="a key for tests only"
        )
        Store.migrate(settings)
        opened.append(Store(settings))
        plan(opened[-1])
    one, two = opened
    set_agenda_start(one, STAMP, **HERE, starts_at=at("07:30"))
    ends_at = at("07:30")
    for number, (lasting, gap, kind) in enumerate(lines):
        begins = ends_at + timedelta(minutes=gap or 0)
        fixed = begins if gap is not None and number else None
        add(one, f"Mục {number}", lasting, kind=kind, fixed_start=fixed)
        ends_at = (fixed or ends_at) + timedelta(minutes=lasting)
    items = shelf_of(one).agenda.items
    again = taken(two, FORMS[form](shelf_of(one), page="https://a.vn/c/x", release=None)).items
    for store in opened:
        store.close()
    assert [pair(item) for item in again] == sorted(map(pair, items), key=lambda p: p[1])


def pair(item: AgendaItem) -> tuple[Any, ...]:
    return item.title, item.starts_at, item.minutes, item.kind


def test_the_conference_is_the_one_of_the_page(store: Store) -> None:
    assert read(store, feed(event("a"))).draft.conference_id == KIEN_GIANG
