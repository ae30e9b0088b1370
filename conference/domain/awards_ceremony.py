"""The ceremony, a trait of the awards: what was announced, what was presented."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from conference.rules.award_catalogue import BY_KEY
from events.awards import AwardPresented, InstrumentAnnounced
from events.base import Fact, Stamp

if TYPE_CHECKING:
    from conference.domain.awards import Line


class Ceremony(Noun):
    """Announce, present, receive: each decision gets each of them once (NĐ 145/2013 Art. 26(3))."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.instruments: dict[UUID, dict[str, Any]] = {}
        self.lines: dict[UUID, Line] = {}
        self.guests: dict[UUID, UUID | None] = {}
        self.representatives: dict[UUID, tuple[str, str | None]] = {}
        self.announced: dict[UUID, str] = {}
        self.presented: dict[UUID, tuple[str, str]] = {}

    def announce_instrument(
        self, stamp: Stamp, instrument: UUID, announcer: str, at: datetime
    ) -> None:
        """Read a decision or a proposal out; the same again records nothing."""
        if instrument not in self.instruments:
            raise NotFound("instrument", instrument)
        if instrument in self.announced:
            if self.announced[instrument] == announcer:
                return
            raise Refused("awards.already-announced", title=self.instruments[instrument]["title"])
        self.record(InstrumentAnnounced, stamp, instrument=instrument, announcer=announcer, at=at)

    def present_award(
        self,
        stamp: Stamp,
        line: UUID,
        presenter: str,
        receiver: str,
        at: datetime,
        witness: str | None = None,
    ) -> None:
        """Hand one line over: of an announced decision, never of a proposal, and once."""
        known = self._line(line)
        instrument = self.instruments[known.instrument]
        if instrument["kind"] != "decision":
            raise Refused("awards.proposal-never-presented", name=known.name)
        if line in self.presented:
            if self.presented[line] == (presenter, receiver):
                return
            raise Refused("awards.already-presented", name=known.name)
        if known.instrument not in self.announced:
            raise Refused("awards.not-announced", title=instrument["title"])
        if known.kind == "posthumous" and line not in self.representatives:
            raise Refused("awards.family-needed", name=known.name)
        who = {"presenter": presenter, "receiver": receiver, "witness": witness}
        objects = [kind for kind, _ in BY_KEY[known.award].objects]
        self.record(AwardPresented, stamp, line=line, at=at, objects=objects, **who)

    def _line(self, line: UUID) -> "Line":
        if line not in self.lines:
            raise NotFound("line", line)
        return self.lines[line]

    def hold(self, fact: Fact) -> None:
        match fact:
            case InstrumentAnnounced():
                self.announced[fact.instrument] = fact.announcer
            case AwardPresented():
                self.presented[fact.line] = (fact.presenter, fact.receiver)
