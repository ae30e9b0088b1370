"""The plan as its page shows it: whatever was moved, nobody is lost, twice, or read elsewhere."""

from collections import Counter
from uuid import UUID

from builders import KIEN_GIANG, STAMP, id
from builders_awards import CERTIFICATE, register, some_awards
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.awards import Awards
from conference.errors import Refused
from projections.plan_shown import beside, readiness_of, stage_lists
from projections.run_sheet import RunSheet, blank, evolve
from projections.run_sheet_turn import Turn

LINES = [f"{letter}{n}" for letter in "abc" for n in range(4)]


def ceremony() -> tuple[Awards, RunSheet]:
    """Three decisions of four lines, two to a turn, and the run-sheet of them."""
    told = some_awards()
    flags, more = register("flags", *LINES[:4]), register("more", *LINES[4:8])
    told.set_stage_capacity(STAMP, 2)
    for act in (flags, more, register("papers", *LINES[8:], award=CERTIFICATE)):
        act(told)
    return told, read(told, blank(KIEN_GIANG))


def read(awards: Awards, sheet: RunSheet) -> RunSheet:
    """The run-sheet after what the awards have recorded since."""
    for fact in awards.collect_events():
        sheet = evolve(fact, sheet)  # type: ignore[arg-type]
    return sheet


def moved(
    awards: Awards, turns: tuple[Turn, ...], one: int, two: int, kind: int, new: UUID
) -> None:
    """One of the acts, as the page's buttons make them."""
    turn, other = turns[one % len(turns)], turns[two % len(turns)]
    line = other.recipients[one % len(other.recipients)].line
    near = beside(turns)[turn.id]
    if kind == 0:
        awards.move_turn(STAMP, turn.id, near.up if one % 2 else near.down)
    elif kind == 1:
        awards.move_recipient(STAMP, line, turn.id, turn.recipients[0].line, "why")
    elif kind == 2:
        awards.split_turn(STAMP, other.id, line, new)
    elif near.later:
        awards.join_turns(STAMP, turn.id, near.later)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 3)), max_size=15))
def test_whatever_is_moved_everybody_stays_in_one_turn_and_page_and_rules_agree(
    acts: list[tuple[int, int, int]],
) -> None:
    awards, sheet = ceremony()
    for number, (one, two, kind) in enumerate(acts):
        try:
            moved(awards, sheet.turns, one, two, kind, id(f"new {number}"))
        except Refused:
            assert awards.pending_events == []
        sheet = read(awards, sheet)
    shown = [[row.line for row in turn.recipients] for turn in sheet.turns]
    assert Counter(line for turn in shown for line in turn) == Counter(map(id, LINES))
    assert shown == [list(turn.lines) for turn in awards.turns]


def test_a_turn_knows_what_is_beside_it() -> None:
    turns = ceremony()[1].turns
    near = beside(turns)
    assert len(turns) == 6
    first, last = near[turns[0].id], near[turns[-1].id]
    assert (first.up, first.down, first.earlier) == (turns[0].id, turns[2].id, None)
    assert (first.later, first.first_of_later) == (turns[1].id, turns[1].recipients[0].line)
    assert near[turns[1].id].later is None, "another decision's turn"
    assert (last.up, last.down, last.earlier, last.later) == (
        turns[4].id,
        None,
        turns[4].id,
        None,
    )


def test_lines_off_the_stage_are_listed_and_objects_counted() -> None:
    awards, sheet = ceremony()
    awards.choose_stage_list(STAMP, [id("a1"), id("c0")], False)
    awards.ready_objects(STAMP, [id("a0"), id("a1"), id("b0")], "on_tray")
    sheet = read(awards, sheet)
    lists = stage_lists(sheet.book)
    assert [[line.name for line in one.off] for one in lists] == [["a1"], [], ["c0"]]
    assert [len(one.on) for one in lists] == [3, 4, 3]
    whole = readiness_of(line for one in lists for line in one.instrument.lines)
    assert (whole.ready, whole.total, whole.counts) == (3, 12, {"on_tray": 3, "unsaid": 9})
