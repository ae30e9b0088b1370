"""What offices write in front of a name in the same cell: forms of address, titles, ranks."""

import re

SHORT_TITLES = (
    r"đ/c|đc|a/c|ô/b|pgs|gs|tskh|ts|th\.?s|cn|kts|ks|[bd]s\.?\s?ck\s?(?:i{1,2}|[12])|ck(?:i{1,2}|[12])|bs|ds|"
    "ls|vs|nsnd|nsưt|nsut|ngnd|ngưt|ngut|ttnd|ttưt|ttut|ahlđ|ahllvtnd|ahllvt|ht|tt|đđ|lm|ns|mrs|mr|"
    "ms|dr|prof"
)
LONG_TITLES = (
    "đồng chí|phó giáo sư|giáo sư|tiến s[ĩỹ] khoa học|tiến s[ĩỹ]|thạc s[ĩỹ]|"
    "bác s[ĩỹ] chuyên khoa (?:i{1,2}|[12])|bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|kiến trúc sư|luật sư|"
    "cử nhân|viện s[ĩỹ]|nhà giáo (?:nhân dân|ưu tú)|nhà giáo|nghệ s[ĩỹ] (?:nhân dân|ưu tú)|"
    "nghệ s[ĩỹ]|thầy thuốc (?:nhân dân|ưu tú)|nghệ nhân (?:nhân dân|ưu tú)|nghệ nhân|nhà báo|"
    "nhà văn|nhà thơ|anh hùng lao động|anh hùng (?:llvtnd|llvt|lực lượng vũ trang nhân dân)|"
    "mẹ việt nam anh hùng|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|h(?:òa|oà) thượng|"
    "thượng t(?:ọa|oạ)|đại đức|ni sư|ni trưởng|linh mục|mục sư|giám mục|ông|bà|anh|chị|thầy|cô"
)
TITLE = re.compile(
    rf"(?:(?:{SHORT_TITLES})(?:\s*[.,:;/–-]+\s*|\s+)|(?:{LONG_TITLES})(?:\s*[.,:;–-]*\s+|\s*:\s*))",
    re.IGNORECASE,
)
"""What offices write in front of a name in the same cell (formats.md 3.1): forms of address,
academic titles, ranks. The short ones are no syllables, so that no name begins with one."""

ALSO_A_NAME = frozenset({"anh", "chị", "cô", "thầy"})
"""Forms of address that are a name with one word behind them: Anh Đức."""


def split_honorific(name: str) -> tuple[str | None, str]:
    """All that is glued to the front of a name, as it is written, and the name without it."""
    at = 0
    while (title := TITLE.match(name, at)) and name[title.end() :].strip(" .,:;–-"):
        whole = len(name[title.end() :].split()) > 1
        if title[0].strip(" .,:;–-").lower() in ALSO_A_NAME and not whole:
            break
        at = title.end()
    return (name[:at].strip(" ,:;/–-") or None), name[at:].strip()
