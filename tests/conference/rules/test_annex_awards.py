"""Words of decisions: which award, class, kind and count they mean, and which they do not."""

import pytest

from conference.language import catalogue
from conference.rules.annex_awards import (
    Meant,
    awards_in,
    counts_in,
    meant_by,
    only_says,
    placing_of,
    year_in,
)
from conference.rules.annex_columns import annex_mapping
from conference.rules.award_catalogue import BY_KEY
from conference.rules.workbook_awards import AWARD_FORMS


def test_every_award_is_known_by_its_label_and_by_the_workbooks_words() -> None:
    labels = {key: (catalogue("vi")[f"award.{key}"], *AWARD_FORMS.get(key, ())) for key in BY_KEY}
    wrong = {
        word: meant_by(word).award
        for key, words in labels.items()
        for word in (*words, *map(str.upper, words))
        if meant_by(word).award != key
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Huân chương Lao động hạng Ba", Meant("huan_chuong_lao_dong", 3)),
        ("I. TẬP THỂ", Meant("", None, "collective")),
        ("Truy tặng", Meant("", None, "posthumous")),
        ("Giải Nhất", Meant("", 1)),
        ("Đại hội lần thứ ba", Meant()),
        ("Huân chương Rồng", Meant("", None, "", unknown=True)),
        ("Bằng khen của Bộ trưởng", Meant("", None, "", unknown=True)),
        ("Cờ thi đua của Bộ Y tế", Meant("", None, "", unknown=True)),
        ("Tập thể lao động xuất sắc", Meant("tap_the_lao_dong_xuat_sac")),
    ],
)
def test_words_mean_an_award_a_class_a_kind_or_nothing(text: str, meant: Meant) -> None:
    assert meant_by(text) == meant


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Hạng Nhất", True),
        ("Cờ thi đua cho tập thể", True),
        ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN", True),
        ("Tập thể Phòng Nội vụ", False),
        ("TẬP THỂ (16)", True),
        ("Đơn vị 1", False),
        ("Sở Y tế", False),
        ("", False),
    ],
)
def test_a_section_says_nothing_else(text: str, only: bool) -> None:
    assert only_says(text) is only


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("cho 16 tập thể và 03 (ba) cá nhân", {"collectives": 16, "individuals": 3}),
        ("cho 06 (sáu) tập thể", {"collectives": 6}),
        ("cho các tập thể", {}),
    ],
)
def test_a_text_states_its_counts(text: str, counts: dict[str, int]) -> None:
    assert counts_in(text) == counts


def test_placings_years_and_several_awards() -> None:
    said = ("Nhất", "hạng nhì", "III", "3", "Mười", "")
    assert [placing_of(one) for one in said] == [1, 2, 3, 3, None, None]
    years = ("thành tích năm 2018", "năm học 2018-2019", "ngày 12 tháng 3")
    assert [year_in(one) for one in years] == [2018, None, None]
    both = "tặng Cờ thi đua của Chính phủ và Bằng khen của Thủ tướng Chính phủ"
    assert awards_in(both) == {"co_thi_dua_chinh_phu", "bang_khen_thu_tuong"}


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("STT", "Họ và tên", "Đơn vị"), ("", "name", "unit")),
        (("TT", "Đơn vị", "Thành tích"), ("", "name", "reason")),
        (("STT", "Họ đệm", "Tên", "Chức vụ", "Đơn vị"), ("", "family", "given", "unit", "unit")),
        (("STT", "Tên tập thể, cá nhân", "Ký nhận"), ("", "name", "")),
        (("Số TT", "Tên đơn vị", "Hình thức khen thưởng"), ("", "name", "award")),
    ],
)
def test_headings_say_what_a_column_is(headings: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert annex_mapping(headings) == columns
