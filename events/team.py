"""Facts of the team: who may do what at this conference, and which devices stand at it."""

from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact


class TeamFormed(Created):
    """The story of a conference's team begins."""

    TOPIC: ClassVar[str] = "team-formed"


class MemberAppointed(Fact):
    """`roles`: organizer, reception, supervisor, stage, auditor, admin."""

    TOPIC: ClassVar[str] = "member-appointed"
    PERSONAL: ClassVar = {"name": "member"}
    member: UUID
    name: str
    roles: list[str]


class MemberDismissed(Fact):
    """The member no longer has any role here."""

    TOPIC: ClassVar[str] = "member-dismissed"
    member: UUID


class DevicePaired(Fact):
    """A device scoped to one `screen` (door, mc, stage, hall) and, at a door, to one `door`."""

    TOPIC: ClassVar[str] = "device-paired"
    device: UUID
    name: str
    screen: str
    door: str | None


class DeviceRevoked(Fact):
    """The device is trusted no longer."""

    TOPIC: ClassVar[str] = "device-revoked"
    device: UUID
    reason: str
