"""What a door without network left to the supervisor: codes that its list did not have, and
walk-ins who are called as somebody invited is. Nothing is lost, and nobody counts before."""

from itertools import permutations

import pytest
from builders import STAMP
from builders_commands import HERE, plan, recorded, shelf_of
from builders_door import code, hall, reversal, scan, scanned, verdicts, walk_in
from builders_seating import hall_said

from conference.commands.contests import settle_contest
from conference.commands.invitation_answers import decline_invitation, withdraw_invitation
from conference.commands.seating import adopt_hall, choose_reserve
from conference.store import Store
from events.attendance import EntryContested


def settle(store: Store, outcome: str, number: int = 0) -> None:
    one = shelf_of(store).contests.open[number]
    which = {"guest": one.guest, "entry": one.entry, "at": STAMP.at, "note": ""}
    settle_contest(store, STAMP, **HERE, **which, outcome=outcome)


def test_a_code_that_a_door_did_not_know_lets_nobody_in_by_itself(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    head, one = store.head(), scan("1", code(store, guest), shown="unlisted")
    assert verdicts(store, one, one) == ["contested", "contested"]
    assert verdicts(store, one) == ["contested"]
    ((kind, said),) = recorded(store, head)
    assert (kind, said["verdict"], said["door"]) == (EntryContested, "unlisted", "Cửa 1")
    assert shelf_of(store).attendance.present == 0
    settle(store, "stands")
    now = shelf_of(store)
    assert (now.attendance.present, now.contests.open) == (1, ())


def test_who_declined_and_may_stay_counts_as_invited_until_the_entry_is_taken_back(
    store: Store,
) -> None:
    (guest,) = hall(store, "Lan")
    decline_invitation(store, STAMP, **HERE, guest=guest, reason="đi công tác")
    entry = scan("1", code(store, guest), shown="unlisted")
    assert verdicts(store, entry) == ["contested"]
    settle(store, "stands")
    now = shelf_of(store)
    assert (now.attendance.present, now.attendance.absent) == (1, 0)
    assert [one.name for one in now.introductions.now if one.state == "present"] == ["Lan"]
    assert verdicts(store, reversal("1", entry)) == ["reversed"]
    row = shelf_of(store).guest_list.by_id[guest]
    assert (row.answer, row.reason, row.present) == ("declined", "đi công tác", False)


def test_a_code_that_no_door_takes_is_told_by_its_own_name(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    withdraw_invitation(store, STAMP, **HERE, guest=guest, reason="trùng")
    known = scan("1", code(store, guest), shown="unlisted")
    forged = scan("2", "không phải mã", shown="unlisted")
    assert verdicts(store, known, forged) == ["withdrawn", "unknown"]
    assert [one.verdict for one in shelf_of(store).contests.open] == ["withdrawn"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(store: Store, order: tuple[int, ...]) -> None:
    (guest,) = hall(store, "Lan")
    token = code(store, guest)
    sent = scan("1", token, shown="unlisted")
    good = scan("2", token, shown="admitted")
    for number in order:
        verdicts(store, (sent, good, reversal("1", sent))[number])
    assert (shelf_of(store).attendance.present, shelf_of(store).contests.open) == (1, ())


def test_a_walk_in_called_as_somebody_invited_is_waits_and_then_sits(store: Store) -> None:
    plan(store)
    adopt_hall(store, STAMP, **HERE, **hall_said(10, 10))
    choose_reserve(store, STAMP, **HERE, seats=["B-10"])
    one = walk_in("Hồ Văn C", namesake=True, shown="admitted")
    (outcome,) = scanned(store, one)
    now = shelf_of(store)
    assert (outcome.verdict, now.attendance.present) == ("contested", 0)
    assert [one.verdict for one in now.contests.open] == ["namesake"]
    assert now.seating_plan.free_reserve == ("B-10",)
    settle(store, "stands")
    now = shelf_of(store)
    assert (now.attendance.present, now.seating_plan.free_reserve) == (1, ())


def test_a_walk_in_who_was_the_invited_guest_is_nobody_else(store: Store) -> None:
    plan(store)
    verdicts(store, walk_in("Hồ Văn C", namesake=True, shown="admitted"))
    settle(store, "taken_back")
    (guest,) = shelf_of(store).guest_list.by_id.values()
    assert (guest.answer, guest.present) == ("withdrawn", False)
