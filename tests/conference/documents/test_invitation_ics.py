"""The appointment of an invitation: read back by the library, and by hand against RFC 5545."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_ics import events_of, read_calendar
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import choose_venue, retitle_conference
from conference.config import Settings
from conference.documents.invitation_ics import Asked, invitation_ics, plain
from conference.rules.names import unreadable
from conference.store import Store
from projections.library import Shelf

ASKED = Asked(
    id("a"),
    'Nguyễn "Thị" Đào; Phó, Giám đốc',
    "dao@example.vn",
    "van-phong@example.vn",
    datetime(2019, 3, 15, 2, tzinfo=UTC),
    link="https://le-dai.vn/m/abc",
    description="Kính gửi bà Đào;\nmời tới dự, xin cảm ơn\\" + " rất nhiều" * 20,
)


@pytest.fixture
def store(settings: Settings) -> Any:
    made = Store(settings)
    plan(made, title="Hội nghị tổng kết; triển khai, " + "nhiệm vụ " * 12)
    yield made
    made.close()


@pytest.fixture
def shelf(store: Store) -> Shelf:
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add_item(store, STAMP, **HERE, kind="report", title="Báo cáo", minutes=90)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    choose_venue(store, STAMP, **HERE, name="Văn Miếu", address="xã Cẩm Điền, huyện Cẩm Giàng")
    return shelf_of(store)


def made(shelf: Shelf, asked: Asked = ASKED) -> bytes:
    found = invitation_ics(shelf, asked)
    assert found is not None
    return found


def unfolded(raw: bytes) -> list[str]:
    """The content lines (RFC 5545, 3.1): a line break and one blank are folding."""
    return raw.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def test_the_appointment_has_hours_place_and_people(shelf: Shelf) -> None:
    calendar = Calendar.from_ical(made(shelf))
    (event,) = calendar.walk("VEVENT")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    assert event["DTSTART"].dt == datetime(2019, 3, 25, 7, 30, tzinfo=zone)
    assert event["DTEND"].dt == datetime(2019, 3, 25, 9, 0, tzinfo=zone)
    assert event["SUMMARY"] == shelf.conference.title
    assert event["LOCATION"] == "Văn Miếu, xã Cẩm Điền, huyện Cẩm Giàng"
    assert event["DESCRIPTION"] == ASKED.description
    assert event["ORGANIZER"] == "mailto:van-phong@example.vn"
    assert event["ATTENDEE"].params["CN"] == "Nguyễn 'Thị' Đào; Phó, Giám đốc"
    assert (event["ATTENDEE"].params["RSVP"], event["URL"]) == ("FALSE", ASKED.link)
    assert str(calendar["METHOD"]) == "REQUEST"


def test_both_readers_read_the_same(shelf: Shelf) -> None:
    """The library that wrote it, and a strict reader that knows nothing of that."""
    data = made(shelf)
    (theirs,), (ours,) = Calendar.from_ical(data).walk("VEVENT"), events_of(read_calendar(data))
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "UID", "STATUS", "URL", "SEQUENCE"):
        assert ours.text(name) == str(theirs[name]), name
    for name in ("DTSTART", "DTEND", "DTSTAMP"):
        assert ours.at(name) == theirs.decoded(name), name
    for name in ("ORGANIZER", "ATTENDEE"):
        value, given = ours.said[name]
        assert (value, given["CN"]) == (str(theirs[name]), theirs[name].params["CN"])


@given(
    text=st.text(max_size=200).filter(lambda t: not unreadable(t)),
    name=st.text(max_size=60).filter(lambda t: not unreadable(t)),
)
def test_whatever_a_mail_says_both_readers_read_it(
    settings: Settings, text: str, name: str
) -> None:
    store = Store(settings)
    if not store.head():
        plan(store)
    asked = replace(ASKED, description=text, name=name)
    data = made(shelf_of(store), asked)
    store.close()
    (theirs,), (ours,) = Calendar.from_ical(data).walk("VEVENT"), events_of(read_calendar(data))
    assert ours.said["ATTENDEE"][1]["CN"] == theirs["ATTENDEE"].params["CN"]
    if plain(text):
        assert ours.text("DESCRIPTION") == str(theirs["DESCRIPTION"]) == plain(text)


def test_each_line_is_folded_by_octets_and_ends_in_crlf(shelf: Shelf) -> None:
    raw = made(shelf)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is torn apart
    assert any(len(line) > 70 for line in raw.split(b"\r\n"))


def test_the_zone_stands_under_its_full_name_and_is_described(shelf: Shelf) -> None:
    lines = unfolded(made(shelf))
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
    assert "TZID:Asia/Ho_Chi_Minh" in zone
    assert zone[-1] == "END:STANDARD"
    assert "TZOFFSETTO:+0700" in zone
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20190325T073000" in lines
    assert "DTSTAMP:20190315T020000Z" in lines


def test_text_is_escaped(shelf: Shelf) -> None:
    lines = unfolded(made(shelf))
    assert "LOCATION:Văn Miếu\\, xã Cẩm Điền\\, huyện Cẩm Giàng" in lines
    (said,) = (line for line in lines if line.startswith("DESCRIPTION:"))
    assert said.startswith("DESCRIPTION:Kính gửi bà Đào\\;\\nmời tới dự\\, xin cảm ơn\\\\ rất")


def test_the_same_appointment_moves_on_with_the_conference(store: Store, shelf: Shelf) -> None:
    (first,) = Calendar.from_ical(made(shelf)).walk("VEVENT")
    assert made(shelf) == made(shelf)
    retitle_conference(store, STAMP, **HERE, title="Hội nghị khác", host="UBND tỉnh")
    add_item(store, STAMP, **HERE, kind="break", title="Giải lao", minutes=15)
    (later,) = Calendar.from_ical(made(shelf_of(store))).walk("VEVENT")
    assert later["UID"] == first["UID"]
    assert later["SEQUENCE"] == first["SEQUENCE"] + 2


def test_a_day_without_hours_is_a_whole_day_and_no_day_no_appointment(store: Store) -> None:
    (event,) = Calendar.from_ical(made(shelf_of(store))).walk("VEVENT")
    assert str(event["DTSTART"].dt) == "2019-03-25"
    assert str(event["DTEND"].dt) == "2019-03-26"


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_can_add_a_line(text: str, name: str) -> None:
    assert "\r" not in plain(text)
    assert all(char == "\n" or ord(char) > 31 for char in plain(text + name))
