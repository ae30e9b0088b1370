"""The awards of the trade: two presets of precedence, objects, levels (domain.md 1.3, 1.5)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from conference.rules.award_catalogue import (
    AWARDS,
    BY_KEY,
    DEFAULT_PRESET,
    ENTRY,
    LEVELS,
    PRESETS,
    objects_on,
    place_in,
)

LIST = [
    ["huan_chuong_sao_vang", "huan_chuong_ho_chi_minh", "huan_chuong_doc_lap"],
    ["huan_chuong_quan_cong", "huan_chuong_lao_dong", "huan_chuong_bao_ve_to_quoc"],
    ["huan_chuong_chien_cong", "huan_chuong_dai_doan_ket", "huan_chuong_dung_cam"],
    ["huan_chuong_huu_nghi"],
]
"""Luật 06/2022 Art. 33(2)."""


def place(preset: str, award: str, placing: int | None = None) -> tuple[int, int]:
    return place_in(PRESETS[preset], award, placing)


def highest_first(preset: str, *awards: str) -> list[str]:
    return sorted(awards, key=lambda award: place(preset, award))


@pytest.mark.parametrize("preset", list(PRESETS))
def test_a_preset_places_every_award_once(preset: str) -> None:
    assert sorted(PRESETS[preset]) == sorted(BY_KEY)


@pytest.mark.parametrize("preset", list(PRESETS))
def test_orders_stand_in_the_order_of_the_law_and_by_class(preset: str) -> None:
    by_law = [award for row in LIST for award in row]
    assert highest_first(preset, *reversed(by_law)) == by_law
    classes = [place(preset, "huan_chuong_lao_dong", n) for n in (1, 2, 3)]
    assert classes == sorted(classes)
    assert classes[-1] < place(preset, "huan_chuong_bao_ve_to_quoc")


CENTRAL = [
    "anh_hung_lao_dong",
    "huan_chuong_lao_dong",
    "nha_giao_nhan_dan",
    "giai_thuong_nha_nuoc",
    "huy_chuong_huu_nghi",
    "bang_khen_thu_tuong",
    "co_thi_dua_chinh_phu",
    "chien_si_thi_dua_toan_quoc",
]


def test_the_decrees_list_puts_orders_first_and_the_certificate_before_the_flag() -> None:
    assert highest_first("decree_list", *CENTRAL) == [
        "huan_chuong_lao_dong",
        "anh_hung_lao_dong",
        "nha_giao_nhan_dan",
        "giai_thuong_nha_nuoc",
        "huy_chuong_huu_nghi",
        "bang_khen_thu_tuong",
        "co_thi_dua_chinh_phu",
        "chien_si_thi_dua_toan_quoc",
    ]


def test_flags_first_puts_titles_first_and_the_flag_before_the_certificate() -> None:
    assert highest_first("flags_first", *CENTRAL) == [
        "anh_hung_lao_dong",
        "huan_chuong_lao_dong",
        "nha_giao_nhan_dan",
        "giai_thuong_nha_nuoc",
        "huy_chuong_huu_nghi",
        "co_thi_dua_chinh_phu",
        "chien_si_thi_dua_toan_quoc",
        "bang_khen_thu_tuong",
    ]
    assert DEFAULT_PRESET == "flags_first"


@pytest.mark.parametrize("preset", list(PRESETS))
def test_provincial_awards_follow_from_flag_to_letter(preset: str) -> None:
    provincial = [
        "co_thi_dua_cap_tinh",
        "chien_si_thi_dua_cap_tinh",
        "tap_the_lao_dong_xuat_sac",
        "bang_khen_chu_tich_ubnd_tinh",
        "tap_the_lao_dong_tien_tien",
        "chien_si_thi_dua_co_so",
        "lao_dong_tien_tien",
        "giay_khen",
    ]
    assert highest_first(preset, *reversed(provincial)) == provincial
    assert place(preset, provincial[0]) > max(place(preset, award) for award in CENTRAL)


def test_an_award_that_no_preset_knows_stands_last() -> None:
    assert place("flags_first", "unheard_of") > place("flags_first", "giay_khen", 3)


def test_recipients_stand_before_the_reading_for_the_president_alone() -> None:
    after = dict.fromkeys(("prime_minister", "province", "department"), "after")
    assert {"president": "before", **after} == ENTRY
    assert tuple(ENTRY) == LEVELS


def test_a_hero_flag_is_handed_over_after_medal_and_certificate() -> None:
    handed = (("medal", "tray"), ("certificate", "tray"), ("flag", "hands"))
    assert BY_KEY["anh_hung_lao_dong"].objects == handed
    assert BY_KEY["huan_chuong_lao_dong"].objects == (("order", "tray"), ("certificate", "tray"))


def test_a_flag_is_carried_in_both_hands_and_given_to_collectives() -> None:
    for award in ("co_thi_dua_chinh_phu", "co_thi_dua_cap_tinh"):
        assert BY_KEY[award].objects == (("flag", "hands"),)
        assert BY_KEY[award].kinds == ("collective",)


def test_an_award_is_handed_over_from_the_day_on_which_it_exists() -> None:
    new, old = "huy_chuong_thanh_nien_xung_phong", "huan_chuong_lao_dong"
    assert objects_on(new, "2023-12-31") == ()
    assert objects_on(new, "2024-01-01") == (("medal", "tray"), ("certificate", "tray"))
    assert {objects_on(old, day) for day in ("2019-03-25", "2023-12-31", "2024-01-01", None)} == {
        (("order", "tray"), ("certificate", "tray"))
    }
    assert objects_on(old, "2004-06-30") == ()
    assert objects_on("unheard_of", None) == ()


def test_the_bases_of_an_award_follow_each_other_without_a_gap() -> None:
    for award in AWARDS:
        for earlier, later in pairwise(award.bases):
            assert earlier.until
            assert later.since
            ends, begins = map(date.fromisoformat, (earlier.until, later.since))
            assert ends + timedelta(days=1) == begins, award.key
        assert (award.since, award.until) == (award.bases[0].since, award.bases[-1].until)


def test_what_rests_on_practice_alone_is_marked() -> None:
    marked = [award.key for award in AWARDS if award.source == "practice"]
    assert marked == ["bang_khen_chu_tich_ubnd_tinh", "ky_niem_chuong", "giay_khen"]


def test_every_award_has_a_level_that_signs_an_object_and_a_source() -> None:
    whole = [a for a in AWARDS if a.level in LEVELS and a.objects and a.kinds and a.source]
    assert whole == list(AWARDS)
