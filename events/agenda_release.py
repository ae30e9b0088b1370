"""The fact by which a draft of the agenda becomes what everybody goes by."""

from datetime import datetime
from typing import ClassVar

from events.base import Fact


class AgendaReleased(Fact):
    """The agenda as it stands is release `number`, counted from 1; `note` says what is new in the
    organiser's own words. `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "agenda-released"
    number: int
    note: str | None
    at: datetime
