"""The seating as a document: every seat with its guest and why, who has none, what to look at."""

from typing import Any

from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_seating import hall_said
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.invitation import Invitation
from conference.domain.seating import Seating
from conference.errors import ConferenceError
from events.base import Fact
from events.seating import HallRow
from projections import seating_plan as document
from projections.seat import Seat
from projections.seating_plan import Hall, SeatingPlan, Unseated


def invited(name: str, **said: Any) -> Invitation:
    usual = {"kind": "person", "name": name, "honorific": None, "post": "Giám đốc", "body": "Sở"}
    place = {"group": "Sở, ban, ngành", "bloc": "agency", "order": 5}
    return Invitation.issue(STAMP, id(name), KIEN_GIANG, **usual, **place, **said)


class House:
    """Facts of a seating and of its guests, and the document they make."""

    def __init__(self, *names: str, **hall: Any) -> None:
        self.seating = Seating.begin_for(STAMP, KIEN_GIANG)
        self.guests = {name: invited(name, post_rank=n) for n, name in enumerate(names, 1)}
        self.facts: list[Fact] = []
        self.seating.adopt_hall(STAMP, **hall_said(2, 1, presidium=1, **hall))

    def accept(self, **seats: str) -> None:
        taken = [
            {"seat": seat.replace("_", "-"), "guest": id(name), "reason": "precedence n=1"}
            for seat, name in seats.items()
        ]
        self.seating.accept_seating(STAMP, seats=taken, seed=1)

    def plan(self) -> SeatingPlan:
        for noun in (*self.guests.values(), self.seating):
            self.facts += noun.collect_events()  # type: ignore[arg-type]
        return folded(document, self.facts)  # type: ignore[no-any-return]


def test_the_whole_document() -> None:
    house = House("a", "b", unusable=["A-02"])
    house.accept(A_01="b")
    plan = house.plan()
    rows = (HallRow(label="A", seats=2, aisles=[]), HallRow(label="B", seats=1, aisles=[]))
    assert plan.hall == Hall("Hội trường", rows, 1, "left", "right", frozenset({"A-02"}))
    assert plan.seats == (
        Seat("CT-01", "CT", 1),
        Seat("A-01", "A", 1, guest=plan.guests[id("b")], reason="precedence n=1"),
        Seat("A-02", "A", 2, usable=False),
        Seat("B-01", "B", 1),
    )
    assert plan.unseated == (Unseated(plan.guests[id("a")], "not-yet"),)
    assert (plan.seated, plan.usable, plan.version) == (1, 3, house.seating.version)


def test_without_a_hall_everybody_waits() -> None:
    plan = folded(document, list(invited("a").collect_events()))  # type: ignore[arg-type]
    assert (plan.seats, len(plan.unseated)) == ((), 1)


def test_who_declines_leaves_the_seat_visibly() -> None:
    house = House("a")
    house.accept(A_01="a")
    house.guests["a"].decline(STAMP, "ốm")
    plan = house.plan()
    seat = plan.by_label["A-01"]
    assert (seat.guest, seat.freed) == (None, plan.guests[id("a")])
    assert [(w.code, w.seat) for w in plan.warnings] == [("declined", "A-01")]
    assert (plan.seated, plan.unseated) == (0, ())


def test_a_substitute_is_shown_where_a_rank_was_seated() -> None:
    house = House("a")
    house.accept(A_01="a")
    house.guests["a"].name_substitute(STAMP, name="B", honorific=None, post="Phó Giám đốc")
    plan = house.plan()
    assert plan.by_label["A-01"].guest.coming == "B"  # type: ignore[union-attr]
    assert [(w.code, w.seat) for w in plan.warnings] == [("substituted", "A-01")]


def test_an_excused_guest_is_pointed_out_until_he_comes() -> None:
    house = House("a", "b")
    house.accept(A_01="a")
    for name in "ab":
        house.guests[name].excuse_absence(STAMP, "đi công tác")
    plan = house.plan()
    assert [w.code for w in plan.warnings] == ["excused"]
    assert [one.reason for one in plan.unseated] == ["absent"]
    house.guests["a"].check_in(STAMP, door="1", device="d", at=at("07:30"), scan_id=None)
    assert house.plan().warnings == ()


def test_guests_of_another_site_need_no_seat_here() -> None:
    there = invited("there", site="an-bien")
    plan = folded(document, list(there.collect_events()))  # type: ignore[arg-type]
    assert plan.unseated == ()


def test_an_arrival_leaves_the_same_document() -> None:
    house = House("a")
    house.plan()
    house.guests["a"].check_in(STAMP, door="1", device="d", at=at("07:30"), scan_id=None)
    plan = folded(document, house.facts)
    (arrival,) = house.guests["a"].collect_events()
    assert document.evolve(arrival, plan) is plan  # type: ignore[arg-type]


ACTS = ("accept", "pin", "unpin", "swap", "vacate", "shrink")
SEATS = st.sampled_from(["A-01", "A-02", "B-01", "CT-01"])


@given(
    st.lists(st.tuples(st.sampled_from(ACTS), SEATS, SEATS, st.sampled_from("abc")), max_size=15)
)
def test_document_and_aggregate_agree_on_who_sits_where(acts: list[Any]) -> None:
    house = House(*"abc")
    for act, seat, other, name in acts:
        try:
            carry_out(house, act, seat, other, name)
        except ConferenceError:
            continue
    plan = house.plan()
    now = {seat: (one.guest, one.reason, one.pinned) for seat, one in plan.sittings.items()}
    expected = house.seating.sitting.items()
    assert now == {seat: (one.guest, one.reason, one.pinned) for seat, one in expected}
    assert plan.version == house.seating.version


def carry_out(house: House, act: str, seat: str, other: str, name: str) -> None:
    if act == "accept":
        house.accept(**{seat.replace("-", "_"): name})
    elif act == "pin":
        house.seating.pin_seat(STAMP, seat, id(name), "note")
    elif act == "swap":
        house.seating.swap_seats(STAMP, seat, other)
    elif act == "shrink":
        house.seating.adopt_hall(STAMP, **hall_said(1, 1, presidium=1))
    elif act == "unpin":
        house.seating.unpin_seat(STAMP, seat)
    else:
        house.seating.vacate_seat(STAMP, seat, "")
