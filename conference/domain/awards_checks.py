"""Checks of the plan, a trait of the awards: its lock, waived findings, papers made elsewhere."""

from typing import Any
from uuid import UUID

from conference.domain.awards_prepared import Prepared
from conference.errors import NotFound, Refused
from events.awards_checks import (
    ArtefactEntered,
    ArtefactWithdrawn,
    FindingWaived,
    PlanAmended,
    PlanLocked,
    PlanUnlocked,
    WaiverRevoked,
)
from events.base import Fact, Stamp

ARTEFACTS = ("presenter_card", "mc_script", "screen", "tray_sheet", "other")


class Checked(Prepared):
    """What holds the plan together until the day."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.locks = 0
        self.locked = False
        self.amended = False
        self.waivers: dict[tuple[str, str], dict[str, str]] = {}
        self.artefacts: dict[UUID, dict[str, Any]] = {}

    def lock_plan(self, stamp: Stamp) -> None:
        """A locked plan that was amended is locked once more, under the next number."""
        if not self.turns:
            raise Refused("awards.nothing-to-lock")
        if not self.locked or self.amended:
            self.record(PlanLocked, stamp, number=self.locks + 1)

    def unlock_plan(self, stamp: Stamp, reason: str) -> None:
        if self.locked:
            self.record(PlanUnlocked, stamp, number=self.locks, reason=reason)

    def amend(self, stamp: Stamp, reason: str | None) -> None:
        """Say why a locked plan was changed; called behind each change of the plan."""
        if not self.locked:
            return
        if not reason:
            raise Refused("awards.locked", number=self.locks)
        self.record(PlanAmended, stamp, number=self.locks, reason=reason)

    def waive_finding(self, stamp: Stamp, code: str, where: str, **said: str) -> None:
        """The fields of FindingWaived. The same again records nothing."""
        if self.waivers.get((code, where)) != said:
            self.record(FindingWaived, stamp, code=code, where=where, **said)

    def revoke_waiver(self, stamp: Stamp, code: str, where: str) -> None:
        if (code, where) in self.waivers:
            self.record(WaiverRevoked, stamp, code=code, where=where)

    def enter_artefact(self, stamp: Stamp, artefact: UUID, **said: Any) -> None:
        """The fields of ArtefactEntered; an artefact that is entered anew shows something else."""
        if said["turn"] is not None:
            self._turn(said["turn"])
        if self.artefacts.get(artefact) != said:
            self.record(ArtefactEntered, stamp, artefact=artefact, **said)

    def withdraw_artefact(self, stamp: Stamp, artefact: UUID, reason: str) -> None:
        if artefact not in self.artefacts:
            raise NotFound("artefact", artefact)
        self.record(ArtefactWithdrawn, stamp, artefact=artefact, reason=reason)

    def hold(self, fact: Fact) -> None:
        match fact:
            case PlanLocked():
                self.locks, self.locked, self.amended = fact.number, True, False
            case PlanUnlocked():
                self.locked = False
            case PlanAmended():
                self.amended = True
            case FindingWaived():
                said = {"said": fact.said, "name": fact.name, "reason": fact.reason}
                self.waivers[fact.code, fact.where] = said
            case WaiverRevoked():
                self.waivers.pop((fact.code, fact.where), None)
            case ArtefactEntered():
                names = ("kind", "title", "turn", "shows", "shown_at")
                self.artefacts[fact.artefact] = {name: getattr(fact, name) for name in names}
            case ArtefactWithdrawn():
                self.artefacts.pop(fact.artefact, None)
            case _:
                super().hold(fact)
