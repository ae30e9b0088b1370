"""The awards: instruments with their lines, how they are ordered, and who receives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self
from uuid import UUID

from conference.domain.awards_annex import Annexed
from conference.errors import NotFound, Refused
from conference.rules.award_catalogue import BY_KEY
from events.awards import (
    AwardsBegun,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
    RecipientLinked,
    RepresentativeNamed,
)
from events.base import Fact, Stamp


@dataclass(frozen=True)
class Line:
    """What the rules need to know of one line."""

    instrument: UUID
    name: str
    kind: str
    award: str
    placing: int | None


class Awards(Annexed):
    """Instruments and their lines; the rest are its traits, from Annexed downwards."""

    TOPIC: ClassVar[str] = "awards"

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)  # said here, else the library makes an empty one

    @classmethod
    def begin_for(cls, stamp: Stamp, conference_id: UUID) -> Self:
        id = cls.id_of(conference_id)
        return cls.begin(AwardsBegun, stamp, id=id, conference_id=conference_id)

    def register_instrument(self, stamp: Stamp, instrument: UUID, **said: Any) -> None:
        """A decision or a proposal with all its lines, as AwardLine has them."""
        if instrument in self.instruments:
            raise Refused("awards.instrument-exists")
        self._check_lines(instrument, said["lines"])
        self.record(InstrumentRegistered, stamp, instrument=instrument, **said)

    def revise_instrument(self, stamp: Stamp, instrument: UUID, **said: Any) -> None:
        """The instrument as known from now on; a presented line stays in it as it is."""
        if self._instrument(instrument) == said:
            return
        self._check_lines(instrument, said["lines"])
        kept = {line["line"]: line_of(instrument, line) for line in said["lines"]}
        for line in self.presented:
            now = self.lines[line]
            if now.instrument == instrument and (
                kept.get(line) != now or said["kind"] != "decision"
            ):
                raise Refused("awards.line-presented", name=now.name)
        self.record(InstrumentRevised, stamp, instrument=instrument, **said)

    def withdraw_instrument(self, stamp: Stamp, instrument: UUID, reason: str) -> None:
        self._instrument(instrument)
        for line in self.presented:
            if self.lines[line].instrument == instrument:
                raise Refused("awards.line-presented", name=self.lines[line].name)
        self.record(InstrumentWithdrawn, stamp, instrument=instrument, reason=reason)

    def link_recipient(self, stamp: Stamp, line: UUID, guest: UUID | None) -> None:
        self._line(line)
        if self.guests.get(line) != guest:
            self.record(RecipientLinked, stamp, line=line, guest=guest)

    def name_representative(
        self, stamp: Stamp, line: UUID, name: str, relation: str | None
    ) -> None:
        known = self._line(line)
        if known.kind == "individual" and not self.rules["proxies"]:
            raise Refused("awards.in-person", name=known.name)
        if self.representatives.get(line) != (name, relation):
            self.record(RepresentativeNamed, stamp, line=line, name=name, relation=relation)

    def _check_lines(self, instrument: UUID, lines: list[dict[str, Any]]) -> None:
        if not lines:
            raise Refused("awards.no-lines")
        numbers: set[int] = set()
        for line in lines:
            if line["award"] not in BY_KEY:
                raise Refused("awards.unknown-award", award=line["award"])
            if line["number"] in numbers:
                raise Refused("awards.number-twice", number=line["number"])
            numbers.add(line["number"])
            known = self.lines.get(line["line"])
            if known is not None and known.instrument != instrument:
                raise Refused("awards.line-elsewhere", name=known.name)
        if len({line["line"] for line in lines}) < len(lines):
            raise Refused("awards.line-twice")

    def _instrument(self, instrument: UUID) -> dict[str, Any]:
        if instrument not in self.instruments:
            raise NotFound("instrument", instrument)
        return self.instruments[instrument]

    def assign(self, fact: Fact) -> None:
        match fact:
            case InstrumentRegistered() | InstrumentRevised():
                self._take(fact)
            case InstrumentWithdrawn():
                del self.instruments[fact.instrument]
                self.announced.pop(fact.instrument, None)
                self._forget_lines(fact.instrument)
            case RecipientLinked():
                self.guests[fact.line] = fact.guest
            case RepresentativeNamed():
                self.representatives[fact.line] = (fact.name, fact.relation)
            case _:
                self.hold(fact)

    def _take(self, fact: InstrumentRegistered | InstrumentRevised) -> None:
        self._forget_lines(fact.instrument)
        names = [
            "kind",
            "title",
            "number",
            "dated_on",
            "level",
            "signatory",
            "announcer",
            "stated_count",
            "lines",
            "note",
        ]
        self.instruments[fact.instrument] = {name: getattr(fact, name) for name in names}
        for line in fact.lines:
            id = line["line"]
            self.lines[id] = line_of(fact.instrument, line)
            if line["guest"] is not None:
                self.guests[id] = line["guest"]
            if line["representative"]:
                self.representatives[id] = (line["representative"], None)

    def _forget_lines(self, instrument: UUID) -> None:
        gone = [id for id, line in self.lines.items() if line.instrument == instrument]
        for id in gone:
            del self.lines[id]
            self.guests.pop(id, None)
            self.representatives.pop(id, None)


def line_of(instrument: UUID, said: Mapping[str, Any]) -> Line:
    """A line from the payload of its instrument."""
    return Line(instrument, said["name"], said["kind"], said["award"], said["placing"])
