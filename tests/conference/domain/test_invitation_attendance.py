"""The rules of attendance: in once, let out again with a reason, excused."""

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told
from builders_invitation import (
    a_place,
    a_walk_in,
    an_invitation,
    enter,
    replace_by,
)

from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import Entry
from conference.errors import Refused
from events.attendance import AbsenceExcused, CheckInReversed, ExcuseRevoked, GuestCheckedIn
from events.base import Stamp
from events.invitation import WalkInAdmitted
from events.invitation_answers import InvitationAccepted, InvitationDeclined


def excused(invitation: Invitation) -> None:
    invitation.excuse_absence(STAMP, "đi công tác")


def reversed_(invitation: Invitation) -> None:
    invitation.reverse_check_in(STAMP, "nhầm người", at("07:40"))


def test_a_guest_is_let_in_at_the_site_of_the_invitation() -> None:
    invitation = an_invitation(site="phu-quoc")
    entry = invitation.check_in(STAMP, "A", "quầy 1", at("07:30"), scan_id="s1")
    where = {"door": "A", "device": "quầy 1", "site": "phu-quoc", "scan_id": "s1"}
    ((fact, said),) = told(then(invitation))
    assert fact is GuestCheckedIn
    assert (where | {"at": at("07:30")}).items() <= said.items()
    assert entry == Entry(True, at("07:30"), "A", "quầy 1")


def test_the_second_scan_says_who_was_first_and_records_nothing() -> None:
    invitation = an_invitation(enter)
    entry = invitation.check_in(STAMP, "B", "quầy 2", at("07:42"))
    assert entry == Entry(False, at("07:30"), "A", "quầy 1")
    assert then(invitation) == []


@pytest.mark.parametrize(
    "answer",
    [
        lambda i: i.accept(STAMP),
        lambda i: i.decline(STAMP, "ốm"),
        replace_by,
        excused,
    ],
)
def test_whatever_was_answered_who_comes_is_let_in(answer: object) -> None:
    invitation = an_invitation(answer)  # type: ignore[arg-type]
    assert enter(invitation).first
    assert (invitation.present, invitation.excuse) == (True, None)


def test_who_declined_and_comes_has_accepted_by_that() -> None:
    invitation = an_invitation(lambda i: i.decline(STAMP, "ốm"))
    enter(invitation)
    enter(invitation)
    assert [type(fact) for fact in then(invitation)] == [InvitationAccepted, GuestCheckedIn]


def test_a_withdrawn_code_admits_nobody() -> None:
    invitation = an_invitation(lambda i: i.withdraw(STAMP, "trùng"))
    with pytest.raises(Refused, match=r"invitation\.withdrawn"):
        enter(invitation)
    assert then(invitation) == []


def test_a_place_admits_before_it_is_named() -> None:
    place = given(a_place)
    assert enter(place).first
    assert [type(fact) for fact in then(place)] == [GuestCheckedIn]


def test_an_entry_is_reversed_with_a_reason_and_may_happen_again() -> None:
    invitation = an_invitation(enter)
    reversed_(invitation)
    assert enter(invitation, "07:50").first
    taken_back, again = told(then(invitation))
    assert taken_back == (CheckInReversed, {"reason": "nhầm người", "at": at("07:40")})
    assert (again[0], again[1]["at"]) == (GuestCheckedIn, at("07:50"))


def test_a_mistaken_entry_leaves_refusal_and_excuse_as_they_were() -> None:
    invitation = an_invitation(excused, lambda i: i.decline(STAMP, "ốm"), enter, reversed_)
    assert (invitation.answer, invitation.excuse) == ("declined", "đi công tác")
    again = given(lambda: an_invitation(lambda i: i.decline(STAMP, "ốm")), enter)
    reversed_(again)
    facts = told(then(again))
    assert [fact for fact, _ in facts] == [CheckInReversed, InvitationDeclined]
    assert facts[1][1] == {"reason": "ốm"}
    enter(invitation)
    reversed_(invitation)
    assert (invitation.answer, invitation.excuse) == ("declined", "đi công tác")


def test_what_the_guest_said_after_the_refusal_stands_when_an_entry_is_taken_back() -> None:
    later = Stamp(STAMP.by, at("07:20"))
    invitation = an_invitation(
        lambda i: i.decline(STAMP, "ốm"), lambda i: i.accept(later), enter, reversed_
    )
    assert (invitation.answer, invitation.excuse) == ("accepted", None)


def test_another_doors_entry_that_stands_instead_keeps_what_was_before() -> None:
    def another(invitation: Invitation) -> None:
        entry = {"door": "B", "device": "quầy 2", "at": at("07:31"), "scan_id": "s2"}
        clocks = {"scanned_at": None, "skew_ms": None, "time_doubted": False}
        invitation.contest_entry(STAMP, "already", **entry, **clocks)  # type: ignore[arg-type]

    invitation = an_invitation(
        lambda i: i.decline(STAMP, "ốm"),
        lambda i: i.check_in(STAMP, "A", "quầy 1", at("07:30"), scan_id="s1"),
        another,
    )
    invitation.take_back_entry(STAMP, "s1", "nhầm người", at("07:40"))
    assert (invitation.present, invitation.answer) == (True, "accepted")
    invitation.take_back_entry(STAMP, "s2", "nhầm người", at("07:41"))
    assert (invitation.present, invitation.answer) == (False, "declined")


def test_only_an_entry_is_reversed() -> None:
    for invitation in (an_invitation(), an_invitation(enter, reversed_)):
        with pytest.raises(Refused, match=r"attendance\.not-in"):
            reversed_(invitation)
        assert then(invitation) == []


def test_an_absence_is_excused_once_for_each_reason() -> None:
    invitation = an_invitation()
    for reason in ("ốm", "ốm", "đi công tác"):
        invitation.excuse_absence(STAMP, reason)
    invitation.revoke_excuse(STAMP, "đã về")
    assert told(then(invitation)) == [
        (AbsenceExcused, {"reason": "ốm"}),
        (AbsenceExcused, {"reason": "đi công tác"}),
        (ExcuseRevoked, {"reason": "đã về"}),
    ]


def test_only_an_excuse_is_revoked() -> None:
    for invitation in (an_invitation(), an_invitation(excused, enter)):
        with pytest.raises(Refused, match=r"attendance\.not-excused"):
            invitation.revoke_excuse(STAMP, "đã về")


def test_who_is_in_is_not_absent() -> None:
    with pytest.raises(Refused, match=r"invitation\.already-in"):
        excused(an_invitation(enter))
    excused(an_invitation(enter, reversed_))


def test_a_walk_in_comes_on_somebodys_word() -> None:
    walk_in = a_walk_in("Hồ Văn C")
    assert enter(walk_in).first
    admitted, entered = told(then(walk_in))
    who = {"name": "Hồ Văn C", "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}
    assert (admitted[0], entered[0]) == (WalkInAdmitted, GuestCheckedIn)
    assert who.items() <= admitted[1].items()
    assert (walk_in.id, walk_in.conference_id) == (id("Hồ Văn C"), KIEN_GIANG)
