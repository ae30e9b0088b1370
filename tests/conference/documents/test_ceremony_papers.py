"""The papers of the ceremony, read back from PDF and Word: one list, gaps kept, nobody moves up."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from builders import STAMP, id
from builders_ceremony import (
    PRESENTERS,
    a_ceremony,
    a_source,
    docx_text,
    in_order,
    made,
    pdf_text,
    prepare,
    present_by,
    say_as,
)
from builders_commands import HERE, plan, shelf_of
from builders_pdf import pages_of
from docx import Document
from docx.oxml.ns import qn

from conference.commands.awards_plan import lock_plan
from conference.documents.ceremony_papers import FORMATS, PAPERS, drawn
from conference.store import Store
from projections.library import Shelf

ALL = {"Y Bhĕm", "alpha", "beta", "gamma"}
CALLED = ["Y Bhĕm", "alpha", "beta", "gamma"]


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return a_ceremony(store)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", list(PAPERS))
def test_pdf_and_word_name_the_recipients_in_the_order_of_the_turns(
    shelf: Shelf, name: str, language: str
) -> None:
    planned = [one.name for turn in shelf.run_sheet.turns for one in turn.recipients]
    assert planned == CALLED
    for text in (pdf_text(shelf, name, language), docx_text(shelf, name, language)):
        assert in_order(text, ALL) == planned


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("name", list(PAPERS))
def test_the_same_position_is_the_same_bytes(shelf: Shelf, name: str, form: str) -> None:
    file = drawn(a_source(shelf), name, form)
    assert file == drawn(a_source(shelf), name, form)
    if form == "pdf":
        assert (file[:8], b"StructTreeRoot" in file) == (b"%PDF-1.7", True)
    else:
        with ZipFile(BytesIO(file)) as parts:
            assert parts.testzip() is None


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_page_says_lock_position_and_page(store: Store, shelf: Shelf, name: str) -> None:
    lock_plan(store, STAMP, **HERE)
    locked = shelf_of(store)
    pages = pages_of(drawn(a_source(locked), name, "pdf"))
    for number, page in enumerate(pages, 1):
        foot = " ".join(page)
        assert f"Bản chốt số 1 · Bản dự thảo, chưa ban hành · Nhật ký #{locked.position}" in foot
        assert f"Trang {number} / {len(pages)}" in foot
    below = Document(BytesIO(drawn(a_source(locked), name, "docx"))).sections[0].footer
    assert f"Bản chốt số 1 · Bản dự thảo, chưa ban hành · Nhật ký #{locked.position}" in (
        below.paragraphs[0].text
    )
    (code,) = below._element.iter(qn("wp:docPr"))
    assert code.get("descr") == a_source(locked).reader.address


def test_who_declined_is_a_gap_and_not_in_the_sentence(shelf: Shelf) -> None:
    rows = {row.name: row for row in made(shelf, "mc-script").rows if row.name}
    assert {name: row.kind for name, row in rows.items()} == {
        "Y Bhĕm": "plain",
        "alpha": "plain",
        "beta": "gap",
        "gamma": "plain",
    }
    text = pdf_text(shelf, "mc-script")
    assert "2 beta để trống, không đọc: vắng" in text
    assert "mời 1 / 2 người nhận" in text


def test_recipients_of_the_president_stand_there_before_the_reading(shelf: Shelf) -> None:
    text = pdf_text(shelf, "mc-script")
    early, reading = text.index("đứng nghiêm nghe công bố"), text.index("công bố Quyết định số 118")
    assert early < text.index("Y Bhĕm") < reading
    assert text.index("501/QĐ-UBND, ngày 1 tháng 3") < text.index("alpha")
    assert "của Chủ tịch nước công bố" not in text
    assert "Quyết định số 118/QĐ-CTN, ngày 1 tháng 3 năm 2019, của Chủ tịch nước" in text


def test_presenters_are_called_with_all_posts_the_partys_first(store: Store, shelf: Shelf) -> None:
    present_by(store, 2, *PRESENTERS)
    say_as(store, "alpha", "an-pha")
    text = pdf_text(shelf_of(store), "mc-script")
    assert "– Bà Em, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh – Ông Bình, Phó Chủ tịch" in text
    assert "alpha đọc: an-pha ghế A-02" in text
    assert "gamma đại diện nhận: Bà C" in text
    cards = pdf_text(shelf_of(store), "presenter-cards")
    assert "Bà Em Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh" in cards
    assert cards.index("Trao vị trí 1 1 alpha") < cards.index("Ông Bình")
    assert "chưa phân công người trao" in cards


def test_trays_lie_mirrored_when_the_row_enters_from_the_left(store: Store, shelf: Shelf) -> None:
    assert "khay xếp cùng chiều đọc" in pdf_text(shelf, "tray-sheet")
    prepare(store, 2, side="left")
    now = shelf_of(store)
    for text in (pdf_text(now, "tray-sheet"), docx_text(now, "tray-sheet")):
        assert in_order(text, ALL) == ["Y Bhĕm", "beta", "alpha", "gamma"]
        assert "khay xếp NGƯỢC chiều đọc" in text
    assert "vào từ bên trái (nhìn từ hội trường) → [–2–] [ 1 ]" in docx_text(now, "tray-sheet")
    order = [one.name for one in now.run_sheet.turns[1].standing]
    assert order == ["beta", "alpha"]


def test_cues_are_numbered_timed_and_can_be_carried_out(store: Store, shelf: Shelf) -> None:
    prepare(store, 3, music="Hành khúc", bouquets=2, photo_s=0, note="mang theo cờ")
    sheet = made(shelf_of(store), "run-sheet")
    keys = [row.key for row in sheet.sections[3].blocks[0].rows if not row.name]  # type: ignore[union-attr]
    assert keys == [
        *("call", "in-place", "presenters", "servers", "music-on", "handover", "music-off"),
        *("presenters-back", "recipients-back", "next"),
    ]
    text = pdf_text(shelf_of(store), "run-sheet")
    for order in ("3.1", "BẬT: Hành khúc.", "2 bó hoa.", "mang theo cờ", "vị trí 1 ở đầu bên trái"):
        assert order in text
    assert "07:00:00" in text


def test_the_posting_list_tells_where_to_gather_and_of_nobody_that_he_is_missing(
    shelf: Shelf,
) -> None:
    text = pdf_text(shelf, "posting-list")
    assert "Cánh gà bên phải (nhìn từ hội trường), trước khi bắt đầu trao" in text
    assert "khi Lượt 2 bắt đầu (" in text
    assert "vắng" not in text
    assert "1 alpha A-02 2 beta –" in text


def test_rows_are_whole_and_heads_are_repeated_in_word(shelf: Shelf) -> None:
    for table in Document(BytesIO(drawn(a_source(shelf), "mc-script", "docx"))).tables:
        rows = [row._tr.trPr for row in table.rows]
        assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [
            n == 0 for n, _ in enumerate(rows)
        ]
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


@pytest.mark.parametrize("name", list(PAPERS))
def test_an_empty_ceremony_is_a_paper_all_the_same(store: Store, name: str) -> None:
    plan(store, held_on=None)
    shelf = shelf_of(store)
    title = made(shelf, name).title
    assert title.casefold() in pdf_text(shelf, name).casefold()
    assert title.casefold() in docx_text(shelf, name).casefold()
    assert made(shelf, name).names == ()


def test_long_names_of_a_large_row_have_a_card_that_holds_them(store: Store) -> None:
    plan(store)
    shelf = a_large_row(store)
    (section,) = made(shelf, "presenter-cards").sections
    (cards,) = section.blocks
    assert cards.of_page == 1  # type: ignore[union-attr]
    names = {one.name for one in shelf.run_sheet.recipients}
    assert len(names) == 30
    text = pdf_text(shelf, "presenter-cards")
    assert all(name in text for name in names)
    assert id("x")


def a_large_row(store: Store) -> Shelf:
    from builders_awards import an_instrument

    from conference.commands.awards import register_instrument
    from conference.commands.awards_rules import set_stage_capacity

    long = [f"Hợp tác xã Nông nghiệp – Dịch vụ – Thương mại Tân Hiệp Phát {n}" for n in range(30)]
    register_instrument(store, STAMP, **HERE, **an_instrument(*long))
    set_stage_capacity(store, STAMP, **HERE, capacity=30)
    return shelf_of(store)
