"""The workbook's sheets of the programme: the agenda's items and the speeches."""

from conference.rules import workbook_words as words
from conference.rules.workbook_sheets import CODE, MARKS, NOTE, Column, Sheet

MINUTES = Column(
    "minutes",
    "Số phút",
    "minutes",
    "Thời lượng: 90, 1h30; 8:15 ở đây là 8 giờ 15 phút.",
    required=True,
    synonyms=("Thời lượng", "Phút"),
    width=10,
)
FIXED_START = Column(
    "fixed_start",
    "Giờ cố định",
    "clock",
    "Giờ trong ngày: 8:15 hoặc 8h15; để trống thì nối tiếp mục trước.",
    synonyms=("Thời gian", "Giờ", "Giờ bắt đầu"),
    width=12,
)

AGENDA = Sheet(
    "agenda",
    "Chương trình",
    (
        CODE,
        Column(
            "kind",
            "Loại",
            "choice",
            "Dòng Tham luận đánh dấu chỗ của các bài trong trang Tham luận.",
            required=True,
            synonyms=("Loại mục",),
            choices=words.ITEM_KINDS,
        ),
        Column(
            "title",
            "Nội dung",
            "text",
            "Nội dung công việc.",
            required=True,
            synonyms=("Nội dung công việc", "Công việc"),
            width=60,
        ),
        MINUTES,
        FIXED_START,
        Column(
            "owner",
            "Người thực hiện",
            "text",
            "Người hoặc đơn vị thực hiện.",
            synonyms=("Thực hiện", "Phân công", "Người điều hành"),
            width=30,
        ),
        NOTE,
        *MARKS,
    ),
    synonyms=("Chương trình hội nghị",),
)

SPEECHES = Sheet(
    "speeches",
    "Tham luận",
    (
        CODE,
        Column(
            "unit",
            "Đơn vị",
            "text",
            "Đơn vị trình bày tham luận.",
            required=True,
            synonyms=("Đơn vị tham luận", "Cơ quan"),
            width=40,
        ),
        Column(
            "title",
            "Tên tham luận",
            "text",
            "Để trống thì gọi theo tên đơn vị.",
            synonyms=("Tiêu đề", "Chủ đề tham luận"),
            width=50,
        ),
        Column(
            "speaker",
            "Người trình bày",
            "text",
            "Để trống khi chưa biết.",
            synonyms=("Người phát biểu", "Báo cáo viên"),
            width=26,
        ),
        Column("speaker_post", "Chức vụ", "text", "Chức vụ người trình bày.", width=26),
        MINUTES,
        FIXED_START,
        Column(
            "guest",
            "Khách mời",
            "reference",
            "Mã hoặc tên của khách trong trang Khách mời.",
            synonyms=("Mã khách mời", "Mã khách"),
            sheet="guests",
        ),
        Column(
            "block",
            "Thuộc mục",
            "reference",
            "Mã hoặc nội dung của dòng Tham luận trong Chương trình.",
            synonyms=("Phiên",),
            sheet="agenda",
        ),
        NOTE,
        *MARKS,
    ),
    synonyms=("Danh sách tham luận",),
)
