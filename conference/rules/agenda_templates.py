"""Programmes to begin with, by kind of conference: items in the order that practice has.

The orders are those of domain.md 1.6, each with its source. Where no source gives minutes (only
speeches of 8 and 10 are documented) they are plain estimates to be changed.
"""

from dataclasses import dataclass

from conference.errors import Refused

VERSION = 1
"""Of all templates together: a page drawn before they changed must not insert what nobody saw."""


@dataclass(frozen=True)
class Template:
    """`key` is a kind of conference; `rows` are kind, title and minutes of each item."""

    key: str
    source: str
    rows: tuple[tuple[str, str, int], ...]

    @property
    def code(self) -> str:
        return f"{self.key}@{VERSION}"

    @property
    def minutes(self) -> int:
        return sum(minutes for _, _, minutes in self.rows)


OPENING = (
    ("opening", "Chào cờ, hát Quốc ca", 5),
    ("opening", "Tuyên bố lý do, giới thiệu đại biểu", 10),
)
CLOSING = ("closing", "Cảm ơn của đơn vị tổ chức, bế mạc", 5)

TEMPLATES = (
    Template(
        "summary_conference",
        "the conference of Kiên Giang, 2019 (S1): awards after the speeches",
        (
            *OPENING,
            ("report", "Báo cáo tổng kết và phương hướng, nhiệm vụ", 20),
            ("adoption", "Thông qua văn kiện", 10),
            ("remarks", "Tham luận của các đơn vị", 56),
            ("break", "Giải lao", 15),
            ("award", "Công bố tờ trình đề nghị khen thưởng", 5),
            ("award", "Công bố quyết định, trao tặng", 35),
            ("remarks", "Phát biểu kết luận", 20),
            ("launch", "Phát động phong trào thi đua", 10),
            CLOSING,
        ),
    ),
    Template(
        "interim_review",
        "as the summary conference (S1), without awards and launch",
        (
            *OPENING,
            ("report", "Báo cáo sơ kết", 20),
            ("remarks", "Thảo luận, ý kiến của các đơn vị", 40),
            ("break", "Giải lao", 15),
            ("remarks", "Phát biểu kết luận", 20),
            CLOSING,
        ),
    ),
    Template(
        "congress",
        "preparatory session (phiên trù bị) and official one (S34a, S55)",
        (
            ("opening", "Phiên trù bị: khai mạc", 10),
            ("adoption", "Thông qua chương trình và quy chế làm việc", 15),
            ("report", "Báo cáo cơ cấu đại biểu", 15),
            ("adoption", "Thông qua Đoàn Chủ tịch và Đoàn Thư ký", 15),
            ("remarks", "Tổng duyệt nghi thức", 30),
            ("break", "Giải lao", 15),
            *OPENING,
            ("report", "Báo cáo trình đại hội", 30),
            ("remarks", "Tham luận của các đoàn", 60),
            ("remarks", "Phát biểu của lãnh đạo cấp trên", 20),
            ("adoption", "Thông qua nghị quyết", 15),
            CLOSING,
        ),
    ),
    Template(
        "award_ceremony",
        "Decree 145/2013, the eight steps (S21)",
        (
            ("opening", "Giới thiệu chương trình", 5),
            *OPENING,
            ("report", "Diễn văn hoặc báo cáo thành tích", 15),
            ("award", "Công bố quyết định, trao tặng", 30),
            ("remarks", "Phát biểu của lãnh đạo cấp trên", 10),
            ("remarks", "Lời cảm ơn của đơn vị được khen", 5),
            CLOSING,
        ),
    ),
    Template(
        "graduation",
        "a university's plan of 2018, from 7 to 11 (S36), in the steps of S21",
        (
            *OPENING,
            ("report", "Báo cáo tổng kết khóa học", 15),
            ("award", "Công bố quyết định, trao bằng tốt nghiệp", 90),
            ("award", "Khen thưởng sinh viên xuất sắc", 20),
            ("remarks", "Phát biểu của lãnh đạo nhà trường", 15),
            ("remarks", "Phát biểu của đại diện tân cử nhân", 10),
            CLOSING,
        ),
    ),
)


def template_of(code: str) -> Template:
    """The template of this code. Refused where it is none, or of another version."""
    found = next((one for one in TEMPLATES if one.code == code), None)
    if found is None:
        raise Refused("agenda.unknown-template")
    return found
