"""Whether a log is sound: every fact checked again against the rules that must never be broken."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatch
from uuid import UUID

from events.agenda import ItemAdded, ItemFinished, ItemStarted, SpeechScheduled
from events.attendance import CheckInReversed, GuestCheckedIn
from events.awards import (
    AwardPresented,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
)
from events.base import Created, Fact
from events.conference import ConferenceClosed, ConferenceOpened, ConferencePlanned
from events.invitation_answers import InvitationRestored, InvitationWithdrawn
from events.seating import SeatingAccepted


@dataclass(frozen=True)
class Breach:
    """A fact that breaks a rule: where it stands in the log, and the rule's code."""

    position: int
    code: str
    topic: str


@dataclass
class Soundness:
    """What has been read of a log, and every breach found in it."""

    breaches: list[Breach] = field(default_factory=list)
    facts: Counter[str] = field(default_factory=Counter)
    versions: dict[UUID, int] = field(default_factory=dict)
    states: dict[UUID, str] = field(default_factory=dict)
    """Of conferences (planned, open, closed), invitations (in, out, withdrawn), instruments
    (decision, proposal, withdrawn) and items (waiting, started, finished)."""
    instruments: dict[UUID, UUID] = field(default_factory=dict)
    """The instrument of a line."""
    presented: set[UUID] = field(default_factory=set)

    def take(self, position: int, fact: Fact) -> None:
        """One more fact of the log, in the log's order."""
        self.facts[fact.TOPIC] += 1
        for code in (*out_of_turn(fact, self), *broken(fact, self)):
            self.breaches.append(Breach(position, code, fact.TOPIC))
        self.versions[fact.originator_id] = fact.originator_version
        remember(fact, self)


def out_of_turn(fact: Fact, log: Soundness) -> Iterator[str]:
    """Whether the fact does not continue its aggregate's story."""
    last = log.versions.get(fact.originator_id, 0)
    if fact.originator_version != last + 1 or isinstance(fact, Created) != (last == 0):
        yield "log.version-gap"


@singledispatch
def broken(fact: Fact, log: Soundness) -> Iterator[str]:
    """The codes of the rules that the fact breaks, given all before it."""
    yield from ()


@broken.register
def _(fact: GuestCheckedIn, log: Soundness) -> Iterator[str]:
    state = log.states.get(fact.originator_id)
    if state == "withdrawn":
        yield "log.check-in-after-withdrawal"
    if state == "in":
        yield "log.check-in-twice"
    if log.states.get(fact.conference_id) == "closed":
        yield "log.check-in-after-closing"


@broken.register
def _(fact: AwardPresented, log: Soundness) -> Iterator[str]:
    instrument = log.instruments.get(fact.line)
    if instrument is None or log.states.get(instrument) != "decision":
        yield "log.presented-without-decision"
    if fact.line in log.presented:
        yield "log.presented-twice"


@broken.register
def _(fact: SeatingAccepted, log: Soundness) -> Iterator[str]:
    if len({taken["seat"] for taken in fact.seats}) < len(fact.seats):
        yield "log.seat-twice"
    if len({taken["guest"] for taken in fact.seats}) < len(fact.seats):
        yield "log.guest-seated-twice"


@broken.register
def _(fact: ItemStarted, log: Soundness) -> Iterator[str]:
    if log.states.get(fact.item) != "waiting":
        yield "log.item-not-waiting"


@broken.register
def _(fact: ItemFinished, log: Soundness) -> Iterator[str]:
    if log.states.get(fact.item) != "started":
        yield "log.item-not-started"


@broken.register
def _(fact: ConferenceClosed, log: Soundness) -> Iterator[str]:
    if log.states.get(fact.conference_id) != "open":
        yield "log.closed-unopened"


STATES: dict[type[Fact], str] = {
    ConferencePlanned: "planned",
    ConferenceOpened: "open",
    ConferenceClosed: "closed",
    GuestCheckedIn: "in",
    CheckInReversed: "out",
    InvitationWithdrawn: "withdrawn",
    InvitationRestored: "out",
}
"""The state that a fact brings the aggregate into whose story it belongs to."""


@singledispatch
def remember(fact: Fact, log: Soundness) -> None:
    """Keep of the fact what later ones are judged by."""
    if type(fact) in STATES:
        log.states[fact.originator_id] = STATES[type(fact)]


@remember.register(InstrumentRegistered)
@remember.register(InstrumentRevised)
def _(fact: InstrumentRegistered | InstrumentRevised, log: Soundness) -> None:
    log.states[fact.instrument] = fact.kind
    for line in fact.lines:
        log.instruments[line["line"]] = fact.instrument


@remember.register
def _(fact: InstrumentWithdrawn, log: Soundness) -> None:
    log.states[fact.instrument] = "withdrawn"


@remember.register
def _(fact: AwardPresented, log: Soundness) -> None:
    log.presented.add(fact.line)


@remember.register(ItemAdded)
@remember.register(SpeechScheduled)
def _(fact: ItemAdded | SpeechScheduled, log: Soundness) -> None:
    log.states[fact.item] = "waiting"


@remember.register
def _(fact: ItemStarted, log: Soundness) -> None:
    log.states[fact.item] = "started"


@remember.register
def _(fact: ItemFinished, log: Soundness) -> None:
    log.states[fact.item] = "finished"
