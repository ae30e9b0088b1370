"""The day's rules: one item at a time, a step taken once, nothing overwritten."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import an_agenda
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.agenda import Agenda
from conference.errors import Refused
from events.agenda import ItemFinished, ItemStarted
from events.agenda_day import (
    ItemAllotted,
    ItemInserted,
    ItemReinstated,
    ItemReturned,
    ItemSkipped,
    LeastMinutesSet,
    SpeakerPulseChosen,
    StepReverted,
)

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


def insert(agenda: Agenda) -> None:
    agenda.insert_item(STAMP, id("new"), kind="remarks", title="Ý kiến", minutes=5, at=NOW)


def back(*, started: str | None = None, finished: str | None = None) -> Act:
    began, ended = started and id(started), finished and id(finished)
    return lambda a: a.revert_step(STAMP, started=began, finished=ended, at=NOW)


def on(agenda: Agenda) -> None:
    agenda.pass_on(STAMP, id("a"), id("b"), NOW)


def withdraw(name: str) -> Act:
    return lambda a: a.withdraw_item(STAMP, id(name), "bận")


def reinstate(name: str) -> Act:
    return lambda a: a.reinstate_item(STAMP, id(name), NOW)


def order(agenda: Agenda) -> list[str]:
    names = {id(name): name for name in ("a", "b", "c", "new")}
    return [names[one] for one in agenda.order]


@pytest.mark.parametrize(
    ("before", "place", "stands"),
    [
        ((), "a", ["new", "a", "b", "c"]),
        ((start,), "b", ["a", "new", "b", "c"]),
        ((start, on), "c", ["a", "b", "new", "c"]),
        ((start, finish), "b", ["a", "new", "b", "c"]),
        ((lambda a: a.start_item(STAMP, id("c"), NOW),), None, ["a", "b", "c", "new"]),
    ],
    ids=["before all", "behind what runs", "behind what runs later", "in between", "last"],
)
def test_an_item_is_put_in_right_behind_what_runs(
    before: tuple[Act, ...], place: str | None, stands: list[str]
) -> None:
    agenda = after(*before)
    insert(agenda)
    said = {"item": id("new"), "kind": "remarks", "title": "Ý kiến", "minutes": 5, "at": NOW}
    assert told(then(agenda)) == [(ItemInserted, {**said, "before": place and id(place)})]
    assert order(agenda) == stands


def test_a_step_that_was_a_mistake_is_taken_back_by_one_more_fact() -> None:
    agenda = after(start, on)
    back(started="b", finished="a")(agenda)
    said = {"started": id("b"), "finished": id("a"), "at": NOW}
    assert told(then(agenda)) == [(StepReverted, said)]
    assert [agenda.items[id(name)].state for name in "abc"] == ["started", "waiting", "waiting"]
    back(started="a")(agenda)
    assert agenda.items[id("a")].state == "waiting"


def test_who_takes_a_step_back_second_takes_no_other_back() -> None:
    agenda = after(start, on, back(started="b", finished="a"))
    back(started="b", finished="a")(agenda)
    assert then(agenda) == []
    assert agenda.items[id("a")].state == "started"


def test_a_second_take_that_was_a_mistake_leaves_the_first() -> None:
    agenda = after(start, finish, lambda a: a.retake_item(STAMP, id("a"), at("08:05")))
    back(started="a")(agenda)
    assert agenda.items[id("a")].state == "finished"
    back(finished="a")(agenda)
    assert agenda.items[id("a")].state == "started"


def test_a_withdrawal_is_taken_back_to_where_the_item_stood() -> None:
    agenda = after(withdraw("b"))
    reinstate("b")(agenda)
    reinstate("b")(agenda)
    said = {"item": id("b"), "before": id("c"), "at": NOW}
    assert told(then(agenda)) == [(ItemReinstated, said)]
    assert (order(agenda), agenda.items[id("b")].state) == (["a", "b", "c"], "waiting")


def test_a_withdrawn_item_whose_place_was_played_comes_before_what_waits() -> None:
    agenda = after(withdraw("a"), lambda a: a.start_item(STAMP, id("b"), NOW))
    reinstate("a")(agenda)
    assert order(agenda) == ["b", "a", "c"]


def test_what_holds_for_the_day_is_recorded_where_it_is_new() -> None:
    agenda = after()
    for pulse in (False, True, True):
        agenda.choose_pulse(STAMP, pulse)
    for minutes in (7, 7, None, None):
        agenda.set_least_minutes(STAMP, "speech", minutes)
    assert told(then(agenda)) == [
        (SpeakerPulseChosen, {"pulse": True}),
        (LeastMinutesSet, {"kind": "speech", "minutes": 7}),
        (LeastMinutesSet, {"kind": "speech", "minutes": None}),
    ]


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
        ((), back(started="a"), "step-not-last"),
        ((start, finish), back(started="a"), "step-not-last"),
        ((start,), reinstate("a"), "item-not-withdrawn"),
        ((insert,), insert, "item-exists"),
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
        "step back before the first",
        "step back past another",
        "bring back what runs",
        "put in twice",
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    before: tuple[Act, ...], act: Act, code: str
) -> None:
    agenda = after(*before)
    with pytest.raises(Refused, match=rf"agenda\.{code}$"):
        act(agenda)
    assert then(agenda) == []


PRESSES = st.lists(st.tuples(st.sampled_from(["a", "b", "on", "back"]), st.integers(-600, 600)))


@given(PRESSES)
def test_no_item_ends_before_it_began_and_none_begins_before_the_last_ended(
    presses: list[tuple[str, int]],
) -> None:
    """Whatever the clock does meanwhile: it may be put right by hours between two presses."""
    agenda, now, takes = an_agenda("a", "b"), at("07:30"), list[datetime]()
    for button, minutes in presses:
        now += timedelta(minutes=minutes)
        with suppress(Refused):
            press(agenda, button, now)
    for fact in then(agenda):
        if isinstance(fact, StepReverted):
            takes = takes[: -sum(one is not None for one in (fact.started, fact.finished))]
        elif isinstance(fact, ItemStarted | ItemFinished):
            takes.append(fact.at)
    assert takes == sorted(takes)


def press(agenda: Agenda, button: str, now: datetime) -> None:
    """One of a moderator's buttons: an item's own, the one that goes on, the one that goes back."""
    if button == "on":
        agenda.pass_on(STAMP, id("a"), id("b"), now)
    elif button == "back":
        started, finished = agenda.steps[-1].items if agenda.steps else (None, None)
        agenda.revert_step(STAMP, started=started, finished=finished, at=now)
    else:
        acts = {"waiting": agenda.start_item, "started": agenda.finish_item}
        acts.get(agenda.items[id(button)].state, agenda.retake_item)(STAMP, id(button), now)


def test_a_clock_put_back_between_two_presses_lets_the_item_end_when_it_began() -> None:
    agenda = an_agenda("a", "b")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    agenda.finish_item(STAMP, id("a"), at("07:00"))
    assert [fact.at for fact in then(agenda) if isinstance(fact, ItemStarted | ItemFinished)] == [
        at("08:00"),
        at("08:00"),
    ]
