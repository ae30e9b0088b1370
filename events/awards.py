"""Facts of the awards: instruments with their lines, their order, what was presented."""

from datetime import datetime
from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Created, Fact


class AwardLine(TypedDict):
    """One line of an instrument, in the instrument's own order and spelling.

    `kind`: collective, individual, household, posthumous. `placing` 1, 2, 3 or None.
    `year` as printed. `guest` is the invitation of who receives. `award` a catalogue key.
    """

    line: UUID
    number: int
    name: str
    kind: str
    award: str
    placing: int | None
    year: int | None
    reason: str | None
    guest: UUID | None
    representative: str | None


class AwardsBegun(Created):
    """The story of a conference's awards begins, without instruments."""

    TOPIC: ClassVar[str] = "awards-begun"


class InstrumentRegistered(Fact):
    """A decision or a proposal (tờ trình) with all its lines. `kind`: decision, proposal.

    `level`: president, prime_minister, province, department. `stated_count` is what the text
    itself says. A proposal is announced and never presented.
    """

    TOPIC: ClassVar[str] = "instrument-registered"
    PERSONAL: ClassVar = {"lines": "recipients", "signatory": "signatory", "announcer": "announcer"}
    instrument: UUID
    kind: str
    title: str
    number: str | None
    dated_on: str | None
    level: str
    signatory: str | None
    announcer: str
    stated_count: int | None
    lines: list[AwardLine]
    note: str | None = None


class InstrumentRevised(Fact):
    """The instrument with all its lines, as known from now on."""

    TOPIC: ClassVar[str] = "instrument-revised"
    PERSONAL: ClassVar = {"lines": "recipients", "signatory": "signatory", "announcer": "announcer"}
    instrument: UUID
    kind: str
    title: str
    number: str | None
    dated_on: str | None
    level: str
    signatory: str | None
    announcer: str
    stated_count: int | None
    lines: list[AwardLine]
    note: str | None = None


class InstrumentWithdrawn(Fact):
    """The decision or proposal with all its lines leaves the ceremony."""

    TOPIC: ClassVar[str] = "instrument-withdrawn"
    instrument: UUID
    reason: str


class RecipientLinked(Fact):
    """The line is received by an invited guest (None: no longer)."""

    TOPIC: ClassVar[str] = "recipient-linked"
    line: UUID
    guest: UUID | None


class RepresentativeNamed(Fact):
    """Who receives for a collective or in place of somebody who died."""

    TOPIC: ClassVar[str] = "representative-named"
    PERSONAL: ClassVar = {"name": "representative", "relation": "representative"}
    line: UUID
    name: str
    relation: str | None


class PrecedenceChosen(Fact):
    """`preset`: a key of the precedence presets; `direction`: descending or ascending."""

    TOPIC: ClassVar[str] = "precedence-chosen"
    preset: str
    direction: str


class StageCapacitySet(Fact):
    """How many recipients stand on the stage in one turn."""

    TOPIC: ClassVar[str] = "stage-capacity-set"
    capacity: int


class EntryRuleSet(Fact):
    """When recipients enter for a signatory's level: before or after the reading."""

    TOPIC: ClassVar[str] = "entry-rule-set"
    level: str
    recipients_enter: str


class InstrumentAnnounced(Fact):
    """The instrument was read out in the hall; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "instrument-announced"
    PERSONAL: ClassVar = {"announcer": "announcer"}
    instrument: UUID
    announcer: str
    at: datetime


class AwardPresented(Fact):
    """Once per line, and only on a decision. `objects`: kinds of what was handed over, in order."""

    TOPIC: ClassVar[str] = "award-presented"
    PERSONAL: ClassVar = {"presenter": "presenter", "receiver": "receiver", "witness": "witness"}
    line: UUID
    presenter: str
    receiver: str
    at: datetime
    objects: list[str] | None = None
    witness: str | None = None
