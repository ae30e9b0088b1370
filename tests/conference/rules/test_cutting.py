"""What can be cut: the longest first, never below what a kind needs, an award never."""

from hypothesis import given
from hypothesis import strategies as st

from conference.rules.cutting import LEAST, Cuttable, cuts


def test_a_break_is_cut_before_a_speech_and_a_speech_before_a_report() -> None:
    items = [Cuttable("a", "report", 20), Cuttable("b", "speech", 8), Cuttable("tea", "break", 9)]
    assert cuts(items, 3) == {"tea": 3}
    assert cuts(items, 6) == {"tea": 4, "b": 2}
    assert cuts(items, 9) == {"tea": 4, "b": 3, "a": 2}


def test_equal_speeches_stay_equal() -> None:
    speeches = [Cuttable(name, "speech", 8) for name in "abc"]
    assert cuts(speeches, 3) == {"a": 1, "b": 1, "c": 1}
    assert cuts([Cuttable("long", "speech", 12), *speeches], 4) == {"long": 4}


def test_names_on_stage_are_never_cut() -> None:
    assert cuts([Cuttable("awards", "award", 40), Cuttable("end", "closing", 10)], 20) == {}


ITEMS = st.lists(st.tuples(st.sampled_from([*LEAST, "award"]), st.integers(1, 40)), max_size=10)


@given(ITEMS, st.integers(0, 120))
def test_no_more_than_needed_is_cut_and_all_there_is_before_giving_up(
    drawn: list[tuple[str, int]], needed: int
) -> None:
    items = [Cuttable(number, kind, minutes) for number, (kind, minutes) in enumerate(drawn)]
    taken = cuts(items, needed)
    room = {one.id: max(0, one.minutes - LEAST[one.kind]) for one in items if one.kind in LEAST}
    assert all(minutes <= room[id] for id, minutes in taken.items())
    assert sum(taken.values()) == min(needed, sum(room.values()))
