"""The text around an annex's table: number, day, signatory, title and counts of its instrument."""

import pytest
from builders_annex import ABOVE, BELOW

from conference.rules.annex_text import day_in, signatory_in, told_by

OF_ANNEX = (
    "DANH SÁCH",
    "CÁC TẬP THỂ ĐƯỢC TẶNG CỜ THI ĐUA",
    "(Kèm theo Quyết định số 345 / QĐ-TTg ngày 3/4/2008 của Thủ tướng Chính phủ)",
)


def test_a_decision_says_its_own_number_and_day_and_not_those_of_its_grounds() -> None:
    told = told_by(("Căn cứ Tờ trình số 9/TTr-SNV ngày 1/1/2019", *ABOVE), BELOW)
    assert (told.kind, told.number, told.dated_on) == ("decision", "501/QĐ-UBND", "2019-03-12")
    assert told.title == "Tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 02 tập thể"
    assert (told.signatory, told.collectives, told.individuals) == ("Phạm Vũ Hồng", 2, None)
    assert told.apart is None


def test_a_list_names_the_decision_that_it_is_annexed_to() -> None:
    told = told_by(OF_ANNEX, ())
    assert (told.number, told.dated_on) == ("345/QĐ-TTg", "2008-04-03")
    assert told.title == "DANH SÁCH CÁC TẬP THỂ ĐƯỢC TẶNG CỜ THI ĐUA"
    assert told.signatory is None


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Số: 12/TTr-UBND",), "proposal"),
        (("TỜ TRÌNH", "Về việc đề nghị tặng Huân chương"), "proposal"),
        (("Danh sách lấy ý kiến nhân dân",), "proposal"),
        (("QUYẾT ĐỊNH", "Theo đề nghị của Giám đốc Sở"), "decision"),
        (("Danh sách khen thưởng",), "decision"),
    ],
)
def test_a_proposal_is_told_by_its_number_its_name_or_what_it_asks(
    lines: tuple[str, ...], kind: str
) -> None:
    assert told_by(lines, ()).kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kiên Giang, ngày 05 tháng 3 năm 2019", "2019-03-05"),
        ("ngày 5/3/2019", "2019-03-05"),
        ("5.3.2019", "2019-03-05"),
        ("ngày 31 tháng 2 năm 2019", None),
        ("ngày    tháng    năm 2019", None),
    ],
)
def test_a_day_is_read_as_offices_write_it(text: str, day: str | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Thanh Bình"), "Đỗ Thanh Bình"),
        (("CHỦ TỊCH", "(Đã ký)", "Phạm Vũ Hồng", "Nơi nhận:"), "Phạm Vũ Hồng"),
        (("Chủ tịch Hội", "Phạm Vũ Hồng"), None),
        ((), None),
    ],
)
def test_who_signed_stands_below_the_post_in_capitals(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert signatory_in(lines) == name
