"""Late recipients: who is missing at a time is read from the log, whatever the policy."""

from builders import STAMP, at, id
from builders_awards import an_instrument
from builders_commands import HERE, plan
from builders_door import invite
from cases import case_late_graduands as case

from conference.commands.attendance import check_in_guest
from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient
from conference.store import Store
from projections.library import Library
from projections.missing_recipients import missing

LINES = ("R1", "R3", "R7", "R9")


def test_recipients_leave_the_list_as_they_arrive_and_the_latest_is_missed_at_the_start(
    store: Store,
) -> None:
    plan(store, held_on="2019-03-25")
    invite(store, *LINES)
    register_instrument(store, STAMP, **HERE, **an_instrument(*LINES))
    for name in LINES:
        link_recipient(store, STAMP, **HERE, line=id(name), guest=id(name))
    check_in_guest(store, STAMP, **HERE, guest=id("R1"), at=at("09:00"), door="A")
    library, seen = Library(store.facts), {}
    for name, clock in case.ARRIVALS:
        seen[clock] = library.catch_up()
        check_in_guest(store, STAMP, **HERE, guest=id(name), at=at(clock), door="A")
    seen["at last"] = library.catch_up()
    left = {
        clock: [
            one.recipient
            for turn in missing(library.shelf(HERE["conference_id"], position).run_sheet)
            for one in turn.recipients
        ]
        for clock, position in seen.items()
    }
    assert left == {
        "09:20": ["R3", "R7", "R9"],
        "09:50": ["R3", "R9"],
        "10:05": ["R9"],
        "at last": [],
    }
    assert min(clock for clock in left if clock > case.START) == "10:05"
