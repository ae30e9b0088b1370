"""An item of the agenda, with the time it starts at once the agenda has computed it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID


@dataclass(frozen=True)
class AgendaItem:
    """One item. `minutes` planned; `starts_at` None while unknown; `state`: waiting, started,
    finished, withdrawn. `gap_minutes` lie between it and the item before; negative: overlap."""

    id: UUID
    kind: str
    title: str
    minutes: int
    fixed_start: datetime | None = None
    owner: str | None = None
    unit: str | None = None
    speaker: str | None = None
    speaker_post: str | None = None
    guest: UUID | None = None
    note: str | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    withdrawn: str | None = None
    starts_at: datetime | None = None
    gap_minutes: int = 0
    number: int = 0

    @property
    def state(self) -> str:
        if self.withdrawn is not None:
            return "withdrawn"
        if self.finished_at:
            return "finished"
        return "started" if self.started_at else "waiting"

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)
