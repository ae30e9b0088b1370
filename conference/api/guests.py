"""Guests and introductions as JSON, and the commands of an invitation."""

from collections.abc import Mapping
from typing import Any

from flask import request

from conference import gate
from conference.api.door import Sought, noun, read, write
from conference.api.guests_documents import GuestListSchema, IntroductionsSchema
from conference.commands.invitation import (
    DescribeGuest,
    InviteGroup,
    IssueInvitation,
    OverridePrecedence,
    describe_guest,
    invite_group,
    issue_invitation,
    override_precedence,
)
from conference.commands.invitation_answers import (
    AcceptInvitation,
    DeclineInvitation,
    NameSubstitute,
    ReissueInvitation,
    WithdrawInvitation,
    accept_invitation,
    decline_invitation,
    name_substitute,
    reissue_invitation,
    withdraw_invitation,
)
from conference.commands.invitation_count import CountGroup, count_group
from conference.errors import NotFound
from projections.guest import Guest
from projections.library import Shelf

pages = noun("guests", "Who is invited, what each answered, who is introduced")

CONFERENCE = "/conferences/<uuid:conference_id>"
GUESTS = f"{CONFERENCE}/guests"
GUEST = f"{GUESTS}/<uuid:guest>"
GROUP = f"{GUESTS}/groups/<uuid:guest>"


def listed(shelf: Shelf) -> dict[str, Any]:
    """The guest list, or those of it who are sought, each with the rank in the whole; phone, e-mail
    and birth date are only the organizer's to see."""
    personal = gate.allowed("read_personal")
    seats = shelf.seating_plan.seat_by_guest
    wanted = request.args.get("q", "").strip()
    found = {one.id for one in shelf.guest_list.search(wanted)} if wanted else None
    ranked = enumerate(shelf.guest_list.guests, 1)
    return {
        "guests": [
            told(guest, rank, seats.get(guest.id), personal)
            for rank, guest in ranked
            if found is None or guest.id in found
        ]
    }


SHOWN = (
    *("id", "kind", "name", "honorific", "post", "body", "group", "number", "of", "answer"),
    *("state", "entered_at", "door", "site", "vip", "version"),
)
"""What everybody who may read the list sees of a guest."""


def told(guest: Guest, rank: int | None, seat: str | None, personal: bool) -> dict[str, Any]:
    row = {name: getattr(guest, name) for name in SHOWN}
    row |= {"rank": rank, "seat": seat, "bloc": guest.standing.bloc}
    row["substitute"] = guest.substitute.name if guest.substitute else None
    if personal:
        known = {"phone": guest.phone, "email": guest.email}
        known["birth_date"] = guest.standing.birth_date
        row |= {name: value for name, value in known.items() if value}
    return row


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    """An invitation's own version: no other guest's change makes it old."""
    return gate.one_guest(ids["guest"]).version


def group_version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    group = shelf.guest_list.groups.get(ids["guest"])
    if group is None:
        raise NotFound("group", ids["guest"])
    return group.version


read(pages, GUESTS, GuestListSchema, listed, act="read_guest_list", asked=Sought)
read(
    pages,
    f"{CONFERENCE}/introductions",
    IntroductionsSchema,
    lambda shelf: shelf.introductions,
    act="read_introductions",
)
write(pages, GUESTS, IssueInvitation, issue_invitation, makes="guest")
write(pages, f"{GUESTS}/groups", InviteGroup, invite_group, makes="guest")
write(pages, f"{GROUP}/count", CountGroup, count_group, version=group_version)
write(pages, f"{GUEST}/description", DescribeGuest, describe_guest, version=version)
write(pages, f"{GUEST}/acceptance", AcceptInvitation, accept_invitation, version=version)
write(pages, f"{GUEST}/refusal", DeclineInvitation, decline_invitation, version=version)
write(pages, f"{GUEST}/substitute", NameSubstitute, name_substitute, version=version)
write(pages, f"{GUEST}/withdrawal", WithdrawInvitation, withdraw_invitation, version=version)
write(pages, f"{GUEST}/reissue", ReissueInvitation, reissue_invitation, version=version)
write(pages, f"{GUEST}/precedence", OverridePrecedence, override_precedence, version=version)
