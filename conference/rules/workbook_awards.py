"""The words for the forms of award, each with the code of the award catalogue."""

from conference.rules.workbook_words import Words

AWARD_FORMS: Words = {
    "co_thi_dua_chinh_phu": ("Cờ thi đua của Chính phủ", "Cờ thi đua Chính phủ", "Cờ Chính phủ"),
    "co_thi_dua_cap_tinh": ("Cờ thi đua cấp tỉnh", "Cờ thi đua của UBND tỉnh", "Cờ thi đua tỉnh"),
    "bang_khen_chu_tich_ubnd_tinh": ("Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen tỉnh"),
    "huan_chuong_lao_dong": ("Huân chương Lao động",),
    "huan_chuong_doc_lap": ("Huân chương Độc lập",),
    "anh_hung_lao_dong": ("Anh hùng Lao động",),
}
