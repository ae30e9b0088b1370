"""The letter of an invitation: sent, opened, and begun anew with a new code."""

import pytest
from builders import STAMP, at, then, told
from builders_invitation import a_group, a_walk_in, an_invitation

from conference.domain.invitation import Invitation
from conference.errors import Refused
from events.invitation_letters import (
    GuestReminded,
    InvitationOpened,
    InvitationSent,
    InvitationUndeliverable,
)

SENT = {"channel": "paper", "number": "45/GM-UBND", "dated_on": "2019-03-15", "at": at("08:00")}


def send(invitation: Invitation) -> None:
    invitation.send(STAMP, "paper", "45/GM-UBND", "2019-03-15", at("08:00"))


def open_it(invitation: Invitation) -> None:
    invitation.open(STAMP, at("09:00"))


def test_a_letter_is_sent_once_under_a_number() -> None:
    invitation = an_invitation()
    send(invitation)
    send(invitation)
    assert told(then(invitation)) == [(InvitationSent, SENT)]


def test_the_same_letter_goes_out_by_another_channel() -> None:
    invitation = an_invitation(send)
    invitation.send(STAMP, "messenger", "45/GM-UBND", "2019-03-15", at("09:00"))
    assert told(then(invitation)) == [
        (InvitationSent, SENT | {"channel": "messenger", "at": at("09:00")})
    ]


def test_opening_is_told_once() -> None:
    invitation = an_invitation(send)
    open_it(invitation)
    open_it(invitation)
    assert told(then(invitation)) == [(InvitationOpened, {"at": at("09:00")})]


def test_a_new_code_is_sent_and_opened_anew() -> None:
    invitation = an_invitation(send, open_it, lambda i: i.reissue(STAMP, "mất thư"))
    send(invitation)
    open_it(invitation)
    assert [kind for kind, _ in told(then(invitation))] == [InvitationSent, InvitationOpened]


@pytest.mark.parametrize(
    ("invitation", "code"),
    [
        (an_invitation(lambda i: i.withdraw(STAMP, "trùng")), "invitation.withdrawn"),
        (a_group(), "invitation.a-group"),
        (a_walk_in(), "invitation.walked-in"),
    ],
)
def test_no_letter_goes_to_whom_none_is_due(invitation: Invitation, code: str) -> None:
    with pytest.raises(Refused) as refused:
        send(invitation)
    assert refused.value.code == code


BACK = ("letter", "dao@example.vn", "bounced", "45/GM-UBND", "2019-03-15")


def send_by_mail(invitation: Invitation) -> None:
    invitation.send(STAMP, "email", "45/GM-UBND", "2019-03-15", at("08:00"))


def come_back(invitation: Invitation) -> None:
    invitation.come_back(STAMP, *BACK, at("10:00"))


def test_a_letter_that_came_back_is_told_once_and_may_go_again_under_its_number() -> None:
    invitation = an_invitation(send_by_mail)
    come_back(invitation)
    come_back(invitation)
    send_by_mail(invitation)
    names = ("kind", "email", "reason", "number", "dated_on")
    assert told(then(invitation)) == [
        (InvitationUndeliverable, {**dict(zip(names, BACK, strict=True)), "at": at("10:00")}),
        (InvitationSent, SENT | {"channel": "email"}),
    ]


def test_a_reminder_that_came_back_leaves_the_letter_sent() -> None:
    invitation = an_invitation(send_by_mail)
    invitation.come_back(STAMP, "reminder", *BACK[1:], at("10:00"))
    send_by_mail(invitation)
    assert [kind for kind, _ in told(then(invitation))] == [InvitationUndeliverable]


def test_a_guest_is_reminded_until_an_answer_is_there() -> None:
    invitation = an_invitation(send)
    for clock in ("10:00", "10:00", "11:00"):
        invitation.remind(STAMP, "email", at(clock))
    assert told(then(invitation)) == [
        (GuestReminded, {"channel": "email", "at": at("10:00")}),
        (GuestReminded, {"channel": "email", "at": at("11:00")}),
    ]
    invitation.accept(STAMP)
    with pytest.raises(Refused, match=r"invitation\.answered"):
        invitation.remind(STAMP, "email", at("12:00"))
