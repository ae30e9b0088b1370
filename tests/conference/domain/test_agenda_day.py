"""The day's rules: one item at a time, a step taken once, nothing overwritten."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import an_agenda

from conference.domain.agenda import Agenda
from conference.errors import Refused
from events.agenda import ItemFinished, ItemStarted
from events.agenda_day import ItemAllotted, ItemReturned, ItemSkipped

Act = Callable[[Agenda], Any]
NOW = at("08:00")

start: Act = lambda a: a.start_item(STAMP, id("a"), NOW)  # noqa: E731
finish: Act = lambda a: a.finish_item(STAMP, id("a"), NOW)  # noqa: E731
skip: Act = lambda a: a.skip_item(STAMP, id("b"), "vắng", NOW)  # noqa: E731


def after(*acts: Act) -> Agenda:
    agenda = an_agenda("a", "b", "c")
    for act in acts:
        act(agenda)
    agenda.collect_events()
    return agenda


def test_passing_on_ends_one_item_and_begins_another() -> None:
    agenda = after(start)
    agenda.pass_on(STAMP, id("a"), id("b"), NOW)
    assert told(then(agenda)) == [
        (ItemFinished, {"item": id("a"), "at": NOW}),
        (ItemStarted, {"item": id("b"), "at": NOW}),
    ]


def test_who_passes_on_second_does_nothing() -> None:
    agenda = after(start, lambda a: a.pass_on(STAMP, id("a"), id("b"), NOW))
    agenda.pass_on(STAMP, id("a"), id("b"), NOW)
    assert then(agenda) == []


def test_a_second_take_stands_beside_the_first() -> None:
    agenda = after(start, finish)
    agenda.retake_item(STAMP, id("a"), NOW)
    agenda.retake_item(STAMP, id("a"), NOW)
    assert told(then(agenda)) == [(ItemStarted, {"item": id("a"), "at": NOW})]


def test_minutes_are_given_once_and_the_plan_stays() -> None:
    agenda = after(start)
    for minutes in (10, 12, 12):
        agenda.allot_item(STAMP, id("a"), minutes, NOW)
    assert told(then(agenda)) == [(ItemAllotted, {"item": id("a"), "minutes": 12, "at": NOW})]
    assert agenda.items[id("a")].minutes == 10


def test_a_skipped_item_is_taken_up_again() -> None:
    agenda = after(skip)
    skip(agenda)
    agenda.return_item(STAMP, id("b"), NOW)
    agenda.return_item(STAMP, id("b"), NOW)
    assert told(then(agenda)) == [(ItemReturned, {"item": id("b"), "at": NOW})]
    skip(agenda)
    assert [type(fact) for fact in then(agenda)] == [ItemSkipped]


@pytest.mark.parametrize(
    ("before", "act", "code"),
    [
        ((start,), lambda a: a.start_item(STAMP, id("b"), NOW), "another-item-runs"),
        ((start,), lambda a: a.retake_item(STAMP, id("b"), NOW), "another-item-runs"),
        ((start, finish), start, "item-finished"),
        ((), lambda a: a.retake_item(STAMP, id("a"), NOW), "item-not-finished"),
        ((), finish, "item-not-started"),
        ((), lambda a: a.pass_on(STAMP, id("a"), id("b"), NOW), "item-not-started"),
        ((start, skip), lambda a: a.pass_on(STAMP, id("a"), id("b"), NOW), "item-not-waiting"),
        ((skip,), lambda a: a.start_item(STAMP, id("b"), NOW), "item-skipped"),
        ((start,), lambda a: a.skip_item(STAMP, id("a"), "x", NOW), "item-started"),
        ((start,), lambda a: a.return_item(STAMP, id("a"), NOW), "item-started"),
        ((start, finish), lambda a: a.allot_item(STAMP, id("a"), 5, NOW), "item-finished"),
        ((skip,), lambda a: a.allot_item(STAMP, id("b"), 5, NOW), "item-skipped"),
    ],
    ids=[
        "start beside another",
        "retake beside another",
        "start what is over",
        "retake what never was",
        "finish what never began",
        "pass on from nothing",
        "pass on to what is skipped",
        "start what is skipped",
        "skip what runs",
        "return what runs",
        "minutes for what is over",
        "minutes for what is skipped",
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    before: tuple[Act, ...], act: Act, code: str
) -> None:
    agenda = after(*before)
    with pytest.raises(Refused, match=rf"agenda\.{code}$"):
        act(agenda)
    assert then(agenda) == []
