"""The words that the workbook's choice columns know, and the code each of them stands for."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from conference.rules.names import fold

Words: TypeAlias = Mapping[str, tuple[str, ...]]


def folded(text: str) -> str:
    """The text without accents, case and punctuation: how headings and choices are compared."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


CONFERENCE_KINDS: Words = {
    "summary_conference": ("Hội nghị tổng kết", "Tổng kết"),
    "interim_review": ("Hội nghị sơ kết", "Sơ kết"),
    "congress": ("Đại hội",),
    "award_ceremony": ("Lễ trao thưởng", "Lễ trao tặng", "Lễ khen thưởng"),
    "graduation": ("Lễ tốt nghiệp",),
}
DOCUMENT_KINDS: Words = {
    "summary_report": ("Báo cáo tổng kết", "Báo cáo"),
    "emulation_plan": ("Kế hoạch thi đua", "Kế hoạch"),
    "resolution": ("Nghị quyết",),
    "rules": ("Quy chế", "Nội quy"),
    "other": ("Khác",),
}
GUEST_KINDS: Words = {
    "person": ("Người", "Cá nhân", "Đích danh"),
    "post": ("Chức danh", "Chức vụ"),
    "group": ("Nhóm", "Đoàn", "Thành phần"),
    "place": ("Chỗ trong nhóm", "Chỗ"),
}
BLOCS: Words = {
    "superior": ("Cấp trên", "Trung ương"),
    "party": ("Đảng", "Tỉnh ủy"),
    "assembly": ("Quốc hội, HĐND", "Quốc hội", "HĐND", "Hội đồng nhân dân"),
    "government": ("UBND", "Ủy ban nhân dân", "Chính quyền"),
    "front": ("Mặt trận", "MTTQ", "Mặt trận Tổ quốc", "Đoàn thể"),
    "armed_forces": ("Lực lượng vũ trang", "LLVT", "Quân đội, công an"),
    "agency": ("Sở, ban, ngành", "Sở ngành", "Cơ quan"),
    "emulation_council": ("Hội đồng TĐKT", "Hội đồng Thi đua - Khen thưởng"),
    "organiser": ("Ban tổ chức", "Đơn vị tổ chức"),
    "enterprise": ("Doanh nghiệp",),
    "district": ("Huyện, thành phố", "Cấp huyện", "Huyện"),
    "recipient": ("Đơn vị được khen", "Người nhận thưởng", "Được khen thưởng"),
    "press": ("Báo chí", "Truyền thông"),
    "other": ("Khác",),
}
TIERS: Words = {
    "central": ("Trung ương",),
    "province": ("Tỉnh", "Cấp tỉnh"),
    "district": ("Huyện", "Cấp huyện"),
    "commune": ("Xã", "Cấp xã"),
}
ITEM_KINDS: Words = {
    "opening": ("Khai mạc",),
    "report": ("Báo cáo",),
    "adoption": ("Thông qua",),
    "speech": ("Tham luận",),
    "award": ("Khen thưởng", "Trao thưởng", "Công bố khen thưởng"),
    "remarks": ("Phát biểu", "Kết luận"),
    "launch": ("Phát động",),
    "break": ("Giải lao", "Nghỉ"),
    "closing": ("Bế mạc",),
}
INSTRUMENT_KINDS: Words = {
    "decision": ("Quyết định", "QĐ"),
    "proposal": ("Tờ trình", "Đề nghị"),
}
LEVELS: Words = {
    "president": ("Chủ tịch nước",),
    "prime_minister": ("Thủ tướng Chính phủ", "Thủ tướng", "Chính phủ"),
    "province": ("Tỉnh", "Chủ tịch UBND tỉnh", "UBND tỉnh"),
    "department": ("Sở, ban, ngành", "Sở", "Ngành"),
}
RECIPIENT_KINDS: Words = {
    "collective": ("Tập thể", "Đơn vị"),
    "individual": ("Cá nhân",),
    "household": ("Hộ gia đình", "Gia đình"),
    "posthumous": ("Truy tặng",),
}
PLACINGS: Words = {
    "1": ("Nhất", "Hạng nhất", "I"),
    "2": ("Nhì", "Hạng nhì", "Hai", "II"),
    "3": ("Ba", "Hạng ba", "III"),
}
PRECEDENCES: Words = {
    "decree_list": ("Thứ tự của nghị định", "Theo nghị định", "Huân chương trước"),
    "flags_first": ("Cờ trước", "Danh hiệu và cờ trước"),
}
SIDES: Words = {
    "left": ("Trái", "Bên trái"),
    "right": ("Phải", "Bên phải"),
}
FLAGS: Words = {
    "yes": ("Có", "x", "✓", "True", "Đúng", "Yes", "Y", "1"),
    "no": ("Không", "False", "Sai", "No", "N", "0", "-"),
}
KIND_LABELS = {
    "text": "Chữ",
    "long": "Chữ, nhiều câu",
    "number": "Số nguyên",
    "numbers": "Các số nguyên",
    "minutes": "Thời lượng",
    "day": "Ngày",
    "clock": "Giờ",
    "life_date": "Ngày hoặc năm",
    "flag": "Có hoặc Không",
    "choice": "Chọn trong danh mục",
    "phone": "Số điện thoại",
    "reference": "Mã hoặc tên",
}
"""What the help sheet calls the kinds of columns."""

HELP_SHEET, LISTS_SHEET = "Hướng dẫn", "Danh mục"
"""Sheets of the template that hold no records."""

TICKS = frozenset({"x", "✓", "✔", "☑", "có", "true"})
"""What says "all of this row" in the column Minh họa, instead of naming values."""

WHOLE_ROW = "cả dòng"
SPEECH_TITLE = "Tham luận của {unit}"


def code_of(words: Words, text: str) -> str | None:
    """The code that a written word stands for; the codes themselves are understood as well."""
    wanted = folded(text)
    for code, labels in words.items():
        if text.strip() in labels or (wanted and wanted in {folded(code), *map(folded, labels)}):
            return code
    return None


def label_of(words: Words, code: str) -> str:
    """The first word for a code: what the template offers and an export writes."""
    return words[code][0]
