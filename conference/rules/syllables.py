"""Whether a word is a Vietnamese syllable: by this a legacy encoding is recognised in a text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]"
NUCLEI = (
    "uyê|uya|uyu|uây|oai|oay|oao|oeo|iêu|yêu|uôi|ươi|ươu|iê|yê|oa|oă|oe|oi|ôi|ơi|oo|uâ|uê|ui|uô|uơ|"
    "uy|ua|ưa|ưi|ưu|ươ|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|[aăâeêioôơuưy]"
)
CODAS = "ng|nh|ch|[cmnpt]"
SYLLABLE = re.compile(f"(?:{ONSETS})?(?:{NUCLEI})(?:{CODAS})?")
"""The parts of a syllable without its tone (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977)."""

TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
STOPPED = re.compile("(?:ch|[cpt])$")
VOWEL = re.compile("[aeiouy\x80-\xff]", re.IGNORECASE)
"""A vowel, or a letter that an old font may show as one."""

WORD = re.compile(r"[^\W\d_]+")

LONGEST = 60
"""Characters of a word that are looked at; composing piled marks is quadratic work."""


@lru_cache(maxsize=20_000)
def syllable(word: str) -> bool:
    """Whether a word could be Vietnamese: a syllable of its parts, with one tone at most, and
    only acute or dot below before a stopped end."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = TONES.findall(apart)
    plain = unicodedata.normalize("NFC", TONES.sub("", apart))
    if len(tones) > 1 or not SYLLABLE.fullmatch(plain):
        return False
    return not (STOPPED.search(plain) and tones and tones[0] not in "\u0301\u0323")


def marked_words(texts: Iterable[str]) -> list[str]:
    """The words that hold any letter beyond ASCII, composed: only they tell an encoding. What has
    no vowel is an abbreviation (TĐKT, HĐND) and tells nothing."""
    found: list[str] = []
    for text in texts:
        if not text.isascii():
            chunks = (chunk.strip("\"'“”().,;:/-")[:LONGEST] for chunk in text.split())
            found += [chunk for chunk in chunks if not chunk.isascii()]
    words = (unicodedata.normalize("NFC", word) for word in found)
    return [word for word in words if VOWEL.search(unicodedata.normalize("NFD", word))]


def likeness(words: Iterable[str]) -> float:
    """The share of words that could be Vietnamese, 0 to 1; 1 where there are none."""
    said = list(words)
    return sum(map(readable, said)) / len(said) if said else 1.0


def readable(word: str) -> bool:
    """Whether every run of letters in a word is a syllable, and nothing else beyond ASCII is."""
    letters = WORD.findall(word)
    rest = WORD.sub("", word)
    return bool(letters) and rest.isascii() and all(syllable(run) for run in letters)
