"""A log that no command would have written is found out."""

from dataclasses import replace
from typing import Any

from builders import CLERK, DAY, KIEN_GIANG, id

from events.agenda import ItemAdded, ItemFinished, ItemStarted
from events.attendance import GuestCheckedIn
from events.awards import AwardPresented, InstrumentRegistered
from events.base import Fact
from events.conference import ConferenceClosed
from events.invitation_answers import InvitationWithdrawn
from events.seating import SeatingAccepted
from projections.soundness import Soundness


def fact(what: type[Fact], version: int = 2, /, **said: Any) -> Fact:
    envelope = {"timestamp": DAY, "conference_id": KIEN_GIANG, "by": CLERK}
    return what(originator_id=id("x"), originator_version=version, **envelope, **said)


def broken(*facts: Fact) -> list[tuple[int, str]]:
    """The breaches in these facts; the aggregate had one fact before them."""
    log = Soundness(versions={id("x"): 1})
    for position, one in enumerate(facts, start=2):
        log.take(position, one)
    return [(breach.position, breach.code) for breach in log.breaches]


def entry(version: int) -> Fact:
    return fact(GuestCheckedIn, version, door="1", device="a", at=DAY)


def test_a_check_in_after_a_withdrawal() -> None:
    withdrawn = fact(InvitationWithdrawn, 2, reason="")
    assert broken(withdrawn, entry(3)) == [(3, "log.check-in-after-withdrawal")]


def test_a_second_check_in() -> None:
    assert broken(entry(2), entry(3)) == [(3, "log.check-in-twice")]


def test_a_gap_in_the_versions_and_a_story_without_a_beginning() -> None:
    assert broken(entry(3)) == [(2, "log.version-gap")]
    assert broken(replace(entry(1), originator_id=id("y"))) == [(2, "log.version-gap")]


def test_a_presented_proposal_and_an_award_presented_twice() -> None:
    line = {"line": id("line")}
    said = dict.fromkeys(("title", "number", "dated_on", "level", "signatory", "announcer"), "")
    said |= {"instrument": id("i"), "kind": "proposal", "stated_count": 1, "lines": [line]}
    presented = {"line": id("line"), "presenter": "", "receiver": "", "at": DAY}
    facts = [
        fact(InstrumentRegistered, 2, **said),
        fact(AwardPresented, 3, **presented),
        fact(AwardPresented, 4, **presented),
    ]
    twice = [(4, "log.presented-without-decision"), (4, "log.presented-twice")]
    assert broken(*facts) == [(3, "log.presented-without-decision"), *twice]


def test_a_seat_with_two_guests_and_a_guest_with_two_seats() -> None:
    one, two = {"seat": "A-01", "guest": id("a")}, {"seat": "A-01", "guest": id("b")}
    other = {"seat": "A-02", "guest": id("a")}
    assert broken(fact(SeatingAccepted, seats=[one, two], seed=1)) == [(2, "log.seat-twice")]
    assert broken(fact(SeatingAccepted, seats=[one, other], seed=1)) == [
        (2, "log.guest-seated-twice")
    ]


def test_an_item_runs_once_and_a_conference_closes_after_its_opening() -> None:
    added = fact(ItemAdded, 2, item=id("i"), kind="report", title="", minutes=1)
    run = {"item": id("i"), "at": DAY}
    facts = [added, fact(ItemStarted, 3, **run), fact(ItemFinished, 4, **run)]
    assert broken(*facts) == []
    assert broken(*facts, fact(ItemStarted, 5, **run)) == [(5, "log.item-not-waiting")]
    assert broken(fact(ItemFinished, 2, **run)) == [(2, "log.item-not-started")]
    assert broken(fact(ConferenceClosed, 2, at=DAY)) == [(2, "log.closed-unopened")]
