"""What a run-sheet is made of: announcements, turns on stage, and their recipients."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference.rules.award_plan import PHOTO_S, split_evenly
from projections.award_plan import Instrument
from projections.award_prepared import NOTHING, Preparation, Presenter


@dataclass(frozen=True)
class Recipient:
    """One recipient on stage, `stage_position` counted from 1 in the order of calling. `state`:
    presented, or the guest's present, expected, excused, declined, withdrawn; `unlinked` while no
    invited guest is known to receive the line. `presenter` hands over at this position."""

    line: UUID
    number: int
    name: str
    kind: str
    stage_position: int
    seat: str | None
    state: str
    guest: UUID | None
    representative: str | None
    relation: str | None = None
    phonetic: str | None = None
    readiness: str | None = None
    presenter: str | None = None
    arrived_at: datetime | None = None

    @property
    def receiver(self) -> str:
        """Who takes the award in hand, as far as is known."""
        return self.representative or self.name


@dataclass(frozen=True)
class Handing:
    """The positions of a row that one presenter hands over to."""

    presenter: Presenter
    first: int
    last: int


@dataclass(frozen=True)
class Turn:
    """One turn on stage, its recipients in the order of calling. `objects`: kind, count, how it is
    carried; `side` on which the row enters, seen from the hall."""

    number: int
    id: UUID
    of_instrument: Instrument
    award: str
    placing: int | None
    recipients_enter: str
    first: int
    of: int
    recipients: tuple[Recipient, ...]
    objects: tuple[tuple[str, int, str], ...]
    assigned: tuple[Presenter, ...]
    seconds: int
    side: str = "right"
    needs: Preparation = NOTHING
    loose: bool = False
    starts_at: datetime | None = None

    @property
    def instrument(self) -> UUID:
        return self.of_instrument.id

    @property
    def title(self) -> str:
        """The instrument's title."""
        return self.of_instrument.title

    @property
    def decision(self) -> str | None:
        """The instrument's number."""
        return self.of_instrument.number

    @property
    def level(self) -> str:
        return self.of_instrument.level

    @property
    def last(self) -> int:
        return self.first + len(self.recipients) - 1

    @property
    def minutes(self) -> int:
        return -(-self.seconds // 60)

    @property
    def presenters(self) -> tuple[str, ...]:
        """Names of who hands over, as assigned; of who did, where nobody was."""
        handed = dict.fromkeys(one.presenter for one in self.recipients if one.presenter)
        return tuple(one.name for one in self.assigned) or tuple(handed)

    @property
    def mirrored(self) -> bool:
        """Whether the row, seen from the hall, stands against the order of calling: who is called
        first walks through to the far end, so a row that enters by the left ends there."""
        return self.side == "left"

    @property
    def standing(self) -> tuple[Recipient, ...]:
        """The row from left to right, seen from the hall; the objects on the trays lie the same."""
        return self.recipients[::-1] if self.mirrored else self.recipients

    @property
    def handings(self) -> tuple[Handing, ...]:
        """Who hands over to which positions: the row split evenly, its head by the highest rank."""
        found, first = [], 1
        for one, size in zip(
            self.assigned, spread(len(self.recipients), len(self.assigned)), strict=True
        ):
            if size:
                found.append(Handing(one, first, first + size - 1))
                first += size
        return tuple(found)

    @property
    def servers(self) -> int:
        """Who carries: one with a tray behind each presenter, and two hands for each object that
        lies on none (NĐ 145/2013 Art. 28(4))."""
        if self.needs.servers is not None:
            return self.needs.servers
        trays = any(how == "tray" for _, _, how in self.objects)
        hands = sum(count for _, count, how in self.objects if how == "hands")
        return (max(1, len(self.assigned)) if trays else 0) + hands

    @property
    def photo_s(self) -> int:
        """Seconds of standing still for the photograph; 0 for none."""
        return PHOTO_S if self.needs.photo_s is None else self.needs.photo_s


def spread(count: int, among: int) -> list[int]:
    """How many of `count` each of them takes."""
    if not among or not count:
        return [0] * among
    sizes = split_evenly(count, -(-count // among))
    return sizes + [0] * (among - len(sizes))


@dataclass(frozen=True)
class Announcement:
    """What is read aloud: a decision before its turns, a proposal for itself."""

    instrument: UUID
    kind: str
    title: str
    number: str | None
    award: str
    placing: int | None
    count: int
    announcer: str
    presentable: bool
    announced_at: datetime | None
