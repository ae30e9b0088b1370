"""Flags of Quảng Nam province for four collectives of Bắc Trà My district, 2023, as a workbook.

Source: http://hcc.quangnam.gov.vn/chi-tiet-tin/group/179/nid/68989/. The decision's number is not
in the published note; its own order differs from the order of the blocks, and wins.
"""

from conference.documents.workbook_xlsx import workbook_xlsx

BLOCKS = ("01", "03", "04", "02")

RECIPIENTS = (
    "Văn phòng Huyện ủy Bắc Trà My",
    "Văn phòng HĐND và UBND huyện Bắc Trà My",
    "Ban Quản lý rừng phòng hộ huyện Bắc Trà My",
    "Hội Liên hiệp Phụ nữ huyện Bắc Trà My",
)

REASON = (
    "đã có thành tích xuất sắc trong công tác, dẫn đầu phong trào thi đua Khối {block} "
    "huyện Bắc Trà My năm 2023"
)


def workbook() -> bytes:
    decision = {
        "code": "QĐ",
        "kind": "decision",
        "title": "Tặng Cờ thi đua của UBND tỉnh Quảng Nam",
        "level": "province",
        "announcer": "Ban Thi đua - Khen thưởng",
        "stated_count": 4,
    }
    lines = [
        {
            "instrument": "QĐ",
            "name": name,
            "kind": "collective",
            "award": "co_thi_dua_cap_tinh",
            "year": 2023,
            "reason": REASON.format(block=block),
        }
        for name, block in zip(RECIPIENTS, BLOCKS, strict=True)
    ]
    frame = {"code": "bac-tra-my-2023", "title": "Trao Cờ thi đua", "host": "UBND huyện"}
    return workbook_xlsx({"conference": [frame], "instruments": [decision], "awards": lines})
