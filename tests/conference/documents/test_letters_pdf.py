"""The letters on paper: read back from the PDF, a page a guest, in the form of Decree 30/2020."""

import re
from datetime import timedelta
from typing import Any

import pytest
from builders import STAMP, at
from builders_commands import HERE, plan, shelf_of
from builders_invitation import a_place, issued, replace_by
from builders_pdf import pages_of
from builders_programme import add

from conference.commands.agenda import set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import choose_venue, name_chair
from conference.commands.letters import WordLetter, send_letters, word_letter
from conference.config import Settings
from conference.documents.letters_pdf import letters_pdf
from conference.documents.qr_svg import qr_svg
from conference.store import Store
from projections.library import Shelf

WORDS: dict[str, Any] = {
    **dict.fromkeys(WordLetter().fields),
    "place": "Rạch Giá",
    "asked": "Đề nghị có mặt trước 15 phút\nTrang phục: lễ phục",
    "copies": "- Như trên;\n- Lưu: VT.",
    "authority": "TM. Ủy ban nhân dân",
    "signer_post": "Chủ tịch",
    "signer": "Phạm Vũ Hồng",
}


def paper(shelf: Shelf) -> bytes:
    return letters_pdf(shelf, shelf.guest_list.guests, lambda guest: f"https://a.vn/D/{guest.id}")


def texts(shelf: Shelf) -> list[str]:
    """The text of each page, its lines joined."""
    joined = (" ".join(" ".join(page).split()) for page in pages_of(paper(shelf)))
    return [re.sub(r" ([,.:)])", r"\1", page).replace("( ", "(") for page in joined]


@pytest.fixture
def store(settings: Settings) -> Any:
    made = Store(settings)
    plan(made, host="Ủy ban nhân dân tỉnh Kiên Giang")
    yield made
    made.close()


@pytest.fixture
def shelf(store: Store) -> Shelf:
    """Three letters of one sending: to a person, to place 3 of 8, to somebody's substitute."""
    choose_venue(store, STAMP, **HERE, name="Hội trường", address="Rạch Giá")
    name_chair(store, STAMP, **HERE, honorific="ông", name="Hồng", post="Chủ tịch", guest=None)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    word_letter(store, STAMP, **HERE, **WORDS)
    other = issued("b")
    replace_by(other, "Lê Phó", honorific="bà")
    store.create(issued("Nguyễn Thị Đào", honorific="bà"), a_place(3, 8), other)
    sending = {"channel": "paper", "number": "45/GM-UBND", "dated_on": "2019-02-05"}
    listed = shelf_of(store).guest_list
    send_letters(store, STAMP, **HERE, listed=listed, at=at("08:00"), **sending)
    return shelf_of(store)


def test_a_letter_has_the_form_of_the_decree(shelf: Shelf) -> None:
    (page,) = (one for one in texts(shelf) if "Đào" in one)
    for said in (
        "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 45/GM-UBND",
        "Rạch Giá, ngày 05 tháng 02 năm 2019",
        "GIẤY MỜI",
        "trân trọng kính mời: Bà Nguyễn Thị Đào, Giám đốc, Sở.",
        "Tới dự: Hội nghị tổng kết.",
        "Chủ trì: Ông Hồng, Chủ tịch.",
        "Thời gian: 07 giờ 30, Thứ Hai ngày 25 tháng 3 năm 2019.",
        "Địa điểm: Hội trường, Rạch Giá.",
        "Đề nghị có mặt trước 15 phút.",
        "Nơi nhận:",
        "Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Phạm Vũ Hồng",
        "PHIẾU VÀO CỬA",
        f"#{shelf.position}",
    ):
        assert said in page, said


def test_a_letter_names_the_day_on_which_a_longer_conference_ends(
    store: Store, shelf: Shelf
) -> None:
    add(store, "Khai mạc")
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    assert all("(dự kiến kết thúc lúc 07 giờ 40)" in page for page in texts(shelf_of(store)))
    add(store, "Phiên hai", fixed_start=at("08:00") + timedelta(days=1))
    release_agenda(store, STAMP, **HERE, at=at("07:01"))
    said = "(dự kiến kết thúc lúc 08 giờ 10 ngày 26 tháng 3 năm 2019)"
    assert [said in page for page in texts(shelf_of(store))] == [True] * 3


def test_a_place_and_a_substitute_are_asked_by_what_they_are(shelf: Shelf) -> None:
    whole = "\n".join(texts(shelf))
    assert len(texts(shelf)) == 3
    assert "kính mời: đại biểu 3/8, Vân Hòa." in whole
    assert "kính mời: Bà Lê Phó, Phó Giám đốc, Sở (dự thay b)." in whole


def test_a_letter_not_sent_yet_shows_its_gaps(store: Store) -> None:
    store.create(issued("a"))
    (page,) = texts(shelf_of(store))
    assert "Số: ……/GM-……" in page
    assert "ngày …… tháng …… năm ……" in page
    assert "Chủ trì: ……" in page


def test_the_same_letters_are_the_same_bytes(shelf: Shelf) -> None:
    made = paper(shelf)
    assert made == paper(shelf)
    assert b"pdfuaid" in made


def test_a_door_address_in_capitals_keeps_its_code_small() -> None:
    address = f"https://hoinghi.kiengiang.gov.vn/D/{'A2' * 28}".upper()
    assert f'viewBox="0 0 {37 + 8} {37 + 8}"' in qr_svg(address, 2)  # version 5
