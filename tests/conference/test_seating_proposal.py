"""From documents to a proposal: who leads, receives, speaks, chairs, and what would change."""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_seating import a_party

from conference.commands.seating import accept_seating, pin_seat
from conference.config import Settings
from conference.domain.invitation import Invitation
from conference.errors import Refused
from conference.seating_proposal import Compared, coming, compared
from conference.store import Store
from projections.library import Library, Shelf


class House:
    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def shelf(self) -> Shelf:
        return Library(self.store.facts).shelf(KIEN_GIANG)

    def proposal(self, seed: int = 1) -> Compared:
        return compared(self.shelf, seed)

    def change(self, name: str, act: Any) -> None:
        self.store.change(Invitation, id(name), act)


@pytest.fixture
def house(settings: Settings) -> Iterator[House]:
    store = Store(settings)
    yield House(store)
    store.close()


def reasons(both: Compared) -> dict[str | None, tuple[str, str]]:
    placed = both.proposal.placements
    return {both.guests[p.seat].name: (p.seat, str(p.reason)) for p in placed}


def test_everybody_sits_where_the_documents_say(house: House) -> None:
    a_party(house.store)
    found = reasons(house.proposal())
    assert found["Chủ Trì"] == ("CT-02", "presidium n=1")
    assert found["Bí Thư"] == ("A-07", "precedence n=1")
    assert [found[f"Nhận {n}"] for n in (1, 2, 3)] == [
        ("B-01", "recipient turn=1 position=1"),
        ("B-02", "recipient turn=1 position=2"),
        ("B-03", "recipient turn=1 position=3"),
    ]
    assert found["An Biên"][1] == "speaker order=1"
    assert found["Bác Sĩ"][1] == "speaker order=2"
    assert found["Vân Hòa 2"][1] == "body together=3 parts=1"


def test_a_proposal_says_what_it_would_change(house: House) -> None:
    a_party(house.store)
    first = house.proposal()
    assert (first.count("new"), first.count("kept")) == (10, 0)
    seats = [
        {"seat": one.seat, "guest": one.guest, "reason": str(one.reason)}
        for one in first.proposal.placements
    ]
    known = coming(house.shelf)
    here: dict[str, Any] = {"conference_id": KIEN_GIANG, "coming": known}
    accept_seating(house.store, STAMP, **here, seats=seats, seed=1)
    again = house.proposal()
    assert (again.count("kept"), again.proposal) == (10, first.proposal)
    pin_seat(house.store, STAMP, **here, seat="C-12", guest=id("Bí Thư"))
    kept = next(move for move in house.proposal().moves if move.guest.name == "Bí Thư")
    assert (kept.kind, kept.then, kept.reason) == ("kept", "C-12", "pinned")


def test_who_does_not_come_gets_no_seat(house: House) -> None:
    a_party(house.store)
    house.change("Bí Thư", lambda guest: guest.decline(STAMP, "ốm"))
    house.change("Bác Sĩ", lambda guest: guest.excuse_absence(STAMP, "đi công tác"))
    both = house.proposal()
    assert "Bí Thư" not in reasons(both)
    assert [(move.guest.name, move.reason) for move in both.moves if move.kind == "left"] == [
        ("Bác Sĩ", "absent")
    ]
    assert coming(house.shelf)[id("Bí Thư")] is False


def test_a_substitute_keeps_the_duty_and_not_the_rank(house: House) -> None:
    a_party(house.store)
    who: dict[str, Any] = {"name": "Người Thay", "honorific": None, "post": "Chuyên viên"}
    house.change("Bí Thư", lambda guest: guest.name_substitute(STAMP, **who))
    assert reasons(house.proposal())["Bí Thư"][1].startswith("substitute ")


def test_without_a_hall_nothing_is_proposed(house: House) -> None:
    a_party(house.store, hall=())
    with pytest.raises(Refused, match=r"seating\.no-hall"):
        house.proposal()
