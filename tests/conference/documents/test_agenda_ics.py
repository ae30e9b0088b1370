"""The programme as a calendar, read by two programs that know nothing of each other."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_awards import an_instrument
from builders_commands import HERE, plan, shelf_of
from builders_ics import Part, event_of, events_of, read_calendar
from builders_invitation import issued
from builders_programme import HOST, a_day, a_reader, add, speak
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from conference.commands.agenda import (
    set_agenda_start,
    withdraw_item,
)
from conference.commands.agenda_day import skip_item
from conference.commands.agenda_release import release_agenda
from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient
from conference.commands.conference_day import open_conference
from conference.config import Settings
from conference.documents.agenda_ics import Wanted, agenda_ics
from conference.rules.names import unreadable
from conference.store import Store
from projections.edition import Edition
from projections.library import Shelf

MADE = datetime(2019, 3, 20, 1, 2, 3, tzinfo=UTC)


def made(shelf: Shelf, **wanted: Any) -> bytes:
    return agenda_ics(shelf, Wanted(MADE, **wanted), a_reader().say)


def events(shelf: Shelf, **wanted: Any) -> list[Part]:
    return events_of(read_calendar(made(shelf, **wanted)))


def one(shelf: Shelf, name: str, **wanted: Any) -> Part:
    """The event of the item that is called so."""
    return event_of(events(shelf, **wanted), id(name))


def test_the_whole_programme_is_the_conference_and_its_items(store: Store) -> None:
    shelf = a_day(store)
    whole, *items = events(shelf)
    assert (whole.text("UID"), whole.text("SUMMARY")) == (
        f"{KIEN_GIANG}@le-dai",
        "Hội nghị tổng kết",
    )
    assert (whole.at("DTSTART"), whole.at("DTEND")) == (at("07:30"), at("14:05"))
    planned = [(i.title, i.starts_at, i.ends_at) for i in shelf.agenda.items]
    planned[1] = (f"Tham luận: {planned[1][0]}", *planned[1][1:])
    assert [(e.text("SUMMARY"), e.at("DTSTART"), e.at("DTEND")) for e in items] == planned


def test_an_hour_names_its_zone_in_full(store: Store) -> None:
    said = made(a_day(store)).decode()
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20190325T073000\r\n" in said
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n" in said
    assert "TZOFFSETTO:+0700\r\n" in said


def test_an_event_says_where_who_and_which_edition(store: Store) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    shelf = shelf_of(store)
    speech = one(shelf, "Nông thôn mới & đời sống", edition=Edition(1, 5), page="https://a.vn/c/x")
    assert speech.text("LOCATION") == "Hội trường UBND tỉnh, Rạch Giá"
    assert speech.text("DESCRIPTION").split("\n") == [
        "Bà Nguyễn Thị Đào, Bí thư, Huyện An Biên",
        f"Bản ban hành số 1, 07:00 ngày 25/3/2019 · Nhật ký #{shelf.position}",
    ]
    names = ("CATEGORIES", "DTSTAMP", "STATUS", "URL")
    told = [speech.said[name][0] for name in names]
    assert told == ["Tham luận", "20190320T010203Z", "CONFIRMED", "https://a.vn/c/x"]
    assert int(speech.text("SEQUENCE")) == 5 + shelf.conference.version


@pytest.mark.parametrize(
    ("sender", "address"),
    [
        ("", KIEN_GIANG.urn),
        ("Văn phòng <vp@kiengiang.vn>", "mailto:vp@kiengiang.vn"),
        ("vp@kiengiang.vn", "mailto:vp@kiengiang.vn"),
    ],
)
def test_every_event_says_who_holds_the_conference(store: Store, sender: str, address: str) -> None:
    for event in Calendar.from_ical(made(a_day(store), sender=sender)).walk("VEVENT"):
        organizer = event["ORGANIZER"]
        assert (str(organizer), organizer.params["CN"]) == (address, HOST)


def test_a_draft_is_tentative_until_the_conference_has_begun(store: Store) -> None:
    a_day(store)
    assert {e.text("STATUS") for e in events(shelf_of(store))} == {"TENTATIVE"}
    open_conference(store, STAMP, **HERE, at=at("07:30"))
    assert {e.text("STATUS") for e in events(shelf_of(store))} == {"CONFIRMED"}


def test_what_was_withdrawn_or_left_out_is_taken_back_under_its_own_name(store: Store) -> None:
    a_day(store)
    open_conference(store, STAMP, **HERE, at=at("07:30"))
    withdraw_item(store, STAMP, **HERE, item=id("Giải lao"), reason="thiếu giờ")
    skip_item(store, STAMP, **HERE, item=id("Khai mạc"), reason="đợi", at=at("07:31"))
    states = {n: one(shelf_of(store), n).text("STATUS") for n in ("Giải lao", "Khai mạc")}
    assert states == {"Giải lao": "CANCELLED", "Khai mạc": "CANCELLED"}
    assert one(shelf_of(store), "Trao Cờ thi đua").text("STATUS") == "CONFIRMED"


def test_speeches_alone(store: Store) -> None:
    told = [e.text("CATEGORIES") for e in events(a_day(store), scope="speeches")]
    assert told == ["Tham luận", "Tham luận"]


def test_a_guest_gets_the_conference_own_speeches_and_own_turn(store: Store) -> None:
    a_day(store)
    store.create(issued("Chị Ba"), issued("Anh Tư"))
    speak(store, "Kinh nghiệm", guest=id("Chị Ba"))
    register_instrument(store, STAMP, **HERE, **an_instrument("x", "y"))
    link_recipient(store, STAMP, **HERE, line=id("y"), guest=id("Chị Ba"))
    shelf = shelf_of(store)
    guests = shelf.guest_list.by_id
    mine = [e.text("SUMMARY") for e in events(shelf, guest=guests[id("Chị Ba")])]
    assert mine == [
        "Hội nghị tổng kết",
        "Tham luận: Kinh nghiệm",
        "Nhận khen thưởng: đợt 1, vị trí 2",
    ]
    turn = events(shelf, guest=guests[id("Chị Ba")])[2]
    assert (turn.text("UID"), turn.at("DTSTART")) == (f"{id('y')}@le-dai", at("13:30"))
    theirs = events(shelf, guest=guests[id("Anh Tư")])
    assert [e.text("UID") for e in theirs] == [f"{id('Anh Tư')}@le-dai"]


def test_a_day_without_hours_is_a_whole_day_and_nothing_known_is_a_valid_calendar(
    store: Store,
) -> None:
    plan(store)
    add(store, "Khai mạc")
    (whole,) = events(shelf_of(store))
    assert (whole.at("DTSTART"), whole.at("DTEND")) == (date(2019, 3, 25), date(2019, 3, 26))


def test_nobody_knows_the_day(store: Store) -> None:
    plan(store, held_on=None)
    assert events(shelf_of(store)) == []


def test_both_readers_read_the_same(store: Store) -> None:
    data = made(a_day(store))
    theirs = [
        (str(e["UID"]), str(e["SUMMARY"]), e.decoded("DTSTART"), str(e["DESCRIPTION"]))
        for e in Calendar.from_ical(data).walk("VEVENT")
    ]
    ours = [
        (e.text("UID"), e.text("SUMMARY"), e.at("DTSTART"), e.text("DESCRIPTION"))
        for e in events_of(read_calendar(data))
    ]
    assert theirs == ours


def test_across_midnight_and_in_another_zone(store: Store) -> None:
    plan(store, time_zone="America/New_York")
    set_agenda_start(store, STAMP, **HERE, starts_at=at("11:30"))  # 00:30 in New York, EDT
    add(store, "Gala", 24 * 60)
    said = made(shelf_of(store)).decode()
    assert "DTSTART;TZID=America/New_York:20190325T003000\r\n" in said
    assert "DTEND;TZID=America/New_York:20190326T003000\r\n" in said
    assert [e.at("DTSTART") for e in events(shelf_of(store))] == [at("11:30")] * 2


@given(text=st.text(min_size=1, max_size=300).filter(lambda t: t.strip() and not unreadable(t)))
def test_whatever_is_in_a_title_comes_out_again(settings: Settings, text: str) -> None:
    """Semicolons, commas, backslashes, four-octet letters: unfolded, they are the same."""
    store = Store(settings)
    if not store.head():
        plan(store)
        set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    item = id(f"{store.head()}")
    add(store, str(store.head()), title=text)
    data, uid = made(shelf_of(store)), f"{item}@le-dai"
    store.close()
    (ours,) = [e for e in events_of(read_calendar(data)) if e.text("UID") == uid]
    (theirs,) = [e for e in Calendar.from_ical(data).walk("VEVENT") if str(e["UID"]) == uid]
    assert (ours.text("SUMMARY"), str(theirs["SUMMARY"])) == (text, text)


@pytest.mark.parametrize(
    "broken",
    [
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nX-A:"
        + b"a" * 80
        + b"\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nX-A:đ".encode()[:-1] + b"\r\n \x91\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20190320T010203Z"
        b"\r\nDTSTART:20190320T010203Z\r\nSUMMARY:a, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
    ids=["bare line feeds", "a long line", "a torn letter", "an unescaped comma"],
)
def test_the_strict_reader_refuses_what_is_wrong(broken: bytes) -> None:
    with pytest.raises((AssertionError, UnicodeDecodeError)):
        read_calendar(broken)
