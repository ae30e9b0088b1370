"""What the planner's rules say of single guests, with the reason beside each seat."""

from dataclasses import replace

from builders import id
from builders_seating import a_hall, guests

from conference.planner.guest import Guest, Proposal
from conference.planner.hall import Hall
from conference.planner.search import propose


def plan(who: list[Guest], hall: Hall, pins: dict[str, str] | None = None) -> Proposal:
    return propose(who, {s: id(n) for s, n in (pins or {}).items()}, hall, seed=1)


def seats(proposal: Proposal, *names: str) -> list[str | None]:
    found = {placement.guest: placement.seat for placement in proposal.placements}
    return [found.get(id(name)) for name in names]


def why(proposal: Proposal, name: str) -> str:
    return next(str(p.reason) for p in proposal.placements if p.guest == id(name))


def test_the_chair_sits_in_the_middle_of_the_stage_whatever_the_rank() -> None:
    named = [
        replace(guest, presidium=order)
        for guest, order in zip(guests("secretary", "chair"), (1, 0), strict=True)
    ]
    found = plan(named, a_hall(4, presidium=3))
    assert seats(found, "chair", "secretary") == ["CT-02", "CT-01"]
    assert why(found, "chair") == "presidium n=1"


def test_who_finds_no_chair_on_the_stage_sits_in_front() -> None:
    named = [replace(guest, presidium=n) for n, guest in enumerate(guests("a", "b"))]
    assert seats(plan(named, a_hall(3, presidium=1)), "a", "b") == ["CT-01", "A-02"]


def test_leaders_sit_in_front_from_the_middle_outward() -> None:
    found = plan(guests("a", "b", "c", leader=True), a_hall(5, 5))
    assert seats(found, "a", "b", "c") == ["A-03", "A-04", "A-02"]
    assert why(found, "b") == "precedence n=2"


def test_a_turn_sits_together_by_the_stairs_with_its_first_nearest() -> None:
    leader = guests("leader", leader=True)
    turn = [
        Guest(id(f"{t}.{p}"), 10 * t + p, turn=t, position=p) for t in (1, 2) for p in (1, 2, 3)
    ]
    found = plan(leader + turn, a_hall(8, 8, 8, aisles=(4,)))
    names = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]
    assert seats(found, *names) == ["B-01", "B-02", "B-03", "C-01", "C-02", "C-03"]
    assert why(found, "2.3") == "recipient turn=2 position=3"


def test_a_turn_larger_than_the_block_goes_on_beyond_the_aisle_in_its_own_row() -> None:
    turn = [Guest(id(f"{t}.{p}"), p, turn=t, position=p) for t in (1, 2) for p in range(1, 7)]
    found = plan(turn, a_hall(12, 12, 12, 12, aisles=(4, 8)))
    assert seats(found, "1.1", "1.6", "2.1", "2.6") == ["A-01", "A-06", "B-01", "B-06"]


def test_stairs_on_the_other_side_mirror_the_turn() -> None:
    turn = [Guest(id(str(p)), p, turn=1, position=p) for p in (1, 2, 3)]
    found = plan(turn, a_hall(8, stairs="right", lectern="left"))
    assert seats(found, "1", "2", "3") == ["A-08", "A-07", "A-06"]


def test_speakers_sit_by_the_lectern_in_the_order_of_their_speeches() -> None:
    speakers = [Guest(id(str(n)), 9 - n, speaker=n) for n in (1, 2)]
    found = plan(guests("leader", leader=True) + speakers, a_hall(8, 8, lectern="right"))
    assert seats(found, "1", "2") == ["B-07", "B-06"]
    assert why(found, "1") == "speaker order=1"


def test_a_body_sits_together_rather_than_strictly_by_rank() -> None:
    body = guests("a", "b", "c", body="Vân Hòa")
    alone = [Guest(id("alone"), 0)]
    found = plan(alone + body, a_hall(3, 3))
    assert {seat[0] for seat in seats(found, "a", "b", "c") if seat} == {"B"}
    assert why(found, "a") == "body together=3 parts=1"
    assert why(found, "alone") == "place n=0"


def test_a_body_larger_than_a_row_fills_rows_behind_each_other() -> None:
    body = guests(*"abcdef", body="Vân Hòa")
    found = plan(body, a_hall(6, 6, 6, aisles=(3,)))
    taken = {seat[:1] for seat in seats(found, *"abcdef") if seat}
    assert len(taken) <= 2
    assert why(found, "a") == "body together=6 parts=2"


def test_a_substitute_is_told_that_rank_is_not_inherited() -> None:
    found = plan(guests("deputy", substitute=True), a_hall(2))
    assert why(found, "deputy") == "substitute n=1 together=1"


def test_a_pinned_guest_keeps_the_seat_and_the_others_sit_around() -> None:
    found = plan(guests("a", "b", leader=True), a_hall(3), {"A-02": "b"})
    assert seats(found, "a", "b") == ["A-03", "A-02"]
    assert why(found, "b") == "pinned"


def test_the_seat_pinned_for_somebody_who_does_not_come_stays_empty() -> None:
    found = plan(guests("a", leader=True), a_hall(1), {"A-01": "gone"})
    assert found.placements == ()
    assert found.unseated == ((id("a"), "no-seat"),)


def test_who_will_not_come_gets_no_seat() -> None:
    found = plan(guests("a", absent=True), a_hall(2))
    assert found.unseated == ((id("a"), "absent"),)


def test_too_few_seats_go_to_leaders_and_to_who_goes_on_stage() -> None:
    who = guests("a", "b") + guests("leader", leader=True) + guests("recipient", turn=1)
    found = plan(who, a_hall(3))
    assert found.unseated == ((id("b"), "no-seat"),)
