"""What is said of turns and lines before the day, a trait of the awards: presenters, objects."""

from typing import Any
from uuid import UUID

from conference.domain.awards_plan import Turned
from conference.errors import Refused
from events.awards_prepared import (
    AliasesNoted,
    ObjectsReadied,
    PhoneticNoted,
    PresentersAssigned,
    TurnPrepared,
)
from events.base import Fact, Stamp

READINESS = ("drafted", "signed", "sealed", "framed", "on_tray")
"""How far an object is (domain knowledge 4: certificates were given out without a seal)."""

TURN_FIELDS = ("side", "servers", "bouquets", "music", "photo_s", "seconds", "note")


class Prepared(Turned):
    """Who hands over, what a turn needs, how a name is said, how far the objects are."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.presenters: dict[UUID, list[dict[str, Any]]] = {}
        self.prepared: dict[UUID, dict[str, Any]] = {}
        self.phonetics: dict[UUID, str | None] = {}
        self.aliases: dict[UUID, list[str]] = {}
        self.readiness: dict[UUID, str] = {}

    def assign_presenters(self, stamp: Stamp, turn: UUID, presenters: list[dict[str, Any]]) -> None:
        """`presenters` as PresenterSaid has them, the highest rank first."""
        self._turn(turn)
        if self.presenters.get(turn, []) != presenters:
            self.record(PresentersAssigned, stamp, turn=turn, presenters=presenters)

    def share_presenters(self, stamp: Stamp, turn: UUID) -> None:
        """Who hands over in this turn does so in all turns of the same award, whatever placing."""
        presenters = self.presenters.get(turn, [])
        if not presenters:
            raise Refused("awards.nobody-hands-over")
        award = self.lines[self._turn(turn).lines[0]].award
        for other in self.turns:
            like = self.lines[other.lines[0]].award == award
            if like and self.presenters.get(other.id, []) != presenters:
                self.record(PresentersAssigned, stamp, turn=other.id, presenters=presenters)

    def prepare_turn(self, stamp: Stamp, turn: UUID, **said: Any) -> None:
        """The fields of TurnPrepared; None for what the rules say."""
        self._turn(turn)
        if self.prepared.get(turn, dict.fromkeys(TURN_FIELDS)) != said:
            self.record(TurnPrepared, stamp, turn=turn, **said)

    def note_phonetic(self, stamp: Stamp, line: UUID, phonetic: str | None) -> None:
        self._line(line)
        if self.phonetics.get(line) != phonetic:
            self.record(PhoneticNoted, stamp, line=line, phonetic=phonetic)

    def note_aliases(self, stamp: Stamp, line: UUID, aliases: list[str]) -> None:
        self._line(line)
        if self.aliases.get(line, []) != aliases:
            self.record(AliasesNoted, stamp, line=line, aliases=aliases)

    def ready_objects(self, stamp: Stamp, lines: list[UUID], readiness: str) -> None:
        """How far the objects of these lines are."""
        if readiness not in READINESS:
            raise Refused("awards.unknown-rule")
        moving = [id for id in lines if self._line(id) and self.readiness.get(id) != readiness]
        if moving:
            self.record(ObjectsReadied, stamp, lines=moving, readiness=readiness)

    def hold(self, fact: Fact) -> None:
        match fact:
            case PresentersAssigned():
                self.presenters[fact.turn] = [dict(one) for one in fact.presenters]
            case TurnPrepared():
                self.prepared[fact.turn] = {name: getattr(fact, name) for name in TURN_FIELDS}
            case PhoneticNoted():
                self.phonetics[fact.line] = fact.phonetic
            case AliasesNoted():
                self.aliases[fact.line] = fact.aliases
            case ObjectsReadied():
                self.readiness.update(dict.fromkeys(fact.lines, fact.readiness))
            case _:
                super().hold(fact)
