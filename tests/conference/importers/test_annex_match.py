"""A newer annex beside the instrument: which line is which; and which guest receives for a line."""

from typing import Any

import pytest
from builders import id
from builders_annex import annex_xlsx
from builders_awards import CERTIFICATE, INSTRUMENT

from conference.importers.annex_guests import Fitting, fitting
from conference.importers.annex_lines import Line
from conference.importers.annex_match import Difference, compared, same_instrument
from conference.importers.annex_sheet import Asked, open_annex
from projections.award_plan import Instrument
from projections.award_plan import Line as Known
from projections.guest import Guest, Standing

ABOUT = ("Về việc tặng Bằng khen của Chủ tịch UBND tỉnh",)


def lines(*rows: Any) -> tuple[Line, ...]:
    headings = ("STT", "Họ và tên", "Đơn vị")
    return open_annex(annex_xlsx(rows, headings, ABOUT, ()), Asked()).lines


def stands(*rows: Any, **said: Any) -> Instrument:
    """An instrument with lines of these numbers, names and units."""
    known = tuple(
        Known(
            id(f"{n} {name}"), n, name, "collective", CERTIFICATE, None, None, None, None, unit=unit
        )
        for n, name, unit in rows
    )
    whole = {**INSTRUMENT, **said, "lines": known}
    return Instrument(id=id("one"), order=1, **whole)


def states(found: Difference) -> list[tuple[str, str | None]]:
    return [(one.state, one.known.name if one.known else None) for one in found.changes]


def test_a_line_is_known_by_number_and_name_by_its_name_or_by_a_name_put_right() -> None:
    before = stands((1, "Sở Y tế", None), (2, "Sở Tư pháp", None), (3, "Sở Công thưong", None))
    after = lines(
        (1, "Sở Y tế", ""), (2, "Sở Nội vụ", ""), (3, "Sở Công thương", ""), (4, "Sở Tư pháp", "")
    )
    found = compared(after, before)
    assert states(found) == [
        ("unchanged", "Sở Y tế"),
        ("added", None),
        ("changed", "Sở Công thưong"),
        ("changed", "Sở Tư pháp"),
    ]
    assert found.changes[3].differs == (("number", 2, 4),)
    assert found.gone == ()


def test_namesakes_are_told_apart_by_their_units_and_none_is_guessed() -> None:
    before = stands((1, "Lê An", "Sở Y tế"), (2, "Lê An", "Sở Nội vụ"), (3, "Lê Bình", None))
    found = compared(
        lines((1, "Võ C", ""), (2, "Lê An", "Sở Y tế"), (3, "Lê An", "Sở Xây dựng")), before
    )
    assert [one.known and one.known.number for one in found.changes] == [None, 1, None]
    assert [one.number for one in found.gone] == [2, 3]


@pytest.mark.parametrize(
    ("kind", "number", "title", "same"),
    [
        ("decision", "501 / qđ-ubnd", "x", True),
        ("proposal", "501/QĐ-UBND", "x", False),
        ("decision", "502/QĐ-UBND", "Tặng Cờ thi đua", False),
        ("decision", None, "Tặng Cờ thi đua", False),
    ],
)
def test_an_instrument_is_the_same_by_kind_and_number(
    kind: str, number: str | None, title: str, same: bool
) -> None:
    one = stands((1, "Sở Y tế", None))
    assert (same_instrument([one], kind, number, title) is one) is same


def test_an_instrument_without_a_number_is_the_same_by_its_title() -> None:
    one = stands((1, "Sở Y tế", None), number=None)
    assert same_instrument([one], "decision", None, "tặng cờ THI ĐUA") is one


def a_guest(name: str, body: str) -> Guest:
    return Guest(id(f"{name} {body}"), "person", "Khách", Standing("agency", 1), name, body=body)


GUESTS = [
    a_guest("Nguyễn Văn An", "Sở Y tế"),
    a_guest("Nguyễn Văn An", "Sở Nội vụ"),
    a_guest("Trần Thị Bình", "Sở Tư pháp"),
    a_guest("Trần Thị Bỉnh", "UBND huyện An Biên"),
]


@pytest.mark.parametrize(
    ("name", "unit", "bodies", "near"),
    [
        ("Ông Nguyễn Văn An", "Giám đốc Sở Y tế", ["Sở Y tế"], False),
        ("Ông Nguyễn Văn An", "", ["Sở Y tế", "Sở Nội vụ"], False),
        ("Bà Trần Thị Bình", "Sở Tư pháp", ["Sở Tư pháp"], False),
        ("Bà Trần Thị Binhh", "", ["Sở Tư pháp", "UBND huyện An Biên"], True),
        ("Sở Tư pháp", "", ["Sở Tư pháp"], False),
        ("Sở Công thương", "", [], False),
    ],
)
def test_exactly_one_guest_who_fits_is_suggested(
    name: str, unit: str, bodies: list[str], near: bool
) -> None:
    found = fitting(lines((1, name, unit)), GUESTS)
    fit = found.get(0, Fitting(()))
    assert ([guest.body for guest in fit.guests], fit.near) == (bodies, near)
    assert (fit.sure is not None) == (len(bodies) == 1 and not near)


def test_nobody_receives_under_the_name_of_who_died() -> None:
    (line,) = lines((1, "Ông Nguyễn Văn An (truy tặng)", "Sở Y tế"))
    assert (line.kind, fitting([line], GUESTS)) == ("posthumous", {})
