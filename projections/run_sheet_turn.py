"""What a run-sheet is made of: announcements, turns on stage, and their recipients."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Recipient:
    """One recipient on stage. `state`: presented, or the guest's present, expected, excused,
    declined, withdrawn; `unlinked` while no invited guest is known to receive the line."""

    line: UUID
    number: int
    name: str
    kind: str
    stage_position: int
    seat: str | None
    state: str
    guest: UUID | None
    representative: str | None


@dataclass(frozen=True)
class Turn:
    """One turn on stage, in standing order. `objects`: kind, count, how it is carried."""

    number: int
    instrument: UUID
    title: str
    decision: str | None
    award: str
    placing: int | None
    level: str
    recipients_enter: str
    first: int
    last: int
    of: int
    recipients: tuple[Recipient, ...]
    objects: tuple[tuple[str, int, str], ...]
    presenters: tuple[str, ...]
    seconds: int
    starts_at: datetime | None = None

    @property
    def minutes(self) -> int:
        return -(-self.seconds // 60)


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
