"""Which award of the catalogue, class or placing, and kind of recipient a decision's words mean."""

import re
from dataclasses import dataclass
from functools import lru_cache

from conference.rules.award_catalogue import BY_KEY
from conference.rules.workbook_awards import AWARD_FORMS
from conference.rules.workbook_words import folded

SHORT = {
    "anh_hung_llvtnd": ("Anh hùng LLVT", "Anh hùng lực lượng vũ trang"),
    "anh_hung_lao_dong": ("AHLĐ",),
    "ba_me_viet_nam_anh_hung": ("Mẹ Việt Nam anh hùng", "BMVNAH"),
    "huan_chuong_sao_vang": ("HC Sao vàng",),
    "huan_chuong_ho_chi_minh": ("HC Hồ Chí Minh",),
    "huan_chuong_doc_lap": ("HC Độc lập", "HCĐL"),
    "huan_chuong_quan_cong": ("HC Quân công",),
    "huan_chuong_lao_dong": ("HC Lao động", "HCLĐ"),
    "huan_chuong_bao_ve_to_quoc": ("HC Bảo vệ Tổ quốc",),
    "huan_chuong_chien_cong": ("HC Chiến công",),
    "huan_chuong_dai_doan_ket": ("Huân chương Đại đoàn kết", "HC Đại đoàn kết"),
    "huan_chuong_dung_cam": ("HC Dũng cảm",),
    "huan_chuong_huu_nghi": ("HC Hữu nghị",),
    "tinh_anh_hung": ("Tỉnh Anh hùng, Thành phố Anh hùng", "Tỉnh Anh hùng", "Thành phố Anh hùng"),
    "nghe_si_nhan_dan": ("Nghệ sĩ nhân dân", "Nghệ sỹ nhân dân", "NSND"),
    "nghe_si_uu_tu": ("Nghệ sĩ ưu tú", "Nghệ sỹ ưu tú", "NSƯT"),
    "nghe_nhan_nhan_dan": ("Nghệ nhân nhân dân",),
    "nghe_nhan_uu_tu": ("Nghệ nhân ưu tú",),
    "huy_chuong_quan_ky_quyet_thang": ("Huy chương Quân kỳ quyết thắng",),
    "huy_chuong_vi_an_ninh_to_quoc": ("Huy chương Vì an ninh Tổ quốc",),
    "huy_chuong_thanh_nien_xung_phong": ("Huy chương Thanh niên xung phong vẻ vang",),
    "don_vi_quyet_thang": ("Đơn vị quyết thắng",),
    "don_vi_tien_tien": ("Đơn vị tiên tiến",),
    "chien_si_tien_tien": ("Chiến sĩ tiên tiến", "Chiến sỹ tiên tiến"),
    "gia_dinh_van_hoa": ("Gia đình văn hóa",),
    "nha_giao_nhan_dan": ("NGND",),
    "nha_giao_uu_tu": ("NGƯT",),
    "thay_thuoc_nhan_dan": ("TTND",),
    "thay_thuoc_uu_tu": ("TTƯT",),
    "huy_chuong_chien_si_ve_vang": ("Chiến sĩ vẻ vang", "Chiến sỹ vẻ vang"),
    "bang_khen_thu_tuong": ("Bằng khen của Thủ tướng", "BK Thủ tướng", "BKTTg"),
    "co_thi_dua_chinh_phu": ("Cờ thi đua của Thủ tướng", "Cờ của Chính phủ"),
    "chien_si_thi_dua_toan_quoc": ("Chiến sỹ thi đua toàn quốc", "CSTĐTQ"),
    "co_thi_dua_cap_tinh": (
        *("Cờ thi đua của Ủy ban nhân dân tỉnh", "Cờ thi đua UBND tỉnh", "Cờ thi đua của tỉnh"),
        *("Cờ thi đua của UBND", "Cờ thi đua của Ủy ban nhân dân"),
        *("Cờ thi đua của UBND thành phố", "Cờ thi đua cấp thành phố", "Cờ thi đua xuất sắc"),
        "Cờ thi đua",
    ),
    "chien_si_thi_dua_cap_tinh": ("Chiến sỹ thi đua cấp tỉnh", "Chiến sĩ thi đua tỉnh", "CSTĐCT"),
    "tap_the_lao_dong_xuat_sac": ("Tập thể LĐXS",),
    "bang_khen_chu_tich_ubnd_tinh": (
        *("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen Chủ tịch UBND tỉnh"),
        *("Bằng khen của Chủ tịch UBND", "Bằng khen của Chủ tịch Ủy ban nhân dân"),
        *("Bằng khen của UBND tỉnh", "Bằng khen của Ủy ban nhân dân tỉnh", "Bằng khen UBND tỉnh"),
        *("Bằng khen cấp tỉnh", "Bằng khen"),
    ),
    "ky_niem_chuong": ("KNC",),
    "tap_the_lao_dong_tien_tien": ("Tập thể LĐTT",),
    "chien_si_thi_dua_co_so": ("Chiến sỹ thi đua cơ sở", "CSTĐCS"),
    "giay_khen": ("GK",),
}
"""Usual short forms beside those that the workbook knows (AWARD_FORMS)."""

FORMS = sorted(
    (
        (folded(word), key)
        for key in BY_KEY
        for word in (*AWARD_FORMS.get(key, ()), *SHORT.get(key, ()))
    ),
    key=lambda form: -len(form[0]),
)
OF_OTHERS = r"(?! (?:cua )?(?:bo|tong|ban|hoi|quan|trung uong|chu tich nuoc|giam doc|so|nganh)\b)"
"""Who else gives flags and certificates, none of which the catalogue has."""

BARE_FORMS = ("bang khen", "co thi dua")
FORM = re.compile(
    rf"\b(?:{'|'.join(form + (OF_OTHERS if form in BARE_FORMS else '') for form, _ in FORMS)})\b"
)
KEY_OF = dict(reversed(FORMS))

OTHER = re.compile(
    r"\b(?:huan chuong|huy chuong|bang khen|giay khen|co thi dua|chien s[iy] thi dua|danh hieu|"
    r"giai thuong|ky niem chuong|tap the lao dong|anh hung)\b"
)
"""Words that name some award, be it one of the catalogue or not."""

CLASS = re.compile(r"\b(?:hang|giai|xep thu)\s+(nhat|nhi|ba|i{1,3}|[123])\b")
CLASSES = {
    word: n
    for n, words in enumerate(("nhat i 1", "nhi hai ii 2", "ba iii 3"), 1)
    for word in words.split()
}

KINDS = (
    ("posthumous", re.compile(r"\btruy (?:tang|phong)\b")),
    ("household", re.compile(r"\b(?:ho gia dinh|gia dinh|ho dan)\b")),
    ("individual", re.compile(r"\bca nhan\b")),
    ("collective", re.compile(r"\b(?:tap the|don vi)\b(?! lao dong)")),
)
COUNT = r"(\d{1,5})\s*(?:\([^)]{1,40}\)\s*)?"
COUNTS = (
    ("collectives", re.compile(COUNT + r"(?:tập thể|đơn vị|cờ thi đua)", re.IGNORECASE)),
    ("individuals", re.compile(COUNT + r"(?:cá nhân|đồng chí|hộ gia đình|ông|bà)", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Meant:
    """What words say of an award: its key, class or placing, and who gets it; '' or None where
    they say nothing. `unknown`: they name an award that the catalogue lacks."""

    award: str = ""
    placing: int | None = None
    kind: str = ""
    unknown: bool = False

    @property
    def said(self) -> frozenset[str]:
        """What of it is said."""
        return frozenset(
            name for name in ("award", "placing", "kind") if getattr(self, name) not in ("", None)
        )


@lru_cache(maxsize=4_000)
def meant_by(text: str) -> Meant:
    """What a section's name, a cell or a title says. The longest form of an award that occurs
    counts; Huân chương Lao động hạng Ba is its class 3."""
    words = folded(text)
    found = FORM.search(words)
    best = max(FORM.findall(words), key=len, default="")
    award = KEY_OF[best] if found else ""
    rest = FORM.sub(" ", words)
    known = CLASS.search(rest)
    placing = CLASSES[known[1]] if known else None
    kind = next((name for name, pattern in KINDS if pattern.search(rest)), "")
    unknown = not award and OTHER.search(words) is not None
    return Meant(award, placing, kind, unknown)


CONNECT = re.compile(
    r"\b(?:i{1,3}|iv|v|[a-d]|\d+|cho|cac|cua|va|gom|co|duoc|danh hieu|hinh thuc|tang|thuong|"
    r"de nghi|xet|danh sach|hang|giai|nhat|nhi|ba|khoi|cum|nam|doi voi|la)\b"
)
"""Words of a section's name that add nothing to its award, placing and kind."""


def only_says(text: str) -> bool:
    """Whether a text is the name of a section and nothing else: Hạng Nhất, Cờ thi đua cho tập thể.
    "Tập thể Phòng Nội vụ" is not."""
    meant = meant_by(text)
    counted = re.search(r"\d", re.sub(r"\([^)]*\)|:\s*\d.*|^\s*\d+\s*[.)]", "", text))
    if not meant.award and meant.placing is None and counted:
        return False  # Đơn vị 1 is who receives
    words = FORM.sub(" ", folded(text))
    for _, pattern in KINDS:
        words = pattern.sub(" ", words)
    return bool(meant.said) and not CONNECT.sub(" ", CLASS.sub(" ", words)).strip()


def year_in(text: str) -> int | None:
    """The year that a section or a title says: thành tích năm 2018."""
    found = re.search(r"năm(?: học| công tác)?\s+((?:19|20)\d\d)\b(?!\s*[-–])", text, re.IGNORECASE)
    return int(found[1]) if found else None


def placing_of(text: str) -> int | None:
    """A placing or class as a cell of its own says it: Nhất, Hạng nhì, 3, III; None for nothing
    that is one."""
    words = folded(text)
    alone = re.sub(r"^(?:hang|giai|thu|xep thu) ", "", words)
    return CLASSES.get(alone)


def awards_in(text: str) -> frozenset[str]:
    """The keys of all awards that a text names; the longest form at each place counts."""
    return frozenset(KEY_OF[form] for form in FORM.findall(folded(text)))


def counts_in(text: str) -> dict[str, int]:
    """How many a text says: "cho 16 tập thể và 03 cá nhân" has 16 collectives, 3 individuals."""
    found: dict[str, int] = {}
    for name, pattern in COUNTS:
        numbers = [int(one) for one in pattern.findall(text)]
        if numbers:
            found[name] = sum(numbers)
    return found
