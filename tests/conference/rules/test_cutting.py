"""What can be cut: what moves the end, the longest first, never below what a kind needs."""

from datetime import timedelta
from typing import Any

from builders import at
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.cutting import LEAST, Waiting, advised, span

MINUTE = timedelta(minutes=1)
EIGHT = at("08:00")


def wait(
    name: str, kind: str, minutes: int, fixed: str | None = None, until: str | None = None
) -> Waiting:
    return Waiting(name, kind, minutes, fixed and at(fixed), until and at(until))


def cut(line: list[Waiting], fewer: int) -> dict[Any, tuple[int, int]]:
    """Minutes left and gained, by name, where the day has to end so many minutes earlier."""
    found = advised(line, EIGHT, span(line, EIGHT)[-1] - fewer * MINUTE)
    return {one.id: (one.minutes, one.gains_s // 60) for one in found}


def test_a_break_is_cut_before_a_speech_and_a_speech_before_a_report() -> None:
    line = [wait("a", "report", 20), wait("b", "speech", 8), wait("tea", "break", 9)]
    assert cut(line, 3) == {"tea": (6, 3)}
    assert cut(line, 6) == {"b": (6, 2), "tea": (5, 4)}
    assert cut(line, 9) == {"a": (18, 2), "b": (5, 3), "tea": (5, 4)}


def test_equal_speeches_stay_equal() -> None:
    speeches = [wait(name, "speech", 8) for name in "abc"]
    assert cut(speeches, 3) == {"a": (7, 1), "b": (7, 1), "c": (7, 1)}
    assert cut([wait("long", "speech", 12), *speeches], 4) == {"long": (8, 4)}


def test_names_on_stage_are_never_cut() -> None:
    assert cut([wait("awards", "award", 40), wait("end", "closing", 10)], 20) == {}


def test_nothing_is_cut_before_a_fixed_start_that_is_kept() -> None:
    line = [wait("a", "speech", 20), wait("b", "speech", 10, "08:20"), wait("c", "speech", 8)]
    assert cut(line, 4) == {"b": (7, 3), "c": (7, 1)}
    gap = [wait("a", "speech", 20), wait("b", "closing", 10, "08:30")]
    assert cut(gap, 4) == {}


def test_what_comes_before_a_fixed_start_that_is_late_is_cut_until_it_is_kept() -> None:
    line = [wait("a", "speech", 20), wait("b", "closing", 10, "08:17")]
    assert cut(line, 5) == {"a": (17, 3)}


def test_a_break_that_gives_already_gives_what_it_has_left() -> None:
    """Planned from 08:10 to 08:25 it begins three minutes late, and ends in time by itself."""
    line = [wait("a", "award", 13), wait("tea", "break", 15, until="08:25"), wait("b", "award", 30)]
    assert span(line, EIGHT)[2] == at("08:25")
    assert cut(line, 4) == {"tea": (8, 4)}
    assert cut(line, 20) == {"tea": (5, 7)}


def test_a_break_takes_nothing_back_of_what_is_cut_before_it() -> None:
    """It begins two minutes too late to end in time: behind a shorter speech it would grow."""
    line = [
        wait("a", "speech", 22),
        wait("tea", "break", 15, until="08:25"),
        wait("b", "award", 30),
    ]
    assert cut(line, 2) == {"a": (20, 2)}
    assert cut(line, 6) == {"a": (16, 6), "tea": (5, 4)}


def test_a_day_that_ends_in_time_is_left_alone() -> None:
    line = [wait("a", "speech", 22), wait("tea", "break", 15, until="08:25")]
    assert cut(line, 0) == {}
    assert advised([], EIGHT, EIGHT) == ()


KINDS = st.sampled_from([*LEAST, "award"])
HOURS = st.none() | st.integers(0, 300)
ITEMS = st.lists(st.tuples(KINDS, st.integers(1, 40), HOURS, HOURS), max_size=10)


def drawn(items: list[tuple[str, int, int | None, int | None]]) -> list[Waiting]:
    return [
        Waiting(
            number,
            kind,
            minutes,
            None if fixed is None else EIGHT + fixed * MINUTE,
            None if until is None or kind != "break" else EIGHT + until * MINUTE,
        )
        for number, (kind, minutes, fixed, until) in enumerate(items)
    ]


@given(ITEMS, st.integers(0, 120 * 60))
def test_every_cut_gains_what_it_says_and_none_is_below_its_least(
    items: list[tuple[str, int, int | None, int | None]], fewer_s: int
) -> None:
    line = drawn(items)
    left = advised(line, EIGHT, span(line, EIGHT)[-1] - timedelta(seconds=fewer_s))
    short = {one.id: line[one.id]._replace(minutes=one.minutes, until=None) for one in left}  # type: ignore[call-overload]
    whole = [short.get(one.id, one) for one in line]
    for one in left:
        without = [short.get(w.id, w) if w.id != one.id else w for w in line]
        later = span(without, EIGHT)[-1] - span(whole, EIGHT)[-1]
        assert one.gains_s == later.total_seconds() > 0
        assert one.minutes >= LEAST[line[one.id].kind]  # type: ignore[call-overload]


@given(ITEMS, st.integers(0, 120 * 60))
def test_all_there_is_is_cut_before_giving_up_and_no_more_than_needed(
    items: list[tuple[str, int, int | None, int | None]], fewer_s: int
) -> None:
    line = drawn(items)
    target = span(line, EIGHT)[-1] - timedelta(seconds=fewer_s)
    left = {one.id: one.minutes for one in advised(line, EIGHT, target)}
    ends = span(
        [one._replace(minutes=left[one.id], until=None) if one.id in left else one for one in line],
        EIGHT,
    )[-1]
    least = [
        one._replace(minutes=min(one.minutes, LEAST.get(one.kind, 99)), until=None) for one in line
    ]
    if ends > target:
        assert ends == span(least, EIGHT)[-1]
    else:
        assert target - ends < MINUTE or not left
