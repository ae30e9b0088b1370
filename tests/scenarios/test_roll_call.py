"""The roll call of Cát Vân: 55 summoned, 52 present, 3 absent, and the sentence that opens."""

from builders import STAMP, at
from builders_commands import HERE, plan, shelf_of
from builders_pdf import pages_of
from cases import case_cat_van

from conference.commands.attendance import (
    AdmitWalkIn,
    admit_walk_in,
    check_in_guest,
    reverse_check_in,
)
from conference.commands.invitation import invite_group
from conference.commands.invitation_answers import decline_invitation
from conference.commands.roll_call import word_roll_call
from conference.documents.paper_frame import Reader
from conference.documents.roll_call_pdf import roll_call_pdf, sentence_of
from conference.language import group_words, sentence
from conference.store import Store
from conference.web.seating_map import called
from projections.library import Shelf


def summoned(store: Store) -> None:
    """The congress with its eight units."""
    plan(store, title="Đại hội Hội LHTN xã Cát Vân", host="Hội LHTN xã Cát Vân")
    for order, (unit, count, _) in enumerate(case_cat_van.UNITS, 1):
        said = {"group": unit, "body": unit, "count": count, "order": order, "bloc": "other"}
        invite_group(store, STAMP, **HERE, **said)


def arrived(store: Store) -> Shelf:
    """So many of each unit come in, each by one of two doors."""
    summoned(store)
    for unit, guests in shelf_of(store).guest_list.grouped:
        come = next(came for name, _, came in case_cat_van.UNITS if name == unit)
        for number, guest in enumerate(guests[:come]):
            where = {"door": "AB"[number % 2], "at": at(f"07:3{number}")}
            check_in_guest(store, STAMP, **HERE, guest=guest.id, **where)
    return shelf_of(store)


def test_the_table_is_filled_from_the_check_ins(store: Store) -> None:
    counted = arrived(store).attendance
    table = [(one.group, one.summoned, one.came, one.absent) for one in counted.groups]
    assert table == [(unit, all, came, all - came) for unit, all, came in case_cat_van.UNITS]
    assert (counted.invited, counted.present, counted.absent) == (55, 52, 3)
    assert sum(count for _, count in counted.arrivals.doors) == 52
    assert [span.count for span in counted.arrivals.minutes] == [8, 8, 8, 8, 8, 7, 3, 2]


def test_the_usual_sentence_is_the_scripts(store: Store) -> None:
    shelf = arrived(store)
    assert sentence("roll-call.usual") == case_cat_van.SENTENCE
    assert sentence_of(shelf, sentence) == case_cat_van.READ


def test_the_sentence_is_worded_anew_and_counts_along(store: Store) -> None:
    shelf = arrived(store)
    words = "Có mặt {present}/{summoned} đại biểu."
    word_roll_call(store, STAMP, **HERE, sentence=words)
    assert sentence_of(shelf_of(store), sentence) == "Có mặt 52/55 đại biểu."
    left = next(row for row in shelf.attendance.by_id.values() if row.present)
    reverse_check_in(store, STAMP, **HERE, guest=left.id, reason="quét nhầm", at=at("07:50"))
    assert sentence_of(shelf_of(store), sentence) == "Có mặt 51/55 đại biểu."
    word_roll_call(store, STAMP, **HERE)
    assert sentence_of(shelf_of(store), sentence).startswith("Tổng số đại biểu triệu tập là 55")


def test_who_is_summoned_is_settled_whoever_declines_walks_in_or_is_taken_back(
    store: Store,
) -> None:
    shelf = arrived(store)
    away, other = [row for row in shelf.guest_list.guests if not row.present][:2]
    decline_invitation(store, STAMP, **HERE, guest=away.id, reason="ốm")
    read = sentence_of(shelf_of(store), sentence)
    assert read == case_cat_van.READ
    for name in ("Lê Văn Tư", "Hồ Thị Năm"):
        said = {"name": name, "body": "Báo Quảng Nam", "voucher": "Chị Huyền"}
        admit_walk_in(store, STAMP, **HERE, **AdmitWalkIn().load(said) | {"at": at("07:50")})
    assert sentence_of(shelf_of(store), sentence) == case_cat_van.READ
    for guest in (away, other):
        check_in_guest(store, STAMP, **HERE, guest=guest.id, at=at("07:51"))
        said = {"guest": guest.id, "reason": "quét nhầm", "at": at("07:52")}
        reverse_check_in(store, STAMP, **HERE, **said)
    counted = shelf_of(store).attendance
    assert sentence_of(shelf_of(store), sentence) == case_cat_van.READ
    figures = (counted.summoned, counted.came, counted.absent, counted.excused, counted.walked_in)
    assert figures == (55, 52, 3, 1, 2)


def test_the_paper_has_the_sentence_and_the_table(store: Store) -> None:
    shelf = arrived(store)
    reader = Reader("vi", "http://127.0.0.1:8000/#9", sentence, called, group_words)
    made = roll_call_pdf(shelf, reader)
    assert (made == roll_call_pdf(shelf, reader), b"pdfuaid" in made) == (True, True)
    (page,) = ([run.strip() for run in page] for page in pages_of(made))
    text = " ".join(page)
    assert " ".join(case_cat_van.READ.split()) in " ".join(text.split())
    assert "STT Đơn vị Số lượng ĐB Có mặt Vắng" in " ".join(text.split())
    for number, (unit, all, came) in enumerate(case_cat_van.UNITS, 1):
        assert f"{number} {unit} {all} {came} {all - came} 0 0" in " ".join(text.split())
    assert "Tổng 55 52 3 0 0" in " ".join(text.split())
    assert f"#{shelf.position}" in text
