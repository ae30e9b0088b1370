"""Which edition is shown, and what it changed since an earlier release."""

import pytest
from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda

from conference.domain.agenda import Agenda
from projections import agenda as document
from projections.agenda_compared import compared


def thrice() -> Agenda:
    """Releases: a and b; then c; then b longer."""
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30"))
    for name in "ab":
        add(agenda, name)
    agenda.release(STAMP, None, at("07:00"))
    add(agenda, "c")
    agenda.release(STAMP, None, at("07:05"))
    agenda.time_item(STAMP, id("b"), 15, None)
    agenda.release(STAMP, None, at("07:10"))
    return agenda


def page(agenda: Agenda) -> document.Agenda:
    return folded(document, list(agenda.collect_events()))


def told(agenda: document.Agenda, asked: int | None) -> tuple[int, list[tuple[str, str]]]:
    """With which release it is compared, and what came of that."""
    here = compared(agenda, asked)
    found = [(one.item.title, " ".join(one.aspects)) for one in here.changes]
    return here.since.number if here.since else 0, found


@pytest.mark.parametrize("asked", [None, 0, 2, 3, 99])
def test_a_release_is_compared_with_the_one_before_unless_another_is_asked_for(
    asked: int | None,
) -> None:
    assert told(page(thrice()).public, asked) == (2, [("b", "minutes"), ("c", "start")])


def test_it_is_compared_with_any_before_it() -> None:
    assert told(page(thrice()).public, 1) == (1, [("b", "minutes"), ("c", "added")])
    assert compared(page(thrice()).public).earlier == (1, 2)


def test_a_draft_is_compared_with_the_last_release_to_who_sees_it() -> None:
    agenda = thrice()
    agenda.withdraw_item(STAMP, id("c"), "vắng")
    seen = page(agenda)
    assert told(seen, None) == (3, [("c", "withdrawn")])
    assert compared(seen).ahead == 1
    assert told(seen.public, None)[0] == 2
    assert compared(seen.public).ahead == 0


def test_what_the_day_made_of_the_plan_is_no_change_of_a_release() -> None:
    agenda = thrice()
    agenda.start_item(STAMP, id("a"), at("07:31"))
    agenda.skip_item(STAMP, id("c"), "hết giờ", at("07:32"))
    assert told(page(agenda).public, None) == (2, [("b", "minutes"), ("c", "start")])


def test_the_first_release_has_nothing_to_be_compared_with() -> None:
    agenda = an_agenda()
    assert told(page(agenda), None) == (0, [])
    add(agenda, "a")
    agenda.release(STAMP, None, at("07:00"))
    assert told(page(agenda), 1) == (0, [])
