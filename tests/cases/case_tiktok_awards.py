"""An award whose card, script and screen named two different people, 23 November 2024.

Sources: afamily.vn and kenh14.vn, 24 to 26 November 2024 (TikTok Awards Việt Nam: "thẻ công bố, lời
MC và màn hình không khớp"). The presenters read their card; the MC and the screen had the other
name; in the end there were two winners. A check before the doors opened would have named the card.
"""

CATEGORY = "Nhà sáng tạo nội dung giải trí của năm"

AWARDED = "Khiết Đan"

PAPERS = (
    ("presenter_card", "Lê Tuấn Khang"),
    ("mc_script", "Khiết Đan"),
    ("screen", "Khiết Đan"),
)
"""What each of the three showed."""

MISMATCH = ("presenter_card",)
