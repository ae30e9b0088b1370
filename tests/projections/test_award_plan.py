"""The plan of the awards: groups in the chosen order, turns that the stage holds."""

from dataclasses import replace
from typing import Any

import pytest
from builders import id
from builders_awards import CERTIFICATE, FLAG, INSTRUMENT, a_line
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.award_plan import STAGE_CAPACITY, split_evenly
from projections.award_instrument import line_of
from projections.award_plan import (
    Instrument,
    Settings,
    announced_order,
    objects_of,
    planned,
)


def instrument(order: int, *lines: tuple[str, int | None], **said: Any) -> Instrument:
    """A decision with these lines, each an award and a placing; names count them."""
    listed = [
        line_of(a_line(f"{order}.{n}", n, award=award, placing=placing))  # type: ignore[arg-type]
        for n, (award, placing) in enumerate(lines, 1)
    ]
    whole = {**INSTRUMENT, "id": id(f"i{order}"), "order": order, **said}
    return Instrument(**whole, lines=tuple(listed))


ORDER, GOVERNMENT = "huan_chuong_lao_dong", "co_thi_dua_chinh_phu"
PM = "bang_khen_thu_tuong"


def announced(*instruments: Instrument, **settings: Any) -> list[tuple[str, int | None]]:
    groups = announced_order(instruments, Settings(**settings))
    return [(group.award, group.placing) for group in groups]


def test_lines_of_one_award_and_placing_are_a_group_in_the_decisions_order() -> None:
    one = instrument(1, (CERTIFICATE, 2), (FLAG, None), (CERTIFICATE, 1), (CERTIFICATE, 2))
    shuffled = replace(one, lines=one.lines[::-1])
    groups = announced_order([shuffled], Settings())
    assert [(g.award, g.placing, [line.number for line in g.lines]) for g in groups] == [
        (FLAG, None, [2]),
        (CERTIFICATE, 1, [3]),
        (CERTIFICATE, 2, [1, 4]),
    ]


def test_the_preset_decides_between_flag_and_certificate() -> None:
    both = [instrument(1, (PM, None)), instrument(2, (GOVERNMENT, None))]
    assert announced(*both) == [(GOVERNMENT, None), (PM, None)]
    assert announced(*both, preset="decree_list") == [(PM, None), (GOVERNMENT, None)]


def test_ascending_goes_upward_to_the_top_award() -> None:
    one = instrument(1, (FLAG, None), (CERTIFICATE, 1), (CERTIFICATE, 2), (ORDER, 1))
    assert announced(one) == [(ORDER, 1), (FLAG, None), (CERTIFICATE, 1), (CERTIFICATE, 2)]
    assert announced(one, direction="ascending") == announced(one)[::-1]


@pytest.mark.parametrize("direction", ["descending", "ascending"])
def test_equal_awards_follow_the_registration(direction: str) -> None:
    groups = announced_order(
        [instrument(2, (FLAG, 1)), instrument(1, (FLAG, 1))], Settings(direction=direction)
    )
    assert [group.instrument.order for group in groups] == [1, 2]


def test_a_proposal_is_announced_and_has_no_turn() -> None:
    both = [instrument(1, (GOVERNMENT, None), kind="proposal"), instrument(2, (FLAG, None))]
    assert announced(*both) == [(GOVERNMENT, None), (FLAG, None)]
    assert [turn.group.award for turn in planned(both, Settings())] == [FLAG]


@pytest.mark.parametrize(
    ("count", "capacity", "sizes"),
    [
        (0, 10, []),
        (1, 10, [1]),
        (10, 10, [10]),
        (11, 10, [6, 5]),
        (16, 10, [8, 8]),
        (7, 10, [7]),
        (21, 10, [7, 7, 7]),
        (22, 10, [8, 7, 7]),
        (3, 1, [1, 1, 1]),
    ],
)
def test_a_group_is_split_evenly(count: int, capacity: int, sizes: list[int]) -> None:
    assert split_evenly(count, capacity) == sizes


@given(st.integers(0, 500), st.integers(1, 60))
def test_turns_are_as_few_and_as_even_as_the_stage_allows(count: int, capacity: int) -> None:
    sizes = split_evenly(count, capacity)
    assert sum(sizes) == count
    assert len(sizes) == -(-count // capacity)
    assert all(size <= capacity for size in sizes)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1


def test_turns_count_through_and_say_where_in_the_group_they_stand() -> None:
    one = instrument(1, *[(FLAG, None)] * 11, *[(CERTIFICATE, 1)] * 2)
    turns = planned([one], Settings())
    assert [(t.number, t.first, t.last, t.of) for t in turns] == [
        (1, 1, 6, 11),
        (2, 7, 11, 11),
        (3, 1, 2, 2),
    ]
    listed = [line.number for turn in turns for line in turn.lines]
    assert listed == list(range(1, 14))
    assert STAGE_CAPACITY == 10


@pytest.mark.parametrize(
    ("level", "enter"),
    [
        ("president", "before"),
        ("prime_minister", "after"),
        ("province", "after"),
        ("department", "after"),
    ],
)
def test_recipients_enter_by_the_level_of_who_signed(level: str, enter: str) -> None:
    one = instrument(1, (FLAG, None), level=level)
    (turn,) = planned([one], Settings())
    assert turn.recipients_enter == enter
    (turn,) = planned([one], Settings(entry=Settings().entry.set(level, "elsewhere")))
    assert turn.recipients_enter == "elsewhere"


def test_what_is_handed_over_follows_from_the_award() -> None:
    assert objects_of(ORDER) == (("order", "tray"), ("certificate", "tray"))
    assert objects_of("unheard_of") == ()
