"""The team: who holds which roles at this conference, and which devices stand at it."""

from typing import ClassVar, Self
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from conference.rules.roles import DOORS, ROLES
from events.base import Fact, Stamp
from events.team import (
    DevicePaired,
    DeviceRevoked,
    MemberAppointed,
    MemberDismissed,
    TeamFormed,
)


class Team(Noun):
    TOPIC: ClassVar[str] = "team"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.members: dict[UUID, tuple[str, frozenset[str]]] = {}
        self.devices: dict[UUID, str] = {}

    @classmethod
    def form(cls, stamp: Stamp, conference_id: UUID) -> Self:
        id = cls.id_of(conference_id)
        return cls.begin(TeamFormed, stamp, id=id, conference_id=conference_id)

    def appoint_member(self, stamp: Stamp, member: UUID, name: str, roles: list[str]) -> None:
        """Give a member exactly these roles; at least one admin must remain."""
        given = frozenset(roles)
        if not given or not given <= set(ROLES):
            raise Refused("team.unknown-role")
        if self.members.get(member) == (name, given):
            return
        if "admin" not in given:
            self._another_admin(member)
        ordered = [role for role in ROLES if role in given]
        self.record(MemberAppointed, stamp, member=member, name=name, roles=ordered)

    def dismiss_member(self, stamp: Stamp, member: UUID) -> None:
        if member not in self.members:
            raise NotFound("member", member)
        self._another_admin(member)
        self.record(MemberDismissed, stamp, member=member)

    def pair_device(
        self, stamp: Stamp, device: UUID, name: str, screen: str, door: str | None
    ) -> None:
        if device in self.devices:
            raise Refused("team.device-exists")
        if screen == "door" and door is None:
            raise Refused("team.door-needed")
        if door is not None and screen not in DOORS:
            raise Refused("team.no-door-here")
        self.record(DevicePaired, stamp, device=device, name=name, screen=screen, door=door)

    def revoke_device(self, stamp: Stamp, device: UUID, reason: str) -> None:
        if device not in self.devices:
            raise NotFound("device", device)
        self.record(DeviceRevoked, stamp, device=device, reason=reason)

    def _another_admin(self, member: UUID) -> None:
        """Where this member is the only admin there would be nobody left to appoint one."""
        admins = {id for id, (_, roles) in self.members.items() if "admin" in roles}
        if admins == {member}:
            raise Refused("team.last-admin", name=self.members[member][0])

    def assign(self, fact: Fact) -> None:
        match fact:
            case MemberAppointed():
                self.members[fact.member] = (fact.name, frozenset(fact.roles))
            case MemberDismissed():
                del self.members[fact.member]
            case DevicePaired():
                self.devices[fact.device] = fact.name
            case DeviceRevoked():
                del self.devices[fact.device]
