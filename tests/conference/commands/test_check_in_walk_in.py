"""Walk-ins at a door: let in on somebody's word, once, with the next seat of the reserve."""

from dataclasses import replace

from builders import STAMP, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_door import reversal, scanned, verdicts, walk_in
from builders_seating import hall_said

from conference.commands.seating import adopt_hall, choose_reserve
from conference.store import Store
from events.attendance import CheckInReversed, GuestCheckedIn
from events.invitation import WalkInAdmitted
from events.invitation_answers import InvitationWithdrawn
from events.seating import ReserveSeatGiven, SeatVacated


def reserved(store: Store, *seats: str) -> None:
    """A planned conference with a hall that keeps these seats."""
    plan(store)
    adopt_hall(store, STAMP, **HERE, **hall_said(10, 10))
    choose_reserve(store, STAMP, **HERE, seats=list(seats))


def test_a_walk_in_is_invited_let_in_and_seated_as_one_save(store: Store) -> None:
    reserved(store, "B-10", "B-09")
    head = store.head()
    (outcome,) = scanned(store, walk_in("Hồ Văn C"))
    kinds = [kind for kind, _ in recorded(store, head)]
    assert kinds == [WalkInAdmitted, GuestCheckedIn, ReserveSeatGiven]
    guest = shelf_of(store).guest_list.by_id[outcome.guest]  # type: ignore[index]
    assert (outcome.verdict, guest.name, guest.note, guest.door) == (
        "admitted",
        "Hồ Văn C",
        "Trần Thị Đào",
        "Cửa 1",
    )
    assert shelf_of(store).seating_plan.seat_by_guest[guest.id] == "B-10"


def test_a_title_in_front_of_a_walk_ins_name_is_no_part_of_it(store: Store) -> None:
    plan(store)
    outcomes = scanned(store, walk_in("Bà Hồ Thị C"), walk_in("Ba Lan"))
    guests = [shelf_of(store).guest_list.by_id[one.guest] for one in outcomes]  # type: ignore[index]
    assert [(one.honorific, one.name) for one in guests] == [("Bà", "Hồ Thị C"), (None, "Ba Lan")]


def test_the_same_walk_in_sent_again_is_one_person(store: Store) -> None:
    plan(store)
    one = walk_in("Hồ Văn C")
    assert scanned(store, one, one) == scanned(store, one) + scanned(store, one)
    assert at_once(*[lambda: verdicts(store, one)] * 4) == [["admitted"]] * 4
    assert shelf_of(store).attendance.present == 1
    other = replace(one, who={**one.who, "name": "Người khác"})
    assert verdicts(store, other) == ["scan.other-content"]


def test_doors_that_race_for_the_reserve_give_every_seat_once(store: Store) -> None:
    seats = [f"B-{number:02d}" for number in range(1, 6)]
    reserved(store, *seats)
    acts = [lambda n=n: verdicts(store, walk_in(f"Khách {n}", door=f"Cửa {n}")) for n in range(8)]
    assert at_once(*acts) == [["admitted"]] * 8
    given = shelf_of(store).seating_plan.sittings
    assert sorted(given) == seats
    assert len({one.guest for one in given.values()}) == 5


def test_a_namesake_is_asked_about_and_nothing_is_kept(store: Store) -> None:
    plan(store)
    head, one = store.head(), walk_in("Hồ Văn C")
    assert verdicts(store, replace(one, namesake=True)) == ["namesake"]
    assert store.head() == head
    assert verdicts(store, one) == ["admitted"]


def test_a_walk_in_taken_back_is_nobodys_guest_and_frees_the_seat(store: Store) -> None:
    reserved(store, "B-10")
    one = walk_in("Hồ Văn C")
    verdicts(store, one)
    head = store.head()
    assert verdicts(store, reversal("1", one)) == ["reversed"]
    kinds = {kind for kind, _ in recorded(store, head)}
    assert kinds == {CheckInReversed, InvitationWithdrawn, SeatVacated}
    now = shelf_of(store)
    assert (now.attendance.invited, now.attendance.present) == (0, 0)
    assert now.seating_plan.free_reserve == ("B-10",)


def test_without_a_hall_or_a_reserve_a_walk_in_has_no_seat(store: Store) -> None:
    plan(store)
    assert verdicts(store, walk_in("Hồ Văn C")) == ["admitted"]
    assert shelf_of(store).seating_plan.seat_by_guest == {}
    assert shelf_of(store).guest_list.by_id.get(id("nobody")) is None
