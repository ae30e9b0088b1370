"""Writes demo/kien-giang-2019.xlsx from what demo/kien_giang.py knows: python -m demo.make"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conference.documents.workbook_xlsx import workbook_xlsx
from demo.kien_giang import (
    AGENDA,
    CONFERENCE,
    COUNT,
    DECISIONS,
    DOCUMENTS,
    GROUPS,
    MINUTES,
    NUMBER,
    OFFICE,
    PERSONS,
    PLACINGS,
    PROPOSAL,
    RECIPIENTS,
    SEATS,
    SPEAKING,
)

FILE = Path(__file__).with_name("kien-giang-2019.xlsx")

WORDS = {placing: words for placing, words, _ in PLACINGS}


def unit(placing: str, block: int) -> str:
    """A unit that the source does not name, called by its placing and block."""
    return f"Đơn vị hạng {placing}, Khối thi đua {block}"


def place(placing: int, block: int) -> str:
    return f"KM06-{placing}-{block:02}"


def guests() -> Iterator[dict[str, Any]]:
    yield from PERSONS
    for code, group, bloc, count, host in GROUPS:
        tier = "district" if bloc == "district" else "province"
        whose = {"bloc": bloc, "tier": tier, "host": host, "illustrative": COUNT}
        yield {"code": code, "kind": "group", "group": group, "count": count, **whose}
    for code, group, bloc, body in SPEAKING:
        if code:
            tier = "district" if bloc == "district" else "province"
            yield {
                "code": code,
                "kind": "place",
                "group": group,
                "bloc": bloc,
                "tier": tier,
                "post": "Đại diện lãnh đạo",
                "body": body,
            }
    for placing, words, blocks in PLACINGS:
        for block in range(1, blocks + 1):
            yield {
                "code": place(placing, block),
                "kind": "place",
                "group": RECIPIENTS,
                "bloc": "recipient",
                "post": "Đại diện đơn vị",
                "body": unit(words, block),
                "illustrative": "Số của khối thi đua",
            }


def agenda() -> Iterator[dict[str, Any]]:
    for number, (kind, title, minutes, owner) in enumerate(AGENDA, start=1):
        mark = "x" if kind == "break" else None if kind == "speech" else MINUTES
        yield {
            "code": f"CT{number:02}",
            "kind": kind,
            "title": title,
            "minutes": minutes,
            "owner": owner,
            "illustrative": mark,
        }


def speeches() -> Iterator[dict[str, Any]]:
    for number, (guest, _, _, body) in enumerate(SPEAKING, start=1):
        yield {
            "code": f"TL{number}",
            "unit": body,
            "minutes": 8,
            "guest": guest or None,
            "illustrative": MINUTES,
        }


def instruments() -> Iterator[dict[str, Any]]:
    yield PROPOSAL
    for placing, number, _, count, year, words in DECISIONS:
        ranked = WORDS[placing]
        led = "dẫn đầu phong trào thi đua của" if placing == 1 else f"hạng {ranked}"
        yield {
            "code": f"QĐ{placing}",
            "kind": "decision",
            "number": number,
            "dated_on": "2019-03-18",
            "title": (
                f"Tặng {words} cho các tập thể {led} các Cụm, Khối thi đua thuộc tỉnh năm {year}"
            ),
            "level": "province",
            "signatory": "Chủ tịch UBND tỉnh",
            "announcer": OFFICE,
            "stated_count": count,
            "illustrative": NUMBER,
        }


def awards() -> Iterator[dict[str, Any]]:
    for number in range(1, 11):
        yield {
            "instrument": "TTr",
            "number": number,
            "name": f"Tập thể tiêu biểu xuất sắc thứ {number}",
            "kind": "collective",
            "award": "co_thi_dua_chinh_phu",
            "year": 2018,
        }
    for placing, _, award, count, year, _ in DECISIONS:
        ranked = WORDS[placing]
        for block in range(1, count + 1):
            yield {
                "instrument": f"QĐ{placing}",
                "number": block,
                "name": unit(ranked, block),
                "kind": "collective",
                "award": award,
                "placing": str(placing),
                "year": year,
                "guest": place(placing, block),
                "illustrative": "Số của khối thi đua",
            }


def hall() -> Iterator[dict[str, Any]]:
    for label in "ABCDEFGHJKLM":
        yield {"label": label, "seats": 16, "aisles": [8], "illustrative": SEATS}


def made() -> bytes:
    """The workbook; the same bytes every time."""
    return workbook_xlsx(
        {
            "conference": [CONFERENCE],
            "documents": DOCUMENTS,
            "guests": list(guests()),
            "agenda": list(agenda()),
            "speeches": list(speeches()),
            "instruments": list(instruments()),
            "awards": list(awards()),
            "hall": list(hall()),
        }
    )


if __name__ == "__main__":
    FILE.write_bytes(made())
