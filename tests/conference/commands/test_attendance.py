"""What may be asked at the door, on real stores: let in, reversed, excused, walked in."""

from functools import partial
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_invitation import issued

from conference.commands.attendance import (
    AdmitWalkIn,
    CheckInGuest,
    admit_walk_in,
    check_in_guest,
    excuse_absence,
    reverse_check_in,
    revoke_excuse,
)
from conference.commands.conference_day import close_conference, open_conference
from conference.domain.invitation_attendance import Entry
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from events.attendance import GuestCheckedIn
from events.invitation import WalkInAdmitted

WALK_IN = {"name": "Hồ Văn C", "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}


@pytest.fixture
def home(store: Store) -> Store:
    """A planned conference with two guests."""
    plan(store)
    store.create(issued("a"), issued("b"))
    return store


def enter(store: Store, name: str = "a", clock: str = "07:30", **said: Any) -> Entry:
    where = {"door": "A", "device": "quầy 1", **said}
    return check_in_guest(store, STAMP, **HERE, guest=id(name), at=at(clock), **where)


def closed(store: Store) -> None:
    open_conference(store, STAMP, **HERE, at=at("07:30"))
    close_conference(store, STAMP, **HERE, at=at("11:30"))


def test_people_come_before_the_opening_and_until_the_closing(home: Store) -> None:
    assert enter(home, "a", "07:10").first
    open_conference(home, STAMP, **HERE, at=at("07:30"))
    assert enter(home, "b", "08:15").first
    close_conference(home, STAMP, **HERE, at=at("11:30"))
    assert shelf_of(home).attendance.present == 2


def test_nobody_comes_or_is_let_out_after_the_closing(home: Store) -> None:
    enter(home)
    closed(home)
    head = home.head()
    for act in (
        partial(enter, home, "b"),
        partial(admit_walk_in, home, STAMP, **HERE, **WALK_IN, at=at("12:00")),
        partial(
            reverse_check_in, home, STAMP, **HERE, guest=id("a"), reason="nhầm", at=at("12:00")
        ),
    ):
        with pytest.raises(Refused, match=r"conference\.closed"):
            act()
    assert home.head() == head


def test_the_second_scan_answers_who_when_and_where_first(home: Store) -> None:
    enter(home, door="A", device="quầy 1")
    head = home.head()
    second = enter(home, clock="07:42", door="B", device="quầy 2")
    assert second == Entry(False, at("07:30"), "A", "quầy 1")
    assert home.head() == head


def test_four_doors_that_scan_one_code_at_once_let_one_in(home: Store) -> None:
    head = home.head()
    entries = at_once(*(partial(enter, home, door=door) for door in "ABCD"))
    assert sorted(entry.first for entry in entries) == [False, False, False, True]  # type: ignore[attr-defined]
    ((fact, said),) = recorded(home, head)
    assert fact is GuestCheckedIn
    assert {entry.door for entry in entries} == {said["door"]}  # type: ignore[attr-defined]


def test_a_scan_keeps_its_own_id_and_a_door_may_be_unknown(home: Store) -> None:
    head = home.head()
    enter(home, door=None, device=None, scan_id="s1")
    ((_, said),) = recorded(home, head)
    assert (said["door"], said["device"], said["scan_id"]) == ("", "", "s1")


def test_an_entry_is_reversed_and_an_absence_excused_until_it_is_not(home: Store) -> None:
    enter(home)
    reverse_check_in(home, STAMP, **HERE, guest=id("a"), reason="nhầm", at=at("07:40"))
    excuse_absence(home, STAMP, **HERE, guest=id("a"), reason="ốm")
    counts = shelf_of(home).attendance.total
    assert (counts.invited, counts.present, counts.excused, counts.absent) == (2, 0, 1, 2)
    revoke_excuse(home, STAMP, **HERE, guest=id("a"), reason="về")
    assert shelf_of(home).attendance.excused == 0


def test_a_walk_in_is_invited_and_let_in_as_one_save(home: Store) -> None:
    head = home.head()
    guest = admit_walk_in(home, STAMP, **HERE, **WALK_IN, at=at("07:50"), door="A")
    admitted, entered = recorded(home, head)
    assert (admitted[0], entered[0]) == (WalkInAdmitted, GuestCheckedIn)
    assert WALK_IN.items() <= admitted[1].items()
    assert shelf_of(home).guest_list.by_id[guest].state == "present"


def test_an_old_version_is_stale(home: Store) -> None:
    enter(home, expecting=1)
    with pytest.raises(Stale) as stale:
        enter(home, expecting=1)
    assert (stale.value.kind, stale.value.version) == ("invitation", 2)


def test_another_conferences_guest_does_not_exist_here(home: Store) -> None:
    elsewhere = {"conference_id": id("elsewhere")}
    plan(home, **elsewhere)
    for act in (
        partial(check_in_guest, at=at("07:30")),
        partial(excuse_absence, reason="ốm"),
        partial(reverse_check_in, reason="nhầm", at=at("07:30")),
    ):
        with pytest.raises(NotFound):
            act(home, STAMP, **elsewhere, guest=id("a"))
    with pytest.raises(NotFound):
        check_in_guest(home, STAMP, conference_id=id("nowhere"), guest=id("a"), at=at("07:30"))


def test_fields_become_values() -> None:
    assert CheckInGuest().load({"door": " Cửa  A "}) == {
        "door": "Cửa A",
        "device": "",
        "scan_id": None,
    }
    blank = {"honorific": None, "post": None, "door": "", "device": ""}
    assert AdmitWalkIn().load(WALK_IN) == {**WALK_IN, **blank}
