"""What a door asks, on both stores: one admission a guest, one answer a scan, nothing lost."""

from datetime import timedelta

import pytest
from builders import STAMP, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_door import code, hall, scan, scanned, verdicts

from conference.commands.check_in import check_in
from conference.commands.invitation import invite_group
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.store import Store
from events.attendance import EntryContested, GuestCheckedIn


def test_the_first_scan_admits_and_the_second_records_nothing(store: Store) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    token = code(store, guest)
    assert verdicts(store, scan("1", token)) == ["admitted"]
    head = store.head()
    assert verdicts(store, scan("2", token)) == ["already"]
    assert store.head() == head
    assert shelf_of(store).guest_list.by_id[guest].door == "Cửa 1"


def test_a_scan_sent_again_is_answered_the_same_for_good(store: Store) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    first, again = scan("1", code(store, guest)), scan("2", code(store, guest))
    answers = [verdicts(store, one) for one in (first, again, first, again)]
    assert answers == [["admitted"], ["already"], ["admitted"], ["already"]]
    assert verdicts(store, scan("1", code(store, id("somebody")))) == ["scan.other-content"]


def test_a_list_in_which_an_id_stands_for_two_codes_takes_the_first(store: Store) -> None:
    lan, hoa = (code(store, guest) for guest in hall(store, "Lan", "Hoa"))
    assert verdicts(store, scan("1", lan), scan("1", hoa), scan("1", lan)) == [
        *("admitted", "scan.other-content", "admitted")
    ]
    assert verdicts(store, scan("1", hoa), scan("1", lan)) == ["scan.other-content", "admitted"]
    assert shelf_of(store).attendance.present == 1


def test_codes_that_do_not_admit(store: Store) -> None:
    old, gone, back = hall(store, "Cũ", "Rút", "Mời lại")
    for guest in (old, back):
        reissue_invitation(store, STAMP, **HERE, guest=guest, reason="mất giấy mời")
    withdraw_invitation(store, STAMP, **HERE, guest=gone, reason="không mời nữa")
    tokens = [
        code(store, old),
        code(store, gone),
        code(store, back, 1),
        code(store, id("nobody")),
        code(store, old, 0, id("theirs")),
        "không phải mã",
    ]
    found = [verdicts(store, scan(str(n), token))[0] for n, token in enumerate(tokens)]
    assert found == ["replaced", "withdrawn", "admitted", "unknown", "unknown", "unknown"]


def test_a_guest_of_another_conference_is_told_so_and_nobody_is_named(store: Store) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    plan(store, conference_id=id("theirs"))
    there = {"conference_id": id("theirs"), "closed_at": None}
    (outcome,) = check_in(store, STAMP, **there, scans=[scan("1", code(store, guest))])
    assert (outcome.verdict, outcome.guest) == ("other_conference", None)


def test_a_guest_is_found_by_name_a_group_is_nobody(store: Store) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    group = invite_group(
        store, STAMP, **HERE, group="Vân Hòa", count=2, body=None, bloc="agency", order=2
    )
    by_name = [scan("1", guest=guest), scan("2", guest=group), scan("3", guest=id("nobody"))]
    assert verdicts(store, *by_name) == ["admitted", "unknown", "unknown"]


@pytest.mark.parametrize("doors", [2, 8])
def test_one_code_at_several_doors_at_once_admits_at_one(store: Store, doors: int) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    token = code(store, guest)
    acts = [
        lambda n=n: verdicts(store, scan(f"at {n}", token, door=f"Cửa {n}")) for n in range(doors)
    ]
    answers = sorted(str(answer) for answer in at_once(*acts))
    assert answers == ["['admitted']"] + ["['already']"] * (doors - 1)


def test_the_same_scan_sent_eight_times_at_once_is_one(store: Store) -> None:
    (guest,) = hall(store, "Lê Thị Lan")
    one = scan("1", code(store, guest))
    assert at_once(*[lambda: verdicts(store, one)] * 8) == [["admitted"]] * 8
    facts = [kind for kind, _ in recorded(store, 0) if kind is GuestCheckedIn]
    assert facts == [GuestCheckedIn]


def test_what_a_door_without_network_let_in_is_never_dropped(store: Store) -> None:
    lan, hoa = hall(store, "Lan", "Hoa")
    withdraw_invitation(store, STAMP, **HERE, guest=hoa, reason="không mời nữa")
    verdicts(store, scan("1", code(store, lan)))
    head = store.head()
    backlog = [
        scan("a", code(store, lan), door="Cửa 2", shown="admitted"),
        scan("b", code(store, hoa), door="Cửa 2", shown="admitted"),
        scan("a", code(store, lan), door="Cửa 2", shown="admitted"),
    ]
    assert verdicts(store, *backlog) == ["already", "withdrawn", "already"]
    contested = [(kind, said["verdict"], said["door"]) for kind, said in recorded(store, head)]
    assert contested == [
        (EntryContested, "already", "Cửa 2"),
        (EntryContested, "withdrawn", "Cửa 2"),
    ]


def test_a_backlog_of_more_than_one_save_is_decided_whole(store: Store) -> None:
    guests = hall(store, *(f"Khách {n}" for n in range(130)))
    scans = [scan(str(n), code(store, guest)) for n, guest in enumerate(guests)]
    assert verdicts(store, *scans, *scans) == ["admitted"] * 260
    assert shelf_of(store).attendance.present == 130


def test_after_the_closing_only_who_had_come_before_is_let_in(store: Store) -> None:
    early, late = hall(store, "Sớm", "Muộn")
    closed = STAMP.at + timedelta(hours=4)
    scans = [
        scan("1", code(store, early), closed - timedelta(seconds=1)),
        scan("2", code(store, late), closed),
    ]
    assert verdicts(store, *scans, closed_at=closed) == ["admitted", "closed"]
    assert [one.guest for one in scanned(store, *scans, closed_at=closed)] == [early, late]
    assert shelf_of(store).attendance.present == 1


def test_a_door_that_lets_in_after_a_late_answer_is_contested_once(store: Store) -> None:
    """The answer "already" came too late for the door, which then admitted by its own list."""
    (guest,) = hall(store, "Lê Thị Lan")
    token = code(store, guest)
    verdicts(store, scan("1", token))
    assert verdicts(store, scan("2", token, door="Cửa 2")) == ["already"]
    head = store.head()
    told = [verdicts(store, scan("2", token, door="Cửa 2", shown="admitted")) for _ in range(3)]
    assert told == [["already"]] * 3
    ((kind, said),) = recorded(store, head)
    assert (kind, said["verdict"], said["door"]) == (EntryContested, "already", "Cửa 2")
