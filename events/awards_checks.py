"""Facts of checking the awards: the lock, waived findings, papers made elsewhere."""

from typing import ClassVar
from uuid import UUID

from events.base import Fact


class PlanLocked(Fact):
    """From here on a change of the plan needs a reason; `number` counts the locks from 1."""

    TOPIC: ClassVar[str] = "plan-locked"
    number: int


class PlanUnlocked(Fact):
    """The plan is open again."""

    TOPIC: ClassVar[str] = "plan-unlocked"
    number: int
    reason: str


class PlanAmended(Fact):
    """The locked plan was changed by the fact before this one; papers printed earlier are stale."""

    TOPIC: ClassVar[str] = "plan-amended"
    number: int
    reason: str


class FindingWaived(Fact):
    """Somebody answers for a finding. `code` is the rule's, `where` what it is about, `said` what
    the finding said; another finding of the same rule there counts again."""

    TOPIC: ClassVar[str] = "finding-waived"
    PERSONAL: ClassVar = {"name": "who answers for it"}
    code: str
    where: str
    said: str
    name: str
    reason: str


class WaiverRevoked(Fact):
    """The finding counts again."""

    TOPIC: ClassVar[str] = "waiver-revoked"
    code: str
    where: str


class ArtefactEntered(Fact):
    """A paper or screen that somebody made of the plan, by what it shows, line by line. `kind`:
    presenter_card, mc_script, screen, tray_sheet, other. `turn` is the one that it is about (None:
    the whole ceremony); `shown_at` the position that is printed on it, if one is."""

    TOPIC: ClassVar[str] = "artefact-entered"
    PERSONAL: ClassVar = {"shows": "recipients"}
    artefact: UUID
    kind: str
    title: str
    turn: UUID | None
    shows: list[str]
    shown_at: int | None


class ArtefactWithdrawn(Fact):
    """The paper is out of use."""

    TOPIC: ClassVar[str] = "artefact-withdrawn"
    artefact: UUID
    reason: str
