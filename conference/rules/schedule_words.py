"""The words of schedule.xml and schedule.json (frab, c3voc): types, tracks, and names in addresses.

They are part of a file that programs read, and the same whoever reads it.
"""

import re

from conference.rules.names import bare

TYPES = {
    "opening": "khai mạc",
    "report": "báo cáo",
    "adoption": "thông qua",
    "speech": "tham luận",
    "award": "trao thưởng",
    "remarks": "phát biểu",
    "launch": "phát động",
    "break": "break",
    "closing": "bế mạc",
}
"""The type of an event by the kind of its item (formats.md 3.3)."""

PAUSES = ("break", "pause", "lunch", "coffee", "giai lao", "nghi trua", "an trua")
"""Folded words by which files of others call a break."""

TRACKS = {"speech": "Tham luận", "award": "Khen thưởng", "break": "Giải lao"}
"""The track of an event by the kind of its item; of every other kind: PLENARY."""

PLENARY = "Chương trình chung"

LEVELS = {
    "president": "Khen thưởng của Chủ tịch nước",
    "prime_minister": "Khen thưởng của Thủ tướng Chính phủ",
    "province": "Khen thưởng cấp tỉnh",
    "department": "Khen thưởng cấp sở, huyện",
}
"""A track for each level of awards, the highest first."""

SHORTEST = 4
"""Letters of an acronym and of each part of a slug at least (the schema's patterns)."""

LONGEST = 60
"""Letters of a title that its slug keeps."""


def slug(text: str, between: str = "-") -> str:
    """A text as part of an address: Vietnamese letters without their marks, đ as d."""
    return re.sub(r"[^a-z0-9]+", between, bare(text))[:LONGEST].strip(between)


def acronym(code: str) -> str:
    """A conference's code as both schemas take it: letters, digits and low lines, four at least."""
    short = slug(code, "_")
    return short if len(short) >= SHORTEST else f"hoi_nghi_{short}".rstrip("_")


def kind_of(type: str, title: str) -> str | None:
    """The kind of item that a type of our own names, or a break that anybody means; else None."""
    named = {bare(word): kind for kind, word in TYPES.items()}
    if kind := named.get(bare(type)):
        return kind
    said = bare(f"{type} {title}")
    return "break" if any(re.search(rf"\b{word}\b", said) for word in PAUSES) else None
