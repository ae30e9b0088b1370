"""The workbook's sheets of the conference itself: what it is, its documents, its hall."""

from conference.rules import workbook_words as words
from conference.rules.workbook_sheets import CODE, MARKS, Column, Sheet

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
