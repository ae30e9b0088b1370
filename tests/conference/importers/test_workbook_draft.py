"""Rows checked against each other: references, codes, days, the hall."""

from typing import Any

from builders_workbook import bad_cells

from conference.commands.workbook_part import Part
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.workbook import read_book

FRAME = {"code": "x", "title": "Hội nghị", "host": "UBND tỉnh"}
GUEST = {"group": "Khách", "bloc": "other"}
DECISION = {"kind": "decision", "title": "Tặng cờ", "level": "province", "announcer": "Ban"}
LINE = {"instrument": "Tặng cờ", "name": "Đơn vị 1", "award": "co_thi_dua_cap_tinh"}


def bad(frame: dict[str, Any] | None = None, **sheets: list[dict[str, Any]]) -> Any:
    data = workbook_xlsx({"conference": [FRAME | (frame or {})], **sheets})
    return bad_cells(lambda: read_book(data))


def parts(kind: str, frame: dict[str, Any] | None = None, **sheets: Any) -> list[Part]:
    data = workbook_xlsx({"conference": [FRAME | (frame or {})], **sheets})
    return [part for part in read_book(data).draft.parts if part.kind == kind]


def test_a_time_needs_the_day_of_the_conference() -> None:
    assert bad({"starts_at": "07:30"}) == [("Hội nghị", 7, "Giờ bắt đầu", "workbook.no-day")]


def test_a_time_is_meant_in_the_conferences_zone() -> None:
    said = {"held_on": "2019-03-25", "starts_at": "07:30", "time_zone": "Asia/Tokyo"}
    (part,) = parts("starts_at", said)
    assert part.said["starts_at"].isoformat() == "2019-03-24T22:30:00+00:00"


def test_a_time_may_name_another_day() -> None:
    said = {"held_on": "2022-03-25", "starts_at": "22:00 24/3"}
    (part,) = parts("starts_at", said)
    assert part.said["starts_at"].isoformat() == "2022-03-24T15:00:00+00:00"
    for day in ("29/2", "24/3/0999"):
        wrong = bad(said | {"starts_at": f"22:00 {day}"})
        assert [cell[-1] for cell in wrong] == ["cell.clock"]


def test_the_commands_own_checks_name_the_cell() -> None:
    assert bad({"time_zone": "Sao Hỏa", "title": "x" * 301}) == [
        ("Hội nghị", 3, "Tên hội nghị", "field.long"),
        ("Hội nghị", 8, "Múi giờ", "field.zone"),
    ]


def test_a_chair_without_a_post_is_refused_and_one_guest_of_that_name_is_linked() -> None:
    chair = {"chair": "Đỗ Thanh Bình"}
    assert bad(chair) == [("Hội nghị", 15, "Chức vụ chủ trì", "field.required")]
    guest = {**GUEST, "name": "Ông Đỗ Thanh Bình"}
    (part,) = parts("chair", {**chair, "chair_post": "Phó Chủ tịch"}, guests=[guest])
    (invited,) = parts("guest", guests=[guest])
    assert (part.said["guest"], invited.said["honorific"]) == (invited.id, "Ông")


def test_a_code_used_twice_and_a_row_said_twice_are_refused() -> None:
    person = {**GUEST, "name": "Bình"}
    documents = [{"code": "1", "title": "Báo cáo"}, {"code": "1", "title": "Kế hoạch"}]
    assert bad(guests=[person, person], documents=documents) == [
        ("Khách mời", 3, "", "workbook.row-twice"),
        ("Văn kiện", 3, "Mã", "workbook.code-twice"),
    ]


def test_two_breaks_are_two_items() -> None:
    pause = {"kind": "break", "title": "Giải lao", "minutes": 10}
    first, second = parts("item", agenda=[pause, pause])
    assert first.id != second.id


def test_an_unknown_or_ambiguous_reference_is_refused() -> None:
    same = [{**GUEST, "name": name, "body": "Sở Nội vụ"} for name in ("Bình", "Em")]
    lines = [{**LINE, "guest": "Sở Nội vụ"}, {**LINE, "instrument": "QĐ 9", "name": "B"}]
    assert bad(guests=same, instruments=[DECISION], awards=lines) == [
        ("Danh sách khen", 2, "Khách mời", "cell.reference-ambiguous"),
        ("Danh sách khen", 3, "Văn bản", "cell.reference"),
    ]


def test_a_place_needs_its_group_and_a_seat_in_it() -> None:
    group = {"kind": "group", "group": "Các huyện", "bloc": "district", "count": 1}
    place = {"kind": "place", "group": "Các huyện", "bloc": "district"}
    named = [{**place, "body": body} for body in ("An Biên", "Giồng Riềng")]
    assert bad(guests=[*named, group, {**place, "group": "Các xã"}]) == [
        ("Khách mời", 3, "Thành phần", "workbook.no-place-left"),
        ("Khách mời", 5, "Thành phần", "cell.reference"),
    ]


def test_an_agenda_without_a_place_for_its_speeches_is_refused() -> None:
    item = {"kind": "report", "title": "Báo cáo", "minutes": 10}
    assert bad(agenda=[item], speeches=[{"unit": "An Biên", "minutes": 8}]) == [
        ("Tham luận", 2, "", "workbook.no-speech-row")
    ]


def test_lines_are_numbered_by_rows_where_they_have_no_number() -> None:
    lines = [{**LINE, "number": 5}, {**LINE, "name": "B"}, {**LINE, "name": "B", "placing": "2"}]
    (part,) = parts("instrument", instruments=[DECISION], awards=lines)
    assert [(one["number"], one["placing"]) for one in part.said["lines"]] == [
        (5, None),
        (6, None),
        (7, 2),
    ]


def test_a_hall_needs_its_name_and_labels_its_unusable_seats() -> None:
    row = {"label": "A", "seats": 20, "aisles": [6, 14], "unusable": [7]}
    assert bad(hall=[row]) == [("Hội nghị", 20, "Tên hội trường", "field.required")]
    (part,) = parts("hall", {"hall": "Hội trường tỉnh", "presidium": 5}, hall=[row])
    assert part.said["rows"] == [{"label": "A", "seats": 20, "aisles": [6, 14]}]
    assert (part.said["unusable"], part.said["presidium"]) == (["A-07"], 5)


def test_marks_become_notes_and_rows_that_mark_the_same_share_one() -> None:
    said = [{**GUEST, "name": name, "illustrative": "Số lượng"} for name in ("Bình", "Em")]
    documents = [{"title": "Báo cáo", "source_note": "51/117 ghi là 44,4%"}]
    notes = parts("note", guests=said, documents=documents)
    assert [(note.said["kind"], note.said["about"], note.said["text"]) for note in notes] == [
        ("anomaly", "Văn kiện: Báo cáo", "51/117 ghi là 44,4%"),
        ("illustrative", "Khách mời", "Số lượng"),
    ]
