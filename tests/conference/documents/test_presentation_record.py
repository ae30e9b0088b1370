"""The record of presentation: what was handed over at the ceremony, by whom, seen by whom."""

from datetime import timedelta

from builders import STAMP, id
from builders_ceremony import PRESENTERS, a_ceremony, docx_text, made, pdf_text, play, present_by
from builders_commands import HERE, shelf_of

from conference.commands.stage_row import correct_presentation, settle_absence
from conference.documents.ceremony_paper import Table, spoken
from conference.store import Store
from projections.library import Shelf

AWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, hạng nhì · 501/QĐ-UBND"


def cells(shelf: Shelf, key: str) -> list[list[str]]:
    """The rows of a part of the record, cell by cell."""
    (section,) = (one for one in made(shelf, "presentation-record").sections if one.key == key)
    (table,) = section.blocks
    assert isinstance(table, Table)
    return [[spoken(cell) for cell in row.cells] for row in table.rows]


def test_each_line_says_presenter_receiver_objects_time_and_witness(store: Store) -> None:
    a_ceremony(store)
    present_by(store, 2, PRESENTERS[1])
    present_by(store, 3, PRESENTERS[0])
    play(store, 15)
    order, alpha, gamma = cells(shelf_of(store), "presented")
    assert order[1].startswith("Y Bhĕm · Huân chương Lao động, hạng ba · 118/QĐ-CTN")
    assert order[2:4] == ["trực tiếp nhận", "huân chương · bằng khung"]
    said = ["đại diện đơn vị", "bằng khung", "Ông Bình", "07:09", "Bà Chứng"]
    assert alpha == ["2", f"alpha · {AWARD}", *said]
    assert gamma[:5] == ["3", f"gamma · {AWARD}", "Bà C", "bằng khung", "Bà Em"]
    assert [row[1].split(" · ")[0] for row in cells(shelf_of(store), "waiting")] == ["beta"]


def test_a_correction_stands_with_its_line_and_the_line_as_it_was_recorded(store: Store) -> None:
    a_ceremony(store)
    play(store, 10)
    at = STAMP.at + timedelta(minutes=20)
    settle = {"outcome": "later", "name": None, "relation": None, "at": at}
    settle_absence(store, STAMP, **HERE, run=0, line=id("gamma"), **settle)
    said = {"what": "object", "was": "bằng của gamma", "now": "đã đổi"}
    correct_presentation(store, STAMP, **HERE, run=0, line=id("alpha"), at=at, **said)
    shelf = shelf_of(store)
    told = "Đính chính 07:20, trao nhầm hiện vật: bằng của gamma → đã đổi"
    (line,) = (row for row in cells(shelf, "presented") if row[1].startswith("alpha"))
    assert line[1] == f"alpha · {AWARD} · {told}"
    states = {row[1].split(" · ")[0]: row[2] for row in cells(shelf, "waiting")}
    assert states == {"beta": "vắng", "gamma": "trao sau"}


def test_it_is_an_official_paper_with_places_to_sign(store: Store) -> None:
    a_ceremony(store)
    play(store, 4)
    shelf = shelf_of(store)
    for text in (read(shelf, "presentation-record") for read in (pdf_text, docx_text)):
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert "đã trao 1 / 4 dòng của các quyết định" in text
        for who in ("Người lập biên bản", "Người chứng kiến", "Chủ trì"):
            assert who in text


def test_no_paper_loses_or_moves_a_row_that_was_called(store: Store) -> None:
    a_ceremony(store)
    before = {name: made(shelf_of(store), name).names for name in ("tray-sheet", "posting-list")}
    play(store, 8)
    assert {name: made(shelf_of(store), name).names for name in before} == before
