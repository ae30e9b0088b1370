"""Entries around the closing: what a door without network did by itself is never dropped."""

from datetime import timedelta

from builders import STAMP
from builders_commands import HERE, plan, recorded, shelf_of
from builders_door import code, hall, reversal, scan, scanned, verdicts, walk_in

from conference.commands.contests import settle_contest
from conference.store import Store
from events.attendance import CheckInReversed, EntryContested, GuestCheckedIn
from events.invitation import WalkInAdmitted

CLOSED = STAMP.at + timedelta(hours=4)
AFTER = CLOSED + timedelta(minutes=3)


def told(store: Store, *scans: object) -> list[str]:
    return verdicts(store, *scans, closed_at=CLOSED)  # type: ignore[arg-type]


def test_whom_a_door_let_in_by_itself_after_the_closing_a_supervisor_decides(store: Store) -> None:
    lan, hoa = hall(store, "Lan", "Hoa")
    head = store.head()
    late = scan("1", code(store, lan), AFTER, shown="admitted", skew_ms=-40, time_doubted=True)
    asked = scan("2", code(store, hoa), AFTER)
    assert told(store, late, asked, late) == ["closed", "closed", "closed"]
    ((kind, said),) = recorded(store, head)
    kept = (kind, said["verdict"], said["at"], said["skew_ms"], said["time_doubted"])
    assert kept == (EntryContested, "closed", AFTER, -40, True)
    (one,) = shelf_of(store).contests.open
    assert (one.verdict, one.time_doubted, shelf_of(store).attendance.present) == (
        "closed",
        True,
        0,
    )
    which = {"guest": lan, "entry": one.entry, "at": AFTER}
    settle_contest(store, STAMP, **HERE, **which, outcome="stands", note="đã đứng ở cửa")
    guest = shelf_of(store).guest_list.by_id[lan]
    assert (guest.entered_at, guest.time_doubted) == (AFTER, True)


def test_a_late_walk_in_counts_once_a_supervisor_says_so(store: Store) -> None:
    plan(store)
    head = store.head()
    late = walk_in("Hồ Văn C", AFTER, shown="admitted")
    (outcome,) = scanned(store, late, closed_at=CLOSED)
    assert outcome.verdict == "closed"
    assert [kind for kind, _ in recorded(store, head)] == [WalkInAdmitted, EntryContested]
    counted = shelf_of(store).attendance
    assert (counted.invited, counted.present) == (0, 0)
    (one,) = shelf_of(store).contests.open
    which = {"guest": one.guest, "entry": one.entry, "at": AFTER, "note": ""}
    settle_contest(store, STAMP, **HERE, **which, outcome="stands")
    counted = shelf_of(store).attendance
    assert (counted.invited, counted.present) == (1, 1)


def test_a_late_walk_in_that_is_taken_back_is_nobodys_guest(store: Store) -> None:
    plan(store)
    one = walk_in("Hồ Văn C", AFTER, shown="admitted")
    back = reversal("1", one, AFTER + timedelta(seconds=20))
    assert told(store, back, one) == ["kept", "closed"]
    (guest,) = shelf_of(store).guest_list.by_id.values()
    assert (guest.answer, shelf_of(store).contests.open) == ("withdrawn", ())


def test_an_entry_of_before_is_taken_back_after_the_closing(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest), CLOSED - timedelta(seconds=20))
    by_name = reversal("2", None, AFTER, guest=guest)
    back = reversal("1", one, CLOSED + timedelta(seconds=20))
    assert told(store, one, by_name, back) == ["admitted", "closed", "reversed"]
    kinds = [kind for kind, _ in recorded(store, 0)]
    assert kinds[-2:] == [GuestCheckedIn, CheckInReversed]


def test_a_door_asks_after_the_closing_and_hears_a_verdict_each_time(store: Store) -> None:
    early, late = hall(store, "Sớm", "Muộn")
    assert told(store, scan("1", code(store, early))) == ["admitted"]
    head = store.head()
    asked = [
        scan("2", code(store, late), AFTER),
        scan("3", code(store, early), AFTER),
        scan("4", "không phải mã", AFTER),
        walk_in("Hồ Văn C", AFTER),
    ]
    assert told(store, *asked, *asked) == ["closed", "already", "unknown", "closed"] * 2
    assert store.head() == head


def test_a_door_that_lets_in_though_it_was_told_so_late_is_contested_once(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    asked = scan("1", code(store, guest), AFTER)
    by_itself = scan("1", code(store, guest), AFTER, shown="admitted")
    walked = walk_in("Hồ Văn C", AFTER), walk_in("Hồ Văn C", AFTER, shown="admitted")
    assert told(store, asked, by_itself, by_itself) == ["closed"] * 3
    assert [told(store, one)[0] for one in (by_itself, *walked, walked[1])] == ["closed"] * 4
    assert [one.verdict for one in shelf_of(store).contests.open] == ["closed", "closed"]
