"""The steps of a day: what one press began and ended, so that the last can be taken back."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID


class Step(NamedTuple):
    """One press: the item that it began, the item that it ended, or both. `version` is that of the
    agenda's last fact of it."""

    started: UUID | None
    finished: UUID | None
    at: datetime
    version: int

    @property
    def items(self) -> tuple[UUID | None, UUID | None]:
        return self.started, self.finished


Steps = tuple[Step, ...]


def began(steps: Steps, item: UUID, at: datetime, version: int) -> Steps:
    """The steps with an item begun. What ended right before at the same instant ended by the same
    press: passing on is two facts of one act."""
    last = steps[-1] if steps else None
    if last and last.started is None and (last.at, last.version + 1) == (at, version):
        return (*steps[:-1], Step(item, last.finished, at, version))
    return (*steps, Step(item, None, at, version))


def ended(steps: Steps, item: UUID, at: datetime, version: int) -> Steps:
    return (*steps, Step(None, item, at, version))
