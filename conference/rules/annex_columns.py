"""The columns that annexes of decisions have, by the headings that offices write over them."""

from collections.abc import Sequence

from conference.rules.list_columns import Mapping, Vocabulary
from conference.rules.workbook_sheets import Column

NUMBER = Column("number", "Số thứ tự", "text", "", synonyms=("STT", "TT", "Số TT", "S TT", "No"))
"""The line's own number in the decision."""

COLUMNS = (
    Column(
        "name",
        "Họ và tên / tên tập thể",
        "text",
        "",
        synonyms=(
            *("Họ và tên", "Họ tên", "Họ, tên", "Tên tập thể", "Tập thể", "Tên đơn vị", "Cá nhân"),
            *("Tên tập thể, cá nhân", "Tập thể, cá nhân", "Tên cá nhân", "Họ và tên cá nhân"),
            *("Tên hộ gia đình", "Hộ gia đình", "Danh sách", "Tên", "Full name", "Name"),
        ),
    ),
    Column("family", "Họ đệm", "text", "", synonyms=("Họ và đệm", "Họ và tên đệm", "Họ", "Họ lót")),
    Column("given", "Tên riêng", "text", ""),
    Column(
        "honorific",
        "Ông / Bà",
        "text",
        "",
        synonyms=("Danh xưng", "Ông (Bà)", "Ông, Bà", "Xưng hô"),
    ),
    Column(
        "unit",
        "Chức vụ, đơn vị",
        "text",
        "",
        synonyms=(
            *("Đơn vị", "Đơn vị công tác", "Chức vụ, đơn vị công tác", "Chức vụ", "Chức danh"),
            *("Nơi công tác", "Cơ quan", "Cơ quan, đơn vị", "Địa chỉ", "Nơi ở", "Khối thi đua"),
            *("Cụm, khối thi đua", "Cụm thi đua", "Khối", "Cụm", "Unit", "Organization"),
        ),
    ),
    Column(
        "award",
        "Hình thức khen thưởng",
        "text",
        "",
        synonyms=(
            *("Hình thức khen", "Danh hiệu", "Danh hiệu thi đua", "Hình thức", "Khen thưởng"),
            *("Danh hiệu, hình thức khen thưởng", "Hình thức, danh hiệu", "Award"),
        ),
    ),
    Column("placing", "Hạng", "text", "", synonyms=("Xếp hạng", "Giải", "Hạng, giải", "Xếp thứ")),
    Column("year", "Năm", "text", "", synonyms=("Năm khen", "Năm khen thưởng", "Năm xét", "Year")),
    Column(
        "reason",
        "Thành tích",
        "long",
        "",
        synonyms=(
            *("Lý do", "Lý do khen thưởng", "Nội dung", "Nội dung khen thưởng", "Reason"),
            *("Tóm tắt thành tích", "Thành tích đạt được", "Nội dung thành tích"),
        ),
    ),
    Column(
        "kind",
        "Đối tượng",
        "text",
        "",
        synonyms=("Đối tượng khen thưởng", "Loại", "Loại đối tượng"),
    ),
    Column("posthumous", "Truy tặng", "flag", ""),
    Column(
        "representative",
        "Đại diện nhận",
        "text",
        "",
        synonyms=("Người đại diện", "Đại diện", "Người nhận", "Người nhận thay", "Người lên nhận"),
    ),
    Column(
        "alias", "Tên gọi khác", "text", "", synonyms=("Tên thường gọi", "Bí danh", "Tên viết tắt")
    ),
    Column("note", "Ghi chú", "long", "", synonyms=("Chú thích", "Lưu ý", "Notes")),
)
"""What a column can be taken for, in the order of the choice."""

ANNEX = Vocabulary(
    COLUMNS,
    NUMBER,
    unlike=("ky nhan", "ky ten", "chu ky", "so luong", "tien thuong", "muc thuong"),
    in_several=("unit",),
    called=("name", "unit", "kind", "award", "placing"),
)


def annex_mapping(headings: Sequence[str]) -> Mapping:
    """What each column is most likely: in a list of collectives Đơn vị is who receives."""
    found = list(ANNEX.guessed(headings))
    if "name" not in found and "given" not in found and "unit" in found:
        found[found.index("unit")] = "name"
    return tuple(found)
