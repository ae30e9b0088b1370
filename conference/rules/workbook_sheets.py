"""What a sheet and a column of the workbook are; columns that several sheets share."""

from dataclasses import dataclass, field

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
