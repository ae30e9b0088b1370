"""Proposals of Lạng Sơn province to the President, put to the public in January 2020.

Source: http://thiduakhenthuong.langson.gov.vn (list of collectives on which the people's opinion
is asked, 09/01/2020). The source lists from low to high; nothing of it may be presented.
"""

from conference.documents.workbook_xlsx import workbook_xlsx

GROUPS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("huan_chuong_lao_dong", "3", ("Thanh tra tỉnh Lạng Sơn", "Sở Tư pháp tỉnh Lạng Sơn")),
    (
        "huan_chuong_lao_dong",
        "2",
        ("Nhân dân và cán bộ huyện Bình Gia", "Ban Tuyên giáo Tỉnh ủy Lạng Sơn"),
    ),
    (
        "huan_chuong_lao_dong",
        "1",
        ("Văn phòng Tỉnh ủy Lạng Sơn", "Sở Nội vụ tỉnh Lạng Sơn"),
    ),
    ("huan_chuong_doc_lap", "3", ("Nhân dân và cán bộ huyện Hữu Lũng",)),
    ("huan_chuong_doc_lap", "1", ("Nhân dân và cán bộ thành phố Lạng Sơn",)),
    (
        "anh_hung_lao_dong",
        None,
        (
            "Trường THPT Việt Bắc (Sở GD&ĐT)",
            "Trường THCS Hoàng Văn Thụ (TP Lạng Sơn)",
            "Công ty TNHH Bảo Long (huyện Cao Lộc)",
        ),
    ),
)
"""Award, class, recipients: the six groups in the order of the source."""


def workbook(precedence: str) -> bytes:
    proposal = {
        "code": "TTr",
        "kind": "proposal",
        "title": "Đề nghị Chủ tịch nước khen thưởng, tổng kết năm 2019",
        "level": "president",
        "announcer": "Sở Nội vụ",
        "stated_count": 11,
    }
    lines = [
        {"instrument": "TTr", "name": name, "award": award, "placing": placing}
        for award, placing, names in GROUPS
        for name in names
    ]
    frame = {
        "code": "lang-son-2019",
        "title": "Lấy ý kiến nhân dân",
        "host": "UBND tỉnh Lạng Sơn",
        "precedence": precedence,
    }
    return workbook_xlsx({"conference": [frame], "instruments": [proposal], "awards": lines})
