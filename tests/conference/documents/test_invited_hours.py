"""What guests are told of hours and of their own speech: by the last release, never by a draft."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_invitation import issued
from builders_programme import add, speak
from icalendar import Calendar

from conference.commands.agenda import move_item, set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.config import Settings
from conference.documents.door_list import card, known
from conference.documents.invitation_ics import Asked, invitation_ics
from conference.documents.invitation_mail import deadline, when
from conference.documents.letters_pdf import hours
from conference.store import Store
from projections.edition import as_invited
from projections.library import Shelf

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    made = Store(settings)
    plan(made)
    set_agenda_start(made, STAMP, **HERE, starts_at=at("07:30"))
    add(made, "Khai mạc", 90)
    yield made
    made.close()


def appointed(shelf: Shelf) -> tuple[datetime, datetime | None]:
    """Begin and end of the appointment in a mail."""
    made_at = datetime(2019, 3, 15, 2, tzinfo=UTC)
    made = invitation_ics(shelf, Asked(id("a"), "Đào", "a@example.vn", "b@example.vn", made_at))
    assert made
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    return event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None


def test_before_any_release_the_hour_alone_at_which_it_begins_is_told(store: Store) -> None:
    shelf = shelf_of(store)
    assert hours(shelf) == {"starts": [7, 30], "ends": None, "last": None}
    assert when(shelf) == "07 giờ 30, Thứ Hai ngày 25/3/2019"
    assert appointed(shelf) == (at("07:30").astimezone(ZONE), None)


def test_the_hours_of_the_release_are_told_while_a_draft_says_others(store: Store) -> None:
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    told: dict[str, Any] = {"starts": [7, 30], "ends": [9, 0], "last": None}
    set_agenda_start(store, STAMP, **HERE, starts_at=at("10:15"))
    add(store, "Bế mạc", 30)
    shelf = shelf_of(store)
    assert hours(shelf) == told
    assert when(shelf) == "07 giờ 30, Thứ Hai ngày 25/3/2019 (dự kiến đến 09 giờ 00)"
    assert deadline(shelf) == "07 giờ 30 ngày 25/3/2019"
    begins = at("07:30").astimezone(ZONE)
    assert appointed(shelf) == (begins, begins + timedelta(minutes=90))
    release_agenda(store, STAMP, **HERE, at=at("07:01"))
    assert hours(shelf_of(store)) == {"starts": [10, 15], "ends": [12, 15], "last": None}


def test_a_programme_of_two_days_ends_on_the_second(store: Store) -> None:
    add(store, "Phiên hai", 30, fixed_start=at("08:00") + timedelta(days=1))
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    shelf = shelf_of(store)
    assert hours(shelf) == {"starts": [7, 30], "ends": [8, 30], "last": [26, 3, 2019, 2]}
    assert when(shelf) == (
        "07 giờ 30, Thứ Hai ngày 25/3/2019 (dự kiến đến 08 giờ 30 ngày 26/3/2019)"
    )


def test_a_door_tells_the_number_of_a_speech_by_the_release(store: Store) -> None:
    store.create(issued("Chị Ba"))
    speak(store, "Một", guest=id("Chị Ba"))
    assert spoken(store) is None
    speak(store, "Hai")
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    assert spoken(store) == 1
    move_item(store, STAMP, **HERE, item=id("Hai"), before=id("Một"))
    assert spoken(store) == 1


def spoken(store: Store) -> int | None:
    """The number of the guest's speech on the card that reception is shown."""
    shelf = shelf_of(store)
    (one,) = known(shelf, shelf.guest_list.by_id.values()).values()
    number: int | None = card(one, ZONE)["speech"]
    return number


@pytest.mark.parametrize("released", [False, True])
def test_documents_as_guests_have_them_stay_so_when_asked_again(
    store: Store, released: bool
) -> None:
    if released:
        release_agenda(store, STAMP, **HERE, at=at("07:00"))
    add(store, "Bế mạc", 30)
    once = as_invited(shelf_of(store))
    assert as_invited(once).agenda == once.agenda
