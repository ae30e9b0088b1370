"""What is known of the conference of Kiên Giang province, 25 March 2019, and what is illustrative.

Source: "Đoàn kết, sáng tạo, hiệu quả, bứt phá", portal of the Department of Home Affairs of Kiên
Giang, 26/03/2019. It names two persons and no recipient; nobody is added here. What it leaves open
(hall, clock times, how many of each group, numbers of the decisions, numbering of the blocks) is
plausible and marked in the column Minh họa.
"""

from typing import Any

COUNT = "Số lượng"
MINUTES = "Số phút"
SEATS = "Hàng, số ghế, lối đi"
NUMBER = "Số văn bản, ngày ký"
OFFICE = "Ban Thi đua - Khen thưởng, Sở Nội vụ"
AGENCIES = (
    "Thủ trưởng và cán bộ làm công tác thi đua, khen thưởng của các sở, ban ngành, "
    "đoàn thể cấp tỉnh (Đảng, chính quyền, đoàn thể)"
)
RECIPIENTS = "Các đơn vị đạt hạng nhất, nhì, ba Khối thi đua thuộc tỉnh năm 2018"
DISTRICTS = "Chủ tịch hoặc Phó Chủ tịch UBND huyện, thành phố"
FRONT = "Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
REPORT = "Báo cáo tổng kết công tác thi đua, khen thưởng năm 2018, phương hướng nhiệm vụ năm 2019"
PLAN = (
    "Kế hoạch phát động thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội "
    "tỉnh Kiên Giang năm 2019"
)

CONFERENCE: dict[str, Any] = {
    "code": "kien-giang-2019",
    "title": (
        "Hội nghị Tổng kết công tác thi đua, khen thưởng năm 2018, "
        "triển khai phương hướng, nhiệm vụ năm 2019"
    ),
    "kind": "summary_conference",
    "host": "Ủy ban nhân dân tỉnh Kiên Giang",
    "held_on": "2019-03-25",
    "starts_at": "07:30",
    "starts_at.illustrative": "x",
    "time_zone": "Asia/Ho_Chi_Minh",
    "reporting_year": 2018,
    "plan_year": 2019,
    "venue": "Hội trường UBND tỉnh Kiên Giang",
    "venue.illustrative": "x",
    "chair": "Đỗ Thanh Bình",
    "chair_honorific": "Ông",
    "chair_post": "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh",
    "theme": "Đoàn kết, sáng tạo, hiệu quả, bứt phá",
    "introduction_depth": 10,
    "precedence": "flags_first",
    "stage_capacity": 10,
    "stage_capacity.illustrative": "x",
    "hall": "Hội trường UBND tỉnh Kiên Giang",
    "hall.illustrative": "x",
    "presidium": 5,
    "presidium.illustrative": "x",
    "stairs": "left",
    "stairs.illustrative": "x",
    "lectern": "right",
    "lectern.illustrative": "x",
}

DOCUMENTS = (
    {
        "code": "VK1",
        "title": REPORT,
        "kind": "summary_report",
        "source_note": "Nguồn ghi 51/117 xã là 44,4%; 51/117 là 43,6%.",
    },
    {"code": "VK2", "title": PLAN, "kind": "emulation_plan"},
)

PERSONS: tuple[dict[str, Any], ...] = (
    {
        "code": "KM01",
        "kind": "person",
        "group": "Chủ trì: Phó Chủ tịch UBND tỉnh",
        "bloc": "party",
        "honorific": "Ông",
        "name": "Đỗ Thanh Bình",
        "post": "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh",
        "body": "UBND tỉnh Kiên Giang",
        "post_rank": 3,
        "host": True,
    },
    {
        "code": "KM02",
        "kind": "person",
        "group": "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh",
        "bloc": "party",
        "honorific": "Bà",
        "name": "Đặng Tuyết Em",
        "post": "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh",
        "body": "Tỉnh ủy Kiên Giang",
        "post_rank": 2,
    },
)

GROUPS: tuple[tuple[str, str, str, int, bool], ...] = (
    ("KM03", FRONT, "front", 3, False),
    ("KM04", "Lãnh đạo Đoàn Đại biểu Quốc hội, đơn vị tỉnh Kiên Giang", "assembly", 2, False),
    ("KM05", AGENCIES, "agency", 40, False),
    ("KM06", RECIPIENTS, "recipient", 39, False),
    ("KM07", "Thành viên Hội đồng Thi đua - Khen thưởng tỉnh", "emulation_council", 15, False),
    ("KM08", f"Lãnh đạo và công chức {OFFICE}", "organiser", 8, True),
    (
        "KM09",
        "Lãnh đạo Văn phòng và chuyên viên theo dõi công tác TĐKT Văn phòng UBND tỉnh",
        "organiser",
        6,
        True,
    ),
    ("KM10", DISTRICTS, "district", 15, False),
    (
        "KM11",
        "Lãnh đạo và công chức phụ trách thi đua, khen thưởng phòng Nội vụ",
        "district",
        15,
        False,
    ),
    (
        "KM12",
        "Phóng viên Báo Kiên Giang, Đài Phát thanh và Truyền hình Kiên Giang, Website Kiên Giang",
        "press",
        3,
        False,
    ),
)
"""Code, group as the source lists it, bloc, count (illustrative), whether of the host."""

SPEAKING: tuple[tuple[str, str, str, str], ...] = (
    ("KM10-RG", DISTRICTS, "district", "Thành phố Rạch Giá"),
    ("KM05-LD", AGENCIES, "agency", "Sở Lao động - Thương binh và Xã hội"),
    ("KM10-GR", DISTRICTS, "district", "Huyện Giồng Riềng"),
    ("KM05-QS", AGENCIES, "armed_forces", "Bộ Chỉ huy Quân sự tỉnh"),
    ("KM10-AB", DISTRICTS, "district", "Huyện An Biên"),
    ("", "", "", "Công ty Cổ phần xi măng Hà Tiên"),
    ("KM03-MT", FRONT, "front", "Ủy ban Mặt trận Tổ quốc tỉnh"),
)
"""The speeches in order: the speaking unit, and its place in a group of guests where it has one."""

PLACINGS = ((1, "nhất", 16), (2, "nhì", 16), (3, "ba", 7))

AGENDA: tuple[tuple[str, str, int, str | None], ...] = (
    ("opening", "Chào cờ, khai mạc", 10, None),
    ("opening", "Tuyên bố lý do, giới thiệu đại biểu", 10, None),
    ("report", REPORT, 20, None),
    ("adoption", "Thông qua Báo cáo tổng kết và Kế hoạch phát động thi đua", 15, None),
    ("speech", "Tham luận của các đơn vị", 0, None),
    ("break", "Giải lao", 15, None),
    ("award", "Công bố Tờ trình đề nghị tặng Cờ thi đua của Chính phủ", 5, OFFICE),
    ("award", "Công bố Quyết định, trao Cờ thi đua và Bằng khen cấp tỉnh", 35, OFFICE),
    ("remarks", "Phát biểu kết luận", 20, "Ông Đỗ Thanh Bình"),
    ("launch", "Phát động Phong trào thi đua năm 2019", 10, "Ông Đỗ Thanh Bình"),
    ("closing", "Bế mạc", 5, None),
)

PROPOSAL: dict[str, Any] = {
    "code": "TTr",
    "kind": "proposal",
    "number": "42/TTr-UBND",
    "dated_on": "2019-03-18",
    "title": (
        "Đề nghị tặng Cờ thi đua của Chính phủ cho các tập thể tiêu biểu xuất sắc nhất "
        "dẫn đầu phong trào thi đua của tỉnh trên các lĩnh vực"
    ),
    "level": "prime_minister",
    "signatory": "Chủ tịch UBND tỉnh",
    "announcer": OFFICE,
    "stated_count": 10,
    "source_note": (
        "10 cờ được đề nghị ngày 25/03/2019; ảnh ngày 08/07/2019 có 7 đơn vị dẫn đầu; "
        "tổng kết năm 2018 ghi 13 cờ: ba con số khác nhau."
    ),
    "illustrative": NUMBER,
}

DECISIONS: tuple[tuple[int, str, str, int, int, str], ...] = (
    (1, "612/QĐ-UBND", "co_thi_dua_cap_tinh", 16, 2017, "Cờ thi đua cấp tỉnh"),
    (2, "613/QĐ-UBND", "bang_khen_chu_tich_ubnd_tinh", 16, 2018, "Bằng khen"),
    (3, "614/QĐ-UBND", "bang_khen_chu_tich_ubnd_tinh", 7, 2018, "Bằng khen"),
)
"""Placing, number (illustrative), award, how many, year as printed (the source's own), words."""
