"""Badges and name tents on paper: whole names in their boxes, codes that are read, both faces."""

import io
import json
import re
from typing import Any

import pytest
import typst
import zxingcpp
from builders_commands import plan, shelf_of
from builders_invitation import a_place, issued, replace_by
from builders_pdf import pages_of
from PIL import Image

from conference.config import Settings
from conference.documents.badges_pdf import CODE_MM, COLORS, badges_pdf, laid_out
from conference.documents.guest_face import face
from conference.documents.name_tents_pdf import name_tents_pdf
from conference.documents.paper_frame import Reader
from conference.documents.typst_pdf import FONTS, TEMPLATES
from conference.language import group_words, sentence
from conference.rules.badge_sizes import SIZES
from conference.store import Store
from conference.web.seating_map import called
from projections.guest import Guest
from projections.library import Shelf

LONG = (
    "Nguyễn Phúc Thiên Hương Trường Giang Hoàng Thị Ngọc Bích Đào",
    "Lê Nguyễn Công Tằng Tôn Nữ Huyền Tôn Khánh Ngọc Minh Ngưỡng",
    "Hồ-Nguyễn-Trương-Đặng-Vũ-Phạm-Quách-Ưng-Ỷ-Kỵ-Sỹ-Mỹ-Thuỵ-Ngữ",
    "Ngoằnngoèoởxứsởquêhươngmìnhkhôngdấucáchvẫnphảivừaôchữộốểữự1",
)
POST = "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy, Phó Trưởng ban chuyên trách " * 2
PPI = 200


@pytest.fixture
def shelf(settings: Settings) -> Any:
    store = Store(settings)
    plan(store, title="Hội nghị Tổng kết công tác thi đua, khen thưởng năm 2018")
    replaced = issued("Trần Văn Hòa", honorific="ông")
    replace_by(replaced, "Đặng Thị Ỷ", honorific="bà", post="Phó Chủ tịch")
    long = [issued(name, honorific="bà", post=POST, body=POST, group=POST) for name in LONG]
    store.create(*long, replaced, a_place(3, 8))
    yield shelf_of(store)
    store.close()


READER = Reader("vi", "http://127.0.0.1:8000", sentence, called, group_words)


def address(guest: Guest) -> str:
    return f"https://hoinghi.kiengiang.gov.vn/D/{guest.id.hex.upper()}{'A2' * 12}"


def text(pdf: bytes) -> list[str]:
    """The text of each page without white space, which is where lines are broken."""
    return [re.sub(r"\s", "", "".join(page)) for page in pages_of(pdf)]


def sheets(template: str, data: dict[str, Any]) -> list[Image.Image]:
    """The paper as a printer would draw it, in grey, a page an image."""
    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="png",
        ppi=PPI,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    pages = made if isinstance(made, list) else [made]
    return [Image.open(io.BytesIO(page)).convert("L") for page in pages]


def darkest(sheet: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """The darkest grey in a box, in millimetres from the sheet's corner; 255 is white."""
    box = tuple(round(mm / 25.4 * PPI) for mm in (left, top, right, bottom))
    return int(sheet.crop(box).getextrema()[0])  # type: ignore[arg-type,call-overload]


@pytest.mark.parametrize("size", SIZES)
def test_whole_names_are_on_the_badges_with_every_diacritic(shelf: Shelf, size: str) -> None:
    made = badges_pdf(shelf, shelf.guest_list.guests, size, address, READER)
    whole = "".join(text(made))
    for said in (
        *LONG,
        POST,
        "Đặng Thị Ỷ",
        "Phó Chủ tịch",
        "Đại biểu",
        "Vân Hòa",
        f"#{shelf.position}",
    ):
        assert re.sub(r"\s", "", said) in whole, said
    assert "Trần" not in whole
    assert (b"pdfuaid" in made, b"/Type3" in made) == (True, False)
    assert made == badges_pdf(shelf, shelf.guest_list.guests, size, address, READER)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_its_box(shelf: Shelf, size: str) -> None:
    guests = [one for one in shelf.guest_list.guests if one.name in LONG]
    data, chosen = laid_out(shelf, guests, size, address, READER), SIZES[size]
    (sheet, *_) = sheets("badges.typ", data)
    left, top = (210 - 2 * chosen.width) / 2, (297 - chosen.rows * chosen.height) / 2
    for n in range(min(len(guests), 2 * chosen.rows)):
        x = left + n % 2 * chosen.width
        y = top + n // 2 * chosen.height
        below, right, bottom = y + chosen.band + 1, x + chosen.width, y + chosen.height
        assert darkest(sheet, x + 0.6, below, x + 3, bottom - 0.6) == 255
        assert darkest(sheet, x + 0.6, below, right - 0.6, y + chosen.band + 3) == 255
        assert darkest(sheet, right - 2, below, right - 0.6, bottom - 0.6) == 255
        assert darkest(sheet, x + 0.6, bottom - 1.2, right - 0.6, bottom - 0.4) == 255
        code = right - 0.4 - data["code"]
        if not chosen.upright:
            assert darkest(sheet, code - 0.9, below, code + 2, bottom - 0.6) == 255


@pytest.mark.parametrize("size", SIZES)
def test_every_code_is_read_and_is_wide_enough_at_level_q(shelf: Shelf, size: str) -> None:
    guests = shelf.guest_list.guests
    found = [
        code
        for sheet in sheets("badges.typ", laid_out(shelf, guests, size, address, READER))
        for code in zxingcpp.read_barcodes(sheet)
    ]
    assert {one.text for one in found} == {address(guest).upper() for guest in guests}
    assert {one.ec_level for one in found} == {"Q"}
    for one in found:
        wide = abs(one.position.top_right.x - one.position.top_left.x) / PPI * 25.4
        assert CODE_MM - 1 <= wide <= CODE_MM + 1


def test_a_group_has_its_name_and_a_colour_that_white_is_read_on(shelf: Shelf) -> None:
    badges = laid_out(shelf, shelf.guest_list.guests, "small", address, READER)["badges"]
    colors = {one["group"]: one["color"] for one in badges}
    assert len(set(colors.values())) == len(colors) == 3
    assert [color for color in COLORS if contrast(color) < 4.5] == []


def contrast(color: str) -> float:
    """Of white on a colour (WCAG 2.2, relative luminance)."""
    parts = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_a_tent_has_the_whole_name_on_both_faces(shelf: Shelf) -> None:
    guests = shelf.guest_list.guests
    made = name_tents_pdf(shelf, guests, READER)
    assert (b"pdfuaid" in made, made == name_tents_pdf(shelf, guests, READER)) == (True, True)
    pages = text(made)
    assert len(pages) == len(guests)
    for guest, page in zip(guests, pages, strict=True):
        name = re.sub(r"\s", "", guest.coming or "Đại biểu")
        assert page.count(name) == 2, name


def test_the_second_face_stands_on_its_head_and_nothing_touches_fold_or_edge(shelf: Shelf) -> None:
    tents = [face(one, READER) for one in shelf.guest_list.guests]
    words = {"words": {"title": "Biển tên"}, "conference": "Hội nghị", "position": "#7"}
    for sheet in sheets("name_tents.typ", {"language": "vi", **words, "tents": tents}):
        upper = sheet.crop((0, 0, sheet.width, sheet.height // 2))
        lower = sheet.crop((0, sheet.height - sheet.height // 2, sheet.width, sheet.height))
        turned = upper.rotate(180)
        boxes = [part.point(lambda grey: 255 * (grey < 96)).getbbox() for part in (turned, lower)]
        assert boxes[0] is not None
        assert all(abs(one - other) <= 6 for one, other in zip(*boxes, strict=True))  # type: ignore[arg-type]
        assert darkest(sheet, 1, 0.5, 19, 104) == 255
        assert darkest(sheet, 21, 98, 276, 104) == 255
