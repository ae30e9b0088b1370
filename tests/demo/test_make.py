"""The demo file holds the Kiên Giang conference of 25 March 2019, and invents nobody.

The figures are those of the report "Đoàn kết, sáng tạo, hiệu quả, bứt phá" (portal of the
Department of Home Affairs of Kiên Giang, 26/03/2019).
"""

from collections import Counter

import pytest
from builders import STAMP

from conference.config import Settings
from conference.importers.demo import load_demo
from conference.importers.workbook_rows import read_workbook
from conference.store import Store
from demo import make
from projections.library import Library, Shelf


@pytest.fixture
def shelf(any_settings: Settings) -> Shelf:
    """The demo as documents, once on SQLite and once on PostgreSQL."""
    store = Store(any_settings)
    id = load_demo(store, STAMP, "Ban Thi đua - Khen thưởng")
    made = Library(store.facts).shelf(id)
    store.close()
    return made


def test_the_committed_file_is_what_the_script_makes() -> None:
    assert make.FILE.read_bytes() == make.made()


def test_two_persons_are_named_and_everybody_else_by_post_unit_or_placing() -> None:
    rows = read_workbook(make.made()).rows
    named = {row.values["name"] for row in rows["guests"] if row.values.get("name")}
    speakers = [row.values.get("speaker") for row in rows["speeches"]]
    assert named == {"Đỗ Thanh Bình", "Đặng Tuyết Em"}
    assert (speakers, len(speakers)) == ([None] * 7, 7)


def test_twelve_groups_two_documents_and_seven_speeches_stand_in_order(shelf: Shelf) -> None:
    assert len(shelf.attendance.groups) == 12
    assert [d.kind for d in shelf.conference.documents] == ["summary_report", "emulation_plan"]
    assert [speech.unit for speech in shelf.agenda.speeches] == [
        "Thành phố Rạch Giá",
        "Sở Lao động - Thương binh và Xã hội",
        "Huyện Giồng Riềng",
        "Bộ Chỉ huy Quân sự tỉnh",
        "Huyện An Biên",
        "Công ty Cổ phần xi măng Hà Tiên",
        "Ủy ban Mặt trận Tổ quốc tỉnh",
    ]


def test_the_instruments_hold_10_16_16_and_7_lines_with_the_years_as_printed() -> None:
    lines = read_workbook(make.made()).rows["awards"]
    counted = Counter((row.values["instrument"], row.values["year"]) for row in lines)
    assert counted == {("TTr", 2018): 10, ("QĐ1", 2017): 16, ("QĐ2", 2018): 16, ("QĐ3", 2018): 7}


def test_what_the_source_leaves_open_is_marked_and_its_contradictions_are_notes(
    shelf: Shelf,
) -> None:
    notes = Counter(note.kind for note in shelf.conference.notes)
    assert notes["anomaly"] == 2
    marked = {note.about for note in shelf.conference.notes if note.kind == "illustrative"}
    assert {"Khách mời", "Chương trình", "Văn bản khen", "Hội trường"} <= marked
    assert "Hội nghị: Giờ bắt đầu" in marked


def test_it_is_lived_at_half_past_seven_of_its_own_day(shelf: Shelf) -> None:
    assert shelf.conference.clock(STAMP.at).isoformat() == "2019-03-25T07:30:00+07:00"


def test_every_presented_line_is_received_by_an_invited_place(shelf: Shelf) -> None:
    guests = shelf.guest_list.by_id
    received = [recipient for turn in shelf.run_sheet.turns for recipient in turn.recipients]
    assert len(received) == 39
    assert all(recipient.guest in guests for recipient in received)
