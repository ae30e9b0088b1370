"""An import is taken back once, and only what nothing else has happened to since."""

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, told
from builders_invitation import an_invitation, enter, replace_by

from conference.domain.guest_import import GuestImport
from conference.domain.invitation import Invitation
from conference.errors import Refused
from events.guest_import import GuestListImportUndone
from events.invitation import GuestDescribed
from events.invitation_answers import InvitationWithdrawn

FILE = {"number": 1, "file": "khach.xlsx", "sha256": "0" * 64, "sheet": "Khách"}
COUNTS = {"added": 1, "changed": 1, "unchanged": 0, "missing": 0}


def accepted() -> GuestImport:
    ids = {"guests": [id("a"), id("b")], "versions": [1, 4]}
    return GuestImport.accept(STAMP, KIEN_GIANG, **FILE, **COUNTS, **ids)


def test_an_import_knows_what_it_touched() -> None:
    assert accepted().touched == ((id("a"), 1, True), (id("b"), 4, False))


def test_an_import_is_taken_back_once() -> None:
    counts = {"withdrawn": 1, "restored": 1, "kept": 0}
    listed = given(accepted, lambda one: one.undo(STAMP, withdrawn=1, restored=0, kept=1))
    with pytest.raises(Refused, match=r"guest-import\.undone"):
        listed.undo(STAMP, **counts)
    fresh = given(accepted)
    fresh.undo(STAMP, **counts)
    assert told(fresh.collect_events()) == [(GuestListImportUndone, counts)]


def test_an_import_of_which_nothing_is_left_is_not_taken_back() -> None:
    with pytest.raises(Refused, match=r"guest-import\.nothing-left"):
        accepted().undo(STAMP, withdrawn=0, restored=0, kept=2)


def test_a_new_guest_is_withdrawn_for_the_reason_of_the_import() -> None:
    guest = an_invitation()
    assert guest.take_back(STAMP, 1, True) == "withdrawn"
    assert told(guest.collect_events()) == [(InvitationWithdrawn, {"reason": "import"})]


def test_a_changed_guest_is_described_as_before() -> None:
    guest = an_invitation(lambda i: i.describe(STAMP, post="Phó Giám đốc"))
    assert guest.take_back(STAMP, 2, False) == "restored"
    ((kind, said),) = told(guest.collect_events())
    assert (kind, said["post"], said["name"]) == (GuestDescribed, "Giám đốc", "a")


def test_an_older_import_can_be_taken_back_after_the_newer_one() -> None:
    guest = an_invitation(lambda i: i.describe(STAMP, post="Phó Giám đốc"))
    guest.take_back(STAMP, 2, False)
    assert guest.take_back(STAMP, 1, True) == "withdrawn"


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (enter, "present"),
        (lambda i: i.accept(STAMP), "answered"),
        (lambda i: i.decline(STAMP, "bận"), "answered"),
        (replace_by, "answered"),
        (lambda i: i.excuse_absence(STAMP, "ốm"), "answered"),
        (lambda i: i.send(STAMP, "paper", "1/GM", "2019-03-19", at("07:00")), "sent"),
        (lambda i: i.describe(STAMP, post="Phó Giám đốc"), "described"),
        (lambda i: i.withdraw(STAMP, "nhầm"), "gone"),
    ],
)
def test_a_new_guest_who_has_moved_on_stays(act: object, why: str) -> None:
    guest: Invitation = an_invitation(act)  # type: ignore[arg-type]
    assert guest.take_back(STAMP, 1, True) == why
    assert guest.pending_events == []


def test_a_changed_guest_in_the_hall_gets_the_old_words_back() -> None:
    """Whoever reads names aloud must not keep a wrong one because its guest is in."""
    guest = an_invitation(lambda i: i.describe(STAMP, post="Phó Giám đốc"), enter)
    assert guest.take_back(STAMP, 2, False) == "restored"
