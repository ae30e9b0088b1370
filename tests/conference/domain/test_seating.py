"""The rules of the seating: one guest a seat, one seat a guest, pinned seats stay."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, id, then, told
from builders_seating import a_seating, hall_said, rows
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.seating import MOST_ROWS, MOST_SEATS, Seating
from conference.errors import ConferenceError, NotFound, Refused
from events.seating import (
    HallAdopted,
    SeatingAccepted,
    SeatPinned,
    SeatsSwapped,
    SeatUnpinned,
    SeatVacated,
)


def taken(*pairs: tuple[str, str], reason: str = "place n=1") -> list[Any]:
    return [{"seat": seat, "guest": id(name), "reason": reason} for seat, name in pairs]


def sitting(seating: Seating) -> dict[str, Any]:
    return {seat: now.guest for seat, now in seating.sitting.items()}


def test_a_hall_is_adopted_once() -> None:
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    seating.collect_events()
    for _ in range(2):
        seating.adopt_hall(STAMP, **hall_said(4, 3, unusable=["B-01", "B-01"]))
    assert told(then(seating)) == [(HallAdopted, hall_said(4, 3, unusable=["B-01"]))]


@pytest.mark.parametrize(
    ("hall", "code"),
    [
        (hall_said() | {"rows": []}, "seating.rows"),
        (hall_said() | {"rows": rows(*[1] * 26) * 8}, "seating.rows"),
        (hall_said() | {"rows": rows(1) * 2}, "seating.row-twice"),
        (hall_said() | {"rows": [{"label": "CT", "seats": 2, "aisles": []}]}, "seating.row-label"),
        (hall_said(MOST_SEATS + 1), "seating.row-seats"),
        (hall_said(0), "seating.row-seats"),
        (hall_said() | {"rows": [{"label": "A", "seats": 4, "aisles": [4]}]}, "seating.aisle"),
        (hall_said() | {"rows": [{"label": "A", "seats": 4, "aisles": [2, 1]}]}, "seating.aisle"),
        (hall_said(unusable=["Z-01"]), "seating.unusable-unknown"),
        (hall_said(presidium=61), "seating.presidium"),
        (hall_said(stairs="middle"), "seating.side"),
    ],
)
def test_a_hall_that_cannot_be_is_refused(hall: dict[str, Any], code: str) -> None:
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    with pytest.raises(Refused) as refused:
        seating.adopt_hall(STAMP, **hall)
    assert refused.value.code == code


def test_the_largest_hall_is_adopted() -> None:
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    largest = [{"label": str(n), "seats": MOST_SEATS, "aisles": []} for n in range(MOST_ROWS)]
    seating.adopt_hall(STAMP, **hall_said() | {"rows": largest})
    assert len(seating.usable) == MOST_ROWS * MOST_SEATS + 3


def test_who_sits_where_no_seat_is_any_more_loses_it() -> None:
    seating = a_seating(("A-01", "a"), ("B-04", "b"))
    seating.adopt_hall(STAMP, **hall_said(4, 3))
    assert sitting(seating) == {"A-01": id("a")}
    assert [type(fact) for fact in then(seating)] == [HallAdopted]


def test_without_a_hall_nobody_sits() -> None:
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    with pytest.raises(Refused, match=r"seating\.no-hall"):
        seating.accept_seating(STAMP, seats=taken(("A-01", "a")), seed=1)


def test_a_proposal_is_accepted_whole_and_once() -> None:
    seating = a_seating(("A-01", "old"))
    for _ in range(2):
        seating.accept_seating(STAMP, seats=taken(("A-02", "a"), ("CT-01", "b")), seed=7)
    seats = taken(("A-02", "a"), ("CT-01", "b"))
    assert told(then(seating)) == [(SeatingAccepted, {"seats": seats, "seed": 7})]
    assert sitting(seating) == {"A-02": id("a"), "CT-01": id("b")}


@pytest.mark.parametrize(
    ("seats", "code"),
    [
        ([("A-01", "a"), ("A-01", "b")], "seating.seat-twice"),
        ([("A-01", "a"), ("A-02", "a")], "seating.guest-twice"),
        ([("A-04", "a")], "seating.seat-unusable"),
        ([("A-03", "other")], "seating.pin-lost"),
        ([("A-01", "pinned")], "seating.pin-lost"),
    ],
)
def test_a_proposal_against_the_rules_is_refused(seats: list[Any], code: str) -> None:
    seating = a_seating(unusable=["A-04"])
    seating.pin_seat(STAMP, "A-03", id("pinned"), "")
    seating.collect_events()
    with pytest.raises(Refused) as refused:
        seating.accept_seating(STAMP, seats=taken(*seats), seed=1)
    assert (refused.value.code, then(seating)) == (code, [])


def test_a_seat_of_another_hall_is_not_found() -> None:
    with pytest.raises(NotFound):
        a_seating().accept_seating(STAMP, seats=taken(("C-01", "a")), seed=1)


def test_a_pinned_seat_that_a_proposal_does_not_name_stays_in_it() -> None:
    seating = a_seating()
    seating.pin_seat(STAMP, "B-01", id("pinned"), "")
    seating.collect_events()
    seating.accept_seating(STAMP, seats=taken(("A-01", "a")), seed=1)
    kept = taken(("B-01", "pinned"), reason="pinned")
    expected = {"seats": taken(("A-01", "a")) + kept, "seed": 1}
    assert told(then(seating)) == [(SeatingAccepted, expected)]
    assert seating.sitting["B-01"].pinned


def test_a_guest_is_pinned_where_he_sits_or_moves_there() -> None:
    seating = a_seating(("A-01", "a"))
    seating.pin_seat(STAMP, "B-02", id("a"), "gần lối đi")
    seating.pin_seat(STAMP, "B-02", id("a"), "again")
    expected = {"seat": "B-02", "guest": id("a"), "reason": "gần lối đi"}
    assert told(then(seating)) == [(SeatPinned, expected)]
    assert sitting(seating) == {"B-02": id("a")}


def test_a_taken_seat_is_not_pinned_for_another() -> None:
    seating = a_seating(("A-01", "a"))
    with pytest.raises(Refused, match=r"seating\.seat-taken"):
        seating.pin_seat(STAMP, "A-01", id("b"), "")
    assert then(seating) == []


def test_a_pinned_guest_is_not_pinned_elsewhere() -> None:
    seating = a_seating()
    seating.pin_seat(STAMP, "A-01", id("a"), "")
    with pytest.raises(Refused, match=r"seating\.guest-pinned"):
        seating.pin_seat(STAMP, "A-02", id("a"), "")


def test_an_unpinned_guest_stays_until_moved() -> None:
    seating = a_seating()
    seating.pin_seat(STAMP, "A-01", id("a"), "")
    seating.collect_events()
    for _ in range(2):
        seating.unpin_seat(STAMP, "A-01")
    assert told(then(seating)) == [(SeatUnpinned, {"seat": "A-01"})]
    assert sitting(seating) == {"A-01": id("a")}


def test_two_guests_change_places() -> None:
    seating = a_seating(("A-01", "a"), ("A-02", "b"))
    seating.swap_seats(STAMP, "A-01", "A-02")
    assert told(then(seating)) == [(SeatsSwapped, {"seat": "A-01", "other": "A-02"})]
    assert sitting(seating) == {"A-01": id("b"), "A-02": id("a")}


def test_changing_places_with_nobody_is_a_move() -> None:
    seating = a_seating(("A-01", "a"))
    seating.swap_seats(STAMP, "B-01", "A-01")
    assert sitting(seating) == {"B-01": id("a")}


@pytest.mark.parametrize(("seat", "other"), [("A-01", "A-01"), ("A-02", "A-03")])
def test_an_exchange_that_moves_nobody_records_nothing(seat: str, other: str) -> None:
    seating = a_seating(("A-01", "a"))
    seating.swap_seats(STAMP, seat, other)
    assert then(seating) == []


def test_a_pinned_guest_does_not_change_places() -> None:
    seating = a_seating(("A-01", "a"))
    seating.pin_seat(STAMP, "A-01", id("a"), "")
    with pytest.raises(Refused, match=r"seating\.seat-pinned"):
        seating.swap_seats(STAMP, "A-02", "A-01")


def test_a_seat_is_vacated_once() -> None:
    seating = a_seating(("A-01", "a"))
    for _ in range(2):
        seating.vacate_seat(STAMP, "A-01", "ốm")
    assert told(then(seating)) == [(SeatVacated, {"seat": "A-01", "reason": "ốm"})]
    assert sitting(seating) == {}


SEATS = st.sampled_from(["A-01", "A-02", "A-03", "B-01", "B-04", "CT-01"])
NAMES = st.sampled_from("abcd")
ACTS: dict[str, Callable[[Seating, str, str, str], None]] = {
    "pin": lambda s, seat, _, name: s.pin_seat(STAMP, seat, id(name), ""),
    "unpin": lambda s, seat, _, __: s.unpin_seat(STAMP, seat),
    "swap": lambda s, seat, other, _: s.swap_seats(STAMP, seat, other),
    "vacate": lambda s, seat, _, __: s.vacate_seat(STAMP, seat, ""),
    "accept": lambda s, seat, _, n: s.accept_seating(STAMP, seats=taken((seat, n)), seed=1),
    "shrink": lambda s, _, __, ___: s.adopt_hall(STAMP, **hall_said(4, 3)),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), SEATS, SEATS, NAMES), max_size=15))
def test_a_guest_never_has_two_seats_nor_a_pinned_one_lost(acts: list[Any]) -> None:
    seating = a_seating()
    for act, seat, other, name in acts:
        pins = {(s, now.guest) for s, now in seating.sitting.items() if now.pinned}
        try:
            ACTS[act](seating, seat, other, name)
        except ConferenceError:
            continue
        guests = [now.guest for now in seating.sitting.values()]
        assert len(set(guests)) == len(guests)
        assert seating.sitting.keys() <= seating.usable
        if act in ("accept", "swap"):
            assert pins <= {(s, now.guest) for s, now in seating.sitting.items()}
