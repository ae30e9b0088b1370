"""Planned against actual: takes, delays, what was left out, put in, or withdrawn."""

from typing import Any

from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.agenda import Agenda
from projections import agenda as document
from projections.played import Played, in_minutes, played


def a_day(*names: str, released: bool = True) -> Agenda:
    """Ten minutes each from 07:30."""
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30"))
    for name in names:
        add(agenda, name)
    if released:
        agenda.release(STAMP, None, at("07:00"))
    return agenda


def play(agenda: Agenda, name: str, begins: str, ends: str | None) -> None:
    agenda.start_item(STAMP, id(name), at(begins))
    if ends:
        agenda.finish_item(STAMP, id(name), at(ends))


def compared(agenda: Agenda) -> Played:
    return played(folded(document, list(agenda.collect_events())))


def told(day: Played) -> list[tuple[Any, ...]]:
    return [
        (one.item.title, one.outcome, one.planned_minutes, one.played_s, one.late_s, one.over_s)
        for one in day.lines
    ]


def test_a_late_start_and_items_over_and_under_their_time() -> None:
    agenda = a_day("a", "b")
    play(agenda, "a", "07:42", "07:55")
    play(agenda, "b", "07:55", "08:01")
    day = compared(agenda)
    assert told(day) == [
        ("a", "finished", 10, 13 * 60, 12 * 60, 3 * 60),
        ("b", "finished", 10, 6 * 60, 15 * 60, -4 * 60),
    ]
    assert (day.start_late_s, day.end_late_s) == (12 * 60, 11 * 60)
    assert (day.planned_minutes, day.played_s, day.over_s) == (20, 19 * 60, -60)
    assert (day.planned_end, day.ended_at) == (at("07:50"), at("08:01"))


def test_a_day_that_goes_on_is_not_yet_short_of_its_plan() -> None:
    waits, runs = a_day("a", "b"), a_day("a", "b")
    for agenda in (waits, runs):
        play(agenda, "a", "07:42", "07:55")
    play(runs, "b", "07:55", None)
    assert [compared(agenda).over_s for agenda in (waits, runs)] == [None, None]


def test_the_plan_is_the_releases_whatever_was_moved_since() -> None:
    agenda = a_day("a", "b")
    agenda.time_item(STAMP, id("b"), 25, None)
    add(agenda, "c", before=id("b"), minutes=5)
    play(agenda, "a", "07:30", "07:40")
    play(agenda, "c", "07:40", "07:45")
    assert told(compared(agenda)) == [
        ("a", "finished", 10, 600, 0, 0),
        ("c", "added", None, 300, None, None),
        ("b", "waiting", 10, None, None, None),
    ]


def test_what_was_left_out_or_withdrawn_is_told_and_counts_in_the_plan() -> None:
    agenda = a_day("a", "b", "c")
    play(agenda, "a", "07:30", "07:40")
    agenda.skip_item(STAMP, id("b"), "hết giờ", at("07:40"))
    agenda.withdraw_item(STAMP, id("c"), "vắng")
    day = compared(agenda)
    assert [(one[0], one[1]) for one in told(day)] == [
        ("a", "finished"),
        ("b", "skipped"),
        ("c", "withdrawn"),
    ]
    assert (day.planned_minutes, day.played_s) == (30, 600)


def test_what_the_day_put_in_is_not_planned_even_where_nothing_was_released() -> None:
    draft = an_agenda()
    draft.set_start(STAMP, at("07:30"))
    add(draft, "a")
    draft.insert_item(STAMP, id("c"), kind="remarks", title="c", minutes=5, at=at("07:29"))
    play(draft, "c", "07:30", "07:35")
    assert told(compared(draft)) == [
        ("c", "added", None, 300, None, None),
        ("a", "waiting", 10, None, None, None),
    ]


def test_a_second_take_counts_with_the_first() -> None:
    agenda = a_day("a", "b")
    play(agenda, "a", "07:30", "07:35")
    play(agenda, "b", "07:35", "07:45")
    agenda.retake_item(STAMP, id("a"), at("07:45"))
    agenda.finish_item(STAMP, id("a"), at("07:52"))
    first = compared(agenda).lines[0]
    assert (first.started_at, first.played_s) == (at("07:30"), 12 * 60)


def test_while_an_item_runs_it_has_no_length_and_the_day_no_end() -> None:
    agenda = a_day("a", "b")
    play(agenda, "a", "07:33", None)
    day = compared(agenda)
    assert (day.begun, day.lines[0].late_s, day.lines[0].played_s) == (True, 180, None)
    assert (day.ended_at, day.end_late_s) == (None, None)


def test_the_day_ends_when_nothing_more_is_to_come_or_the_conference_is_closed() -> None:
    agenda = a_day("a", "b")
    play(agenda, "a", "07:30", "07:41")
    facts = list(agenda.collect_events())
    seen = folded(document, facts)
    assert (played(seen).over, played(seen).ended_at) == (False, None)
    closed = played(seen, at("07:50"))
    assert (closed.over, closed.ended_at, closed.end_late_s) == (True, at("07:41"), -9 * 60)


def test_what_ran_when_the_conference_was_closed_ended_with_it() -> None:
    agenda = a_day("a", "b")
    play(agenda, "a", "07:33", None)
    day = played(folded(document, list(agenda.collect_events())), at("07:45"))
    assert [(one.outcome, one.played_s) for one in day.lines] == [
        ("finished", 12 * 60),
        ("waiting", None),
    ]
    assert (day.over, day.ended_at) == (True, at("07:45"))


def test_a_day_that_has_not_begun_has_only_its_plan() -> None:
    day = compared(a_day("a"))
    assert (day.begun, day.started_at, day.start_late_s, day.played_s) == (False, None, None, 0)


def test_without_a_release_the_agenda_is_the_plan() -> None:
    agenda = a_day("a", released=False)
    play(agenda, "a", "07:31", "07:40")
    assert told(compared(agenda)) == [("a", "finished", 10, 540, 60, -60)]


def test_half_a_minute_counts_as_one() -> None:
    assert [in_minutes(s) for s in (0, 29, 30, 89, 90, -29, -30, -90)] == [0, 0, 1, 1, 2, 0, -1, -2]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 40)), min_size=1, max_size=8))
def test_the_end_is_late_by_the_start_and_all_that_was_over_and_between(
    steps: list[tuple[int, int]],
) -> None:
    """Played one after another: drift of the end = drift of the start + pauses + overruns."""
    names = [f"item {n}" for n in range(len(steps))]
    agenda, minute = a_day(*names), 30
    for name, (pause, lasting) in zip(names, steps, strict=True):
        minute += pause
        begins, ends = minute, minute + lasting
        play(agenda, name, clock(begins), clock(ends))
        minute = ends
    day = compared(agenda)
    pauses = sum(pause for pause, _ in steps[1:]) * 60
    over = sum(one.over_s or 0 for one in day.lines)
    assert day.end_late_s == (day.start_late_s or 0) + pauses + over


def clock(minute: int) -> str:
    return f"{7 + minute // 60:02}:{minute % 60:02}"
