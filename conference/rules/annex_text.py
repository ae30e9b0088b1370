"""What the text around an annex's table says of the decision or the proposal: number, day, who
signed, title, how many; and whether its title and its Article 1 name the same award."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conference.rules.annex_awards import awards_in, counts_in
from conference.rules.names_in_lists import reads_as
from conference.rules.workbook_words import folded

NUMBERED = (
    r"(\d{1,5}[A-Za-z]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐa-z]*(?:\s*[-–&]\s*[A-ZĐ][\wĐđ&]*)*)"
)
"""501/QĐ-UBND, 345/QĐ-TTg, 12/TTr-UBND (Decree 30/2020, Annex I)."""

OWN_NUMBER = re.compile(rf"^\(?\s*Số\s*[:.]?\s*{NUMBERED}", re.IGNORECASE)
WITH = re.compile(
    rf"(?:quyết định|tờ trình|công văn)(?: khen thưởng)?\s+số\s*[:.]?\s*{NUMBERED}", re.IGNORECASE
)
"""In an annex: (Kèm theo Quyết định số 501/QĐ-UBND ngày ...)."""

GROUNDS = ("can cu", "theo de nghi", "xet de nghi", "theo quyet dinh")
"""What paragraphs begin with that name other instruments."""

DAY = re.compile(
    r"ngày\s+(\d{1,2})\s*(?:tháng\s+(\d{1,2})\s+năm\s+(\d{4})|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}))",
    re.IGNORECASE,
)
SLASHED = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")

ABOUT = re.compile(r"^\s*\(?\s*(?:V/v|Về việc|Về)\b\s*:?\s*", re.IGNORECASE)
ARTICLE = re.compile(r"^\s*Điều\s+1\s*[.:]\s*", re.IGNORECASE)
LIST = re.compile(r"^\s*(?:danh sách|phụ lục)\b", re.IGNORECASE)
STOP = re.compile(
    r"^\s*(?:căn cứ|theo |xét |quyết định\b|tờ trình\b|chủ tịch|thủ tướng|điều \d|\(|kính gửi|"
    r"kèm theo|ủy ban|uỷ ban|[-–_*]{3})",
    re.IGNORECASE,
)
"""What ends a title that goes over several lines."""

SIGNS = re.compile(
    r"^(?:(?:tm|kt|tl|tuq|q)\s+)?(?:uy ban nhan dan|(?:pho )?chu tich|(?:pho )?thu tuong|bo truong|"
    r"(?:pho )?giam doc|(?:pho )?thu truong|(?:pho )?truong ban|chanh van phong)"
)
MOST_OF_TITLE = 4
"""Lines of a title at most."""


@dataclass(frozen=True)
class Told:
    """What a text says of its instrument; None or '' where it says nothing. `collectives` and
    `individuals` are what it states in words; `apart`: the awards of its title and of its Article 1
    where they have none in common."""

    kind: str = "decision"
    number: str | None = None
    dated_on: str | None = None
    signatory: str | None = None
    title: str = ""
    collectives: int | None = None
    individuals: int | None = None
    article: str = ""
    apart: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    @property
    def words(self) -> str:
        """Where an award for the whole file may be named."""
        return f"{self.title} {self.article}"


def told_by(above: Sequence[str], below: Sequence[str]) -> Told:
    """Everything that the lines above and below a table say."""
    own = [line for line in above if not folded(line).startswith(GROUNDS)]
    number, at = number_in(own)
    title = title_of(own)
    article = next((line for line in above if ARTICLE.match(line)), "")
    counts = counts_in(title) or counts_in(article)
    return Told(
        kind_of(own, number, title),
        number,
        dated(own, at),
        signatory_in(below) or signatory_in(above),
        title,
        counts.get("collectives"),
        counts.get("individuals"),
        article,
        contradicted(title, article),
    )


def number_in(lines: Sequence[str]) -> tuple[str | None, int]:
    """The instrument's own number, and the line that has it; that of the instrument to which the
    list is annexed."""
    for pattern in (OWN_NUMBER, WITH):
        for at, line in enumerate(lines):
            if found := pattern.search(line):
                return re.sub(r"\s*([/–-])\s*", r"\1", found[1]).replace("–", "-"), at
    return None, -1


def dated(lines: Sequence[str], at: int) -> str | None:
    """The instrument's day: in the line of its number, in the next line that is place and day, else
    in the first line that has one."""
    first = [lines[at], *lines[at + 1 :], *lines[:at]] if at >= 0 else list(lines)
    return next((day for line in first if (day := day_in(line))), None)


def day_in(line: str) -> str | None:
    """ngày 12 tháng 3 năm 2019, ngày 12/3/2019 or 12/03/2019 as an ISO day."""
    found = DAY.search(line)
    parts = [one for one in found.groups() if one] if found else []
    if not parts and (short := SLASHED.search(line)):
        parts = list(short.groups())
    try:
        day, month, year = map(int, parts)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def kind_of(lines: Sequence[str], number: str | None, title: str) -> str:
    """A proposal by its number (TTr), by its name or by what it asks; else a decision."""
    if number:
        return "proposal" if "ttr" in number.lower() else "decision"
    said = [folded(line) for line in lines]
    if any(line.startswith("quyet dinh") for line in said):
        return "decision"
    asks = ("to trinh", "lay y kien", "de nghi")
    return (
        "proposal"
        if any(ask in line for ask in asks for line in [*said, folded(title)])
        else ("decision")
    )


def title_of(lines: Sequence[str]) -> str:
    """V/v tặng ... as it is written, over several lines; else the heading of the list."""
    for pattern in (ABOUT, LIST):
        at = next((n for n, line in enumerate(lines) if pattern.match(line)), None)
        if at is None:
            continue
        whole = [lines[at]]
        for line in lines[at + 1 : at + MOST_OF_TITLE]:
            if STOP.match(line) or day_in(line):
                break
            whole.append(line)
        said = ABOUT.sub("", " ".join(whole)) if pattern is ABOUT else " ".join(whole)
        if said := said.strip(" ()"):
            return said[:1].upper() + said[1:]
    return ""


def signatory_in(lines: Sequence[str]) -> str | None:
    """Who signed: the last line behind the signing post that reads as somebody's name."""
    posts = [n for n, line in enumerate(lines) if signs(line)]
    if not posts:
        return None
    return next((line for line in reversed(lines[posts[-1] + 1 :]) if is_name(line)), None)


def signs(line: str) -> bool:
    """Whether a line is the post of who signs, in capitals: KT. CHỦ TỊCH."""
    return line.isupper() and SIGNS.match(folded(line)) is not None


def is_name(line: str) -> bool:
    words = line.split()
    named = all(word[:1].isupper() for word in words) and reads_as(line) in ("person", "name")
    return named and 2 <= len(words) <= 7 and not any(c.isdigit() for c in line)


def contradicted(title: str, article: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The awards of title and Article 1 where they name none in common (QĐ 345/QĐ-TTg of 2008:
    the title says flag, Article 1 says certificate)."""
    first, second = awards_in(title), awards_in(article)
    if not first or not second or first & second:
        return None
    return tuple(sorted(first)), tuple(sorted(second))


def text_lines(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """The lines of text in rows of a sheet, cell by cell."""
    for row in rows:
        for cell in row:
            if isinstance(cell, str):
                for line in cell.split("\n"):
                    if said := " ".join(line.split()):
                        yield said
