"""Three counts beside each other, and lines looked for by name, alias, unit and number."""

import pytest
from builders import id
from builders_awards import CERTIFICATE, INSTRUMENT

from projections.award_annex import Count, reconciled
from projections.award_plan import Instrument, Line
from projections.award_search import alike, searched

LISTED = [
    (id("a"), "collective"),
    (id("b"), "individual"),
    (id("c"), "posthumous"),
    (None, "household"),
]


def test_the_texts_the_annexs_and_the_stages_counts_stand_beside_each_other() -> None:
    found = reconciled((1, 2, 3), LISTED, frozenset({id("a"), id("c")}), presentable=True)
    assert found == (
        Count("collectives", 1, 1, 1),
        Count("individuals", 2, 3, 2),
        Count("all", 3, 4, 3),
    )
    assert [one.agrees for one in found] == [True, False, False]


def test_a_proposal_brings_nobody_on_stage_and_a_silent_text_disagrees_with_nothing() -> None:
    found = reconciled((None, None, None), LISTED, frozenset({id("a")}), presentable=False)
    assert [(one.staged, one.agrees) for one in found] == [(0, True)] * 3


def a_line(
    number: int, name: str, unit: str | None = None, *aliases: str, placing: int = 1
) -> Line:
    said = (number, name, "individual", CERTIFICATE, placing, 2018, None, None)
    return Line(id(name), *said, unit=unit, aliases=aliases)


LINES = (
    a_line(1, "Ông Nguyễn Văn Đạt", "Sở Y tế"),
    a_line(12, "Bà H’Hen Niê", "Đoàn ca múa", "Hen"),
    a_line(21, "Trần Thị Bình", placing=2),
)
ONE = Instrument(id=id("one"), order=1, **{**INSTRUMENT, "lines": LINES})


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("nguyen van dat", [1]),
        ("ông Nguyễn Văn Đạt, Sở Y tế", [1]),
        ("hhen", [12]),
        ("so y te", [1]),
        ("12", [12]),
        ("2", []),
        ("", [1, 12, 21]),
        ("  ", [1, 12, 21]),
        ("lê", []),
    ],
)
def test_lines_are_found_as_people_type(wanted: str, numbers: list[int]) -> None:
    assert [hit.line.number for hit in searched([ONE], wanted)] == numbers


def test_lines_with_one_award_and_placing_are_alike() -> None:
    assert not alike(ONE)
    assert alike(Instrument(id=id("x"), order=1, **{**INSTRUMENT, "lines": LINES[:2]}))
