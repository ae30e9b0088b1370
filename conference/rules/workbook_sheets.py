"""The workbook's sheets and columns: one table that reader, template, export and docs follow."""

from dataclasses import dataclass, field

from conference.rules import workbook_words as words
from conference.rules.workbook_words import Words, folded

KINDS = (
    "text",
    "long",
    "number",
    "minutes",
    "day",
    "clock",
    "life_date",
    "flag",
    "choice",
    "phone",
    "numbers",
    "reference",
)
"""How a cell is read: see docs/workbook.md, section "Cells"."""


@dataclass(frozen=True)
class Column:
    """One column. `name` is what code calls it, `title` is the heading, `meaning` the help sheet's.

    `choices` are the words of a choice column, `sheet` the sheet that a reference looks into.
    """

    name: str
    title: str
    kind: str
    meaning: str
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: Words = field(default_factory=dict)
    sheet: str = ""
    width: int = 18

    def called(self, heading: str) -> bool:
        """Whether a heading of a file means this column."""
        return folded(heading) in map(folded, (self.title, *self.synonyms))


@dataclass(frozen=True)
class Sheet:
    """One sheet. `upright` sheets hold one record: a heading a row, its value beside it."""

    name: str
    title: str
    columns: tuple[Column, ...]
    required: bool = False
    upright: bool = False
    synonyms: tuple[str, ...] = ()

    def called(self, title: str) -> bool:
        """Whether a sheet of a file means this one."""
        return folded(title) in map(folded, (self.title, *self.synonyms))

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)


CODE = Column(
    "code",
    "Mã",
    "text",
    "Mã riêng của dòng; nhờ mã mà dòng được nhận ra khi tên thay đổi.",
    synonyms=("Mã số", "Mã dòng", "ID"),
    width=10,
)
NOTE = Column("note", "Ghi chú", "long", "Ghi chú nội bộ.", synonyms=("Chú thích",), width=30)
SOURCE_NOTE = Column(
    "source_note",
    "Ghi chú nguồn",
    "long",
    "Số liệu mà chính nguồn tự mâu thuẫn; được giữ nguyên, không sửa.",
    synonyms=("Mâu thuẫn trong nguồn",),
    width=36,
)
ILLUSTRATIVE = Column(
    "illustrative",
    "Minh họa",
    "text",
    "Giá trị chỉ để minh họa: ghi tên cột, hoặc x cho cả dòng.",
    synonyms=("Giá trị minh họa",),
    width=20,
)
MARKS = (SOURCE_NOTE, ILLUSTRATIVE)
MINUTES = Column(
    "minutes",
    "Số phút",
    "minutes",
    "Thời lượng: 90, 1h30 hoặc 1:30.",
    required=True,
    synonyms=("Thời lượng", "Phút"),
    width=10,
)
FIXED_START = Column(
    "fixed_start",
    "Giờ cố định",
    "clock",
    "Để trống thì bắt đầu ngay khi mục trước kết thúc.",
    synonyms=("Thời gian", "Giờ", "Giờ bắt đầu"),
    width=12,
)

CONFERENCE = Sheet(
    "conference",
    "Hội nghị",
    (
        Column("code", "Mã hội nghị", "text", "Mã không đổi, ví dụ tong-ket-2019.", required=True),
        Column("title", "Tên hội nghị", "text", "Tên đầy đủ như trong giấy mời.", required=True),
        Column(
            "kind",
            "Loại hội nghị",
            "choice",
            "Để trống là hội nghị tổng kết.",
            choices=words.CONFERENCE_KINDS,
        ),
        Column(
            "host",
            "Cơ quan tổ chức",
            "text",
            "Cơ quan đứng ra mời.",
            required=True,
            synonyms=("Đơn vị tổ chức", "Chủ nhà"),
        ),
        Column("held_on", "Ngày tổ chức", "day", "Ví dụ 25/03/2019.", synonyms=("Ngày",)),
        Column(
            "starts_at",
            "Giờ bắt đầu",
            "clock",
            "Giờ của mục đầu tiên trong chương trình.",
            synonyms=("Giờ khai mạc", "Giờ"),
        ),
        Column("time_zone", "Múi giờ", "text", "Để trống là Asia/Ho_Chi_Minh."),
        Column("reporting_year", "Năm tổng kết", "number", "Năm được tổng kết."),
        Column("plan_year", "Năm kế hoạch", "number", "Năm của phương hướng, nhiệm vụ."),
        Column("venue", "Địa điểm", "text", "Nơi tổ chức.", synonyms=("Nơi tổ chức",)),
        Column("address", "Địa chỉ", "text", "Địa chỉ của nơi tổ chức."),
        Column("chair", "Chủ trì", "text", "Họ và tên người chủ trì.", synonyms=("Người chủ trì",)),
        Column("chair_honorific", "Danh xưng chủ trì", "text", "Ông, Bà, Đồng chí."),
        Column("chair_post", "Chức vụ chủ trì", "text", "Cần có khi đã ghi người chủ trì."),
        Column("theme", "Chủ đề", "text", "Chủ đề hoặc khẩu hiệu.", synonyms=("Khẩu hiệu",)),
        Column(
            "introduction_depth",
            "Số người giới thiệu đích danh",
            "number",
            "Bao nhiêu người được giới thiệu bằng tên, còn lại theo nhóm.",
        ),
        Column(
            "precedence",
            "Thứ bậc khen thưởng",
            "choice",
            "Thứ bậc các hình thức khen khi công bố và trao tặng.",
            choices=words.PRECEDENCES,
        ),
        Column(
            "stage_capacity",
            "Số người mỗi lượt trao",
            "number",
            "Nhiều nhất bao nhiêu người nhận trên sân khấu một lượt.",
            synonyms=("Sức chứa sân khấu",),
        ),
        Column("hall", "Tên hội trường", "text", "Cần có khi có trang Hội trường."),
        Column("presidium", "Số ghế Đoàn Chủ tịch", "number", "Ghế trên sân khấu."),
        Column(
            "stairs",
            "Cầu thang sân khấu",
            "choice",
            "Nhìn từ hội trường; để trống là trái.",
            choices=words.SIDES,
        ),
        Column(
            "lectern",
            "Bục phát biểu",
            "choice",
            "Nhìn từ hội trường; để trống là phải.",
            choices=words.SIDES,
        ),
    ),
    required=True,
    upright=True,
    synonyms=("Thông tin chung", "Thông tin hội nghị"),
)

DOCUMENTS = Sheet(
    "documents",
    "Văn kiện",
    (
        CODE,
        Column(
            "title", "Tên văn kiện", "text", "Văn kiện trình hội nghị.", required=True, width=70
        ),
        Column(
            "kind",
            "Loại",
            "choice",
            "Để trống là loại khác.",
            synonyms=("Loại văn kiện",),
            choices=words.DOCUMENT_KINDS,
        ),
        *MARKS,
    ),
    synonyms=("Tài liệu", "Văn bản thông qua"),
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

HALL = Sheet(
    "hall",
    "Hội trường",
    (
        Column(
            "label",
            "Hàng",
            "text",
            "Tên hàng ghế, kể từ sân khấu.",
            required=True,
            synonyms=("Hàng ghế", "Dãy"),
            width=10,
        ),
        Column("seats", "Số ghế", "number", "Số ghế của hàng.", required=True, width=10),
        Column(
            "aisles",
            "Lối đi sau ghế",
            "numbers",
            "Số thứ tự của ghế đứng trước lối đi, cách nhau bằng dấu phẩy.",
            synonyms=("Lối đi",),
        ),
        Column(
            "unusable",
            "Ghế không dùng",
            "numbers",
            "Ghế hỏng hoặc để trống, cách nhau bằng dấu phẩy.",
            synonyms=("Ghế hỏng",),
        ),
        *MARKS,
    ),
    synonyms=("Sơ đồ hội trường",),
)
