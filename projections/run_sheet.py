"""The run-sheet: what is announced, who is on stage in which turn, and whether they are here."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, singledispatch
from uuid import UUID

from events.base import Fact
from events.seating import (
    HallAdopted,
    ReserveSeatGiven,
    SeatingAccepted,
    SeatPinned,
    SeatsSwapped,
    SeatUnpinned,
    SeatVacated,
)
from projections.award_book import AwardBook
from projections.award_book_checks import evolve as entered
from projections.guest import Guests
from projections.guest_story import ROW_FACTS, rows
from projections.replaced import replaced
from projections.run_sheet_rows import Rows
from projections.run_sheet_turn import Announcement, Recipient, Turn
from projections.sitting import sat
from projections.stage import NO_RUNS, Runs
from projections.stage_altered import by_guest, by_plan, by_stage
from projections.stage_altered import entered as entered_by
from projections.stage_story import staged


@dataclass(frozen=True)
class RunSheet:
    """The turns with their recipients, and what happened on stage: run 0 is the ceremony, the
    others are rehearsals."""

    rows: Rows = field(default_factory=Rows)
    runs: Runs = NO_RUNS

    @property
    def book(self) -> AwardBook:
        return self.rows.book

    @property
    def guests(self) -> Guests:
        return self.rows.guests

    @property
    def version(self) -> int:
        return self.book.version

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.rows.turns

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """In the order of the presentation; decisions and proposals alike."""
        return tuple(
            Announcement(
                group.instrument.id,
                group.instrument.kind,
                group.instrument.title,
                group.instrument.number,
                group.award,
                group.placing,
                len(group.lines),
                group.instrument.announcer,
                group.instrument.presentable,
                group.instrument.announced_at,
            )
            for group in self.book.announcements
        )

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        return tuple(recipient for turn in self.turns for recipient in turn.recipients)

    @property
    def present(self) -> int:
        """Recipients who are in the hall, or already have their award."""
        return sum(recipient.state in ("present", "presented") for recipient in self.recipients)

    @property
    def seconds(self) -> int:
        return sum(turn.seconds for turn in self.turns)

    @property
    def minutes(self) -> int:
        return -(-self.seconds // 60)

    @cached_property
    def kept(self) -> dict[object, object]:
        """What was made of this very run-sheet, for whoever asks for the same again."""
        return {}

    def timed(self, starts_at: datetime | None) -> tuple[Turn, ...]:
        """The turns one after the other from the start of the ceremony; unknown without it."""
        timed: list[Turn] = []
        for turn in self.turns:
            timed.append(replaced(turn, starts_at=starts_at))
            starts_at = starts_at and starts_at + timedelta(seconds=turn.seconds)
        return tuple(timed)


def blank(conference_id: UUID) -> RunSheet:
    return RunSheet()


@singledispatch
def evolve(fact: Fact, sheet: RunSheet) -> RunSheet:
    return sheet


def remade(sheet: RunSheet, **changes: object) -> RunSheet:
    return replaced(sheet, rows=replaced(sheet.rows, **changes))


def booked(fact: Fact, sheet: RunSheet) -> RunSheet:
    now = remade(sheet, book=entered(fact, sheet.book))
    return replaced(now, runs=by_plan(fact, sheet.rows, now.rows, sheet.runs))


def arrived(fact: Fact, sheet: RunSheet) -> RunSheet:
    guests = rows(fact, sheet.guests)
    if guests is sheet.guests:
        return sheet
    runs = by_guest(fact.originator_id, sheet.rows, guests, sheet.runs)
    return replaced(remade(sheet, guests=guests), runs=runs)


def played(fact: Fact, sheet: RunSheet) -> RunSheet:
    runs = entered_by(fact, sheet.rows, staged(fact, sheet.runs))
    return replaced(sheet, runs=by_stage(fact, sheet.rows, sheet.runs, runs))


def seated(fact: Fact, sheet: RunSheet) -> RunSheet:
    return remade(sheet, sittings=sat(fact, sheet.rows.sittings))


AWARD_FACTS = tuple(kind for kind in entered.registry if kind is not object)
STAGE_FACTS = tuple(kind for kind in staged.registry if kind not in (object, Fact))
SEAT_FACTS = (
    *(HallAdopted, SeatingAccepted, SeatPinned, SeatUnpinned, SeatsSwapped, SeatVacated),
    ReserveSeatGiven,
)

for award_fact in AWARD_FACTS:
    evolve.register(award_fact, booked)
for guest_fact in ROW_FACTS:
    evolve.register(guest_fact, arrived)
for stage_fact in STAGE_FACTS:
    evolve.register(stage_fact, played)
for seat_fact in SEAT_FACTS:
    evolve.register(seat_fact, seated)
