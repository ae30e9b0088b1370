"""Three real cases, from the organisers' workbook to what stands on the run-sheet."""

from datetime import date

import pytest
from builders import STAMP
from cases import case_bac_tra_my, case_lang_son

from conference.importers.workbook import read_book
from conference.store import Store
from demo import make
from projections.library import Library, Shelf
from projections.lint import lint


def lived(store: Store, data: bytes) -> Shelf:
    """The documents of a conference that is taken over from its workbook."""
    book = read_book(data)
    book.take_over(store, STAMP, "Ban tổ chức")
    return Library(store.facts).shelf(book.conference_id)


def test_kien_giang_announces_four_times_and_presents_39_lines_flag_first(store: Store) -> None:
    sheet = lived(store, make.made()).run_sheet
    announced = [(one.kind, one.award, one.count) for one in sheet.announcements]
    assert announced == [
        ("proposal", "co_thi_dua_chinh_phu", 10),
        ("decision", "co_thi_dua_cap_tinh", 16),
        ("decision", "bang_khen_chu_tich_ubnd_tinh", 16),
        ("decision", "bang_khen_chu_tich_ubnd_tinh", 7),
    ]
    turns = [(turn.award, turn.placing, len(turn.recipients)) for turn in sheet.turns]
    assert turns == [
        ("co_thi_dua_cap_tinh", 1, 8),
        ("co_thi_dua_cap_tinh", 1, 8),
        ("bang_khen_chu_tich_ubnd_tinh", 2, 8),
        ("bang_khen_chu_tich_ubnd_tinh", 2, 8),
        ("bang_khen_chu_tich_ubnd_tinh", 3, 7),
    ]


def test_kien_giang_introduces_the_deputy_secretary_before_the_chair(store: Store) -> None:
    shelf = lived(store, make.made())
    chair = shelf.conference.chair
    assert chair is not None
    introduced = [one.name for one in shelf.introductions.introductions if one.name]
    assert introduced == ["Đặng Tuyết Em", "Đỗ Thanh Bình"]
    assert (chair.name, chair.guest in shelf.guest_list.by_id) == ("Đỗ Thanh Bình", True)


def test_kien_giangs_contradictions_are_shown_and_none_is_corrected(store: Store) -> None:
    shelf = lived(store, make.made())
    years = {line.year for one in shelf.awards.instruments for line in one.lines}
    notes = [note.text for note in shelf.conference.notes if note.kind == "anomaly"]
    assert years == {2017, 2018}
    found = lint(shelf, date(2019, 3, 1), {})
    assert found.totals["year-mismatch"] == 1
    assert [("44,4%" in text, "13 cờ" in text) for text in notes] == [(True, False), (False, True)]


def test_bac_tra_my_keeps_the_decisions_own_order(store: Store) -> None:
    sheet = lived(store, case_bac_tra_my.workbook()).run_sheet
    assert [[one.name for one in turn.recipients] for turn in sheet.turns] == [
        list(case_bac_tra_my.RECIPIENTS)
    ]


@pytest.mark.parametrize(
    ("precedence", "order"),
    [("decree_list", [5, 4, 3, 2, 1, 6]), ("flags_first", [6, 5, 4, 3, 2, 1])],
)
def test_lang_son_announces_by_the_preset_and_presents_nothing(
    store: Store, precedence: str, order: list[int]
) -> None:
    sheet = lived(store, case_lang_son.workbook(precedence)).run_sheet
    groups = [
        (award, int(placing) if placing else None) for award, placing, _ in case_lang_son.GROUPS
    ]
    announced = [(one.award, one.placing) for one in sheet.announcements]
    assert announced == [groups[number - 1] for number in order]
    assert (sum(one.count for one in sheet.announcements), sheet.turns) == (11, ())
