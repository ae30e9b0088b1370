"""Arrivals: who came by which door in which minute, whatever is taken back or told late."""

from datetime import timedelta
from typing import Any

from builders import STAMP, at, folded, id
from builders_invitation import a_walk_in, enter, facts_of, issued
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.invitation import Invitation
from projections import attendance as document
from projections.arrivals import MOST_BARS, Arrivals, Span


def of(*invitations: Invitation) -> Arrivals:
    page: Arrivals = folded(document, facts_of(*invitations)).arrivals
    return page


def came(*entries: tuple[str, str]) -> Arrivals:
    """Guests who came in at a clock time by a door."""
    guests = [issued(f"g{n}") for n, _ in enumerate(entries)]
    for guest, (clock, door) in zip(guests, entries, strict=True):
        enter(guest, clock, door)
    return of(*guests)


def test_nobody_came_yet() -> None:
    page = of(issued("a"))
    assert (page.doors, page.minutes, page.bars, page.busiest, page.last) == (
        (),
        (),
        (),
        None,
        None,
    )


def test_entries_are_counted_by_door_and_by_minute() -> None:
    page = came(("07:31", "B"), ("07:30", "A"), ("07:31", "A"), ("07:40", ""))
    assert page.doors == (("A", 2), ("B", 1), ("", 1))
    assert page.minutes == (
        Span(at("07:30"), 1, 1),
        Span(at("07:31"), 2, 3),
        Span(at("07:40"), 1, 4),
    )
    assert (page.last, page.step, page.busiest) == (at("07:40"), 1, Span(at("07:31"), 2, 3))


def test_the_picture_has_no_gap_where_nobody_came() -> None:
    bars = came(("07:30", "A"), ("07:33", "A")).bars
    assert [(bar.at, bar.count, bar.present) for bar in bars] == [
        (at("07:30"), 1, 1),
        (at("07:31"), 0, 1),
        (at("07:32"), 0, 1),
        (at("07:33"), 1, 2),
    ]


def test_an_entry_within_a_minute_counts_in_it() -> None:
    a = issued("a")
    a.check_in(STAMP, "A", "", at("07:30") + timedelta(seconds=59, microseconds=9))
    assert of(a).minutes == (Span(at("07:30"), 1, 1),)


def test_an_entry_that_was_taken_back_is_not_counted_and_a_second_one_is() -> None:
    a, b = issued("a"), issued("b")
    enter(a, "07:30", "A")
    enter(b, "07:30", "A")
    a.reverse_check_in(STAMP, "nhầm", at("07:32"))
    assert of(b, a).doors == (("A", 1),)
    again = issued("c")
    enter(again, "07:30", "A")
    again.reverse_check_in(STAMP, "nhầm", at("07:32"))
    enter(again, "07:35", "B")
    page = of(again)
    assert (page.doors, page.minutes) == ((("B", 1),), (Span(at("07:35"), 1, 1),))


def test_who_comes_after_all_and_who_walked_in_are_counted() -> None:
    a, walk_in = issued("a"), a_walk_in()
    a.decline(STAMP, "ốm")
    enter(a, "07:50", "A")
    enter(walk_in, "07:51", "A")
    assert of(a, walk_in).doors == (("A", 2),)


@given(st.lists(st.integers(0, 60 * 24 * 40), min_size=1, max_size=12))
def test_the_picture_holds_everybody_in_at_most_so_many_bars(minutes: list[int]) -> None:
    guests = [issued(f"g{n}") for n, _ in enumerate(minutes)]
    for guest, minute in zip(guests, minutes, strict=True):
        guest.check_in(STAMP, "A", "", STAMP.at + timedelta(minutes=minute))
    page = of(*guests)
    assert sum(bar.count for bar in page.bars) == len(minutes) == page.bars[-1].present
    assert len(page.bars) <= MOST_BARS + 1
    gaps = {later.at - bar.at for bar, later in zip(page.bars, page.bars[1:], strict=False)}
    assert gaps <= {timedelta(minutes=page.step)}
    assert page.bars[0].at <= min(page.by_minute)
    assert page.last == max(page.by_minute)


ACTS: dict[str, Any] = {
    "enter": lambda i, minute: enter(i, f"07:{minute:02}", "AB"[minute % 2]),
    "reverse": lambda i, minute: i.present and i.reverse_check_in(STAMP, "nhầm", at("07:59")),
}


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(sorted(ACTS)), st.integers(0, 5))))
def test_the_carried_counts_are_what_a_recount_gives(acts: list[tuple[int, str, int]]) -> None:
    guests = [issued(name) for name in "abc"]
    for number, act, minute in acts:
        ACTS[act](guests[number], minute)
    page = folded(document, facts_of(*guests))
    inside = [row for row in page.by_id.values() if row.entered_at]
    assert sorted(row.id for row in inside) == sorted(
        id(g) for g, i in zip("abc", guests, strict=True) if i.present
    )
    assert dict(page.arrivals.doors) == {
        door: n for door in "AB" if (n := sum(row.door == door for row in inside))
    }
    assert page.present == sum(span.count for span in page.arrivals.minutes)
