"""The clock of the day: delays move linked items, breaks and gaps absorb, fixed starts hold."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from typing import Any

from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.agenda import Agenda
from projections import agenda as document
from projections.clock import Clock
from projections.past_durations import Durations

Act = Callable[[Agenda], Any]


def a_day(*items: tuple[str, str, int], fixed: dict[str, str] | None = None) -> Agenda:
    """An agenda from 07:30 of (name, kind, minutes), some with fixed starts; nothing pending."""
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30"))
    for name, kind, minutes in items:
        starts = at(fixed[name]) if fixed and name in fixed else None
        add(agenda, name, kind=kind, minutes=minutes, fixed_start=starts)
    return agenda


def clock(agenda: Agenda, now: datetime) -> Clock:
    return Clock(now, folded(document, list(agenda.collect_events())))


def lived(agenda: Agenda, now: str, *acts: Act) -> Clock:
    for act in acts:
        act(agenda)
    return clock(agenda, at(now))


def start(name: str, when: str) -> Act:
    return lambda a: a.start_item(STAMP, id(name), at(when))


def finish(name: str, when: str) -> Act:
    return lambda a: a.finish_item(STAMP, id(name), at(when))


def made(agenda: Agenda, *acts: Act) -> list[Any]:
    for act in acts:
        act(agenda)
    return list(agenda.collect_events())


def times(seen: Clock) -> list[str]:
    """The projected starts as the clock on the wall shows them, in Việt Nam."""
    local = [one.projected_at and one.projected_at + timedelta(hours=7) for one in seen.items]
    return [one.strftime("%H:%M") if one else "–" for one in local]


THREE = (("a", "opening", 10), ("b", "report", 20), ("c", "closing", 10))


def test_before_its_time_the_day_is_as_planned() -> None:
    seen = lived(a_day(*THREE), "07:00")
    assert times(seen) == ["07:30", "07:40", "08:00"]
    assert (seen.drift_s, seen.end_drift_s, seen.running, seen.left_s) == (0, 0, None, None)
    assert seen.next is not None
    assert seen.next.item.id == id("a")


def test_who_has_not_begun_in_time_is_behind() -> None:
    seen = lived(a_day(*THREE), "07:42")
    assert times(seen) == ["07:42", "07:52", "08:12"]
    assert seen.drift_s == seen.end_drift_s == 12 * 60


def test_linked_items_move_with_a_late_start_and_with_an_item_that_runs_over() -> None:
    seen = lived(a_day(*THREE), "08:01", start("a", "07:42"), finish("a", "07:55"))
    assert times(seen) == ["07:42", "08:01", "08:21"]
    begun = lived(a_day(*THREE), "08:30", start("a", "07:42"))
    assert times(begun) == ["07:42", "08:30", "08:50"]
    assert (begun.left_s, begun.drift_s) == (-38 * 60, 50 * 60)


def test_items_that_end_early_bring_the_next_forward() -> None:
    seen = lived(a_day(*THREE), "07:36", start("a", "07:30"), finish("a", "07:36"))
    assert times(seen) == ["07:30", "07:36", "07:56"]
    assert seen.drift_s == -4 * 60


def test_a_break_absorbs_a_delay_and_keeps_five_minutes() -> None:
    items = (("a", "report", 30), ("tea", "break", 15), ("b", "report", 10))
    late = lived(a_day(*items), "07:38", start("a", "07:38"))
    assert times(late) == ["07:38", "08:08", "08:15"]
    assert late.end_drift_s == 0
    later = lived(a_day(*items), "07:45", start("a", "07:45"))
    assert times(later) == ["07:45", "08:15", "08:20"]
    assert later.end_drift_s == 5 * 60


def test_a_break_that_was_given_its_minutes_keeps_them() -> None:
    items = (("a", "report", 30), ("tea", "break", 15), ("b", "report", 10))
    given = lambda a: a.allot_item(STAMP, id("tea"), 20, at("07:31"))  # noqa: E731
    assert times(lived(a_day(*items), "07:38", start("a", "07:38"), given)) == [
        "07:38",
        "08:08",
        "08:28",
    ]


def test_a_gap_before_a_fixed_start_absorbs_and_a_delay_beyond_it_is_told() -> None:
    day = a_day(*THREE, fixed={"c": "08:10"})
    seen = lived(day, "07:38", start("a", "07:38"))
    assert times(seen) == ["07:38", "07:48", "08:10"]
    assert [one.late_s for one in seen.items] == [0, 0, 0]
    later = lived(a_day(*THREE, fixed={"c": "08:10"}), "07:45", start("a", "07:45"))
    assert times(later) == ["07:45", "07:55", "08:15"]
    assert [one.late_s for one in later.items] == [0, 0, 5 * 60]


def test_skipped_items_take_no_time_and_returned_ones_do_again() -> None:
    skip = lambda a: a.skip_item(STAMP, id("b"), "diễn giả vắng", at("07:35"))  # noqa: E731
    back = lambda a: a.return_item(STAMP, id("b"), at("07:36"))  # noqa: E731
    assert times(lived(a_day(*THREE), "07:36", start("a", "07:30"), skip)) == [
        "07:30",
        "07:40",
        "07:40",
    ]
    assert times(lived(a_day(*THREE), "07:36", start("a", "07:30"), skip, back)) == [
        "07:30",
        "07:40",
        "08:00",
    ]


def test_a_day_whose_last_item_was_left_out_has_ended_and_ends_no_later() -> None:
    skip = lambda a: a.skip_item(STAMP, id("c"), "hết giờ", at("08:02"))  # noqa: E731
    acts = (start("a", "07:30"), finish("a", "07:40"), start("b", "07:40"), finish("b", "08:02"))
    for now in ("08:03", "10:00"):
        seen = lived(a_day(*THREE, fixed={"c": "08:00"}), now, *acts, skip)
        assert (seen.ends_at, seen.drift_s, seen.end_drift_s) == (at("08:02"), -480, -480)
        assert (seen.advice.needed, seen.advice.cuts, seen.advice.missing) == (0, (), 0)
        assert [one.late_s for one in seen.items] == [0, 0, 0]


def test_nothing_can_be_cut_for_the_last_item() -> None:
    acts = (start("a", "07:30"), finish("a", "07:40"), start("b", "07:40"), finish("b", "08:02"))
    seen = lived(a_day(*THREE), "08:20", *acts, start("c", "08:02"))
    assert (seen.end_drift_s, seen.advice.needed, seen.advice.missing) == (600, 10, 10)
    assert seen.advice.cuts == ()


def test_a_second_take_is_a_second_take() -> None:
    again = lambda a: a.retake_item(STAMP, id("a"), at("07:50"))  # noqa: E731
    seen = lived(a_day(*THREE), "07:52", start("a", "07:30"), finish("a", "07:40"), again)
    (first, *_) = seen.items
    assert [(one.started_at, one.finished_at) for one in first.item.takes] == [
        (at("07:30"), at("07:40")),
        (at("07:50"), None),
    ]
    assert times(seen) == ["07:30", "08:00", "08:20"]


def test_a_second_take_brings_the_delay_that_it_makes_and_no_other() -> None:
    again = lambda a: a.retake_item(STAMP, id("a"), at("07:55"))  # noqa: E731
    early = (start("a", "07:30"), finish("a", "07:40"), start("b", "07:40"), finish("b", "07:50"))
    seen = lived(a_day(*THREE), "07:56", *early, again)
    assert times(seen) == ["07:30", "07:40", "08:05"]
    assert (seen.drift_s, seen.end_drift_s) == (5 * 60, 5 * 60)
    over = lived(a_day(*THREE), "08:00", *early, again, finish("a", "08:00"))
    assert (over.drift_s, over.end_drift_s) == (0, 0)


def test_an_item_taken_up_late_brings_its_own_delay_alone() -> None:
    skip = lambda a: a.skip_item(STAMP, id("a"), "chưa đến", at("07:30"))  # noqa: E731
    back = lambda a: a.return_item(STAMP, id("a"), at("07:50"))  # noqa: E731
    acts = (skip, start("b", "07:40"), finish("b", "08:00"), back)
    waits = lived(a_day(*THREE), "08:00", *acts)
    runs = lived(a_day(*THREE), "08:02", *acts, start("a", "08:00"))
    for seen in (waits, runs):
        assert (seen.drift_s, seen.end_drift_s) == (10 * 60, 10 * 60)


def insert(name: str, minutes: int, when: str, kind: str = "remarks") -> Act:
    said = {"kind": kind, "title": name, "minutes": minutes}
    return lambda a: a.insert_item(STAMP, id(name), at=at(when), **said)


def test_an_item_put_in_on_the_day_delays_the_rest_and_not_the_plan() -> None:
    seen = lived(a_day(*THREE), "07:32", start("a", "07:30"), insert("new", 5, "07:32"))
    assert times(seen) == ["07:30", "07:40", "07:45", "08:05"]
    assert (seen.drift_s, seen.end_drift_s) == (5 * 60, 5 * 60)
    assert [one.planned_at is None for one in seen.items] == [False, True, False, False]
    acts = (start("a", "07:30"), insert("new", 5, "07:32"), finish("a", "07:40"))
    runs = lived(a_day(*THREE), "07:44", *acts, start("new", "07:40"))
    assert (runs.left_s, runs.drift_s) == (60, 5 * 60)


def test_a_break_put_in_on_the_day_keeps_its_minutes() -> None:
    pause = insert("nghỉ", 15, "07:32", kind="break")
    seen = lived(a_day(*THREE), "07:45", start("a", "07:30"), pause)
    assert times(seen) == ["07:30", "07:45", "08:00", "08:20"]


def test_a_step_taken_back_never_was_for_the_clock() -> None:
    back = lambda a: a.revert_step(STAMP, started=id("b"), finished=id("a"), at=at("07:36"))  # noqa: E731
    on = lambda a: a.pass_on(STAMP, id("a"), id("b"), at("07:35"))  # noqa: E731
    seen = lived(a_day(*THREE), "07:37", start("a", "07:30"), on, back)
    plain = lived(a_day(*THREE), "07:37", start("a", "07:30"))
    assert (times(seen), seen.left_s) == (times(plain), plain.left_s)
    assert [one.item.state for one in seen.items] == ["started", "waiting", "waiting"]


def test_no_more_is_cut_than_what_was_set_or_past_conferences_took() -> None:
    items = (("a", "opening", 10), ("b", "speech", 15), ("c", "speech", 15))
    late, page = at("07:50"), lambda *acts: folded(document, made(a_day(*items), *acts))
    past = {"speech": Durations("speech", 8, 9, 11)}
    least = lambda minutes: lambda a: a.set_least_minutes(STAMP, "speech", minutes)  # noqa: E731
    for acts, before, left, origin in (
        ((), {}, [5, 5], "practice"),
        ((), past, [9, 9], "past"),
        ((least(12),), past, [12, 12], "set"),
        ((least(12), least(None)), past, [9, 9], "past"),
    ):
        seen = Clock(late, page(*acts), before)
        assert [cut.left for cut in seen.advice.cuts] == left
        (told,) = [one for one in seen.least if one.kind == "speech"]
        assert (told.origin, told.past) == (origin, before.get("speech"))
        assert seen.advice.missing == 20 - 30 + sum(left)


def test_a_break_keeps_what_was_set_on_every_screen() -> None:
    items = (("a", "report", 30), ("tea", "break", 15), ("b", "report", 10))
    least = lambda a: a.set_least_minutes(STAMP, "break", 12)  # noqa: E731
    late = lived(a_day(*items), "07:45", least, start("a", "07:45"))
    assert times(late) == ["07:45", "08:15", "08:27"]


def test_items_played_out_of_order_do_not_pull_the_waiting_ones_back() -> None:
    seen = lived(a_day(*THREE), "08:05", start("b", "07:40"), finish("b", "08:05"))
    assert times(seen) == ["08:05", "07:40", "08:15"]


def test_a_day_that_crosses_midnight_goes_on_the_next_morning() -> None:
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30") + timedelta(hours=16))
    add(agenda, "a", minutes=40)
    add(agenda, "b", minutes=10)
    seen = clock(agenda, at("07:30"))
    assert seen.items[1].projected_at == at("07:30") + timedelta(hours=16, minutes=40)
    assert seen.ends_at == at("07:30") + timedelta(hours=16, minutes=50)


def test_nothing_is_known_while_the_start_is_not() -> None:
    agenda = an_agenda()
    add(agenda, "a")
    seen = clock(agenda, at("08:00"))
    assert [one.projected_at for one in seen.items] == [None]
    assert (seen.ends_at, seen.drift_s, seen.left_s) == (None, 0, None)


ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["report", "break", "speech"]),
        st.integers(1, 90),
        st.none() | st.integers(0, 600),
    ),
    min_size=1,
    max_size=12,
)


def drawn(items: list[tuple[str, int, int | None]]) -> Agenda:
    """An agenda with drawn kinds, minutes and fixed starts (minutes after 07:30)."""
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30"))
    for number, (kind, minutes, fixed) in enumerate(items):
        starts = None if fixed is None else at("07:30") + timedelta(minutes=fixed)
        add(agenda, f"item {number}", kind=kind, minutes=minutes, fixed_start=starts)
    return agenda


@given(ITEMS, st.integers(0, 300))
def test_projected_items_never_overlap(items: list[tuple[str, int, int | None]], late: int) -> None:
    seen = clock(drawn(items), at("07:30") + timedelta(minutes=late))
    pairs = zip(seen.items, seen.items[1:], strict=False)
    assert all(one.projected_end <= two.projected_at for one, two in pairs)  # type: ignore[operator]
    assert all(one.projected_at <= one.projected_end for one in seen.items)  # type: ignore[operator]


@given(ITEMS, st.integers(0, 300), st.integers(0, 120))
def test_a_longer_delay_never_ends_the_day_earlier(
    items: list[tuple[str, int, int | None]], late: int, more: int
) -> None:
    agenda, begin = drawn(items), at("07:30") + timedelta(minutes=late)
    page = folded(document, list(agenda.collect_events()))
    sooner, later = Clock(begin, page), Clock(begin + timedelta(minutes=more), page)
    assert sooner.ends_at <= later.ends_at  # type: ignore[operator]
    assert sooner.end_drift_s <= later.end_drift_s


@given(ITEMS, st.integers(0, 300 * 60), st.booleans())
def test_the_day_ends_on_time_once_all_is_cut_that_the_advice_says_can_be(
    items: list[tuple[str, int, int | None]], late_s: int, over: bool
) -> None:
    """And where it says that minutes are missing, exactly those are."""
    agenda, now = drawn(items), at("07:30") + timedelta(seconds=late_s)
    if over:
        agenda.start_item(STAMP, id("item 0"), at("07:30"))
    page = folded(document, list(agenda.collect_events()))
    advice = Clock(now, page).advice
    for cut in advice.cuts:
        agenda.allot_item(STAMP, cut.item.id, cut.left, now)
    for fact in agenda.collect_events():
        page = document.evolve(fact, page)
    after = Clock(now, page)
    planned = page.ends_at
    assert planned
    assert after.ends_at
    assert advice.missing == max(0, -((planned - after.ends_at) // timedelta(minutes=1)))
    if not advice.missing:
        assert after.end_drift_s <= 0


def test_a_running_item_or_a_kept_hour_leaves_nothing_to_cut_before_it() -> None:
    """The report ends long before the afternoon: cutting it would gain nothing."""
    items = (("a", "opening", 10), ("b", "report", 60), ("c", "speech", 20), ("d", "closing", 10))
    more = lambda a: a.allot_item(STAMP, id("c"), 30, at("07:31"))  # noqa: E731
    seen = lived(a_day(*items, fixed={"c": "13:30"}), "07:40", start("a", "07:30"), more)
    assert [(one.item.id, one.left, one.gains_s) for one in seen.advice.cuts] == [
        (id("c"), 20, 600)
    ]
    assert (seen.advice.needed, seen.advice.missing) == (10, 0)


@given(ITEMS)
def test_minutes_and_gaps_are_the_whole_span(items: list[tuple[str, int, int | None]]) -> None:
    """An overlap takes away no more minutes than the item has: one that takes place within a longer
    one adds nothing to the day."""
    page = folded(document, list(drawn(items).collect_events()))
    span = (page.ends_at - page.starts_at) // timedelta(minutes=1)  # type: ignore[operator]
    gaps = [max(item.gap_minutes, -item.minutes) for item in page.items]
    assert page.minutes + sum(gaps) == span
    if not page.overlaps:
        assert page.minutes + sum(item.gap_minutes for item in page.items) == span


@given(ITEMS)
def test_planned_items_never_overlap_but_where_it_is_said(
    items: list[tuple[str, int, int | None]],
) -> None:
    page = folded(document, list(drawn(items).collect_events()))
    said = {item.id for item in page.overlaps}
    for one, other in combinations(page.items, 2):
        apart = one.ends_at <= other.starts_at  # type: ignore[operator]
        assert apart or other.id in said
    quiet = [item for item in page.items if item.id not in said]
    assert all(one.ends_at <= two.starts_at for one, two in pairwise(quiet))  # type: ignore[operator]
    if all(fixed is None for _, _, fixed in items):
        assert not said


@given(st.permutations(range(6)), st.integers(0, 5), st.none() | st.integers(0, 5))
def test_moving_an_item_and_moving_it_back_is_the_identity(
    order: list[int], item: int, before: int | None
) -> None:
    agenda = an_agenda(*map(str, order))
    was, moved = list(agenda.order), id(str(item))
    place = was.index(moved)
    agenda.move_item(STAMP, moved, None if before is None else id(str(before)))
    agenda.move_item(STAMP, moved, was[place + 1] if place + 1 < len(was) else None)
    assert agenda.order == was


@given(ITEMS, st.data())
def test_moved_and_moved_back_every_item_stands_at_its_own_time_again(
    items: list[tuple[str, int, int | None]], data: st.DataObject
) -> None:
    agenda = drawn(items)
    was = folded(document, list(agenda.collect_events()))
    moved = data.draw(st.sampled_from(was.order))
    before = data.draw(st.none() | st.sampled_from(was.order))
    follower = was.after(moved, 0)
    agenda.move_item(STAMP, moved, before)
    agenda.move_item(STAMP, moved, follower)
    now = was
    for fact in agenda.collect_events():
        now = document.evolve(fact, now)
    assert (now.items, now.ends_at) == (was.items, was.ends_at)


@given(st.permutations(range(5)))
def test_unrelated_facts_may_come_in_any_order(order: list[int]) -> None:
    acts: list[Act] = [
        start("a", "07:33"),
        lambda a: a.allot_item(STAMP, id("b"), 15, at("07:31")),
        lambda a: a.skip_item(STAMP, id("c"), "hết giờ", at("07:31")),
        lambda a: a.describe_item(STAMP, id("b"), title="Báo cáo"),
        lambda a: a.time_item(STAMP, id("c"), 5, None),
    ]
    seen = lived(a_day(*THREE), "07:40", *(acts[number] for number in order))
    plain = lived(a_day(*THREE), "07:40", *acts)
    assert times(seen) == times(plain)
    assert seen.ends_at == plain.ends_at
