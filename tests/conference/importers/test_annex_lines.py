"""Rows of an annex: sections, awards, kinds, order and spelling; every fault told by its row."""

import unicodedata
from collections import Counter
from datetime import date
from typing import Any

import pytest
from builders_annex import HEADINGS, annex_docx, annex_xlsx
from builders_guest_sheet import tcvn3
from cases.case_bac_tra_my import BLOCKS, REASON
from cases.case_bac_tra_my import RECIPIENTS as FLAGS
from cases.case_lang_son import GROUPS
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conference.importers.annex_check import wrong_day
from conference.importers.annex_lines import Line, Usual
from conference.importers.annex_sheet import Annex, Asked, open_annex
from conference.importers.guest_sheet_cells import in_old_font
from conference.rules.legacy_text import recognised
from conference.rules.names import unreadable

CERTIFICATE = "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


def annex(*rows: Any, headings: Any = HEADINGS, above: Any = (CERTIFICATE,), **said: Any) -> Annex:
    """A sheet of these rows, read as its headings say."""
    asked = said.pop("asked", Asked())
    return open_annex(annex_xlsx(rows, headings, above, **{"below": (), **said}), asked)


def faults(found: Annex) -> list[tuple[int, str]]:
    return [(one.row, one.code) for one in found.bad]


@pytest.mark.parametrize("made", [annex_xlsx, annex_docx])
def test_a_decisions_own_order_wins_over_the_numbers_of_blocks(made: Any) -> None:
    """Case Bắc Trà My: blocks 01, 03, 04, 02."""
    rows = [
        (n, name, block, REASON.format(block=block))
        for n, (name, block) in enumerate(zip(FLAGS, BLOCKS, strict=True), 1)
    ]
    about = "Về việc tặng Cờ thi đua của UBND tỉnh Quảng Nam cho 04 tập thể năm 2023"
    headings = ("STT", "Tên tập thể", "Khối thi đua", "Thành tích")
    data = made(rows, headings=headings, above=("", "", about))
    lines = open_annex(data, Asked()).lines
    assert [line.name for line in lines] == list(FLAGS)
    assert [line.unit for line in lines] == ["01", "03", "04", "02"]
    assert {(line.award, line.year, line.kind) for line in lines} == {
        ("co_thi_dua_cap_tinh", 2023, "collective")
    }


@pytest.mark.parametrize("made", [annex_xlsx, annex_docx])
def test_proposals_have_their_awards_and_classes_from_sections(made: Any) -> None:
    """Case Lạng Sơn: six groups, listed from low to high; they are a proposal's."""
    words = {
        "huan_chuong_lao_dong": "Huân chương Lao động",
        "anh_hung_lao_dong": "Anh hùng Lao động",
    }
    words["huan_chuong_doc_lap"] = "Huân chương Độc lập"
    classes = {"1": " hạng Nhất", "2": " hạng Nhì", "3": " hạng Ba", None: ""}
    rows: list[Any] = []
    for place, (award, placing, names) in enumerate(GROUPS, 1):
        rows.append([f"{'I' * place if place < 4 else 'IV'}. {words[award]}{classes[placing]}"])
        rows += [(n, name, "") for n, name in enumerate(names, 1)]
    about = "Danh sách các tập thể lấy ý kiến về việc đề nghị Chủ tịch nước khen thưởng"
    found = open_annex(made(rows, above=("", "", about), below=()), Asked())
    assert (found.told.kind, faults(found)) == ("proposal", [])
    assert [(line.award, line.placing, line.name) for line in found.lines] == [
        (award, placing and int(placing), name)
        for award, placing, names in GROUPS
        for name in names
    ]


def test_a_years_three_groups_come_in_whole() -> None:
    """Case Kiên Giang: 16 first, 16 second and 7 third places, each numbered from 1."""
    groups = (
        ("Cờ thi đua của UBND tỉnh, hạng Nhất", 16),
        ("Bằng khen của Chủ tịch UBND tỉnh, hạng Nhì", 16),
    )
    rows: list[Any] = []
    for place, (words, count) in enumerate((*groups, ("Hạng Ba", 7)), 1):
        rows.append([f"{'I' * place}. {words}"])
        rows += [(n, f"Đơn vị {n}", "") for n in range(1, count + 1)]
    rows.append(("", "Ấn định danh sách: 39 tập thể"))
    about = ("Về việc tặng Bằng khen của Chủ tịch UBND tỉnh cho 39 tập thể năm 2018",)
    found = annex(*rows, above=about)
    placed = Counter((line.award, line.placing) for line in found.lines)
    certificate = "bang_khen_chu_tich_ubnd_tinh"
    assert placed == {("co_thi_dua_cap_tinh", 1): 16, (certificate, 2): 16, (certificate, 3): 7}
    assert ([line.number for line in found.lines], faults(found)) == (list(range(1, 40)), [])
    assert (found.told.collectives, {line.year for line in found.lines}) == (39, {2018})


def test_sections_give_kind_and_placing_and_end_where_the_next_says_the_same() -> None:
    rows: list[Any] = [
        ("TẬP THỂ",),
        ("Hạng Nhất",),
        (1, "Sở Y tế", ""),
        ("Hạng Nhì",),
        (2, "Sở A", ""),
    ]
    rows += [("CÁ NHÂN",), (3, "Lê Văn B", ""), ("3. Sở Tài chính",), (4, "Lê Văn C", "")]
    lines = annex(*rows).lines
    assert [(line.kind, line.placing, line.unit) for line in lines] == [
        ("collective", 1, None),
        ("collective", 2, None),
        ("individual", None, None),
        ("individual", None, "3. Sở Tài chính"),
    ]


@pytest.mark.parametrize(
    ("cell", "award", "placing", "kind"),
    [
        ("Huân chương Lao động hạng Ba", "huan_chuong_lao_dong", 3, "collective"),
        ("HCLĐ hạng II", "huan_chuong_lao_dong", 2, "collective"),
        ("Cờ thi đua của Chính phủ", "co_thi_dua_chinh_phu", None, "collective"),
        ("CSTĐ cấp tỉnh", "chien_si_thi_dua_cap_tinh", None, "individual"),
        ("Truy tặng Bằng khen của Thủ tướng", "bang_khen_thu_tuong", None, "posthumous"),
        ("Giải Nhì", "bang_khen_chu_tich_ubnd_tinh", 2, "collective"),
        ("", "bang_khen_chu_tich_ubnd_tinh", None, "collective"),
    ],
)
def test_a_lines_own_cell_says_award_class_and_kind(
    cell: str, award: str, placing: int | None, kind: str
) -> None:
    found = annex((1, "Sở Y tế", cell), headings=("STT", "Tên", "Hình thức khen thưởng"))
    (line,) = found.lines
    assert (line.award, line.placing, line.kind, faults(found)) == (award, placing, kind, [])


def test_a_form_of_address_stays_and_an_alias_without_it_is_noted() -> None:
    headings = ("STT", "Ông/Bà", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Tên gọi khác")
    rows = [
        (1, "", "Đ/c NGUYỄN VĂN AN", "Giám đốc", "Sở Y tế", "Ba An; Út An"),
        (2, "Bà", "H’Hen Niê", "", "", ""),
    ]
    first, second = annex(*rows, headings=headings).lines
    assert (first.name, first.unit) == ("Đ/c NGUYỄN VĂN AN", "Giám đốc, Sở Y tế")
    assert first.aliases == ("NGUYỄN VĂN AN", "Ba An", "Út An")
    assert (second.name, second.aliases, second.kind) == (
        "Bà H’Hen Niê",
        ("H’Hen Niê",),
        "individual",
    )


ROW = (1, "Sở Y tế", "")
BAD: dict[str, tuple[list[Any], list[tuple[int, str]]]] = {
    "no number": ([ROW, ("", "Sở B", "x"), (2, "Sở C", "")], [(4, "annex.no-number")]),
    "a number twice": ([ROW, (1, "Sở B", "")], [(4, "annex.number-twice")]),
    "a number left out": ([ROW, (3, "Sở B", "")], [(4, "annex.number-missing")]),
    "numbers left out": ([ROW, (9, "Sở B", "")], [(4, "annex.numbers-missing")]),
    "numbers going down": (
        [(2, "Sở B", ""), ROW],
        [(3, "annex.number-missing"), (4, "annex.number-order")],
    ),
    "no name": ([ROW, (2, "", "Dẫn đầu")], [(4, "annex.no-name")]),
    "an unknown section": ([("HUÂN CHƯƠNG RỒNG",), ROW], [(3, "annex.unknown-award")]),
    "not given to a person": (
        [("Cờ thi đua",), (1, "Ông Lê Văn B", "")],
        [(4, "annex.kind-not-given")],
    ),
    "nothing but a signature": ([("TM. ỦY BAN NHÂN DÂN",)], [(0, "annex.no-lines")]),
}


@pytest.mark.parametrize(("rows", "told"), list(BAD.values()), ids=list(BAD))
def test_what_cannot_be_recorded_is_told_by_its_row(
    rows: list[Any], told: list[tuple[int, str]]
) -> None:
    assert faults(annex(*rows)) == told


def test_a_single_name_in_an_old_font_is_told() -> None:
    many = [
        (n, f"Ủy ban nhân dân huyện số {n}", "Dẫn đầu phong trào thi đua") for n in range(1, 31)
    ]
    found = annex(*many, (31, tcvn3("Nguyễn Văn Hường"), ""))
    assert faults(found) == [(33, "annex.old-font")]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("Hình thức khen", "Huân chương Rồng", "annex.unknown-award"),
        ("Hình thức khen", "Bằng khen của Bộ trưởng Bộ Y tế", "annex.unknown-award"),
        ("Hạng", "Mười", "annex.placing"),
        ("Năm", "2018-2019", "annex.year"),
        ("Đối tượng", "Ngựa", "annex.kind"),
        ("Thành tích", "a" * 501, "field.long"),
        ("Thành tích", "a\u202eb", "field.characters"),
    ],
)
def test_a_cell_that_says_nothing_known_is_told(column: str, cell: str, code: str) -> None:
    found = annex(ROW, (2, "Sở B", cell), headings=("STT", "Tên tập thể", column))
    assert faults(found) == [(4, code)]


def test_numbers_may_be_left_out_of_an_extract() -> None:
    found = annex((3, "Sở A", ""), (17, "Sở B", ""), asked=Asked(extract=True))
    assert ([line.number for line in found.lines], faults(found)) == ([3, 17], [])


@pytest.mark.parametrize("place", ["B3:B4", "A4:C4", "C3:C4"])
def test_cells_merged_over_lines_are_told(place: str) -> None:
    found = annex((1, "Sở Y tế", "x"), (2, "", ""), merged=[place])
    assert "annex.merged" in [code for _, code in faults(found)]
    assert "annex.no-name" not in [code for row, code in faults(found) if place != "C3:C4"]


def test_title_and_article_that_name_two_awards_wait_for_a_choice() -> None:
    """QĐ 345/QĐ-TTg of 2008: the title says flag, Article 1 says certificate."""
    above = (
        "Về việc tặng Cờ thi đua của Chính phủ",
        "Điều 1. Tặng Bằng khen của Thủ tướng Chính phủ cho 01 tập thể:",
    )
    (fault,) = annex(ROW, above=above).bad
    assert (fault.code, fault.facts) == (
        "annex.apart",
        {"awards": "co_thi_dua_chinh_phu", "articles": "bang_khen_thu_tuong"},
    )
    chosen = annex(ROW, above=above, asked=Asked(usual=Usual("co_thi_dua_chinh_phu")))
    assert (faults(chosen), chosen.lines[0].award) == ([], "co_thi_dua_chinh_phu")


def test_a_day_to_come_and_one_behind_the_conference_are_told_apart() -> None:
    today, held = date(2019, 3, 20), "2019-03-25"
    days = (None, "2019-03-20", "2019-03-21", "2019-03-26")
    assert [[one.code for one in wrong_day(day, today, held)] for day in days] == [
        *([], [], ["annex.dated-future"], ["annex.dated-future"])
    ]
    late = date(2026, 11, 28)
    assert [one.code for one in wrong_day("2019-03-26", late, held)] == ["annex.dated-behind"]
    assert list(wrong_day("2019-03-26", late, None)) == []


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Zs")), min_size=1, max_size=25
).map(lambda text: " ".join(text.split()))
NAMES = st.tuples(
    st.sampled_from(["Sở Y tế", "Ông Lê", "Bà H’Hen", "TẬP THỂ", "I. Hội", "Đ/c", "Đơn vị"]), WORDS
)


def said(name: str) -> bool:
    """Whether a line can be called so at all: Excel and Word take it, and it is one line."""
    return bool(name) and name.isprintable() and not unreadable(name) and len(name) < 200


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES.map(" ".join).filter(said), min_size=1, max_size=8), st.booleans())
def test_any_lines_come_back_in_their_order_codepoint_by_codepoint(
    names: list[str], document: bool
) -> None:
    assume(recognised([*names, "Dẫn đầu"]) == "unicode" and not any(map(in_old_font, names)))
    rows = [(n, name, "Dẫn đầu") for n, name in enumerate(names, 1)]
    made = annex_docx if document else annex_xlsx
    data = made(rows, above=("", "", CERTIFICATE), below=())
    lines: tuple[Line, ...] = open_annex(data, Asked()).lines
    composed = [" ".join(unicodedata.normalize("NFC", name).split()) for name in names]
    assert [(line.number, line.name) for line in lines] == list(enumerate(composed, 1))
