"""What a text alone in a row of a list reads as: somebody's name, a section's, or the signature."""

import re
from functools import lru_cache

from conference.rules.honorifics import split_honorific
from conference.rules.names import bare
from conference.rules.workbook_words import folded

SURNAMES = frozenset(
    """
    an biện bàn bành bùi bạc bạch bế cao chu chung châu chảo chế chử cung cái cù cấn cầm cổ danh
    diệp doãn dư dương giang giàng giáp h hoa hoàng huỳnh hà hàn hạng hầu hồ hờ hứa k khuất khúc
    khương khổng kim kiều kpă ksor la liêu lâm lã lê lò lù lý lưu lương lường lại lầu lộ lục ma
    mai mã mùa mạc mẫn nay nghiêm nghị nguyễn ngô ngụy nhan nhâm nhữ ninh niê nông ong phan phí
    phù phùng phương phạm puih quan quàng quách rmah rơ siu sình sùng sơn sầm sần sử thi thiều
    thàng thào thái thân thạch tiêu trang tri triệu trà trác tráng trương trần trịnh tào tô tôn
    tăng tạ tống từ uông vi viên vàng võ văn vũ vương vừ xa y âu ôn ông đinh điêu đoàn đàm đàng
    đào đường đậu đặng đồng đỗ ức ứng
    """.split()  # noqa: SIM905
)
"""First words of names of Việt Nam's peoples; what is none of them may be a name all the same."""

BARE_SURNAMES = frozenset(map(bare, SURNAMES))

PLACES = frozenset(
    {
        *("hà", "an", "châu", "thái", "cao", "lâm", "bạc", "giang", "sơn", "kim", "quan", "tiêu"),
        *("phù", "đồng", "tri", "hoa", "từ", "ninh", "văn", "mai", "cổ", "lai", "ha", "chau"),
    }
)
"""Surnames that names of districts and towns begin with too: Hà Tiên, Châu Thành."""

ALSO_SECTIONS = frozenset({"văn", "van", "đoàn", "doan"})
"""Surnames that a section begins with: Văn phòng, Đoàn đại biểu."""

MIDDLE = frozenset({"văn", "thị", "van", "thi"})
"""What stands in no section's name behind a surname."""

SECTION_WORDS = re.compile(
    r"\b(?:khối|cụm|nhóm|các|đại biểu|lãnh đạo|thành phần|huyện|thị xã|thành phố|tỉnh|phường|"
    r"trung ương|cơ quan|đơn vị|ủy|uỷ|mặt trận|đoàn thể|báo chí|doanh nghiệp|khách|ubnd|hđnd|mttq|"
    r"llvt|công ty|tập đoàn|ngân hàng|cá nhân|tập thể|đbqh|quốc hội|chính quyền|ban ngành|khác)\b"
)
ALSO_NAMES = re.compile(
    r"\b(?:sở|ngành|xã|đảng|hội|công an|quân sự|ban|bộ|viện|trường|phòng|cục|tổng|nguyên)\b"
)
"""Words that sections have; the latter also stand in names, behind a surname."""

BARE_SECTION_WORDS = re.compile(
    r"\b(?:khoi|cum|nhom|cac|dai bieu|lanh dao|thanh phan|huyen|thi xa|thanh pho|tinh|phuong xa|"
    r"trung uong|co quan|don vi|mat tran|doan the|bao chi|doanh nghiep|khach moi|ubnd|hdnd|mttq|"
    r"llvt|cong ty|tap doan|ngan hang|ca nhan|tap the|dbqh|quoc hoi|chinh quyen)\b"
)
BARE_ALSO_NAMES = re.compile(r"\b(?:so|nganh|xa|dang|hoi|cong an|quan su|ban|bo|vien|truong)\b")
"""The same without diacritics."""

BEGINS = ("khối", "cụm", "đại biểu", "lãnh đạo", "thành phần", "nhóm", "các", "đoàn", "phần")
"""What a section without a numeral begins with."""

OF_A_PEOPLE = re.compile(r"[HKYM]['’]\w|[HYK] \w", re.IGNORECASE)
"""How names of the Central Highlands begin: H'Hen, K'Sor, Y Thông."""

FOOTER = re.compile(
    r"(?:.*\bngày\b.*\btháng\b.*\bnăm\b|người lập|lập (?:bảng|biểu)|nơi nhận\b|\(?ký tên|\(ký|"
    r"\(?xác nhận|(?:thủ trưởng(?: (?:cơ quan|đơn vị))?|kế toán trưởng)$)"
)
BARE_FOOTER = re.compile(
    r"(?:.*\bngay\b.*\bthang\b.*\bnam\b|nguoi lap|lap (?:bang|bieu)|noi nhan\b|\(?ky ten|\(ky,|"
    r"\(?xac nhan)"
)
"""The same where no diacritics are written: there Thủ trưởng and Thứ trưởng are one, a post."""

ON_BEHALF = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ)(?:\s*[./:]\s*|\s+)(?=\S)")
"""For whom somebody signs (Decree 30/2020): TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH."""


@lru_cache(maxsize=2_000)
def reads_as(text: str) -> str:
    """person where honorific or middle name say so, name where it only begins with a surname,
    section where its words are a section's, else unsure."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    surnames = BARE_SURNAMES if text.isascii() else SURNAMES
    led = len(words) > 1 and words[0] in surnames
    if split_honorific(text)[0] or OF_A_PEOPLE.match(text) or (led and words[1] in MIDDLE):
        return "person"
    said = " ".join(words)
    known = (BARE_SECTION_WORDS if text.isascii() else SECTION_WORDS).search(said)
    if known and not (led and words[0] not in ALSO_SECTIONS and known[0] == words[-1]):
        return "section"
    if led and len(words) < 6:
        place = len(words) == 2 and words[0] in PLACES
        return "unsure" if place or len(words[-1]) < 2 < len(words) else "name"
    also = (BARE_ALSO_NAMES if text.isascii() else ALSO_NAMES).match(said)
    return "section" if also else "unsure"


def begins_section(text: str) -> bool:
    """Whether a text begins as sections without a numeral do."""
    said = bare(text) if text.isascii() else " ".join(text.lower().split())
    return said.startswith(tuple(map(bare, BEGINS)) if text.isascii() else BEGINS)


def signature(text: str) -> bool:
    """Whether a text is what stands below a list: place and date, who signs, and for whom."""
    if split_honorific(text)[0]:
        return False
    if text.isascii():
        return BARE_FOOTER.match(bare(text)) is not None or signs_for(text)
    return FOOTER.match(" ".join(text.lower().split())) is not None or signs_for(text)


def signs_for(text: str) -> bool:
    """TM. and the like before capitals, or with its dot; a company's TM DV is not at the front."""
    behalf = ON_BEHALF.match(text)
    return behalf is not None and (text.isupper() or not behalf[0].strip().isalpha())


def total(text: str, alone: bool) -> bool:
    """Whether a text is a sum: Tổng cộng, Tổng số: 5, Cộng. A guest may well be called Tống Công or
    Công: tones tell, and a bare Cộng counts only with a number or alone in its row."""
    said = folded(text) if text.isascii() else re.sub(r"[^\w]+", " ", text.lower()).strip()
    long, short = (
        (("tong cong", "tong so"), ("tong", "cong"))
        if text.isascii()
        else (("tổng cộng", "tổng số"), ("tổng", "cộng"))
    )
    if any(said == word or said.startswith(f"{word} ") for word in long):
        return not text.isascii() or alone
    return said in short or re.match(rf"(?:{'|'.join(short)})\b.*\d", said) is not None
