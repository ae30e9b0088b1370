"""Reversals at a door: whose entry, within which time, in whatever order both arrive."""

from datetime import timedelta
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_commands import HERE, recorded, shelf_of
from builders_door import code, hall, reversal, scan, verdicts, walk_in

from conference.commands.check_in import check_in
from conference.commands.check_in_scan import Scan
from conference.commands.contests import settle_contest
from conference.commands.invitation_answers import withdraw_invitation
from conference.errors import Refused
from conference.store import Store
from conference.vault_door import MOST_EARLY
from events.attendance import CheckInReversed, ContestSettled, EntryContested, GuestCheckedIn
from events.base import Stamp

OTHER = Stamp(id("another door"), STAMP.at)


def by(stamp: Stamp, store: Store, *scans: Scan, overseer: bool = False) -> list[str]:
    said = {"scans": scans, "closed_at": None, "overseer": overseer}
    return [one.verdict or one.code for one in check_in(store, stamp, **HERE, **said)]


def present(store: Store) -> int:
    return shelf_of(store).attendance.present


@pytest.mark.parametrize(("seconds", "word"), [(120, "reversed"), (126, "too_late")])
def test_a_door_takes_back_its_own_entry_within_two_minutes(
    store: Store, seconds: int, word: str
) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    verdicts(store, one)
    late = STAMP.at + timedelta(seconds=seconds)
    assert verdicts(store, reversal("1", one, at=late)) == [word]
    assert present(store) == int(word == "too_late")


def test_another_doors_entry_is_the_supervisors(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    verdicts(store, one)
    late = STAMP.at + timedelta(hours=1)
    assert by(OTHER, store, reversal("1", one)) == ["not_yours"]
    assert by(OTHER, store, reversal("2", guest=guest)) == ["not_yours"]
    assert present(store) == 1
    assert by(OTHER, store, reversal("3", one, at=late), overseer=True) == ["reversed"]
    assert by(OTHER, store, reversal("4", guest=guest), overseer=True) == ["not_in"]
    assert present(store) == 0


def test_anothers_reversal_that_came_early_does_not_stand_in_the_way_of_ones_own(
    store: Store,
) -> None:
    """Whose the entry is, and when it was made, only the entry itself can tell."""
    (guest,) = hall(store, "Lan")
    one, late = scan("1", code(store, guest)), STAMP.at + timedelta(hours=1)
    assert by(OTHER, store, reversal("1", one)) == ["kept"]
    assert verdicts(store, reversal("2", one, at=late), reversal("3", one)) == ["kept"] * 2
    assert verdicts(store, one) == ["admitted"]
    assert present(store) == 0


def test_of_one_entry_so_many_early_reversals_are_kept_and_no_more(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    many = [reversal(f"{n}", one) for n in range(MOST_EARLY + 1)]
    assert by(OTHER, store, *many) == [*["kept"] * MOST_EARLY, "not_in"]
    assert by(OTHER, store, reversal("x", one)) == ["not_in"]
    assert (verdicts(store, one), present(store)) == (["admitted"], 1)


def test_a_reversal_sent_again_is_answered_the_same(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    verdicts(store, one)
    back = reversal("1", one)
    assert verdicts(store, back, back) + verdicts(store, back) == ["reversed"] * 3
    assert verdicts(store, reversal("2", one)) == ["not_in"]
    kinds = [kind for kind, _ in recorded(store, 0)]
    assert kinds.count(CheckInReversed) == 1


def test_a_reversal_that_comes_before_its_entry_waits_for_it(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one, other = scan("1", code(store, guest)), walk_in("Hồ Văn C")
    assert verdicts(store, reversal("1", one), reversal("2", other)) == ["kept", "kept"]
    assert verdicts(store, one, other) == ["admitted", "admitted"]
    kinds = [kind for kind, _ in recorded(store, 0)]
    assert (kinds.count(GuestCheckedIn), kinds.count(CheckInReversed)) == (2, 2)
    assert present(store) == 0


def test_a_reversal_that_may_not_be_waits_in_vain(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    assert by(OTHER, store, reversal("1", one)) == ["kept"]
    assert verdicts(store, one) == ["admitted"]
    assert present(store) == 1


def test_entries_of_a_request_are_decided_in_the_devices_order(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest), counter=1)
    again = scan("2", code(store, guest), counter=3)
    found = verdicts(store, again, reversal("1", one, counter=2), one)
    assert found == ["admitted", "reversed", "admitted"]
    assert present(store) == 1


def test_where_the_first_is_taken_back_the_other_doors_entry_stands(store: Store) -> None:
    (guest,) = hall(store, "Lan")
    one = scan("1", code(store, guest))
    two = scan("2", code(store, guest), door="Cửa 2", shown="admitted")
    verdicts(store, one)
    by(OTHER, store, two)
    head = store.head()
    assert verdicts(store, reversal("1", one)) == ["reversed"]
    kinds = [kind for kind, _ in recorded(store, head)]
    assert kinds == [CheckInReversed, ContestSettled, GuestCheckedIn]
    assert shelf_of(store).guest_list.by_id[guest].door == "Cửa 2"
    assert verdicts(store, reversal("2", two)) == ["not_yours"]
    assert by(OTHER, store, reversal("3", two)) == ["reversed"]
    assert present(store) == 0


def contested(store: Store) -> tuple[UUID, int]:
    """A guest whose withdrawn invitation a door let in; the version of what is contested."""
    (guest,) = hall(store, "Lan")
    withdraw_invitation(store, STAMP, **HERE, guest=guest, reason="trùng")
    verdicts(store, scan("1", code(store, guest), shown="admitted"))
    facts = (fact for _, fact in store.facts(0, 1_000))
    return guest, next(f.originator_version for f in facts if isinstance(f, EntryContested))


def settle(store: Store, guest: UUID, entry: int, outcome: str) -> None:
    said = {"note": "lãnh đạo đồng ý", "at": STAMP.at, "outcome": outcome}
    settle_contest(store, STAMP, **HERE, guest=guest, entry=entry, **said)  # type: ignore[arg-type]


def test_a_supervisor_lets_a_withdrawn_guest_stay(store: Store) -> None:
    guest, entry = contested(store)
    with pytest.raises(Refused) as refused:
        settle(store, guest, entry, "same_person")
    assert refused.value.code == "attendance.no-such-outcome"
    settle(store, guest, entry, "stands")
    assert present(store) == 1
    with pytest.raises(Refused) as refused:
        settle(store, guest, entry, "stands")
    assert refused.value.code == "attendance.nothing-contested"


def test_a_contested_entry_is_taken_back_by_its_door_or_by_a_supervisor(store: Store) -> None:
    guest, entry = contested(store)
    (one,) = [scan("1", shown="admitted")]
    assert verdicts(store, reversal("1", one)) == ["reversed"]
    with pytest.raises(Refused) as refused:
        settle(store, guest, entry, "taken_back")
    assert refused.value.code == "attendance.nothing-contested"
    assert present(store) == 0
