"""The rules that come first: pinned seats, the stage, the front by rank, stairs, lectern."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from uuid import UUID

from conference.planner import explain
from conference.planner.guest import Guest, Pins, by_precedence
from conference.planner.hall import Hall, Run, Seat, Side, free_runs
from conference.rules.seat_reasons import SeatReason


@dataclass
class Plan:
    """A seating being made: guests and reasons by seat; `kept` seats are not given to anybody."""

    hall: Hall
    by_seat: dict[str, UUID] = field(default_factory=dict)
    reasons: dict[str, SeatReason] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def seat(self, seat: str, guest: UUID, reason: SeatReason) -> None:
        self.by_seat[seat] = guest
        self.reasons[seat] = reason

    def is_free(self, seat: Seat) -> bool:
        return seat.label not in self.by_seat and seat.label not in self.kept

    def free_seats(self) -> list[Seat]:
        """The free seats of the rows, front to back and left to right."""
        return [seat for seat in self.hall.seats if self.is_free(seat)]

    def free_runs(self) -> list[Run]:
        return free_runs(self.hall, self.by_seat.keys() | self.kept)

    def row_behind(self) -> int:
        """The depth of the first row in which nobody sits by rank."""
        ranked = (s for s, reason in self.reasons.items() if reason.code in explain.BY_RANK)
        return max((self.hall.by_label[s].depth for s in ranked), default=0) + 1


def keep_pins(plan: Plan, pins: Pins, guests: Iterable[Guest]) -> list[Guest]:
    """Pinned guests keep their seats; the seat of one who does not come stays empty."""
    coming = {guest.id for guest in guests}
    seated = set()
    for seat, guest in pins.items():
        if seat in plan.hall.by_label and guest in coming:
            plan.seat(seat, guest, explain.pinned())
            seated.add(guest)
        plan.kept.add(seat)
    return [guest for guest in guests if guest.id not in seated]


def fill_stage(plan: Plan, guests: Iterable[Guest]) -> list[Guest]:
    """The presidium on the stage, the chair in the middle; who finds no place sits by rank."""
    free = [seat for seat in plan.hall.stage if plan.is_free(seat)]
    named = sorted(
        (g for g in guests if g.presidium is not None),
        key=lambda g: (g.presidium, by_precedence(g)),
    )
    for seat, guest in zip(free, named, strict=False):
        plan.seat(seat.label, guest.id, explain.on_stage(guest))
    seated = {guest.id for guest in named[: len(free)]}
    return [guest for guest in guests if guest.id not in seated]


def fitting(guests: Sequence[Guest], seats: int) -> tuple[list[Guest], list[Guest]]:
    """Who gets a seat when there are too few, and who does not: leaders first, then who goes on
    stage or speaks, then by precedence."""

    def need(guest: Guest) -> tuple[int, tuple[int, UUID]]:
        on_stage = guest.turn is not None or guest.speaker is not None
        return (0 if by_rank(guest) else 1 if on_stage else 2), by_precedence(guest)

    ordered = sorted(guests, key=need)
    return ordered[:seats], ordered[seats:]


def by_rank(guest: Guest) -> bool:
    """Whether the guest sits in front by rank: leaders, and the presidium's overflow."""
    return guest.leader or guest.presidium is not None


def fill_front(plan: Plan, leaders: Iterable[Guest]) -> None:
    """The front rows by precedence, from the middle outward."""
    ordered = sorted(leaders, key=by_precedence)
    seats = plan.hall.honoured(plan.free_seats())
    for seat, guest in zip(seats, ordered, strict=False):
        plan.seat(seat.label, guest.id, explain.by_rank(guest))


def fill_stairs(plan: Plan, recipients: Iterable[Guest]) -> None:
    """Recipients on the stairs' side in turn order, so that a turn stands up and walks together."""
    ordered = sorted(recipients, key=lambda g: (g.turn or 0, g.position, by_precedence(g)))
    sizes = [len(list(turn)) for _, turn in groupby(ordered, key=lambda g: g.turn)]
    blocks = side_rows(plan, plan.hall.stairs)
    tried = (
        seats_of_turns(sizes, rows) for rows in (blocks, joined(blocks, max(sizes, default=0)))
    )
    fitting = [seats for seats in tried if seats is not None]
    best = min(fitting, key=lambda seats: walking(sizes, seats), default=None)
    for seat, guest in zip(best or nearest_stairs(plan, blocks), ordered, strict=False):
        plan.seat(seat.label, guest.id, explain.receiving(guest))


def walking(sizes: Iterable[int], seats: Sequence[Seat]) -> tuple[int, int]:
    """How often a turn is parted by rows, then how far all walk to the stairs."""
    ends = list(accumulate(sizes, initial=0))
    turns = [{seat.depth for seat in seats[start:end]} for start, end in pairwise(ends)]
    return sum(len(rows) - 1 for rows in turns), sum(seat.to_stairs for seat in seats)


def side_rows(plan: Plan, side: Side) -> list[tuple[Seat, ...]]:
    """Free runs behind the leaders, those in the block at that side first, each from that side."""
    behind = plan.row_behind()
    runs = [run for run in plan.free_runs() if run.depth >= behind]
    blocks = {seat.depth: seat.block for seat in plan.hall.seats}

    def order(run: Run) -> tuple[int, int, int]:
        inward = run.block if side == "left" else blocks[run.depth] - run.block
        return inward, run.depth, run.x if side == "left" else -run.x

    return [run.from_side(side) for run in sorted(runs, key=order)]


def joined(runs: Iterable[tuple[Seat, ...]], seats: int) -> list[tuple[Seat, ...]]:
    """The first so many seats of each row, over its aisles: a turn may rather go on beyond an
    aisle than in the row behind."""
    rows: dict[int, tuple[Seat, ...]] = {}
    for run in runs:
        rows[run[0].depth] = (*rows.get(run[0].depth, ()), *run)
    return [rows[depth][:seats] for depth in sorted(rows)]


def seats_of_turns(sizes: Iterable[int], rows: Sequence[Sequence[Seat]]) -> list[Seat] | None:
    """The seats of all turns, one after another. A turn that does not fit in the rest of a row
    begins in the next that holds at least half of it. None when the rows do not suffice."""
    found: list[Seat] = []
    row, used = 0, 0
    for size in sizes:
        while row < len(rows) and size > len(rows[row]) - used:
            if not used and len(rows[row]) * 2 >= size:
                break
            row, used = row + 1, 0
        while size:
            if row == len(rows):
                return None
            taken = rows[row][used : used + size]
            found += taken
            size, used = size - len(taken), used + len(taken)
            if size:
                row, used = row + 1, 0
    return found


def nearest_stairs(plan: Plan, rows: Iterable[Sequence[Seat]]) -> list[Seat]:
    """The same rows without a gap between turns, then whatever else is free, nearest first."""
    first = [seat for row in rows for seat in row]
    known = {seat.label for seat in first}
    rest = [seat for seat in plan.free_seats() if seat.label not in known]
    return first + sorted(rest, key=lambda seat: (seat.to_stairs, seat.label))


def fill_lectern(plan: Plan, speakers: Iterable[Guest]) -> None:
    """Speakers by the lectern, behind the leaders, in the order of their speeches."""
    behind = plan.row_behind()
    runs = [sorted(run.seats, key=lambda s: s.to_lectern) for run in plan.free_runs()]
    near = sorted(runs, key=lambda run: (run[0].depth < behind, run[0].to_lectern, run[0].label))
    seats = [seat for run in near for seat in run]
    ordered = sorted(speakers, key=lambda g: (g.speaker or 0, by_precedence(g)))
    for seat, guest in zip(seats, ordered, strict=False):
        plan.seat(seat.label, guest.id, explain.speaking(guest))
