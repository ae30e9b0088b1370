"""The letter of an invitation: sent, opened, and begun anew with a new code."""

import pytest
from builders import STAMP, at, then, told
from builders_invitation import a_group, a_walk_in, an_invitation

from conference.domain.invitation import Invitation
from conference.errors import Refused
from events.invitation_letters import InvitationOpened, InvitationSent

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
