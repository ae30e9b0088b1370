"""The team as its page shows it: members with roles, devices with screens."""

from dataclasses import dataclass, field
from functools import singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.names import by_given_name, collation
from events.base import Fact
from events.team import (
    DevicePaired,
    DeviceRevoked,
    MemberAppointed,
    MemberDismissed,
    TeamFormed,
)
from projections.replaced import replaced


@dataclass(frozen=True)
class Member:
    id: UUID
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Device:
    """`revoked` is the reason, None while the device is trusted."""

    id: UUID
    name: str
    screen: str
    door: str | None
    revoked: str | None = None


@dataclass(frozen=True)
class Team:
    members: Map[UUID, Member] = field(default_factory=Map)
    devices: Map[UUID, Device] = field(default_factory=Map)
    version: int = 0

    @property
    def by_name(self) -> tuple[Member, ...]:
        return tuple(sorted(self.members.values(), key=lambda m: (by_given_name(m.name), m.id)))

    @property
    def trusted(self) -> tuple[Device, ...]:
        kept = (device for device in self.devices.values() if device.revoked is None)
        return tuple(sorted(kept, key=lambda d: (collation(d.name), d.id)))

    def screen_of(self, device: UUID) -> str | None:
        """The one screen that a device may open; None when it is not or no longer trusted."""
        found = self.devices.get(device)
        return found.screen if found and found.revoked is None else None

    def named(self, id: UUID) -> str | None:
        """The name of a member or a device, None for anything else."""
        one = self.members.get(id) or self.devices.get(id)
        return one.name if one else None


def blank(conference_id: UUID) -> Team:
    return Team()


@singledispatch
def evolve(fact: Fact, team: Team) -> Team:
    return team


@evolve.register
def _(fact: TeamFormed, team: Team) -> Team:
    return replaced(team, version=fact.originator_version)


@evolve.register
def _(fact: MemberAppointed, team: Team) -> Team:
    member = Member(fact.member, fact.name, tuple(fact.roles))
    members = team.members.set(member.id, member)
    return replaced(team, members=members, version=fact.originator_version)


@evolve.register
def _(fact: MemberDismissed, team: Team) -> Team:
    members = team.members.delete(fact.member)
    return replaced(team, members=members, version=fact.originator_version)


@evolve.register
def _(fact: DevicePaired, team: Team) -> Team:
    device = Device(fact.device, fact.name, fact.screen, fact.door)
    devices = team.devices.set(device.id, device)
    return replaced(team, devices=devices, version=fact.originator_version)


@evolve.register
def _(fact: DeviceRevoked, team: Team) -> Team:
    device = replaced(team.devices[fact.device], revoked=fact.reason)
    devices = team.devices.set(device.id, device)
    return replaced(team, devices=devices, version=fact.originator_version)
