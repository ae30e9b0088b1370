"""A document with some fields exchanged: as dataclasses.replace has it, and nothing left behind."""

from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from projections.replaced import replaced


@dataclass(frozen=True)
class Row:
    name: str
    present: int = 0
    invited: int = 1

    @cached_property
    def absent(self) -> int:
        return self.invited - self.present


def test_it_is_what_replace_makes() -> None:
    row = Row("Lan")
    assert replaced(row, present=1) == replace(row, present=1) == Row("Lan", 1)
    assert row == Row("Lan")


def test_what_was_worked_out_before_is_worked_out_anew() -> None:
    row = Row("Lan")
    assert row.absent == 1
    assert replaced(row, present=1).absent == 0


@pytest.mark.parametrize("read_before", [True, False])
def test_a_field_that_there_is_not_is_refused(read_before: bool) -> None:
    row = Row("Lan")
    if read_before:
        assert row.absent == 1
    with pytest.raises(TypeError, match="seat"):
        replaced(row, seat="A-01")
