"""The log that the benchmarks read: the demo conference, grown to a long day of many guests."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

from builders import DAY, KIEN_GIANG, STAMP, id
from builders_history import History

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.domain.invitation import Invitation
from conference.domain.seating import Seating
from conference.store import Store
from conference.store_mapper import TypedMapper
from events.attendance import GuestCheckedIn
from events.base import Fact

GUESTS = 2_000
"""Guests of the grown conference: the largest congress found had 2,025 delegates."""

WEIGHTS = {"door": 70, "answer": 12, "excuse": 6, "agenda": 6, "seat": 6}
"""Of 100 facts: most of a day's facts are made at its doors (an estimate)."""

MOST_SAVED = 1_000
"""Facts of one commit while a store is filled."""


class Day:
    """The demo's aggregates with more guests, and what may happen to them, by a seeded chance."""

    def __init__(self, guests: int) -> None:
        self.history = History()
        self.chance = Random(2019)
        for number in range(guests - len(self.history.guests())):
            self.history.add(issued(self.history.conference_id, number))
        self.guests = self.history.guests()
        self.programme: Agenda = self.history.the(Agenda)
        self.seating: Seating = self.history.the(Seating)
        self.seats = sorted(self.seating.usable)

    def happen(self) -> None:
        """One more act of the day."""
        kind = self.chance.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
        getattr(self, kind)(self.chance.choice(self.guests))

    def door(self, guest: Invitation) -> None:
        at = DAY + timedelta(seconds=self.chance.randrange(5_400))
        if guest.present:
            self.history.act(guest, "reverse_check_in", "nhầm người", at)
        else:
            self.history.act(guest, "check_in", door="A", device="quầy 1", at=at)

    def answer(self, guest: Invitation) -> None:
        if guest.answer == "accepted":
            said = {"name": "Nguyễn Thị Đào", "honorific": "Bà", "post": "Phó phòng"}
            self.history.act(guest, "name_substitute", **said)
        else:
            self.history.act(guest, "accept")

    def excuse(self, guest: Invitation) -> None:
        verb = "excuse_absence" if guest.excuse is None else "revoke_excuse"
        self.history.act(guest, verb, "việc gia đình")

    def agenda(self, _: Invitation) -> None:
        item, before = self.chance.sample(self.programme.order, 2)
        if self.chance.random() < 0.5:
            self.history.act(self.programme, "move_item", item, before)
        else:
            self.history.act(self.programme, "time_item", item, self.chance.randrange(5, 60), None)

    def seat(self, guest: Invitation) -> None:
        seat, other = self.chance.sample(self.seats, 2)
        now = self.seating.sitting.get(seat)
        if now is None:
            self.history.act(self.seating, "pin_seat", seat, guest.id, "theo khối")
        elif now.pinned:
            self.history.act(self.seating, "unpin_seat", seat)
        else:
            self.history.act(self.seating, "swap_seats", seat, other)


def issued(conference_id: UUID, number: int) -> Invitation:
    """The invitation of a person, as a workbook's row says it."""
    who = {"kind": "person", "name": f"Đại biểu {number}", "honorific": "Ông", "post": "Phó Trưởng"}
    place = {"body": f"Đơn vị {number % 60}", "group": f"Khối {number % 12}", "bloc": "district"}
    rank = {"order": 100 + number % 12, "tier": "district", "post_rank": 1 + number % 5}
    return Invitation.issue(
        STAMP, id(f"guest {number}"), conference_id, **who, **place, **rank, code=f"DB-{number}"
    )


def grown(count: int) -> list[Fact]:
    """So many facts of one conference, the same in every run."""
    day = Day(min(GUESTS, count // 10))
    while len(day.history.log) < count:
        day.happen()
    return day.history.log[:count]


def reader(facts: Sequence[Fact]) -> Callable[[int, int], Sequence[tuple[int, Fact]]]:
    """The store's reader over facts in memory: positions count from 1."""
    log = list(enumerate(facts, 1))
    return lambda after, limit: log[after : after + limit]


def fill(settings: Settings, facts: Sequence[Fact]) -> None:
    """Save the facts into a store, many at a commit."""
    store = Store(settings)
    for start in range(0, len(facts), MOST_SAVED):
        store.append(facts[start : start + MOST_SAVED])
    store.close()


def scans(count: int) -> list[Fact]:
    """So many scans at the door, each of another guest: no append meets a conflict."""
    return [
        GuestCheckedIn(
            originator_id=uuid4(),
            originator_version=2,
            timestamp=DAY,
            conference_id=KIEN_GIANG,
            by=STAMP.by,
            door="A",
            device="quầy 1",
            at=DAY + timedelta(seconds=number),
            site="",
            scan_id=f"quay-1-{number}",
        )
        for number in range(count)
    ]


def rows(facts: Sequence[Fact]) -> list[tuple[UUID, int, str, bytes]]:
    """The bytes that the store keeps of the facts, for the floors."""
    stored = map(TypedMapper().to_stored_event, facts)
    return [(e.originator_id, e.originator_version, e.topic, e.state) for e in stored]
