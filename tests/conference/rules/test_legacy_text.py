"""Old fonts: TCVN3 and VNI are told from Unicode and turned into it, letter by letter."""

import pytest
from builders_guest_sheet import tcvn3, vni

from conference.rules.legacy_text import from_tcvn3, from_vni, recognised
from conference.rules.syllables import likeness, marked_words, syllable
from demo import make

NAMES = "nguyễn thị ánh tuyết, đỗ thành phương, trần hữu nghĩa, lý quỳnh hương, võ kỳ lân, hạ uyên"
LETTERS = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ"


@pytest.mark.parametrize("word", ["Nguyễn", "Hưng", "quỳnh", "gì", "Ủy", "nghiêng", "khuya", "ở"])
def test_a_vietnamese_word_is_a_syllable(word: str) -> None:
    assert syllable(word)


@pytest.mark.parametrize("word", ["NguyÔn", "strong", "Müller", "tàt", "Vaên", "ngiênǵ̀", "ſ"])
def test_another_word_is_none(word: str) -> None:
    assert not syllable(word)


def test_known_lines_of_old_fonts_are_read() -> None:
    assert from_tcvn3("NguyÔn V¨n H\u00adng, Së Y tÕ") == "Nguyễn Văn Hưng, Sở Y tế"
    assert from_vni("Nguyeãn Vaên Höng, Sôû Y teá") == "Nguyễn Văn Hưng, Sở Y tế"
    assert from_vni("UÛY BAN NHAÂN DAÂN, Ñaøo Thò Phöôïng") == "ỦY BAN NHÂN DÂN, Đào Thị Phượng"


def test_every_letter_comes_back() -> None:
    assert from_tcvn3(tcvn3(LETTERS)) == LETTERS
    assert from_vni(vni(LETTERS)) == LETTERS
    assert from_vni(vni(LETTERS.upper())) == LETTERS.upper()


def test_capitals_that_tcvn3_cannot_write_are_capitals_again() -> None:
    assert from_tcvn3("NGUYÔN V¡N H¦NG") == "NGUYỄN VĂN HƯNG"


def test_what_is_ascii_stays() -> None:
    assert (from_tcvn3("Sang 7:30"), from_vni("Sang 7:30")) == ("Sang 7:30", "Sang 7:30")


def test_a_text_is_recognised_by_its_syllables() -> None:
    assert recognised([NAMES]) == "unicode"
    assert recognised([tcvn3(NAMES)]) == "tcvn3"
    assert recognised([vni(NAMES)]) == "vni"
    assert recognised([NAMES, tcvn3(NAMES)]) == "unclear"
    assert recognised([NAMES, vni(NAMES)]) == "unclear"


@pytest.mark.parametrize("said", ["", "Hoi nghi", "José Müller, Åsa Öberg", "Рахманинов"])
def test_other_languages_are_left_alone(said: str) -> None:
    assert recognised([said]) == "unicode"


def test_the_real_names_and_posts_of_the_demo_are_unicode_and_come_back() -> None:
    texts = [str(value) for row in make.guests() for value in row.values() if value]
    assert recognised(texts) == "unicode"
    assert likeness(marked_words(texts)) > 0.99
    assert recognised([tcvn3(one) for one in texts]) == "tcvn3"
    assert [from_vni(vni(one)) for one in texts] == texts
