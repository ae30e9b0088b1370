"""TCVN3 and VNI: what old fonts show as Vietnamese is told from Unicode, and turned into it.

Both put Vietnamese glyphs where Western letters stand, so a file without its font says
"NguyÔn V¨n H­ng" or "Nguyeãn Vaên Höng". Sources: TCVN 5712:1993 (VN3); the VNI-Windows layout.
"""

import re
from collections.abc import Sequence

from conference.rules.syllables import likeness, marked_words, readable

TCVN3_CODES = (
    "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ "
    "bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì "
    "d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ eeợ efù "
    "f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ"
)
TCVN3 = {int(code[:2], 16): code[2:] for code in TCVN3_CODES.split()}
"""The letter at each code; capitals with a tone have none: fonts of capitals show small ones."""

MARKS = dict(zip("ùøûõïâáàåãäêéèúüë", range(17), strict=True))
MARKED = {
    "a": "áàảãạâấầẩẫậăắằẳẵặ",
    "e": "éèẻẽẹêếềểễệ",
    "o": "óòỏõọôốồổỗộ",
    "u": "úùủũụ",
    "y": "ýỳỷỹ",
}
HOOKED = {"ô": "ớờởỡợ", "ö": "ứừửữự"}
ALONE = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
"""VNI-Windows: a letter and its mark stand one after the other; a few letters stand alone."""

PAIRS = {
    letter + mark: forms[at]
    for letter, forms in (MARKED | HOOKED).items()
    for mark, at in MARKS.items()
    if at < len(forms)
}
VNI_PART = re.compile("|".join((*PAIRS, *ALONE)), re.IGNORECASE)
CAPITALS = re.compile(r"\b[^\W\d_]+\b")

CLEAR = re.compile("[ăĂĐđĨĩŨũƠơƯưẠ-ỹ]")
"""Letters of Vietnamese that no old font needs: where one stands, the word is Unicode."""

SURE = 0.8
"""The share of marked words that must be syllables before a text is turned into Unicode: names and
posts of case 01 in TCVN3 or VNI are below 0.5 as they are and above 0.99 once turned."""

FEW = 0.1
"""Less than this share of words that only turning makes syllables, or of words that are clearly
Unicode, tells nothing about the whole text: names of other languages, abbreviations."""


def from_tcvn3(text: str) -> str:
    """TCVN3 shown as Western letters, as Unicode; words in capitals wholly so."""
    return CAPITALS.sub(all_capitals, text.translate(TCVN3)) if not text.isascii() else text


def all_capitals(found: re.Match[str]) -> str:
    """NGUYễN is NGUYỄN: where every letter of ASCII is a capital, the others are meant to be."""
    word = found[0]
    plain = [letter for letter in word if letter.isascii()]
    capital = len(plain) > 1 and all(letter.isupper() for letter in plain)
    return word.upper() if capital else word


def from_vni(text: str) -> str:
    """VNI shown as Western letters, as Unicode."""
    return VNI_PART.sub(vni_letter, text) if not text.isascii() else text


def vni_letter(found: re.Match[str]) -> str:
    part = found[0].lower()
    letter = PAIRS.get(part) or ALONE[part]
    return letter.upper() if found[0][0].isupper() else letter


CONVERT = {"tcvn3": from_tcvn3, "vni": from_vni}


def recognised(texts: Sequence[str]) -> str:
    """What the texts are written in: `unicode`, `tcvn3`, `vni`, or `unclear` where some words are
    clearly Unicode and others only syllables once they are turned into it."""
    words = marked_words(texts)
    odd = [word for word in words if not readable(word)]
    gains = {name: sum(readable(turn(word)) for word in odd) for name, turn in CONVERT.items()}
    best = max(gains, key=lambda name: gains[name])
    if not words or gains[best] < FEW * len(words):
        return "unicode"
    if sum(bool(CLEAR.search(word)) for word in words) >= FEW * len(words):
        return "unclear"
    return best if likeness(map(CONVERT[best], words)) >= SURE else "unclear"
