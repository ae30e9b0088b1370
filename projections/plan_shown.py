"""The plan as its page shows it: who is found, what is beside a turn, what is off the stage, how
far objects are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from conference.rules.names import found
from conference.rules.seats import STAGE
from projections.award_book import AwardBook
from projections.award_plan import Instrument, Line
from projections.guest import Guest
from projections.library import Shelf
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Recipient, Turn

UNSAID = "unsaid"
"""The readiness of objects of which nobody has said anything."""

STEPS = ("drafted", "signed", "sealed", "framed", "on_tray")


@dataclass(frozen=True)
class Beside:
    """What stands beside a turn: the turns before which it would go one step `up` or `down` (None:
    last), and those of the same instrument, award and placing next to it."""

    up: UUID | None
    down: UUID | None
    earlier: UUID | None
    later: UUID | None
    first_of_later: UUID | None


def beside(turns: Sequence[Turn]) -> dict[UUID, Beside]:
    kin: dict[tuple[UUID, str, int | None], list[Turn]] = {}
    for turn in turns:
        kin.setdefault((turn.instrument, turn.award, turn.placing), []).append(turn)
    near: dict[UUID, tuple[Turn | None, Turn | None]] = {}
    for like in kin.values():
        for n, turn in enumerate(like):
            later = like[n + 1] if n + 1 < len(like) else None
            near[turn.id] = (like[n - 1] if n else None, later)
    ids = [turn.id for turn in turns]
    shown = {}
    for n, turn in enumerate(turns):
        earlier, later = near[turn.id]
        shown[turn.id] = Beside(
            ids[max(0, n - 1)],
            ids[n + 2] if n + 2 < len(ids) else None,
            earlier.id if earlier else None,
            later.id if later else None,
            later.recipients[0].line if later else None,
        )
    return shown


def sought(
    book: AwardBook, turns: Iterable[Turn], wanted: str
) -> tuple[tuple[Turn, Recipient], ...]:
    """Recipients found by name, alias or representative, without regard to diacritics."""
    aliases = {line.id: line.aliases for line in lines_of(book)}
    return tuple(
        (turn, one)
        for turn in turns
        for one in turn.recipients
        if found(wanted, one.name, one.representative, *aliases.get(one.line, ()))
    )


def lines_of(book: AwardBook) -> Iterable[Line]:
    return (line for one in book.instruments for line in one.lines)


@dataclass(frozen=True)
class StageList:
    """A decision, its lines that come on the stage, and those that are announced alone."""

    instrument: Instrument
    on: tuple[Line, ...]
    off: tuple[Line, ...]


def stage_lists(book: AwardBook) -> tuple[StageList, ...]:
    """Of each decision, in the order of their registration."""
    away = book.prepared.off_stage
    return tuple(
        StageList(
            one,
            tuple(line for line in one.lines if line.id not in away),
            tuple(line for line in one.lines if line.id in away),
        )
        for one in book.instruments
        if one.presentable
    )


@dataclass(frozen=True)
class Readiness:
    """How many objects are how far: at each step those that are there and no further."""

    counts: Mapping[str, int]
    total: int

    @property
    def ready(self) -> int:
        return self.counts.get(STEPS[-1], 0)


def readiness_of(rows: Iterable[Line | Recipient]) -> Readiness:
    counted = Counter(one.readiness or UNSAID for one in rows)
    return Readiness(counted, counted.total())


def candidates(shelf: Shelf, wanted: str = "") -> tuple[Guest, ...]:
    """Who may hand over: those invited who are known by name or post, the presidium and who chairs
    first, each in order of precedence; any leader who is there (NĐ 145/2013 Art. 28(2))."""
    seats = shelf.run_sheet.rows.seats
    chair = shelf.conference.chair

    def on_stage(guest: Guest) -> bool:
        chairs = chair is not None and chair.guest == guest.id
        return chairs or seats.get(guest.id, "").startswith(f"{STAGE}-")

    listed = shelf.guest_list.search(wanted) if wanted else shelf.guest_list.guests
    open_ = [one for one in listed if one.invited and (one.coming or one.kind == "post")]
    return tuple(sorted(open_, key=lambda guest: not on_stage(guest)))


def place_of(sheet: RunSheet, line: UUID) -> tuple[Turn, Recipient] | None:
    """The turn in which a line is called, and its place there; None off the stage."""
    turn = sheet.rows.homes.get(line)
    found = (one for one in turn.recipients if one.line == line) if turn else iter(())
    return next(((turn, one) for one in found if turn), None)


def sole_line(book: AwardBook, id: UUID) -> tuple[Instrument, Line] | None:
    """A line with its instrument."""
    pairs = ((one, line) for one in book.instruments for line in one.lines)
    return next(((one, line) for one, line in pairs if line.id == id), None)
