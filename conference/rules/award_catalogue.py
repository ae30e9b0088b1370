"""The awards of the trade as data: level, who may receive, what is handed over, since when.

Sources: NĐ 145/2013 Art. 25(1) and NĐ 98/2023 (the ceremonial list), Law 06/2022 Art. 19-33, 54,
Art. 28 of NĐ 145/2013 (handing over), practice where marked. The law gives no single order, so
the order is a preset that a conference chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Handed = tuple[tuple[str, str], ...]
"""What is handed over, in order, each with how it is carried: tray (red cloth) or hands (both)."""


@dataclass(frozen=True)
class Basis:
    """On what an award rests from `since` to `until`, ISO days, both included; None: open."""

    source: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Award:
    """One award. `classes` counts its classes (Nhất, Nhì, Ba = 1, 2, 3) or 0; `objects` are what
    is handed over; `bases` one after the other, the present one last."""

    key: str
    level: str
    kinds: tuple[str, ...]
    objects: Handed
    bases: tuple[Basis, ...]
    classes: int = 0

    @property
    def source(self) -> str:
        """Of what holds now, or held last."""
        return self.bases[-1].source

    @property
    def since(self) -> str | None:
        return self.bases[0].since

    @property
    def until(self) -> str | None:
        return self.bases[-1].until

    def in_force(self, day: str | None) -> bool:
        """Whether the award exists on an ISO day; on an unknown one it does."""
        return day is None or any(
            (basis.since or "") <= day <= (basis.until or "9999-12-31") for basis in self.bases
        )


COLLECTIVE = ("collective",)
PERSON = ("individual", "posthumous")
ANYBODY = ("collective", "individual", "household", "posthumous")
HOUSEHOLD = ("household",)
FRAME = (("certificate", "tray"),)
FLAG = (("flag", "hands"),)
ORDER = (("order", "tray"), ("certificate", "tray"))
MEDAL = (("medal", "tray"), ("certificate", "tray"))
HERO_FLAG = (("medal", "tray"), ("certificate", "tray"), ("flag", "hands"))
BADGE = (("badge", "tray"), ("certificate", "tray"))

OLD_LAW = Basis("Luật 15/2003/QH11", "2004-07-01", "2023-12-31")
"""The law before Law 06/2022, which came into force on 1/1/2024 (domain knowledge 1.1)."""


def of_law(article: str) -> tuple[Basis, ...]:
    """An award that both laws know."""
    return OLD_LAW, Basis(f"Luật 06/2022 {article}", "2024-01-01")


LAW = of_law("Art. 33(2)")
LIST = (
    Basis("NĐ 145/2013 Art. 25(1)", "2013-12-16", "2023-12-31"),
    Basis("NĐ 98/2023 Art. 24-26", "2024-01-01", "2025-06-30"),
    Basis("NĐ 152/2025", "2025-07-01"),
)
"""The last decree replaced the one before; whether its articles on ceremonies differ could not be
confirmed (domain knowledge 1.1)."""

MEDALS_LAW = of_law("Art. 54(2)")
NEW_LAW = (Basis("Luật 06/2022, NĐ 98/2023 Art. 24-26", "2024-01-01"),)
TITLES = of_law("Art. 19-20")
PRACTICE = (Basis("practice"),)

AWARDS: tuple[Award, ...] = (
    Award("tinh_anh_hung", "president", COLLECTIVE, HERO_FLAG, LIST),
    Award("anh_hung_llvtnd", "president", ANYBODY, HERO_FLAG, LIST),
    Award("anh_hung_lao_dong", "president", ANYBODY, HERO_FLAG, LIST),
    Award("ba_me_viet_nam_anh_hung", "president", PERSON, MEDAL, LIST),
    Award("huan_chuong_sao_vang", "president", ANYBODY, ORDER, LAW),
    Award("huan_chuong_ho_chi_minh", "president", ANYBODY, ORDER, LAW),
    Award("huan_chuong_doc_lap", "president", ANYBODY, ORDER, LAW, 3),
    Award("huan_chuong_quan_cong", "president", ANYBODY, ORDER, LAW, 3),
    Award("huan_chuong_lao_dong", "president", ANYBODY, ORDER, LAW, 3),
    Award("huan_chuong_bao_ve_to_quoc", "president", ANYBODY, ORDER, LAW, 3),
    Award("huan_chuong_chien_cong", "president", ANYBODY, ORDER, LAW, 3),
    Award("huan_chuong_dai_doan_ket", "president", PERSON, ORDER, LAW),
    Award("huan_chuong_dung_cam", "president", PERSON, ORDER, LAW),
    Award("huan_chuong_huu_nghi", "president", ANYBODY, ORDER, LAW),
    Award("nha_giao_nhan_dan", "president", PERSON, BADGE, LIST),
    Award("nha_giao_uu_tu", "president", PERSON, BADGE, LIST),
    Award("thay_thuoc_nhan_dan", "president", PERSON, BADGE, LIST),
    Award("thay_thuoc_uu_tu", "president", PERSON, BADGE, LIST),
    Award("nghe_si_nhan_dan", "president", PERSON, BADGE, LIST),
    Award("nghe_si_uu_tu", "president", PERSON, BADGE, LIST),
    Award("nghe_nhan_nhan_dan", "president", PERSON, BADGE, LIST),
    Award("nghe_nhan_uu_tu", "president", PERSON, BADGE, LIST),
    Award("giai_thuong_ho_chi_minh", "president", PERSON, FRAME, LIST),
    Award("giai_thuong_nha_nuoc", "president", PERSON, FRAME, LIST),
    Award("huy_chuong_quan_ky_quyet_thang", "president", PERSON, MEDAL, MEDALS_LAW),
    Award("huy_chuong_vi_an_ninh_to_quoc", "president", PERSON, MEDAL, MEDALS_LAW),
    Award("huy_chuong_chien_si_ve_vang", "president", PERSON, MEDAL, MEDALS_LAW, 3),
    Award("huy_chuong_thanh_nien_xung_phong", "president", PERSON, MEDAL, NEW_LAW),
    Award("huy_chuong_huu_nghi", "president", PERSON, MEDAL, MEDALS_LAW),
    Award("bang_khen_thu_tuong", "prime_minister", ANYBODY, FRAME, LIST),
    Award("co_thi_dua_chinh_phu", "prime_minister", COLLECTIVE, FLAG, LIST),
    Award("chien_si_thi_dua_toan_quoc", "prime_minister", PERSON, BADGE, LIST),
    Award("co_thi_dua_cap_tinh", "province", COLLECTIVE, FLAG, TITLES),
    Award("chien_si_thi_dua_cap_tinh", "province", PERSON, BADGE, TITLES),
    Award("tap_the_lao_dong_xuat_sac", "province", COLLECTIVE, FRAME, TITLES),
    Award("don_vi_quyet_thang", "province", COLLECTIVE, FRAME, TITLES),
    Award("bang_khen_chu_tich_ubnd_tinh", "province", ANYBODY, FRAME, PRACTICE),
    Award("ky_niem_chuong", "province", PERSON, BADGE, PRACTICE),
    Award("tap_the_lao_dong_tien_tien", "department", COLLECTIVE, FRAME, TITLES),
    Award("don_vi_tien_tien", "department", COLLECTIVE, FRAME, TITLES),
    Award("chien_si_thi_dua_co_so", "department", PERSON, FRAME, TITLES),
    Award("lao_dong_tien_tien", "department", PERSON, FRAME, TITLES),
    Award("chien_si_tien_tien", "department", PERSON, FRAME, TITLES),
    Award("gia_dinh_van_hoa", "department", HOUSEHOLD, FRAME, TITLES),
    Award("giay_khen", "department", ANYBODY, FRAME, PRACTICE),
)

BY_KEY = {award.key: award for award in AWARDS}

HEROES = ("tinh_anh_hung", "anh_hung_llvtnd", "anh_hung_lao_dong", "ba_me_viet_nam_anh_hung")

ORDERS = tuple(award.key for award in AWARDS if award.key.startswith("huan_chuong"))

HONOURS = (
    "nha_giao_nhan_dan",
    "thay_thuoc_nhan_dan",
    "nghe_si_nhan_dan",
    "nghe_nhan_nhan_dan",
    "nha_giao_uu_tu",
    "thay_thuoc_uu_tu",
    "nghe_si_uu_tu",
    "nghe_nhan_uu_tu",
    "giai_thuong_ho_chi_minh",
    "giai_thuong_nha_nuoc",
)

MEDALS = tuple(award.key for award in AWARDS if award.key.startswith("huy_chuong"))

PROVINCIAL = (
    "co_thi_dua_cap_tinh",
    "chien_si_thi_dua_cap_tinh",
    "tap_the_lao_dong_xuat_sac",
    "don_vi_quyet_thang",
    "bang_khen_chu_tich_ubnd_tinh",
    "ky_niem_chuong",
    "tap_the_lao_dong_tien_tien",
    "don_vi_tien_tien",
    "chien_si_thi_dua_co_so",
    "lao_dong_tien_tien",
    "chien_si_tien_tien",
    "gia_dinh_van_hoa",
    "giay_khen",
)

PRESETS: dict[str, tuple[str, ...]] = {
    "decree_list": (
        *ORDERS,
        *HEROES,
        *HONOURS,
        *MEDALS,
        "bang_khen_thu_tuong",
        "co_thi_dua_chinh_phu",
        "chien_si_thi_dua_toan_quoc",
        *PROVINCIAL,
    ),
    "flags_first": (
        *HEROES,
        *ORDERS,
        *HONOURS,
        *MEDALS,
        "co_thi_dua_chinh_phu",
        "chien_si_thi_dua_toan_quoc",
        "bang_khen_thu_tuong",
        *PROVINCIAL,
    ),
}
"""decree_list: as NĐ 145/2013 Art. 25(1) lists them. flags_first: heroic titles above the orders
(Lạng Sơn 2019), the Government flag above the Prime Minister's certificate (prize money, NĐ
98/2023 Art. 54; case Kiên Giang 2019)."""

DEFAULT_PRESET = "flags_first"

OWN = "own"
"""The key of a precedence that a conference has arranged for itself."""

DIRECTIONS = ("descending", "ascending")

LEVELS = ("president", "prime_minister", "province", "department")

ENTRY = {
    "president": "before",
    "prime_minister": "after",
    "province": "after",
    "department": "after",
}
"""When recipients come on stage, against the reading (NĐ 145/2013 Art. 28(3)): for the President's
awards they stand there already, for all others they enter after it; a setting, since localities
differ (Hưng Yên's guide 27/HD-HĐTĐKT)."""


def place_in(order: Sequence[str], award: str, placing: int | None) -> tuple[int, int]:
    """Where an award with its class or placing stands in a precedence, highest first."""
    return (order.index(award) if award in order else len(order), placing or 0)


def objects_on(award: str, day: str | None) -> Handed:
    """What is handed over for one line of this award on an ISO day, in order; nothing where the
    award is unknown or not in force then."""
    known = BY_KEY.get(award)
    return known.objects if known and known.in_force(day) else ()
