"""Cells that a spreadsheet shows and does not carry out."""

import pytest
from cases.case_formulas import CORPUS

from conference.rules.spreadsheet import harmless, phone


@pytest.mark.parametrize("text", CORPUS)
def test_what_could_be_a_formula_is_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Lê Thị Lan", "Sở Y tế - Kiên Giang", "a=b", "(+) đồng ý"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("digits", "written"),
    [
        ("0912345678", "0912 345 678"),
        ("02973812345", "02973 812 345"),
        ("84912345678", "84912 345 678"),
        ("091234567890123", "0912 345 678 901 23"),
        ("+84 912 345 678", "+84 912 345 678"),
        ("0912.345.678", "0912.345.678"),
        ("113", "113"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_phone_is_never_a_number(digits: str | None, written: str) -> None:
    assert phone(digits) == written
