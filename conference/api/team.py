"""The team as JSON, and its commands."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from conference.api.door import Document, noun, read, write
from conference.commands.team import (
    AppointMember,
    DismissMember,
    PairDevice,
    RevokeDevice,
    appoint_member,
    dismiss_member,
    pair_device,
    revoke_device,
)
from projections.library import Shelf

pages = noun("team", "Members with their roles, devices")

TEAM = "/conferences/<uuid:conference_id>/team"
MEMBER = f"{TEAM}/members/<uuid:member>"


class MemberSchema(Schema):
    id = fields.UUID()
    name = fields.String()
    roles = fields.List(fields.String())


class DeviceSchema(Schema):
    id = fields.UUID()
    name = fields.String()
    screen = fields.String()
    door = fields.String(allow_none=True)


class TeamSchema(Document):
    members = fields.List(fields.Nested(MemberSchema))
    devices = fields.List(fields.Nested(DeviceSchema))


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.team.version


def told(shelf: Shelf) -> dict[str, Any]:
    return {"members": shelf.team.by_name, "devices": shelf.team.trusted}


read(pages, TEAM, TeamSchema, told, act="read_team", version=version)
write(pages, f"{MEMBER}/roles", AppointMember, appoint_member, version=version)
write(pages, f"{MEMBER}/dismissal", DismissMember, dismiss_member, version=version)
write(pages, f"{TEAM}/devices", PairDevice, pair_device, version=version, makes="device")
write(
    pages, f"{TEAM}/devices/<uuid:device>/revocation", RevokeDevice, revoke_device, version=version
)
