"""Vietnamese names: found without diacritics, ordered as the dictionary has them."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.honorifics import split_honorific
from conference.rules.names import (
    by_given_name,
    collation,
    fold,
    found,
    initials,
    spoken,
)

DICTIONARY = (
    *("a", "à", "ả", "ã", "á", "ạ", "ác", "ai", "am", "an"),
    *("ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "ăn"),
    *("â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "ân"),
    *("ba", "bà", "ca", "chị", "cu", "da", "dì", "đa", "đá", "đi"),
    *("e", "é", "em", "ê", "ế", "êm", "ga", "ha", "i", "ì", "ít"),
    *("ly", "lý", "ma", "mã", "má", "mạ", "nga", "nghe", "nhà", "nô"),
    *("o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ", "ỗ", "ố", "ộ"),
    *("ơ", "ờ", "ở", "ỡ", "ớ", "ợ", "phở", "qua", "ra", "sa", "ta", "thu", "tu"),
    *("u", "ù", "ủ", "ũ", "ú", "ụ", "ư", "ừ", "ử", "ữ", "ứ", "ự", "va", "xa"),
    *("y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"),
)
"""By hand, as a dictionary has it: letters first, then level, grave, hook, tilde, acute, dot."""


def test_what_is_looked_for_is_not_kept() -> None:
    """Names are kept folded within a bound; what visitors type is anybody's."""
    before = fold.cache_info()
    assert found("nguyen van khong ai biet", "Nguyễn Văn Không Ai Biết")
    after = fold.cache_info()
    assert after.maxsize is not None
    assert after.misses - before.misses == 1


def test_words_stand_as_in_the_dictionary() -> None:
    shuffled = list(DICTIONARY)
    random.Random(2019).shuffle(shuffled)
    assert tuple(sorted(shuffled, key=collation)) == DICTIONARY


def test_letters_decide_before_tones() -> None:
    names = ["Hòa Bình", "Hoa Mai", "Hoa An", "Hòa An", "Họa An", "Đào", "Dung", "Đan"]
    by_hand = ["Dung", "Đan", "Đào", "Hoa An", "Hòa An", "Họa An", "Hòa Bình", "Hoa Mai"]
    assert sorted(names, key=collation) == by_hand


def test_a_shorter_word_comes_before_a_longer_one_and_case_does_not_count() -> None:
    assert collation("AN") == collation("an")
    assert sorted(["Lê Anh", "LÊ AN", "Lêan", "Lê"], key=collation) == [
        *("Lê", "LÊ AN", "Lê Anh", "Lêan"),
    ]


def test_figures_and_foreign_letters_stand_behind_the_alphabet() -> None:
    assert sorted(["Ж", "yến", "2 tập thể", "an"], key=collation) == ["an", "yến", "2 tập thể", "Ж"]


@given(st.text(alphabet="aăâbdđeêioôơuưyáàảãạếợ ", max_size=12))
def test_however_a_text_is_composed_it_reads_the_same(text: str) -> None:
    taken_apart = unicodedata.normalize("NFD", text)
    assert collation(taken_apart) == collation(text)
    assert fold(taken_apart) == fold(text)


def test_people_are_ordered_by_their_given_name() -> None:
    people = ["Trần Văn Bình", "Lê Thị Đào", "Phạm Dung", "Nguyễn An", "Đỗ An", "Lê Ân", ""]
    assert sorted(people, key=by_given_name) == [
        *("", "Đỗ An", "Nguyễn An", "Lê Ân", "Trần Văn Bình", "Phạm Dung", "Lê Thị Đào"),
    ]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Tuyết Em", "dang tuyet em"),
        ("  ĐỖ   Thanh\tBình ", "do thanh binh"),
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("Thừa Thiên Huế", "thua thien hue"),
        ("", ""),
    ],
)
def test_a_text_is_folded_for_search(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_initials_are_those_of_every_word() -> None:
    assert [initials(name) for name in ("Đỗ Thanh Bình", "Ấn", "")] == ["dtb", "a", ""]


@pytest.mark.parametrize(
    ("cell", "parted"),
    [
        ("Ông Đỗ Thanh Bình", ("Ông", "Đỗ Thanh Bình")),
        ("đ/c Nguyễn Thị Hoa", ("đ/c", "Nguyễn Thị Hoa")),
        ("Đồng chí  Lê Văn B", ("Đồng chí", "Lê Văn B")),
        ("TS.Lê Văn B", ("TS.", "Lê Văn B")),
        ("PGS.TS. Lê Văn B", ("PGS.TS.", "Lê Văn B")),
        ("Bàng Thị C", (None, "Bàng Thị C")),
        ("Bà", (None, "Bà")),
        ("Lê Văn B", (None, "Lê Văn B")),
    ],
)
def test_an_honorific_is_parted_from_the_name(cell: str, parted: tuple[str | None, str]) -> None:
    assert split_honorific(cell) == parted


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ông Nguyễn Văn An", ("nguyen van an", "")),
        ("Nguyễn Văn An, UBND (tỉnh)", ("nguyen van an", "ubnd tinh")),
        ("PGS.TS Nguyễn Văn An - Đại học", ("nguyen van an", "dai hoc")),
        ("Đồng chí: BS Nguyễn Văn An", ("nguyen van an", "")),
        ("Đại tá Nguyễn Văn An", ("nguyen van an", "")),
        ("GS-TS Nguyễn Văn An", ("nguyen van an", "")),
        ("BS CKII. Nguyễn Văn An", ("nguyen van an", "")),
        ("Hòa thượng Thích Thiện An", ("thich thien an", "")),
        ("Thượng Văn An", ("thuong van an", "")),
        ("Nguyễn Bá Ông Lan", ("nguyen ba ong lan", "")),
        ("H’Hen Niê", ("hhen nie", "")),
        ("Kim-Ngân", ("kim ngan", "")),
        ("Bàng Thị C", ("bang thi c", "")),
        ("Bà", ("ba", "")),
        ("", ("", "")),
    ],
)
def test_a_name_is_taken_as_it_is_said_at_a_desk(typed: str, said: tuple[str, str]) -> None:
    assert spoken(typed) == said


@pytest.mark.parametrize("wanted", ["hhen", "H'Hen", "h’hen nie", "bà HHen Niê"])
def test_an_apostrophe_need_not_be_typed(wanted: str) -> None:
    assert found(wanted, "H'Hen Niê")


@pytest.mark.parametrize(
    ("wanted", "hit"),
    [
        ("dang tuyet", True),
        ("Tuyết Đặng", True),
        ("dte", True),
        ("pho bi thu", True),
        ("em tinh uy", True),
        ("", True),
        ("te", False),
        ("dang xuan", False),
        ("Bà Đặng Tuyết Em", True),
        ("đ/c: PGS, TS. Đặng Tuyết Em, Tỉnh ủy", True),
        ("Đặng Tuyết Em (phó bí thư)", True),
        ("Đặng Tuyết Em, sở y tế", False),
        ("dte tinh uy", True),
    ],
)
def test_somebody_is_found_by_words_or_initials(wanted: str, hit: bool) -> None:
    assert found(wanted, "Đặng Tuyết Em", "Phó Bí thư", None, "Tỉnh ủy") is hit
