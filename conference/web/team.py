"""The team's page: members with their roles, devices that stand at doors and screens."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault, vault_devices
from conference.commands.fields import Text
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
from conference.errors import NotFound, Refused
from conference.gate import may
from conference.language import sentence
from conference.web.door import act, noun, page

pages = noun("team", "/team")

LINK_DAYS = 7
"""Days in which a new member's link works: a week in which somebody looks at messages."""


class Appointing(AppointMember):
    """Who is appointed, by the login of a known account or of a new one."""

    login = Text(longest=80, load_default=None, allow_none=True)


@pages.get("")
@may("read_team")
def team_page(conference_id: UUID) -> ResponseReturnValue:
    return page("team", team=gate.shelf().team)


@pages.post("/members")
@may("appoint_member")
def members(conference_id: UUID) -> ResponseReturnValue:
    """Appoint somebody by login: a known account, or a new one with a link to hand over."""
    return act(Appointing, appointed, team_page)


def appointed(store: Any, stamp: Any, *, login: str | None, **said: Any) -> None:
    login = login or said["name"]
    found = vault.account_by_login(store, login)
    member = found.id if found else uuid4()
    appoint_member(store, stamp, member=member, **said)
    if found is None:
        vault.open_account(store, login=login, name=said["name"], id=member)
        give_link(member)


appointed.__name__ = appoint_member.__name__


def give_link(member: UUID) -> None:
    """A link that signs the member in once, shown to who made it and to nobody else."""
    until = gate.now() + timedelta(days=LINK_DAYS)
    secret = vault.make_link(gate.house().store, member, until)
    flash(gate.house().settings.address + url_for("session.link", secret=secret), "link")


@pages.post("/members/<uuid:member>/roles")
@may("appoint_member")
def member_roles(conference_id: UUID, member: UUID) -> ResponseReturnValue:
    return act(AppointMember, appoint_member, team_page, key=member, member=member)


@pages.post("/members/<uuid:member>/link")
@may("appoint_member")
def member_link(conference_id: UUID, member: UUID) -> ResponseReturnValue:
    found = gate.shelf().team.members.get(member)
    if found is None:
        raise NotFound("member", member)
    who = gate.actor()
    if opens_more(member, conference_id) and not (who and "admin" in who.everywhere):
        raise Refused("team.link-elsewhere", name=found.name)
    give_link(member)
    flash(sentence("done.member_link"))
    return team_page(conference_id)


def opens_more(member: UUID, conference_id: UUID) -> bool:
    """Whether the account opens more than this conference: a link to it would open that, too."""
    library, found = gate.house().library, vault.account(gate.house().store, member)
    others = (one.id for one in library.conferences().conferences if one.id != conference_id)
    return bool(found and found.everywhere) or any(
        member in library.shelf(id).team.members for id in others
    )


@pages.post("/members/<uuid:member>/dismissal")
@may("dismiss_member")
def dismissal(conference_id: UUID, member: UUID) -> ResponseReturnValue:
    return act(DismissMember, dismiss_member, team_page, key=member, member=member)


@pages.post("/devices")
@may("pair_device")
def devices(conference_id: UUID) -> ResponseReturnValue:
    return act(PairDevice, paired, team_page)


def paired(store: Any, stamp: Any, *, conference_id: UUID, **said: Any) -> None:
    device = pair_device(store, stamp, conference_id=conference_id, **said)
    give_pairing(conference_id, device)


paired.__name__ = pair_device.__name__


def give_pairing(conference_id: UUID, device: UUID) -> None:
    """The code that pairs the device once, shown to who made it and to nobody else."""
    key = vault_devices.Key(conference_id, device)
    secret = vault_devices.make_pairing(gate.house().store, key, gate.now())
    flash(gate.house().settings.address + url_for("devices.pairing", secret=secret), "pairing")


@pages.post("/devices/<uuid:device>/pairing")
@may("pair_device")
def device_pairing(conference_id: UUID, device: UUID) -> ResponseReturnValue:
    """A new code, for the same device or the one that takes its place."""
    if gate.shelf().team.screen_of(device) is None:
        raise NotFound("device", device)
    give_pairing(conference_id, device)
    return team_page(conference_id)


@pages.post("/devices/<uuid:device>/revocation")
@may("revoke_device")
def revocation(conference_id: UUID, device: UUID) -> ResponseReturnValue:
    return act(RevokeDevice, revoke_device, team_page, key=device, device=device)
