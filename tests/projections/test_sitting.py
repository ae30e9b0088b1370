"""Who sits where: each fact of the seating over the seats before it."""

from typing import Any

from builders import KIEN_GIANG, STAMP, id
from builders_conference import a_conference
from builders_invitation import facts_of
from builders_seating import hall_said
from immutables import Map

from conference.domain.seating import Seating
from projections.sitting import Sitting, Sittings, sat


def sittings(*acts: Any) -> dict[str, Sitting]:
    """The seats after these acts in a hall of two rows of four."""
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    seating.adopt_hall(STAMP, **hall_said())
    for act in acts:
        act(seating)
    taken: Sittings = Map()
    for fact in facts_of(seating):
        taken = sat(fact, taken)
    return dict(taken)


def accept(**seats: str) -> Any:
    taken = [
        {"seat": seat.replace("_", "-"), "guest": id(name), "reason": "place n=1"}
        for seat, name in seats.items()
    ]
    return lambda s: s.accept_seating(STAMP, seats=taken, seed=1)


def pin(seat: str, name: str) -> Any:
    return lambda s: s.pin_seat(STAMP, seat, id(name), "gần lối đi")


A, B = Sitting(id("a"), "place n=1"), Sitting(id("b"), "place n=1")


def test_a_proposal_replaces_what_was() -> None:
    assert sittings(accept(A_01="x"), accept(A_01="a", A_02="b")) == {"A-01": A, "A-02": B}


def test_a_pinned_seat_stays_pinned_with_its_note_through_a_proposal() -> None:
    kept = Sitting(id("a"), "pinned", pinned=True, note="gần lối đi")
    assert sittings(pin("A-01", "a"), accept(A_02="b")) == {"A-01": kept, "A-02": B}


def test_who_is_pinned_leaves_the_seat_before() -> None:
    moved = sittings(accept(A_01="a"), pin("B-01", "a"))
    assert moved == {"B-01": Sitting(id("a"), "pinned", pinned=True, note="gần lối đi")}


def test_an_unpinned_guest_stays_for_the_reason_of_the_pin() -> None:
    unpinned = sittings(pin("A-01", "a"), lambda s: s.unpin_seat(STAMP, "A-01"))
    assert unpinned == {"A-01": Sitting(id("a"), "pinned")}


def test_two_change_places_and_one_moves_to_an_empty_seat() -> None:
    both = (accept(A_01="a", A_02="b"), lambda s: s.swap_seats(STAMP, "A-01", "A-02"))
    assert sittings(*both) == {
        "A-01": Sitting(id("b"), "swapped"),
        "A-02": Sitting(id("a"), "swapped"),
    }
    for pair in (("A-01", "B-01"), ("B-01", "A-01")):
        moved = sittings(accept(A_01="a"), lambda s, p=pair: s.swap_seats(STAMP, *p))
        assert moved == {"B-01": Sitting(id("a"), "swapped")}


def test_a_vacated_seat_and_one_that_the_hall_lost_are_empty() -> None:
    acts = (accept(A_01="a", A_02="b"), lambda s: s.vacate_seat(STAMP, "A-01", "ốm"))
    assert sittings(*acts) == {"A-02": B}
    assert sittings(*acts, lambda s: s.adopt_hall(STAMP, **hall_said(1, 1))) == {}


def test_a_fact_of_another_noun_leaves_the_same_seats() -> None:
    taken: Sittings = Map()
    for fact in facts_of(a_conference()):
        assert sat(fact, taken) is taken
