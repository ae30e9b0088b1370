"""The invitation to the tree-planting festival of Hải Dương province, Xuân Mậu Tuất 2018.

Source: http://vpubnd.haiduong.gov.vn/Modules/Article/ArticlePrint.aspx?ArticleID=27440. One letter
to eleven groups in the order of protocol, the first of them one person; the tenth is invited by the
district. It names begin and end, and no programme between them.
"""

from typing import NamedTuple


class Group(NamedTuple):
    """A line of the letter: whom it names, the bloc of its people, who else invites them."""

    name: str
    bloc: str
    invited_by: str | None = None


TITLE = "Lễ phát động “Tết trồng cây đời đời nhớ ơn Bác Hồ” Xuân Mậu Tuất 2018"
HOST = "Ủy ban nhân dân tỉnh Hải Dương"
VENUE, ADDRESS = "Văn Miếu Mao Điền", "huyện Cẩm Giàng"
HELD_ON, WEEKDAY = "2018-02-06", "Thứ Ba"
STARTS, MINUTES = "07:30", 90

PERSON = ("Nguyễn Thị Kim Ngân", "Ủy viên Bộ Chính trị, Chủ tịch Quốc hội")
"""The first line: the only one that names somebody."""

GROUPS = (
    Group("Thường trực Tổng Liên đoàn Lao động Việt Nam", "superior"),
    Group("Văn phòng Quốc hội", "superior"),
    Group("Một số cơ quan Trung ương", "superior"),
    Group("Thường trực Tỉnh ủy, Thường vụ Tỉnh ủy", "party"),
    Group("Lãnh đạo HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh", "assembly"),
    Group("Lãnh đạo các Văn phòng: Tỉnh ủy, HĐND, Đoàn ĐBQH, UBND tỉnh", "agency"),
    Group("Đại diện lãnh đạo các sở, ban, ngành, tổ chức chính trị - xã hội", "agency"),
    Group("Bí thư, Chủ tịch UBND các huyện, thành phố, thị xã", "district"),
    Group(
        "Huyện ủy, UBND huyện Cẩm Giàng; phòng, ban, đoàn thể huyện; "
        "Đảng ủy, HĐND, UBMTTQ, UBND xã Cẩm Điền",
        "district",
        "UBND huyện",
    ),
    Group("Các cơ quan thông tấn báo chí trong và ngoài tỉnh", "press"),
)
