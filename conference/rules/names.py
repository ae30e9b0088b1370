"""Vietnamese names: folding for search, collation for order, initials."""

import re
import unicodedata
from functools import cache, lru_cache

from conference.rules.honorifics import LONG_TITLES, SHORT_TITLES

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The Vietnamese alphabet with the four Latin letters it lacks in their usual places."""

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""level, grave, hook, tilde, acute, dot below: the order of the dictionary (ICU's vi)."""

PLACE = {letter: place for place, letter in enumerate(LETTERS, 1)}
TONE_MARKS = frozenset(TONES[1:])

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn text around (Unicode 16, section 23.2): they can hide a wrong name."""

PILED = 30
"""Marks on one letter at most (UAX #15, stream-safe text): composing more is quadratic work."""


HIDDEN = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff{''.join(sorted(BIDI))}]")
"""Control, surrogate and bidi characters."""

MARKS_END = 0x1E_950
"""Behind this code point there are no combining marks (Unicode 16)."""


@cache
def piles() -> re.Pattern[str]:
    """Runs of more than PILED combining marks; made when first needed, it takes some 10 ms."""
    marks = "".join(c for c in map(chr, range(0x300, MARKS_END)) if unicodedata.combining(c))
    return re.compile(f"[{marks}]{{{PILED + 1},}}")


def unreadable(text: str) -> bool:
    """Whether a text holds control, surrogate or bidi characters, or piles of marks."""
    if HIDDEN.search(text):
        return True
    return len(text) > PILED and not text.isascii() and piles().search(text) is not None


KEPT = 65_536
"""Texts whose folding is kept, some 20 MB: the fields of 15,000 guests."""


def bare(text: str) -> str:
    """Lower case without any diacritics, đ as d, white space single: for search, never shown."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


@lru_cache(maxsize=KEPT)
def fold(text: str) -> str:
    """The same, kept: for what is looked through again and again, such as the names of guests."""
    return bare(text)


def collation(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A sort key in Vietnamese order: letters first (a < ă < â, d < đ), tones after the word."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.lower()):
        tone, letter = 0, ""
        for part in unicodedata.normalize("NFD", char):
            if part in TONE_MARKS:
                tone = TONES.index(part)
            else:
                letter += part
        letter = unicodedata.normalize("NFC", letter)
        letters.append(PLACE.get(letter, -1) if letter != " " else 0)
        if letters[-1] < 0:
            letters[-1] = 100 + ord(letter[:1] or "\0")
        tones.append(tone)
    return tuple(letters), tuple(tones)


@lru_cache(maxsize=KEPT)
def by_given_name(name: str) -> tuple[object, ...]:
    """Order of a list of people: given name (the last word) first, then the rest."""
    words = name.split()
    return (collation(words[-1]) if words else (), collation(name))


def initials(name: str) -> str:
    """First letters of the words, folded: "Đỗ Thanh Bình" gives "dtb"."""
    return "".join(word[0] for word in fold(name).split())


TITLES = f"em|chu|bac|{bare(SHORT_TITLES)}|{bare(LONG_TITLES)}"
"""What people say and type in front of a name, folded: all that offices write in their lists, and
forms of address that these do without."""

IN_FRONT = re.compile(f"^(?:(?:{TITLES})[\\s.,:;/–-]+)+(?=\\w)")
BEHIND = re.compile(r"[,;(–—]|\s-\s")
SILENT = str.maketrans({"'": "", "’": "", "‘": "", "ʼ": "", "`": "", "-": " "})
"""Characters of a name that nobody types who only heard it: H'Hen, Kim-Ngân."""

WRITTEN = re.compile(f"[{''.join(map(chr, SILENT))}]")
"""The same, to see whether there are any: hardly a name has one."""


def unsaid(text: str) -> str:
    """A folded text without what is only written: apostrophes and hyphens."""
    return " ".join(text.translate(SILENT).split())


def spoken(text: str) -> tuple[str, str]:
    """A name as it is said at a desk, "Ông Nguyễn Văn An, UBND tỉnh": the name folded, without the
    titles in front, and what stands behind it. Surnames that are also titles (Ông, Cồ) fall away as
    well, on both sides of a comparison."""
    name, *rest = BEHIND.split(IN_FRONT.sub("", bare(text), count=1), maxsplit=1)
    return unsaid(name), unsaid(BEHIND.sub(" ", " ".join(rest)).replace(")", " "))


@lru_cache(maxsize=KEPT)
def called(name: str) -> str:
    """What a name is compared by where one asks whether two people are called the same."""
    return spoken(name)[0]


def found(wanted: str, *texts: str | None) -> bool:
    """Whether the folded words of `wanted` all occur in the texts or are initials of one, as it was
    typed or as it was said (see `spoken`)."""
    whole = " ".join(fold(text) for text in texts if text)
    whole = f"{whole} {unsaid(whole)}" if WRITTEN.search(whole) else whole
    short = " ".join(initials(text) for text in texts if text)
    return any(all(w in whole or f" {w}" in f" {short}" for w in words) for words in tries(wanted))


@lru_cache(maxsize=8)
def tries(wanted: str) -> tuple[list[str], ...]:
    """The words to look for: as they were typed, and as they were said. One search asks it of each
    guest; what visitors type is not kept beyond that."""
    return bare(wanted).split(), " ".join(spoken(wanted)).split()
