"""What may be asked of the seating, on real stores: fields, guests, and who races for a seat."""

from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_seating import hall_said, rows
from marshmallow import ValidationError

from conference.commands.seating import (
    AcceptSeating,
    AdoptHall,
    accept_seating,
    adopt_hall,
    pin_seat,
    swap_seats,
    unpin_seat,
    vacate_seat,
)
from conference.config import Settings
from conference.domain.seating import Seating
from conference.errors import NotFound, Refused, Stale
from conference.store import Store

GUESTS = [f"guest {number}" for number in range(24)]
COMING = {id(name): True for name in GUESTS}
SEATING = Seating.id_of(KIEN_GIANG)
HERE: dict[str, Any] = {"conference_id": KIEN_GIANG}


@pytest.fixture
def hall(store: Store) -> Store:
    """A store with a seating in a hall of two rows of four."""
    store.create(Seating.begin_for(STAMP, KIEN_GIANG))
    adopt_hall(store, STAMP, **HERE, **hall_said())
    return store


def sitting(store: Store) -> dict[str, Any]:
    return {seat: now.guest for seat, now in store.load(Seating, SEATING).sitting.items()}


def taken(**pairs: str) -> list[dict[str, Any]]:
    return [
        {"seat": seat.replace("_", "-"), "guest": id(name), "reason": "place n=1"}
        for seat, name in pairs.items()
    ]


def test_a_seating_is_accepted_changed_and_cleared(hall: Store) -> None:
    accept_seating(hall, STAMP, **HERE, coming=COMING, seats=taken(A_01="guest 1"), seed=3)
    pin_seat(hall, STAMP, **HERE, coming=COMING, seat="A-02", guest=id("guest 2"))
    unpin_seat(hall, STAMP, **HERE, seat="A-02")
    swap_seats(hall, STAMP, **HERE, seat="A-01", other="A-02")
    assert sitting(hall) == {"A-01": id("guest 2"), "A-02": id("guest 1")}
    vacate_seat(hall, STAMP, **HERE, seat="A-01")
    assert sitting(hall) == {"A-02": id("guest 1")}


def test_only_guests_who_come_are_seated(hall: Store) -> None:
    declined = {id("guest 1"): False}
    for guests, error in ((declined, Refused), ({}, NotFound)):
        with pytest.raises(error):
            accept_seating(hall, STAMP, **HERE, coming=guests, seats=taken(A_01="guest 1"), seed=1)
        with pytest.raises(error):
            pin_seat(hall, STAMP, **HERE, coming=guests, seat="A-01", guest=id("guest 1"))
    assert sitting(hall) == {}


def test_a_seating_proposed_for_another_state_is_stale(hall: Store) -> None:
    before = hall.load(Seating, SEATING).version
    pin_seat(hall, STAMP, **HERE, coming=COMING, seat="A-02", guest=id("guest 2"))
    with pytest.raises(Stale):
        accept_seating(
            hall,
            STAMP,
            **HERE,
            coming=COMING,
            seats=taken(A_01="guest 1"),
            seed=1,
            expecting=before,
        )


def test_sixteen_threads_racing_for_a_seat_seat_one_guest(hall: Store) -> None:
    def race(name: str) -> bool:
        try:
            pin_seat(hall, STAMP, **HERE, coming=COMING, seat="A-01", guest=id(name))
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        won = list(pool.map(race, GUESTS[:16]))
    assert sum(won) == 1
    assert sitting(hall) == {"A-01": id(GUESTS[won.index(True)])}


def race_for_seats(settings: Settings, first: int) -> list[tuple[str, int]]:
    """One process: six guests, each of whom wants the seats one after another until one is free."""
    store = Store(settings)
    got = []
    for number in range(first, first + 6):
        for seat in ("A-01", "A-02", "A-03", "A-04", "B-01", "B-02", "B-03", "B-04"):
            try:
                pin_seat(store, STAMP, **HERE, coming=COMING, seat=seat, guest=id(GUESTS[number]))
            except Refused:
                continue
            got.append((seat, number))
            break
    store.close()
    return got


def test_four_processes_racing_for_seats_never_seat_two_on_one(
    any_settings: Settings,
) -> None:
    store = Store(any_settings)
    store.create(Seating.begin_for(STAMP, KIEN_GIANG))
    adopt_hall(store, STAMP, **HERE, **hall_said())
    with get_context("spawn").Pool(4) as pool:
        work = [(any_settings, first) for first in (0, 6, 12, 18)]
        got = [one for won in pool.starmap(race_for_seats, work) for one in won]
    assert len({seat for seat, _ in got}) == len({number for _, number in got}) == len(got) == 8
    assert sitting(store) == {seat: id(GUESTS[number]) for seat, number in got}
    store.close()


def test_a_hall_is_said_in_lines_or_in_objects() -> None:
    asked = {"name": "Hội trường", "rows": "A-B 4", "unusable": "A-01, B-02"}
    by_lines = AdoptHall().load(asked)
    by_objects = AdoptHall().load({**asked, "rows": rows(4, 4), "unusable": ["A-01", "B-02"]})
    expected = hall_said(presidium=0, unusable=["A-01", "B-02"])
    assert by_lines == by_objects == expected


def test_seats_are_said_in_lines_or_in_objects() -> None:
    line = f"A-01 {id('guest 1')} recipient turn=2 position=5\n"
    one = {"seat": "A-01", "guest": id("guest 1"), "reason": "recipient turn=2 position=5"}
    asked = [{**one, "guest": str(one["guest"])}]
    assert AcceptSeating().load({"seats": line, "seed": "7"}) == {"seats": [one], "seed": 7}
    assert AcceptSeating().load({"seats": asked}) == {"seats": [one], "seed": 0}


@pytest.mark.parametrize(
    ("schema", "said", "code"),
    [
        (AdoptHall, {"rows": "A four"}, "field.hall-lines"),
        (AdoptHall, {"rows": [{"label": "A", "seats": 201}]}, "field.range"),
        (AdoptHall, {"rows": [{"label": "A"}]}, "field.required"),
        (AdoptHall, {"rows": ["A"]}, "field.list"),
        (AdoptHall, {"rows": []}, "field.rows"),
        (AdoptHall, {"rows": 7}, "field.list"),
        (AcceptSeating, {"seats": "A-01"}, "field.required"),
        (AcceptSeating, {"seats": "A-01 nobody"}, "field.id"),
        (AcceptSeating, {"seats": f"A-01 {id('a')} whim"}, "field.reason"),
        (AcceptSeating, {"seats": {"A-01": "a"}}, "field.list"),
    ],
)
def test_a_list_that_is_not_understood_is_refused(schema: Any, said: Any, code: str) -> None:
    with pytest.raises(ValidationError) as error:
        schema().load({"name": "Hội trường", **said})
    (field,) = said
    assert error.value.normalized_messages()[field] == [code]
