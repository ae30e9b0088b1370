"""The awards of the trade as data: level, who may receive, what is handed over, precedence.

Sources: NĐ 145/2013 Art. 25(1) and NĐ 98/2023 (the ceremonial list), Law 06/2022 Art. 19-33, 54,
Art. 28 of NĐ 145/2013 (handing over), practice where marked. The law gives no single order, so
the order is a preset that a conference chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Award:
    """One award. `classes` counts its classes (Nhất, Nhì, Ba = 1, 2, 3) or 0; `objects` are what
    is handed over, in order, each with how it is carried: tray (red cloth) or hands (both)."""

    key: str
    level: str
    kinds: tuple[str, ...]
    objects: tuple[tuple[str, str], ...]
    source: str
    classes: int = 0


COLLECTIVE = ("collective",)
PERSON = ("individual", "posthumous")
ANYBODY = ("collective", "individual", "household", "posthumous")
FRAME = (("certificate", "tray"),)
FLAG = (("flag", "hands"),)
ORDER = (("order", "tray"), ("certificate", "tray"))
MEDAL = (("medal", "tray"), ("certificate", "tray"))
HERO_FLAG = (("medal", "tray"), ("certificate", "tray"), ("flag", "hands"))
BADGE = (("badge", "tray"), ("certificate", "tray"))
LAW = "Luật 06/2022 Art. 33(2)"
LIST = "NĐ 145/2013 Art. 25(1)"
TITLES = "Luật 06/2022 Art. 19-20"
PRACTICE = "practice"

AWARDS: tuple[Award, ...] = (
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
    Award("giai_thuong_ho_chi_minh", "president", PERSON, FRAME, LIST),
    Award("giai_thuong_nha_nuoc", "president", PERSON, FRAME, LIST),
    Award("huy_chuong_chien_si_ve_vang", "president", PERSON, MEDAL, "Luật 06/2022 Art. 54(2)", 3),
    Award("huy_chuong_huu_nghi", "president", PERSON, MEDAL, "Luật 06/2022 Art. 54(2)"),
    Award("bang_khen_thu_tuong", "prime_minister", ANYBODY, FRAME, LIST),
    Award("co_thi_dua_chinh_phu", "prime_minister", COLLECTIVE, FLAG, LIST),
    Award("chien_si_thi_dua_toan_quoc", "prime_minister", PERSON, BADGE, LIST),
    Award("co_thi_dua_cap_tinh", "province", COLLECTIVE, FLAG, TITLES),
    Award("chien_si_thi_dua_cap_tinh", "province", PERSON, BADGE, TITLES),
    Award("tap_the_lao_dong_xuat_sac", "province", COLLECTIVE, FRAME, TITLES),
    Award("bang_khen_chu_tich_ubnd_tinh", "province", ANYBODY, FRAME, PRACTICE),
    Award("ky_niem_chuong", "province", PERSON, BADGE, PRACTICE),
    Award("tap_the_lao_dong_tien_tien", "department", COLLECTIVE, FRAME, TITLES),
    Award("chien_si_thi_dua_co_so", "department", PERSON, FRAME, TITLES),
    Award("lao_dong_tien_tien", "department", PERSON, FRAME, TITLES),
    Award("giay_khen", "department", ANYBODY, FRAME, PRACTICE),
)

BY_KEY = {award.key: award for award in AWARDS}

HEROES = ("anh_hung_llvtnd", "anh_hung_lao_dong", "ba_me_viet_nam_anh_hung")

ORDERS = tuple(award.key for award in AWARDS if award.key.startswith("huan_chuong"))

HONOURS = (
    "nha_giao_nhan_dan",
    "thay_thuoc_nhan_dan",
    "nha_giao_uu_tu",
    "thay_thuoc_uu_tu",
    "giai_thuong_ho_chi_minh",
    "giai_thuong_nha_nuoc",
)

MEDALS = ("huy_chuong_chien_si_ve_vang", "huy_chuong_huu_nghi")

PROVINCIAL = (
    "co_thi_dua_cap_tinh",
    "chien_si_thi_dua_cap_tinh",
    "tap_the_lao_dong_xuat_sac",
    "bang_khen_chu_tich_ubnd_tinh",
    "ky_niem_chuong",
    "tap_the_lao_dong_tien_tien",
    "chien_si_thi_dua_co_so",
    "lao_dong_tien_tien",
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
