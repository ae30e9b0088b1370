"""The guest list's pages: who is invited, what each answered, and who is in the hall."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
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
from conference.copies import copied
from conference.gate import may
from conference.web.door import act, noun, page, shown_page

pages = noun("guests", "/guests")

GUESTS = 50
"""Guests of one page: two screens of a laptop."""


@pages.get("")
@may("read_guest_list")
@copied
def guest_page(conference_id: UUID) -> ResponseReturnValue:
    listed = gate.shelf().guest_list
    wanted = request.args.get("q", "").strip()
    found = listed.search(wanted) if wanted else listed.guests
    number = shown_page(len(found), GUESTS)
    shown = found[(number - 1) * GUESTS : number * GUESTS]
    return page("guests", listed=listed, shown=shown, wanted=wanted, number=number, found=found)


@pages.post("")
@may("issue_invitation")
def guests(conference_id: UUID) -> ResponseReturnValue:
    return act(IssueInvitation, issue_invitation, guest_page)


@pages.post("/groups")
@may("invite_group")
def groups(conference_id: UUID) -> ResponseReturnValue:
    return act(InviteGroup, invite_group, guest_page)


@pages.post("/groups/<uuid:guest>/count")
@may("count_group")
def group_count(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(CountGroup, count_group, guest_page, key=guest, guest=guest)


@pages.get("/<uuid:guest>")
@may("read_guest_list")
@copied
def one_page(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    found = gate.one_guest(guest)
    return page("guest", guest=found, seat=gate.shelf().seating_plan.seat_by_guest.get(guest))


@pages.post("/<uuid:guest>/description")
@may("describe_guest")
def description(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(DescribeGuest, describe_guest, one_page, guest=guest)


@pages.post("/<uuid:guest>/acceptance")
@may("accept_invitation")
def acceptance(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(AcceptInvitation, accept_invitation, one_page, guest=guest)


@pages.post("/<uuid:guest>/refusal")
@may("decline_invitation")
def refusal(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(DeclineInvitation, decline_invitation, one_page, guest=guest)


@pages.post("/<uuid:guest>/substitute")
@may("name_substitute")
def substitute(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(NameSubstitute, name_substitute, one_page, guest=guest)


@pages.post("/<uuid:guest>/withdrawal")
@may("withdraw_invitation")
def withdrawal(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(WithdrawInvitation, withdraw_invitation, one_page, guest=guest)


@pages.post("/<uuid:guest>/reissue")
@may("reissue_invitation")
def reissue(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(ReissueInvitation, reissue_invitation, one_page, guest=guest)


@pages.post("/<uuid:guest>/precedence")
@may("override_precedence")
def precedence(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(OverridePrecedence, override_precedence, one_page, guest=guest)
