"""Planned against actual on paper, read back: both figures, their difference, the sums."""

from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_pdf import pages_of
from builders_programme import a_reader, add

from conference.commands.agenda import set_agenda_start
from conference.commands.agenda_day import finish_item, skip_item, start_item
from conference.commands.agenda_release import release_agenda
from conference.config import Settings
from conference.documents.played_pdf import played_pdf, signed, total
from conference.store import Store
from projections.agenda_item import AgendaItem
from projections.played import Line, Played


def test_the_paper_says_both_and_the_difference(settings: Settings) -> None:
    store = Store(settings)
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc")
    add(store, "Giải lao", 15, kind="break")
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    start_item(store, STAMP, **HERE, item=id("Khai mạc"), at=at("07:42"))
    finish_item(store, STAMP, **HERE, item=id("Khai mạc"), at=at("07:55"))
    skip_item(store, STAMP, **HERE, item=id("Giải lao"), reason="trễ", at=at("07:55"))
    shelf = shelf_of(store)
    store.close()
    made = played_pdf(shelf, a_reader())
    (page,) = [" ".join(" ".join(page).split()) for page in pages_of(made)]
    for said in (
        "Kế hoạch và thực tế",
        "Bắt đầu 07h30 07h42 +12",
        "Kết thúc 07h55 07h55 0",
        "1 Khai mạc 07h30 10 07h42 13 +12 +3",
        "2 Giải lao bỏ qua 07h40 15 – – – –",
        "Cộng 25 13 −12",
        f"Bản ban hành số 1, 07:00 ngày 25/3/2019 · Nhật ký #{shelf.position}",
    ):
        assert said in page, said
    assert b"pdfuaid" in made


def test_the_sum_of_a_day_that_goes_on_has_no_difference_yet() -> None:
    item = AgendaItem(id("Khai mạc"), "opening", "Khai mạc", 10)
    day = Played((Line(item, at("07:30"), 10),), at("07:30"), at("07:40"))
    assert total(day) == ["", "10", "", "0", "", "–"]


def test_minutes_have_their_sign() -> None:
    assert [signed(s) for s in (None, 0, 20, 90, -90)] == ["–", "0", "0", "+2", "−2"]
