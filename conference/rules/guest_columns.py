"""The columns that lists of guests have, by the headings that offices write over them."""

import re
from functools import lru_cache

from conference.rules.list_columns import Vocabulary
from conference.rules.workbook_sheets import Column
from conference.rules.workbook_words import BLOCS, code_of, folded

NUMBER = Column("number", "Số thứ tự", "text", "", synonyms=("STT", "TT", "Số TT", "S TT", "No"))
"""Numbers the rows and says nothing about the guest; by it sections and footers are told."""

COLUMNS = (
    Column(
        "name",
        "Họ và tên",
        "text",
        "",
        synonyms=(
            "Họ tên",
            "Họ, tên",
            "Tên đại biểu",
            "Đại biểu",
            "Khách mời",
            "Tên",
            "Full name",
            "Name",
        ),
    ),
    Column(
        "family",
        "Họ đệm",
        "text",
        "",
        synonyms=("Họ và đệm", "Họ và tên đệm", "Họ", "Họ lót", "Last name", "Surname"),
    ),
    Column("given", "Tên riêng", "text", "", synonyms=("Tên gọi", "First name", "Given name")),
    Column(
        "honorific",
        "Danh xưng",
        "text",
        "",
        synonyms=("Xưng hô", "Ông/bà", "Học hàm, học vị", "Honorific"),
    ),
    Column(
        "post",
        "Chức vụ",
        "text",
        "",
        synonyms=(
            "Chức danh",
            "Chức vụ, đơn vị",
            "Đơn vị, chức vụ",
            "Position",
            "Job title",
            "Post",
        ),
    ),
    Column(
        "body",
        "Đơn vị",
        "text",
        "",
        synonyms=(
            *("Cơ quan", "Đơn vị công tác", "Nơi công tác", "Tên đơn vị", "Địa chỉ"),
            *("Organization", "Organisation", "Company"),
        ),
    ),
    Column("group", "Thành phần", "text", "", synonyms=("Khối", "Cụm", "Nhóm", "Đoàn", "Group")),
    Column(
        "phone",
        "Điện thoại",
        "phone",
        "",
        synonyms=(
            *("SĐT", "ĐT", "Số ĐT", "ĐTDĐ", "Di động", "Số điện thoại", "Liên hệ"),
            *("Phone", "Mobile", "Telephone"),
        ),
    ),
    Column("email", "Email", "text", "", synonyms=("Thư điện tử", "E-mail", "Hộp thư")),
    Column(
        "birth_date",
        "Ngày sinh",
        "life_date",
        "",
        synonyms=("Năm sinh", "Ngày tháng năm sinh", "Date of birth"),
    ),
    Column("vip", "Khách danh dự", "flag", "", synonyms=("VIP", "Khách quan trọng")),
    Column("code", "Mã", "text", "", synonyms=("Mã số", "Mã đại biểu", "Mã khách", "ID")),
    Column("note", "Ghi chú", "long", "", synonyms=("Chú thích", "Ghi chú khác", "Lưu ý", "Notes")),
)
"""What a column can be taken for, in the order of the choice."""

BY_NAME = {column.name: column for column in COLUMNS}

IN_SEVERAL = ("post", "birth_date")
"""What a list may write in several columns: posts in the party and in the government, years of
birth of men and of women."""

UNLIKE = ("so giay moi", "ky ten", "chu ky", "so luong", "so ghe", "cho ngoi", "bien so")
"""Headings of such lists that hold none of these, though a word of one may stand in them."""

GUESTS = Vocabulary(COLUMNS, NUMBER, UNLIKE, IN_SEVERAL, called=("name", "group", "body", "post"))

meant, exact, guessed = GUESTS.meant, GUESTS.exact, GUESTS.guessed


PATTERNS = (
    ("superior", "trung uong|cap tren|bo nganh"),
    ("emulation_council", "hoi dong thi dua"),
    ("recipient", "duoc khen|duoc tang|khen thuong|diem xuat sac"),
    ("press", "bao chi|truyen thong|phong vien|dai phat thanh|^bao"),
    ("enterprise", "doanh nghiep|cong ty|ngan hang|hop tac xa"),
    ("armed_forces", "luc luong vu trang|llvt|quan su|quan doi|cong an|bien phong"),
    ("assembly", "hdnd|hoi dong nhan dan|quoc hoi|dai bieu dan cu"),
    ("agency", "so ban nganh|so nganh|cac so|^so|^ban quan ly|^cuc|^chi cuc|^thanh tra"),
    ("front", "mat tran|mttq|doan the|^hoi|lien doan lao dong|tinh doan"),
    ("district", "huyen|thanh pho|thi xa|cap xa|^xa|^phuong"),
    ("party", "dang uy|dang|tinh uy|^ban to chuc|^ban tuyen giao|^ban dan van|^ban noi chinh"),
    ("government", "ubnd|uy ban nhan dan|chinh quyen|lanh dao tinh"),
    ("organiser", "ban to chuc|don vi to chuc"),
)
"""Words by which a section's name, else a body's, says its bloc; the first that occurs counts."""


@lru_cache(maxsize=2_000)
def bloc_of(group: str | None, body: str | None) -> str:
    """The bloc that a section's name says, else its guest's body; `other` where neither does."""
    for text in (group, body):
        known = code_of(BLOCS, text) if text else None
        if known:
            return known
        said = folded(text or "")
        for bloc, pattern in PATTERNS:
            if re.search(rf"\b(?:{pattern})\b", said):
                return bloc
    return "other"
