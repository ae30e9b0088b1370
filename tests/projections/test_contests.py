"""Contested entries: open until somebody settles them, the earliest first."""

from builders import STAMP, at, folded
from builders_invitation import an_invitation, enter, facts_of

from projections import contests as document
from projections.contests import Contest


def test_a_contested_entry_waits_until_it_is_settled() -> None:
    invitation = an_invitation(enter)
    for door, clock in (("B", "07:50"), ("C", "07:40")):
        invitation.contest_entry(STAMP, "already", door, "máy", at(clock), scan_id=f"scan {door}")
    first = invitation.version - 1
    invitation.settle_contest(STAMP, first, "same_person", "quét hai lần", at("07:55"))
    found = folded(document, facts_of(invitation))
    later = Contest(invitation.id, first + 1, "already", "C", "máy", at("07:40"), STAMP.by)
    assert found.open == (later,)
    (settled,) = found.settled
    assert (settled.door, settled.outcome, settled.note) == ("B", "same_person", "quét hai lần")
    assert (settled.settled_at, settled.settled_by) == (at("07:55"), STAMP.by)
